"""A programme in which groups wait for capital, and the people of the office who decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from models import applying, funding
from models.applying import Wish
from models.contact import Role
from models.group import GroupStatus
from models.lending import record_repayment
from models.loan_terms import LoanTerms
from models.money import Rupiah
from models.next_funding_inputs import outlook
from models.paying_out import PaidOut, Payment, pay_out
from models.queue_moves import accept
from tests.builders import NOW, TODAY, Lent, a_group, a_person, a_picture, a_programme

if TYPE_CHECKING:
    from models.contact import Person
    from models.funding_tables import Application, Funding
    from models.group import Group
    from models.programme import Programme

_drafts = count(5_000_000)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A group that waits, with its leader and its application."""

    group: Group
    leader: Person
    application: Application


@dataclass(frozen=True, slots=True)
class Office:
    """Those whom four eyes take: two who confirm and approve, and one who pays."""

    verifier: Person
    approver: Person
    other_approver: Person
    treasurer: Person
    programme: Programme


async def an_office(*, capital: int = 30_000_000, minimum_balance: int = 0) -> Office:
    """The office and its programme; inside a transaction."""
    return Office(
        verifier=await a_person("Rina Hartati", Role.VERIFIER),
        approver=await a_person("Anwar Said", Role.APPROVER),
        other_approver=await a_person("Bu Kepala", Role.APPROVER),
        treasurer=await a_person("Joko Pranoto", Role.TREASURER),
        programme=await a_programme(capital=capital, minimum_balance=minimum_balance),
    )


async def a_wish(
    programme: Programme,
    amount: int = 10_000_000,
    *,
    name: str = "KUBE Mawar",
    leader_name: str = "Wati",
    at: datetime = NOW - timedelta(days=30),
    group: Group | None = None,
    priority: int = 5,
) -> Waiting:
    """A group in the queue; inside a transaction."""
    leader = await a_person(leader_name)
    place = group or await a_group(leader, name=name)
    assert place.status is GroupStatus.VERIFIED
    wish = Wish(place.id, programme.id, leader.id, "bibit jahe", Rupiah(amount))
    applied = await applying.apply(wish, draft_id=next(_drafts), at=at)
    application = await applying.locked(applied.id)
    assert application is not None
    await accept(application, granted=Rupiah(amount), priority=priority, person_id=None, at=at)
    return Waiting(place, leader, application)


async def repay(lent: Lent, amount: int, *, on: date = TODAY) -> None:
    """Verified money; inside a transaction."""
    await record_repayment(
        lent.loan.id,
        amount,
        on=on,
        at=NOW,
        reference=f"test:{next(_drafts)}",
        cause="test:1",
        maker_id=None,
    )


async def proposed(office: Office, *, now: datetime = NOW) -> Funding | None:
    """What is proposed now, if anything; inside a transaction."""
    return await funding.propose(await outlook(office.programme.id, now=now), "test:1", at=now)


async def approved(
    office: Office, *, terms: LoanTerms | None = None, now: datetime = NOW
) -> Funding:
    """A funding that two have agreed on; inside a transaction."""
    found = await proposed(office, now=now)
    assert found is not None
    await funding.confirm(found, terms or LoanTerms(), by=office.verifier.id, at=now)
    await funding.approve(found, by=office.approver.id, at=now)
    return found


async def paid(
    office: Office,
    found: Funding,
    *,
    on: date = TODAY,
    at: datetime = NOW,
    by: Person | None = None,
) -> PaidOut:
    """It is paid out by the treasurer, or by somebody else; inside a transaction."""
    again = await funding.locked(found.id)
    assert again is not None
    proof = await a_picture()
    return await pay_out(
        again, Payment(paid_on=on, proof_id=proof.id, by=(by or office.treasurer).id, at=at)
    )

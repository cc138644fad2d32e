"""Valid people, groups, programmes and loans in one line each, made by the real functions.

Everything happens on one Tuesday, TODAY, unless a test says otherwise. Money moves inside a
transaction of the caller's: `async with transaction(): …`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from bot.database import transaction
from bot.sample.loans import lend
from handlers.clockwork.till import POSTING
from handlers.jobs import JobTurn
from handlers.situation import Situation
from handlers.turn import Turn
from models.applying import Wish, apply
from models.calendar import wita_day
from models.contact import Address, Person, Role, StaffRole
from models.group import Group, GroupKind, GroupStatus, Office, Officer
from models.lending import add_capital
from models.media import KeptMedia, MediaKind
from models.money import Rupiah
from models.programme import Programme
from models.queue_moves import accept
from models.repayment import Claim, Method, RepaymentReport, submit_report
from models.schedule import EveryMonths, Terms
from models.till import UNDO_TIME

if TYPE_CHECKING:
    from models.funding_tables import Application
    from models.loan import Loan

NOW = datetime(2019, 7, 16, 1, 15, tzinfo=UTC)
"""Selasa, 16 Juli 2019 09.15 WITA."""
TODAY = wita_day(NOW)
LONG_BEFORE = NOW - timedelta(days=365)
STAFF_CHAT = "-1001000000001"

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Lent:
    """A running loan with the people around it."""

    loan: Loan
    group: Group
    leader: Person
    programme: Programme


async def a_person(name: str = "Sari Wulandari", *roles: Role, reachable: bool = True) -> Person:
    """Somebody who has agreed, holding these roles, with a Telegram address if `reachable`."""
    number = next(_numbers)
    person = await Person.create(
        name=name,
        phone=f"+62812600{number:05d}",
        consented_at=LONG_BEFORE,
        consent_version="test",
        created_at=LONG_BEFORE,
    )
    if reachable:
        await an_address(person)
    for role in roles:
        await StaffRole.create(person=person, role=role, granted_at=LONG_BEFORE)
    return person


async def an_address(person: Person | None = None, *, display_name: str = "Tamu") -> Address:
    """A Telegram address of a person, or of a stranger."""
    return await Address.create(
        channel="telegram",
        external_id=str(700_000 + next(_numbers)),
        person=person,
        display_name=person.name if person else display_name,
        created_at=LONG_BEFORE,
    )


async def a_verifier(name: str = "Rina Hartati") -> Person:
    return await a_person(name, Role.VERIFIER)


async def demote(person: Person, *, at: datetime = NOW) -> None:
    """Take every role away."""
    await StaffRole.filter(person_id=person.id, revoked_at__isnull=True).update(revoked_at=at)


async def a_group(
    leader: Person | None = None, *, name: str = "KUBE Jahe Merah Mekar", village: str = "Sepaso"
) -> Group:
    """A verified group; with its leader, if there is one."""
    group = await Group.create(
        code=f"KT-{next(_numbers):03d}",
        name=name,
        kind=GroupKind.KUBE,
        village=village,
        district="Bengalon",
        business="jahe merah",
        member_count=10,
        status=GroupStatus.VERIFIED,
        created_at=LONG_BEFORE,
    )
    if leader is not None:
        await an_officer(group, leader)
    return group


async def an_officer(group: Group, person: Person, office: Office = Office.LEADER) -> Officer:
    return await Officer.create(group=group, person=person, office=office, since=LONG_BEFORE)


async def a_programme(
    *, capital: int = 100_000_000, name: str = "Dana Bergulir UEP", minimum_balance: int = 0
) -> Programme:
    """A programme whose fund holds capital; inside a transaction."""
    number = next(_numbers)
    programme = await Programme.create(
        code=f"UEP-{number}",
        name=name,
        source="APBD",
        legal_basis="SK contoh",
        minimum_balance=minimum_balance,
        bank_account="Bank Contoh 000-1234 a.n. Dana Bergulir",
        created_at=LONG_BEFORE,
    )
    await add_capital(
        programme.id,
        capital,
        on=wita_day(LONG_BEFORE),
        at=LONG_BEFORE,
        reference=f"capital:{number}",
        cause=f"programme:{programme.id}",
        maker_id=None,
    )
    return programme


async def a_loan(
    *,
    principal: int = 20_000_000,
    instalments: int = 20,
    fee_basis_points: int = 0,
    disbursed_on: date = date(2019, 3, 20),
    programme: Programme | None = None,
    leader: Person | None = None,
) -> Lent:
    """A loan in monthly instalments, paid out of the fund to a new group; inside a transaction."""
    programme = programme or await a_programme()
    leader = leader or await a_person()
    group = await a_group(leader)
    treasurer, approver = await a_person("Joko Pranoto"), await a_person("Anwar Said")
    loan = await lend(
        group.id,
        programme.id,
        Terms(
            principal=Rupiah(principal),
            instalments=instalments,
            disbursed_on=disbursed_on,
            frequency=EveryMonths(1),
            fee_basis_points=fee_basis_points,
        ),
        number=f"SPK-{next(_numbers)}",
        at=LONG_BEFORE,
        maker_id=treasurer.id,
        approver_id=approver.id,
    )
    return Lent(loan, group, leader, programme)


async def a_report(
    lent: Lent,
    amount: int = 500_000,
    *,
    paid_on: date = TODAY,
    reporter: Person | None = None,
    slips: tuple[int, ...] = (),
    warnings: tuple[str, ...] = (),
    at: datetime = NOW,
) -> RepaymentReport:
    """A claim of the group's leader that waits for verification; inside a transaction."""
    claim = Claim(
        group_id=lent.group.id,
        loan_id=lent.loan.id,
        reporter_id=(reporter or lent.leader).id,
        amount=Rupiah(amount),
        paid_on=paid_on,
        method=Method.TRANSFER,
        slips=slips,
        warnings=warnings,
    )
    return await submit_report(claim, draft_id=next(_numbers), at=at)


async def an_application(
    programme: Programme,
    *,
    group: Group | None = None,
    amount: int = 15_000_000,
    purpose: str = "bibit jahe",
    files: tuple[int, ...] = (),
    at: datetime = NOW,
) -> Application:
    """A wish for capital that staff have not looked at; inside a transaction."""
    group = group or await a_group(await a_person("Budi Santoso"))
    officer = await Officer.filter(group_id=group.id).order_by("id").first()
    assert officer is not None
    wish = Wish(group.id, programme.id, officer.person_id, purpose, Rupiah(amount), files)
    application = await apply(wish, draft_id=next(_numbers), at=at)
    await application.fetch_related("group", "programme")
    return application


async def waiting_since(
    programme: Programme,
    at: datetime = NOW,
    *,
    group: Group | None = None,
    amount: int = 15_000_000,
    priority: int = 5,
    reason: str = "",
) -> Application:
    """An application that was let into the queue at that moment; inside a transaction."""
    application = await an_application(programme, group=group, amount=amount, at=at)
    await accept(
        application,
        granted=Rupiah(amount),
        priority=priority,
        reason=reason,
        person_id=(await a_verifier()).id,
        at=at,
    )
    return application


async def a_picture() -> KeptMedia:
    """A kept slip."""
    return await KeptMedia.create(
        sha256=f"{next(_numbers):064x}",
        kind=MediaKind.PICTURE,
        mime="image/jpeg",
        size_bytes=1000,
        created_at=NOW,
    )


async def a_staff_turn(person: Person, *, now: datetime = NOW) -> Turn:
    """A turn of this person in the staff chat, knowing the roles that they hold now."""
    held = StaffRole.filter(person_id=person.id, revoked_at__isnull=True)
    situation = Situation(
        now=now,
        today=wita_day(now),
        channel="telegram",
        chat=STAFF_CHAT,
        address_id=0,
        person_id=person.id,
        name=person.name,
        consented=True,
        private=False,
        in_staff_chat=True,
        roles=frozenset([one.role for one in await held]),
    )
    return Turn(situation, inbox_id=next(_numbers))


async def the_clock_looks(now: datetime = NOW + UNDO_TIME) -> JobTurn:
    """What the clock does a minute after a verdict: it posts it; returns what it told."""
    turn = JobTurn(due_at=now, now=now, today=wita_day(now))
    async with transaction():
        await POSTING.run(turn)
    return turn

"""Two of staff act at the same moment: one of them is first, and the other is told so."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from models import funding
from models.contact import Role, StaffRole
from models.errors import RuleBroken
from models.fund import fund_figures
from models.funding_tables import Funding, FundingState
from models.loan import Loan
from models.loan_terms import LoanTerms
from models.paying_out import Payment, pay_out
from tests.builders import NOW, TODAY
from tests.funding_world import a_wish, an_office, approved, proposed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

pytestmark = pytest.mark.usefixtures("database")


async def _at_once(*acts: Callable[[], Awaitable[object]]) -> list[BaseException | object]:
    """Each in a transaction of its own, all begun at the same moment."""

    async def one(act: Callable[[], Awaitable[object]]) -> object:
        async with transaction():
            return await act()

    return list(await asyncio.gather(*map(one, acts), return_exceptions=True))


async def test_two_approvers_at_once_approve_once() -> None:
    async with transaction():
        office = await an_office(capital=15_000_000)
        await a_wish(office.programme)
        found = await proposed(office)
        assert found is not None
        await funding.confirm(found, LoanTerms(), by=office.verifier.id, at=NOW)

    async def approves(by: int) -> None:
        locked = await funding.locked(found.id)
        assert locked is not None
        await funding.approve(locked, by=by, at=NOW)

    outcomes = await _at_once(
        lambda: approves(office.approver.id), lambda: approves(office.other_approver.id)
    )
    refused = [one for one in outcomes if isinstance(one, RuleBroken)]
    assert len(refused) == 1
    assert refused[0].code == "rule.funding_settled"
    figures = await fund_figures(office.programme.id, today=TODAY)
    assert (figures.reserved, figures.available) == (10_000_000, 5_000_000)


async def test_two_treasurers_at_once_pay_once() -> None:
    async with transaction():
        office = await an_office(capital=25_000_000)
        await a_wish(office.programme)
        found = await approved(office)
        await StaffRole.create(person=office.verifier, role=Role.TREASURER, granted_at=NOW)

    async def pays(by: int) -> None:
        locked = await funding.locked(found.id)
        assert locked is not None
        await pay_out(locked, Payment(paid_on=TODAY, proof_id=None, by=by, at=NOW))

    outcomes = await _at_once(lambda: pays(office.treasurer.id), lambda: pays(office.verifier.id))
    assert [one for one in outcomes if isinstance(one, RuleBroken)] != []
    assert await Loan.filter(number__startswith="PJ-").count() == 1
    [one] = await Funding.all()
    assert one.state is FundingState.PAID
    figures = await fund_figures(office.programme.id, today=TODAY)
    assert figures.cash == 15_000_000


async def test_the_last_money_is_promised_to_one_group_only() -> None:
    """One approves while the other gives up: whoever comes second sees what the first has done."""
    async with transaction():
        office = await an_office(capital=10_000_000)
        await a_wish(office.programme)
        found = await proposed(office)
        assert found is not None
        await funding.confirm(found, LoanTerms(), by=office.verifier.id, at=NOW)

    async def approves() -> None:
        locked = await funding.locked(found.id)
        assert locked is not None
        await funding.approve(locked, by=office.approver.id, at=NOW)

    async def refuses() -> None:
        locked = await funding.locked(found.id)
        assert locked is not None
        await funding.give_up(
            locked, FundingState.REFUSED, reason="rapat", by=office.other_approver.id, at=NOW
        )

    await _at_once(approves, refuses)
    [one] = await Funding.all()
    figures = await fund_figures(office.programme.id, today=TODAY)
    expected = 10_000_000 if one.state is FundingState.APPROVED else 0
    assert one.state in {FundingState.APPROVED, FundingState.REFUSED}
    assert figures.reserved == expected

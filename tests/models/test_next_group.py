"""What a repayment works towards, and who has helped to fund a group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.database import transaction
from handlers.jobs import JobTurn
from handlers.next_group import tell_helpers, towards
from handlers.turn import Notice
from models.funding_rule import Rule
from models.ledger_tables import JournalEntry
from models.money import Rupiah
from models.next_group import STEPS, TowardsNext, helpers_of, towards_next
from tests.builders import NOW, TODAY, a_loan, a_programme, waiting_since
from tests.funding_world import a_wish, an_office, approved, paid, repay

if TYPE_CHECKING:
    from models.programme import Programme


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_only_what_suffices_fills_the_bar(needed: int, there: int) -> None:
    found = TowardsNext(Rupiah(needed), Rupiah(there))
    assert 0 <= found.steps <= STEPS
    assert (found.steps == STEPS) == (not found.missing) == (there >= needed)
    assert found.missing == max(0, needed - there)


@pytest.mark.usefixtures("database")
class TestInTheBooks:
    """On both databases."""

    async def test_without_anybody_waiting_there_is_nothing_to_say(self) -> None:
        async with transaction():
            programme = await a_programme()
        assert await towards_next(programme.id, Rule(), now=NOW) is None
        assert await towards(JobTurn(due_at=NOW, now=NOW, today=TODAY), programme.id) == ()

    async def test_the_bar_grows_with_what_is_available_and_not_with_what_is_kept(self) -> None:
        async with transaction():
            programme = await a_programme(capital=10_000_000, minimum_balance=4_000_000)
            await waiting_since(programme, amount=15_000_000)
        found = await towards_next(programme.id, Rule(), now=NOW)
        assert found == TowardsNext(Rupiah(15_000_000), Rupiah(6_000_000))
        assert (found.steps, found.missing) == (2, 9_000_000)
        small = replace(Rule(), maximum=Rupiah(5_000_000))
        enough = await towards_next(programme.id, small, now=NOW)
        assert enough is not None
        assert not enough.missing

    async def test_each_repayment_helps_one_funding(self) -> None:
        async with transaction():
            programme = await a_programme(capital=60_000_000)
            first, second = [await a_loan(programme=programme) for _ in range(2)]
            await repay(first, 1_000_000)
            mawar = await _fund(programme)
            await repay(second, 1_000_000)
            melati = await _fund(programme)
            anggrek = await _fund(programme)
        assert await helpers_of(mawar) == (first.group.id,)
        assert await helpers_of(melati) == (second.group.id,)
        assert await helpers_of(anggrek) == ()

    async def test_whom_new_capital_funds_nobody_helped_and_what_came_in_helps_the_next(
        self,
    ) -> None:
        async with transaction():
            office = await an_office(capital=60_000_000)
            lent = await a_loan(programme=office.programme)
            await repay(lent, 1_000_000)
            await a_wish(office.programme)
            found = await approved(office)
            await paid(office, found)
            entry = await JournalEntry.get(reference=f"funding:{found.id}")
            melati = await _fund(office.programme)
        assert await helpers_of(entry) == ()
        assert await helpers_of(melati) == (lent.group.id,)

    async def test_those_who_helped_hear_of_it_once_and_without_a_figure(self) -> None:
        async with transaction():
            programme = await a_programme(capital=60_000_000)
            lent = await a_loan(programme=programme)
            await repay(lent, 1_000_000)
            mawar = await _fund(programme)
            turn = JobTurn(due_at=NOW, now=NOW, today=TODAY)
            assert await tell_helpers(turn, mawar, "KUBE Mawar") == 1
            assert await tell_helpers(turn, mawar, "KUBE Mawar") == 1
        told = [one for one in turn.notices if isinstance(one, Notice)]
        assert len({one.key for one in told}) == 1
        assert told[0].reply.facts == {"funded": "KUBE Mawar", "name": lent.leader.name}


async def _fund(programme: Programme) -> JournalEntry:
    """Another group gets its capital; what it repays is no help to itself."""
    lent = await a_loan(programme=programme, principal=1_000_000, instalments=1)
    return await JournalEntry.get(reference=f"disbursement:{lent.loan.id}")

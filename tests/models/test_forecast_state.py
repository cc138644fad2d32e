"""A forecast is remembered only while nothing that it depends on has changed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from models.forecast_state import state_of
from models.funding_rule import Rule, set_rule
from models.funding_tables import Application
from models.planned_capital import announce, open_plans, take_back
from models.programme import FundMode, Programme
from tests.builders import NOW, TODAY, a_loan, a_person, a_programme, waiting_since
from tests.funding_world import repay

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

pytestmark = pytest.mark.usefixtures("database")


async def test_every_kind_of_change_is_noticed() -> None:
    async with transaction():
        programme = await a_programme(capital=60_000_000)
        lent = await a_loan(programme=programme)
        waits = await waiting_since(programme)
        person = await a_person()

    async def plan() -> None:
        await announce(programme.id, 1_000_000, TODAY + timedelta(days=9), by=person.id, at=NOW)

    async def drop() -> None:
        (told,) = await open_plans(programme.id)
        await take_back(told.id, by=person.id, at=NOW)

    async def reserve() -> None:
        await Programme.filter(id=programme.id).update(minimum_balance=1)

    async def treasury() -> None:
        await Programme.filter(id=programme.id).update(fund_mode=FundMode.DISTRICT_TREASURY)

    async def another() -> None:
        await waiting_since(programme, NOW + timedelta(hours=1))

    async def granted_less() -> None:
        await Application.filter(id=waits.id).update(granted=1_000_000)

    async def rule() -> None:
        await set_rule(
            programme.id, Rule(percent_repaid=60), by=person.id, at=NOW, decision_id=None
        )

    changes: list[Callable[[], Awaitable[None]]] = [
        lambda: repay(lent, 500_000),
        plan,
        drop,
        reserve,
        treasury,
        another,
        granted_less,
        rule,
    ]
    seen = {await state_of(programme.id)}
    assert seen == {await state_of(programme.id)}
    for change in changes:
        async with transaction():
            await change()
        seen.add(await state_of(programme.id))
    # Only taking the plan back leads to a state that was there before.
    assert len(seen) == len(changes)


async def test_what_was_taken_back_leaves_no_trace() -> None:
    async with transaction():
        programme = await a_programme()
        lent = await a_loan(programme=programme)
    before = await state_of(programme.id)

    async def undone() -> None:
        async with transaction():
            await repay(lent, 500_000)
            seen.append(await state_of(programme.id))
            raise RuntimeError

    seen: list[str] = []
    with pytest.raises(RuntimeError):
        await undone()
    assert await state_of(programme.id) == before != seen[0]
    async with transaction():
        # The same numbers are given out again, for another amount.
        await repay(lent, 700_000)
    assert await state_of(programme.id) not in {before, *seen}

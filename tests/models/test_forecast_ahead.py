"""The forecast of a large programme is made ahead: once for each change, and not for small ones."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.database import transaction
from models.forecast_ahead import behind, make
from models.forecast_reading import windows
from tests.builders import NOW, TODAY, a_loan, a_programme, waiting_since
from tests.funding_world import repay

pytestmark = pytest.mark.usefixtures("database")
LATER = timedelta(hours=1)


async def test_it_is_made_once_and_again_after_a_repayment_or_a_move_in_the_queue() -> None:
    async with transaction():
        programme = await a_programme(capital=60_000_000)
        lent = await a_loan(programme=programme)
        waits = await waiting_since(programme)
    assert await behind(NOW + LATER, TODAY, large=1) == (programme.id,)
    await make(programme.id, now=NOW, today=TODAY)
    assert await behind(NOW + 2 * LATER, TODAY, large=1) == ()
    async with transaction():
        await repay(lent, 1_000_000)
    assert await behind(NOW + 3 * LATER, TODAY, large=1) == (programme.id,)
    await make(programme.id, now=NOW, today=TODAY)
    async with transaction():
        await waiting_since(programme, NOW + LATER)
    assert await behind(NOW + 4 * LATER, TODAY, large=1) == (programme.id,)
    await make(programme.id, now=NOW, today=TODAY)
    assert await behind(NOW + 5 * LATER, TODAY + timedelta(days=1), large=1) == (programme.id,)
    assert waits.id in await windows(programme.id, TODAY)


async def test_small_programmes_and_those_in_which_nobody_waits_are_left_alone() -> None:
    async with transaction():
        programme = await a_programme(capital=60_000_000)
        await a_loan(programme=programme)
    at = NOW + timedelta(days=1)
    assert await behind(at, TODAY, large=1) == ()
    async with transaction():
        await waiting_since(programme)
    assert await behind(at + LATER, TODAY, large=2) == ()


async def test_it_is_looked_at_now_and_then_only() -> None:
    async with transaction():
        programme = await a_programme(capital=60_000_000)
        await a_loan(programme=programme)
        await waiting_since(programme)
    at = NOW + timedelta(days=2)
    assert await behind(at, TODAY, large=1) == (programme.id,)
    assert await behind(at + timedelta(seconds=1), TODAY, large=1) == ()
    assert await behind(at + timedelta(minutes=1), TODAY, large=1) == (programme.id,)

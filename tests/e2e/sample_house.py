"""The whole of Gulir with the sample data, and what a person on a phone sees of it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from bot.database import close_database, open_database
from bot.sample.load import load
from tests.house import EASY_RATES, living_gulir
from tests.transcript import settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.clock import ShiftedClock
    from bot.simulator.phone import ShownMessage, SimulatedPhone
    from bot.simulator.rates import RateLimits
    from tests.house import House

TODAY = datetime(2019, 7, 17, 9, 0)  # noqa: DTZ001 (WITA, as the house expects it)


@asynccontextmanager
async def a_house(
    database_url: str,
    data_dir: Path,
    rate_limits: RateLimits = EASY_RATES,
    *,
    burst_seconds: float = 0.0,
) -> AsyncIterator[House]:
    """Gulir at work on the sample data, on 17 July 2019 in the morning."""

    async def sample(clock: ShiftedClock) -> None:
        await open_database(database_url)
        try:
            await load(clock, private_network="telegram")
        finally:
            await close_database()

    async with living_gulir(
        database_url,
        data_dir,
        today=TODAY,
        rate_limits=rate_limits,
        burst_seconds=burst_seconds,
        before_start=sample,
    ) as house:
        yield house


async def said_since(house: House, phone: SimulatedPhone, seen: int) -> list[ShownMessage]:
    """Once the bot has come to rest: what it has said on a phone after the sequence number."""
    await settled(house)
    return [m for m in await phone.messages(after=seen) if m.sender == "bot"]


async def last_seen(phone: SimulatedPhone) -> int:
    """The sequence number of the newest message on a phone."""
    messages = await phone.messages()
    return int(messages[-1].facts["seq"]) if messages else 0

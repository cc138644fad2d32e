"""What the forecast has to know of a programme, read in a few statements."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from models.forecast import Outlook, Window, World, forecast

if TYPE_CHECKING:
    from datetime import date


async def windows(programme_id: int, today: date) -> dict[int, Window | None]:
    """When each waiting application's turn may come, by its id; none where it cannot be known.

    Nothing is written. It may be called inside a transaction and sees what that has written: the
    reading takes a few statements, the reckoning goes on in a thread and is remembered for as long
    as nothing changes, so that many who ask on one day are answered from one reckoning.
    """
    outlooks = await outlooks_of(await read_world(programme_id, today), programme_id)
    return {one.application_id: one.window for one in outlooks}


async def outlooks_of(world: World, programme_id: int) -> tuple[Outlook, ...]:
    """The forecast of a world in a thread, with the seed of its programme and day."""
    return await asyncio.to_thread(forecast, world, seed=seed_of(programme_id, world.today))


def seed_of(programme_id: int, today: date) -> int:
    """The same question on one day is the same answer."""
    return programme_id * 1_000_000 + today.toordinal()


async def read_world(programme_id: int, today: date) -> World:
    """The programme as it is on a WITA day."""
    raise NotImplementedError

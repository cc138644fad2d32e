"""The forecasts of large programmes are made before anybody asks, beside everything that writes."""

from datetime import datetime
from typing import Final

from handlers.jobs import Job, JobTurn, Needed
from models.calendar import wita_day
from models.forecast_ahead import behind, make

_WANTED: Final[list[int]] = []


async def _is_needed(now: datetime) -> bool:
    _WANTED[:] = await behind(now, wita_day(now))
    return bool(_WANTED)


async def _make(turn: JobTurn) -> None:
    for programme_id in tuple(_WANTED):
        await make(programme_id, now=turn.now, today=turn.today)


async def _nothing_to_tell(_: JobTurn) -> None:
    """What was made is remembered by this process; nothing is written."""


FORECASTING: Final = Job("forecast_ahead", Needed(_is_needed), _nothing_to_tell, prepare=_make)

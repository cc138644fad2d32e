"""The outlook of a programme for those who only ask: remembered while nothing it rests on changes.

Whoever decides about money reads it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from models.calendar import wita_day
from models.forecast_state import state_of
from models.next_funding_inputs import Outlook, outlook

if TYPE_CHECKING:
    from datetime import date, datetime

_MOST: Final = 16
_LATEST: Final[dict[tuple[int, date, str], Outlook]] = {}


async def outlook_remembered(programme_id: int, *, now: datetime) -> Outlook:
    """As `outlook`, for many who ask on one day."""
    key = (programme_id, wita_day(now), await state_of(programme_id))
    if key not in _LATEST:
        found = await outlook(programme_id, now=now)
        while len(_LATEST) >= _MOST:
            _LATEST.pop(next(iter(_LATEST)))
        _LATEST[key] = found
    return _LATEST[key]

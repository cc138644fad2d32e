"""When the office is there, and by when it promises to answer. All hours are WITA."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from models.calendar import WITA, as_utc
from models.working_days import is_working_day

IsWorkingDay: TypeAlias = Callable[[date], bool]

_DAY = ((time(8), time(16)),)
_FRIDAY = ((time(8), time(11, 30)), (time(13, 30), time(16)))
OFFICE_HOURS: Final[Mapping[int, tuple[tuple[time, time], ...]]] = {
    **dict.fromkeys(range(4), _DAY),
    4: _FRIDAY,
}
"""By weekday, Monday first (MODEL_TEXTS.md M43), with the pause of Friday (PRODUCT.md 6)."""

ANSWERED_WITHIN: Final = timedelta(hours=4)
"""Of office hours: so long the office may take for an answer."""

_FARTHEST_DAYS: Final = 60
"""However many holidays follow each other."""


def is_open(moment: datetime, works_on: IsWorkingDay = is_working_day) -> bool:
    """Whether somebody is there at this moment."""
    there = moment.astimezone(WITA)
    return any(begins <= there < ends for begins, ends in _hours(there.date(), works_on))


def promise(moment: datetime, works_on: IsWorkingDay = is_working_day) -> datetime:
    """The moment in UTC by which a call of this moment is answered: four office hours later."""
    there, left = moment.astimezone(WITA), ANSWERED_WITHIN
    for ahead in range(_FARTHEST_DAYS):
        for begins, ends in _hours(there.date() + timedelta(days=ahead), works_on):
            starts = max(begins, there)
            if starts >= ends:
                continue
            if left <= ends - starts:
                return as_utc(starts + left)
            left -= ends - starts
    return as_utc(there + timedelta(days=_FARTHEST_DAYS))


def _hours(day: date, works_on: IsWorkingDay) -> list[tuple[datetime, datetime]]:
    if not works_on(day):
        return []
    return [
        (datetime.combine(day, begins, WITA), datetime.combine(day, ends, WITA))
        for begins, ends in OFFICE_HOURS.get(day.weekday(), ())
    ]

"""When people may be told something that they did not ask for. Pure, all hours are WITA.

Monday to Saturday, not on national holidays nor on collective leave, inside the hours of the
programme, with a pause for Friday's prayer, and with shorter hours in the month of fasting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from models.calendar import WITA, as_utc
from models.working_days import ends_of_fasting, is_day_off

ONE_DAY: Final = timedelta(days=1)
_FRIDAY: Final = 4
_SUNDAY: Final = 6
_PRAYER: Final = (11 * 60 + 30, 13 * 60 + 30)
"""Minutes of the day: Friday's pause, whatever the programme says."""
_FASTING_DAYS: Final = 30
_FARTHEST_DAYS: Final = 60
"""However many holidays follow each other."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when people may be told something, in minutes of the day in WITA."""

    opens: int = 8 * 60 + 30
    closes: int = 17 * 60 + 30
    fasting_opens: int = 9 * 60
    fasting_closes: int = 16 * 60 + 30


WIDEST: Final = Hours()
"""A programme may have shorter hours than these, and none beyond them."""


def is_good_day(day: date) -> bool:
    """Whether people may be told something on a WITA day at all."""
    return day.weekday() != _SUNDAY and not is_day_off(day)


def is_fasting(day: date) -> bool:
    """Whether a WITA day lies in the thirty days before Idul Fitri."""
    ends = (*ends_of_fasting(day.year), *ends_of_fasting(day.year + 1))
    if day in ends:
        return False
    return any(timedelta(0) < end - day <= timedelta(days=_FASTING_DAYS) for end in ends)


def good_spans(day: date, hours: Hours = WIDEST) -> tuple[tuple[datetime, datetime], ...]:
    """The spans of a WITA day in which people may be told something, in UTC; each end is out."""
    if not is_good_day(day):
        return ()
    opens, closes = hours.opens, hours.closes
    if is_fasting(day):
        opens, closes = hours.fasting_opens, hours.fasting_closes
    spans = [(opens, closes)]
    if day.weekday() == _FRIDAY:
        prayer, after = _PRAYER
        spans = [(opens, min(closes, prayer)), (max(opens, after), closes)]
    return tuple((_at(day, first), _at(day, last)) for first, last in spans if first < last)


def is_good_moment(moment: datetime, hours: Hours = WIDEST) -> bool:
    """Whether people may be told something at this moment."""
    there = as_utc(moment)
    day = there.astimezone(WITA).date()
    return any(begins <= there < ends for begins, ends in good_spans(day, hours))


def next_good_moment(moment: datetime, hours: Hours = WIDEST) -> datetime:
    """This moment if it is a good one, else the first good one after it, in UTC."""
    there = as_utc(moment)
    day = there.astimezone(WITA).date()
    for ahead in range(_FARTHEST_DAYS):
        for begins, ends in good_spans(day + ahead * ONE_DAY, hours):
            if there < ends:
                return max(begins, there)
    raise ValueError(f"there is no good moment within {_FARTHEST_DAYS} days of {moment}")


def nearest_good_day(day: date, *, earliest: date, latest: date) -> date | None:
    """The good day nearest to a WITA day within the limits, of two the earlier one."""
    for away in range(_FARTHEST_DAYS):
        for near in (day - away * ONE_DAY, day + away * ONE_DAY):
            if earliest <= near <= latest and is_good_day(near):
                return near
    return None


def next_good_day(day: date) -> date:
    """This WITA day if it is a good one, else the first good one after it."""
    found = nearest_good_day(day, earliest=day, latest=day + _FARTHEST_DAYS * ONE_DAY)
    if found is None:
        raise ValueError(f"there is no good day within {_FARTHEST_DAYS} days of {day}")
    return found


def _at(day: date, minutes: int) -> datetime:
    return as_utc(datetime.combine(day, time(minutes // 60, minutes % 60), WITA))

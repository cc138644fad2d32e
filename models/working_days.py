"""Working days of the office: Monday to Friday without national holidays and collective leave."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

from models.calendar import wita_day

_ONE_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


def is_working_day(day: date) -> bool:
    """Whether the office works on a WITA day."""
    return day.weekday() < _SATURDAY and not is_day_off(day)


def is_day_off(day: date) -> bool:
    """Whether a WITA day is a national holiday, or one of collective leave."""
    return day in _days_off(day.year)


def working_days_between(first: date, last: date) -> int:
    """Working days after the first day, up to and with the last: Friday to Monday is one.

    Zero when the last day is not after the first.
    """
    days = (first + _ONE_DAY * number for number in range(1, (last - first).days + 1))
    return sum(map(is_working_day, days))


def is_older_than_working_days(since: datetime, now: datetime, days: int) -> bool:
    """Whether more than so many working days have begun after the WITA day of a moment."""
    return working_days_between(wita_day(since), wita_day(now)) > days


@cache
def ends_of_fasting(year: int) -> frozenset[date]:
    """The days of Idul Fitri in a year; the month of fasting is the thirty days before."""
    from holidays.countries.indonesia import Indonesia  # noqa: PLC0415 (as below)

    days = Indonesia(years=year, language="en_US")
    return frozenset(day for day in days if "Eid al-Fitr" in days[day])


@cache
def _days_off(year: int) -> frozenset[date]:
    from holidays.countries.indonesia import Indonesia  # noqa: PLC0415 (it takes its time, and only mornings need it)

    return frozenset(Indonesia(years=year, categories=("public", "government")))

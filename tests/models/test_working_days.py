"""Working days of the office: weekends, national holidays and collective leave do not count."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.calendar import WITA
from models.working_days import is_older_than_working_days, is_working_day, working_days_between

days = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def wita(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=WITA)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2019, 7, 19), True),
        (date(2019, 7, 20), False),
        (date(2019, 7, 21), False),
        (date(2019, 5, 31), True),
        (date(2019, 6, 3), False),  # collective leave before Idul Fitri
        (date(2019, 6, 5), False),
        (date(2019, 6, 7), False),  # collective leave after it
        (date(2019, 6, 10), True),
        (date(2019, 12, 24), False),
        (date(2020, 1, 1), False),
    ],
)
def test_the_office_rests_on_weekends_and_holidays(day: date, *, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("first", "last", "between"),
    [
        (date(2019, 7, 19), date(2019, 7, 19), 0),
        (date(2019, 7, 19), date(2019, 7, 18), 0),
        (date(2019, 7, 19), date(2019, 7, 22), 1),
        (date(2019, 7, 19), date(2019, 7, 24), 3),
        (date(2019, 5, 31), date(2019, 6, 11), 2),
        (date(2019, 12, 23), date(2020, 1, 2), 5),
    ],
)
def test_working_days_after_a_day_are_counted_up_to_and_with_another(
    first: date, last: date, between: int
) -> None:
    assert working_days_between(first, last) == between


@pytest.mark.parametrize(
    ("since", "now", "older"),
    [
        (wita(2019, 7, 19, 16), wita(2019, 7, 23, 8, 30), False),
        (wita(2019, 7, 19, 16), wita(2019, 7, 24, 8, 30), True),
        (wita(2019, 7, 21, 20), wita(2019, 7, 23, 8, 30), False),
        (wita(2019, 7, 21, 20), wita(2019, 7, 24, 8, 30), True),
        (wita(2019, 5, 31, 15), wita(2019, 6, 11, 8, 30), False),
        (wita(2019, 5, 31, 15), wita(2019, 6, 12, 8, 30), True),
        (wita(2019, 12, 30, 9), wita(2020, 1, 2, 8, 30), False),
        (wita(2019, 12, 30, 9), wita(2020, 1, 3, 8, 30), True),
        (wita(2019, 7, 16, 0, 30), wita(2019, 7, 19, 8, 30), True),  # still Monday in UTC
    ],
)
def test_more_than_two_working_days_have_begun(
    since: datetime, now: datetime, *, older: bool
) -> None:
    assert is_older_than_working_days(since, now, 2) is older


@given(first=days, middle=st.integers(0, 40), rest=st.integers(0, 40))
@settings(max_examples=100, deadline=None)
def test_spans_that_follow_one_another_add_up(first: date, middle: int, rest: int) -> None:
    then = first + timedelta(days=middle)
    last = then + timedelta(days=rest)
    together = working_days_between(first, then) + working_days_between(then, last)
    assert working_days_between(first, last) == together
    assert together <= middle + rest

"""By when the office answers: office hours, weekends and holidays, at any hour of the call."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.calendar import WITA
from models.office_hours import ANSWERED_WITHIN, is_open, promise
from models.working_days import is_working_day

JULY = (datetime(2019, 7, 1, tzinfo=WITA), datetime(2019, 8, 31, tzinfo=WITA))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of July 2019 in WITA; the 17th is a Wednesday."""
    return datetime(2019, 7, day, hour, minute, tzinfo=WITA)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (at(17, 9), at(17, 13)),
        (at(17, 12), at(17, 16)),
        (at(17, 12, 1), at(18, 8, 1)),
        (at(17, 7, 30), at(17, 12)),
        (at(17, 16), at(18, 12)),
        (at(17, 23), at(18, 12)),
        (at(18, 15), at(19, 11)),
        (at(19, 8), at(19, 14)),
        (at(19, 12), at(22, 9, 30)),
        (at(19, 15), at(22, 11)),
        (at(20, 10), at(22, 12)),
        (at(21, 10), at(22, 12)),
    ],
)
def test_an_answer_is_promised_four_office_hours_ahead(asked: datetime, answered: datetime) -> None:
    assert promise(asked) == answered


def test_a_holiday_is_no_day_of_the_office() -> None:
    def no_wednesday(day: date) -> bool:
        return is_working_day(day) and day != date(2019, 7, 17)

    assert promise(at(16, 15), no_wednesday) == at(18, 11)
    assert not is_open(at(17, 9), no_wednesday)


def test_an_office_that_never_opens_does_not_hang() -> None:
    assert promise(at(17, 9), lambda _: False) == at(17, 9) + timedelta(days=60)


@settings(max_examples=150)
@given(
    st.datetimes(
        JULY[0].replace(tzinfo=None), JULY[1].replace(tzinfo=None), timezones=st.just(WITA)
    )
)
def test_a_promise_lies_ahead_in_office_hours_and_never_comes_earlier_for_a_later_call(
    asked: datetime,
) -> None:
    due = promise(asked)
    assert due - asked >= ANSWERED_WITHIN
    assert is_open(due - timedelta(microseconds=1))
    assert promise(asked + timedelta(minutes=17)) >= due

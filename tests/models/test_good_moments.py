"""Nobody is told anything unasked at a bad moment, whatever the clock or the machine's zone."""

from __future__ import annotations

import os
import time as machine_time
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendar import WITA
from models.good_moments import (
    WIDEST,
    Hours,
    good_spans,
    is_fasting,
    is_good_day,
    is_good_moment,
    nearest_good_day,
    next_good_day,
    next_good_moment,
)
from models.working_days import is_day_off

if TYPE_CHECKING:
    from collections.abc import Iterator

ZONES = [ZoneInfo(name) for name in ("UTC", "America/New_York", "Asia/Makassar", "Pacific/Apia")]
moments = st.datetimes(
    min_value=datetime(2019, 1, 1),  # noqa: DTZ001 (its zone is drawn, too)
    max_value=datetime(2060, 12, 31),  # noqa: DTZ001
    timezones=st.sampled_from(ZONES),
)
days = st.dates(date(2019, 1, 1), date(2060, 12, 31))


@pytest.fixture(params=["UTC", "Asia/Jayapura", "America/New_York", "Asia/Makassar"])
def machine_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The machine of the office may be set to any zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    machine_time.tzset()
    yield request.param
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    machine_time.tzset()


def allowed(moment: datetime) -> bool:
    """The rule of the product in other words than those of the code."""
    there = moment.astimezone(WITA)
    if there.isoweekday() == 7 or is_day_off(there.date()):
        return False
    if not time(8, 30) <= there.time() < time(17, 30):
        return False
    return there.isoweekday() != 5 or not time(11, 30) <= there.time() < time(13, 30)


@given(moments)
def test_the_next_good_moment_is_always_allowed_and_never_before(moment: datetime) -> None:
    found = next_good_moment(moment)
    assert found >= moment
    assert allowed(found)
    assert is_good_moment(found)


@given(moments)
def test_a_moment_is_good_only_where_it_is_allowed(moment: datetime) -> None:
    if is_good_moment(moment):
        assert allowed(moment)
        assert next_good_moment(moment) == moment
    else:
        assert not allowed(moment) or is_fasting(moment.astimezone(WITA).date())


@given(days, st.integers(0, 30), st.integers(0, 30))
def test_the_nearest_good_day_is_good_and_no_other_is_nearer(day: date, back: int, on: int) -> None:
    earliest, latest = day - timedelta(days=back), day + timedelta(days=on)
    found = nearest_good_day(day, earliest=earliest, latest=latest)
    between = [earliest + timedelta(days=n) for n in range(back + on + 1)]
    good = [one for one in between if is_good_day(one)]
    if found is None:
        assert not good
    else:
        assert found in good
        assert all(abs(one - day) >= abs(found - day) for one in good)


@given(days)
def test_spans_lie_on_their_day_and_follow_each_other(day: date) -> None:
    spans = good_spans(day)
    assert bool(spans) == is_good_day(day)
    for begins, ends in spans:
        assert begins.astimezone(WITA).date() == ends.astimezone(WITA).date() == day
        assert begins < ends
    assert list(spans) == sorted(spans)


def test_the_machine_may_stand_in_any_zone(machine_zone: str) -> None:
    early = datetime(2019, 7, 22, 0, 29, tzinfo=UTC)
    assert not is_good_moment(early), machine_zone
    assert next_good_moment(early) == datetime(2019, 7, 22, 0, 30, tzinfo=UTC)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=WITA)


@pytest.mark.parametrize(
    ("moment", "good"),
    [
        ("2019-07-22 08:29", "2019-07-22 08:30"),
        ("2019-07-22 17:30", "2019-07-23 08:30"),
        ("2019-07-26 11:30", "2019-07-26 13:30"),
        ("2019-07-27 17:29", "2019-07-27 17:29"),
        ("2019-07-28 10:00", "2019-07-29 08:30"),
        ("2019-08-17 10:00", "2019-08-19 08:30"),
        ("2020-02-29 17:31", "2020-03-02 08:30"),
        ("2019-06-04 10:00", "2019-06-08 08:30"),
        ("2019-05-29 16:45", "2019-05-31 09:00"),
    ],
)
def test_some_moments_of_the_calendar(moment: str, good: str) -> None:
    assert next_good_moment(at(moment)) == at(good)


def test_fasting_has_hours_of_its_own() -> None:
    assert is_fasting(date(2019, 5, 20))
    assert not is_fasting(date(2019, 6, 5))
    assert not is_fasting(date(2019, 4, 30))
    hours = Hours(fasting_opens=10 * 60, fasting_closes=14 * 60)
    assert good_spans(date(2019, 5, 20), hours) == (
        (at("2019-05-20 10:00"), at("2019-05-20 14:00")),
    )
    assert good_spans(date(2019, 7, 22), hours) == good_spans(date(2019, 7, 22), WIDEST)


def test_two_fasts_in_one_year() -> None:
    """In 2033 Idul Fitri is in January and in December."""
    assert is_fasting(date(2032, 12, 20))
    assert is_fasting(date(2033, 12, 1))


def test_after_a_string_of_holidays_comes_a_good_day() -> None:
    assert next_good_day(date(2019, 6, 1)) == date(2019, 6, 8)

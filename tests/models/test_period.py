"""Months and seasons: in which stretch of time news of a business belongs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.period import Period, is_seasonal, month_of, period_of, read_period

DISBURSED = date(2019, 3, 20)
MONTHLY = [date(2019, 4, 20), date(2019, 5, 20), date(2019, 6, 20)]
HARVESTS = [date(2019, 10, 1), date(2020, 5, 1), date(2020, 12, 1)]


def test_a_group_that_repays_monthly_reports_monthly() -> None:
    period = period_of(date(2019, 5, 21), disbursed_on=DISBURSED, due_days=MONTHLY)
    assert period == Period("2019-05", date(2019, 5, 1))
    assert not period.is_season


@pytest.mark.parametrize(
    ("day", "key", "begins_on"),
    [
        (date(2019, 3, 20), "2019-10-01", date(2019, 3, 20)),
        (date(2019, 10, 1), "2019-10-01", date(2019, 3, 20)),
        (date(2019, 10, 2), "2020-05-01", date(2019, 10, 2)),
        (date(2020, 12, 1), "2020-12-01", date(2020, 5, 2)),
    ],
)
def test_a_group_that_repays_from_harvests_reports_once_a_season(
    day: date, key: str, begins_on: date
) -> None:
    period = period_of(day, disbursed_on=DISBURSED, due_days=HARVESTS)
    assert (period.key, period.begins_on) == (key, begins_on)
    assert period.is_season


def test_after_the_last_harvest_and_before_the_loan_months_count() -> None:
    for day in (date(2020, 12, 2), date(2019, 3, 19)):
        assert period_of(day, disbursed_on=DISBURSED, due_days=HARVESTS) == month_of(day)


def test_a_grace_period_makes_no_season() -> None:
    late = [date(2019, 9, 20), date(2019, 10, 20)]
    assert not is_seasonal(DISBURSED, late)
    assert is_seasonal(DISBURSED, late[:1])
    assert not is_seasonal(DISBURSED, [date(2019, 4, 20)])
    assert not is_seasonal(DISBURSED, [])


def test_two_months_apart_is_no_season_and_three_are() -> None:
    assert not is_seasonal(DISBURSED, [date(2019, 5, 20), date(2019, 7, 20)])
    assert is_seasonal(DISBURSED, [date(2019, 6, 20), date(2019, 9, 20)])


@settings(max_examples=100)
@given(
    gaps=st.lists(st.integers(1, 400), min_size=1, max_size=8),
    after=st.integers(0, 4000),
)
def test_every_day_lies_in_the_period_that_its_key_names(gaps: list[int], after: int) -> None:
    due_days, day = [], DISBURSED
    for gap in gaps:
        day += timedelta(days=gap)
        due_days.append(day)
    today = DISBURSED + timedelta(days=after)
    period = period_of(today, disbursed_on=DISBURSED, due_days=due_days)
    stored = read_period(period.key)
    assert stored.key == period.key
    assert len(period.key) <= 10
    assert stored.until == period.until
    if period.until is None:
        assert (today.year, today.month) == (period.begins_on.year, period.begins_on.month)
    else:
        assert period.begins_on <= today <= period.until


@pytest.mark.parametrize("key", ["", "2019", "2019-13", "juli 19", "2019-02-30"])
def test_a_key_that_names_no_period_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_period(key)

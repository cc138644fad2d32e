"""The rhythm of a plan: read from its days, and turned into a plan again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ImpossibleTerms
from models.loan_terms import LoanTerms
from models.money import Rupiah
from models.rhythm import MONTH, SEASON, WEEK, NewPlan, months_of, planned_anew, rhythm_of
from models.schedule import EveryMonths, Frequency, Seasonal, Terms, Weekly, make_schedule

TODAY = date(2019, 7, 17)


@pytest.mark.parametrize(
    ("days", "rhythm"),
    [
        ([], MONTH),
        ([date(2019, 8, 17)], MONTH),
        ([date(2019, 8, 17), date(2019, 9, 17), date(2019, 10, 17)], MONTH),
        ([date(2019, 1, 31), date(2019, 2, 28), date(2019, 3, 31)], MONTH),
        ([date(2019, 2, 28), date(2019, 3, 31), date(2019, 4, 30)], MONTH),
        ([date(2019, 8, 17), date(2019, 11, 17), date(2020, 2, 17)], "month:3"),
        ([date(2019, 8, 17), date(2019, 8, 24), date(2019, 8, 31)], WEEK),
        ([date(2019, 8, 17), date(2019, 11, 17), date(2020, 1, 17)], SEASON),
        ([date(2019, 5, 4), date(2019, 12, 1), date(2020, 5, 20)], SEASON),
        ([date(2019, 5, 4), date(2021, 5, 4)], SEASON),
    ],
)
def test_the_rhythm_is_read_from_the_days(days: list[date], rhythm: str) -> None:
    assert rhythm_of(days) == rhythm


@given(
    st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    st.integers(2, 40),
    st.one_of(st.just(Weekly()), st.integers(1, 12).map(EveryMonths)),
)
def test_the_rhythm_of_every_schedule_is_the_one_it_was_made_with(
    disbursed_on: date, instalments: int, frequency: Weekly | EveryMonths
) -> None:
    terms = Terms(
        principal=Rupiah(40_000_000),
        instalments=instalments,
        disbursed_on=disbursed_on,
        frequency=frequency,
    )
    rhythm = rhythm_of([row.due_on for row in make_schedule(terms)])
    assert NewPlan(rhythm, 1, (TODAY,)).frequency == frequency


@pytest.mark.parametrize("word", ["month", "month:0", "month:13", "month:x", "year", "week:2"])
def test_what_is_no_rhythm_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match=word):
        months_of(word)


PLANS = st.one_of(
    st.tuples(
        st.sampled_from([WEEK, MONTH, "month:2", "month:12"]),
        st.integers(1, 30),
        st.dates(date(2019, 7, 18), date(2020, 7, 17)),
    ).map(lambda each: NewPlan(each[0], each[1], (each[2],))),
    st.sets(st.dates(date(2019, 7, 18), date(2022, 7, 17)), min_size=1, max_size=6).map(
        lambda days: NewPlan(SEASON, len(days), tuple(sorted(days)))
    ),
)


@given(st.integers(1, 50_000_000), st.integers(0, 5_000_000), PLANS)
def test_a_new_plan_sums_to_what_is_owed_and_begins_on_its_first_day(
    principal: int, fee: int, plan: NewPlan
) -> None:
    rows = planned_anew(Rupiah(principal), Rupiah(fee), plan, today=TODAY)
    assert sum(row.principal for row in rows) == principal
    assert sum(row.fee for row in rows) == fee
    days = [row.due_on for row in rows]
    assert days == sorted(set(days))
    assert days[0] >= plan.days[0]
    if plan.rhythm == SEASON:
        assert set(days) <= set(plan.days)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_a_season_has_the_days_that_were_named() -> None:
    days = (date(2019, 12, 4), date(2020, 6, 4))
    plan = NewPlan(SEASON, 2, days)
    assert plan.frequency == Seasonal(days)
    rows = planned_anew(Rupiah(6_667_000), Rupiah(0), plan, today=TODAY)
    assert [(row.due_on, row.principal) for row in rows] == [
        (days[0], 3_334_000),
        (days[1], 3_333_000),
    ]


def test_a_day_that_has_passed_by_the_time_of_approval_makes_no_plan() -> None:
    with pytest.raises(ImpossibleTerms):
        planned_anew(Rupiah(1_000_000), Rupiah(0), NewPlan(MONTH, 2, (TODAY,)), today=TODAY)


@pytest.mark.parametrize(
    ("stored", "frequency"),
    [
        ("monthly", EveryMonths(1)),
        ("every_two_months", EveryMonths(2)),
        ("at_harvest", Seasonal((TODAY,))),
        ("month:4", EveryMonths(4)),
    ],
)
def test_terms_are_read_whichever_way_their_rhythm_was_stored(
    stored: str, frequency: Frequency
) -> None:
    kept = {**LoanTerms(harvests=(TODAY,)).to_json(), "rhythm": stored}
    assert LoanTerms.from_json(kept).frequency == frequency

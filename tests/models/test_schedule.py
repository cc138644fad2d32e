"""Plans of repayment: exact sums, days that exist, and terms that cannot be kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import ImpossibleTerms
from models.money import Rupiah
from models.schedule import (
    EveryMonths,
    FeeBasis,
    Frequency,
    Seasonal,
    Terms,
    Weekly,
    add_months,
    make_schedule,
    total_fee,
)

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@st.composite
def possible_terms(draw: st.DrawFn) -> Terms:
    instalments = draw(st.integers(1, 60))
    disbursed_on = draw(DAYS)
    seasons = st.lists(
        st.integers(1, 3000), min_size=instalments, max_size=instalments, unique=True
    ).map(lambda gaps: Seasonal(tuple(disbursed_on + timedelta(gap) for gap in sorted(gaps))))
    frequency: Frequency = draw(
        st.one_of(st.just(Weekly()), st.integers(1, 12).map(EveryMonths), seasons)
    )
    return Terms(
        principal=Rupiah(draw(st.integers(1, 10**10))),
        instalments=instalments,
        disbursed_on=disbursed_on,
        frequency=frequency,
        fee_basis_points=draw(st.integers(0, 500)),
        fee_basis=draw(st.sampled_from(FeeBasis)),
        grace_periods=draw(st.integers(0, instalments - 1)),
        fee_in_grace=draw(st.booleans()),
        rounding=Rupiah(draw(st.sampled_from([1, 500, 1000]))),
    )


def plain(**changed: object) -> Terms:
    """Ten million rupiah of 17 July 2019 in ten months, without a fee."""
    agreed = Terms(principal=Rupiah(10_000_000), instalments=10, disbursed_on=date(2019, 7, 17))
    return replace(agreed, **changed)  # type: ignore[arg-type]


@settings(max_examples=200)
@given(possible_terms())
def test_sums_are_exactly_principal_and_fee_and_nothing_is_negative(terms: Terms) -> None:
    plan = make_schedule(terms)
    assert sum(row.principal for row in plan) == terms.principal
    assert sum(row.fee for row in plan) == total_fee(terms)
    assert all(row.principal >= 0 and row.fee >= 0 and row.principal + row.fee > 0 for row in plan)


@settings(max_examples=200)
@given(possible_terms())
def test_instalments_are_numbered_and_their_days_rise_after_disbursement(terms: Terms) -> None:
    plan = make_schedule(terms)
    assert [row.number for row in plan] == list(range(1, len(plan) + 1))
    days = [terms.disbursed_on, *(row.due_on for row in plan)]
    assert days == sorted(set(days))


@settings(max_examples=200)
@given(possible_terms())
def test_all_but_the_last_instalment_are_equal_in_principal_and_in_fee(terms: Terms) -> None:
    plan = make_schedule(terms)[:-1]
    assert len({row.principal for row in plan if row.principal}) <= 1
    assert len({row.fee for row in plan}) <= 1


@settings(max_examples=200)
@given(DAYS, st.integers(0, 240))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int
) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (
        later.day < day.day and (later + timedelta(days=1)).month != later.month
    )


def test_principal_is_rounded_to_a_thousand_and_the_last_takes_the_rest() -> None:
    assert [row.principal for row in make_schedule(plain(instalments=3))] == [
        3_333_000,
        3_333_000,
        3_334_000,
    ]
    assert [row.principal for row in make_schedule(plain(instalments=6))] == [
        *[1_667_000] * 5,
        1_665_000,
    ]


def test_rounding_never_makes_the_last_instalment_negative() -> None:
    tiny = plain(principal=Rupiah(15_000), instalments=10)
    assert [row.principal for row in make_schedule(tiny)] == [*[1_000] * 9, 6_000]


def test_what_is_smaller_than_the_step_is_split_in_whole_rupiah() -> None:
    tiny = plain(principal=Rupiah(4_005), instalments=10)
    assert [row.principal for row in make_schedule(tiny)] == [*[400] * 9, 405]


def test_a_fee_per_period_is_flat_on_the_original_principal() -> None:
    plan = make_schedule(plain(fee_basis_points=150))
    assert {(row.principal, row.fee) for row in plan} == {(1_000_000, 150_000)}


def test_a_fee_per_loan_is_taken_once_over_all_instalments() -> None:
    plan = make_schedule(plain(fee_basis_points=600, fee_basis=FeeBasis.PER_LOAN))
    assert {row.fee for row in plan} == {60_000}
    assert sum(row.fee for row in plan) == 600_000


def test_grace_with_fee_plans_the_fee_alone_first() -> None:
    plan = make_schedule(
        plain(fee_basis_points=150, grace_periods=2, first_due_on=date(2019, 8, 17))
    )
    assert len(plan) == 10
    assert [(row.principal, row.fee) for row in plan[:3]] == [
        (0, 150_000),
        (0, 150_000),
        (1_250_000, 150_000),
    ]
    assert plan[0].due_on == date(2019, 8, 17)


def test_grace_without_fee_plans_nothing_in_it_and_charges_nothing_for_it() -> None:
    plan = make_schedule(plain(fee_basis_points=150, grace_periods=2, fee_in_grace=False))
    assert plan[0].due_on == date(2019, 10, 17)
    assert [row.number for row in plan] == list(range(1, 9))
    assert sum(row.fee for row in plan) == 8 * 150_000


def test_a_loan_of_the_31st_falls_due_on_the_last_day_of_shorter_months_only() -> None:
    plan = make_schedule(plain(instalments=4, disbursed_on=date(2019, 12, 31)))
    assert [row.due_on for row in plan] == [
        date(2020, 1, 31),
        date(2020, 2, 29),
        date(2020, 3, 31),
        date(2020, 4, 30),
    ]
    common_year = make_schedule(plain(instalments=2, disbursed_on=date(2019, 1, 31)))
    assert [row.due_on for row in common_year] == [date(2019, 2, 28), date(2019, 3, 31)]


def test_giving_the_derived_first_day_changes_nothing() -> None:
    derived = plain(instalments=3, disbursed_on=date(2019, 1, 31))
    assert make_schedule(replace(derived, first_due_on=date(2019, 2, 28))) == make_schedule(derived)


def test_a_given_first_day_sets_the_day_of_the_month() -> None:
    plan = make_schedule(plain(instalments=3, first_due_on=date(2019, 9, 5)))
    assert [row.due_on for row in plan] == [date(2019, 9, 5), date(2019, 10, 5), date(2019, 11, 5)]


@pytest.mark.parametrize(
    ("frequency", "days"),
    [
        (Weekly(), [date(2019, 7, 24), date(2019, 7, 31)]),
        (EveryMonths(3), [date(2019, 10, 17), date(2020, 1, 17)]),
        (
            Seasonal((date(2020, 2, 29), date(2020, 9, 30))),
            [date(2020, 2, 29), date(2020, 9, 30)],
        ),
    ],
)
def test_every_frequency_has_its_days(frequency: Frequency, days: list[date]) -> None:
    plan = make_schedule(plain(instalments=2, frequency=frequency))
    assert [row.due_on for row in plan] == days


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("rule.terms_principal_not_positive", {"principal": Rupiah(0)}),
        ("rule.terms_without_instalments", {"instalments": 0}),
        ("rule.terms_too_many_instalments", {"instalments": 521}),
        ("rule.terms_negative_fee", {"fee_basis_points": -1}),
        ("rule.terms_grace_takes_all", {"grace_periods": 10}),
        ("rule.terms_grace_takes_all", {"grace_periods": -1}),
        ("rule.terms_rounding_not_positive", {"rounding": Rupiah(0)}),
        ("rule.terms_months_out_of_range", {"frequency": EveryMonths(0)}),
        ("rule.terms_months_out_of_range", {"frequency": EveryMonths(25)}),
        ("rule.terms_days_do_not_match", {"frequency": Seasonal((date(2020, 1, 1),))}),
        (
            "rule.terms_days_not_in_order",
            {"frequency": Seasonal((date(2020, 2, 1), date(2020, 1, 1))), "instalments": 2},
        ),
        ("rule.terms_due_before_disbursement", {"first_due_on": date(2019, 7, 17)}),
    ],
)
def test_terms_that_cannot_be_kept_are_refused(code: str, changed: dict[str, object]) -> None:
    with pytest.raises(ImpossibleTerms) as refused:
        plain(**changed)
    assert refused.value.code == code

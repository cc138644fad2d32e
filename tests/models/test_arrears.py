"""What is late, its class (the vectors of DOMAIN.md 3.5), and a loan's standing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation import Due
from models.arrears import (
    CLASSES_BY_DAYS,
    OPERATIONAL_CLASSES,
    Arrears,
    CollectibilityClass,
    CollectibilityTable,
    LoanStanding,
    Measure,
    NextDue,
    arrears,
    collectibility,
)
from models.money import Rupiah
from models.schedule import add_months

FIRST_DUE = date(2019, 8, 17)


def loan(*, principal_paid: int = 0, fee_paid: int = 0, instalments: int = 12) -> list[Due]:
    """Equal instalments of Rp1.000.000 and Rp60.000, paid from the oldest on."""
    dues: list[Due] = []
    for month in range(instalments):
        principal, fee = min(principal_paid, 1_000_000), min(fee_paid, 60_000)
        dues.append(
            Due(
                instalment=month + 1,
                begins_on=add_months(FIRST_DUE, month - 1),
                due_on=add_months(FIRST_DUE, month),
                principal=Rupiah(1_000_000),
                fee=Rupiah(60_000),
                principal_paid=Rupiah(principal),
                fee_paid=Rupiah(fee),
            )
        )
        principal_paid, fee_paid = principal_paid - principal, fee_paid - fee
    return dues


def class_with(principal_late: int) -> str:
    """The class with this much principal late and every fee paid."""
    dues = loan(principal_paid=8_000_000 - principal_late, fee_paid=12 * 60_000)
    return collectibility(dues, add_months(FIRST_DUE, 7) + timedelta(days=1)).name


@pytest.mark.parametrize(
    ("principal_late", "name"),
    [
        (0, "I"),
        (999, "I"),
        (1_000, "II"),
        (2_000_000, "II"),
        (2_000_001, "III"),
        (4_000_000, "III"),
        (4_000_001, "IV"),
        (6_000_000, "IV"),
        (6_000_001, "V"),
    ],
)
def test_vectors_of_the_domain(principal_late: int, name: str) -> None:
    assert class_with(principal_late) == name


def test_months_after_the_last_due_day_make_a_loan_worse() -> None:
    dues = loan(principal_paid=11_500_000, fee_paid=12 * 60_000)
    last = dues[-1].due_on
    days = [last, last + timedelta(days=1), add_months(last, 1), add_months(last, 2)]
    assert [collectibility(dues, day).name for day in days] == ["I", "II", "II", "III"]
    assert collectibility(dues, add_months(last, 6)).name == "V"


def test_a_loan_that_is_repaid_stays_in_the_first_class_for_ever() -> None:
    dues = loan(principal_paid=12_000_000, fee_paid=12 * 60_000)
    assert collectibility(dues, date(2030, 1, 1)).name == "I"


@pytest.mark.parametrize(
    ("days_late", "name"),
    [
        (0, "I"),
        (1, "II"),
        (30, "II"),
        (31, "III"),
        (90, "III"),
        (91, "IV"),
        (180, "IV"),
        (181, "V"),
    ],
)
def test_a_table_may_count_days(days_late: int, name: str) -> None:
    dues = loan(instalments=1)
    assert collectibility(dues, FIRST_DUE + timedelta(days_late), CLASSES_BY_DAYS).name == name


def test_reserves_of_the_default_table() -> None:
    assert [one.reserve_basis_points for one in OPERATIONAL_CLASSES.classes] == [
        100,
        1_000,
        2_500,
        5_000,
        10_000,
    ]


@pytest.mark.parametrize(
    "limits", [[], [0], [0, 2], [None, None], [2, 2, None], [3, 1, None], [0, None, 4, None]]
)
def test_a_table_that_leaves_a_loan_without_class_is_refused(limits: list[int | None]) -> None:
    with pytest.raises(ValueError, match="rising limits"):
        CollectibilityTable(
            Measure.DAYS, tuple(CollectibilityClass("x", limit, 0) for limit in limits)
        )


def test_an_instalment_is_late_from_the_day_after_its_due_day() -> None:
    assert arrears(loan(), FIRST_DUE) == Arrears()
    assert arrears(loan(), FIRST_DUE + timedelta(days=1)) == Arrears(
        principal=Rupiah(1_000_000),
        fee=Rupiah(60_000),
        instalments=1,
        oldest_due_on=FIRST_DUE,
        days=1,
    )


def test_books_closed_on_a_due_day_count_what_was_due_on_it() -> None:
    closed = arrears(loan(), FIRST_DUE, at_close=True)
    assert (closed.total, closed.days) == (1_060_000, 0)
    assert collectibility(loan(), FIRST_DUE, at_close=True).name == "II"


def test_the_oldest_unpaid_instalment_counts_the_days() -> None:
    late = arrears(loan(principal_paid=1_000_000, fee_paid=60_000), date(2019, 10, 20))
    assert (late.oldest_due_on, late.days, late.instalments) == (date(2019, 9, 17), 33, 2)


@settings(max_examples=200)
@given(st.integers(0, 12_000_000), st.integers(0, 720_000), st.integers(-40, 700))
def test_arrears_are_the_target_so_far_less_what_was_paid_and_never_negative(
    principal_paid: int, fee_paid: int, days: int
) -> None:
    today = FIRST_DUE + timedelta(days=days)
    dues = loan(principal_paid=principal_paid, fee_paid=fee_paid)
    periods = sum(due.due_on < today for due in dues)
    late = arrears(dues, today)
    assert late.principal == max(0, periods * 1_000_000 - principal_paid)
    assert late.fee == max(0, periods * 60_000 - fee_paid)


@settings(max_examples=200)
@given(st.integers(0, 12_000_000), st.integers(0, 2_000_000), st.integers(-40, 900))
def test_paying_more_never_makes_the_class_worse_and_waiting_never_makes_it_better(
    paid: int, more: int, days: int
) -> None:
    today = FIRST_DUE + timedelta(days=days)

    def rank(principal_paid: int, day: date) -> int:
        found = collectibility(loan(principal_paid=principal_paid), day)
        return OPERATIONAL_CLASSES.classes.index(found)

    assert rank(paid + more, today) <= rank(paid, today) <= rank(paid, today + timedelta(days=9))


def test_a_standing_tells_what_is_left_late_and_next() -> None:
    dues = tuple(loan(principal_paid=1_400_000, fee_paid=120_000))
    standing = LoanStanding(loan_id=7, as_of=date(2019, 9, 20), dues=dues, credit=Rupiah(17))
    assert standing.principal == 12_000_000
    assert standing.outstanding_principal == 10_600_000
    assert standing.outstanding_fee == 600_000
    assert standing.outstanding == 11_200_000
    assert standing.arrears.total == 600_000
    assert standing.next_due == NextDue(3, date(2019, 10, 17), Rupiah(1_000_000), Rupiah(60_000))
    assert standing.next_due.total == 1_060_000
    assert standing.percent_repaid == 11


def test_the_instalment_of_today_is_the_next_one() -> None:
    standing = LoanStanding(loan_id=7, as_of=FIRST_DUE, dues=tuple(loan()), credit=Rupiah(0))
    assert standing.next_due is not None
    assert standing.next_due.due_on == FIRST_DUE


def test_a_repaid_loan_has_no_next_instalment() -> None:
    dues = tuple(loan(principal_paid=12_000_000, fee_paid=720_000))
    standing = LoanStanding(loan_id=7, as_of=FIRST_DUE, dues=dues, credit=Rupiah(0))
    assert standing.next_due is None
    assert standing.percent_repaid == 100


def test_all_but_one_rupiah_is_not_all() -> None:
    dues = tuple(loan(principal_paid=11_999_999, fee_paid=720_000))
    standing = LoanStanding(loan_id=7, as_of=FIRST_DUE, dues=dues, credit=Rupiah(0))
    assert standing.percent_repaid == 99

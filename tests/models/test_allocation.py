"""Sharing out a repayment: the vectors of DOMAIN.md 3.4, and what must always hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation import Component, Due, Share, allocate, shared_out
from models.money import Rupiah
from models.programme import AllocationOrder

OLDEST = AllocationOrder.OLDEST_INSTALMENT_FIRST
FEES = AllocationOrder.ALL_FEES_FIRST
FEE, PRINCIPAL, CREDIT = Component.FEE, Component.PRINCIPAL, Component.CREDIT
TODAY = date(2019, 9, 20)


def due(number: int, due_on: date, principal: int = 1_000_000, fee: int = 60_000) -> Due:
    return Due(
        instalment=number,
        begins_on=due_on - timedelta(days=30),
        due_on=due_on,
        principal=Rupiah(principal),
        fee=Rupiah(fee),
    )


LATE = [due(1, date(2019, 7, 17)), due(2, date(2019, 8, 17))]
CURRENT = due(3, date(2019, 10, 10))
FUTURE = due(4, date(2019, 11, 10))


@pytest.mark.parametrize(
    ("paid", "order", "expected"),
    [
        (
            1_500_000,
            OLDEST,
            [(1, FEE, 60), (1, PRINCIPAL, 1000), (2, FEE, 60), (2, PRINCIPAL, 380)],
        ),
        (1_500_000, FEES, [(1, FEE, 60), (2, FEE, 60), (1, PRINCIPAL, 1000), (2, PRINCIPAL, 380)]),
        (1_050_000, OLDEST, [(1, FEE, 60), (1, PRINCIPAL, 990)]),
        (1_050_000, FEES, [(1, FEE, 60), (2, FEE, 60), (1, PRINCIPAL, 930)]),
        (
            2_120_000,
            OLDEST,
            [(1, FEE, 60), (1, PRINCIPAL, 1000), (2, FEE, 60), (2, PRINCIPAL, 1000)],
        ),
        (2_120_000, FEES, [(1, FEE, 60), (2, FEE, 60), (1, PRINCIPAL, 1000), (2, PRINCIPAL, 1000)]),
    ],
)
def test_vectors_of_the_domain(
    paid: int, order: AllocationOrder, expected: list[tuple[int, Component, int]]
) -> None:
    shares = allocate(paid, LATE, order=order, today=TODAY)
    assert shares == tuple(
        Share(instalment, component, Rupiah(thousands * 1000))
        for instalment, component, thousands in expected
    )


def test_an_instalment_paid_days_early_is_paid_in_full_because_its_period_has_begun() -> None:
    assert allocate(1_060_000, [CURRENT, FUTURE], order=OLDEST, today=TODAY) == (
        Share(3, FEE, Rupiah(60_000)),
        Share(3, PRINCIPAL, Rupiah(1_000_000)),
    )


def test_the_fee_of_a_period_that_has_not_begun_is_not_charged() -> None:
    shares = allocate(1_060_000, [FUTURE], order=OLDEST, today=TODAY)
    assert shares == (Share(4, PRINCIPAL, Rupiah(1_000_000)), Share(None, CREDIT, Rupiah(60_000)))


def test_the_fee_of_a_period_that_has_not_begun_is_charged_where_fees_are_paid_in_advance() -> None:
    shares = allocate(1_060_000, [FUTURE], order=OLDEST, today=TODAY, fee_in_advance=True)
    assert shares == (Share(4, FEE, Rupiah(60_000)), Share(4, PRINCIPAL, Rupiah(1_000_000)))


def test_surplus_goes_to_one_next_instalment_and_the_rest_is_credit() -> None:
    shares = allocate(5_000_000, [*LATE, CURRENT, FUTURE], order=OLDEST, today=TODAY)
    assert shared_out(shares) == {FEE: 180_000, PRINCIPAL: 3_000_000, CREDIT: 1_820_000}
    assert 4 not in {share.instalment for share in shares}


def test_an_instalment_due_today_counts_as_due() -> None:
    today = due(1, TODAY)
    shares = allocate(2_120_000, [today, CURRENT], order=OLDEST, today=TODAY)
    assert [share.instalment for share in shares] == [1, 1, 3, 3]


def test_the_order_of_the_given_instalments_does_not_matter() -> None:
    there = allocate(1_500_000, LATE, order=OLDEST, today=TODAY)
    assert allocate(1_500_000, LATE[::-1], order=OLDEST, today=TODAY) == there


@pytest.mark.parametrize("amount", [0, -1])
def test_nothing_cannot_be_shared_out(amount: int) -> None:
    with pytest.raises(ValueError, match="cannot be shared out"):
        allocate(amount, LATE, order=OLDEST, today=TODAY)


@st.composite
def loans(draw: st.DrawFn) -> list[Due]:
    """A loan of up to eight instalments around today, each paid to some degree."""
    begins_on = TODAY - timedelta(days=draw(st.integers(0, 200)))
    dues: list[Due] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        due_on = begins_on + timedelta(days=draw(st.integers(1, 60)))
        principal, fee = draw(st.integers(0, 2_000_000)), draw(st.integers(0, 100_000))
        dues.append(
            Due(
                instalment=number,
                begins_on=begins_on,
                due_on=due_on,
                principal=Rupiah(principal),
                fee=Rupiah(fee),
                principal_paid=Rupiah(draw(st.integers(0, principal))),
                fee_paid=Rupiah(draw(st.integers(0, fee))),
            )
        )
        begins_on = due_on
    return dues


def after(dues: list[Due], shares: tuple[Share, ...]) -> list[Due]:
    """The loan once the shares are booked, by plain addition."""
    paid = {(share.instalment, share.component): share.amount for share in shares}
    return [
        replace(
            one,
            fee_paid=one.fee_paid + paid.get((one.instalment, FEE), 0),
            principal_paid=one.principal_paid + paid.get((one.instalment, PRINCIPAL), 0),
        )
        for one in dues
    ]


ORDERS = st.sampled_from(AllocationOrder)
PAYMENTS = st.integers(1, 10_000_000)


@settings(max_examples=200)
@given(dues=loans(), amount=PAYMENTS, order=ORDERS, in_advance=st.booleans())
def test_no_rupiah_is_lost_or_made_and_nothing_is_overpaid(
    dues: list[Due], amount: int, order: AllocationOrder, *, in_advance: bool
) -> None:
    shares = allocate(amount, dues, order=order, today=TODAY, fee_in_advance=in_advance)
    assert sum(share.amount for share in shares) == amount
    assert all(share.amount > 0 for share in shares)
    assert all(one.fee_left >= 0 and one.principal_left >= 0 for one in after(dues, shares))


@settings(max_examples=200)
@given(loans(), PAYMENTS, ORDERS)
def test_money_is_credit_only_once_everything_due_is_paid(
    dues: list[Due], amount: int, order: AllocationOrder
) -> None:
    shares = allocate(amount, dues, order=order, today=TODAY)
    if shared_out(shares).get(CREDIT):
        assert not any(one.left for one in after(dues, shares) if one.due_on <= TODAY)


@settings(max_examples=200)
@given(dues=loans(), first=PAYMENTS, second=PAYMENTS, order=ORDERS, in_advance=st.booleans())
def test_paying_twice_on_a_day_is_paying_the_sum_once(
    dues: list[Due], first: int, second: int, order: AllocationOrder, *, in_advance: bool
) -> None:
    def pay(amount: int, owed: list[Due]) -> tuple[Share, ...]:
        return allocate(amount, owed, order=order, today=TODAY, fee_in_advance=in_advance)

    one, at_once = pay(first, dues), pay(first + second, dues)
    other = pay(second, after(dues, one))
    assert after(after(dues, one), other) == after(dues, at_once)
    assert shared_out([*one, *other]).get(CREDIT) == shared_out(at_once).get(CREDIT)


@settings(max_examples=200)
@given(loans(), PAYMENTS)
def test_oldest_first_leaves_nothing_open_before_the_newest_instalment_paid(
    dues: list[Due], amount: int
) -> None:
    shares = allocate(amount, dues, order=OLDEST, today=TODAY)
    touched = {share.instalment for share in shares}
    newest = max((one.due_on for one in dues if one.instalment in touched), default=date.min)
    before = [one for one in after(dues, shares) if one.due_on < min(newest, TODAY)]
    assert not any(one.left for one in before)

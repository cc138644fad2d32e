"""The payment code: what is asked, what it brings, and that history does not depend on a switch."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tortoise.exceptions import IntegrityError

from bot.database import transaction
from models.allocation import Component, Share, code_kept, with_code_kept
from models.audit import AuditEvent
from models.books_audit import audit_programme
from models.chart import AccountKind
from models.corrections import reallocate, reverse_entry
from models.errors import AboveCredit
from models.ledger import shares_of
from models.ledger_tables import JournalEntry
from models.lending import apply_credit, apply_due_credits, disburse, record_repayment
from models.money import Rupiah
from models.payment_code import (
    PaymentCode,
    asked_amount,
    asked_beside_credit,
    asked_code,
    brought_by_code,
    code_of_loan,
    codes_of,
    give_code,
    switch_codes,
    three_digits,
)
from models.programme import AllocationOrder, Programme
from models.refund import refund_credit
from models.replay import Payment, Refund, replay
from models.standings import loan_standing
from tests.models.books import NOON, Books, new_group, open_books

if TYPE_CHECKING:
    from models.loan import Loan

FIRST_DUE, SECOND_DUE = date(2019, 8, 17), date(2019, 9, 17)
LATER = date(2019, 10, 1)
ROUND = 1_000


# What is asked --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "code", "asked"),
    [
        (500_000, 17, 500_017),
        (499_983, 17, 500_017),
        (499_001, 17, 500_017),
        (500_001, 17, 501_017),
        (1_000, 999, 1_999),
        (1, 1, 1_001),
        (500_000, None, 500_000),
        (499_983, None, 499_983),
        (0, 17, 0),
    ],
)
def test_what_is_due_is_rounded_up_and_ends_in_the_code(
    left: int, code: int | None, asked: int
) -> None:
    assert asked_amount(left, code) == asked


@pytest.mark.parametrize(
    ("credit", "asked"),
    [(0, 500_017), (17, 500_017), (100_000, 400_017), (500_000, 0), (900_000, 0)],
)
def test_what_the_credit_will_pay_is_not_asked_for(credit: int, asked: int) -> None:
    assert asked_beside_credit(500_000, credit, 17) == asked
    assert asked_beside_credit(500_000, credit, None) == 500_000


@given(st.integers(1, 10**12), st.integers(1, 999))
def test_whoever_pays_what_is_asked_pays_what_is_due_and_is_recognised(
    left: int, code: int
) -> None:
    asked = asked_amount(left, code)
    brought = brought_by_code(asked, code)
    assert brought == code
    assert 0 <= asked - brought - left < ROUND


@pytest.mark.parametrize(
    ("amount", "code", "brought"),
    [
        (500_017, 17, 17),
        (500_018, 17, 0),
        (500_000, 17, 0),
        (17, 17, 0),
        (1_017, 17, 17),
        (500_170, 17, 0),
        (500_017, None, 0),
    ],
)
def test_only_an_amount_that_ends_in_the_code_brings_it(
    amount: int, code: int | None, brought: int
) -> None:
    assert brought_by_code(amount, code) == brought


def test_a_code_is_written_with_three_digits() -> None:
    assert [three_digits(code) for code in (1, 17, 999)] == ["001", "017", "999"]


@given(
    st.integers(0, 999),
    st.lists(st.integers(1, 10**9), max_size=3),
    st.integers(0, 10**9),
)
def test_an_entry_tells_by_its_shares_what_it_kept(kept: int, paid: list[int], over: int) -> None:
    rest = [Share(7, Component.PRINCIPAL, Rupiah(amount)) for amount in paid]
    if over or not rest:
        rest.append(Share(None, Component.CREDIT, Rupiah(over or 1)))
    assert code_kept(with_code_kept(Rupiah(kept), rest)) == kept


def test_what_a_day_kept_is_given_back_last_and_may_be_given_back_on_that_day() -> None:
    events = [
        Payment(on=FIRST_DUE, amount=Rupiah(500_017), kept=Rupiah(17)),
        Refund(on=FIRST_DUE, amount=Rupiah(500_010)),
    ]
    order = AllocationOrder.OLDEST_INSTALMENT_FIRST
    left = replay(events, (), order=order, brought_in=0, through=LATER)
    assert left == {(None, Component.CREDIT): 7}
    too_much = [events[0], Refund(on=FIRST_DUE, amount=Rupiah(500_018))]
    assert replay(too_much, (), order=order, brought_in=0, through=LATER) is None


# Giving codes out -------------------------------------------------------------------------------


async def switch(books: Books, *, on: bool = True) -> bool:
    return await switch_codes(books.programme.id, on=on, at=NOON, person_id=books.maker.id)


@pytest.mark.usefixtures("database")
async def test_a_group_gets_the_smallest_free_code_and_keeps_it() -> None:
    async with transaction():
        books = await open_books()
        groups = [await new_group() for _ in range(3)]
        programme = books.programme.id
        await PaymentCode.create(
            programme_id=programme, group_id=groups[0].id, code=2, given_at=NOON
        )
        assert await give_code(programme, groups[1].id, at=NOON) == 1
        assert await give_code(programme, groups[2].id, at=NOON) == 3
        assert await give_code(programme, groups[1].id, at=NOON) == 1
        assert await codes_of(programme) == {groups[0].id: 2, groups[1].id: 1, groups[2].id: 3}
        other = await open_books()
        assert await give_code(other.programme.id, groups[2].id, at=NOON) == 1


@pytest.mark.usefixtures("database")
async def test_the_thousandth_group_has_no_code_and_is_asked_for_the_amount_itself() -> None:
    async with transaction():
        books = await open_books()
        await switch(books)
        full = [await new_group() for _ in range(999)]
        await PaymentCode.bulk_create(
            PaymentCode(programme_id=books.programme.id, group_id=one.id, code=code, given_at=NOON)
            for code, one in enumerate(full, start=1)
        )
        loan = await books.lend()
        assert await code_of_loan(loan.id) is None
        await record_repayment(loan.id, 500_017, **books.act())
    assert await books.held(AccountKind.GROUP_CREDIT, loan) == 0


@pytest.mark.usefixtures("database")
async def test_the_database_refuses_a_code_twice_and_one_that_is_no_three_digits() -> None:
    async with transaction():
        books = await open_books()
        first, second = await new_group(), await new_group()
        programme = books.programme.id
        await PaymentCode.create(programme_id=programme, group_id=first.id, code=1, given_at=NOON)
    for group, code in ((second, 1), (first, 2), (second, 0), (second, 1_000)):
        with pytest.raises((IntegrityError, ValueError)):
            await PaymentCode.create(
                programme_id=programme, group_id=group.id, code=code, given_at=NOON
            )


@pytest.mark.usefixtures("database")
async def test_groups_that_come_at_once_get_different_codes() -> None:
    async with transaction():
        books = await open_books()
        groups = [await new_group() for _ in range(4)]

    async def give(group: int) -> int | None:
        async with transaction():
            return await give_code(books.programme.id, group, at=NOON)

    given_out = await asyncio.gather(*(give(group.id) for group in groups))
    assert sorted(code or 0 for code in given_out) == [1, 2, 3, 4]


@pytest.mark.usefixtures("database")
async def test_switching_on_gives_borrowers_their_codes_once_and_is_in_the_trail() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await new_group()
        assert await code_of_loan(loan.id) is None
        assert await switch(books)
        assert not await switch(books)
        assert await codes_of(books.programme.id) == {loan.group_id: 1}
        assert await code_of_loan(loan.id) == 1
        later = await books.lend()
        assert await code_of_loan(later.id) == 2
        assert await switch(books, on=False)
        assert await code_of_loan(loan.id) is None
        assert await codes_of(books.programme.id) == {loan.group_id: 1, later.group_id: 2}
        programme = await Programme.get(id=books.programme.id)
        assert await asked_code(programme, loan.group_id) is None
    deeds = await AuditEvent.filter(subject=f"programme:{books.programme.id}").order_by("id")
    assert [(one.deed, one.person_id) for one in deeds] == [
        ("codes_asked", books.maker.id),
        ("codes_not_asked", books.maker.id),
    ]


@pytest.mark.usefixtures("database")
async def test_a_loan_in_a_programme_without_codes_gets_none() -> None:
    async with transaction():
        books = await open_books()
        await books.lend()
        assert await codes_of(books.programme.id) == {}


# In the books ----------------------------------------------------------------------------------


async def asking() -> tuple[Books, Loan]:
    """A loan of 2 x (1.000.000 + 60.000) to a group with the code 1."""
    books = await open_books()
    await switch(books)
    return books, await books.lend()


async def paid(loan: Loan) -> list[int]:
    standing = await loan_standing(loan.id, LATER)
    return [*(due.principal_paid + due.fee_paid for due in standing.dues), standing.credit]


async def sound(books: Books) -> None:
    assert (await audit_programme(books.programme.id, LATER)).difference is None


@pytest.mark.usefixtures("database")
async def test_what_the_code_brings_is_credit_although_more_is_due() -> None:
    async with transaction():
        books, loan = await asking()
        recorded = await record_repayment(loan.id, 500_001, **books.act(FIRST_DUE))
        assert recorded.shares[0] == Share(None, Component.CREDIT, Rupiah(1))
        assert await paid(loan) == [500_000, 0, 1]
    await sound(books)


@pytest.mark.usefixtures("database")
async def test_an_amount_without_the_code_is_shared_out_as_ever() -> None:
    async with transaction():
        books, loan = await asking()
        await record_repayment(loan.id, 500_002, **books.act(FIRST_DUE))
        assert await paid(loan) == [500_002, 0, 0]


@pytest.mark.usefixtures("database")
async def test_where_no_codes_are_asked_an_amount_that_ends_so_is_shared_out_whole() -> None:
    async with transaction():
        books, loan = await asking()
        await switch(books, on=False)
        await record_repayment(loan.id, 500_001, **books.act(FIRST_DUE))
        assert await paid(loan) == [500_001, 0, 0]


@pytest.mark.usefixtures("database")
async def test_credit_of_the_code_is_used_from_the_day_after_by_itself() -> None:
    async with transaction():
        books, loan = await asking()
        await record_repayment(loan.id, 500_001, **books.act(FIRST_DUE))
        assert await apply_credit(loan.id, **books.act(FIRST_DUE)) is None
        assert await apply_due_credits(FIRST_DUE, at=NOON) == []
        (used,) = await apply_due_credits(FIRST_DUE + timedelta(days=1), at=NOON)
        assert sum(share.amount for share in used.shares) == 0
        assert await paid(loan) == [500_001, 0, 0]
    await sound(books)


@pytest.mark.usefixtures("database")
async def test_paying_what_is_asked_month_by_month_repays_the_loan_and_leaves_a_few_rupiah() -> (
    None
):
    async with transaction():
        books, loan = await asking()
        for day in (FIRST_DUE, SECOND_DUE):
            standing = await loan_standing(loan.id, day)
            due = next(one for one in standing.dues if one.left)
            asked = asked_beside_credit(due.left, standing.credit, 1)
            assert asked == 1_060_001
            await record_repayment(loan.id, asked, **books.act(day))
        assert await paid(loan) == [1_060_000, 1_060_000, 2]
    await sound(books)


@pytest.mark.usefixtures("database")
async def test_switching_codes_later_changes_no_history() -> None:
    async with transaction():
        books, loan = await asking()
        await record_repayment(loan.id, 500_001, **books.act(SECOND_DUE))
        await switch(books, on=False)
        await record_repayment(loan.id, 300_001, **books.act(SECOND_DUE))
        assert await paid(loan) == [800_001, 0, 1]
        await record_repayment(loan.id, 100_000, **books.act(FIRST_DUE))  # shares out by days
        assert await paid(loan) == [900_001, 0, 1]
        await switch(books)
        assert await reallocate(loan.id, **books.act(SECOND_DUE)) is None
    await sound(books)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("order", AllocationOrder)
async def test_payments_of_one_day_may_come_in_any_order(order: AllocationOrder) -> None:
    payments = [(500_001, FIRST_DUE), (300_000, FIRST_DUE), (700_001, FIRST_DUE)]
    payments.append((100_001, SECOND_DUE))
    ends = []
    async with transaction():
        for arriving in permutations(payments):
            books = await open_books(order=order)
            await switch(books)
            loan = await books.lend()
            for amount, day in arriving:
                await record_repayment(loan.id, amount, **books.act(day))
                await apply_credit(loan.id, **books.act(day))
            ends.append(await paid(loan))
            await sound(books)
    assert ends == [[1_060_000, 540_002, 1]] * len(ends)


@pytest.mark.usefixtures("database")
async def test_taking_a_payment_with_a_code_back_restores_every_balance() -> None:
    async with transaction():
        books, loan = await asking()
        await record_repayment(loan.id, 500_001, **books.act(FIRST_DUE))
        before = await paid(loan)
        recorded = await record_repayment(loan.id, 700_001, **books.act(SECOND_DUE))
        act = books.act(SECOND_DUE)
        act["approver_id"] = books.approver.id
        await reverse_entry(recorded.entry.id, **act)
        assert await paid(loan) == before
    await sound(books)


@pytest.mark.usefixtures("database")
async def test_what_the_day_kept_can_be_refunded_only_if_nothing_is_due() -> None:
    async with transaction():
        books, loan = await asking()
        act = books.act(FIRST_DUE)
        act["approver_id"] = books.approver.id
        await record_repayment(loan.id, 500_001, **books.act(FIRST_DUE))
        with pytest.raises(AboveCredit):
            await refund_credit(loan.id, 1, **act)
        await record_repayment(loan.id, 560_000, **books.act(FIRST_DUE))
        await refund_credit(loan.id, 1, **act)
        assert await paid(loan) == [1_060_000, 0, 0]
    await sound(books)


@pytest.mark.usefixtures("database")
async def test_the_same_reference_with_a_code_is_entered_once() -> None:
    async with transaction():
        books, loan = await asking()
        act = books.act(FIRST_DUE)
        first = await record_repayment(loan.id, 500_001, **act)
        await switch(books, on=False)
        again = await record_repayment(loan.id, 500_001, **act)
        assert again.entry.id == first.entry.id
        assert again.shares == first.shares
        assert len(await shares_of(first.entry)) == len(first.shares)
        assert await JournalEntry.filter(reference=act["reference"]).count() == 1


@pytest.mark.usefixtures("database")
async def test_paying_out_again_under_its_reference_gives_no_second_code() -> None:
    async with transaction():
        books = await open_books()
        await switch(books)
        loan = await books.plan_loan()
        act = books.act()
        await disburse(loan.id, **act)
        await disburse(loan.id, **act)
        assert await codes_of(books.programme.id) == {loan.group_id: 1}

"""Corrections: refunds, write-offs, rescheduling, reversals and payments that come late."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.database import transaction
from models.allocation import Component, Share
from models.audit import AuditEvent
from models.books_audit import audit_programme
from models.chart import AccountKind, EntryKind
from models.corrections import reallocate, reverse_entry, reverse_repayment
from models.errors import (
    AboveCredit,
    AboveOutstanding,
    AboveWrittenOff,
    AlreadyReversed,
    AmountNotPositive,
    ImpossibleTerms,
    LoanClosed,
    NeedsAnotherPerson,
    NotPaidOut,
    NotReversible,
    NotWrittenOff,
    PlanDoesNotAddUp,
    RestsOnLaterEntries,
    RuleBroken,
    SameReferenceOtherContent,
    UnknownEntry,
    UnknownLoan,
    WrittenOff,
)
from models.ledger_tables import JournalEntry
from models.lending import add_capital, apply_credit, apply_due_credits, disburse, record_repayment
from models.loan import Instalment, Loan, LoanStatus
from models.money import Rupiah
from models.plan_change import reschedule
from models.programme import AllocationOrder
from models.refund import refund_credit
from models.schedule import EveryMonths, PlannedInstalment, Terms, make_schedule
from models.standings import loan_standing
from models.write_off import recover, write_off
from tests.models.books import DISBURSED_ON, Books, open_books

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from models.ledger import Act

pytestmark = pytest.mark.usefixtures("database")

FIRST_DUE, SECOND_DUE = date(2019, 8, 17), date(2019, 9, 17)
AFTER_BOTH = date(2019, 9, 20)
FEE, PRINCIPAL, CREDIT = Component.FEE, Component.PRINCIPAL, Component.CREDIT


def by_two(books: Books, on: date = AFTER_BOTH) -> Act:
    act = books.act(on)
    act["approver_id"] = books.approver.id
    return act


async def left(loan: Loan) -> list[int]:
    return [due.left for due in (await loan_standing(loan.id, AFTER_BOTH)).dues]


async def sound(books: Books) -> None:
    assert (await audit_programme(books.programme.id, AFTER_BOTH)).difference is None


def planned(*rows: tuple[date, int, int]) -> list[PlannedInstalment]:
    return [
        PlannedInstalment(number, day, Rupiah(principal), Rupiah(fee))
        for number, (day, principal, fee) in enumerate(rows, start=1)
    ]


ACTS: dict[str, Callable[[int, Any], Awaitable[Any]]] = {
    "repayment": lambda loan, act: record_repayment(loan, 1_000, **act),
    "credit": lambda loan, act: apply_credit(loan, **act),
    "refund": lambda loan, act: refund_credit(loan, 1_000, **act),
    "write-off": lambda loan, act: write_off(loan, **act),
    "recovery": lambda loan, act: recover(loan, 1_000, **act),
    "reschedule": lambda loan, act: reschedule(loan, [], **act),
    "reallocation": lambda loan, act: reallocate(loan, **act),
    "disbursement": lambda loan, act: disburse(loan, **act),
}


@pytest.mark.parametrize("what", sorted(ACTS))
async def test_a_loan_that_does_not_exist_is_named(what: str) -> None:
    async with transaction():
        books = await open_books()
        with pytest.raises(UnknownLoan) as refused:
            await ACTS[what](4711, by_two(books))
    assert refused.value.facts == {"loan": 4711}


@pytest.mark.parametrize("amount", [0, -1])
async def test_no_money_and_less_than_none_is_refused_everywhere(amount: int) -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        before = await JournalEntry.all().count()
        for act in (
            lambda: record_repayment(loan.id, amount, **by_two(books)),
            lambda: refund_credit(loan.id, amount, **by_two(books)),
            lambda: write_off(loan.id, amount, **by_two(books)),
            lambda: recover(loan.id, amount, **by_two(books)),
            lambda: add_capital(books.programme.id, amount, **by_two(books)),
        ):
            with pytest.raises(AmountNotPositive):
                await act()
        assert await JournalEntry.all().count() == before


@pytest.mark.parametrize("what", ["refund", "write-off", "reschedule", "reversal"])
@pytest.mark.parametrize("who", ["alone", "same", "nobody"])
async def test_what_takes_two_people_is_not_done_by_one(what: str, who: str) -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        act = books.act(AFTER_BOTH)
        act["approver_id"] = {"alone": None, "same": books.maker.id}.get(who, books.approver.id)
        if who == "nobody":
            act["maker_id"] = None
        with pytest.raises(NeedsAnotherPerson):
            await (reverse_entry(1, **act) if what == "reversal" else ACTS[what](loan.id, act))


async def test_credit_goes_back_to_the_group_but_not_more_than_there_is() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 1_560_000, **books.act(date(2019, 8, 1)))
        with pytest.raises(AboveCredit) as refused:
            await refund_credit(loan.id, 500_001, **by_two(books, date(2019, 8, 2)))
        act = by_two(books, date(2019, 8, 2))
        first = await refund_credit(loan.id, 300_000, **act)
        again = await refund_credit(loan.id, 300_000, **act)
        with pytest.raises(SameReferenceOtherContent):
            await refund_credit(loan.id, 1, **act)
        await sound(books)
    assert refused.value.facts == {"amount": 500_001, "credit": 500_000}
    assert first.entry.id == again.entry.id
    assert await books.held(AccountKind.GROUP_CREDIT, loan) == 200_000
    assert await books.held(AccountKind.CREDIT_CASH) == 200_000


async def test_credit_that_pays_what_has_fallen_due_is_not_free_to_be_refunded() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 1_560_000, **books.act(date(2019, 8, 1)))
        with pytest.raises(AboveCredit) as refused:
            await refund_credit(loan.id, 1, **by_two(books, SECOND_DUE))
    assert refused.value.facts == {"amount": 1, "credit": 0}


async def test_due_credit_is_used_for_every_loan_once_a_day() -> None:
    async with transaction():
        books = await open_books(50_000_000)
        loans = [await books.lend() for _ in range(4)]
        for loan in loans[:3]:
            await record_repayment(loan.id, 1_160_000, **books.act(date(2019, 8, 1)))
        at = datetime(2019, 9, 17, tzinfo=UTC)
        assert await apply_due_credits(date(2019, 9, 16), at=at) == []
        applied = await apply_due_credits(SECOND_DUE, at=at)
        assert await apply_due_credits(SECOND_DUE, at=at) == []
        await sound(books)
    assert [one.entry.reference for one in applied] == [
        f"credit:{loan.id}:2019-09-17" for loan in loans[:3]
    ]
    assert [await left(loan) for loan in loans] == [[0, 960_000]] * 3 + [[1_060_000, 1_060_000]]


async def test_a_payment_uses_credit_for_what_had_fallen_due_before_itself() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 1_160_000, **books.act(date(2019, 8, 1)))
        paid = await record_repayment(loan.id, 960_000, **books.act(AFTER_BOTH))
        await sound(books)
    assert [share.amount for share in paid.shares] == [960_000]
    assert (await Loan.get(id=loan.id)).status is LoanStatus.REPAID
    assert await JournalEntry.exists(reference=f"{paid.entry.reference}:credit")


async def test_a_back_dated_payment_posts_itself_and_one_adjusting_entry_with_its_cause() -> None:
    async with transaction():
        books = await open_books(order=AllocationOrder.ALL_FEES_FIRST)
        loan = await books.lend()
        await record_repayment(loan.id, 1_050_000, **books.act(AFTER_BOTH))
        act = books.act(date(2019, 8, 1))
        act["cause"] = "repayment_report:7"
        late = await record_repayment(loan.id, 100_000, **act)
        again = await record_repayment(loan.id, 100_000, **act)
        await sound(books)
    assert late.adjustment is not None
    assert again.adjustment is not None
    assert again.adjustment.id == late.adjustment.id
    assert late.adjustment.kind is EntryKind.ADJUSTMENT
    assert late.adjustment.cause == "repayment_report:7"
    # by the days: 60 + 40 on the first, then 60 fee and 960 principal, 30 of the second
    assert [
        (due.fee_paid, due.principal_paid)
        for due in (await loan_standing(loan.id, AFTER_BOTH)).dues
    ] == [(60_000, 1_000_000), (60_000, 30_000)]
    assert (await loan_standing(loan.id, AFTER_BOTH)).credit == 0


async def test_a_back_dated_payment_that_changes_no_share_adjusts_nothing() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 500_000, **books.act(AFTER_BOTH))
        late = await record_repayment(loan.id, 100_000, **books.act(date(2019, 8, 20)))
    assert late.adjustment is None


async def test_shares_that_staff_chose_are_kept_when_a_late_payment_arrives() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        second = (await loan_standing(loan.id, AFTER_BOTH)).dues[1].instalment
        own = [Share(second, PRINCIPAL, Rupiah(400_000))]
        await record_repayment(loan.id, 400_000, shares=own, **books.act(AFTER_BOTH))
        await record_repayment(loan.id, 100_000, **books.act(date(2019, 8, 1)))
        await sound(books)
    assert await left(loan) == [960_000, 660_000]


async def test_reversing_a_late_payment_restores_the_balances_before_it() -> None:
    async with transaction():
        books = await open_books(order=AllocationOrder.ALL_FEES_FIRST)
        loan = await books.lend()
        await record_repayment(loan.id, 1_050_000, **books.act(AFTER_BOTH))
        before = (await loan_standing(loan.id, AFTER_BOTH)).dues
        late = await record_repayment(loan.id, 100_000, **books.act(date(2019, 8, 1)))
        assert late.adjustment is not None
        await reverse_repayment(late.entry.id, **by_two(books))
        await sound(books)
        assert (await loan_standing(loan.id, AFTER_BOTH)).dues == before


async def test_a_payment_whose_credit_was_used_is_reversed_with_one_adjusting_entry() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        first = await record_repayment(loan.id, 1_560_000, **books.act(date(2019, 8, 1)))
        await record_repayment(loan.id, 200_000, **books.act(AFTER_BOTH))
        reversing = await reverse_repayment(first.entry.id, **by_two(books))
        await sound(books)
        adjusting = await JournalEntry.filter(kind=EntryKind.ADJUSTMENT)
    assert [one.reference for one in adjusting] == [f"{reversing.reference}:adjusted"]
    assert await left(loan) == [860_000, 1_060_000]
    assert await books.held(AccountKind.GROUP_CREDIT, loan) == 0


async def test_sharing_out_again_is_an_act_of_its_own_after_a_reversal() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        first = await record_repayment(loan.id, 1_060_000, **books.act(AFTER_BOTH))
        await record_repayment(loan.id, 500_000, **books.act(AFTER_BOTH))
        await reverse_repayment(first.entry.id, **by_two(books))
        assert await left(loan) == [1_060_000, 560_000]
        act = by_two(books)
        act["note"] = "alokasi ulang"
        entry, again = await reallocate(loan.id, **act), await reallocate(loan.id, **act)
        assert await reallocate(loan.id, **by_two(books)) is None
        await sound(books)
    assert entry is not None
    assert again is not None
    assert again.id == entry.id
    assert await left(loan) == [560_000, 1_060_000]
    assert await AuditEvent.filter(subject=f"loan:{loan.id}", deed="reallocated").count() == 1


async def test_reversing_says_what_stands_in_the_way() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        paid = await record_repayment(loan.id, 100_000, **books.act(AFTER_BOTH))
        with pytest.raises(UnknownEntry):
            await reverse_entry(4711, **by_two(books))
        with pytest.raises(NotReversible):
            await reverse_repayment(1, **by_two(books))
        act = by_two(books)
        reversing = await reverse_repayment(paid.entry.id, **act)
        assert (await reverse_repayment(paid.entry.id, **act)).id == reversing.id
        with pytest.raises(AlreadyReversed):
            await reverse_repayment(paid.entry.id, **by_two(books))
        with pytest.raises(NotReversible):
            await reverse_entry(reversing.id, **by_two(books))
        other = await record_repayment(loan.id, 100_000, **books.act(AFTER_BOTH))
        with pytest.raises(SameReferenceOtherContent):
            await reverse_entry(other.entry.id, **act)


async def test_writing_off_closes_the_loan_and_never_more_than_is_owed() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 1_060_000, **books.act(AFTER_BOTH))
        with pytest.raises(AboveOutstanding) as refused:
            await write_off(loan.id, 1_000_001, **by_two(books))
        act = by_two(books)
        entry, again = await write_off(loan.id, **act), await write_off(loan.id, **act)
        await sound(books)
        for late in (write_off(loan.id, **by_two(books)), reallocate(loan.id, **by_two(books))):
            with pytest.raises(WrittenOff):
                await late
        with pytest.raises(WrittenOff):
            await record_repayment(loan.id, 1_000, **books.act(AFTER_BOTH))
        with pytest.raises(RestsOnLaterEntries):
            await reverse_repayment(entry.id - 1, **by_two(books))
    assert refused.value.facts == {"amount": 1_000_001, "outstanding": 1_000_000}
    assert entry.id == again.id
    assert await books.held(AccountKind.LOAN_RECEIVABLE, loan) == 0
    assert await books.held(AccountKind.WRITTEN_OFF, loan) == 1_000_000
    assert (await Loan.get(id=loan.id)).status is LoanStatus.WRITTEN_OFF


async def test_a_part_is_written_off_the_last_instalments_and_its_reversal_puts_it_back() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 160_000, **books.act(AFTER_BOTH))
        entry = await write_off(loan.id, 1_200_000, **by_two(books))
        await sound(books)
        assert await left(loan) == [0, 700_000, 60_000]
        await reverse_entry(entry.id, **by_two(books))
        await sound(books)
    assert (await loan_standing(loan.id, AFTER_BOTH)).outstanding_principal == 1_900_000
    assert (await loan_standing(loan.id, AFTER_BOTH)).outstanding_fee == 60_000


async def test_money_after_a_write_off_is_a_recovery_up_to_what_was_given_up() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        with pytest.raises(NotWrittenOff):
            await recover(loan.id, 1_000, **by_two(books))
        written = await write_off(loan.id, **by_two(books))
        act = by_two(books)
        first, again = (
            await recover(loan.id, 1_500_000, **act),
            await recover(loan.id, 1_500_000, **act),
        )
        with pytest.raises(AboveWrittenOff) as refused:
            await recover(loan.id, 500_001, **by_two(books))
        with pytest.raises(SameReferenceOtherContent):
            await recover(loan.id, 1, **act)
        with pytest.raises(RestsOnLaterEntries):
            await reverse_entry(written.id, **by_two(books))
        await sound(books)
        await reverse_entry(first.entry.id, **by_two(books))
        await reverse_entry(written.id, **by_two(books))
        await sound(books)
    assert (again.entry.id, again.shares) == (first.entry.id, first.shares)
    assert refused.value.facts == {"amount": 500_001, "written_off": 500_000}
    assert (await Loan.get(id=loan.id)).status is LoanStatus.ACTIVE
    assert await left(loan) == [1_060_000, 1_060_000]


async def test_rescheduling_replaces_what_is_unpaid_and_keeps_the_old_plan_readable() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 1_360_000, **books.act(AFTER_BOTH))
        terms = Terms(
            principal=Rupiah(760_000),
            instalments=3,
            disbursed_on=AFTER_BOTH,
            frequency=EveryMonths(1),
            fee_basis_points=150,
        )
        plan, act = make_schedule(terms), by_two(books)
        entry, again = (
            await reschedule(loan.id, plan, **act),
            await reschedule(loan.id, plan, **act),
        )
        await sound(books)
        rows = await Instalment.filter(loan_id=loan.id).order_by("version", "number")
    assert entry.id == again.id
    assert [(row.version, row.number, row.principal, row.fee) for row in rows] == [
        (1, 1, 1_000_000, 60_000),
        (1, 2, 1_000_000, 60_000),
        (2, 2, 240_000, 60_000),
        (2, 3, 253_000, 11_000),
        (2, 4, 253_000, 11_000),
        (2, 5, 254_000, 12_200),
    ]
    assert [row.replaced_at is None for row in rows] == [True, False, True, True, True, True]
    standing = await loan_standing(loan.id, AFTER_BOTH)
    assert (standing.principal, standing.outstanding_principal) == (2_000_000, 760_000)
    assert standing.arrears.total == 0
    noted = await AuditEvent.get(subject=f"loan:{loan.id}", deed="rescheduled")
    assert noted.facts["fee_before"] == 0
    assert noted.facts["fee_after"] == 34_200


async def test_a_payment_from_before_a_rescheduling_can_still_be_reversed() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        paid = await record_repayment(loan.id, 400_000, **books.act(AFTER_BOTH))
        plan = planned((date(2020, 1, 1), 1_660_000, 0))
        await reschedule(loan.id, plan, **by_two(books))
        await reverse_repayment(paid.entry.id, **by_two(books))
        await sound(books)
    assert await left(loan) == [400_000, 1_660_000]


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ([(date(2020, 1, 1), 1_999_999, 0)], PlanDoesNotAddUp),
        ([], PlanDoesNotAddUp),
        ([(AFTER_BOTH, 2_000_000, 0)], ImpossibleTerms),
        ([(date(2020, 2, 1), 1, 0), (date(2020, 1, 1), 1_999_999, 0)], ImpossibleTerms),
        ([(date(2020, 1, 1), 2_000_000, 0), (date(2020, 2, 1), 0, 0)], ImpossibleTerms),
        ([(date(2020, 1, 1), 2_000_001, 0), (date(2020, 2, 1), -1, 5)], ImpossibleTerms),
    ],
)
async def test_a_plan_that_does_not_fit_changes_nothing(
    rows: list[tuple[date, int, int]], error: type[RuleBroken]
) -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        before = await Instalment.all().order_by("id").values()
        with pytest.raises(error):
            await reschedule(loan.id, planned(*rows), **by_two(books))
        assert await Instalment.all().order_by("id").values() == before
        await sound(books)


async def test_a_loan_that_is_repaid_or_was_never_paid_out_is_not_corrected() -> None:
    async with transaction():
        books = await open_books()
        loan, waiting = await books.lend(), await books.plan_loan()
        await record_repayment(loan.id, 2_120_000, **books.act(AFTER_BOTH))
        plan = planned((date(2020, 1, 1), 2_000_000, 0))
        for refused in (
            write_off(loan.id, **by_two(books)),
            ACTS["reschedule"](loan.id, by_two(books)),
        ):
            with pytest.raises(LoanClosed):
                await refused
        for never in (
            write_off(waiting.id, **by_two(books)),
            reschedule(waiting.id, plan, **by_two(books)),
        ):
            with pytest.raises(NotPaidOut):
                await never
        await sound(books)


async def test_reversing_a_disbursement_that_was_repaid_in_part_is_refused() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.plan_loan()
        paid_out = await disburse(loan.id, **books.act())
        await record_repayment(loan.id, 200_000, **books.act(AFTER_BOTH))
        with pytest.raises(RuleBroken):
            await reverse_entry(paid_out.id, **by_two(books))
        await sound(books)


async def test_an_audit_names_the_loan_whose_plan_was_changed_by_hand() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
    await Instalment.filter(loan_id=loan.id, number=1).update(principal=1_000_001)
    found = (await audit_programme(books.programme.id, DISBURSED_ON)).difference
    assert found is not None
    assert (found.where, found.what) == (f"loan {loan.number}", "outstanding principal")
    assert (found.shown, found.recomputed) == (2_000_001, 2_000_000)

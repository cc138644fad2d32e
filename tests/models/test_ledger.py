"""The journal on both databases: what it enters, what it refuses, and that nothing is rewritten."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tortoise.exceptions import IntegrityError

from bot.database import connection, transaction
from models.allocation import Component, Share
from models.chart import AccountKind, AccountRef, EntryKind, Transfer
from models.errors import (
    AboveOutstanding,
    AlreadyDisbursed,
    AlreadyReversed,
    InsufficientFunds,
    LoanClosed,
    NotPaidOut,
    NotReversible,
    RuleBroken,
    SameReferenceOtherContent,
)
from models.fund import fund_figures
from models.funding_tables import Application, ApplicationStatus, Funding, FundingState
from models.ledger import post, reverse, shares_of, transfers_of
from models.ledger_audit import ChainReport, Fault, balance_differences, verify_chain
from models.ledger_chain import GENESIS
from models.ledger_guards import install_ledger_guards, remove_ledger_guards
from models.ledger_tables import Account, Allocation, JournalEntry, Posting
from models.lending import add_capital, apply_credit, disburse, record_repayment
from models.loan import Instalment, Loan, LoanStatus
from models.money import Rupiah
from models.programme import AllocationOrder, Programme
from models.standings import loan_standing, standings
from tests.models.books import DISBURSED_ON, NOON, Books, new_group, open_books

if TYPE_CHECKING:
    from models.contact import Person

pytestmark = pytest.mark.usefixtures("database")

FIRST_DUE, SECOND_DUE = date(2019, 8, 17), date(2019, 9, 17)
AFTER_BOTH = date(2019, 9, 20)
FEE, PRINCIPAL, CREDIT = Component.FEE, Component.PRINCIPAL, Component.CREDIT


def cash_of(books: Books) -> AccountRef:
    return AccountRef(books.programme.id, AccountKind.FUND_CASH)


def capital_of(books: Books) -> AccountRef:
    return AccountRef(books.programme.id, AccountKind.CAPITAL)


async def instalments_of(loan: Loan) -> list[int]:
    return [due.instalment for due in (await loan_standing(loan.id, DISBURSED_ON)).dues]


async def test_capital_and_a_loan_stand_in_the_fund() -> None:
    async with transaction():
        books = await open_books(10_000_000)
        loan = await books.lend(2_000_000)
    assert await books.held(AccountKind.FUND_CASH) == 8_000_000
    assert await books.held(AccountKind.CAPITAL) == 10_000_000
    assert await books.held(AccountKind.LOAN_RECEIVABLE, loan) == 2_000_000


async def test_a_repayment_is_shared_out_and_keeps_fee_and_principal_apart() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        recorded = await record_repayment(loan.id, 1_500_000, **books.act(AFTER_BOTH))
    first, second = await instalments_of(loan)
    assert recorded.shares == (
        Share(first, FEE, Rupiah(60_000)),
        Share(first, PRINCIPAL, Rupiah(1_000_000)),
        Share(second, FEE, Rupiah(60_000)),
        Share(second, PRINCIPAL, Rupiah(380_000)),
    )
    assert await books.held(AccountKind.FUND_CASH) == 8_000_000 + 1_380_000
    assert await books.held(AccountKind.FEE_CASH) == 120_000
    assert await books.held(AccountKind.FEE_INCOME) == 120_000
    assert await books.held(AccountKind.LOAN_RECEIVABLE, loan) == 620_000
    assert [one.share for one in await shares_of(recorded.entry)] == list(recorded.shares)


async def test_the_programme_says_in_which_order_a_repayment_is_shared_out() -> None:
    async with transaction():
        books = await open_books(order=AllocationOrder.ALL_FEES_FIRST)
        loan = await books.lend()
        recorded = await record_repayment(loan.id, 1_050_000, **books.act(AFTER_BOTH))
    assert [share.component for share in recorded.shares] == [FEE, FEE, PRINCIPAL]
    assert [share.amount for share in recorded.shares] == [60_000, 60_000, 930_000]


async def test_a_repayment_is_shared_out_as_on_the_day_of_payment() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        recorded = await record_repayment(loan.id, 2_120_000, **books.act(date(2019, 8, 1)))
    assert [(share.component, share.amount) for share in recorded.shares] == [
        (FEE, 60_000),
        (PRINCIPAL, 1_000_000),
        (CREDIT, 1_060_000),
    ]


async def test_too_much_is_held_as_credit_and_is_not_lent() -> None:
    async with transaction():
        books = await open_books(2_000_000)
        loan = await books.lend()
        await record_repayment(
            loan.id, 1_560_000, **books.act(FIRST_DUE - (SECOND_DUE - FIRST_DUE))
        )
        figures = await fund_figures(books.programme.id, today=FIRST_DUE)
    assert await books.held(AccountKind.CREDIT_CASH) == 500_000
    assert await books.held(AccountKind.GROUP_CREDIT, loan) == 500_000
    assert (figures.available, figures.credit_held) == (1_000_000, 500_000)


async def test_credit_pays_what_has_fallen_due_and_becomes_money_of_the_fund() -> None:
    async with transaction():
        books = await open_books(2_000_000)
        loan = await books.lend()
        await record_repayment(loan.id, 1_560_000, **books.act(date(2019, 8, 1)))
        assert await apply_credit(loan.id, **books.act(date(2019, 9, 16))) is None
        applied = await apply_credit(loan.id, **books.act(SECOND_DUE))
        standing = await loan_standing(loan.id, SECOND_DUE)
    assert applied is not None
    assert sum(share.amount for share in applied.shares) == 0
    assert standing.credit == 0
    assert standing.outstanding == 560_000
    assert await books.held(AccountKind.CREDIT_CASH) == 0
    assert await books.held(AccountKind.FUND_CASH) == 1_440_000
    assert await books.held(AccountKind.FEE_CASH) == 120_000


async def test_applying_credit_again_under_its_reference_uses_no_more_of_it() -> None:
    async with transaction():
        books = await open_books(2_000_000)
        loan = await books.lend()
        await record_repayment(loan.id, 1_100_000, **books.act(date(2019, 8, 1)))
        act = books.act(SECOND_DUE)
        first, again = await apply_credit(loan.id, **act), await apply_credit(loan.id, **act)
    assert first is not None
    assert again is not None
    assert (again.entry.id, again.shares) == (first.entry.id, first.shares)
    assert await JournalEntry.filter(kind=EntryKind.CREDIT_APPLIED).count() == 1


async def test_a_loan_is_repaid_when_nothing_is_left_and_active_again_when_that_is_reversed() -> (
    None
):
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        recorded = await record_repayment(loan.id, 2_120_000, **books.act(AFTER_BOTH))
        assert (await Loan.get(id=loan.id)).status is LoanStatus.REPAID
        await reverse(recorded.entry, **books.act(AFTER_BOTH))
        assert (await Loan.get(id=loan.id)).status is LoanStatus.ACTIVE
        assert (await loan_standing(loan.id, AFTER_BOTH)).outstanding == 2_120_000


async def test_a_loan_that_is_repaid_takes_no_more_money() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 2_120_000, **books.act(AFTER_BOTH))
        with pytest.raises(LoanClosed) as refused:
            await record_repayment(loan.id, 1_000, **books.act(AFTER_BOTH))
    assert refused.value.facts == {"number": loan.number}


async def test_staff_may_share_out_otherwise_but_not_beyond_what_is_left() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        _, second = await instalments_of(loan)
        own = [Share(second, PRINCIPAL, Rupiah(700_000)), Share(None, CREDIT, Rupiah(300_000))]
        act = books.act(AFTER_BOTH)
        act["note"] = "the group asked for it"
        assert (await record_repayment(loan.id, 1_000_000, shares=own, **act)).shares == tuple(own)
        for amounts in ([300_001], [200_000, 100_001]):
            beyond = [Share(second, PRINCIPAL, Rupiah(amount)) for amount in amounts]
            with pytest.raises(AboveOutstanding):
                await record_repayment(
                    loan.id, sum(amounts), shares=beyond, **books.act(AFTER_BOTH)
                )


async def test_own_shares_of_another_loan_are_refused() -> None:
    async with transaction():
        books = await open_books()
        loan, other = await books.lend(), await books.lend()
        elsewhere = [Share((await instalments_of(other))[0], PRINCIPAL, Rupiah(1_000))]
        with pytest.raises(AboveOutstanding):
            await record_repayment(loan.id, 1_000, shares=elsewhere, **books.act(AFTER_BOTH))


@pytest.mark.parametrize(
    "shares",
    [
        [Share(None, CREDIT, Rupiah(999))],
        [Share(None, CREDIT, Rupiah(1_001)), Share(None, CREDIT, Rupiah(-1))],
        [Share(None, PRINCIPAL, Rupiah(1_000))],
        [Share(1, CREDIT, Rupiah(1_000))],
    ],
)
async def test_own_shares_that_make_no_sense_are_a_mistake_of_ours(shares: list[Share]) -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        with pytest.raises(ValueError, match=r"own shares|credit belongs"):
            await record_repayment(loan.id, 1_000, shares=shares, **books.act(AFTER_BOTH))


async def test_a_loan_that_was_never_paid_out_cannot_be_repaid() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.plan_loan()
        for amount in (1_000_000, 5_000):  # the second would be fee alone
            with pytest.raises(NotPaidOut):
                await record_repayment(loan.id, amount, **books.act(AFTER_BOTH))
    assert await JournalEntry.all().count() == 1


async def _approved(books: Books, amount: int) -> Funding:
    """So much is on its way to another group."""
    group = await new_group()
    application = await Application.create(
        draft_id=amount,
        number=f"A-{amount}",
        programme=books.programme,
        group=group,
        applied_by=books.maker,
        applied_at=NOON,
        purpose="bibit",
        amount=amount,
        status=ApplicationStatus.WAITING,
    )
    return await Funding.create(
        programme=books.programme,
        application=application,
        amount=amount,
        state=FundingState.APPROVED,
        cause="test:1",
        evidence={},
        proposed_at=NOON,
    )


async def test_disbursing_leaves_the_minimum_and_what_is_reserved_untouched() -> None:
    async with transaction():
        books = await open_books(5_000_000, minimum_balance=1_000_000)
        loan = await books.plan_loan(2_000_000)
        kept = await _approved(books, 2_000_001)
        with pytest.raises(InsufficientFunds) as refused:
            await disburse(loan.id, **books.act())
        await Funding.filter(id=kept.id).update(amount=2_000_000)
        await disburse(loan.id, **books.act())
    assert refused.value.facts == {
        "account": "fund_cash",
        "available": 1_999_999,
        "needed": 2_000_000,
    }


async def test_a_loan_is_paid_out_once() -> None:
    async with transaction():
        books = await open_books()
        loan, act = await books.plan_loan(), books.act()
        first, again = await disburse(loan.id, **act), await disburse(loan.id, **act)
        assert first.id == again.id
        with pytest.raises(AlreadyDisbursed):
            await disburse(loan.id, **books.act())
        await reverse(first, **books.act())
        await disburse(loan.id, **books.act())
    assert await books.held(AccountKind.LOAN_RECEIVABLE, loan) == 2_000_000


async def test_the_same_reference_enters_the_same_money_once() -> None:
    async with transaction():
        books = await open_books(0)
        act = books.act()
        first = await add_capital(books.programme.id, 500, **act)
        act["at"] = datetime(2019, 8, 1, tzinfo=UTC)
        again = await add_capital(books.programme.id, 500, **act)
    assert first.id == again.id
    assert await books.held(AccountKind.CAPITAL) == 500


async def test_the_same_reference_with_other_money_is_an_error_and_writes_nothing() -> None:
    async with transaction():
        books = await open_books(0)
        act = books.act()
        await add_capital(books.programme.id, 500, **act)
        with pytest.raises(SameReferenceOtherContent):
            await add_capital(books.programme.id, 501, **act)
        assert await books.held(AccountKind.CAPITAL) == 500


async def test_a_repayment_repeated_after_others_keeps_its_first_shares() -> None:
    async with transaction():
        books = await open_books()
        loan, act = await books.lend(), books.act(AFTER_BOTH)
        first = await record_repayment(loan.id, 100_000, **act)
        await record_repayment(loan.id, 200_000, **books.act(AFTER_BOTH))
        again = await record_repayment(loan.id, 100_000, **act)
        with pytest.raises(SameReferenceOtherContent):
            await record_repayment(loan.id, 100_001, **act)
        other = await books.lend()
        with pytest.raises(SameReferenceOtherContent):
            await record_repayment(other.id, 100_000, **act)
    assert (again.entry.id, again.shares) == (first.entry.id, first.shares)
    assert await JournalEntry.filter(kind=EntryKind.REPAYMENT).count() == 2


async def test_a_reversal_is_the_exact_mirror_and_restores_every_balance() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        before = {one.code: one.balance for one in await Account.all()}
        recorded = await record_repayment(loan.id, 3_000_000, **books.act(AFTER_BOTH))
        reversing = await reverse(recorded.entry, **books.act(AFTER_BOTH))
        after = {one.code: one.balance for one in await Account.all() if one.balance}
    assert after == before
    assert reversing.reverses_id == recorded.entry.id
    assert await transfers_of(reversing) == [
        transfer.mirrored() for transfer in await transfers_of(recorded.entry)
    ]
    assert [one.share.amount for one in await shares_of(reversing)] == [
        -one.share.amount for one in await shares_of(recorded.entry)
    ]


async def test_later_repayments_keep_their_shares_when_an_earlier_one_is_reversed() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        first = await record_repayment(loan.id, 1_060_000, **books.act(AFTER_BOTH))
        second = await record_repayment(loan.id, 500_000, **books.act(AFTER_BOTH))
        await reverse(first.entry, **books.act(AFTER_BOTH))
        standing = await loan_standing(loan.id, AFTER_BOTH)
    assert [one.share for one in await shares_of(second.entry)] == list(second.shares)
    assert [due.left for due in standing.dues] == [1_060_000, 560_000]


async def test_reversing_twice_is_refused_and_repeating_a_reversal_is_not() -> None:
    async with transaction():
        books = await open_books()
        entry, act = await books.add_capital(1_000), books.act()
        first, again = await reverse(entry, **act), await reverse(entry, **act)
        assert first.id == again.id
        with pytest.raises(AlreadyReversed) as refused:
            await reverse(entry, **books.act())
        with pytest.raises(NotReversible):
            await reverse(first, **books.act())
    assert refused.value.facts == {"entry": entry.number}


async def test_money_that_has_gone_on_cannot_be_taken_back() -> None:
    async with transaction():
        books = await open_books(0)
        capital = await books.add_capital(2_000_000)
        await books.lend(2_000_000)
        with pytest.raises(InsufficientFunds):
            await reverse(capital, **books.act())


async def test_a_refused_entry_leaves_nothing_behind_and_the_transaction_goes_on() -> None:
    async with transaction():
        books = await open_books(1_000)
        transfers = [
            Transfer(cash_of(books), capital_of(books), Rupiah(5)),
            Transfer(capital_of(books), cash_of(books), Rupiah(2_000)),
        ]
        with pytest.raises(InsufficientFunds):
            await post(books.programme.id, transfers, kind=EntryKind.ADJUSTMENT, **books.act())
        await books.add_capital(500)
    assert await books.held(AccountKind.FUND_CASH) == 1_500
    assert await Posting.all().count() == 2


def test_a_transfer_that_moves_nothing_or_between_programmes_cannot_be_made() -> None:
    cash, capital = AccountRef(1, AccountKind.FUND_CASH), AccountRef(1, AccountKind.CAPITAL)
    for amount in (0, -1):
        with pytest.raises(ValueError, match="moves nothing"):
            Transfer(cash, capital, Rupiah(amount))
    with pytest.raises(ValueError, match="moves nothing"):
        Transfer(cash, cash, Rupiah(1))
    with pytest.raises(ValueError, match="programmes"):
        Transfer(cash, AccountRef(2, AccountKind.CAPITAL), Rupiah(1))


async def test_an_entry_says_something_about_its_own_programme() -> None:
    async with transaction():
        books, other = await open_books(), await open_books()
        transfer = Transfer(cash_of(books), capital_of(books), Rupiah(1))
        kind = EntryKind.CAPITAL_IN
        with pytest.raises(ValueError, match="own programme"):
            await post(other.programme.id, [transfer], kind=kind, **books.act())
        with pytest.raises(ValueError, match="without transfers"):
            await post(books.programme.id, [], kind=kind, **books.act())


async def test_nothing_is_entered_outside_a_transaction() -> None:
    async with transaction():
        books = await open_books()
    with pytest.raises(RuntimeError, match="inside a transaction"):
        await books.add_capital(1_000)


async def test_an_entry_is_undone_with_the_transaction_of_its_caller() -> None:
    async with transaction():
        books = await open_books(1_000)

    async def stumble() -> None:
        async with transaction():
            await books.add_capital(500)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await stumble()
    assert await books.held(AccountKind.FUND_CASH) == 1_000
    assert await JournalEntry.all().count() == 1


async def test_entries_are_numbered_and_chained_in_each_programme_by_itself() -> None:
    async with transaction():
        books, other = await open_books(), await open_books()
        await books.add_capital(1)
        await other.add_capital(2)
    for one in (books, other):
        first, second = await JournalEntry.filter(programme=one.programme).order_by("number")
        assert (first.number, second.number) == (1, 2)
        assert (first.previous_hash, second.previous_hash) == (GENESIS, first.hash)
        assert await verify_chain(one.programme.id) == ChainReport(2, second.hash)


async def test_people_working_at_once_get_numbers_without_gaps_and_spend_nothing_twice() -> None:
    async with transaction():
        books = await open_books(2_000_000)
        loans = [await books.plan_loan(1_000_000) for _ in range(4)]
        acts = [books.act() for _ in loans]

    async def pay_out(index: int) -> bool:
        try:
            async with transaction():
                await disburse(loans[index].id, **acts[index])
        except InsufficientFunds:
            return False
        return True

    paid = await asyncio.gather(*(pay_out(index) for index in range(len(loans))))
    assert sorted(paid) == [False, False, True, True]
    assert await books.held(AccountKind.FUND_CASH) == 0
    assert (await verify_chain(books.programme.id)).entries == 3


async def test_one_report_verified_by_several_at_once_is_entered_once() -> None:
    async with transaction():
        books = await open_books()
        loan, act = await books.lend(), books.act(AFTER_BOTH)

    async def verify() -> int:
        async with transaction():
            recorded = await record_repayment(loan.id, 100_000, **act)
        return recorded.entry.number

    assert len(set(await asyncio.gather(*(verify() for _ in range(5))))) == 1
    assert (await loan_standing(loan.id, AFTER_BOTH)).outstanding == 2_020_000


@pytest.mark.parametrize("table", [JournalEntry, Posting, Allocation])
async def test_what_is_entered_cannot_be_changed_or_deleted(
    table: type[JournalEntry | Posting | Allocation],
) -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 100_000, **books.act(AFTER_BOTH))
    before = await table.all().order_by("id").values()
    column = "note" if table is JournalEntry else "line"
    name = table.describe()["table"]
    for statement in (f"UPDATE {name} SET {column} = {column}", f"DELETE FROM {name}"):
        with pytest.raises(IntegrityError, match="append-only"):
            await connection().execute_query(statement)
    assert await table.all().order_by("id").values() == before


async def test_an_account_keeps_its_identity_and_cannot_be_deleted() -> None:
    async with transaction():
        await open_books()
    for statement in ("UPDATE account SET kind = 'fee_cash'", "DELETE FROM account"):
        with pytest.raises(IntegrityError, match="append-only"):
            await connection().execute_query(statement)


async def test_the_guards_can_be_installed_again_and_removed() -> None:
    async with transaction():
        await open_books()
    await install_ledger_guards(connection())
    await remove_ledger_guards(connection())
    await connection().execute_query("UPDATE journal_entry SET note = 'changed'")
    await install_ledger_guards(connection())
    with pytest.raises(IntegrityError, match="append-only"):
        await connection().execute_query("UPDATE journal_entry SET note = 'again'")


@pytest.mark.parametrize("wrong", ["amount = 0", "amount = -1", "credit_id = debit_id"])
async def test_the_database_itself_refuses_a_posting_out_of_balance(wrong: str) -> None:
    async with transaction():
        await open_books()
    column, value = wrong.split(" = ")
    columns = "debit_id, credit_id, amount"
    row = columns.replace(column, value, 1)
    with pytest.raises(IntegrityError):
        await connection().execute_query(
            f"INSERT INTO posting (entry_id, line, {columns})"
            f" SELECT entry_id, 2, {row} FROM posting"
        )


async def test_the_database_itself_refuses_a_balance_below_zero() -> None:
    async with transaction():
        await open_books()
    with pytest.raises(IntegrityError):
        await Account.all().update(balance=-1)


async def test_the_database_itself_refuses_an_approver_who_made_the_entry() -> None:
    async def enter(maker: Person | None, approver: Person) -> None:
        act = books.act()
        act["maker_id"], act["approver_id"] = maker.id if maker else None, approver.id
        async with transaction():
            await add_capital(books.programme.id, 1, **act)

    async with transaction():
        books = await open_books(0)
    with pytest.raises(IntegrityError):
        await enter(books.maker, books.maker)
    await enter(books.maker, books.approver)
    await enter(None, books.approver)
    assert await JournalEntry.all().count() == 2


async def tampered(statement: str) -> None:
    """Change the journal as somebody would who owns the database."""
    await remove_ledger_guards(connection())
    await connection().execute_query(statement)
    await install_ledger_guards(connection())


@pytest.mark.parametrize(
    ("statement", "number", "fault"),
    [
        ("UPDATE journal_entry SET note = 'x' WHERE number = 3", 3, Fault.CHANGED),
        ("UPDATE journal_entry SET maker_id = NULL WHERE number = 3", 3, Fault.CHANGED),
        ("UPDATE journal_entry SET booked_on = '2019-01-01' WHERE number = 3", 3, Fault.CHANGED),
        ("UPDATE journal_entry SET content_hash = 'x' WHERE number = 2", 2, Fault.CHANGED),
        ("UPDATE journal_entry SET hash = 'x' WHERE number = 3", 3, Fault.CHANGED),
        ("UPDATE journal_entry SET previous_hash = 'x' WHERE number = 3", 3, Fault.BROKEN_LINK),
        ("UPDATE posting SET amount = amount + 1 WHERE entry_id = 3", 3, Fault.CHANGED),
        ("DELETE FROM posting WHERE entry_id = 3 AND line = 2", 3, Fault.CHANGED),
        ("UPDATE allocation SET component = 'fee' WHERE component = 'principal'", 3, Fault.CHANGED),
        ("UPDATE journal_entry SET number = 9 WHERE number = 3", 3, Fault.MISSING),
    ],
)
async def test_tampering_breaks_the_chain_at_the_entry_that_was_changed(
    statement: str, number: int, fault: Fault
) -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 1_100_000, **books.act(AFTER_BOTH))
        await record_repayment(loan.id, 10_000, **books.act(AFTER_BOTH))
    sound = await verify_chain(books.programme.id)
    assert (sound.entries, sound.fault) == (4, None)
    await tampered(statement)
    report = await verify_chain(books.programme.id)
    assert (report.entries, report.faulty_number, report.fault) == (number - 1, number, fault)


async def test_the_chain_is_walked_in_pages_with_the_same_result() -> None:
    async with transaction():
        books = await open_books()
        for amount in range(1, 8):
            await books.add_capital(amount)
    whole = await verify_chain(books.programme.id)
    assert whole.entries == 8
    for page in (1, 3, 8):
        assert await verify_chain(books.programme.id, page=page) == whole


async def test_an_empty_journal_is_sound() -> None:
    async with transaction():
        books = await open_books(0)
    assert await verify_chain(books.programme.id) == ChainReport(0, GENESIS)
    assert await balance_differences(books.programme.id) == []


async def test_a_balance_that_was_written_by_hand_is_found() -> None:
    async with transaction():
        books = await open_books(1_000)
    assert await balance_differences(books.programme.id) == []
    await Account.filter(kind=AccountKind.CAPITAL).update(balance=999)
    (difference,) = await balance_differences(books.programme.id)
    assert (difference.kept, difference.posted) == (999, 1_000)
    assert difference.code == capital_of(books).code


async def test_the_fund_at_a_glance() -> None:
    async with transaction():
        books = await open_books(10_000_000)
        late, punctual = await books.lend(2_000_000), await books.lend(4_000_000)
        await record_repayment(late.id, 500_000, **books.act(FIRST_DUE))
        await record_repayment(punctual.id, 2_320_000, **books.act(FIRST_DUE))
        await _approved(books, 1_000_000)
        await Programme.filter(id=books.programme.id).update(minimum_balance=500_000)
        figures = await fund_figures(books.programme.id, today=date(2019, 8, 20))
    assert figures.capital == 10_000_000
    assert figures.cash == 4_000_000 + 440_000 + 2_000_000 + 200_000
    assert figures.lent_out == 3_360_000
    assert figures.arrears == 560_000
    assert figures.fee_cash == 180_000
    assert figures.available == figures.cash - 1_500_000
    assert (figures.written_off, figures.in_treasury, figures.credit_held) == (0, 0, 0)


async def test_what_is_available_is_never_negative() -> None:
    async with transaction():
        books = await open_books(1_000, minimum_balance=5_000)
        figures = await fund_figures(books.programme.id, today=DISBURSED_ON)
    assert figures.available == 0


async def test_standings_of_many_loans_take_four_statements(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with transaction():
        books = await open_books(50_000_000)
        loans = [await books.lend() for _ in range(12)]
        for loan in loans[::2]:
            await record_repayment(loan.id, 100_000, **books.act(AFTER_BOTH))
    ids = [loan.id for loan in loans]
    with caplog.at_level(logging.DEBUG, logger="tortoise.db_client"):
        found = await standings(ids, AFTER_BOTH)
    assert sum("SELECT" in record.getMessage() for record in caplog.records) == 4
    assert [found[one].outstanding for one in ids] == [2_020_000, 2_120_000] * 6
    assert found[ids[0]] == await loan_standing(ids[0], AFTER_BOTH)


async def test_a_loan_that_does_not_exist_has_no_standing() -> None:
    assert await standings([4711], AFTER_BOTH) == {}
    with pytest.raises(KeyError):
        await loan_standing(4711, AFTER_BOTH)


async def test_replaced_instalments_are_no_longer_owed() -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await Instalment.filter(loan_id=loan.id, number=2).update(replaced_at=NOON)
        standing = await loan_standing(loan.id, AFTER_BOTH)
    assert standing.outstanding == 1_060_000


async def test_what_breaks_a_rule_carries_a_key_of_the_locales_and_facts() -> None:
    broken = RuleBroken("rule.some_rule", amount=Rupiah(5), day=DISBURSED_ON)
    assert broken.code == "rule.some_rule"
    assert broken.facts == {"amount": 5, "day": DISBURSED_ON}

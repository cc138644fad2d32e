"""Giving up principal that will not come back, and what comes back all the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import Unpack

from models.allocation import Component, Share
from models.audit import note
from models.chart import AccountKind, AccountRef, EntryKind, Transfer
from models.errors import (
    AboveOutstanding,
    AboveWrittenOff,
    LoanClosed,
    NotPaidOut,
    NotWrittenOff,
    RestsOnLaterEntries,
    SameReferenceOtherContent,
    WrittenOff,
)
from models.ledger import Act, LoanShare, balance, post_first, reverse, shares_of, transfers_of
from models.ledger_tables import JournalEntry
from models.loan import Loan, LoanStatus
from models.loan_books import (
    Recorded,
    four_eyes,
    locked,
    positive,
    receivable,
    standing_of,
    written_off,
)
from models.plan_change import replace_unpaid, with_more_principal, with_principal_given_up
from models.standings import settle_statuses

if TYPE_CHECKING:
    from datetime import date

    from models.arrears import LoanStanding
    from models.money import Rupiah


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What is still written off of a loan, in rupiah, and since which WITA day."""

    left: Rupiah
    since: date


async def given_up_by(loan: Loan) -> GivenUp | None:
    """None if nothing of the loan was written off, or all of it has come back."""
    account = written_off(loan)
    left = await balance(account)
    if not left:
        return None
    first = JournalEntry.filter(
        kind=EntryKind.WRITE_OFF, reversed_by__id__isnull=True, postings__debit__code=account.code
    )
    return GivenUp(left, (await first.order_by("booked_on", "id").limit(1).get()).booked_on)


async def write_off(loan_id: int, amount: int | None = None, **act: Unpack[Act]) -> JournalEntry:
    """Give up principal of a loan, all that is left unless an amount is named; by two people.

    All of it closes the loan; a part of it is taken off the last instalments. The fee was never
    booked as owed, so there is none to write off. Raises UnknownLoan, NeedsAnotherPerson,
    AmountNotPositive, AboveOutstanding, LoanClosed, NotPaidOut and WrittenOff.
    """
    four_eyes(act)
    given_up = None if amount is None else positive(amount)
    loan, _ = await locked(loan_id)
    if entered := await JournalEntry.get_or_none(reference=act["reference"]):
        return await _same_write_off(entered, loan, given_up)
    if loan.status is LoanStatus.WRITTEN_OFF:
        raise WrittenOff(number=loan.number)
    standing = await standing_of(loan, act["on"])
    outstanding = standing.outstanding_principal
    if loan.status is not LoanStatus.ACTIVE or not outstanding:
        raise LoanClosed(number=loan.number)
    given_up = outstanding if given_up is None else given_up
    if given_up > outstanding:
        raise AboveOutstanding(amount=given_up, outstanding=outstanding)
    if not await balance(receivable(loan)):
        raise NotPaidOut(number=loan.number)
    transfer = Transfer(debit=written_off(loan), credit=receivable(loan), amount=given_up)
    entry = await post_first(loan.programme_id, [transfer], kind=EntryKind.WRITE_OFF, **act)
    if given_up == outstanding:
        await Loan.filter(id=loan.id).update(status=LoanStatus.WRITTEN_OFF)
    else:
        await replace_unpaid(loan, standing, with_principal_given_up(standing, given_up), act["at"])
    await _note("written_off", loan, given_up, act)
    return entry


async def recover(loan_id: int, amount: int, **act: Unpack[Act]) -> Recorded:
    """Enter money that came in for principal after it was written off.

    Raises UnknownLoan, AmountNotPositive, NotWrittenOff, and AboveWrittenOff for more than is
    still given up.
    """
    coming = positive(amount)
    loan, _ = await locked(loan_id)
    if entered := await _known_recovery(loan, act["reference"], coming):
        return entered
    account = written_off(loan)
    left = await balance(account)
    if not left:
        raise NotWrittenOff(number=loan.number)
    if coming > left:
        raise AboveWrittenOff(amount=coming, written_off=left)
    shares: tuple[Share, ...] = ()
    if loan.status is LoanStatus.WRITTEN_OFF:
        shares = _on_principal(await standing_of(loan, act["on"]), coming)
    cash = AccountRef(loan.programme_id, AccountKind.FUND_CASH)
    entry = await post_first(
        loan.programme_id,
        [Transfer(debit=cash, credit=account, amount=coming)],
        kind=EntryKind.RECOVERY,
        shares=[LoanShare(loan.id, share) for share in shares],
        **act,
    )
    return Recorded(entry, shares)


async def reverse_write_off(entry: JournalEntry, **act: Unpack[Act]) -> JournalEntry:
    """The principal is owed again; raises RestsOnLaterEntries once some of it was recovered."""
    (transfer,) = await transfers_of(entry)
    loan = await Loan.get(id=transfer.debit.loan_id)
    later = JournalEntry.filter(
        id__gt=entry.id,
        kind=EntryKind.WRITE_OFF,
        reversed_by__id__isnull=True,
        postings__debit__code=transfer.debit.code,
    )
    if await later.exists() or await balance(transfer.debit) < transfer.amount:
        raise RestsOnLaterEntries(entry=entry.number)
    reversing = await reverse(entry, **act)
    if loan.status is LoanStatus.WRITTEN_OFF:
        await Loan.filter(id=loan.id).update(status=LoanStatus.ACTIVE)
    else:
        standing = await standing_of(loan, act["on"])
        plan = with_more_principal(standing, transfer.amount)
        await replace_unpaid(loan, standing, plan, act["at"])
    await settle_statuses([loan.id])
    await _note("write_off_reversed", loan, transfer.amount, act)
    return reversing


async def _same_write_off(entry: JournalEntry, loan: Loan, amount: Rupiah | None) -> JournalEntry:
    transfers = await transfers_of(entry)
    same = entry.kind is EntryKind.WRITE_OFF and transfers[0].debit == written_off(loan)
    if not same or amount not in {None, transfers[0].amount}:
        raise SameReferenceOtherContent(reference=entry.reference)
    return entry


async def _known_recovery(loan: Loan, reference: str, amount: Rupiah) -> Recorded | None:
    entry = await JournalEntry.get_or_none(reference=reference)
    if entry is None:
        return None
    transfers = await transfers_of(entry)
    same = entry.kind is EntryKind.RECOVERY and transfers[0].credit == written_off(loan)
    if not same or transfers[0].amount != amount:
        raise SameReferenceOtherContent(reference=reference)
    return Recorded(entry, await _entered_shares(entry))


def _on_principal(standing: LoanStanding, amount: Rupiah) -> tuple[Share, ...]:
    """The oldest principal first; what a rescheduling took off the plan has no instalment."""
    shares: list[Share] = []
    for due in standing.dues:
        part = min(amount, due.principal_left)
        if part > 0:
            shares.append(Share(due.instalment, Component.PRINCIPAL, part))
            amount -= part
    return tuple(shares)


async def _entered_shares(entry: JournalEntry) -> tuple[Share, ...]:
    return tuple(one.share for one in await shares_of(entry))


async def _note(deed: str, loan: Loan, amount: Rupiah, act: Act) -> None:
    await note(
        f"loan:{loan.id}",
        deed,
        at=act["at"],
        person_id=act["maker_id"],
        approver=act.get("approver_id"),
        amount=int(amount),
        reason=act.get("note", ""),
    )

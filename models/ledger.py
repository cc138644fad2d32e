"""The journal: the only writer of entries, postings, shares and balances.

Every function runs inside the caller's transaction, and the writing ones say so when there is
none. A programme's row is locked before anything is read, so that entries are numbered without
gaps, each seals the one before it, and two people never spend the same rupiah.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NotRequired, TypedDict

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from typing_extensions import Unpack

from models.allocation import Component, Share
from models.chart import AccountKind, AccountRef, EntryKind, Transfer, changes
from models.errors import (
    AboveOutstanding,
    AlreadyReversed,
    InsufficientFunds,
    NotReversible,
    SameReferenceOtherContent,
)
from models.ledger_chain import GENESIS, SealedEntry
from models.ledger_tables import Account, Allocation, JournalEntry, Posting
from models.money import ZERO, Rupiah
from models.programme import Programme
from models.standings import settle_statuses

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime


class Act(TypedDict):
    """Who did it, when and why.

    `on` is the WITA day on which the money moved and `at` the moment of entering it; `reference`
    is the idempotency key; `cause` names the thing behind it ("repayment_report:17"); `maker_id`
    and `approver_id` are people, and no maker means Gulir itself.
    """

    on: date
    at: datetime
    reference: str
    cause: str
    maker_id: int | None
    approver_id: NotRequired[int | None]
    note: NotRequired[str]


@dataclass(frozen=True, slots=True)
class LoanShare:
    """A share of an entry together with the loan that it belongs to."""

    loan_id: int
    share: Share


async def post(
    programme_id: int,
    transfers: Sequence[Transfer],
    *,
    kind: EntryKind,
    shares: Sequence[LoanShare] = (),
    reverses_id: int | None = None,
    **act: Unpack[Act],
) -> JournalEntry:
    """Enter transfers (and what they paid for), once for each reference.

    Repeating a reference with the same transfers and shares returns the first entry.
    Raises SameReferenceOtherContent for others, InsufficientFunds if an account would fall below
    zero, AboveOutstanding if a loan would be repaid by more than was lent.
    """
    if not transfers:
        raise ValueError("an entry without transfers says nothing")
    await lock_programme(programme_id)
    sealed = _unnumbered(
        programme_id, transfers, act, kind=kind, shares=shares, reverses_id=reverses_id
    )
    if known := await JournalEntry.get_or_none(reference=act["reference"]):
        if known.content_hash != sealed.content_hash():
            raise SameReferenceOtherContent(reference=act["reference"])
        return known
    accounts = await _accounts(programme_id, transfers)
    for ref, balance_after in _balances_after(accounts, transfers).items():
        account = accounts[ref]
        account.balance = balance_after
        await account.save(update_fields=["balance"] if account.id else None)
    entry = await _append(sealed)
    await _write_lines(entry, accounts, transfers, shares)
    return entry


async def reverse(entry: JournalEntry, **act: Unpack[Act]) -> JournalEntry:
    """Take an entry back by its exact mirror, shares included (DOMAIN.md 3.4).

    Later entries keep their own shares. Raises AlreadyReversed, NotReversible for a reversal,
    and InsufficientFunds where the money has gone on since.
    """
    await lock_programme(entry.programme_id)
    if entry.kind is EntryKind.REVERSAL:
        raise NotReversible(entry=entry.number)
    earlier = await JournalEntry.get_or_none(reverses_id=entry.id)
    if earlier is not None and earlier.reference != act["reference"]:
        raise AlreadyReversed(entry=entry.number)
    shares = [
        LoanShare(one.loan_id, Share(one.share.instalment, one.share.component, -one.share.amount))
        for one in await shares_of(entry)
    ]
    reversing = await post(
        entry.programme_id,
        [transfer.mirrored() for transfer in await transfers_of(entry)],
        kind=EntryKind.REVERSAL,
        shares=shares,
        reverses_id=entry.id,
        **act,
    )
    await settle_statuses({one.loan_id for one in shares})
    return reversing


async def balance(account: AccountRef) -> Rupiah:
    """Rupiah on the account's natural side; zero for one that nothing was ever posted to."""
    found = await Account.get_or_none(code=account.code)
    return Rupiah(found.balance) if found else ZERO


async def transfers_of(entry: JournalEntry) -> list[Transfer]:
    """The transfers of an entry, in the order in which they were entered."""
    postings = await Posting.filter(entry_id=entry.id).order_by("line")
    ids = {one.debit_id for one in postings} | {one.credit_id for one in postings}
    accounts = {account.id: account.ref for account in await Account.filter(id__in=ids)}
    return [
        Transfer(accounts[one.debit_id], accounts[one.credit_id], Rupiah(one.amount))
        for one in postings
    ]


async def shares_of(entry: JournalEntry) -> list[LoanShare]:
    """What an entry paid for, in the order in which it was shared out."""
    return [
        LoanShare(
            one.loan_id, Share(one.instalment_id, Component(one.component), Rupiah(one.amount))
        )
        for one in await Allocation.filter(entry_id=entry.id).order_by("line")
    ]


async def lock_programme(programme_id: int) -> Programme:
    """Keep every other writer out of the programme's books until the transaction ends.

    Raises RuntimeError outside a transaction, where half an entry could be written.
    """
    inside = isinstance(get_connection("default"), TransactionalDBClient)
    if not inside:
        raise RuntimeError("the ledger is written inside a transaction of the caller only")
    # NO KEY: rows elsewhere that refer to the programme need not wait for us
    return await Programme.filter(id=programme_id).select_for_update(no_key=True).get()


def _unnumbered(
    programme_id: int,
    transfers: Sequence[Transfer],
    act: Act,
    *,
    kind: EntryKind,
    shares: Sequence[LoanShare],
    reverses_id: int | None,
) -> SealedEntry:
    if any(transfer.debit.programme_id != programme_id for transfer in transfers):
        raise ValueError("an entry moves money of its own programme only")
    return SealedEntry(
        programme_id=programme_id,
        number=0,
        kind=kind.value,
        reference=act["reference"],
        booked_on=act["on"],
        posted_at=act["at"],
        maker_id=act["maker_id"],
        approver_id=act.get("approver_id"),
        cause=act["cause"],
        note=act.get("note", ""),
        reverses_id=reverses_id,
        transfers=[(one.debit.code, one.credit.code, int(one.amount)) for one in transfers],
        shares=[
            (one.loan_id, one.share.instalment, one.share.component.value, int(one.share.amount))
            for one in shares
        ],
    )


async def _accounts(programme_id: int, transfers: Sequence[Transfer]) -> dict[AccountRef, Account]:
    """The accounts of the transfers; one that was never used before is not stored yet."""
    wanted = {ref.code: ref for one in transfers for ref in (one.debit, one.credit)}
    found = {one.code: one for one in await Account.filter(code__in=list(wanted))}
    return {
        ref: found.get(code)
        or Account(
            code=code,
            kind=ref.kind,
            programme_id=programme_id,
            loan_id=ref.loan_id,
            group_id=ref.group_id,
        )
        for code, ref in wanted.items()
    }


def _balances_after(
    accounts: dict[AccountRef, Account], transfers: Sequence[Transfer]
) -> dict[AccountRef, Rupiah]:
    balances: dict[AccountRef, Rupiah] = {}
    for ref, change in changes(transfers).items():
        before = Rupiah(accounts[ref].balance)
        if before + change < 0:
            if ref.kind is AccountKind.LOAN_RECEIVABLE:
                raise AboveOutstanding(amount=-change, outstanding=before)
            raise InsufficientFunds(account=ref.kind.value, available=before, needed=-change)
        balances[ref] = before + change
    return balances


async def _append(sealed: SealedEntry) -> JournalEntry:
    last = await JournalEntry.filter(programme_id=sealed.programme_id).order_by("-number").first()
    numbered = replace(sealed, number=last.number + 1 if last else 1)
    previous_hash = last.hash if last else GENESIS
    return await JournalEntry.create(
        programme_id=numbered.programme_id,
        number=numbered.number,
        kind=EntryKind(numbered.kind),
        reference=numbered.reference,
        content_hash=numbered.content_hash(),
        booked_on=numbered.booked_on,
        posted_at=numbered.posted_at,
        maker_id=numbered.maker_id,
        approver_id=numbered.approver_id,
        cause=numbered.cause,
        note=numbered.note,
        reverses_id=numbered.reverses_id,
        previous_hash=previous_hash,
        hash=numbered.seal(previous_hash),
    )


async def _write_lines(
    entry: JournalEntry,
    accounts: dict[AccountRef, Account],
    transfers: Sequence[Transfer],
    shares: Sequence[LoanShare],
) -> None:
    await Posting.bulk_create(
        Posting(
            entry_id=entry.id,
            line=line,
            debit_id=accounts[one.debit].id,
            credit_id=accounts[one.credit].id,
            amount=one.amount,
        )
        for line, one in enumerate(transfers, start=1)
    )
    await Allocation.bulk_create(
        Allocation(
            entry_id=entry.id,
            line=line,
            loan_id=one.loan_id,
            instalment_id=one.share.instalment,
            component=one.share.component,
            amount=one.share.amount,
        )
        for line, one in enumerate(shares, start=1)
    )

"""The journal: the only writer of entries, postings, shares and balances.

Every function runs inside the caller's transaction, and the writing ones say so when there is
none. A programme's row is locked before anything is read, so that entries are numbered without
gaps, each seals the one before it, and two people never spend the same rupiah.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.expressions import Subquery
from typing_extensions import Unpack

from models.allocation import Component, Share
from models.chart import AccountRef, EntryKind, Transfer
from models.errors import (
    AlreadyReversed,
    BooksHalted,
    NotReversible,
    SameReferenceOtherContent,
    UnknownLoan,
)
from models.ledger_rows import Act, LoanShare, sealed_entry, write_entry
from models.ledger_tables import Account, Allocation, JournalEntry, Posting
from models.loan import Loan
from models.money import ZERO, Rupiah
from models.programme import Programme
from models.standings import settle_statuses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tortoise.queryset import QuerySet

__all__ = [
    "Act",
    "LoanShare",
    "balance",
    "check_going_on",
    "lock_books",
    "lock_programme",
    "lock_programme_of",
    "post",
    "post_first",
    "reverse",
    "shares_of",
    "transfers_of",
]


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
    await lock_programme(programme_id)
    sealed = sealed_entry(
        programme_id, transfers, act, kind=kind, shares=shares, reverses_id=reverses_id
    )
    if known := await JournalEntry.get_or_none(reference=act["reference"]):
        if known.content_hash != sealed.content_hash():
            raise SameReferenceOtherContent(reference=act["reference"])
        return known
    return await write_entry(sealed, transfers, shares)


async def post_first(
    programme_id: int,
    transfers: Sequence[Transfer],
    *,
    kind: EntryKind,
    shares: Sequence[LoanShare] = (),
    **act: Unpack[Act],
) -> JournalEntry:
    """The same for a caller who has locked the programme and knows that the reference is new."""
    sealed = sealed_entry(programme_id, transfers, act, kind=kind, shares=shares)
    return await write_entry(sealed, transfers, shares)


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

    Everything that is posted passes here. Raises BooksHalted while a difference in the books is
    not mended, and RuntimeError outside a transaction, where half an entry could be written.
    """
    return _going_on(await lock_books(programme_id))


async def lock_programme_of(loan_id: int) -> Programme:
    """The same by a loan; raises UnknownLoan."""
    its = Subquery(Loan.filter(id=loan_id).values("programme_id"))
    programme = await _locking(Programme.filter(id=its)).get_or_none()
    if programme is None:
        raise UnknownLoan(loan=loan_id)
    return _going_on(programme)


async def lock_books(programme_id: int) -> Programme:
    """The same whether or not postings are halted: for the one who halts them, or lifts that."""
    return await _locking(Programme.filter(id=programme_id)).get()


async def check_going_on(programme_id: int) -> None:
    """Raises BooksHalted where a posting would be refused now."""
    _going_on(await Programme.get(id=programme_id))


def _going_on(programme: Programme) -> Programme:
    if programme.halted_at is not None:
        raise BooksHalted(programme=programme.name, since=programme.halted_at)
    return programme


def _locking(programmes: QuerySet[Programme]) -> QuerySet[Programme]:
    inside = isinstance(get_connection("default"), TransactionalDBClient)
    if not inside:
        raise RuntimeError("the ledger is written inside a transaction of the caller only")
    # NO KEY: rows elsewhere that refer to the programme need not wait for us
    return programmes.select_for_update(no_key=True)

"""Proving the journal: its chain of hashes, and every balance against the postings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tortoise.functions import Sum

from models.ledger_chain import GENESIS, SealedEntry, ShareRow, TransferRow
from models.ledger_tables import Account, Allocation, JournalEntry, Posting
from models.money import Rupiah

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAGE: Final = 500
"""Entries in memory at a time."""


class Fault(StrEnum):
    """What is wrong with an entry."""

    MISSING = "missing"
    """The entry with this number is not there."""
    BROKEN_LINK = "broken_link"
    """It does not follow the entry before it."""
    CHANGED = "changed"
    """It does not say what was sealed."""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How far a programme's chain holds: entries that do, the last hash, and the first fault."""

    entries: int
    head: str
    faulty_number: int | None = None
    fault: Fault | None = None


async def verify_chain(programme_id: int, *, page: int = _PAGE) -> ChainReport:
    """Walk the chain from its first entry to the first fault, `page` entries in memory at a time.

    Entries cut off at the end leave no gap: compare the head with one noted earlier.
    """
    number, head = 0, GENESIS
    while entries := await _entries_after(programme_id, number, page):
        ids = [entry.id for entry in entries]
        transfers, shares = await _transfers(ids), await _shares(ids)
        for entry in entries:
            fault = _fault(entry, number, head, transfers[entry.id], shares[entry.id])
            if fault is not None:
                return ChainReport(number, head, number + 1, fault)
            number, head = entry.number, entry.hash
    return ChainReport(number, head)


@dataclass(frozen=True, slots=True)
class BalanceDifference:
    """An account whose running balance is not what its postings add up to, in rupiah."""

    code: str
    kept: Rupiah
    posted: Rupiah


async def balance_differences(programme_id: int) -> list[BalanceDifference]:
    """Every account of the programme that the postings contradict; none in good books."""
    debited, credited = await _sums("debit", programme_id), await _sums("credit", programme_id)
    differences: list[BalanceDifference] = []
    for account in await Account.filter(programme_id=programme_id).order_by("code"):
        grown = debited.get(account.id, 0) - credited.get(account.id, 0)
        posted = Rupiah(-grown if account.ref.grows_by_credit else grown)
        if posted != account.balance:
            differences.append(BalanceDifference(account.code, Rupiah(account.balance), posted))
    return differences


async def _sums(side: str, programme_id: int) -> dict[int, int]:
    rows = (
        await Posting.filter(entry__programme_id=programme_id)
        .annotate(total=Sum("amount"))
        .group_by(f"{side}_id")
        .values_list(f"{side}_id", "total")
    )
    return {account: int(total) for account, total in rows}


async def _entries_after(programme_id: int, number: int, page: int) -> list[JournalEntry]:
    later = JournalEntry.filter(programme_id=programme_id, number__gt=number)
    return await later.order_by("number").limit(page)


async def _transfers(entry_ids: Sequence[int]) -> dict[int, list[TransferRow]]:
    rows = (
        await Posting.filter(entry_id__in=entry_ids)
        .order_by("entry_id", "line")
        .values_list("entry_id", "debit__code", "credit__code", "amount")
    )
    by_entry: dict[int, list[TransferRow]] = defaultdict(list)
    for entry_id, debit, credit, amount in rows:
        by_entry[entry_id].append((debit, credit, amount))
    return by_entry


async def _shares(entry_ids: Sequence[int]) -> dict[int, list[ShareRow]]:
    rows = (
        await Allocation.filter(entry_id__in=entry_ids)
        .order_by("entry_id", "line")
        .values_list("entry_id", "loan_id", "instalment_id", "component", "amount")
    )
    by_entry: dict[int, list[ShareRow]] = defaultdict(list)
    for entry_id, loan, instalment, component, amount in rows:
        by_entry[entry_id].append((loan, instalment, str(component), amount))
    return by_entry


def _fault(
    entry: JournalEntry,
    number_before: int,
    hash_before: str,
    transfers: Sequence[TransferRow],
    shares: Sequence[ShareRow],
) -> Fault | None:
    if entry.number != number_before + 1:
        return Fault.MISSING
    if entry.previous_hash != hash_before:
        return Fault.BROKEN_LINK
    sealed = SealedEntry(
        programme_id=entry.programme_id,
        number=entry.number,
        kind=entry.kind.value,
        reference=entry.reference,
        booked_on=entry.booked_on,
        posted_at=entry.posted_at,
        maker_id=entry.maker_id,
        approver_id=entry.approver_id,
        cause=entry.cause,
        note=entry.note,
        reverses_id=entry.reverses_id,
        transfers=transfers,
        shares=shares,
    )
    holds = (entry.hash, entry.content_hash) == (sealed.seal(hash_before), sealed.content_hash())
    return None if holds else Fault.CHANGED

"""Proving the journal: its chain of hashes, and every balance against the postings.

Memory does not grow with the journal: entries are read in pages, sums are made by the database.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tortoise.connection import get_connection
from tortoise.functions import Sum

from models.chart import AccountKind, AccountRef
from models.ledger_chain import GENESIS, SealedEntry, ShareRow, TransferRow
from models.ledger_tables import Account, Posting
from models.money import Rupiah

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PAGE: Final = 500
"""Entries in memory at a time."""
_BREATH: Final = 25
"""Entries in a row before everybody else in this process has a turn."""

# Numbers are put in by format(): all of them are integers of ours.
_ENTRIES: Final = """
    SELECT id, programme_id, number, kind, reference, content_hash, booked_on, posted_at,
           maker_id, approver_id, cause, note, reverses_id, previous_hash, hash
    FROM journal_entry WHERE programme_id = {programme} AND number > {after}
    ORDER BY number LIMIT {page}"""
_TRANSFERS: Final = """
    SELECT posting.entry_id, posting.line, debit.code AS debit, credit.code AS credit, amount
    FROM journal_entry JOIN posting ON posting.entry_id = journal_entry.id
    JOIN account debit ON debit.id = debit_id JOIN account credit ON credit.id = credit_id
    WHERE journal_entry.programme_id = {programme} AND number > {after} AND number <= {last}
    ORDER BY posting.entry_id, posting.line"""
_SHARES: Final = """
    SELECT entry_id, line, loan_id, instalment_id, component, amount
    FROM journal_entry JOIN allocation ON allocation.entry_id = journal_entry.id
    WHERE journal_entry.programme_id = {programme} AND number > {after} AND number <= {last}
    ORDER BY entry_id, line"""


class Fault(StrEnum):
    """What is wrong with an entry."""

    MISSING = "missing"
    """The entry with this number is not there."""
    BROKEN_LINK = "broken_link"
    """It does not follow the entry before it."""
    CHANGED = "changed"
    """It does not say what was sealed."""
    CUT_OFF = "cut_off"
    """An earlier audit saw it, and the chain ends before it now."""
    REWRITTEN = "rewritten"
    """An earlier audit saw another entry with this number."""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How far a programme's chain holds: entries that do, the last hash, and the first fault."""

    entries: int
    head: str
    faulty_number: int | None = None
    fault: Fault | None = None


async def verify_chain(programme_id: int, *, page: int = _PAGE) -> ChainReport:
    """Walk the chain from its first entry to the first fault, `page` entries in memory at a time.

    Entries cut off at the end leave no gap: `audit_programme` compares with a head noted earlier.
    """
    number, head = 0, GENESIS
    while entries := await _rows(_ENTRIES, programme=programme_id, after=number, page=page):
        between = {"programme": programme_id, "after": number, "last": entries[-1]["number"]}
        transfers = _by_entry(await _rows(_TRANSFERS, **between), ("debit", "credit", "amount"))
        shares = _by_entry(
            await _rows(_SHARES, **between), ("loan_id", "instalment_id", "component", "amount")
        )
        for entry in entries:
            fault = _fault(entry, number, head, transfers[entry["id"]], shares[entry["id"]])
            if fault is not None:
                return ChainReport(number, head, number + 1, fault)
            number, head = entry["number"], entry["hash"]
            if number % _BREATH == 0:
                await asyncio.sleep(0)  # the bot has others to serve meanwhile
    return ChainReport(number, head)


@dataclass(frozen=True, slots=True)
class BalanceDifference:
    """An account whose running balance is not what its postings add up to, in rupiah."""

    code: str
    kept: Rupiah
    posted: Rupiah


async def balance_differences(programme_id: int) -> list[BalanceDifference]:
    """Every account of the programme that the postings contradict; none in good books."""
    posted = await posted_balances(programme_id)
    return [
        BalanceDifference(account.code, Rupiah(account.balance), posted[account.id])
        for account in await Account.filter(programme_id=programme_id).order_by("code")
        if posted[account.id] != account.balance
    ]


async def posted_balances(programme_id: int) -> dict[int, Rupiah]:
    """What the postings of a programme's entries add up to, by account id, in rupiah."""
    debited, credited = await _sums("debit", programme_id), await _sums("credit", programme_id)
    balances: dict[int, Rupiah] = defaultdict(Rupiah)
    accounts = Account.filter(programme_id=programme_id)
    for account_id, kind in await accounts.values_list("id", "kind"):
        grown = debited.get(account_id, 0) - credited.get(account_id, 0)
        by_credit = AccountRef(programme_id, AccountKind(kind)).grows_by_credit
        balances[account_id] = Rupiah(-grown if by_credit else grown)
    return balances


async def _sums(side: str, programme_id: int) -> dict[int, int]:
    rows = (
        await Posting.filter(entry__programme_id=programme_id)
        .annotate(total=Sum("amount"))
        .group_by(f"{side}_id")
        .values_list(f"{side}_id", "total")
    )
    return {account: int(total) for account, total in rows}


async def _rows(statement: str, **numbers: int) -> Sequence[Mapping[str, Any]]:
    _, rows = await get_connection("default").execute_query(statement.format(**numbers))
    return rows


def _by_entry(
    rows: Sequence[Mapping[str, Any]], columns: tuple[str, ...]
) -> dict[int, list[Any] | None]:
    """The lines of each entry in their order; None where they are not numbered one by one."""
    lines: dict[int, list[Any] | None] = defaultdict(list)
    for row in rows:
        before = lines[row["entry_id"]]
        if before is not None and row["line"] == len(before) + 1:
            before.append(tuple(row[column] for column in columns))
        else:
            lines[row["entry_id"]] = None
    return lines


def _fault(
    row: Mapping[str, Any],
    number_before: int,
    hash_before: str,
    transfers: Sequence[TransferRow] | None,
    shares: Sequence[ShareRow] | None,
) -> Fault | None:
    if row["number"] != number_before + 1:
        return Fault.MISSING
    if row["previous_hash"] != hash_before:
        return Fault.BROKEN_LINK
    if transfers is None or shares is None:
        return Fault.CHANGED
    try:
        sealed = _sealed(row, transfers, shares)
        hashes = (sealed.seal(hash_before), sealed.content_hash())
    except ValueError:  # a day or a moment that is none
        return Fault.CHANGED
    holds = (row["hash"], row["content_hash"]) == hashes
    return None if holds else Fault.CHANGED


def _sealed(
    row: Mapping[str, Any], transfers: Sequence[TransferRow], shares: Sequence[ShareRow]
) -> SealedEntry:
    booked_on, posted_at = row["booked_on"], row["posted_at"]
    return SealedEntry(
        programme_id=row["programme_id"],
        number=row["number"],
        kind=row["kind"],
        reference=row["reference"],
        # SQLite keeps both as text
        booked_on=booked_on if isinstance(booked_on, date) else date.fromisoformat(booked_on),
        posted_at=posted_at
        if isinstance(posted_at, datetime)
        else datetime.fromisoformat(posted_at),
        maker_id=row["maker_id"],
        approver_id=row["approver_id"],
        cause=row["cause"],
        note=row["note"],
        reverses_id=row["reverses_id"],
        transfers=transfers,
        shares=shares,
    )

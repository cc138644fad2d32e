"""Writing one entry down: its seal, its postings and shares, and the balances that it moves.

Only `ledger` calls this, with the programme locked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NotRequired, TypedDict

from tortoise.connection import get_connection

from models.chart import AccountKind, AccountRef, EntryKind, Transfer, changes
from models.errors import AboveOutstanding, InsufficientFunds
from models.ledger_chain import GENESIS, SealedEntry
from models.ledger_tables import Account, Allocation, JournalEntry, Posting
from models.money import Rupiah

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from models.allocation import Share


_WITHOUT_TRANSFERS: Final = frozenset({EntryKind.ADJUSTMENT, EntryKind.REVERSAL})


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


def sealed_entry(
    programme_id: int,
    transfers: Sequence[Transfer],
    act: Act,
    *,
    kind: EntryKind,
    shares: Sequence[LoanShare] = (),
    reverses_id: int | None = None,
) -> SealedEntry:
    """What an entry is going to say, still without its number.

    Only an adjustment may be without transfers: it moves shares, or replaces a plan.
    """
    if not transfers and kind not in _WITHOUT_TRANSFERS:
        raise ValueError("an entry without transfers says nothing")
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


async def write_entry(
    sealed: SealedEntry, transfers: Sequence[Transfer], shares: Sequence[LoanShare]
) -> JournalEntry:
    """The entry with its lines and the balances after it; raises as `ledger.post` does."""
    accounts = await _accounts(sealed.programme_id, transfers)
    await _keep_balances(accounts, _balances_after(accounts, transfers))
    entry = await _append(sealed)
    await _write_lines(entry, accounts, transfers, shares)
    return entry


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
    accounts: Mapping[AccountRef, Account], transfers: Sequence[Transfer]
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


async def _keep_balances(
    accounts: Mapping[AccountRef, Account], balances: Mapping[AccountRef, Rupiah]
) -> None:
    """All balances in one statement; accounts that were never used before are made."""
    known: dict[int, int] = {}
    for ref, balance in balances.items():
        account = accounts[ref]
        account.balance = balance
        if account.id:
            known[account.id] = int(balance)
        else:
            await account.save()
    if known:
        whens = " ".join(f"WHEN {account} THEN {balance}" for account, balance in known.items())
        ids = ", ".join(map(str, known))
        await get_connection("default").execute_query(
            f"UPDATE account SET balance = CASE id {whens} END WHERE id IN ({ids})"  # noqa: S608
        )


async def _append(sealed: SealedEntry) -> JournalEntry:
    last = JournalEntry.filter(programme_id=sealed.programme_id).order_by("-number").limit(1)
    ((number, previous_hash),) = await last.values_list("number", "hash") or [(0, GENESIS)]
    numbered = replace(sealed, number=number + 1)
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
    accounts: Mapping[AccountRef, Account],
    transfers: Sequence[Transfer],
    shares: Sequence[LoanShare],
) -> None:
    if transfers:
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
    if shares:
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

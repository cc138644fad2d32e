"""Taking back what was entered, and sharing out again: by new entries, never by changing one.

Two rules live side by side (DOMAIN.md 3.4). A reversal is the exact mirror and re-runs nothing:
later payments keep their shares. Sharing all payments out again as on their days is an act of its
own, `reallocate`. Only where later entries used what a reversed one brought, so that its mirror
alone would leave an instalment overpaid or a credit below zero, one adjusting entry with the
reversal as its cause puts the remaining payments where their days say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import Unpack

from models.allocation import Component
from models.audit import note
from models.chart import EntryKind
from models.errors import (
    AlreadyReversed,
    CannotReallocate,
    NotReversible,
    RestsOnLaterEntries,
    SameReferenceOtherContent,
    UnknownEntry,
    WrittenOff,
)
from models.ledger import Act, lock_programme, reverse, transfers_of
from models.ledger_tables import Allocation, JournalEntry
from models.loan import LoanStatus
from models.loan_books import adjusting, credit_before, four_eyes, locked, moved, standing_of
from models.money import ZERO
from models.rearrange import (
    adjust,
    on_plan_in_force,
    recorded_claims,
    shortage,
    wanted_claims,
)
from models.replay import difference, summed
from models.write_off import reverse_write_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.chart import Transfer
    from models.loan import Loan
    from models.programme import Programme
    from models.replay import Claims

_NEVER_REVERSED = frozenset({EntryKind.REVERSAL, EntryKind.ADJUSTMENT})


async def reverse_entry(entry_id: int, **act: Unpack[Act]) -> JournalEntry:
    """Take an entry back, with what it adjusted of others; by two people.

    Raises UnknownEntry, NeedsAnotherPerson, AlreadyReversed, NotReversible for a reversal or an
    adjustment, InsufficientFunds where its money has gone on, and RestsOnLaterEntries where
    nothing but taking later ones back first could be right.
    """
    four_eyes(act)
    entry = await JournalEntry.get_or_none(id=entry_id)
    if entry is None:
        raise UnknownEntry(entry=entry_id)
    await lock_programme(entry.programme_id)
    if entry.kind in _NEVER_REVERSED:
        raise NotReversible(entry=entry.number)
    earlier = await JournalEntry.get_or_none(reverses_id=entry.id)
    if earlier is not None:
        if earlier.reference != act["reference"]:
            raise AlreadyReversed(entry=entry.number)
        return earlier
    if await JournalEntry.exists(reference=act["reference"]):
        raise SameReferenceOtherContent(reference=act["reference"])
    if entry.kind is EntryKind.WRITE_OFF:
        return await reverse_write_off(entry, **act)
    return await _reverse(entry, act)


async def reverse_repayment(entry_id: int, **act: Unpack[Act]) -> JournalEntry:
    """Take a verified repayment back; as `reverse_entry`, and NotReversible for another kind."""
    entry = await JournalEntry.get_or_none(id=entry_id)
    if entry is not None and entry.kind is not EntryKind.REPAYMENT:
        raise NotReversible(entry=entry.number)
    return await reverse_entry(entry_id, **act)


async def reallocate(loan_id: int, **act: Unpack[Act]) -> JournalEntry | None:
    """Share all standing payments of a loan out again as on their days ("alokasi ulang").

    The reason belongs into the note. None if nothing changes.
    Raises UnknownLoan, WrittenOff, InsufficientFunds where a pot has not the money to move, and
    CannotReallocate where the payments do not cover what was refunded.
    """
    loan, programme = await locked(loan_id)
    if entered := await JournalEntry.get_or_none(reference=adjusting(act["reference"])):
        return entered
    if loan.status is LoanStatus.WRITTEN_OFF:
        raise WrittenOff(number=loan.number)
    wanted = await wanted_claims(loan, programme, through=act["on"])
    if wanted is None:
        raise CannotReallocate(number=loan.number)
    shares = difference(wanted, await recorded_claims(loan))
    if not shares:
        return None
    if short := await shortage(moved(loan, shares)):
        raise short
    await note(
        f"loan:{loan.id}",
        "reallocated",
        at=act["at"],
        person_id=act["maker_id"],
        reason=act.get("note", ""),
    )
    return await adjust(loan, shares, act)


async def _reverse(entry: JournalEntry, act: Act) -> JournalEntry:
    loan_ids = await Allocation.filter(entry_id=entry.id).distinct().values_list("loan_id")
    following = await _following(entry)
    mirrors = [await _mirror(one) for one in (*following, entry)]
    if not loan_ids:
        if short := await shortage(*mirrors):
            raise short
        return await reverse(entry, **act)
    loan, programme = await locked(loan_ids[0][0])
    if loan.status is LoanStatus.WRITTEN_OFF and entry.kind is not EntryKind.RECOVERY:
        raise RestsOnLaterEntries(entry=entry.number)  # what is owed again was given up
    if not await _leaves_sound_books(loan, [*following, entry]):
        return await _reverse_and_adjust(loan, programme, entry, act)
    if short := await shortage(*mirrors):
        raise short
    for one in following:
        suffix = one.reference.removeprefix(entry.reference)
        its_act: Act = {**act, "reference": f"{act['reference']}{suffix}"}
        await reverse(one, **its_act)
    return await reverse(entry, **act)


async def _reverse_and_adjust(
    loan: Loan, programme: Programme, entry: JournalEntry, act: Act
) -> JournalEntry:
    """Mirror an entry that later ones rest on, and put the remaining payments by their days."""
    wanted = await wanted_claims(loan, programme, through=act["on"], without=entry.id)
    if entry.kind is not EntryKind.REPAYMENT or wanted is None:
        raise RestsOnLaterEntries(entry=entry.number)
    its = summed(await on_plan_in_force(loan, [entry.id]))
    recorded = await recorded_claims(loan)
    without_it = {key: recorded.get(key, ZERO) - its.get(key, ZERO) for key in recorded | its}
    shares = difference(wanted, without_it)
    mirror, move = await _mirror(entry), moved(loan, shares)
    if await shortage(move, mirror) is None:
        await adjust(loan, shares, act)
        return await reverse(entry, **act)
    if short := await shortage(mirror, move):
        raise short
    reversing = await reverse(entry, **act)
    await adjust(loan, shares, act)
    return reversing


async def _following(entry: JournalEntry) -> list[JournalEntry]:
    """What this entry brought along and still stands: adjusted shares, credit used before it."""
    references = [adjusting(entry.reference), credit_before(entry.reference)]
    return await JournalEntry.filter(
        reference__in=references, reversed_by__id__isnull=True
    ).order_by("-id")


async def _mirror(entry: JournalEntry) -> list[Transfer]:
    return [transfer.mirrored() for transfer in await transfers_of(entry)]


async def _leaves_sound_books(loan: Loan, entries: Sequence[JournalEntry]) -> bool:
    """Whether after the mirrors nothing is paid below zero or twice, and credit is left."""
    standing = await standing_of(loan, loan.disbursed_on)
    taken = summed(await on_plan_in_force(loan, [one.id for one in entries]))
    left: Claims = {}
    for due in standing.dues:
        left[due.instalment, Component.PRINCIPAL] = due.principal_left
        left[due.instalment, Component.FEE] = due.fee_left
    paid = await recorded_claims(loan)
    for key, amount in taken.items():
        if key[1] is Component.CREDIT:
            if standing.credit < amount:
                return False
        elif not (0 <= amount <= paid.get(key, ZERO) or 0 <= -amount <= left.get(key, ZERO)):
            return False
    return True

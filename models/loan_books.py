"""What every act on a loan's books shares: locking, shares, and the transfers they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.allocation import Component, Share, shared_out
from models.chart import AccountKind, AccountRef, EntryKind, Transfer
from models.errors import AmountNotPositive, NeedsAnotherPerson, SameReferenceOtherContent
from models.ledger import Act, LoanShare, lock_programme_of, post_first, shares_of
from models.ledger_tables import JournalEntry
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.standings import standings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.arrears import LoanStanding
    from models.programme import Programme

_MONEY_FOR: Final = {
    Component.FEE: AccountKind.FEE_CASH,
    Component.PRINCIPAL: AccountKind.FUND_CASH,
    Component.CREDIT: AccountKind.CREDIT_CASH,
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry about a loan, how its money was shared out, and what that changed of others.

    `adjustment` moved shares of later payments, because this one was paid before them.
    """

    entry: JournalEntry
    shares: tuple[Share, ...]
    adjustment: JournalEntry | None = None


async def locked(loan_id: int) -> tuple[Loan, Programme]:
    """The loan as it is once nobody else can change its books; raises UnknownLoan."""
    programme = await lock_programme_of(loan_id)
    return await Loan.get(id=loan_id), programme


async def standing_of(loan: Loan, today: date) -> LoanStanding:
    """The standing of a loan that has been read already."""
    return (await standings_of([loan], today))[loan.id]


def four_eyes(act: Act) -> None:
    """Raises NeedsAnotherPerson unless two different people stand behind the act."""
    maker, approver = act["maker_id"], act.get("approver_id")
    if maker is None or approver is None or maker == approver:
        raise NeedsAnotherPerson


def positive(amount: int) -> Rupiah:
    """The amount in rupiah; raises AmountNotPositive."""
    if amount <= 0:
        raise AmountNotPositive(amount=amount)
    return Rupiah(amount)


async def enter(
    loan: Loan,
    kind: EntryKind,
    shares: Sequence[Share],
    transfers: Sequence[Transfer],
    *,
    outstanding: Rupiah,
    act: Act,
) -> Recorded:
    """Enter shares of a loan that owed `outstanding` rupiah before; it may be repaid by them."""
    entry = await post_first(
        loan.programme_id,
        transfers,
        kind=kind,
        shares=[LoanShare(loan.id, share) for share in shares],
        **act,
    )
    paid = sum(one.amount for one in shares if one.component is not Component.CREDIT)
    if paid and paid == outstanding and loan.status is LoanStatus.ACTIVE:
        await Loan.filter(id=loan.id).update(status=LoanStatus.REPAID)
    return Recorded(entry, tuple(shares))


async def known(reference: str, kind: EntryKind, loan_id: int, amount: int) -> Recorded | None:
    """The entry of a repeated act; by then the loan stands elsewhere, so shares differ.

    Raises SameReferenceOtherContent if it was another act.
    """
    entry = await JournalEntry.get_or_none(reference=reference)
    if entry is None:
        return None
    entered = await shares_of(entry)
    same_loan = {one.loan_id for one in entered} == {loan_id}
    total = sum(one.share.amount for one in entered)
    if entry.kind is not kind or not same_loan or total != amount:
        raise SameReferenceOtherContent(reference=reference)
    adjustment = await JournalEntry.get_or_none(reference=adjusting(reference))
    return Recorded(entry, tuple(one.share for one in entered), adjustment)


def adjusting(reference: str) -> str:
    """The reference of the entry that adjusts others because of this one."""
    return f"{reference}:adjusted"


def credit_before(reference: str) -> str:
    """The reference of the entry that used credit before this payment."""
    return f"{reference}:credit"


def incoming(loan: Loan, shares: Sequence[Share]) -> list[Transfer]:
    """Money from outside for the shares."""
    return [
        Transfer(AccountRef(loan.programme_id, _MONEY_FOR[part]), _owed(loan, part), amount)
        for part, amount in shared_out(shares).items()
    ]


def from_credit(loan: Loan, shares: Sequence[Share]) -> list[Transfer]:
    """The group's credit moves to where it belongs now."""
    return [
        transfer
        for part, amount in shared_out(shares).items()
        for transfer in _moved(loan, Component.CREDIT, part, amount)
    ]


def refunded(loan: Loan, amount: Rupiah) -> list[Transfer]:
    """The group's credit leaves the fund."""
    held = AccountRef(loan.programme_id, AccountKind.CREDIT_CASH)
    return [Transfer(debit=_owed(loan, Component.CREDIT), credit=held, amount=amount)]


def moved(loan: Loan, shares: Sequence[Share]) -> list[Transfer]:
    """What shares that add up to nothing move between principal, fee and credit."""
    sums = shared_out(shares)
    giving = {part: -amount for part, amount in sums.items() if amount < 0}
    transfers: list[Transfer] = []
    for part, amount in sums.items():
        wanted = amount
        for source, offered in giving.items():
            taken = min(wanted, offered)
            if taken > 0:
                transfers.extend(_moved(loan, source, part, taken))
                giving[source] = offered - taken
                wanted -= taken
    return transfers


def _moved(loan: Loan, source: Component, target: Component, amount: Rupiah) -> list[Transfer]:
    """The money moves between its pots, and what it stands for with it."""
    pots = [AccountRef(loan.programme_id, _MONEY_FOR[part]) for part in (target, source)]
    return [
        Transfer(debit=pots[0], credit=pots[1], amount=amount),
        Transfer(debit=_owed(loan, source), credit=_owed(loan, target), amount=amount),
    ]


def _owed(loan: Loan, part: Component) -> AccountRef:
    """The account that a share of the loan's money is set against."""
    if part is Component.PRINCIPAL:
        return receivable(loan)
    if part is Component.FEE:
        return AccountRef(loan.programme_id, AccountKind.FEE_INCOME)
    return AccountRef(loan.programme_id, AccountKind.GROUP_CREDIT, group_id=loan.group_id)


def receivable(loan: Loan) -> AccountRef:
    """The account of the principal that is still out."""
    return AccountRef(loan.programme_id, AccountKind.LOAN_RECEIVABLE, loan_id=loan.id)


def written_off(loan: Loan) -> AccountRef:
    """The account of the principal that was given up."""
    return AccountRef(loan.programme_id, AccountKind.WRITTEN_OFF, loan_id=loan.id)

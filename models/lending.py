"""What happens to the money of a fund: capital in, lent, repaid, credit used.

All functions run inside the caller's transaction; entering the same reference again returns
what was entered first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from typing_extensions import Unpack

from models.allocation import Component, Due, Share, allocate, shared_out
from models.chart import AccountKind, AccountRef, EntryKind, Transfer
from models.errors import (
    AboveOutstanding,
    AlreadyDisbursed,
    InsufficientFunds,
    LoanClosed,
    SameReferenceOtherContent,
)
from models.ledger import Act, LoanShare, balance, lock_programme, post, shares_of
from models.ledger_tables import JournalEntry
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.standings import loan_standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.programme import Programme

_MONEY_FOR: Final = {
    Component.FEE: AccountKind.FEE_CASH,
    Component.PRINCIPAL: AccountKind.FUND_CASH,
    Component.CREDIT: AccountKind.CREDIT_CASH,
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry about a loan and how its money was shared out."""

    entry: JournalEntry
    shares: tuple[Share, ...]


async def add_capital(programme_id: int, amount: int, **act: Unpack[Act]) -> JournalEntry:
    """Put `amount` rupiah of capital into the fund; raises ValueError unless it is positive."""
    fund_cash = AccountRef(programme_id, AccountKind.FUND_CASH)
    capital = AccountRef(programme_id, AccountKind.CAPITAL)
    transfer = Transfer(debit=fund_cash, credit=capital, amount=Rupiah(amount))
    return await post(programme_id, [transfer], kind=EntryKind.CAPITAL_IN, **act)


async def disburse(loan_id: int, *, reserved: int = 0, **act: Unpack[Act]) -> JournalEntry:
    """Pay the loan's whole principal out of the fund.

    Raises InsufficientFunds unless the cash covers it beside what is reserved for others and the
    programme's minimum (DOMAIN.md 3.7), and AlreadyDisbursed under another reference.
    """
    loan, programme = await _locked(loan_id)
    transfer = Transfer(
        debit=_receivable(loan),
        credit=AccountRef(loan.programme_id, AccountKind.FUND_CASH),
        amount=Rupiah(loan.principal),
    )
    if not await JournalEntry.exists(reference=act["reference"]):
        if await _paid_out(loan):
            raise AlreadyDisbursed(number=loan.number)
        kept = programme.minimum_balance + reserved
        available = max(ZERO, await balance(transfer.credit) - kept)
        if available < transfer.amount:
            raise InsufficientFunds(
                account=AccountKind.FUND_CASH, available=available, needed=transfer.amount
            )
    return await post(loan.programme_id, [transfer], kind=EntryKind.DISBURSEMENT, **act)


async def record_repayment(
    loan_id: int,
    amount: int,
    *,
    fee_in_advance: bool = False,
    shares: Sequence[Share] | None = None,
    **act: Unpack[Act],
) -> Recorded:
    """Enter verified money of a group, shared out as on the day of payment (`on`).

    `shares` are staff's own allocation (its reason belongs into the note). Raises LoanClosed if
    nothing is left to repay, AboveOutstanding if own shares exceed what is left of an instalment,
    and SameReferenceOtherContent if the reference brought another amount or loan.
    """
    loan, programme = await _locked(loan_id)
    if known := await _known(act["reference"], EntryKind.REPAYMENT, loan_id, amount):
        return known
    standing = await loan_standing(loan_id, act["on"])
    if loan.status is not LoanStatus.ACTIVE or not standing.outstanding:
        raise LoanClosed(number=loan.number)
    if shares is None:
        shares = allocate(
            amount,
            standing.dues,
            order=programme.allocation_order,
            today=act["on"],
            fee_in_advance=fee_in_advance,
        )
    else:
        _check_own(shares, amount, standing.dues)
    owed, transfers = standing.outstanding, _incoming(loan, shares)
    return await _enter(loan, EntryKind.REPAYMENT, shares, transfers, outstanding=owed, act=act)


async def apply_credit(loan_id: int, **act: Unpack[Act]) -> Recorded | None:
    """Use the group's credit for what has fallen due by the WITA day `on`; None if nothing is."""
    loan, programme = await _locked(loan_id)
    if known := await _known(act["reference"], EntryKind.CREDIT_APPLIED, loan_id, 0):
        return known
    standing = await loan_standing(loan_id, act["on"])
    fallen_due = [due for due in standing.dues if due.due_on <= act["on"]]
    usable = min(standing.credit, sum((due.left for due in fallen_due), ZERO))
    if loan.status is not LoanStatus.ACTIVE or not usable:
        return None
    shares = allocate(usable, fallen_due, order=programme.allocation_order, today=act["on"])
    used = Share(None, Component.CREDIT, -usable)
    owed, transfers = standing.outstanding, _from_credit(loan, shares)
    return await _enter(
        loan, EntryKind.CREDIT_APPLIED, [*shares, used], transfers, outstanding=owed, act=act
    )


async def _locked(loan_id: int) -> tuple[Loan, Programme]:
    """The loan as it is once nobody else can change its books."""
    programme = await lock_programme((await Loan.get(id=loan_id)).programme_id)
    return await Loan.get(id=loan_id), programme


async def _enter(
    loan: Loan,
    kind: EntryKind,
    shares: Sequence[Share],
    transfers: Sequence[Transfer],
    *,
    outstanding: Rupiah,
    act: Act,
) -> Recorded:
    """Post shares of a loan that owed `outstanding` rupiah before; it may be repaid by them."""
    entry = await post(
        loan.programme_id,
        transfers,
        kind=kind,
        shares=[LoanShare(loan.id, share) for share in shares],
        **act,
    )
    paid = sum(one.amount for one in shares if one.component is not Component.CREDIT)
    if paid == outstanding:
        await Loan.filter(id=loan.id).update(status=LoanStatus.REPAID)
    return Recorded(entry, tuple(shares))


async def _known(reference: str, kind: EntryKind, loan_id: int, amount: int) -> Recorded | None:
    """The entry of a repeated act; by then the loan stands elsewhere, so shares differ."""
    entry = await JournalEntry.get_or_none(reference=reference)
    if entry is None:
        return None
    entered = await shares_of(entry)
    same_loan = {one.loan_id for one in entered} == {loan_id}
    total = sum(one.share.amount for one in entered)
    if entry.kind is not kind or not same_loan or total != amount:
        raise SameReferenceOtherContent(reference=reference)
    return Recorded(entry, tuple(one.share for one in entered))


def _incoming(loan: Loan, shares: Sequence[Share]) -> list[Transfer]:
    return [
        Transfer(AccountRef(loan.programme_id, _MONEY_FOR[part]), _owed(loan, part), amount)
        for part, amount in shared_out(shares).items()
    ]


def _from_credit(loan: Loan, shares: Sequence[Share]) -> list[Transfer]:
    """The money moves to where it belongs now, and what was owed to the group with it."""
    held = AccountRef(loan.programme_id, AccountKind.CREDIT_CASH)
    credit = _owed(loan, Component.CREDIT)
    transfers: list[Transfer] = []
    for part, amount in shared_out(shares).items():
        money = AccountRef(loan.programme_id, _MONEY_FOR[part])
        transfers.append(Transfer(debit=money, credit=held, amount=amount))
        transfers.append(Transfer(debit=credit, credit=_owed(loan, part), amount=amount))
    return transfers


def _owed(loan: Loan, part: Component) -> AccountRef:
    """The account that a share of the loan's money is set against."""
    if part is Component.PRINCIPAL:
        return _receivable(loan)
    if part is Component.FEE:
        return AccountRef(loan.programme_id, AccountKind.FEE_INCOME)
    return AccountRef(loan.programme_id, AccountKind.GROUP_CREDIT, group_id=loan.group_id)


def _receivable(loan: Loan) -> AccountRef:
    return AccountRef(loan.programme_id, AccountKind.LOAN_RECEIVABLE, loan_id=loan.id)


def _check_own(shares: Sequence[Share], amount: int, dues: Sequence[Due]) -> None:
    if any(share.amount <= 0 for share in shares) or sum(one.amount for one in shares) != amount:
        raise ValueError(f"own shares must be positive and add up to {int(amount)} rupiah")
    left = {(due.instalment, Component.FEE): due.fee_left for due in dues}
    left |= {(due.instalment, Component.PRINCIPAL): due.principal_left for due in dues}
    for share in shares:
        if (share.instalment is None) != (share.component is Component.CREDIT):
            raise ValueError("credit belongs to no instalment, everything else to one")
        if share.instalment is not None:
            outstanding = left.get((share.instalment, share.component), ZERO)
            if share.amount > outstanding:
                raise AboveOutstanding(amount=share.amount, outstanding=outstanding)
            left[share.instalment, share.component] = outstanding - share.amount


async def _paid_out(loan: Loan) -> bool:
    """Whether a disbursement of the loan stands, that is, was not reversed."""
    return await JournalEntry.filter(
        kind=EntryKind.DISBURSEMENT,
        reversed_by=None,
        postings__debit__code=_receivable(loan).code,
    ).exists()

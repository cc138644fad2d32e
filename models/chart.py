"""The chart of accounts of a programme, and the transfers that move money between them.

Every account has a natural side and never falls below zero on it. Principal, fee and credit of
groups (titipan) each have their own money, so that a fee or a credit is never lent:

    fund_cash + treasury + loans + written_off = capital
    fee_cash + fee_remitted                    = fee_income
    credit_cash                                = credits of the groups
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.money import Rupiah


class AccountKind(StrEnum):
    """What an account holds; those from capital on grow by credits, the others by debits."""

    FUND_CASH = "fund_cash"
    """Principal at hand, the only money that may be lent."""
    FEE_CASH = "fee_cash"
    CREDIT_CASH = "credit_cash"
    """Money held for groups who paid more than was due."""
    TREASURY = "treasury"
    """Returned principal that lies with the district treasury until it is released again."""
    LOAN_RECEIVABLE = "loan_receivable"
    """One a loan: principal that is still out."""
    WRITTEN_OFF = "written_off"
    """One a loan: principal that was given up and has not come back since."""
    FEE_REMITTED = "fee_remitted"
    """Fees handed on to the district's own revenue."""
    CAPITAL = "capital"
    FEE_INCOME = "fee_income"
    GROUP_CREDIT = "group_credit"
    """One a group: what the fund owes it."""


_GROWS_BY_CREDIT: Final = {AccountKind.CAPITAL, AccountKind.FEE_INCOME, AccountKind.GROUP_CREDIT}


class EntryKind(StrEnum):
    """What happened to the money."""

    CAPITAL_IN = "capital_in"
    DISBURSEMENT = "disbursement"
    REPAYMENT = "repayment"
    CREDIT_APPLIED = "credit_applied"
    CREDIT_REFUND = "credit_refund"
    REVERSAL = "reversal"
    WRITE_OFF = "write_off"
    RECOVERY = "recovery"
    ADJUSTMENT = "adjustment"
    TREASURY_DEPOSIT = "treasury_deposit"
    TREASURY_RELEASE = "treasury_release"
    FEE_REMITTANCE = "fee_remittance"


@dataclass(frozen=True, slots=True)
class AccountRef:
    """An account by what it is, whether or not anything was ever posted to it."""

    programme_id: int
    kind: AccountKind
    loan_id: int | None = None
    group_id: int | None = None

    @property
    def code(self) -> str:
        """The unique short name, such as P1/fund_cash or P1/loan_receivable/17."""
        whose = self.loan_id if self.loan_id is not None else self.group_id
        return f"P{self.programme_id}/{self.kind}" + ("" if whose is None else f"/{whose}")

    @property
    def grows_by_credit(self) -> bool:
        return self.kind in _GROWS_BY_CREDIT


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money moved from the credited to the debited account, in rupiah.

    Raises ValueError unless the amount is positive and both accounts belong to one programme
    and differ: an entry made of transfers cannot be out of balance.
    """

    debit: AccountRef
    credit: AccountRef
    amount: Rupiah

    def __post_init__(self) -> None:
        if self.amount <= 0:
            raise ValueError(f"a transfer of {int(self.amount)} rupiah moves nothing")
        if self.debit == self.credit:
            raise ValueError(f"a transfer from {self.debit.code} to itself moves nothing")
        if self.debit.programme_id != self.credit.programme_id:
            raise ValueError("programmes are kept apart: a transfer stays inside one")

    def mirrored(self) -> Transfer:
        return Transfer(debit=self.credit, credit=self.debit, amount=self.amount)


def changes(transfers: Sequence[Transfer]) -> dict[AccountRef, int]:
    """By how many rupiah each account grows (or shrinks) on its natural side."""
    net: dict[AccountRef, int] = {}
    for transfer in transfers:
        for account, by_credit in ((transfer.debit, False), (transfer.credit, True)):
            sign = 1 if account.grows_by_credit == by_credit else -1
            net[account] = net.get(account, 0) + sign * transfer.amount
    return net

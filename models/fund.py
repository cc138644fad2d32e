"""A programme's fund at a glance (DOMAIN.md 3.7)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tortoise.functions import Sum

from models.chart import AccountKind
from models.ledger_tables import Account
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.programme import Programme
from models.standings import standings
from models.statements import accepted_unseen

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class FundFigures:
    """What the ledger holds of a fund; everything in rupiah."""

    cash: Rupiah
    lent_out: Rupiah
    arrears: Rupiah
    written_off: Rupiah
    in_treasury: Rupiah
    capital: Rupiah
    fee_cash: Rupiah
    credit_held: Rupiah
    reserved: Rupiah = ZERO
    minimum: Rupiah = ZERO
    unmatched: Rupiah = ZERO
    """Verified, but on no bank statement yet; only where the programme waits for that."""

    @property
    def available(self) -> Rupiah:
        """What may be lent: cash beyond what is reserved and the minimum, never below zero."""
        return max(ZERO, self.cash - self.reserved - self.minimum - self.unmatched)


async def fund_figures(
    programme_id: int, *, today: date, reserved: int = 0, minimum: int = 0
) -> FundFigures:
    """The figures of a programme; arrears, principal and fee together, as of a WITA day."""
    held = await _balances(programme_id)
    loans = await Loan.filter(programme_id=programme_id, status=LoanStatus.ACTIVE)
    waits = await Programme.exists(id=programme_id, counts_matched_only=True)
    now = await standings([loan.id for loan in loans], today)
    return FundFigures(
        cash=held[AccountKind.FUND_CASH],
        lent_out=held[AccountKind.LOAN_RECEIVABLE],
        arrears=sum((standing.arrears.total for standing in now.values()), ZERO),
        written_off=held[AccountKind.WRITTEN_OFF],
        in_treasury=held[AccountKind.TREASURY],
        capital=held[AccountKind.CAPITAL],
        fee_cash=held[AccountKind.FEE_CASH],
        credit_held=held[AccountKind.GROUP_CREDIT],
        reserved=Rupiah(reserved),
        minimum=Rupiah(minimum),
        unmatched=await accepted_unseen(programme_id) if waits else ZERO,
    )


async def _balances(programme_id: int) -> dict[AccountKind, Rupiah]:
    rows = (
        await Account.filter(programme_id=programme_id)
        .annotate(total=Sum("balance"))
        .group_by("kind")
        .values_list("kind", "total")
    )
    balances: dict[AccountKind, Rupiah] = defaultdict(Rupiah)
    balances.update({AccountKind(kind): Rupiah(int(total)) for kind, total in rows})
    return balances

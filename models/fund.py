"""A programme's fund at a glance (DOMAIN.md 3.7)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tortoise.expressions import Q
from tortoise.functions import Sum

from models.chart import AccountKind, AccountRef
from models.funding_tables import Funding, FundingState
from models.ledger_tables import Account
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.programme import Programme
from models.standings import standings
from models.statements import accepted_unseen

if TYPE_CHECKING:
    from datetime import date


_KEPT = Q(state=FundingState.APPROVED) | Q(
    tranche__gt=1,
    state__in=[FundingState.PLANNED, FundingState.PROPOSED, FundingState.CONFIRMED],
)
"""Money that nobody else may be lent: a later part is promised from the first approval on."""


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
    """Approved, or promised as a later part, and not paid out."""
    minimum: Rupiah = ZERO
    unmatched: Rupiah = ZERO
    """Verified, but on no bank statement yet; only where the programme waits for that."""

    @property
    def available(self) -> Rupiah:
        """What may be lent: cash beyond what is reserved and the minimum, never below zero."""
        return max(ZERO, self.cash - self.reserved - self.minimum - self.unmatched)


async def fund_figures(
    programme_id: int, *, today: date, arrears: Rupiah | None = None
) -> FundFigures:
    """The figures of a programme; arrears, principal and fee together, as of a WITA day.

    Whoever has read all loans of that day already tells the arrears.
    """
    programme = await Programme.get(id=programme_id)
    held = await _balances(programme_id)
    return FundFigures(
        cash=held[AccountKind.FUND_CASH],
        lent_out=held[AccountKind.LOAN_RECEIVABLE],
        arrears=await _arrears(programme_id, today) if arrears is None else arrears,
        written_off=held[AccountKind.WRITTEN_OFF],
        in_treasury=held[AccountKind.TREASURY],
        capital=held[AccountKind.CAPITAL],
        fee_cash=held[AccountKind.FEE_CASH],
        credit_held=held[AccountKind.GROUP_CREDIT],
        reserved=await reserved_of(programme_id),
        minimum=Rupiah(programme.minimum_balance),
        unmatched=await unmatched_of(programme),
    )


async def _arrears(programme_id: int, today: date) -> Rupiah:
    loans = await Loan.filter(programme_id=programme_id, status=LoanStatus.ACTIVE)
    now = await standings([loan.id for loan in loans], today)
    return sum((standing.arrears.total for standing in now.values()), ZERO)


async def reserved_of(programme_id: int, *, but: int | None = None) -> Rupiah:
    """What is kept for groups: approved and not paid out, or promised as a later part.

    `but` is a funding that is not counted, because it is the one that asks.
    """
    kept = Funding.filter(programme_id=programme_id).filter(_KEPT)
    if but is not None:
        kept = kept.exclude(id=but)
    return sum([Rupiah(one.amount) for one in await kept.only("id", "amount")], ZERO)


async def available_beside(programme: Programme, *, but: int | None = None) -> Rupiah:
    """What may be lent of a locked programme, in rupiah; `but` as in `reserved_of`."""
    cash = await Account.get_or_none(code=AccountRef(programme.id, AccountKind.FUND_CASH).code)
    kept = await reserved_of(programme.id, but=but) + programme.minimum_balance
    return max(ZERO, (cash.balance if cash else 0) - kept - await unmatched_of(programme))


async def unmatched_of(programme: Programme) -> Rupiah:
    """Verified money that may not be lent yet, in rupiah; none where it need not be seen first."""
    return await accepted_unseen(programme.id) if programme.counts_matched_only else ZERO


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

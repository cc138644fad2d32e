"""Lending capital outside the staff chat: a loan, its schedule and its disbursement at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.lending import disburse
from models.loan import Instalment, Loan
from models.schedule import make_schedule

if TYPE_CHECKING:
    from datetime import datetime

    from models.schedule import Terms


async def lend(
    group_id: int,
    programme_id: int,
    terms: Terms,
    *,
    number: str,
    at: datetime,
    maker_id: int,
    approver_id: int,
) -> Loan:
    """A loan with the schedule that its terms make, its capital paid out of the fund.

    Raises InsufficientFunds if the fund does not hold the principal.
    """
    loan = await Loan.create(
        number=number,
        group_id=group_id,
        programme_id=programme_id,
        principal=terms.principal,
        fee_basis_points=terms.fee_basis_points,
        disbursed_on=terms.disbursed_on,
        created_at=at,
    )
    await _keep_schedule(loan, terms)
    await disburse(
        loan.id,
        on=terms.disbursed_on,
        at=at,
        reference=f"disbursement:{loan.id}",
        cause=f"loan:{loan.id}",
        maker_id=maker_id,
        approver_id=approver_id,
    )
    return loan


async def _keep_schedule(loan: Loan, terms: Terms) -> None:
    await Instalment.bulk_create(
        Instalment(
            loan_id=loan.id,
            number=row.number,
            due_on=row.due_on,
            principal=row.principal,
            fee=row.fee,
        )
        for row in make_schedule(terms)
    )

"""Where loans stand by what the ledger holds: a few statements for any number of loans."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from tortoise.functions import Sum

from models.allocation import Component, Due
from models.arrears import LoanStanding
from models.chart import AccountKind
from models.ledger_tables import Account, Allocation
from models.loan import Instalment, Loan, LoanStatus
from models.money import ZERO, Rupiah

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

_Paid: TypeAlias = dict[tuple[int, int, Component], Rupiah]
"""By loan, number of the instalment and component."""


async def standings(loan_ids: Collection[int], today: date) -> dict[int, LoanStanding]:
    """The standing of each loan on a WITA day, in four statements however many there are.

    A loan that does not exist is missing from the result.
    """
    return await standings_of(await Loan.filter(id__in=list(loan_ids)), today)


async def standings_of(
    loans: Collection[Loan], today: date, *, booked_until: date | None = None
) -> dict[int, LoanStanding]:
    """The same for loans that have been read already, in three statements.

    With `booked_until` only what was booked up to that WITA day is paid; credits are as they are.
    """
    if not loans:
        return {}
    held = await _credits(loans)
    dues = await _dues(loans, booked_until)
    return {
        loan.id: LoanStanding(
            loan_id=loan.id,
            as_of=today,
            dues=tuple(dues[loan.id]),
            credit=held.get((loan.programme_id, loan.group_id), ZERO),
        )
        for loan in loans
    }


async def loan_standing(loan_id: int, today: date) -> LoanStanding:
    """The standing of one loan on a WITA day; raises KeyError if there is no such loan."""
    return (await standings([loan_id], today))[loan_id]


async def settle_statuses(loan_ids: Collection[int]) -> None:
    """Call loans repaid once nothing is left, and active again after a reversal."""
    loans = await Loan.filter(id__in=list(loan_ids)).exclude(status=LoanStatus.WRITTEN_OFF)
    dues = await _dues(loans)
    for loan in loans:
        left = sum(due.left for due in dues[loan.id])
        status = LoanStatus.ACTIVE if left else LoanStatus.REPAID
        if dues[loan.id] and loan.status is not status:
            await Loan.filter(id=loan.id).update(status=status)


async def _dues(loans: Collection[Loan], booked_until: date | None = None) -> dict[int, list[Due]]:
    """The instalments in force by loan, in order of their due days."""
    paid = await _paid([loan.id for loan in loans], booked_until)
    period_begins = {loan.id: loan.disbursed_on for loan in loans}
    dues: dict[int, list[Due]] = defaultdict(list)
    rows = (
        await Instalment.filter(loan_id__in=list(period_begins), replaced_at__isnull=True)
        .order_by("loan_id", "due_on", "number")
        .values_list("id", "loan_id", "number", "due_on", "principal", "fee")
    )
    for instalment, loan_id, number, due_on, principal, fee in rows:
        dues[loan_id].append(
            Due(
                instalment=instalment,
                begins_on=period_begins[loan_id],
                due_on=due_on,
                principal=Rupiah(principal),
                fee=Rupiah(fee),
                principal_paid=paid.get((loan_id, number, Component.PRINCIPAL), ZERO),
                fee_paid=paid.get((loan_id, number, Component.FEE), ZERO),
            )
        )
        period_begins[loan_id] = due_on + timedelta(days=1)
    return dues


async def _paid(loan_ids: Collection[int], booked_until: date | None) -> _Paid:
    """What was paid on instalments; on a replaced one it counts for the one of its number now.

    A rescheduling keeps the paid part of an instalment under its number, and nothing else of the
    old plan was paid.
    """
    shares = Allocation.filter(loan_id__in=loan_ids, instalment_id__not_isnull=True)
    if booked_until is not None:
        shares = shares.filter(entry__booked_on__lte=booked_until)
    rows = (
        await shares.annotate(total=Sum("amount"))
        .group_by("loan_id", "instalment__number", "component")
        .values_list("loan_id", "instalment__number", "component", "total")
    )
    return {
        (loan_id, number, Component(component)): Rupiah(int(total))
        for loan_id, number, component, total in rows
    }


async def _credits(loans: Collection[Loan]) -> dict[tuple[int, int], Rupiah]:
    """What the fund holds for groups, by programme and group."""
    rows = await Account.filter(
        kind=AccountKind.GROUP_CREDIT,
        programme_id__in=list({loan.programme_id for loan in loans}),
        group_id__in=list({loan.group_id for loan in loans}),
    ).values_list("programme_id", "group_id", "balance")
    return {(programme, group): Rupiah(balance) for programme, group, balance in rows}

"""The worst collectibility that loans ever had, by the plan in force and the money that stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from models.allocation import Component
from models.arrears import OPERATIONAL_CLASSES, arrears, collectibility
from models.ledger_tables import Allocation
from models.loan import Instalment
from models.money import ZERO, Rupiah

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from models.allocation import Due
    from models.arrears import LoanStanding


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What came on a WITA day for an instalment, in rupiah."""

    on: date
    instalment: int
    component: Component
    amount: Rupiah


def worst_class(dues: Sequence[Due], paid: Sequence[PaidPart], today: date) -> int:
    """From 1 (best) to 5: the class on each day before money came, and today."""
    worst = 1
    if _never_late(dues, paid, today):
        return worst
    for day in sorted({part.on for part in paid if part.on <= today} | {today}):
        before = [part for part in paid if part.on < day or day == today == part.on]
        then = _as_of(dues, before)
        if arrears(then, day).instalments:
            worst = max(worst, OPERATIONAL_CLASSES.classes.index(collectibility(then, day)) + 1)
    return worst


def _never_late(dues: Sequence[Due], paid: Sequence[PaidPart], today: date) -> bool:
    """Whether all that has fallen due was paid by its day, as most of it is."""
    until = {due.instalment: due.due_on for due in dues}
    in_time: dict[int, int] = defaultdict(int)
    for part in paid:
        if part.on <= until.get(part.instalment, part.on):
            in_time[part.instalment] += part.amount
    return all(
        in_time[due.instalment] >= due.principal + due.fee for due in dues if due.due_on < today
    )


def _as_of(dues: Sequence[Due], paid: Sequence[PaidPart]) -> list[Due]:
    sums: dict[tuple[int, Component], Rupiah] = defaultdict(lambda: ZERO)
    for part in paid:
        sums[part.instalment, part.component] += part.amount
    return [
        replace(
            due,
            principal_paid=sums[due.instalment, Component.PRINCIPAL],
            fee_paid=sums[due.instalment, Component.FEE],
        )
        for due in dues
    ]


async def worst_classes(standings: Mapping[int, LoanStanding], today: date) -> dict[int, int]:
    """The worst class of each loan, by its id, in two statements."""
    if not standings:
        return {}
    paid = await _paid_parts(list(standings))
    return {
        loan_id: worst_class(standing.dues, paid[loan_id], today)
        for loan_id, standing in standings.items()
    }


async def _paid_parts(loan_ids: Collection[int]) -> dict[int, list[PaidPart]]:
    """Shares of entries that nothing took back, on the instalments in force."""
    in_force = await Instalment.filter(loan_id__in=loan_ids, replaced_at__isnull=True).values_list(
        "loan_id", "number", "id"
    )
    now: dict[tuple[int, int], int] = {(loan, number): key for loan, number, key in in_force}
    stand: Any = Allocation.filter(
        loan_id__in=loan_ids,
        instalment_id__not_isnull=True,
        entry__reverses_id__isnull=True,
        entry__reversed_by__id__isnull=True,
    )
    rows = await stand.order_by("id").values_list(
        "loan_id", "instalment__number", "entry__booked_on", "component", "amount"
    )
    paid: dict[int, list[PaidPart]] = defaultdict(list)
    for loan_id, number, on, component, amount in rows:
        day = date.fromisoformat(on[:10]) if isinstance(on, str) else on
        key = now.get((loan_id, number), 0)
        paid[loan_id].append(PaidPart(day, key, Component(component), Rupiah(amount)))
    return paid

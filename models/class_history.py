"""The worst collectibility that loans ever had, by the plan in force and the money that stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from models.allocation import Component
from models.arrears import OPERATIONAL_CLASSES, instalments_late, regular_instalment
from models.ledger_tables import Allocation
from models.loan import Instalment
from models.money import Rupiah

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
    """From 1 (best) to 5: the class on each day before money came, and today.

    One pass over the money in the order of its days.
    """
    if not dues or _never_late(dues, paid, today):
        return 1
    left = {(due.instalment, Component.PRINCIPAL): int(due.principal) for due in dues}
    left |= {(due.instalment, Component.FEE): int(due.fee) for due in dues}
    regular, last_due_on = regular_instalment(dues), max(due.due_on for due in dues)
    coming = sorted((part for part in paid if part.on <= today), key=lambda part: part.on)
    worst, came = 1, 0
    for day in sorted({part.on for part in coming} | {today}):
        while came < len(coming) and (coming[came].on < day or day == today):
            key = coming[came].instalment, coming[came].component
            left[key] = left.get(key, 0) - int(coming[came].amount)
            came += 1
        principal, total = _late(dues, left, day)
        if total >= OPERATIONAL_CLASSES.ignored_below:
            lateness = instalments_late(principal, regular, last_due_on, day)
            worst = max(worst, OPERATIONAL_CLASSES.place_of(lateness) + 1)
    return worst


def _late(
    dues: Sequence[Due], left: Mapping[tuple[int, Component], int], day: date
) -> tuple[int, int]:
    """The principal that is late on a day, and everything that is, in rupiah."""
    principal = total = 0
    for due in dues:
        if due.due_on < day:
            of_principal = left[due.instalment, Component.PRINCIPAL]
            of_all = of_principal + left[due.instalment, Component.FEE]
            if of_all > 0:
                principal += of_principal
                total += of_all
    return principal, total


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

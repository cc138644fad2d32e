"""How each instalment of a programme went, for `models.punctuality` to learn from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from tortoise.functions import Max

from models.ledger_tables import Allocation
from models.loan import Instalment
from models.punctuality import EARLIEST, EDGES, Seen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from models.arrears import LoanStanding
    from models.loan import Loan

_REMEMBERED: Final = timedelta(days=3 * 365)
"""What fell due longer ago says little about how groups repay now."""


async def history_of(
    loans: Sequence[Loan], where: Mapping[int, LoanStanding], today: date
) -> list[Seen]:
    """The instalments of the last three years that came to their due day, in two statements.

    An instalment counts as paid on the day of the last money on it, once nothing of it is left.
    """
    paid_on = await _last_money([loan.id for loan in loans])
    seen: list[Seen] = []
    for loan in loans:
        before: date | None = date.min
        for due in where[loan.id].dues:
            settled = paid_on.get(due.instalment, due.due_on) if due.left <= 0 else None
            if before is not None and due.due_on > today - _REMEMBERED:
                since = max(EDGES[0], (before - due.due_on).days)
                until = ((settled or today) - due.due_on).days
                seen.append(Seen(loan.group_id, until, settled is not None, since))
            before = None if settled is None or before is None else max(before, settled)
    return [one for one in seen if max(one.until, EARLIEST) > one.since]


async def _last_money(loan_ids: Collection[int]) -> dict[int, date]:
    """The WITA day of the last money that stands, by the instalment in force with its number."""
    if not loan_ids:
        return {}
    in_force: Any = Instalment.filter(loan_id__in=list(loan_ids), replaced_at__isnull=True)
    keys = {
        (loan, number): key
        for loan, number, key in await in_force.values_list("loan_id", "number", "id")
    }
    stand: Any = Allocation.filter(
        loan_id__in=list(loan_ids),
        instalment_id__not_isnull=True,
        amount__gt=0,
        entry__reverses_id__isnull=True,
        entry__reversed_by__id__isnull=True,
    )
    rows = (
        await stand.annotate(last=Max("entry__booked_on"))
        .group_by("loan_id", "instalment__number")
        .values_list("loan_id", "instalment__number", "last")
    )
    return {
        keys[loan, number]: date.fromisoformat(last[:10]) if isinstance(last, str) else last
        for loan, number, last in rows
        if (loan, number) in keys
    }

"""New capital that staff have announced: told, listed, taken back, and ended when it arrives.

It moves no money, so that one person may announce it: the forecast counts with it, the books do
not. Every act leaves its trace in the trail of the programme.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from models.audit import note
from models.funding_tables import PlannedCapital
from models.ledger import lock_books

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

EARLY: Final = timedelta(days=31)
"""Capital that comes no earlier than this before its announced day is what was announced."""


async def open_plans(programme_id: int) -> Sequence[PlannedCapital]:
    """What is announced and has not come, the earliest first; also what is overdue."""
    plans = PlannedCapital.filter(programme_id=programme_id, ended_at__isnull=True)
    return await plans.order_by("expected_on", "id")


async def announce(
    programme_id: int, amount: int, expected_on: date, *, by: int, at: datetime
) -> PlannedCapital:
    """Tell of capital that is to come on a WITA day."""
    await lock_books(programme_id)
    plan = await PlannedCapital.create(
        programme_id=programme_id, amount=amount, expected_on=expected_on, told_by_id=by, told_at=at
    )
    await _note(plan, "capital_announced", by=by, at=at)
    return plan


async def take_back(plan_id: int, *, by: int, at: datetime) -> PlannedCapital | None:
    """End an announcement that does not hold; none where it has ended already."""
    plan = await PlannedCapital.get_or_none(id=plan_id)
    if plan is None:
        return None
    await lock_books(plan.programme_id)
    await plan.refresh_from_db()
    if plan.ended_at is not None:
        return None
    await _end(plan, at)
    await _note(plan, "capital_taken_back", by=by, at=at)
    return plan


async def arrived(programme_id: int, amount: int, *, on: date, at: datetime) -> int:
    """Capital has come into the books on a WITA day: it ends what was announced of it.

    That is an announcement of exactly this amount, whenever it was expected, or else those of about
    then, the earliest first; one of which only a part has come stays with the rest.
    Returns how much of the amount, in rupiah, had been announced.
    """
    left, plans = amount, await open_plans(programme_id)
    exact = [plan for plan in plans if plan.amount == amount][:1]
    for plan in exact or [plan for plan in plans if plan.expected_on <= on + EARLY]:
        if left <= 0:
            break
        came = min(left, int(plan.amount))
        left -= came
        await _end(plan, at)
        await _note(plan, "capital_arrived", by=None, at=at, came=came)
        if came < plan.amount:
            await PlannedCapital.create(
                programme_id=programme_id,
                amount=int(plan.amount) - came,
                expected_on=plan.expected_on,
                told_by_id=plan.told_by_id,
                told_at=plan.told_at,
            )
    return amount - left


async def _end(plan: PlannedCapital, at: datetime) -> None:
    plan.ended_at = at
    await plan.save(update_fields=["ended_at"])


async def _note(
    plan: PlannedCapital, deed: str, *, by: int | None, at: datetime, came: int | None = None
) -> None:
    facts: dict[str, int | str] = {
        "amount": int(plan.amount),
        "expected_on": plan.expected_on.isoformat(),
    }
    if came is not None:
        facts["came"] = came
    await note(f"programme:{plan.programme_id}", deed, at=at, person_id=by, **facts)

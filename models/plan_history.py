"""Plans of a loan that were replaced: what was unpaid of each on the day on which it ended."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from models.audit import AuditEvent
from models.loan import Instalment

if TYPE_CHECKING:
    from datetime import datetime

REPLACING: Final = ("rescheduled", "written_off", "write_off_reversed")
"""Deeds about a loan that put another plan in the place of what is unpaid."""


@dataclass(frozen=True, slots=True)
class FormerPlan:
    """The rows that ended together, by their due days; `deed` ended them, for that reason."""

    replaced_at: datetime
    rows: tuple[Instalment, ...]
    deed: str
    reason: str


async def former_plans(loan_id: int) -> list[FormerPlan]:
    """The plans that a loan had before, the latest first."""
    rows = await Instalment.filter(loan_id=loan_id, replaced_at__not_isnull=True).order_by(
        "-replaced_at", "due_on", "number"
    )
    deeds = {
        deed.at: deed
        for deed in await AuditEvent.filter(subject=f"loan:{loan_id}", deed__in=REPLACING).order_by(
            "id"
        )
    }
    plans = []
    for at, together in groupby(rows, key=lambda row: row.replaced_at):
        deed = deeds.get(at)
        why = deed.facts.get("reason", "") if deed else ""
        plans.append(FormerPlan(at, tuple(together), deed.deed if deed else "", str(why)))
    return plans

"""What was changed about a report after it was sent, as its card and its trail tell it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from handlers.messages import Words, words
from handlers.what_changes import Stated
from models.audit import AuditEvent
from models.money import Rupiah

DEEDS: Final = ("changed", "corrected")
"""By the reporter alone while nobody had verified it; later by two of staff."""


async def changes_of(report_id: int) -> tuple[Words, ...]:
    """A line for each change, oldest first."""
    events = AuditEvent.filter(subject=f"report:{report_id}", deed__in=list(DEEDS))
    return tuple(
        words(f"verification.{event.deed}", changes=change_in(event.facts))
        for event in await events.order_by("id")
    )


def change_in(facts: Mapping[str, Any]) -> tuple[Words, ...]:
    """Old and new of one change, by what the trail keeps of it."""
    before = Stated(Rupiah(facts["old_amount"]), date.fromisoformat(facts["old_paid_on"]))
    after = Stated(Rupiah(facts["amount"]), date.fromisoformat(facts["paid_on"]))
    return before.until(after)

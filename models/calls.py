"""What calls brought: written once, told in the group's history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from models.audit import note
from models.calendar import epoch_ms
from models.notice import CallState, CallTask

if TYPE_CHECKING:
    from datetime import datetime

TO_BE_MADE: Final = frozenset({CallState.OPEN, CallState.NOT_REACHED})
"""Whoever was not reached may be called again."""


async def settle_call(
    task_id: int, brought: CallState, *, by: int, at: datetime
) -> CallTask | None:
    """Write down what a call brought; none if somebody was first, or there is no such call."""
    task = await CallTask.filter(id=task_id).select_for_update().first()
    if task is None or task.state not in TO_BE_MADE:
        return None
    task.state, task.settled_at_ms, task.settled_by_id = brought, epoch_ms(at), by
    await task.save(update_fields=["state", "settled_at_ms", "settled_by_id"])
    await note(f"group:{task.group_id}", f"call_{brought.value}", at=at, person_id=by)
    return task

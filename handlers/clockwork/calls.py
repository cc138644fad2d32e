"""Groups that somebody should call, because the reminders have come to their end."""

from datetime import timedelta
from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from handlers.staff.call_card import card, subject, tell_facilitator
from models.notice import CallState, CallTask

_AT_ONCE: Final = 10
"""Cards of one morning; the rest comes the next day."""


async def _post(turn: JobTurn) -> None:
    """A card for each call that nobody was told of yet, to staff and to the facilitator."""
    open_ones = CallTask.filter(state=CallState.OPEN, posted=0).order_by("id").limit(_AT_ONCE)
    for task in await open_ones.select_for_update(skip_locked=True):
        about = subject(task.id)
        turn.tell_staff(await card(task, turn), key=f"{about}:card", subject=about)
        await tell_facilitator(task, turn)
        task.posted = 1
        await task.save(update_fields=["posted"])


CALLING: Final = Job("calls", Daily(8, 45, "mon-sat"), _post, good_for=timedelta(hours=8))

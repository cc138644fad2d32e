"""Before the reminders: on which addresses nothing arrives, so that others are tried first."""

from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from models.undelivered import mark_undelivered


async def _mark(turn: JobTurn) -> None:
    await mark_undelivered(turn.now)


MARKING: Final = Job("mark_undelivered", Daily(5, 50), _mark)

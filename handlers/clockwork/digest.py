"""The digest of the morning, on working days on which there is something to do."""

from typing import Final

from handlers.clockwork.self_audit import EVERY_MORNING
from handlers.jobs import Daily, Job, JobTurn
from handlers.staff.digest import digest, something_waits
from models.calendar import wita_day
from models.working_days import is_working_day


async def _tell(turn: JobTurn) -> None:
    day = wita_day(turn.due_at)
    if is_working_day(day) and await something_waits(turn):
        turn.tell_staff(await digest(turn), key=f"digest:{day}")


DIGEST: Final = Job("digest", Daily(8, weekdays="mon-fri"), _tell, after=(EVERY_MORNING.name,))

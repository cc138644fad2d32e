"""Once a week and once a month, on the first working day: what was, made to be looked at."""

from datetime import date, timedelta
from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from handlers.messages import Reply
from handlers.staff.weekly import weekly
from models.calendar import wita_day
from models.job_run import days_that_ran
from models.programme import Programme
from models.working_days import is_working_day

_RUNS_OF_A_MONTH: Final = 31


async def is_first_since(job: str, day: date, since: date) -> bool:
    """Whether a working day is the first on which a job runs since a day; all in WITA.

    Where nothing ran on the first one, the next is the first. A job that began to be counted
    amid a week waits for the next.
    """
    if not is_working_day(day):
        return False
    ran = await days_that_ran(job, most=_RUNS_OF_A_MONTH)
    return not any(since <= one <= day and is_working_day(one) for one in ran)


async def _read(turn: JobTurn) -> dict[int, Reply]:
    day = wita_day(turn.due_at)
    if not await is_first_since(WEEKLY.name, day, day - timedelta(days=day.weekday())):
        return {}
    programmes = await Programme.all().order_by("id")
    return {one.id: await weekly(one, turn.today) for one in programmes}


async def _tell(turn: JobTurn) -> None:
    day = wita_day(turn.due_at)
    for programme_id, reply in turn.prepared.items():
        turn.tell_staff(reply, key=f"weekly:{programme_id}:{day}")


WEEKLY: Final = Job("weekly", Daily(8, 10, "mon-fri"), _tell, prepare=_read)

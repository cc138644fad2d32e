"""Once a week, on its first working day: where the fund stands, and who is out of reach."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from handlers.clockwork.one_by_one import one_by_one
from handlers.jobs import Daily, Job, JobTurn
from handlers.messages import Reply
from handlers.staff.reach import listing
from handlers.staff.weekly import weekly
from models.calendar import wita_day
from models.job_run import days_that_ran
from models.programme import Programme
from models.reach import out_of_reach
from models.working_days import is_working_day

_RUNS_OF_A_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class _Week:
    """What was read: the digest of each programme, and the list of people if there are any."""

    digests: dict[int, Reply]
    unreached: Reply | None


async def is_first_since(job: str, day: date, since: date) -> bool:
    """Whether a working day is the first on which a job runs since a day; all in WITA.

    Where nothing ran on the first one, the next is the first. A job that began to be counted
    amid a week (or a month) waits for the next.
    """
    if not is_working_day(day):
        return False
    ran = await days_that_ran(job, most=_RUNS_OF_A_MONTH)
    return not any(since <= one <= day and is_working_day(one) for one in ran)


async def _read(turn: JobTurn) -> _Week | None:
    day = wita_day(turn.due_at)
    if not await is_first_since(WEEKLY.name, day, day - timedelta(days=day.weekday())):
        return None
    programmes = await Programme.all().order_by("id")
    digests: dict[int, Reply] = {}

    async def read(programme: Programme) -> None:
        digests[programme.id] = await weekly(programme, turn.today, turn.due_at)

    await one_by_one(
        turn, WEEKLY.name, programmes, read, name=lambda p: f"programme:{p.id}", reads_only=True
    )
    return _Week(digests, listing(await out_of_reach(turn.now)))


async def _tell(turn: JobTurn) -> None:
    week: _Week | None = turn.prepared
    if week is None:
        return
    day = wita_day(turn.due_at)
    for programme_id, reply in week.digests.items():
        turn.tell_staff(reply, key=f"weekly:{programme_id}:{day}")
    if week.unreached is not None:
        turn.tell_staff(week.unreached, key=f"out_of_reach:{day}")


WEEKLY: Final = Job("weekly", Daily(8, 10, "mon-fri"), _tell, prepare=_read)

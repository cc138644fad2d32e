"""Every morning: what people are told by themselves today, and which promises are over."""

from datetime import date, timedelta
from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from models.calendar import wita_day
from models.job_run import days_that_ran
from models.notice_day import notice_day
from models.notice_plan import plans_of
from models.promise import settle_promises

_AT_ONCE: Final = 500
"""Promises that one morning settles; the rest waits for the next."""


async def _plan(turn: JobTurn) -> None:
    """What follows from the plans of all programmes; the machine fills it with whom it concerns."""
    day = wita_day(turn.due_at)
    await settle_promises(day, at=turn.now, most=_AT_ONCE)
    turn.notice_day = notice_day(await plans_of(), day, await _planned_before(day))


async def _planned_before(day: date) -> date:
    """The last day that was planned; yesterday where nothing ever was."""
    earlier = [ran for ran in await days_that_ran(REMINDERS.name, most=2) if ran < day]
    return earlier[0] if earlier else day - timedelta(days=1)


REMINDERS: Final = Job("reminders", Daily(6), _plan, good_for=timedelta(hours=11, minutes=30))
"""Until the day's hours close: what is noticed later belongs to the next morning."""

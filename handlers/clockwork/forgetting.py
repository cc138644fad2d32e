"""Every night what is older than it is kept is forgotten; the pack of the month tells how much.

What is forgotten cannot be had back, so a clock is not believed at once: after a gap longer than
any downtime that is likely, the first night only notes that time has passed.
"""

import logging
from datetime import date, timedelta
from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from models.calendar import wita_day
from models.job_run import days_that_ran
from models.retention import forget

_LONGEST_GAP: Final = timedelta(days=30)

logger = logging.getLogger(__name__)


async def _forget(turn: JobTurn) -> None:
    day = wita_day(turn.due_at)
    if await _leaps(day):
        logger.warning("the clock leaps: nothing is forgotten tonight", extra={"day": str(day)})
        return
    turn.let_go = (await forget(turn.now)).files


async def _leaps(day: date) -> bool:
    """Whether so long nothing ran that the clock may be wrong."""
    earlier = [ran for ran in await days_that_ran(FORGETTING.name, most=2) if ran < day]
    return bool(earlier) and day - earlier[0] > _LONGEST_GAP


FORGETTING: Final = Job("forget_old", Daily(3, 40), _forget)

"""Credit of groups pays their next instalment by itself when it falls due (DOMAIN.md 3.4)."""

from datetime import timedelta
from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from models.lending import apply_due_credits

_MINUTE_OF_THE_NEW_DAY: Final = 5


async def _use(turn: JobTurn) -> None:
    await apply_due_credits(turn.today, at=turn.now)


USING_CREDIT: Final = Job(
    "use_credit", Daily(0, _MINUTE_OF_THE_NEW_DAY), _use, good_for=timedelta(days=35)
)
"""However late it is noticed, what is due is due."""

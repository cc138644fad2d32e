"""Words that were not understood are forgotten in time."""

from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from models.missed import forget_old


async def _forget(turn: JobTurn) -> None:
    await forget_old(turn.now)


FORGETTING_WORDS: Final = Job("forget_missed_words", Daily(3, 40), _forget)

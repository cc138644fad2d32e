"""Every night what is older than it is kept is forgotten; the pack of the month tells how much."""

from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from models.retention import forget


async def _forget(turn: JobTurn) -> None:
    turn.let_go = (await forget(turn.now)).files


FORGETTING: Final = Job("forget_old", Daily(3, 40), _forget)

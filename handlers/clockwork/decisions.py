"""Proposals that nobody decided in time fall away, and say so."""

from typing import Final

from handlers.jobs import Always, Job, JobTurn
from handlers.staff.decisions import expire
from models.decision import overdue


async def _expire(turn: JobTurn) -> None:
    for decision in await overdue(turn.now):
        result = await expire(turn, decision)
        turn.tell_staff(result, key=f"decision:{decision.id}:expired:told")


EXPIRING: Final = Job("expire_decisions", Always(), _expire)

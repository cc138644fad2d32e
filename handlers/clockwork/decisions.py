"""Proposals that nobody decided in time fall away, and say so."""

from typing import Final

from handlers.jobs import Job, JobTurn, Needed
from handlers.staff.decisions import expire
from models.decision import any_overdue, overdue


async def _expire(turn: JobTurn) -> None:
    for decision in await overdue(turn.now):
        result = await expire(turn, decision)
        turn.tell_staff(result, key=f"decision:{decision.id}:expired:told")


EXPIRING: Final = Job("expire_decisions", Needed(any_overdue), _expire)

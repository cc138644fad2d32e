"""Proposals that nobody decided in time fall away, and say so."""

from typing import Final

from handlers.clockwork.one_by_one import one_by_one
from handlers.jobs import Job, JobTurn, Needed
from handlers.staff.decisions import expire
from models.decision import Decision, any_overdue, overdue


async def _expire(turn: JobTurn) -> None:
    async def fall_away(decision: Decision) -> None:
        result = await expire(turn, decision)
        turn.tell_staff(result, key=f"decision:{decision.id}:expired:told")

    found = await overdue(turn.now)
    await one_by_one(turn, "expire_decisions", found, fall_away, name=lambda d: f"decision:{d.id}")


EXPIRING: Final = Job("expire_decisions", Needed(any_overdue), _expire)

"""What-if questions of staff are answered at once, beside everything that writes."""

from datetime import datetime
from typing import Final

from handlers.jobs import Job, JobTurn, Needed
from handlers.messages import Reply
from handlers.staff.what_if_answer import answer
from models.simulation import any_asked, asked


async def _waits(_: datetime) -> bool:
    return await any_asked()


async def _reckon(turn: JobTurn) -> dict[int, Reply]:
    return {one.id: await answer(one, turn.today) for one in await asked()}


async def _tell(turn: JobTurn) -> None:
    """Those that were reckoned; what was asked for meanwhile has its turn next."""
    for one in await asked():
        reply = turn.prepared.get(one.id)
        if reply is not None:
            turn.tell_staff(reply, key=f"simulation:{one.id}")
            await one.delete()


SIMULATING: Final = Job("simulation", Needed(_waits), _tell, prepare=_reckon)

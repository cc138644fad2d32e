"""What time alone changes about the next funding, and what became of an announcement."""

from typing import Final

from handlers.clockwork.credit import USING_CREDIT
from handlers.clockwork.one_by_one import one_by_one
from handlers.jobs import Daily, Job, JobTurn, Needed
from handlers.staff.announcing import any_on_their_way, tell_results
from handlers.staff.funding_proposal import consider
from handlers.staff.programmes import all_programmes
from models.programme import Programme


async def _look(turn: JobTurn) -> None:
    """Credit has paid instalments, a recommendation is over: nobody said a word, and yet."""

    async def look(programme: Programme) -> None:
        await consider(turn, programme.id, f"day:{turn.today.isoformat()}")

    found = await all_programmes()
    await one_by_one(turn, "next_funding", found, look, name=lambda one: f"programme:{one.id}")


async def _tell(turn: JobTurn) -> None:
    await tell_results(turn)


EVERY_MORNING: Final = Job("next_funding", Daily(6, 30), _look, after=(USING_CREDIT.name,))
RESULTS: Final = Job("announcement_results", Needed(any_on_their_way), _tell)

"""Credit of groups pays their next instalment by itself when it falls due (DOMAIN.md 3.4)."""

from datetime import timedelta
from typing import Final

from handlers.clockwork.one_by_one import one_by_one
from handlers.jobs import Daily, Job, JobTurn
from models.lending import apply_due_credit, loans_with_due_credit

_MINUTE_OF_THE_NEW_DAY: Final = 5


async def _use(turn: JobTurn) -> None:
    async def use(loan_id: int) -> None:
        await apply_due_credit(loan_id, turn.today, at=turn.now)

    found = await loans_with_due_credit(turn.today)
    await one_by_one(turn, "use_credit", found, use, name=lambda loan: f"loan:{loan}")


USING_CREDIT: Final = Job(
    "use_credit", Daily(0, _MINUTE_OF_THE_NEW_DAY), _use, good_for=timedelta(days=35)
)
"""However late it is noticed, what is due is due."""

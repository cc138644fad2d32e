"""On the first working day of a month: the pack of the month that is over."""

from datetime import timedelta
from typing import Final

from handlers.clockwork.one_by_one import one_by_one
from handlers.clockwork.weekly import is_first_since
from handlers.jobs import Daily, Job, JobTurn
from handlers.messages import Reply
from handlers.staff.monthly import monthly
from models.calendar import wita_day
from models.fund_months import month_before
from models.programme import Programme


async def _read(turn: JobTurn) -> dict[int, Reply]:
    day = wita_day(turn.due_at)
    if not await is_first_since(MONTHLY.name, day, day.replace(day=1)):
        return {}
    programmes = await Programme.all().order_by("id")
    packs: dict[int, Reply] = {}

    async def read(programme: Programme) -> None:
        packs[programme.id] = await monthly(programme, month_before(day), turn.now)

    await one_by_one(
        turn, MONTHLY.name, programmes, read, name=lambda p: f"programme:{p.id}", reads_only=True
    )
    return packs


async def _tell(turn: JobTurn) -> None:
    month = month_before(wita_day(turn.due_at))
    for programme_id, reply in turn.prepared.items():
        turn.tell_staff(reply, key=f"monthly:{programme_id}:{month:%Y-%m}")


MONTHLY: Final = Job(
    "monthly", Daily(8, 20, "mon-fri"), _tell, good_for=timedelta(hours=15), prepare=_read
)

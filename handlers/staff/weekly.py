"""The digest of a week: one picture a programme, five lines, and what may be done at once."""

from datetime import date, datetime, timedelta
from typing import Final

from handlers.messages import Choice, Reply, say, words
from handlers.staff.digest import verify_now
from handlers.staff.fund_picture import drawing
from handlers.staff.queue_lines import queue_lines
from models.calendar import day_begins
from models.delivery import templates_sent
from models.fund import fund_figures
from models.fund_months import fund_picture, repaid_between
from models.money import Rupiah
from models.notice import count_notices
from models.programme import Programme
from models.tallies import tallies_of_month

_WEEK: Final = timedelta(days=7)
_ONE_DAY: Final = timedelta(days=1)


async def weekly(programme: Programme, today: date, due_at: datetime) -> Reply:
    """What the ledger holds on a WITA day, and what the seven days before it brought.

    Messages are counted up to `due_at`, a moment in UTC.
    """
    picture = await fund_picture(programme.id, today)
    figures = await fund_figures(programme.id, today=today, arrears=picture.arrears)
    tallies = await tallies_of_month(programme.id, today)
    month = picture.months[-1]
    since = today - _WEEK
    return say(
        "weekly.overview",
        *([verify_now()] if tallies.waiting.count else []),
        *([_who_is_late()] if picture.late else []),
        Choice("card:command:0:antrean", words("weekly.next_in_queue")),
        drawings=(drawing(programme, picture),),
        programme=programme.name,
        today=today,
        cash=figures.cash,
        available=figures.available,
        week=Rupiah(await repaid_between(programme.id, since, today - _ONE_DAY)),
        month=Rupiah(month.repaid),
        planned=month.planned,
        arrears=figures.arrears,
        late=picture.late,
        waiting=tallies.waiting.count,
        waiting_sum=tallies.waiting.total,
        told=(await count_notices(since, today - _ONE_DAY)).told,
        templates=await templates_sent(day_begins(today.replace(day=1)), due_at),
        queue=await queue_lines(programme.id),
    )


def _who_is_late() -> Choice:
    return Choice("card:command:0:tunggakan", words("weekly.who_is_late"))

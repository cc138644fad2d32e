"""Which programmes are so large that their forecast is made before anybody asks for it.

A small one is reckoned while somebody waits. A large one takes a second or more, which nobody
should spend inside a transaction that holds up all others (SQLite has one for writing).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from tortoise.functions import Count, Max

from models.forecast_reading import on_time_windows, outlooks
from models.funding_tables import Application, ApplicationStatus, QueueEvent
from models.ledger_tables import JournalEntry
from models.loan import Loan, LoanStatus
from models.outlook_memory import outlook_remembered

if TYPE_CHECKING:
    from datetime import date, datetime

LARGE: Final = 100
"""Running loans: from so many on the forecast is made ahead."""
_LOOK_EVERY: Final = timedelta(seconds=20)
_LOOKED: Final[dict[str, datetime]] = {}
_MADE: Final[dict[int, tuple[date, int, int]]] = {}
"""By programme, on which day and after which entry and event of the queue it was made last."""


async def behind(now: datetime, today: date, *, large: int = LARGE) -> tuple[int, ...]:
    """The large programmes in which something has happened since; looked at now and then."""
    looked = _LOOKED.get("at")
    if looked is not None and timedelta(0) <= now - looked < _LOOK_EVERY:
        return ()
    _LOOKED["at"] = now
    return tuple([one for one in await _large(large) if _MADE.get(one) != await _mark(one, today)])


async def make(programme_id: int, *, now: datetime, today: date) -> None:
    """Reckon and remember what leaders and staff of a programme may ask for today."""
    mark = await _mark(programme_id, today)
    await outlook_remembered(programme_id, now=now)
    await outlooks(programme_id, today)
    await on_time_windows(programme_id, today)
    _MADE[programme_id] = mark


async def _large(least: int) -> list[int]:
    """Programmes with so many running loans in which somebody waits."""
    running: Any = Loan.filter(status=LoanStatus.ACTIVE).group_by("programme_id")
    counted = await running.annotate(n=Count("id")).values_list("programme_id", "n")
    large = [programme for programme, count in counted if count >= least]
    if not large:
        return []
    waits = Application.filter(programme_id__in=large, status=ApplicationStatus.WAITING)
    return sorted(set(await waits.values_list("programme_id", flat=True)))  # type: ignore[arg-type]


async def _mark(programme_id: int, today: date) -> tuple[date, int, int]:
    mine = {"programme_id": programme_id}
    last = []
    for table in (JournalEntry, QueueEvent):
        rows: Any = table.filter(**mine).group_by("programme_id")
        found = await rows.annotate(last=Max("id")).values_list("last", flat=True)
        last.append(int(found[0] or 0) if found else 0)
    return today, last[0], last[1]

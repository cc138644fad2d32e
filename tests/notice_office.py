"""A clock that somebody turns, the bot's jobs, and the sending of what is due, no networks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.database import transaction
from bot.hot_path import HotPath, Row
from bot.recheck import Recheck
from bot.schedule import Scheduler
from bot.staff_chat import StaffChat
from bot.wake import Wake
from handlers.clockwork.reminders import REMINDERS
from models.calendar import WITA, epoch_ms, wita_day
from models.notice import mark_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.jobs import Job

STAFF = StaffChat("telegram", "-100", "id")
DUE = date(2019, 7, 22)
"""A Monday."""


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of a WITA day, in UTC."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=WITA).astimezone(UTC)


@dataclass
class Office:
    """A clock, the jobs (the reminders, if no others are named), and the sending of what is due."""

    moment: datetime = field(default_factory=lambda: at(DUE - timedelta(days=12), 5))
    sent: list[tuple[datetime, Row]] = field(default_factory=list)
    jobs: Sequence[Job] = (REMINDERS,)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return wita_day(self.moment)

    def scheduler(self) -> Scheduler:
        return Scheduler(self.jobs, self, Wake(), STAFF)

    async def until(self, moment: datetime) -> list[Row]:
        """Look at what is due by this moment, and send it; returns what was sent."""
        self.moment = moment
        await self.scheduler().look()
        return await self.send()

    async def send(self) -> list[Row]:
        gone: list[Row] = []
        while claimed := await self.claim():
            await self.mark_sent(claimed)
            gone += claimed
        return gone

    async def claim(self) -> list[Row]:
        async with transaction() as connection:
            sql = HotPath(connection)
            while rows := await sql.claim_outbox(epoch_ms(self.moment), 32, "here"):
                ready = await Recheck(sql, STAFF, self.moment).still_to_say(rows)
                if ready:
                    return ready
        return []

    async def mark_sent(self, rows: Sequence[Row]) -> None:
        async with transaction() as connection:
            ms = epoch_ms(self.moment)
            receipts = [{"id": row["id"], "receipt": '["1"]', "sent_at_ms": ms} for row in rows]
            await HotPath(connection).mark_sent(receipts)
            await mark_told([one for row in rows for one in row.get("told", ())])
        self.sent += [(self.moment, row) for row in rows]

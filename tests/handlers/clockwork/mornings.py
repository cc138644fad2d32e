"""Mornings of the office: the real jobs, run by the real clock, with hands that a test turns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.schedule import Scheduler
from bot.staff_chat import StaffChat
from bot.wake import Wake
from handlers.contents import CONTENTS
from handlers.messages import Reply
from models.calendar import WITA, as_utc, wita_day
from models.outbox import OutboxMessage
from tests.builders import STAFF_CHAT
from tests.handlers.staff.talking import read

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class Mornings:
    """A clock that is put to a moment in WITA; what staff were told since is returned.

    It runs the whole table of jobs, or only those of the table that are named.
    """

    at: datetime
    seen: int = 0
    only: tuple[str, ...] = ()
    scheduler: Scheduler = field(init=False)

    def __post_init__(self) -> None:
        jobs = tuple(job for job in CONTENTS.jobs if not self.only or job.name in self.only)
        assert {job.name for job in jobs} >= set(self.only), "only jobs of the table are named"
        self.scheduler = Scheduler(jobs, self, Wake(), StaffChat("telegram", STAFF_CHAT, "id"))

    def now(self) -> datetime:
        return as_utc(self.at)

    def today(self) -> date:
        return wita_day(self.at)

    async def put_to(self, at: datetime) -> list[str]:
        self.at = at
        self.scheduler.looked_at = None
        while self.scheduler.looked_at is None:
            await self.scheduler.look()
            await self.scheduler.come_to_rest()
        return await self._told()

    async def _told(self) -> list[str]:
        rows = await OutboxMessage.filter(id__gt=self.seen).order_by("id")
        self.seen = max([self.seen, *(int(row.id) for row in rows)])
        assert {row.chat for row in rows} <= {STAFF_CHAT}, "only staff are told"
        return [read(replies_of(row.reply)) for row in rows]


def replies_of(stored: Sequence[object]) -> tuple[Reply, ...]:
    return tuple(Reply.from_json(one) for one in stored)


def wita(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2019."""
    return datetime(2019, month, day, hour, minute, tzinfo=WITA)

"""Whether what was planned is still to be said, asked at the moment at which it is sent.

Only rows that carry a `recheck` come here; a reply never does. What became moot is dropped with
its reason, what may not be said now waits for the next good moment, and what cannot be put
together fails alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import orjson
import structlog

from bot.channels.base import MessageRefused
from bot.notice_sql import NoticeSql
from bot.undelivered import Undelivered
from handlers.notices.composing import Asked, Composed, compose
from models.calendar import epoch_ms
from models.notice import drop
from models.outbox import OutboxMessage, OutboxState
from models.savepoint import savepoint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.hot_path import HotPath, Row
    from bot.staff_chat import StaffChat

log = structlog.get_logger()

_STALE: Final = "stale"
_MOOT: Final = "moot"


@dataclass(frozen=True, slots=True)
class Recheck:
    """Looks at claimed rows again, inside the transaction that has claimed them."""

    sql: HotPath
    staff_chat: StaffChat
    now: datetime

    async def still_to_say(self, rows: Sequence[Row]) -> list[Row]:
        """The rows that are sent now; those that had to be put together say what holds now."""
        asked = {row["id"]: Asked.of(row["recheck"]) for row in rows if row["recheck"]}
        if not asked:
            return list(rows)
        composed = await self._composed(asked, rows)
        go = [row for row in rows if row["id"] not in asked]
        ready = [row for row in rows if row["id"] in composed]
        go += [row for row in ready if await self._settle(row, composed[row["id"]])]
        await NoticeSql(self.sql.connection).write_replies(
            [row for row in go if row["id"] in asked]
        )
        return sorted(go, key=lambda row: (row["priority"], row["id"]))

    async def _composed(self, asked: dict[int, Asked], rows: Sequence[Row]) -> dict[int, Composed]:
        """All at once; should one of them break it, each for itself."""
        try:
            async with savepoint():
                found = await compose(list(asked.values()), self.now)
        except Exception:
            log.exception("notices_not_composed", outbox=sorted(asked))
        else:
            return {row_id: found[one] for row_id, one in asked.items()}
        composed: dict[int, Composed] = {}
        for row in rows:
            if row["id"] in asked:
                one = await self._alone(row, asked[row["id"]])
                if one is not None:
                    composed[row["id"]] = one
        return composed

    async def _alone(self, row: Row, asked: Asked) -> Composed | None:
        """One person's message; none if it breaks, which staff hear of, and nobody else."""
        try:
            async with savepoint():
                return (await compose([asked], self.now))[asked]
        except Exception as bug:
            log.exception("notices_broken", outbox=row["id"])
            undelivered = Undelivered(self.sql, self.staff_chat, self.now)
            await undelivered.give_up(row, MessageRefused(type(bug).__name__))
            return None

    async def _settle(self, row: Row, composed: Composed) -> bool:
        """Whether the row goes out now; else it waits for a better moment, or is dropped."""
        await drop(composed.dropped)
        until = row["good_until_ms"]
        now_ms = epoch_ms(self.now)
        stale = until is not None and now_ms >= until
        if composed.replies and not stale:
            row["told"] = composed.told
            row["reply"] = orjson.dumps([reply.to_json() for reply in composed.replies]).decode()
            return True
        later_ms = epoch_ms(composed.later) if composed.later else None
        if later_ms is not None and not stale and (until is None or later_ms < until):
            await OutboxMessage.filter(id=row["id"]).update(
                state=OutboxState.WAITING, not_before_ms=later_ms, attempts=row["attempts"] - 1
            )
            return False
        # What still makes sense tomorrow is carried over by the next planning.
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.DROPPED,
            trouble=_STALE if stale or composed.later else _MOOT,
        )
        return False

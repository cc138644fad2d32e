"""Where people may be answered freely only for a while: what becomes of a message after that.

In this order: the person's other channel, an approved text that says the same, a general one that
something waits. What waits is said as soon as the person writes.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import structlog

from bot.channels.base import TemplateMessage
from bot.delivery_sql import DeliverySql
from bot.hot_path import HotPath
from bot.set_sql import Row, from_column
from bot.spoken_templates import SOMETHING_WAITS, template_message
from bot.two_channels import REFUSED_TEMPLATE, WINDOWED, is_open, is_proactive, move
from bot.whatsapp_settings import PEOPLE_A_DAY
from handlers.messages import Reply, say
from models.outbox import OutboxMessage, OutboxState, Priority

log = structlog.get_logger()

DAY_MS = 24 * 3600 * 1000
_NEXT_TRY_MS = 15 * 60 * 1000

STALE_AFTER_MS = 14 * 24 * 3600 * 1000
"""What has waited for longer than this for somebody to write is no news any more."""


@dataclass(slots=True)
class Windows:
    """Looks at claimed messages, inside the transaction that claimed them."""

    sql: HotPath
    deliveries: DeliverySql
    now_ms: int
    people_a_day: int = PEOPLE_A_DAY
    """With how many people we may begin to talk within 24 hours; the others wait."""
    _begun: set[str] | None = None

    async def passed(self, rows: Sequence[Row]) -> list[Row]:
        """The rows that may be sent now, those outside a window with their template beside them."""
        chats: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            if row["channel"] in WINDOWED:
                chats[row["channel"]].add(row["chat"])
        if not chats:
            return list(rows)
        known: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for channel, those in chats.items():
            for found in await self.deliveries.windows(channel, sorted(those)):
                known[channel, found["external_id"]].append(found)
        return [row for row in rows if await self._pass(row, known[row["channel"], row["chat"]])]

    async def _pass(self, row: Row, known: Sequence[Row]) -> bool:
        if row["channel"] not in WINDOWED:
            return True
        replies = [Reply.from_json(part) for part in from_column(row["reply"])]
        until_ms = known[0]["window_until_ms"] if known else None
        if is_open(row["channel"], until_ms, self.now_ms):
            return await self._freely(row, replies)
        return await self._outside(row, replies, known)

    async def _freely(self, row: Row, replies: Sequence[Reply]) -> bool:
        if [reply.key for reply in replies] == [SOMETHING_WAITS]:
            await self._set(row, OutboxState.DROPPED, trouble="what waited is being said")
            return False
        if row["template"]:
            await OutboxMessage.filter(id=row["id"]).update(template="")
            row["template"] = ""
        return True

    async def _outside(self, row: Row, replies: Sequence[Reply], known: Sequence[Row]) -> bool:
        others = [each for each in known if each["other_channel"] is not None]
        free = [
            each
            for each in others
            if is_open(each["other_channel"], each["other_until_ms"], self.now_ms)
        ]
        if row["edits_id"] is not None:
            await self._set(row, OutboxState.DROPPED, trouble="a change outside of the window")
            return False
        if free and is_proactive(row):
            await move(row, free[0]["other_channel"], free[0]["other_chat"], self.now_ms)
            return False
        template = template_message(replies, row["language"])
        if template is not None and row["template"] != REFUSED_TEMPLATE:
            return await self._as_template(row, template)
        if free:
            await move(row, free[0]["other_channel"], free[0]["other_chat"], self.now_ms)
            return False
        await self._hold(row, known)
        return False

    async def _as_template(self, row: Row, template: TemplateMessage) -> bool:
        if not await self._may_begin(row):
            later_ms = self.now_ms + _NEXT_TRY_MS
            await OutboxMessage.filter(id=row["id"]).update(
                state=OutboxState.WAITING, not_before_ms=later_ms, attempts=row["attempts"] - 1
            )
            log.warning("enough_people_for_a_day", outbox=row["id"])
            return False
        row["as_template"] = template
        row["template"] = template.name
        await OutboxMessage.filter(id=row["id"]).update(template=template.name)
        return True

    async def _may_begin(self, row: Row) -> bool:
        """Whether there is room for one more person today; whoever has been told something has."""
        if self._begun is None:
            self._begun = await self.deliveries.begun_with(row["channel"], self.now_ms - DAY_MS)
        if row["chat"] not in self._begun and len(self._begun) >= self.people_a_day:
            return False
        self._begun.add(row["chat"])
        return True

    async def _hold(self, row: Row, known: Sequence[Row]) -> None:
        """Keep it until the person writes, and tell them once for each window that it waits."""
        await self._set(row, OutboxState.HELD)
        log.info("held_until_they_write", outbox=row["id"])
        until_ms = known[0]["window_until_ms"] if known else None
        told: dict[str, Any] = {
            "key": f"waits:{row['channel']}:{row['chat']}:{until_ms or 0}"[:200],
            "channel": row["channel"],
            "chat": row["chat"],
            "language": row["language"],
            "reply": orjson.dumps([say(SOMETHING_WAITS).to_json()]).decode(),
            "subject": "",
            "edits_id": None,
            "priority": int(Priority.NOTICE),
            "not_before_ms": self.now_ms,
        }
        await self.sql.write_outbox([told], self.now_ms)

    async def _set(self, row: Row, state: OutboxState, *, trouble: str = "") -> None:
        await OutboxMessage.filter(id=row["id"]).update(state=state, trouble=trouble)


async def release(channel: str, chats: Sequence[str], now_ms: int) -> int:
    """Say what waited for these people to write; returns how much. What is stale is dropped."""
    held = OutboxMessage.filter(channel=channel, chat__in=list(chats), state=OutboxState.HELD)
    stale = held.filter(created_at_ms__lt=now_ms - STALE_AFTER_MS)
    dropped = await stale.update(state=OutboxState.DROPPED, trouble="stale")
    if dropped:
        log.info("stale_messages_dropped", messages=dropped)
    return await held.update(state=OutboxState.WAITING, not_before_ms=now_ms, attempts=0)

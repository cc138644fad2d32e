"""What becomes of a message that was not sent, or perhaps not: again, anew, elsewhere, or never."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from bot.channels.base import (
    AnswersOnly,
    ChannelMisconfigured,
    ChannelUnavailable,
    ChatMoved,
    MessageGone,
    MessageRefused,
    OutcomeUnknown,
    OutsideWindow,
    RateLimited,
    RecipientUnreachable,
    SendError,
    TemplateRefused,
)
from bot.deliveries import RECONCILE_MS, Deliveries, close_window
from bot.delivery_sql import DeliverySql
from bot.hot_path import HotPath, Row
from bot.pacing import Pacers
from bot.staff_chat import StaffChat, follow
from bot.two_channels import fall_back, is_proactive
from bot.undelivered import Undelivered
from bot.wake import Wake, Work
from handlers.messages import Json
from models.outbox import OutboxMessage, OutboxState

log = structlog.get_logger()

GIVE_UP_AFTER_MS = 72 * 3600 * 1000
"""A network that is away for longer than this has failed; staff hear of every message lost."""
UNKNOWN_ATTEMPTS = 3
_LONGEST_RETRY_SECONDS = 300.0
_MISCONFIGURED_SECONDS = 30.0
_ANSWERS_ONLY_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Settler:
    """Decides by the family of the error, inside the open transaction."""

    sql: HotPath
    staff_chat: StaffChat
    now: datetime
    monotonic: float
    wake: Wake
    pacers: Pacers
    answers_only_until: dict[str, float]
    """Channels that restrict what we say unasked, and until when, by the monotonic clock."""
    tellers: frozenset[str]
    """Channels that tell of every message later."""

    async def settle(  # noqa: C901 (a table of the family, read from top to bottom)
        self, row: Row, receipt: Sequence[str], error: SendError, now_ms: int
    ) -> None:
        """Decide by the family of the error: again, anew, elsewhere, or never."""
        log.warning("send_failed", outbox=row["id"], trouble=error.code, attempts=row["attempts"])
        undelivered = Undelivered(self.sql, self.staff_chat, self.now)
        partly = {"receipt": list(receipt) or None}
        match error:
            case RateLimited(retry_after_seconds=seconds):
                self._pause(row, seconds, whole=error.whole_channel)
                await self._again(row, now_ms, seconds, **partly)
            case ChannelMisconfigured():
                await self._misconfigured(row, error, now_ms, undelivered, partly)
            case OutsideWindow() if not row["template"]:
                await close_window(row["channel"], row["chat"])
                await self._again(row, now_ms, 0, **partly)
            case AnswersOnly():
                until = self.monotonic + _ANSWERS_ONLY_SECONDS
                self.answers_only_until[row["channel"]] = until
                await undelivered.tell_of_trouble(row, error)
                await self._again(row, now_ms, _ANSWERS_ONLY_SECONDS, **partly)
            case ChatMoved(new_chat=chat):
                await OutboxMessage.filter(id=row["id"]).update(state=OutboxState.WAITING)
                await follow(row["channel"], row["chat"], chat, self.now)
                await self.staff_chat.find()
            case MessageGone():
                await self._again(row, now_ms, 0, edits_id=None)
            case RecipientUnreachable():
                await undelivered.unreachable(row)
            case TemplateRefused() if row["template"]:
                await undelivered.template_refused(row, error)
            case MessageRefused():
                await undelivered.give_up(row, error)
            case OutcomeUnknown() if row["attempts"] < UNKNOWN_ATTEMPTS:
                await self._ask_later(row, now_ms, partly)
            case ChannelUnavailable() if now_ms - row["created_at_ms"] <= GIVE_UP_AFTER_MS:
                await self._again(row, now_ms, _pause_after(row), **partly)
            case _:
                await undelivered.give_up(row, error)

    async def _misconfigured(
        self, row: Row, error: SendError, now_ms: int, undelivered: Undelivered, partly: Json
    ) -> None:
        """The whole channel rests, and no other; people are told elsewhere if they can be."""
        pacer = self.pacers.of(row["channel"])
        pacer.block_all(seconds=_MISCONFIGURED_SECONDS, now=self.monotonic)
        await undelivered.tell_of_trouble(row, error)
        if not is_proactive(row) or not await fall_back(row, now_ms):
            await self._again(row, now_ms, _MISCONFIGURED_SECONDS, **partly)

    async def _ask_later(self, row: Row, now_ms: int, partly: Json) -> None:
        """Nobody knows whether it arrived: where the network tells of it later, wait for that."""
        tells = row["channel"] in self.tellers
        seconds = RECONCILE_MS / 1000 if tells else _pause_after(row)
        repeated = tells or row["edits_id"] is None
        await self._again(row, now_ms, seconds, repeated=repeated, **partly)
        if tells:
            told = DeliverySql(self.sql.connection)
            here = Deliveries(self.sql, told, self.staff_chat, row["channel"], self.now)
            await here.reconcile([row["id"]])

    def _pause(self, row: Row, seconds: float, *, whole: bool) -> None:
        pacer = self.pacers.of(row["channel"])
        if whole:
            pacer.block_all(seconds=seconds, now=self.monotonic)
        else:
            pacer.block(row["chat"], seconds=seconds, now=self.monotonic)

    async def _again(self, row: Row, now_ms: int, seconds: float, **changes: Any) -> None:
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.WAITING, not_before_ms=now_ms + int(seconds * 1000), **changes
        )
        self.wake.up_after(Work.DELIVER, seconds)


def _pause_after(row: Row) -> float:
    """Growing pauses with jitter, so that many waiting messages do not come back as one."""
    exponential: float = 0.5 * 2.0 ** min(row["attempts"], 12)
    return min(_LONGEST_RETRY_SECONDS, exponential) * random.uniform(0.8, 1.2)  # noqa: S311

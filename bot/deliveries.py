"""What a network tells of our messages afterwards: how far they came, and what failed after all.

It also settles what nobody knew: a request without an answer is found again by the number that we
wrote on it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from bot.channels.base import (
    AnswersOnly,
    ChannelMisconfigured,
    ChannelUnavailable,
    DeliveryStatus,
    OutcomeUnknown,
    OutsideWindow,
    RateLimited,
    RecipientUnreachable,
    SendError,
    TemplateRefused,
)
from bot.delivery_sql import DeliverySql
from bot.elsewhere import told_after_all, untold
from bot.hot_path import HotPath, Row
from bot.set_sql import from_column
from bot.staff_chat import StaffChat
from bot.undelivered import Undelivered
from models.calendar import epoch_ms
from models.contact import Address
from models.outbox import OutboxMessage, OutboxState

log = structlog.get_logger()

RECONCILE_MS = 90_000
"""How long the network has to tell of a request without an answer, before it is made again."""
LATE_FAILURES_MOST = 5
_DELIVERED = 2
_TAG = re.compile(r"([0-9]{1,18}):([0-9]{1,3})/([0-9]{1,3})")


@dataclass(slots=True)
class Deliveries:
    """Notes receipts, inside the open transaction. `now` is in UTC."""

    sql: HotPath
    deliveries: DeliverySql
    staff_chat: StaffChat
    channel: str
    now: datetime

    @property
    def now_ms(self) -> int:
        return epoch_ms(self.now)

    async def note(self, statuses: Sequence[DeliveryStatus]) -> None:
        """Take what the network told, in any order and however often."""
        # Messages before their receipts, as where they are sent: else the two could wait in a ring.
        tagged = {outbox_id for s in statuses if (outbox_id := _place(s.tag)[0]) is not None}
        await self._locked(sorted(tagged))
        ids = sorted({status.message_id[:200] for status in statuses})
        before = {row["external_id"]: row for row in await self.deliveries.told(self.channel, ids)}
        await self.deliveries.keep_deliveries(self._merged(statuses))
        after = {row["external_id"]: row for row in await self.deliveries.told(self.channel, ids)}
        known = [row for row in after.values() if row["outbox_id"] is not None]
        await self.reconcile(sorted({row["outbox_id"] for row in known}))
        failures = {s.message_id[:200]: s.failure for s in statuses if s.failure is not None}
        for message_id, failure in failures.items():
            told_before = before.get(message_id)
            if told_before is not None and told_before["failed_at_ms"] is not None:
                continue
            await self._late_failure(after[message_id], failure)

    def _merged(self, statuses: Sequence[DeliveryStatus]) -> list[dict[str, Any]]:
        """One row for each message, although a batch may tell of it several times."""
        rows: dict[str, dict[str, Any]] = {}
        for status in statuses:
            outbox_id, part, parts = _place(status.tag)
            key = status.message_id[:200]
            row = rows.setdefault(key, _nothing_told(self.channel, key, self.now_ms))
            row["rank"] = max(row["rank"], status.rank)
            if row["outbox_id"] is None:
                row |= {"outbox_id": outbox_id, "part": part, "parts": parts}
            if status.failure is not None and row["failed_at_ms"] is None:
                row |= {"failed_at_ms": self.now_ms, "trouble": str(status.failure)[:300]}
        return list(rows.values())

    async def reconcile(self, outbox_ids: Sequence[int]) -> int:
        """Settle what we were told of although no answer had come; returns how much was sent."""
        if not outbox_ids:
            return 0
        locked = await self._locked(outbox_ids)
        unsure = (OutboxState.WAITING, OutboxState.FAILED)
        waiting = [message for message in locked if message.repeated and message.state in unsure]
        if not waiting:
            return 0
        told = await self.deliveries.told_of([message.id for message in waiting])
        settled = 0
        for message in waiting:
            settled += await self._settle(
                message, [r for r in told if r["outbox_id"] == message.id]
            )
        return settled

    async def _locked(self, outbox_ids: Sequence[int]) -> list[OutboxMessage]:
        """Our messages, whatever their state is.

        Who gives up waiting for an answer and who hears of it at the same moment see each other
        only because one of them comes second.
        """
        rows = OutboxMessage.filter(id__in=list(outbox_ids), channel=self.channel)
        return await rows.order_by("id").select_for_update()

    async def _settle(self, message: OutboxMessage, told: Sequence[Row]) -> int:
        receipt, parts = list(from_column(message.receipt) or ()), 1
        before = len(receipt)
        for row in told:
            if row["part"] == len(receipt) and row["failed_at_ms"] is None:
                receipt.append(row["external_id"])
                parts = row["parts"]
        if len(receipt) == before:
            return 0
        message.receipt = receipt
        message.repeated = False
        message.not_before_ms = self.now_ms
        if len(receipt) >= parts:
            message.state, message.sent_at_ms, message.trouble = OutboxState.SENT, self.now_ms, ""
        else:
            message.state = OutboxState.WAITING
        await message.save()
        if message.recheck and message.state == OutboxState.SENT:
            await told_after_all(message.recheck)
        log.info("outcome_learned", outbox=message.id, parts=len(receipt))
        return int(message.state == OutboxState.SENT)

    # What was taken and then failed ---------------------------------------------------------------

    async def _late_failure(self, told: Row, failure: SendError) -> None:
        if told["outbox_id"] is None or told["rank"] >= _DELIVERED:
            return  # nobody's, or it reached another of the person's devices
        message = await _sent_or_waiting(told["outbox_id"])
        if message is None:
            return
        row = _as_claimed(message)
        log.warning("failed_after_all", outbox=message.id, trouble=failure.code)
        settled = Undelivered(self.sql, self.staff_chat, self.now)
        match failure:
            case RecipientUnreachable():
                await settled.unreachable(row)
            case TemplateRefused():
                await settled.template_refused(row, failure)
            case OutsideWindow() if message.template:
                await settled.give_up(row, failure)
            case OutsideWindow():
                await close_window(self.channel, message.chat)
                await self._again(message, told["part"], 0)
            case RateLimited(retry_after_seconds=seconds):
                await self._again(message, told["part"], seconds)
            case AnswersOnly() | ChannelMisconfigured():
                await settled.tell_of_trouble(row, failure)
                await self._again(message, told["part"], 1800)
            case ChannelUnavailable() | OutcomeUnknown():
                await self._again(message, told["part"], 20.0 * (message.attempts + 1))
            case _:
                await settled.give_up(row, failure)

    async def _again(self, message: OutboxMessage, part: int, seconds: float) -> None:
        """Say it again from the part that failed, unless it has failed too often."""
        if message.attempts >= LATE_FAILURES_MOST:
            undelivered = Undelivered(self.sql, self.staff_chat, self.now)
            await undelivered.give_up(_as_claimed(message), SendError("failed again and again"))
            return
        message.state = OutboxState.WAITING
        message.receipt = list(from_column(message.receipt) or ())[:part] or None
        message.repeated = False
        message.not_before_ms = self.now_ms + int(seconds * 1000)
        await message.save()


def expected(row: Row, receipt: Sequence[str], now_ms: int) -> list[dict[str, Any]]:
    """Rows for the messages that requests have just made: their statuses are to come."""
    return [
        {
            **_nothing_told(row["channel"], external_id, now_ms),
            "outbox_id": row["id"],
            "part": part,
            "parts": len(receipt),
        }
        for part, external_id in enumerate(receipt)
    ]


def _nothing_told(channel: str, external_id: str, now_ms: int) -> dict[str, Any]:
    return {
        "channel": channel,
        "external_id": external_id,
        "outbox_id": None,
        "part": 0,
        "parts": 1,
        "rank": 0,
        "told_at_ms": now_ms,
        "failed_at_ms": None,
        "trouble": "",
    }


async def close_window(channel: str, chat: str) -> None:
    """The network says that it is closed: it knows better than we do."""
    await Address.filter(channel=channel, external_id=chat).update(window_until_ms=None)


async def _sent_or_waiting(outbox_id: int) -> OutboxMessage | None:
    """The message that has failed, locked; what notices it told are not told any more."""
    message = await OutboxMessage.filter(id=outbox_id).select_for_update().first()
    if message is None or message.state not in (OutboxState.SENT, OutboxState.WAITING):
        return None
    if message.recheck:
        await untold(message.recheck)
    return message


def _place(tag: str) -> tuple[int | None, int, int]:
    """Which row, which of its messages, of how many; no row for a tag that is not ours."""
    found = _TAG.fullmatch(tag)
    return (int(found[1]), int(found[2]), int(found[3])) if found else (None, 0, 1)


def _as_claimed(message: OutboxMessage) -> Row:
    names = (
        *("id", "key", "channel", "chat", "attempts", "created_at_ms", "edits_id", "priority"),
        *("template", "recheck", "good_until_ms"),
    )
    return {name: getattr(message, name) for name in names}

"""Durable out: each planned message is sent until it is known to be sent, or given up on loudly.

A row is `sending` while a request may be on the wire. Should the process die then, nobody knows
whether the message arrived: an edit is simply made again, anything else is sent once more with a
visible mark, never silently.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson
import structlog

from bot.channels.base import (
    Channel,
    ChannelMisconfigured,
    ChannelUnavailable,
    ChatMoved,
    MessageGone,
    MessageRefused,
    OutcomeUnknown,
    RateLimited,
    RecipientUnreachable,
    SendError,
)
from bot.clock import Clock
from bot.database import transaction
from bot.hot_path import HotPath, Row
from bot.outbound import Outbound
from bot.pacing import Pacer
from bot.plan import StaffChat
from bot.wake import Wake, Work
from handlers.messages import Reply, say
from models.contact import Address, Person
from models.outbox import OutboxMessage, OutboxState, Priority

log = structlog.get_logger()

AT_ONCE = 32
GIVE_UP_AFTER_MS = 72 * 3600 * 1000
"""A network that is away for longer than this has failed; staff hear of every message lost."""
UNKNOWN_ATTEMPTS = 3
_FLUSH_SECONDS = 0.01
_PAUSE_SECONDS = 0.5
_LONGEST_RETRY_SECONDS = 300.0
_MISCONFIGURED_SECONDS = 30.0


@dataclass(slots=True)
class Outcome:
    """What became of one sending: a receipt, or the error and the part that did arrive."""

    row: Row
    receipt: tuple[str, ...]
    error: SendError | None = None


@dataclass(slots=True)
class Deliverer:
    """Sends the outbox. `worker` names this process, so that others know whose claims are whose."""

    channels: dict[str, Channel]
    outbound: Outbound
    clock: Clock
    wake: Wake
    staff_chat: StaffChat
    worker: str
    pacer: Pacer = field(default_factory=Pacer)
    monotonic: Callable[[], float] = field(default=lambda: asyncio.get_running_loop().time())
    _sending: set[asyncio.Task[None]] = field(default_factory=set)
    _done: list[Outcome] = field(default_factory=list)
    _finished: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Send what waits, for ever."""
        flusher = asyncio.create_task(self._flush_for_ever())
        try:
            while True:
                try:
                    claimed = await self._claim()
                except asyncio.CancelledError:
                    raise
                except Exception:
                    log.exception("claim_failed")
                    await asyncio.sleep(_PAUSE_SECONDS)
                    continue
                if not claimed:
                    await self.wake.wait(Work.DELIVER, _PAUSE_SECONDS)
        finally:
            await self._drain()
            flusher.cancel()
            await self._flush()

    async def _drain(self) -> None:
        """Let what is on the wire arrive, so that its outcome is known."""
        if self._sending:
            await asyncio.wait(self._sending, timeout=5)

    async def _claim(self) -> int:
        free = AT_ONCE - len(self._sending)
        if free <= 0:
            await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
            return 1
        now_ms = self._now_ms()
        async with transaction() as connection:
            sql = HotPath(connection)
            rows = await sql.claim_outbox(now_ms, free, self.worker)
            go = [row for row in rows if await self._may_go(row, now_ms)]
        for row in go:
            task = asyncio.create_task(self._send(row))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
        return len(go)

    async def _may_go(self, row: Row, now_ms: int) -> bool:
        """Keep the rates: a message whose turn has not come is put back until then."""
        items = max(1, min(10, sum(len(part["pictures"]) for part in _parts(row))))
        group = row["chat"] == self.staff_chat.chat
        wait = self.pacer.reserve(
            f"{row['channel']}:{row['chat']}", group=group, now=self.monotonic(), items=items
        )
        if wait <= 0:
            return True
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.WAITING,
            not_before_ms=now_ms + int(wait * 1000) + 1,
            attempts=row["attempts"] - 1,
        )
        self.wake.up_after(Work.DELIVER, wait)
        return False

    async def _send(self, row: Row) -> None:
        channel = self.channels[row["channel"]]
        receipt = list(_receipt(row["receipt"]))
        error: SendError | None = None
        try:
            requests = channel.render(await self.outbound.message(row))
            for request in requests[len(receipt) :]:
                sent = await channel.send(row["chat"], request)
                receipt += sent.external_ids[-1:] if len(requests) > 1 else sent.external_ids
        except SendError as trouble:
            error = trouble
        except asyncio.CancelledError:
            error = OutcomeUnknown("stopped")
        except Exception as bug:
            log.exception("render_failed", outbox=row["id"])
            error = MessageRefused(type(bug).__name__)
        self._done.append(Outcome(row, tuple(receipt), error))
        self._finished.set()

    async def _flush_for_ever(self) -> None:
        while True:
            await self._finished.wait()
            self._finished.clear()
            await asyncio.sleep(_FLUSH_SECONDS)
            try:
                await self._flush()
            except asyncio.CancelledError:
                raise
            except Exception:
                log.exception("flush_failed")
                self._finished.set()
                await asyncio.sleep(_PAUSE_SECONDS)
            self.wake.up(Work.DELIVER)

    async def _flush(self) -> None:
        """Write down what became of many sendings at once."""
        outcomes = list(self._done)
        if not outcomes:
            return
        now_ms = self._now_ms()
        async with transaction() as connection:
            sql = HotPath(connection)
            await sql.mark_sent(
                [
                    {
                        "id": outcome.row["id"],
                        "receipt": orjson.dumps(outcome.receipt).decode(),
                        "sent_at_ms": now_ms,
                    }
                    for outcome in outcomes
                    if outcome.error is None
                ]
            )
            for outcome in outcomes:
                if outcome.error is not None:
                    await self._settle(sql, outcome, outcome.error, now_ms)
        del self._done[: len(outcomes)]

    async def _settle(self, sql: HotPath, outcome: Outcome, error: SendError, now_ms: int) -> None:
        """Decide by the family of the error: again, anew, elsewhere, or never."""
        row = outcome.row
        log.warning("send_failed", outbox=row["id"], trouble=error.code, attempts=row["attempts"])
        partly = {"receipt": list(outcome.receipt) or None}
        match error:
            case RateLimited(retry_after_seconds=seconds):
                self._pause(row, seconds, whole=error.whole_channel)
                await self._again(row, now_ms, seconds, **partly)
            case ChannelMisconfigured():
                self.pacer.block_all(seconds=_MISCONFIGURED_SECONDS, now=self.monotonic())
                await self._again(row, now_ms, _MISCONFIGURED_SECONDS, **partly)
            case ChatMoved(new_chat=chat):
                await OutboxMessage.filter(
                    channel=row["channel"], chat=row["chat"], state__not=OutboxState.SENT
                ).update(chat=chat, state=OutboxState.WAITING)
            case MessageGone():
                await self._again(row, now_ms, 0, edits_id=None)
            case RecipientUnreachable():
                await self._unreachable(sql, row, now_ms)
            case MessageRefused():
                await self._give_up(sql, row, error, now_ms)
            case OutcomeUnknown() if row["attempts"] < UNKNOWN_ATTEMPTS:
                repeated = row["edits_id"] is None
                await self._again(row, now_ms, _pause_after(row), repeated=repeated, **partly)
            case ChannelUnavailable() if not await _too_old(row, now_ms):
                await self._again(row, now_ms, _pause_after(row), **partly)
            case _:
                await self._give_up(sql, row, error, now_ms)

    def _pause(self, row: Row, seconds: float, *, whole: bool) -> None:
        if whole:
            self.pacer.block_all(seconds=seconds, now=self.monotonic())
        else:
            chat = f"{row['channel']}:{row['chat']}"
            self.pacer.block(chat, seconds=seconds, now=self.monotonic())

    async def _again(self, row: Row, now_ms: int, seconds: float, **changes: Any) -> None:
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.WAITING, not_before_ms=now_ms + int(seconds * 1000), **changes
        )
        self.wake.up_after(Work.DELIVER, seconds)

    async def _unreachable(self, sql: HotPath, row: Row, now_ms: int) -> None:
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.FAILED, trouble=RecipientUnreachable.code
        )
        address = await Address.get_or_none(channel=row["channel"], external_id=row["chat"])
        if address is None:
            log.error("chat_unreachable", outbox=row["id"], channel=row["channel"])
            return
        if address.unreachable_since is None:
            address.unreachable_since = self.clock.now()
            await address.save(update_fields=["unreachable_since"])
            person = await Person.get_or_none(id=address.person_id)
            told = say("staff.unreachable", name=person.name if person else address.display_name)
            await self._tell_staff(sql, told, f"unreachable:{row['id']}", now_ms)

    async def _give_up(self, sql: HotPath, row: Row, error: SendError, now_ms: int) -> None:
        log.error("message_given_up", outbox=row["id"], trouble=error.code)
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.FAILED, trouble=str(error)[:300]
        )
        if row["chat"] != self.staff_chat.chat:
            told = say("staff.message_given_up", reference=f"K-{row['id']}")
            await self._tell_staff(sql, told, f"given_up:{row['id']}", now_ms)

    async def _tell_staff(self, sql: HotPath, reply: Reply, key: str, now_ms: int) -> None:
        row = {
            "key": key,
            "channel": self.staff_chat.channel,
            "chat": self.staff_chat.chat,
            "language": self.staff_chat.language,
            "reply": orjson.dumps([reply.to_json()]).decode(),
            "subject": "",
            "edits_id": None,
            "priority": int(Priority.NOTICE),
            "not_before_ms": now_ms,
        }
        await sql.write_outbox([row], now_ms)

    def _now_ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)


async def take_over(dead_workers: set[str] | None) -> int:
    """Put back what dead processes were sending (none: whatever is claimed); returns how many.

    Nobody knows whether it arrived: what is not an edit will be marked as sent again.
    """
    claimed = OutboxMessage.filter(state=OutboxState.SENDING)
    if dead_workers is not None:
        claimed = claimed.filter(claimed_by__in=sorted(dead_workers))
    edits = await claimed.filter(edits_id__not_isnull=True).update(state=OutboxState.WAITING)
    others = await claimed.update(state=OutboxState.WAITING, repeated=True)
    return edits + others


async def _too_old(row: Row, now_ms: int) -> bool:
    created = await OutboxMessage.filter(id=row["id"]).values_list("created_at_ms", flat=True)
    return now_ms - int(str(created[0])) > GIVE_UP_AFTER_MS


def _pause_after(row: Row) -> float:
    """Growing pauses with jitter, so that many waiting messages do not come back as one."""
    exponential: float = 0.5 * 2.0 ** min(row["attempts"], 12)
    return min(_LONGEST_RETRY_SECONDS, exponential) * random.uniform(0.8, 1.2)  # noqa: S311


def _parts(row: Row) -> list[dict[str, Any]]:
    stored = row["reply"]
    parts: list[dict[str, Any]] = orjson.loads(stored) if isinstance(stored, str) else stored
    return parts


def _receipt(stored: Any) -> tuple[str, ...]:
    if stored is None:
        return ()
    return tuple(orjson.loads(stored) if isinstance(stored, str) else stored)

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
from bot.database import PASSING_TROUBLE, transaction
from bot.hot_path import HotPath, Row
from bot.outbound import Outbound
from bot.pacing import Pacer
from bot.recheck import Recheck
from bot.set_sql import from_column
from bot.staff_chat import StaffChat, follow
from bot.undelivered import Undelivered
from bot.wake import Wake, Work
from handlers.messages import Json
from models.calendar import epoch_ms
from models.notice import mark_told
from models.outbox import OutboxMessage, OutboxState

log = structlog.get_logger()

AT_ONCE = 32
GIVE_UP_AFTER_MS = 72 * 3600 * 1000
"""A network that is away for longer than this has failed; staff hear of every message lost."""
UNKNOWN_ATTEMPTS = 3
_GATHER_SECONDS = 0.01
_PAUSE_SECONDS = 0.5
_LONGEST_RETRY_SECONDS = 300.0
_MISCONFIGURED_SECONDS = 30.0


@dataclass(slots=True, eq=False)
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
    _gathering: asyncio.TimerHandle | None = None
    _claims_unsure: bool = False
    """The last claim may have been committed although we were not told: its rows are not held."""

    async def run(self) -> None:
        """Send what waits, for ever."""
        try:
            while True:
                try:
                    more = await self._round()
                except asyncio.CancelledError:
                    raise
                except Exception:
                    log.exception("claim_failed")
                    self._claims_unsure = True
                    await asyncio.sleep(_PAUSE_SECONDS)
                    continue
                if not more:
                    await self.wake.wait(Work.DELIVER, _PAUSE_SECONDS)
        finally:
            await self._drain()
            await self._settle_failures()
            async with transaction() as connection:
                await self._mark_sent(HotPath(connection))

    async def _drain(self) -> None:
        """Let what is on the wire arrive, so that its outcome is known."""
        if self._sending:
            await asyncio.wait(self._sending, timeout=5)

    async def _round(self) -> bool:
        """Write down what became of sendings, and claim the next; returns whether more may wait."""
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None
        await self._settle_failures()
        free = AT_ONCE - len(self._sending)
        now_ms = self._now_ms()
        async with transaction() as connection:
            sql = HotPath(connection)
            sent = await self._mark_sent(sql)
            if self._claims_unsure:
                await self._put_back_unheld()
            claimed = await sql.claim_outbox(now_ms, free, self.worker) if free else []
            recheck = Recheck(sql, self.staff_chat, self.clock.now())
            rows = await recheck.still_to_say(claimed)
            go = [row for row in rows if await self._may_go(row, now_ms)]
        self._claims_unsure = False
        self._done = [outcome for outcome in self._done if outcome not in sent]
        for row in go:
            task = asyncio.create_task(self._send(row), name=str(row["id"]))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
        return len(claimed) == free and (bool(go) or len(rows) < free)

    async def _put_back_unheld(self) -> None:
        """What is claimed in our name but not in our hands was never sent: it waits again."""
        held = {int(task.get_name()) for task in self._sending}
        held |= {outcome.row["id"] for outcome in self._done}
        ours = OutboxMessage.filter(state=OutboxState.SENDING, claimed_by=self.worker)
        await ours.exclude(id__in=sorted(held) or [0]).update(state=OutboxState.WAITING)

    async def _may_go(self, row: Row, now_ms: int) -> bool:
        """Keep the rates: a message whose turn has not come is put back until then."""
        items = max(1, min(10, sum(map(_pictures_in, from_column(row["reply"])))))
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
        receipt = list(from_column(row["receipt"]) or ())
        error: SendError | None = None
        try:
            requests = channel.render(await self.outbound.message(row))
            for request in requests[len(receipt) :]:
                sent = await channel.send(row["chat"], request)
                ids = sent.external_ids
                receipt += [",".join(ids)] if len(requests) > 1 else ids  # one for each request
        except SendError as trouble:
            error = trouble
        except asyncio.CancelledError:
            error = OutcomeUnknown("stopped")
        except PASSING_TROUBLE as trouble:  # of the database: a channel maps its own
            error = ChannelUnavailable(type(trouble).__name__)
        except Exception as bug:
            log.exception("render_failed", outbox=row["id"])
            error = MessageRefused(type(bug).__name__)
        self._note(Outcome(row, tuple(receipt), error))

    def _note(self, outcome: Outcome) -> None:
        """Keep an outcome for the next round: it comes soon, or with the next message sooner."""
        self._done.append(outcome)
        if self._gathering is None:
            loop = asyncio.get_running_loop()
            self._gathering = loop.call_later(_GATHER_SECONDS, self.wake.up, Work.DELIVER)

    async def _mark_sent(self, sql: HotPath) -> set[Outcome]:
        """Write the receipts of many sendings at once; returns which."""
        sent = {outcome for outcome in self._done if outcome.error is None}
        now_ms = self._now_ms()
        await sql.mark_sent(
            [
                {
                    "id": outcome.row["id"],
                    "receipt": orjson.dumps(outcome.receipt).decode(),
                    "sent_at_ms": now_ms,
                }
                for outcome in sent
            ]
        )
        await mark_told([one for outcome in sent for one in outcome.row.get("told", ())])
        return sent

    async def _settle_failures(self) -> None:
        """In a transaction of its own: should it fail, all others are sent meanwhile."""
        failed = [outcome for outcome in self._done if outcome.error is not None]
        if not failed:
            return
        now_ms = self._now_ms()
        try:
            async with transaction() as connection:
                for outcome in failed:
                    assert outcome.error is not None
                    await self._settle(HotPath(connection), outcome, outcome.error, now_ms)
        except Exception:
            log.exception("failures_not_settled", outbox=[each.row["id"] for each in failed])
            return
        self._done = [outcome for outcome in self._done if outcome not in failed]

    async def _settle(self, sql: HotPath, outcome: Outcome, error: SendError, now_ms: int) -> None:
        """Decide by the family of the error: again, anew, elsewhere, or never."""
        row = outcome.row
        log.warning("send_failed", outbox=row["id"], trouble=error.code, attempts=row["attempts"])
        undelivered = Undelivered(sql, self.staff_chat, self.clock.now())
        partly = {"receipt": list(outcome.receipt) or None}
        match error:
            case RateLimited(retry_after_seconds=seconds):
                self._pause(row, seconds, whole=error.whole_channel)
                await self._again(row, now_ms, seconds, **partly)
            case ChannelMisconfigured():
                self.pacer.block_all(seconds=_MISCONFIGURED_SECONDS, now=self.monotonic())
                await self._again(row, now_ms, _MISCONFIGURED_SECONDS, **partly)
            case ChatMoved(new_chat=chat):
                await OutboxMessage.filter(id=row["id"]).update(state=OutboxState.WAITING)
                await follow(row["channel"], row["chat"], chat, self.clock.now())
                await self.staff_chat.find()
            case MessageGone():
                await self._again(row, now_ms, 0, edits_id=None)
            case RecipientUnreachable():
                await undelivered.unreachable(row)
            case MessageRefused():
                await undelivered.give_up(row, error)
            case OutcomeUnknown() if row["attempts"] < UNKNOWN_ATTEMPTS:
                repeated = row["edits_id"] is None
                await self._again(row, now_ms, _pause_after(row), repeated=repeated, **partly)
            case ChannelUnavailable() if now_ms - row["created_at_ms"] <= GIVE_UP_AFTER_MS:
                await self._again(row, now_ms, _pause_after(row), **partly)
            case _:
                await undelivered.give_up(row, error)

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

    def _now_ms(self) -> int:
        return epoch_ms(self.clock.now())


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


def _pictures_in(reply: Json) -> int:
    """Kept pictures and drawings alike count against the rates."""
    return len(reply["pictures"]) + len(reply.get("drawings", ()))


def _pause_after(row: Row) -> float:
    """Growing pauses with jitter, so that many waiting messages do not come back as one."""
    exponential: float = 0.5 * 2.0 ** min(row["attempts"], 12)
    return min(_LONGEST_RETRY_SECONDS, exponential) * random.uniform(0.8, 1.2)  # noqa: S311

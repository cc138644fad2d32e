"""Durable out: each planned message is sent until it is known to be sent, or given up on loudly.

A row is `sending` while a request may be on the wire. Should the process die then, nobody knows
whether the message arrived: an edit is simply made again, anything else is sent once more with a
visible mark, never silently.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import orjson
import structlog

from bot.channels.base import (
    Channel,
    ChannelUnavailable,
    MessageRefused,
    OutcomeUnknown,
    SendError,
)
from bot.clock import Clock
from bot.database import PASSING_TROUBLE, transaction
from bot.deliveries import expected
from bot.delivery_sql import DeliverySql
from bot.hot_path import HotPath, Row
from bot.outbound import Outbound
from bot.pacing import Pacers
from bot.recheck import Recheck
from bot.set_sql import from_column
from bot.settling import Settler
from bot.staff_chat import StaffChat
from bot.two_channels import is_proactive
from bot.wake import Wake, Work
from bot.whatsapp_settings import PEOPLE_A_DAY
from bot.windows import Windows
from handlers.messages import Json
from models.calendar import epoch_ms
from models.notice import mark_told
from models.outbox import OutboxMessage, OutboxState

log = structlog.get_logger()

AT_ONCE = 32
_GATHER_SECONDS = 0.01
_PAUSE_SECONDS = 0.5


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
    pacers: Pacers = field(default_factory=Pacers)
    people_a_day: int = PEOPLE_A_DAY
    monotonic: Callable[[], float] = field(default=lambda: asyncio.get_running_loop().time())
    _sending: set[asyncio.Task[None]] = field(default_factory=set)
    _done: list[Outcome] = field(default_factory=list)
    _gathering: asyncio.TimerHandle | None = None
    _answers_only_until: dict[str, float] = field(default_factory=dict)
    """Channels that restrict what we say unasked, and until when, by the monotonic clock."""
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
            windows = Windows(sql, DeliverySql(connection), now_ms, self.people_a_day)
            passed = await windows.passed(rows)
            go = [row for row in passed if await self._may_go(row, now_ms)]
        self._claims_unsure = False
        self._done = [outcome for outcome in self._done if outcome not in sent]
        for row in go:
            task = asyncio.create_task(self._send(row), name=str(row["id"]))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
        return (bool(go) and len(claimed) == free) or len(passed) < len(claimed)

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
        now = self.monotonic()
        wait = self._answers_only_until.get(row["channel"], now) - now if is_proactive(row) else 0
        if wait <= 0:
            pacer = self.pacers.of(row["channel"])
            wait = pacer.reserve(row["chat"], group=group, now=now, items=items)
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
        await self._expect_statuses(sql, sent)
        await mark_told([one for outcome in sent for one in outcome.row.get("told", ())])
        return sent

    async def _expect_statuses(self, sql: HotPath, sent: set[Outcome]) -> None:
        """Note the ids of messages of which the network will tell more."""
        now_ms = self._now_ms()
        rows = [
            each
            for outcome in sent
            if self.channels[outcome.row["channel"]].tells_outcomes
            for each in expected(outcome.row, outcome.receipt, now_ms)
        ]
        if rows:
            await DeliverySql(sql.connection).keep_deliveries(rows)

    async def _settle_failures(self) -> None:
        """In a transaction of its own: should it fail, all others are sent meanwhile."""
        failed = [outcome for outcome in self._done if outcome.error is not None]
        if not failed:
            return
        now_ms = self._now_ms()
        try:
            async with transaction() as connection:
                sql = HotPath(connection)
                for outcome in sorted(failed, key=lambda each: each.row["id"]):
                    assert outcome.error is not None
                    await self._settler(sql).settle(
                        outcome.row, outcome.receipt, outcome.error, now_ms
                    )
        except Exception:
            log.exception("failures_not_settled", outbox=[each.row["id"] for each in failed])
            return
        self._done = [outcome for outcome in self._done if outcome not in failed]

    def _settler(self, sql: HotPath) -> Settler:
        return Settler(
            sql=sql,
            staff_chat=self.staff_chat,
            now=self.clock.now(),
            monotonic=self.monotonic(),
            wake=self.wake,
            pacers=self.pacers,
            answers_only_until=self._answers_only_until,
            tellers=frozenset(n for n, each in self.channels.items() if each.tells_outcomes),
        )

    def _now_ms(self) -> int:
        return epoch_ms(self.clock.now())


def _pictures_in(reply: Json) -> int:
    """Kept pictures and drawings alike count against the rates."""
    return len(reply["pictures"]) + len(reply.get("drawings", ()))

"""A lean Telegram with virtual leaders, in a process of its own.

The loop is closed: a leader says the next thing when the reply to the last one has arrived. There
are no rate limits and no network in between, so what is measured is the bot. `POST /bench` with
the fields of `Order` runs one measurement and answers with a `Measured`, both as JSON.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter, deque
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import parse_qs

import orjson
import psutil  # type: ignore[import-untyped]
from aiohttp import web

from tests.bench.conversation import STAFF_CHAT, STEPS, TOKEN, amount_in_words
from tests.bench.processes import end_with_parent

BATCH_MOST = 100
PATIENCE_SECONDS = 15.0
"""A reply that has not come this long after the measurement is counted as lost."""
_LOOK_SECONDS = 0.02
_BOT = {"id": int(TOKEN.partition(":")[0]), "is_bot": True, "first_name": "Gulir"}


@dataclass(frozen=True, slots=True)
class Order:
    """One measurement: leaders in parallel, the time before and in the window, the bot's pid."""

    leaders: list[int]
    users: int
    warm_seconds: float
    seconds: float
    bot_pid: int


@dataclass(slots=True)
class Measured:
    """What happened in the window; the counts of what went wrong are of the whole measurement."""

    per_second: float
    p50_ms: float
    p99_ms: float
    cpu_us: float
    rss_mb: float
    messages: int
    conversations: int
    lost: int
    """Messages that were never answered, and staff cards that never came."""
    unexpected: int
    """Replies that nobody waited for: duplicates."""
    astray: list[str]
    """Replies that were not the next step of the conversation."""


@dataclass(slots=True)
class _User:
    """One place at the table: leaders take turns there, a conversation each."""

    leaders: deque[int]
    step: int = 0
    asked_at: float = 0.0
    keyboard: list[Any] = field(default_factory=list)

    @property
    def leader(self) -> int:
        return self.leaders[0]


class FakeTelegram:
    """Answers the few methods that the bots call."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._updates: deque[dict[str, Any]] = deque()
        self._news = asyncio.Event()
        self._waiting: dict[int, _User] = {}
        self._told: Counter[int] = Counter()
        self._latencies: list[float] | None = None
        self._stopping = True
        self._forget_counts()

    def _forget_counts(self) -> None:
        self._cards = self._reports = self._unexpected = 0
        self._astray: list[str] = []

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Any request: a method of the Bot API, or an order."""
        method = request.path.rpartition("/")[2]
        body = await request.read()
        if method == "bench":
            return _json(asdict(await self.measure(Order(**orjson.loads(body)))))
        call = {name: values[-1] for name, values in parse_qs(body.decode()).items()}
        result: Any = True
        if method == "getUpdates":
            result = await self._get_updates(int(call.get("offset", 0)), float(call["timeout"]))
        elif method == "sendMessage":
            result = self._send_message(int(call["chat_id"]), call)
        elif method.startswith("editMessage"):
            result = _message(int(call["message_id"]), int(call["chat_id"]), call.get("text", ""))
        elif method == "getMe":
            result = {**_BOT, "username": "gulir_bot"}
        return _json({"ok": True, "result": result})

    async def measure(self, order: Order) -> Measured:
        """Run users until the window is over, then let every conversation end."""
        self._forget_counts()
        self._updates.clear()
        self._waiting.clear()
        self._stopping = False
        bot = psutil.Process(order.bot_pid)
        for place in range(order.users):
            self._say_next(_User(deque(order.leaders[place :: order.users])))
        await asyncio.sleep(order.warm_seconds)
        self._latencies, before, began = [], _cpu_seconds(bot), time.perf_counter()
        await asyncio.sleep(order.seconds)
        took, spent = time.perf_counter() - began, _cpu_seconds(bot) - before
        latencies, self._latencies = sorted(self._latencies), None
        rss_mb = bot.memory_info().rss / 1e6
        self._stopping = True
        await self._until_all_is_quiet()
        return Measured(
            per_second=len(latencies) / took,
            p50_ms=_quantile(latencies, 0.50) * 1000,
            p99_ms=_quantile(latencies, 0.99) * 1000,
            cpu_us=spent / max(1, len(latencies)) * 1e6,
            rss_mb=rss_mb,
            messages=len(latencies),
            conversations=self._reports,
            lost=len(self._waiting) + self._reports - self._cards,
            unexpected=self._unexpected,
            astray=self._astray,
        )

    async def _until_all_is_quiet(self) -> None:
        deadline = time.perf_counter() + PATIENCE_SECONDS
        while time.perf_counter() < deadline:
            if not self._waiting and self._cards >= self._reports:
                return
            await asyncio.sleep(_LOOK_SECONDS)

    # The network ---------------------------------------------------------------------------------

    async def _get_updates(self, offset: int, timeout_seconds: float) -> list[dict[str, Any]]:
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        if not self._updates:
            self._news.clear()
            try:
                async with asyncio.timeout(timeout_seconds):
                    await self._news.wait()
            except TimeoutError:
                return []
        return list(itertools.islice(self._updates, BATCH_MOST))

    def _send_message(self, chat: int, call: dict[str, str]) -> dict[str, Any]:
        now, text = time.perf_counter(), call["text"]
        if chat == STAFF_CHAT:
            self._cards += 1
        elif (user := self._waiting.pop(chat, None)) is None:
            self._unexpected += 1
        else:
            self._hear(user, text, call, now)
        return _message(next(self._numbers), chat, text)

    # The leaders ---------------------------------------------------------------------------------

    def _hear(self, user: _User, text: str, call: dict[str, str], now: float) -> None:
        if self._latencies is not None:
            self._latencies.append(now - user.asked_at)
        if STEPS[user.step].hears not in text:
            self._astray.append(f"after {STEPS[user.step]}: {text!r}")
            return
        markup = orjson.loads(call.get("reply_markup", "{}"))
        user.keyboard = list(itertools.chain(*markup.get("inline_keyboard", ())))
        user.step += 1
        if user.step == len(STEPS):
            self._reports += 1
            self._told[user.leader] += 1
            user.step = 0
            user.leaders.rotate(-1)
            if self._stopping:
                return
        self._say_next(user)

    def _say_next(self, user: _User) -> None:
        step, leader = STEPS[user.step], user.leader
        sender = {"id": leader, "is_bot": False, "first_name": "Ketua"}
        number = next(self._numbers)
        update: dict[str, Any] = {"update_id": number}
        if step.taps:
            data = [each["callback_data"] for each in user.keyboard if step.taps in each["text"]]
            update["callback_query"] = {
                "id": str(number),
                "from": sender,
                "chat_instance": str(leader),
                "data": data[0],
                "message": _message(number, leader, "…"),
            }
        else:
            said = step.types.format(amount=amount_in_words(self._told[leader]))
            update["message"] = {**_message(number, leader, said), "from": sender}
        user.asked_at = time.perf_counter()
        self._waiting[leader] = user
        self._updates.append(update)
        self._news.set()


def _message(number: int, chat: int, text: str) -> dict[str, Any]:
    kind = "private" if chat > 0 else "supergroup"
    return {
        "message_id": number,
        "date": int(time.time()),
        "chat": {"id": chat, "type": kind, "first_name": "Ketua"},
        "from": _BOT,
        "text": text,
    }


def _cpu_seconds(process: psutil.Process) -> float:
    spent = process.cpu_times()
    return float(spent.user + spent.system)


def _quantile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def _json(body: Any) -> web.Response:
    return web.Response(body=orjson.dumps(body), content_type="application/json")


async def _serve() -> None:
    runner = web.ServerRunner(web.Server(FakeTelegram().handle, access_log=None))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)  # noqa: T201 (whoever started us reads it)
    await asyncio.Event().wait()


if __name__ == "__main__":
    end_with_parent()
    asyncio.run(_serve())

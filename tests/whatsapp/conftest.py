"""The bot between two networks on real ports, its workers stepped by hand under a clock of ours."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram_session import Patience as TelegramPatience
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_client import Patience
from bot.channels.whatsapp_pieces import pieces
from bot.database import transaction
from bot.deliver import Deliverer
from bot.drawings import Drawer
from bot.fetch import Fetcher
from bot.hot_path import HotPath
from bot.inbox import Inbox
from bot.media import MediaStore
from bot.outbound import Outbound
from bot.pacing import Pacer, Pacers, Rate
from bot.plan import Planner
from bot.receive import Receiver
from bot.staff_chat import StaffChat
from bot.wake import Wake
from handlers.contents import CONTENTS
from handlers.turn import Notice, ToPerson
from models.calendar import epoch_ms, wita_day
from models.contact import Address, Person
from models.outbox import OutboxMessage
from tests.builders import NOW, STAFF_CHAT
from tests.channels.bot_api import TOKEN, BotApi, running_bot_api
from tests.channels.graph_api import GraphApi, running_graph_api
from tests.channels.whatsapp_payloads import SARI, message, said

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date
    from pathlib import Path

    from handlers.messages import Reply

FREE = Rate(interval_seconds=0.0, burst=1_000_000)
TELEGRAM_ID = "7001"
DAYS_AGO = NOW - timedelta(days=365)


def written_now(post: Post) -> dict[str, str]:
    """The time of a message that was written just now."""
    return {"timestamp": str(int(post.clock.now().timestamp()))}


@dataclass
class SetClock:
    """A clock that stands where a test puts it."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return wita_day(self.moment)

    def passes(self, **span: float) -> None:
        self.moment += timedelta(**span)


@dataclass
class Post:
    """Everything between the networks and the database."""

    graph: GraphApi
    telegram_api: BotApi
    clock: SetClock
    whatsapp: WhatsApp
    inbox: Inbox
    receiver: Receiver
    fetcher: Fetcher
    deliverer: Deliverer
    number: int = 100
    _monotonic: float = field(default=0.0)

    def monotonic(self) -> float:
        """Rates and pauses follow the clock of the test."""
        return self.clock.moment.timestamp()

    async def comes(self, *payloads: Any) -> None:
        """Webhooks are stored, as the web server has it done."""
        await self.inbox.store(
            self.whatsapp, [part for whole in payloads for part in pieces(whole)]
        )

    async def writes(self, text: str = "halo", *, kind: str = "text", **more: Any) -> None:
        """Sari writes now, and is answered."""
        self.number += 1
        sent = str(int(self.clock.moment.timestamp()))
        content = {"text": {"body": text}} if kind == "text" else {}
        told = message(kind, self.number, **{"timestamp": sent, **content, **more})
        await self.comes(said(told))
        await self.work()

    async def work(self) -> None:
        """All workers, until nothing is left to do at this moment."""
        await self.fetcher._fetch_some()
        while await self.receiver.handle_batch():
            pass
        await self.deliver()

    async def deliver(self) -> None:
        """Send until nothing may be sent any more at this moment."""
        quiet = 0
        while quiet < 2:
            before = await _states()
            await self.deliverer._round()
            if self.deliverer._sending:
                await asyncio.wait(self.deliverer._sending)
            await self.deliverer._settle_failures()
            async with transaction() as connection:
                sent = await self.deliverer._mark_sent(HotPath(connection))
            self.deliverer._done = [o for o in self.deliverer._done if o not in sent]
            quiet = quiet + 1 if await _states() == before else 0

    async def tell(self, person: Person, reply: Reply, key: str = "n:1") -> OutboxMessage:
        """Plan a notice, as a turn or a job does."""
        async with transaction() as connection:
            sql = HotPath(connection)
            now_ms = epoch_ms(self.clock.now())
            planner = Planner(sql, self.inbox.staff_chat, now_ms)
            rows = await planner.rows([Notice(ToPerson(person.id), reply, key)])
            await sql.write_outbox(rows, now_ms)
        return await OutboxMessage.get(key=key)

    @property
    def on_whatsapp(self) -> list[str]:
        """What was said there: words, or the name of an approved text."""
        return [_words(each) for each in self.graph.said]

    @property
    def on_telegram(self) -> list[tuple[str, str]]:
        """What was said there: to which chat, and the words."""
        return [
            (str(c["chat_id"]), str(c["text"])) for c in self.telegram_api.called("sendMessage")
        ]

    @property
    def to_staff(self) -> list[str]:
        return [words for chat, words in self.on_telegram if chat == STAFF_CHAT]


async def keys_said() -> list[str]:
    """The keys of all that was planned, with those of the words inside of it."""
    found: list[str] = []
    for row in await OutboxMessage.all().order_by("id"):
        for reply in row.reply:
            found.append(reply["key"])
            found += [f["words"] for f in reply["facts"].values() if _is_words(f)]
    return found


def _is_words(fact: Any) -> bool:
    return isinstance(fact, dict) and "words" in fact


def _words(asked: dict[str, Any]) -> str:
    match asked["type"]:
        case "template":
            return f"[{asked['template']['name']}]"
        case "interactive":
            return str(asked["interactive"]["body"]["text"])
        case kind:
            return str(asked[kind].get("body") or asked[kind].get("caption") or f"({kind})")


async def _states() -> list[tuple[Any, ...]]:
    rows = await OutboxMessage.all().order_by("id")
    return [(r.id, r.state, r.channel, r.not_before_ms, str(r.receipt)) for r in rows]


@pytest.fixture
async def graph() -> AsyncIterator[GraphApi]:
    async with running_graph_api() as running:
        yield running


@pytest.fixture
async def post(database: str, graph: GraphApi, tmp_path: Path) -> AsyncIterator[Post]:
    async with running_bot_api() as telegram_api:
        clock, wake = SetClock(), Wake()
        staff = StaffChat("telegram", STAFF_CHAT, "id")
        whatsapp = WhatsApp(graph.account, Patience(0.5, 0.5, 0.5))
        telegram = Telegram(
            token=TOKEN,
            api_base=telegram_api.base,
            staff_chat=STAFF_CHAT,
            patience=TelegramPatience(connect_seconds=0.5, answer_seconds=0.5),
        )
        channels = {"whatsapp": whatsapp, "telegram": telegram}
        store = MediaStore(tmp_path / "media")
        post = Post(
            graph=graph,
            telegram_api=telegram_api,
            clock=clock,
            whatsapp=whatsapp,
            inbox=Inbox(clock=clock, wake=wake, burst_seconds=0.0, staff_chat=staff),
            receiver=Receiver(contents=CONTENTS, clock=clock, wake=wake, staff_chat=staff),
            fetcher=Fetcher(
                channels=channels, store=store, clock=clock, wake=wake, staff_chat=staff
            ),
            deliverer=Deliverer(
                channels=channels,
                outbound=Outbound(store, Drawer(store, strict=True), strict=True),
                clock=clock,
                wake=wake,
                staff_chat=staff,
                worker="test",
                pacers=Pacers(Pacer(private=FREE, group=FREE, together=FREE)),
            ),
        )
        post.deliverer.monotonic = post.monotonic
        yield post
        for channel in channels.values():
            await channel.close()
        store.close()


@pytest.fixture
async def sari(post: Post) -> Person:
    """A leader with WhatsApp alone, who has agreed and wrote a minute ago."""
    person = await Person.create(
        name="Sari Wulandari",
        phone=f"+{SARI}",
        consented_at=NOW - timedelta(days=365),
        consent_version="test",
        created_at=NOW - timedelta(days=365),
    )
    await Address.create(
        channel="whatsapp",
        external_id=SARI,
        person=person,
        created_at=NOW - timedelta(days=365),
        window_until_ms=epoch_ms(NOW + timedelta(hours=23)),
    )
    return person


@pytest.fixture
async def also_on_telegram(sari: Person) -> Address:
    """The same leader's Telegram."""
    return await Address.create(
        channel="telegram", external_id=TELEGRAM_ID, person=sari, created_at=NOW
    )

"""Two processes on one PostgreSQL share the work; when one is killed the other finishes it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.clock import SystemClock
from bot.database import close_database, connection, open_database
from bot.life import _LOCK_SPACE
from bot.sample.load import load
from bot.simulator.cast import cast_from
from bot.simulator.phone import Simulator, running_simulator
from locales import text
from models.inbox import InboxMessage, InboxState
from models.outbox import OutboxMessage, OutboxState
from tests.crash.forked_bot import ForkedBot
from tests.crash.living_process import free_port, until
from tests.crash.second_worker import run_without_polling
from tests.house import EASY_RATES, STAFF_CHAT, TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

PEOPLE = 40
MESSAGES_EACH = 5
PATIENCE_SECONDS = 60.0
MARK = text("form.sent_again", language="id", facts={})

pytestmark = [pytest.mark.only("postgres"), pytest.mark.timeout(180)]

CAST = {
    "bot": {"id": 7000000001, "username": "gulir_sim_bot", "first_name": "Gulir"},
    "staff_chat": {"id": int(STAFF_CHAT), "title": "Petugas"},
    "people": [
        {"id": f"p{n}", "telegram_id": 8000 + n, "first_name": f"P{n}", "phone": f"+628129{n:06d}"}
        for n in range(PEOPLE)
    ],
    "phones": [
        {"id": f"p{n}", "label": f"P{n}", "people": [f"p{n}"], "chat": "private"}
        for n in range(PEOPLE)
    ]
    + [{"id": "staff", "label": "Petugas", "people": ["p0"], "chat": "staff"}],
}  # fmt: skip


@asynccontextmanager
async def two_workers(
    database_url: str, data_dir: Path
) -> AsyncIterator[tuple[Simulator, ForkedBot, ForkedBot]]:
    """A simulator with many people, the bot that polls, and a second one; the database is open."""
    await open_database(database_url)
    await load(SystemClock(), private_network="telegram")
    async with running_simulator(
        token=TOKEN, data_dir=None, cast=cast_from(CAST), rate_limits=EASY_RATES
    ) as simulator:
        settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": simulator.base_url,
            "STAFF_CHAT_ID": STAFF_CHAT,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(data_dir),
            "BURST_SECONDS": "0",
            "LOG_LEVEL": "WARNING",
        }
        polling = ForkedBot({**settings, "PORT": str(free_port())}, data_dir / "polling.log")
        second = ForkedBot(
            {**settings, "PORT": str(free_port())},
            data_dir / "second.log",
            work=run_without_polling,
        )
        try:
            await polling.start()
            await second.start()
            yield simulator, polling, second
        finally:
            await polling.stop()
            await second.stop()
            await close_database()


async def everybody_writes(simulator: Simulator) -> None:
    """Each person writes one message after the other; commands, for each is a turn of its own."""
    phones = [simulator.phone(f"p{n}", f"p{n}") for n in range(PEOPLE)]
    for number in range(MESSAGES_EACH):
        await asyncio.gather(*(phone.say(f"/pesan{number}") for phone in phones))


async def all_is_answered() -> bool:
    """Whether nothing is left to do."""
    handled = await InboxMessage.filter(state=InboxState.DONE).count()
    unsent = await OutboxMessage.exclude(state=OutboxState.SENT).exists()
    return handled == PEOPLE * MESSAGES_EACH and not unsent


async def each_is_answered_once_and_in_order(simulator: Simulator) -> int:
    """One reply for each message, in the order of the messages; gives how many were sent again."""
    assert await InboxMessage.all().count() == PEOPLE * MESSAGES_EACH
    replies = {row.key: row for row in await OutboxMessage.filter(key__startswith="in:")}
    assert len(replies) == PEOPLE * MESSAGES_EACH
    again = 0
    for n in range(PEOPLE):
        received = await InboxMessage.filter(chat=str(8000 + n)).order_by("id")
        assert [row.event["text"] for row in received] == [
            f"/pesan{number}" for number in range(MESSAGES_EACH)
        ]
        handled = [row.handled_at_ms or 0 for row in received]
        assert handled == sorted(handled)
        receipts = [int(replies[f"in:{row.id}"].receipt[-1]) for row in received]
        assert receipts == sorted(set(receipts))
        said = [m for m in await simulator.phone(f"p{n}").messages() if m.sender == "bot"]
        doubles = [m for m in said if m.id not in receipts]
        assert len(doubles) <= sum(replies[f"in:{row.id}"].repeated for row in received)
        marked = {m.id for m in said if m.text.endswith(MARK)}
        assert marked == {
            int(replies[f"in:{row.id}"].receipt[-1])
            for row in received
            if replies[f"in:{row.id}"].repeated
        }
        again += len(marked)
    return again


async def names_of_the_living() -> list[str]:
    """The names of the processes that hold their lock, in the order in which they started."""
    rows = await connection().execute_query_dict(
        "SELECT l.objid::text AS name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
        " WHERE l.locktype = 'advisory' AND l.classid::bigint = $1 AND l.granted"
        " AND a.datname = current_database() ORDER BY a.backend_start",
        [_LOCK_SPACE],
    )
    return [row["name"] for row in rows]


async def messages_on_the_wire_of(name: str) -> int:
    """Wait until this process is sending; gives how many."""
    sending = OutboxMessage.filter(state=OutboxState.SENDING, claimed_by=name)
    return int(await until(sending.count, PATIENCE_SECONDS))


async def test_two_processes_share_two_hundred_messages(database_url: str, tmp_path: Path) -> None:
    async with two_workers(database_url, tmp_path) as (simulator, polling, second):
        await everybody_writes(simulator)
        await until(all_is_answered, PATIENCE_SECONDS)
        assert await each_is_answered_once_and_in_order(simulator) == 0
        senders = set(await OutboxMessage.all().distinct().values_list("claimed_by", flat=True))
        assert len(senders) == 2, "one of them did all the work"
        for worker in (polling, second):
            assert (await worker.interrupt())[0] == 0
            assert "Traceback" not in worker.log


async def test_a_killed_worker_is_replaced_by_the_other(database_url: str, tmp_path: Path) -> None:
    """What the dead one was sending is sent by the other, with the mark of a second sending."""
    async with two_workers(database_url, tmp_path) as (simulator, polling, second):
        await simulator.misbehave(
            {"method": "sendMessage", "kind": "delay", "seconds": 0.2, "percent": 100}
        )
        second_name = (await names_of_the_living())[-1]
        writing = asyncio.create_task(everybody_writes(simulator))
        victims = await messages_on_the_wire_of(second_name)
        await second.kill()
        await writing
        await simulator.behave()
        await until(all_is_answered, PATIENCE_SECONDS)
        again = await each_is_answered_once_and_in_order(simulator)
        assert again >= 1, f"{victims} messages were on the wire, none was taken over"
        assert (await polling.interrupt())[0] == 0
        assert "Traceback" not in polling.log

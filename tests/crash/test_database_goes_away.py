"""The database hangs up on everybody, as it does at a restart; the bot goes on by itself."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from bot import deliver, life
from bot.database import connection, transaction
from models.outbox import OutboxMessage, OutboxState
from tests.crash.living_process import until
from tests.crash.test_misbehaving_network import happened_once, people, report, verify
from tests.e2e.sample_house import a_house
from tests.transcript import settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.only("postgres")

HANG_UP = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


async def hang_up_again_and_again(database_url: str, times: int) -> None:
    """Close every connection but our own, several times a second."""
    own = await asyncpg.connect(database_url)
    try:
        for _ in range(times):
            await own.execute(HANG_UP)
            for _ in range(6):
                await asyncio.sleep(0.05)
    finally:
        await own.close()


async def test_the_main_job_survives_lost_connections(database_url: str, tmp_path: Path) -> None:
    async with a_house(database_url, tmp_path) as house:
        trouble = asyncio.create_task(hang_up_again_and_again(database_url, 8))
        await report(house, patience=30)
        await trouble
        house.check_that_it_lives()
        await verify(house, patience=30)
        await happened_once(house)


async def test_after_a_lost_connection_a_process_still_counts_as_living(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise another process would send again what this one is sending."""
    monkeypatch.setattr(life, "_LOOK_FOR_DEAD_SECONDS", 0.05)
    async with a_house(database_url, tmp_path) as house:
        before = await locks_held()
        assert len(before) == 1
        await hang_up_again_and_again(database_url, 1)

        async def living_again() -> bool:
            return await locks_held() == before

        await until(living_again)
        sari, _ = people(house)
        await sari.say("sisa")
        await sari.wait_for_reply("Sisa pinjaman")
        await settled(house)


async def locks_held() -> list[int]:
    """The names of the processes that count as living."""
    rows = await connection().execute_query_dict(
        "SELECT objid::bigint AS name FROM pg_locks WHERE locktype = 'advisory' AND granted"
        " AND classid::bigint = $1 AND database ="
        " (SELECT oid FROM pg_database WHERE datname = current_database())",
        [life._LOCK_SPACE],
    )
    return [int(row["name"]) for row in rows]


async def test_a_claim_whose_commit_was_not_answered_is_sent_all_the_same(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows stand as claimed by us, but we never learned which: they must not wait for ever."""
    hung_up: list[int] = []

    @asynccontextmanager
    async def unanswered() -> AsyncIterator[Any]:
        async with transaction() as connection:
            yield connection
        if not hung_up and await OutboxMessage.exists(state=OutboxState.SENDING):
            hung_up.append(1)
            raise asyncpg.InterfaceError("the line went dead after COMMIT")

    monkeypatch.setattr(deliver, "transaction", unanswered)
    async with a_house(database_url, tmp_path) as house:
        await report(house, patience=30)
        await verify(house, patience=30)
        await happened_once(house)
    assert hung_up

"""Being one of several processes: a name that others can tell is dead, and their calls to wake up.

PostgreSQL: an advisory lock held for as long as we live, and LISTEN. SQLite: a locked file, for the
embedded database serves one process at a time.
"""

import asyncio
import fcntl
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import asyncpg
import structlog

from bot.database_url import database_config, sqlite_file
from bot.outbox_sql import NOTIFY_CHANNEL
from bot.taking_over import take_over
from bot.wake import Wake
from models.outbox import OutboxMessage, OutboxState

log = structlog.get_logger()

_LOCK_SPACE = 0x67756C69
_LOOK_FOR_DEAD_SECONDS = 5.0
_CONNECT_KEYS = ("host", "port", "user", "password", "database", "timeout", "ssl")


class AlreadyRunning(Exception):
    """Another process works on this SQLite file; use PostgreSQL for several."""


@asynccontextmanager
async def alive(database_url: str, wake: Wake) -> AsyncIterator[str]:
    """Live under a name of our own, and take over what dead processes had begun to send."""
    if database_url.startswith("sqlite://"):
        async with _alone(database_url) as name:
            yield name
        return
    async with _among_others(database_url, wake) as name:
        yield name


@asynccontextmanager
async def _alone(database_url: str) -> AsyncIterator[str]:
    file = sqlite_file(database_url)
    with file.with_name(f"{file.name}.running").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"another Gulir already works on {file}; stop it first, or use PostgreSQL"
            ) from None
        taken = await take_over(None)
        log.info("taken_over", messages=taken)
        yield "alone"


@asynccontextmanager
async def _among_others(database_url: str, wake: Wake) -> AsyncIterator[str]:
    line = _Line(database_url, wake, secrets.randbelow(2**31))
    await line.open()
    watcher = asyncio.create_task(line.watch())
    try:
        yield str(line.number)
    finally:
        watcher.cancel()
        await line.close()


@dataclass(slots=True)
class _Line:
    """Our own connection: it holds the lock that says that we live, and hears others' calls."""

    database_url: str
    wake: Wake
    number: int
    connection: Any = None

    async def open(self) -> None:
        credentials = database_config(self.database_url)["connections"]["default"]["credentials"]
        self.connection = await asyncpg.connect(
            **{key: credentials[key] for key in _CONNECT_KEYS if credentials.get(key) is not None}
        )
        lock = "SELECT pg_advisory_lock($1, $2)"
        await self.connection.execute(lock, _LOCK_SPACE, self.number)
        await self.connection.add_listener(
            NOTIFY_CHANNEL, lambda *call: self.wake.heard(str(call[-1]))
        )
        await _bury_the_dead(self.connection, self.number)

    async def watch(self) -> None:
        """Look after the dead for ever; a line that was cut is laid again, with its lock."""
        while True:
            await asyncio.sleep(_LOOK_FOR_DEAD_SECONDS)
            try:
                if self.connection.is_closed():
                    await self.open()
                else:
                    await _bury_the_dead(self.connection, self.number)
            except Exception as trouble:  # noqa: BLE001 (the database may be away in any way)
                log.warning("watch_failed", trouble=repr(trouble))

    async def close(self) -> None:
        if self.connection is not None:
            await self.connection.close()


async def _bury_the_dead(connection: Any, own: int) -> None:
    """A process whose lock can be had is dead: what it was sending is taken over."""
    names = (
        await OutboxMessage.filter(state=OutboxState.SENDING)
        .distinct()
        .values_list("claimed_by", flat=True)
    )
    dead = set()
    for name in names:
        if name is None or not str(name).isdigit() or int(str(name)) == own:
            continue
        taken = "SELECT pg_try_advisory_lock($1, $2)"
        if await connection.fetchval(taken, _LOCK_SPACE, int(str(name))):
            dead.add(str(name))
            await connection.execute(
                "SELECT pg_advisory_unlock($1, $2)", _LOCK_SPACE, int(str(name))
            )
    if dead:
        log.info("taken_over", messages=await take_over(dead))

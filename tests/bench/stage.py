"""What the benches share: the lean Telegram, and databases made by copying one."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import asyncpg

from tests.bench.processes import first_line, running
from tests.bench.world import settle, settle_rival
from tests.postgres import Postgres, throwaway_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def fake_telegram() -> Iterator[str]:
    """The lean Telegram in a process of its own; yields its address."""
    with running("-m", "tests.bench.fake_telegram") as process:
        yield f"http://127.0.0.1:{first_line(process)}"


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot that is measured: its name in the table and in `bots`, its database and its leaders."""

    label: str
    bot: str
    database: str
    leaders: list[int]


class Worlds:
    """Databases with the same leaders in them, a fresh one whenever it is asked for."""

    def __init__(self, folder: Path, leaders: int, server: Postgres | None) -> None:
        self._folder = folder
        self._server = server
        self._made = 0
        self._sqlite = folder / "world.db"
        self._rival = folder / "rival.db"
        self._leaders = asyncio.run(settle(f"sqlite://{self._sqlite}", leaders))
        settle_rival(self._rival, self._leaders)
        if server is not None:
            asyncio.run(_execute(server.url("postgres"), "CREATE DATABASE world"))
            self._postgres_leaders = asyncio.run(settle(server.url("world"), leaders))

    def contenders(self) -> list[Contender]:
        """Everybody who takes part, each with a database of their own."""
        self._made += 1
        sqlite, rival = (self._folder / f"{name}-{self._made}.db" for name in ("gulir", "rival"))
        shutil.copyfile(self._sqlite, sqlite)
        shutil.copyfile(self._rival, rival)
        contenders = [
            Contender("aiogram", "aiogram", str(rival), self._leaders),
            Contender("Gulir SQLite", "gulir", f"sqlite://{sqlite}", self._leaders),
        ]
        if self._server is not None:
            copy = f'CREATE DATABASE "copy_{self._made}" TEMPLATE world'
            asyncio.run(_execute(self._server.url("postgres"), copy))
            url = self._server.url(f"copy_{self._made}")
            contenders.append(Contender("Gulir PostgreSQL", "gulir", url, self._postgres_leaders))
        return contenders


@contextmanager
def worlds(folder: Path, leaders: int, *, with_postgres: bool) -> Iterator[Worlds]:
    """Worlds for as long as the block runs, with a throw-away PostgreSQL if wanted."""
    if not with_postgres:
        yield Worlds(folder, leaders, None)
        return
    with throwaway_postgres() as server:
        yield Worlds(folder, leaders, server)


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()

"""What the benches share: processes that are surely ended, and databases made by copying one."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg

from tests.bench.world import settle, settle_rival
from tests.postgres import Postgres, throwaway_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
_STOP_SECONDS = 10


@contextmanager
def running(module: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A module as a process; its standard input closes, and it must end, when the block does."""
    process = subprocess.Popen(  # noqa: S603 (our own modules)
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    """Close its standard input and wait; kill what does not listen."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_STOP_SECONDS)
    if process.returncode is None:
        process.kill()
        process.wait()
    process.stdout.close()


def first_line(process: subprocess.Popen[str]) -> str:
    """What a process says first; RuntimeError when it ends without a word."""
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    if not line:
        raise RuntimeError(f"{process.args} ended with {process.wait(_STOP_SECONDS)}")
    return line


@contextmanager
def fake_telegram() -> Iterator[str]:
    """The lean Telegram in a process of its own; yields its address."""
    with running("tests.bench.fake_telegram") as process:
        try:
            yield f"http://127.0.0.1:{first_line(process)}"
        finally:
            process.terminate()


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot that is measured: its name in the table, its module's name for it, its database."""

    label: str
    bot: str
    database: str


class Worlds:
    """Databases with the same leaders in them, a fresh one whenever it is asked for."""

    def __init__(self, folder: Path, leaders: int, server: Postgres | None) -> None:
        self._folder = folder
        self._server = server
        self._made = 0
        self._sqlite = folder / "world.db"
        self._rival = folder / "rival.db"
        self.leaders = asyncio.run(settle(f"sqlite://{self._sqlite}", leaders))
        settle_rival(self._rival, self.leaders)
        if server is not None:
            asyncio.run(_execute(server.url("postgres"), "CREATE DATABASE world"))
            assert asyncio.run(settle(server.url("world"), leaders)) is not None

    def contenders(self) -> list[Contender]:
        """Everybody who takes part, each with a database of their own."""
        self._made += 1
        sqlite, rival = (self._folder / f"{name}-{self._made}.db" for name in ("gulir", "rival"))
        shutil.copyfile(self._sqlite, sqlite)
        shutil.copyfile(self._rival, rival)
        contenders = [
            Contender("aiogram", "aiogram", str(rival)),
            Contender("Gulir SQLite", "gulir", f"sqlite://{sqlite}"),
        ]
        if self._server is not None:
            copy = f'CREATE DATABASE "copy_{self._made}" TEMPLATE world'
            asyncio.run(_execute(self._server.url("postgres"), copy))
            url = self._server.url(f"copy_{self._made}")
            contenders.append(Contender("Gulir PostgreSQL", "gulir", url))
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

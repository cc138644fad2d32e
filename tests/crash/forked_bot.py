"""The bot as a process of its own that is there at once: forked off where all is imported already.

A start of Python with aiogram takes seconds, and a crash test starts a dozen bots. What is forked
has only imported; it opens, reads and locks everything for itself, and dies like any process.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.app import run
from bot.settings import read_settings
from tests.crash.living_process import LOOK_SECONDS, START_SECONDS, surroundings, until

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from bot.settings import Settings

READY = b"Gulir is ready"
IMPORTED = [
    "aiosqlite",
    "asyncpg",
    "bot.asyncpg_released",
    "bot.channels.telegram",
    "bot.sqlite_immediate",
    "handlers.contents",
    "models.tables",
    "tests.crash.forked_bot",
    "tests.crash.second_worker",
]

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(IMPORTED)


@dataclass(slots=True)
class ForkedBot:
    """What `python -m bot run` does under the settings given; all it says is kept in `log_file`."""

    settings: Mapping[str, str]
    log_file: Path
    work: Callable[[Settings], None] = run
    starts: int = 0
    _process: BaseProcess | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.is_alive()

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8") if self.log_file.exists() else ""

    async def start(self) -> float:
        """Start it and wait until it says that it is ready; gives the seconds that this took."""
        assert self._process is None or not self._process.is_alive()
        begun = time.monotonic()
        self.log_file.touch()
        said_before = self.log_file.stat().st_size
        self._process = _FORKS.Process(
            target=live,
            args=(self.work, {**surroundings(), **self.settings}, self.log_file),
            daemon=True,
        )
        await asyncio.to_thread(self._process.start)  # The first one waits for the imports.
        self.starts += 1
        async with asyncio.timeout(START_SECONDS):
            while READY not in self.log_file.read_bytes()[said_before:]:
                if not self.is_alive:
                    raise AssertionError(f"the bot ended while starting:\n{self.log}")
                await asyncio.sleep(LOOK_SECONDS)
        return time.monotonic() - begun

    async def kill(self) -> None:
        """End it as a power cut does: no last words."""
        assert self._process is not None
        self._process.kill()
        await self._end()

    async def interrupt(self) -> tuple[int, float]:
        """Ctrl-C; gives the exit status and the seconds until it had ended."""
        begun = time.monotonic()
        os.kill(self.pid, signal.SIGINT)
        return await self._end(), time.monotonic() - begun

    async def stop(self) -> None:
        """End it, however it is; used when a test is over."""
        if self.is_alive:
            await self.kill()

    async def _end(self) -> int:
        async def buried() -> bool:
            return self._process is not None and self._process.exitcode is not None

        await until(buried)
        assert self._process is not None
        assert self._process.exitcode is not None
        return self._process.exitcode


def live(work: Callable[[Settings], None], environment: dict[str, str], log_file: Path) -> None:
    """Be the bot, in the process that was forked: with its environment and its log alone."""
    threading.Thread(target=_die_with_the_tests, daemon=True).start()
    with log_file.open("ab") as written:
        for stream in (1, 2):
            os.dup2(written.fileno(), stream)
    os.environ.clear()
    os.environ.update(environment)
    work(read_settings())


def _die_with_the_tests() -> None:
    """No bot outlives the tests, not even when these are killed."""
    tests = multiprocessing.parent_process()
    assert tests is not None
    tests.join()
    os.kill(os.getpid(), signal.SIGKILL)

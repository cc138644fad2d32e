"""The bot as a process of its own, as in an office: started, killed and started again."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

START_SECONDS = 30.0
LOOK_SECONDS = 0.01


def free_port() -> int:
    """A port on which nobody listens at this moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def surroundings() -> dict[str, str]:
    """What a bot finds in its environment besides its settings: none of those of the tests."""
    found = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
    return {name: os.environ[name] for name in found if name in os.environ}


@dataclass(slots=True)
class BotProcess:
    """`python -m bot run` under the settings given; what it logs is kept in `log_file`."""

    settings: Mapping[str, str]
    log_file: Path
    starts: int = 0
    _process: Process | None = None
    _listening: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8") if self.log_file.exists() else ""

    async def start(self) -> float:
        """Start it and wait until it says that it is ready; gives the seconds that this took."""
        begun = time.monotonic()
        with self.log_file.open("ab") as log_file:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                env={**surroundings(), **self.settings},
                stdin=DEVNULL,
                stdout=PIPE,
                stderr=log_file,
            )
        self.starts += 1
        async with asyncio.timeout(START_SECONDS):
            assert self._process.stdout is not None
            while line := await self._process.stdout.readline():
                if line.startswith(b"Gulir is ready"):
                    return time.monotonic() - begun
        raise AssertionError(f"the bot ended while starting:\n{self.log}")

    async def kill(self) -> None:
        """End it as a power cut does: no last words."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()

    async def interrupt(self) -> tuple[int, float]:
        """Ctrl-C; gives the exit status and the seconds until it had ended."""
        assert self._process is not None
        begun = time.monotonic()
        self._process.send_signal(signal.SIGINT)
        async with asyncio.timeout(START_SECONDS):
            status = await self._process.wait()
        return status, time.monotonic() - begun

    async def stop(self) -> None:
        """End it, however it is; used when a test is over."""
        if self.is_alive:
            await self.kill()


async def until(holds: Callable[[], Awaitable[Any]], seconds: float = START_SECONDS) -> Any:
    """Wait until something holds, and give it; TimeoutError if it never does."""
    async with asyncio.timeout(seconds):
        while True:
            if found := await holds():
                return found
            await asyncio.sleep(LOOK_SECONDS)


def resident_megabytes(pid: int) -> float:
    """The memory that a process holds now, as the kernel counts it (Linux)."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:  # noqa: PTH123 (not a real file)
        kilobytes = next(line.split()[1] for line in status if line.startswith("VmRSS:"))
    return int(kilobytes) / 1024


async def until_answers(url: str, seconds: float = START_SECONDS) -> None:
    """Wait until a web server answers with 200."""
    deadline = time.monotonic() + seconds
    async with aiohttp.ClientSession() as client:
        while time.monotonic() < deadline:
            try:
                async with client.get(url) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(LOOK_SECONDS)
    raise AssertionError(f"{url} never answered")

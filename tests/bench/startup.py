"""How long `gulir run` takes to be ready, and how much memory it holds when nobody writes.

`python -m tests.bench.startup`: with a token, before the lean Telegram, on a migrated database.
"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil  # type: ignore[import-untyped]

from bot.database import migrate
from tests.bench.conversation import STAFF_CHAT, TOKEN
from tests.bench.processes import first_line, running
from tests.bench.stage import fake_telegram

READY_SECONDS_MOST = 4.0
RSS_MB_MOST = 220.0
_ROUNDS = 3
_IDLE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Startup:
    """One start: seconds from the process's begin to its word, and megabytes when idle."""

    ready_seconds: float
    rss_mb: float


def start_once(api_base: str, folder: Path) -> Startup:
    """Start the bot on a database that needs no migration, and let it idle for a moment."""
    url = f"sqlite://{folder / 'gulir.db'}"
    asyncio.run(migrate(url))
    began = time.perf_counter()
    with running("-m", "bot", "run", env=_environment(api_base, url, folder)) as process:
        word = first_line(process)
        ready_seconds = time.perf_counter() - began
        assert word.startswith("Gulir is ready"), word
        time.sleep(_IDLE_SECONDS)
        return Startup(ready_seconds, psutil.Process(process.pid).memory_info().rss / 1e6)


def _environment(api_base: str, database_url: str, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": api_base,
        "STAFF_CHAT_ID": str(STAFF_CHAT),
        "DATABASE_URL": database_url,
        "DATA_DIR": str(folder),
        "PORT": str(_free_port()),
        "LOG_LEVEL": "ERROR",
    }


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def main() -> int:
    """Print the medians; 1 when the bars of the README are not kept."""
    with tempfile.TemporaryDirectory(prefix="gulir-bench-") as name, fake_telegram() as api_base:
        starts = [start_once(api_base, Path(name)) for _ in range(_ROUNDS)]
    ready_seconds = median(start.ready_seconds for start in starts)
    rss_mb = median(start.rss_mb for start in starts)
    print(  # noqa: T201
        f"ready after {ready_seconds:.1f} s (bar: {READY_SECONDS_MOST:.0f} s), "
        f"idle at {rss_mb:.0f} MB (bar: {RSS_MB_MOST:.0f} MB)"
    )
    return 0 if ready_seconds < READY_SECONDS_MOST and rss_mb < RSS_MB_MOST else 1


if __name__ == "__main__":
    sys.exit(main())

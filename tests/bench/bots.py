"""The bot under test in a process of its own: `python -m tests.bench.bots NAME API DATABASE DATA`.

It prints one line when it has begun to poll, and ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.log import configure_logs
from tests.bench.conversation import STAFF_CHAT, TOKEN
from tests.bench.processes import end_with_parent

NO_LIMIT_PER_SECOND = 1_000_000


def _started() -> None:
    print("started", flush=True)  # noqa: T201 (whoever started us reads it)


async def _gulir(api_base: str, database_url: str, data_dir: Path) -> None:
    from bot.app import gulir  # noqa: PLC0415 (the rival must not pay for it)
    from bot.desk import Desk  # noqa: PLC0415
    from bot.pacing import Pacer, Rate  # noqa: PLC0415
    from bot.settings import Settings  # noqa: PLC0415

    settings = Settings(
        telegram_token=TOKEN,
        telegram_api_base=api_base,
        staff_chat_id=STAFF_CHAT,
        database_url=database_url,
        data_dir=data_dir,
        host="127.0.0.1",
        port=0,
        simulator_port=0,
        burst_seconds=0.0,
        clock_shift_file=None,
        log_level="ERROR",
        log_format="text",
        default_language="id",
    )
    free = Rate(interval_seconds=1 / NO_LIMIT_PER_SECOND, burst=NO_LIMIT_PER_SECOND)
    pacer = Pacer(private=free, group=free, together=free)
    place = Desk(TOKEN, api_base, str(STAFF_CHAT))
    async with gulir(settings, place, pacer=pacer) as running:
        _started()
        await asyncio.wait(running.tasks, return_when=asyncio.FIRST_COMPLETED)
        for part in running.tasks:
            if part.done():
                part.result()


async def _aiogram(api_base: str, database_file: str, _data_dir: Path) -> None:
    from tests.bench.rivals import run_aiogram  # noqa: PLC0415 (Gulir must not pay for it)

    await run_aiogram(api_base, database_file, _started)


BOTS = {"gulir": _gulir, "aiogram": _aiogram}


if __name__ == "__main__":
    name, api_base, database, data_dir = sys.argv[1:]
    end_with_parent()
    configure_logs("ERROR", "text")
    asyncio.run(BOTS[name](api_base, database, Path(data_dir)))

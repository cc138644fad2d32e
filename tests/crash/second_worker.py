"""`python -m tests.crash.second_worker`: the bot without long polling, beside one that polls.

Telegram lets one process ask for updates; the others handle and send what that one has stored.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.app import run
from bot.channels.telegram import Telegram
from bot.settings import read_settings

if TYPE_CHECKING:
    from bot.channels.base import Store


async def bring_nothing(_: Telegram, __: Store) -> None:
    """Never poll."""
    await asyncio.Event().wait()


if __name__ == "__main__":
    Telegram.receive = bring_nothing  # type: ignore[method-assign, assignment]
    run(read_settings())

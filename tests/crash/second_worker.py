"""The bot without long polling, beside one that polls.

Telegram lets one process ask for updates; the others handle and send what that one has stored.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.app import run
from bot.channels.telegram import Telegram

if TYPE_CHECKING:
    from bot.channels.base import Store
    from bot.settings import Settings


def run_without_polling(settings: Settings) -> None:
    """Run Gulir in a process of its own, where nothing else needs the polling."""
    Telegram.receive = bring_nothing  # type: ignore[method-assign, assignment]
    run(settings)


async def bring_nothing(_: Telegram, __: Store) -> None:
    """Never poll."""
    await asyncio.Event().wait()

"""A real aiogram bot that speaks to the simulator."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.simulator.phone import Simulator

TOKEN = "7000000001:simulated"


@asynccontextmanager
async def bot_for(
    sim: Simulator, token: str = TOKEN, timeout_seconds: float = 10
) -> AsyncIterator[Bot]:
    """A bot; its own `close` sleeps a quarter of a second, so it is closed one layer below."""
    server = TelegramAPIServer.from_base(sim.base_url)
    session = AiohttpSession(api=server, timeout=timeout_seconds)
    yield Bot(token, session=session)
    if session._session is not None:
        await session._session.close()

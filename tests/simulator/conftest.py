"""A simulator for each test, and a real aiogram bot on the other side of the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.simulator.phone import Simulator, running_simulator
from bot.simulator.rates import RateLimits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TOKEN = "7000000001:simulated"


def bot_for(sim: Simulator, token: str = TOKEN, timeout: float = 10) -> Bot:
    server = TelegramAPIServer.from_base(sim.base_url)
    return Bot(token, session=AiohttpSession(api=server, timeout=timeout))


@pytest.fixture
async def sim(tmp_path: Path) -> AsyncIterator[Simulator]:
    limits = RateLimits.none()
    async with running_simulator(token=TOKEN, data_dir=tmp_path, rate_limits=limits) as simulator:
        yield simulator


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    async with bot_for(sim) as real:
        yield real

"""A simulator for each test, and a real aiogram bot on the other side of the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.simulator.phone import Simulator, running_simulator
from bot.simulator.rates import RateLimits
from tests.networks import ON_TELEGRAM, ON_WHATSAPP
from tests.simulator.raw_whatsapp import Business, business_at
from tests.simulator.real_bot import TOKEN, bot_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from aiogram import Bot


@pytest.fixture
async def sim(tmp_path: Path) -> AsyncIterator[Simulator]:
    limits = RateLimits.none()
    async with running_simulator(
        token=TOKEN, data_dir=tmp_path, rate_limits=limits, cast=ON_TELEGRAM
    ) as simulator:
        yield simulator


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    async with bot_for(sim) as real:
        yield real


@pytest.fixture
async def business(tmp_path: Path) -> AsyncIterator[Business]:
    """A business on a simulated WhatsApp, to which all private phones belong."""
    limits = RateLimits.none()
    async with (
        running_simulator(
            token=TOKEN, data_dir=tmp_path, rate_limits=limits, cast=ON_WHATSAPP
        ) as simulator,
        business_at(simulator) as known,
    ):
        yield known

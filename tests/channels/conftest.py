"""A Telegram channel that talks over real HTTP to a Bot API of ours."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram_session import Patience
from tests.channels.bot_api import TOKEN, BotApi, running_bot_api

QUICK = Patience(
    connect_seconds=0.05,
    answer_seconds=0.15,
    acknowledge_seconds=0.1,
    poll_seconds=1,
    pause_first_seconds=0.001,
    pause_longest_seconds=0.01,
)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with running_bot_api() as running:
        yield running


@pytest.fixture
async def telegram(api: BotApi) -> AsyncIterator[Telegram]:
    channel = Telegram(token=TOKEN, api_base=api.base, staff_chat="-1001", patience=QUICK)
    yield channel
    await channel.close()

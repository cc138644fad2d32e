"""Updates are posted to the bot's webhook: with the secret, in order, until they are taken."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import Update
from aiohttp import web

from bot.simulator import webhook

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiogram import Bot

    from bot.simulator.phone import Simulator


@dataclass
class Hook:
    """A receiver that answers with the given statuses and then with 200."""

    statuses: list[int] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    url: str = ""
    taken: asyncio.Queue[Update] = field(default_factory=asyncio.Queue)

    async def receive(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.bodies.append(body)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            self.taken.put_nowait(Update.model_validate(body))
        return web.Response(status=status)

    async def next(self) -> Update:
        return await asyncio.wait_for(self.taken.get(), 5)


@asynccontextmanager
async def listening(hook: Hook) -> AsyncIterator[Hook]:
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "FIRST_PAUSE_SECONDS", 0.01)


async def test_updates_come_with_the_secret(bot: Bot, sim: Simulator) -> None:
    async with listening(Hook()) as hook:
        await bot.set_webhook(hook.url, secret_token="rahasia-123")
        await sim.phone("sari").say("halo")
        update = await hook.next()
        assert update.message is not None
        assert (update.message.text, hook.secrets) == ("halo", ["rahasia-123"])


async def test_what_waited_is_delivered_when_the_webhook_is_set(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").burst("satu", "dua", "tiga")
    async with listening(Hook()) as hook:
        await bot.set_webhook(hook.url)
        messages = [(await hook.next()).message for _ in range(3)]
        assert [message.text for message in messages if message] == ["satu", "dua", "tiga"]


async def test_a_refused_update_is_repeated_before_the_next_of_that_chat(
    bot: Bot, sim: Simulator
) -> None:
    async with listening(Hook(statuses=[500, 503])) as hook:
        await bot.set_webhook(hook.url)
        await sim.phone("sari").burst("satu", "dua")
        await hook.next()
        await hook.next()
        texts = [body["message"]["text"] for body in hook.bodies]
        assert texts == ["satu", "satu", "satu", "dua"]
        info = await bot.get_webhook_info()
        assert info.last_error_message == (
            "Wrong response from the webhook: 503 Service Unavailable"
        )
        assert info.url == hook.url


async def test_a_webhook_and_polling_exclude_each_other(bot: Bot, sim: Simulator) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.02)
    async with listening(Hook()) as hook:
        await bot.set_webhook(hook.url)
        with pytest.raises(TelegramConflictError, match="webhook is active"):
            await asyncio.wait_for(poll, 2)
        with pytest.raises(TelegramConflictError, match="webhook is active"):
            await bot.get_updates(timeout=0)
        await bot.delete_webhook(drop_pending_updates=True)
        assert await bot.get_updates(timeout=0) == []
        await sim.phone("sari").say("halo")
        assert len(await bot.get_updates(timeout=0)) == 1
        assert hook.bodies == []


@pytest.mark.parametrize(
    "url", ["http://example.com/hook", "ftp://127.0.0.1/", "https://example.com:9999/hook"]
)
async def test_an_unsafe_webhook_is_refused(bot: Bot, url: str) -> None:
    with pytest.raises(TelegramBadRequest, match="bad webhook"):
        await bot.set_webhook(url)


async def test_a_secret_with_strange_letters_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="unallowed characters"):
        await bot.set_webhook("https://example.com/hook", secret_token="tidak boleh!")

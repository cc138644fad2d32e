"""Delivers updates to the bot's webhook, in order per chat, until they are taken."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from bot.simulator.world import World

log = logging.getLogger(__name__)

LONGEST_WAIT_SECONDS = 60
"""Telegram waits this long for the bot's answer (CHANNELS.md, Telegram, Webhook)."""
FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 30.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the name of a header


async def deliver_to_webhook(world: World) -> None:
    """Run for as long as the simulator does."""
    timeout = aiohttp.ClientTimeout(total=LONGEST_WAIT_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        courier = _Courier(world, session)
        try:
            while True:
                arrived = world.updates.arrived
                courier.start_deliveries()
                await arrived.wait()
        finally:
            await courier.stop()


@dataclass
class _Courier:
    """Different chats side by side, one chat's updates one after the other."""

    world: World
    session: aiohttp.ClientSession
    under_way: dict[int, asyncio.Task[None]] = field(default_factory=dict)

    def start_deliveries(self) -> None:
        webhook = self.world.store.fact("webhook")
        if not webhook:
            return
        for row in self.world.store.rows("SELECT DISTINCT chat_id FROM updates ORDER BY id"):
            if len(self.under_way) >= webhook["connections"]:
                return
            chat_id = row["chat_id"]
            if chat_id not in self.under_way:
                task = asyncio.create_task(self._deliver_chat(chat_id))
                self.under_way[chat_id] = task

    async def stop(self) -> None:
        for task in self.under_way.values():
            task.cancel()
        await asyncio.gather(*self.under_way.values(), return_exceptions=True)

    async def _deliver_chat(self, chat_id: int) -> None:
        pause = FIRST_PAUSE_SECONDS
        try:
            while (webhook := self.world.store.fact("webhook")) and (batch := self._next(chat_id)):
                taken = [await self._post(webhook, update) for update in batch]
                if all(taken):
                    self.world.updates.confirm_one(batch[-1]["update_id"])
                    pause = FIRST_PAUSE_SECONDS
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        finally:
            del self.under_way[chat_id]
            self.world.updates.wake()

    def _next(self, chat_id: int) -> list[dict[str, Any]]:
        row = self.world.store.row(
            "SELECT body FROM updates WHERE chat_id = ? ORDER BY id LIMIT 1", chat_id
        )
        return self.world.updates.with_faults([json.loads(row["body"])]) if row else []

    async def _post(self, webhook: dict[str, Any], update: dict[str, Any]) -> bool:
        headers = {SECRET_HEADER: webhook["secret"]} if webhook["secret"] else {}
        try:
            async with self.session.post(webhook["url"], json=update, headers=headers) as answer:
                if answer.ok:
                    return True
                error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as failure:
            error = f"Connection failed: {type(failure).__name__}"
        log.info("webhook: %s", error)
        current = self.world.store.fact("webhook")
        if current:
            at = int(self.world.clock.now().timestamp())
            self.world.store.keep_fact(
                "webhook", {**current, "error": {"at": at, "message": error}}
            )
        return False

"""Delivers WhatsApp's webhooks: signed, until they are taken, now and then twice or late."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections import deque
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp

from bot.simulator.errors import PhoneCannot

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.simulator.world import World

log = logging.getLogger(__name__)

LONGEST_WAIT_SECONDS = 20
FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 30.0
MOST_AT_ONCE = 64
SIGNATURE_HEADER = "X-Hub-Signature-256"
REMEMBERED = 50
LATEST_BY_SECONDS = 0.25
"""A delivery that comes out of order comes at most so late."""


async def deliver_to_webhook(world: World) -> None:
    """Run for as long as the simulator does."""
    timeout = aiohttp.ClientTimeout(total=LONGEST_WAIT_SECONDS)
    connector = aiohttp.TCPConnector(limit=MOST_AT_ONCE)
    async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session:
        courier = _Courier(world, session)
        try:
            while True:
                arrived = world.whatsapp.hooks.arrived
                courier.start()
                await arrived.wait()
        finally:
            await courier.stop()


@dataclass
class _Courier:
    """Lanes go side by side. A delivery that fails is tried again beside those that follow it."""

    world: World
    session: aiohttp.ClientSession
    busy_lanes: set[str] = field(default_factory=set)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    remembered: deque[bytes] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    has_resumed: bool = False

    @property
    def url(self) -> str:
        return str((self.world.store.fact("wa_webhook") or {}).get("url", ""))

    def start(self) -> None:
        if not self.url:
            return
        hooks = self.world.whatsapp.hooks
        if not self.has_resumed:
            self.has_resumed = True
            for delivery in hooks.unfinished():
                self._begin(self._until_taken(delivery, 0.0))
        waiting = [lane for lane in hooks.lanes() if lane not in self.busy_lanes]
        if len(waiting) > 1 and self.world.faults.met_by_updates("batch_updates"):
            self._begin_lanes(waiting)
            return
        for lane in waiting[: max(0, MOST_AT_ONCE - len(self.busy_lanes))]:
            self._begin_lanes([lane])

    def _begin_lanes(self, lanes: list[str]) -> None:
        self.busy_lanes.update(lanes)
        self._begin(self._run(lanes))

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def stop(self) -> None:
        for task in tuple(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def _run(self, lanes: list[str]) -> None:
        """Deliver what waits in these lanes, a batch after the other."""
        try:
            while self.url and (delivery := self.world.whatsapp.hooks.begin(lanes)) is not None:
                if self.world.faults.met_by_updates("reorder_updates"):
                    late = self.world.faults.random.random() * LATEST_BY_SECONDS
                    self._begin(self._until_taken(delivery, late))
                elif not await self._deliver(delivery):
                    self._begin(self._until_taken(delivery, FIRST_PAUSE_SECONDS))
                if len(lanes) > 1:
                    return
        finally:
            self.busy_lanes.difference_update(lanes)
            self.world.whatsapp.hooks.wake()

    async def _until_taken(self, delivery: int, pause: float) -> None:
        await self.world.whatsapp.hooks.pause(pause)
        pause = max(pause, FIRST_PAUSE_SECONDS)
        while not await self._deliver(delivery):
            await self.world.whatsapp.hooks.pause(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    async def _deliver(self, delivery: int) -> bool:
        """Whether there is nothing left to deliver."""
        world, body = self.world, self.world.whatsapp.hooks.payload(delivery)
        if not body:
            return True
        faults = world.faults
        if self.remembered and faults.met_by_updates("redeliver_updates"):
            await self._post(faults.random.choice(self.remembered))
        again = faults.met_by_updates("duplicate_updates")
        taken = await asyncio.gather(*[self._post(body) for _ in range(1 + again)])
        if not all(taken):
            return False
        self.remembered.append(body)
        with world.store.transaction():
            for chat_id, message_id in world.whatsapp.hooks.taken(delivery):
                world.messages.set_status(chat_id, message_id, "sent", "delivered")
        return True

    async def _post(self, body: bytes) -> bool:
        key = self.world.whatsapp.keys.app_secret.encode()
        headers = {
            "Content-Type": "application/json",
            SIGNATURE_HEADER: "sha256=" + hmac.digest(key, body, "sha256").hex(),
        }
        self.world.whatsapp.posted += 1
        try:
            async with self.session.post(self.url, data=body, headers=headers) as answer:
                if answer.status == HTTPStatus.OK:
                    return True
                trouble = f"{answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as failure:
            trouble = type(failure).__name__
        log.info("whatsapp webhook: %s", trouble)
        self.world.whatsapp.last_trouble = trouble
        return False


async def subscribe(world: World, url: str, verify_token: str) -> None:
    """Set the webhook after the handshake; PhoneCannot says why the bot did not pass it."""
    challenge = str(world.faults.random.randrange(10**9, 10**10))
    asked = {
        "hub.mode": "subscribe",
        "hub.challenge": challenge,
        "hub.verify_token": verify_token,
    }
    timeout = aiohttp.ClientTimeout(total=LONGEST_WAIT_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(url, params=asked) as answer,
        ):
            said = await answer.text()
            status = answer.status
    except (aiohttp.ClientError, TimeoutError) as failure:
        raise PhoneCannot(400, f"Webhook tidak terjangkau: {type(failure).__name__}.") from None
    if status != HTTPStatus.OK or said != challenge:
        raise PhoneCannot(400, f"Webhook menjawab {status}, bukan tantangan yang dikirim.")
    world.store.keep_fact("wa_webhook", {"url": url})
    world.whatsapp.hooks.retry_now()

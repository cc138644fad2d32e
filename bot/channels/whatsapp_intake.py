"""Between the webhook and the store: what arrives at the same time is committed together."""

import asyncio
from collections import deque
from collections.abc import Sequence

import structlog

from bot.channels.base import Store
from handlers.messages import Json

log = structlog.get_logger()

TOGETHER_MOST = 256
"""Payloads of one commit."""


class NotStored(Exception):
    """What arrived is not durable: whoever sent it must send it again."""


class Intake:
    """Webhooks hand in payloads and wait; one loop stores them, in the order of their arrival.

    Nothing is delayed on purpose: while one commit is on its way, the next gathers.
    """

    def __init__(self) -> None:
        self._waiting: deque[tuple[Sequence[Json], asyncio.Future[None]]] = deque()
        self._arrived = asyncio.Event()
        self._open = False

    async def take(self, payloads: Sequence[Json]) -> None:
        """Return when the payloads are durable; raises NotStored when they are not."""
        if not self._open:
            raise NotStored
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((payloads, stored))
        self._arrived.set()
        await stored

    async def serve(self, store: Store) -> None:
        """Store what is handed in, for ever."""
        self._open = True
        taken: list[asyncio.Future[None]] = []
        try:
            while True:
                await self._arrived.wait()
                payloads, taken = self._next()
                try:
                    await store(payloads)
                except Exception:
                    log.exception("webhooks_not_stored", payloads=len(payloads))
                    _settle(taken, NotStored())
                else:
                    _settle(taken, None)
        finally:
            self._open = False
            _settle([*taken, *(stored for _, stored in self._waiting)], NotStored())
            self._waiting.clear()

    def _next(self) -> tuple[list[Json], list[asyncio.Future[None]]]:
        payloads: list[Json] = []
        taken: list[asyncio.Future[None]] = []
        while self._waiting and (not payloads or len(payloads) < TOGETHER_MOST):
            handed_in, stored = self._waiting.popleft()
            payloads += handed_in
            taken.append(stored)
        if not self._waiting:
            self._arrived.clear()
        return payloads, taken


def _settle(futures: Sequence[asyncio.Future[None]], trouble: NotStored | None) -> None:
    for future in futures:
        if future.done():
            continue  # Whoever waited has hung up; it is stored all the same.
        if trouble is None:
            future.set_result(None)
        else:
            future.set_exception(trouble)

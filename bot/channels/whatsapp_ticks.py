"""Blue ticks, and that we are writing: nobody waits for them, and nobody misses one of them.

A tick on a message marks those before it as well, so only the last one of each chat is sent.
"""

import asyncio
from collections import OrderedDict

import structlog

from bot.channels.base import SendError
from bot.channels.whatsapp_client import GraphClient

log = structlog.get_logger()

AT_ONCE = 8
"""Requests on their way: even if each takes a tenth of a second, no more than 80 a second."""
WAITING_MOST = 256


class Ticks:
    """Marks messages of a number as read, beside everything else."""

    def __init__(self, client: GraphClient, phone_id: str) -> None:
        self._client = client
        self._path = f"{phone_id}/messages"
        self._waiting: OrderedDict[str, tuple[str, bool]] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    def mark(self, chat: str, message_id: str, *, typing: bool) -> None:
        """Have a message marked as read soon; `typing` shows that we are writing."""
        self._waiting.pop(chat, None)
        self._waiting[chat] = (message_id, typing)
        if len(self._waiting) > WAITING_MOST:
            self._waiting.popitem(last=False)
        if len(self._tasks) < AT_ONCE:
            task = asyncio.create_task(self._work())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _work(self) -> None:
        while self._waiting:
            _, (message_id, typing) = self._waiting.popitem(last=False)
            await self._send(message_id, typing=typing)

    async def _send(self, message_id: str, *, typing: bool) -> None:
        body: dict[str, object] = {
            "messaging_product": "whatsapp",
            "status": "read",
            "message_id": message_id,
        }
        if typing:
            body["typing_indicator"] = {"type": "text"}
        seconds = self._client.patience.acknowledge_seconds
        try:
            await self._client.post(self._path, body, seconds=seconds, repeatable=True)
        except SendError as error:
            log.info("acknowledgement_failed", reason=error.code)

    async def close(self) -> None:
        """Forget what is not marked yet."""
        self._waiting.clear()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

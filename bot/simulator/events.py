"""What happens on the phones, told to whoever listens."""

from __future__ import annotations

import asyncio
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_QUEUE = 10_000


class Events:
    """Hands every event to every listener; a listener that does not listen is let go."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[bytes | None]] = set()
        self.happened = asyncio.Event()
        """Set at the next event, and then replaced by a fresh one."""

    def tell(self, event: str, data: dict[str, Any]) -> None:
        """Tell an event of server-sent events by its name."""
        self.happened.set()
        self.happened = asyncio.Event()
        if not self._listeners:
            return
        line = f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
        for listener in tuple(self._listeners):
            if listener.qsize() >= LONGEST_QUEUE:
                self._listeners.discard(listener)
                listener.put_nowait(None)
            else:
                listener.put_nowait(line)

    @contextmanager
    def listening(self) -> Iterator[asyncio.Queue[bytes | None]]:
        """A queue of encoded events; None means that no more will come."""
        queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def end(self) -> None:
        """Let every listener go, so that the server can stop."""
        for listener in self._listeners:
            listener.put_nowait(None)

"""Waking the workers: at once inside this process, by NOTIFY between processes on PostgreSQL."""

import asyncio
from enum import StrEnum


class Work(StrEnum):
    """What there may be to do."""

    FETCH = "fetch"
    HANDLE = "handle"
    DELIVER = "deliver"
    LOOK = "look"
    """At what the clock has made due."""


class Wake:
    """One event per kind of work; a worker waits on its own, with a pause as the safety net."""

    def __init__(self) -> None:
        self._events = {work: asyncio.Event() for work in Work}

    def up(self, work: Work) -> None:
        self._events[work].set()

    def up_after(self, work: Work, seconds: float) -> None:
        """Wake a worker when a burst will have been waited for."""
        asyncio.get_running_loop().call_later(seconds, self.up, work)

    def heard(self, payload: str) -> None:
        """What another process notified; an unknown word of a newer version wakes everybody."""
        known = payload in set(Work)
        for work in [Work(payload)] if known else list(Work):
            self.up(work)

    async def wait(self, work: Work, at_most_seconds: float) -> None:
        """Until there is work, or the pause is over."""
        event = self._events[work]
        try:
            async with asyncio.timeout(at_most_seconds):
                await event.wait()
        except TimeoutError:
            pass
        event.clear()

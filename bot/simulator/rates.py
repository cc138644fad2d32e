"""How much Telegram and WhatsApp let a bot send: to one person, and altogether.

Telegram's figures are python-telegram-bot's `FloodLimit`; the bursts are ours: it publishes none.
WhatsApp's are one message in six seconds to a person, of which
45 may be sent ahead, and 80 a second from one number.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telegram.constants import FloodLimit

from bot.simulator.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Messages a second, and how many may come at once before the limit is felt."""

    per_chat: float = float(FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)
    per_chat_burst: int = 10
    per_group: float = FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP / 60
    per_group_burst: int = int(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP)
    overall: float = float(FloodLimit.MESSAGES_PER_SECOND)
    overall_burst: int = int(FloodLimit.MESSAGES_PER_SECOND)
    pair: float = 1 / 6
    pair_burst: int = 45
    number: float = 80.0
    number_burst: int = 80

    @classmethod
    def none(cls) -> RateLimits:
        """No limit that a test could reach."""
        return cls(*((1e9, 10**9) * 5))


@dataclass(slots=True)
class _Bucket:
    rate: float
    size: int
    level: float
    filled_at: float

    def seconds_until(self, count: int, now: float) -> float:
        self.level = min(float(self.size), self.level + (now - self.filled_at) * self.rate)
        self.filled_at = now
        # An album larger than the bucket must still be possible once the bucket is full.
        missing = min(count, self.size) - self.level
        return max(0.0, missing / self.rate)


@dataclass(slots=True)
class Rates:
    """Counts what the bot sends and refuses what is too much."""

    limits: RateLimits
    monotonic: Callable[[], float] = time.monotonic
    _buckets: dict[int | None, _Bucket] = field(default_factory=dict)

    def take(self, chat_id: int, count: int = 1) -> None:
        """Let `count` messages pass to a chat; Refused 429 with `retry_after` when too many."""
        now = self.monotonic()
        buckets = (self._bucket(chat_id, now), self._bucket(None, now))
        wait = max(bucket.seconds_until(count, now) for bucket in buckets)
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            raise Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        for bucket in buckets:
            bucket.level -= count

    def _bucket(self, chat_id: int | None, now: float) -> _Bucket:
        bucket = self._buckets.get(chat_id)
        if bucket is None:
            rate, size = self._figures(chat_id)
            bucket = self._buckets[chat_id] = _Bucket(rate, size, float(size), now)
        return bucket

    def _figures(self, chat_id: int | None) -> tuple[float, int]:
        if chat_id is None:
            return self.limits.overall, self.limits.overall_burst
        if chat_id < 0:
            return self.limits.per_group, self.limits.per_group_burst
        return self.limits.per_chat, self.limits.per_chat_burst


PAIR_RATE, NUMBER_RATE = 131056, 130429


@dataclass(slots=True)
class WhatsAppRates:
    """Counts what the bot sends on WhatsApp, to each person and from its number."""

    limits: RateLimits
    monotonic: Callable[[], float] = time.monotonic
    _pairs: dict[str, _Bucket] = field(default_factory=dict)
    _number: _Bucket | None = None

    def take(self, to: str) -> int | None:
        """Let one message pass, or the code with which WhatsApp refuses it."""
        now, limits = self.monotonic(), self.limits
        if self._number is None:
            size = limits.number_burst
            self._number = _Bucket(limits.number, size, float(size), now)
        if to not in self._pairs:
            size = limits.pair_burst
            self._pairs[to] = _Bucket(limits.pair, size, float(size), now)
        if self._number.seconds_until(1, now) > 0:
            return NUMBER_RATE
        if self._pairs[to].seconds_until(1, now) > 0:
            return PAIR_RATE
        self._number.level -= 1
        self._pairs[to].level -= 1
        return None

"""How fast we may write: per chat, per group and altogether, without ever going over.

Telegram's figures (CHANNELS.md, "Rates"): about 1 message a second to a chat, 20 a minute to a
group, 30 a second altogether; each picture of an album counts. WhatsApp's (CHANNELS.md, "Limits"):
one message in 6 seconds to a person, where a few may be borrowed and are paid back by waiting; 80 a
second altogether, in and out, of which we take half.
"""

from collections import deque
from dataclasses import dataclass

ITEMS_MAX = 10
_FORGET_EVERY = 1024
_ROUNDING_SECONDS = 1e-9


@dataclass(frozen=True, slots=True)
class Rate:
    """One item per `interval_seconds`, with a burst; never more than `most` in a window."""

    interval_seconds: float
    burst: int
    most: int | None = None
    window_seconds: float = 0.0


PRIVATE = Rate(interval_seconds=1.0, burst=3)
GROUP = Rate(interval_seconds=3.0, burst=5, most=20, window_seconds=60.0)
TOGETHER = Rate(interval_seconds=1 / 30, burst=5, most=30, window_seconds=1.0)
WHATSAPP_PAIR = Rate(interval_seconds=6.0, burst=8)
WHATSAPP_TOGETHER = Rate(interval_seconds=1 / 40, burst=10, most=40, window_seconds=1.0)


class _Meter:
    """How much of one rate has been used.

    An even flow with a burst is a single moment: when all that was sent would have been sent evenly
    ("generic cell rate algorithm"). An album may exceed the burst, but then waits for a full rest.
    """

    __slots__ = ("_even_at", "_rate", "_sent")

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._even_at = float("-inf")
        self._sent: deque[float] = deque()

    def wait(self, items: int, now: float) -> float:
        """Seconds until so many items may be sent; 0 or less means now."""
        rate = self._rate
        self._forget(now)
        ahead = max(0, rate.burst - items) * rate.interval_seconds
        if rate.most is None:
            return self._even_at - ahead - now
        if 2 * len(self._sent) > rate.most:
            ahead = 0  # who has sent a lot lately gets no second burst: the flow becomes even
        wait = self._even_at - ahead - now
        too_many = len(self._sent) + items - rate.most
        if too_many > 0:
            wait = max(wait, self._sent[too_many - 1] + rate.window_seconds - now)
        return wait

    def take(self, items: int, now: float) -> None:
        self._even_at = max(self._even_at, now) + items * self._rate.interval_seconds
        if self._rate.most is not None:
            self._sent.extend([now] * items)

    def is_rested(self, now: float) -> bool:
        """Whether this meter knows nothing that a new one would not."""
        self._forget(now)
        return self._even_at <= now and not self._sent

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0] + self._rate.window_seconds <= now:
            self._sent.popleft()


class Pacer:
    """Decides when a chat may be sent to next. `now` is a monotonic clock, in seconds."""

    def __init__(
        self, *, private: Rate = PRIVATE, group: Rate = GROUP, together: Rate = TOGETHER
    ) -> None:
        self._private = private
        self._group = group
        self._rate_together = together
        self._together = _Meter(together)
        self._meters: dict[str, _Meter] = {}
        self._blocked_until: dict[str, float] = {}
        self._all_blocked_until = float("-inf")
        self._taken = 0

    def unused(self) -> "Pacer":
        """Another pacer with the same rates that has sent nothing yet."""
        return Pacer(private=self._private, group=self._group, together=self._rate_together)

    def reserve(self, chat: str, *, group: bool, now: float, items: int = 1) -> float:
        """Seconds to wait before sending to a chat; 0 means go now, and counts as sent.

        A positive answer reserves nothing: send to others meanwhile, and ask again then.
        """
        assert 1 <= items <= ITEMS_MAX, items
        meter = self._meters.get(chat)
        if meter is None:
            meter = self._meters[chat] = _Meter(self._group if group else self._private)
        wait = max(
            self._all_blocked_until - now,
            self._blocked_until.get(chat, now) - now,
            meter.wait(items, now),
            self._together.wait(items, now),
        )
        if wait > _ROUNDING_SECONDS:
            return wait
        meter.take(items, now)
        self._together.take(items, now)
        self._taken += 1
        if self._taken % _FORGET_EVERY == 0:
            self._forget_the_rested(now)
        return 0.0

    def block(self, chat: str, *, seconds: float, now: float) -> None:
        """Nothing to this chat for so long: what the network demanded."""
        until = self._blocked_until.get(chat, now)
        self._blocked_until[chat] = max(until, now + seconds)

    def block_all(self, *, seconds: float, now: float) -> None:
        """Nothing to anybody for so long."""
        self._all_blocked_until = max(self._all_blocked_until, now + seconds)

    def _forget_the_rested(self, now: float) -> None:
        self._meters = {
            chat: meter for chat, meter in self._meters.items() if not meter.is_rested(now)
        }
        self._blocked_until = {
            chat: until for chat, until in self._blocked_until.items() if until > now
        }


class Pacers:
    """A pacer for each channel: the pause of one never delays another."""

    def __init__(self, like: Pacer | None = None) -> None:
        """`like` gives every channel its rates, instead of those of the real networks."""
        self._like = like
        self._pacers: dict[str, Pacer] = {}

    def of(self, channel: str) -> Pacer:
        """The pacer of a channel."""
        if channel not in self._pacers:
            self._pacers[channel] = self._like.unused() if self._like else _real(channel)
        return self._pacers[channel]


def _real(channel: str) -> Pacer:
    if channel == "whatsapp":
        pair = WHATSAPP_PAIR
        return Pacer(private=pair, group=pair, together=WHATSAPP_TOGETHER)
    return Pacer()

"""Several small messages that belong together are one: which, and what they say together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from handlers.messages import InboundMessage, Kind
from handlers.understanding import read_choice
from models.calendar import wita_day

TOGETHER = timedelta(seconds=60)
"""Messages sent further apart than this are different thoughts, however they arrive."""

_JOINABLE = {Kind.TEXT, Kind.PHOTO, Kind.DOCUMENT}
_MEDIA_MOST = 10
_TEXT_MOST = 4096


def first_turn(waiting: Sequence[InboundMessage], offered: Sequence[str]) -> int:
    """How many of the waiting messages of one person make up their next turn (at least one)."""
    first = waiting[0]
    if not _opens_burst(first, offered):
        return 1
    count, text_length, media = 1, len(first.text), len(first.media)
    for before, message in pairwise(waiting):
        text_length += len(message.text) + 1
        media += len(message.media)
        if (
            message.kind not in _JOINABLE
            or message.text.startswith("/")
            or message.sent_at - before.sent_at > TOGETHER
            or wita_day(message.sent_at) != wita_day(first.sent_at)
            or message.reply_to != first.reply_to
            or text_length > _TEXT_MOST
            or media > _MEDIA_MOST
        ):
            break
        count += 1
    return count


def joined(burst: Sequence[InboundMessage]) -> InboundMessage:
    """The burst as one message: its words in order, its pictures together, its last moment."""
    if len(burst) == 1:
        return burst[0]
    media = tuple(item for message in burst for item in message.media)
    return replace(
        burst[-1],
        kind=Kind.PHOTO if media else Kind.TEXT,
        text=" ".join(message.text.strip() for message in burst if message.text.strip()),
        media=media,
    )


def _opens_burst(message: InboundMessage, offered: Sequence[str]) -> bool:
    """Whether more may follow: a command or a number that picks a choice is complete at once."""
    if message.kind not in _JOINABLE or message.text.startswith("/"):
        return False
    if not offered or message.media:
        return True
    picked = read_choice(message.text)
    return picked is None or picked > len(offered)

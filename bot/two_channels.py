"""One person on two channels: where to write to them, and where instead when that fails."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.set_sql import Row
from models.contact import Address, Person
from models.outbox import OutboxMessage, OutboxState, Priority

WINDOWED = frozenset({"whatsapp"})
"""Channels on which people may be answered freely only for a while after they wrote."""

REFUSED_TEMPLATE = "-"
"""Stands in the place of a template's name when the network has refused that template."""


def is_open(channel: str, window_until_ms: int | None, now_ms: int) -> bool:
    """Whether free words may be said there now."""
    return channel not in WINDOWED or (window_until_ms or 0) > now_ms


def homes(rows: Sequence[Row], now_ms: int) -> dict[int, Row]:
    """The best address of each person: open ones first, then where they like it, then the oldest.

    A closed window costs money (an approved text), so it comes last whatever somebody likes; only
    where nothing arrives comes behind it.
    """
    best: dict[int, Row] = {}
    for row in rows:
        known = best.get(row["person_id"])
        if known is None or _cost(row, now_ms) < _cost(known, now_ms):
            best[row["person_id"]] = row
    return best


def _cost(row: Mapping[str, Any], now_ms: int) -> tuple[bool, bool, bool]:
    closed = not is_open(row["channel"], row["window_until_ms"], now_ms)
    return row["undelivered_since"] is not None, closed, row["channel"] != row["preferred_channel"]


async def move(row: Row, channel: str, chat: str, now_ms: int) -> None:
    """Say it on another channel instead, from its beginning, under its own key."""
    await OutboxMessage.filter(id=row["id"]).update(
        channel=channel,
        chat=chat,
        state=OutboxState.WAITING,
        not_before_ms=now_ms,
        attempts=0,
        receipt=None,
        edits_id=None,
        repeated=False,
        template="",
    )


async def fall_back(row: Row, now_ms: int) -> bool:
    """Move what failed to the person's other channel; False if there is none.

    Each channel is tried once: what has been moved before has `moved` in its trouble.
    """
    message = await OutboxMessage.get(id=row["id"])
    if message.trouble.startswith(_MOVED) or message.edits_id is not None:
        return False
    other = await _other_address(row, now_ms)
    if other is None:
        return False
    await move(row, other.channel, other.external_id, now_ms)
    await OutboxMessage.filter(id=row["id"]).update(trouble=f"{_MOVED}{row['channel']}")
    return True


_MOVED = "moved from "


async def _other_address(row: Row, now_ms: int) -> Address | None:
    address = await Address.get_or_none(channel=row["channel"], external_id=row["chat"])
    if address is None or address.person_id is None:
        return None
    return await home_of(address.person_id, now_ms, but=row["channel"])


async def home_of(person_id: int, now_ms: int, *, but: str | None = None) -> Address | None:
    """The best address of a person who can be reached, on any channel but one."""
    person = await Person.get(id=person_id)
    open_ones = Address.filter(person_id=person_id, unreachable_since__isnull=True)
    found = await open_ones.exclude(channel=but or "").order_by("id")
    rows = [
        {
            "person_id": person_id,
            "channel": each.channel,
            "window_until_ms": each.window_until_ms,
            "undelivered_since": each.undelivered_since,
            "preferred_channel": person.preferred_channel,
            "address": each,
        }
        for each in found
    ]
    best = homes(rows, now_ms).get(person_id)
    return best["address"] if best else None


def is_proactive(row: Row) -> bool:
    """Whether nobody asked for it just now."""
    return bool(row["priority"] > Priority.REPLY)

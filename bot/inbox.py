"""Durable in: every payload is stored, whole, before anybody is told that we have it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

import orjson
import structlog

from bot.channels.base import Channel, InboundEvent, PayloadNotUnderstood
from bot.clock import Clock
from bot.database import PASSING_TROUBLE, transaction
from bot.delivery_sql import DeliverySql
from bot.hearsay import Hearsay
from bot.hot_path import HotPath
from bot.senders import at_known_address, settle_senders
from bot.staff_chat import StaffChat
from bot.wake import Wake, Work
from handlers.messages import Json, Kind
from models.calendar import as_utc, epoch_ms
from models.inbox import InboxState

log = structlog.get_logger()

_TROUBLE_LENGTH = 300


_Read = tuple[dict[str, Any], InboundEvent | None]


@dataclass(frozen=True, slots=True)
class Inbox:
    """Keeps what channels bring; `burst_seconds` is how long a person may go on writing."""

    clock: Clock
    wake: Wake
    burst_seconds: float
    staff_chat: StaffChat

    async def store(self, channel: Channel, payloads: Sequence[Json]) -> None:
        """Store a batch in one transaction; when this returns it may be acknowledged.

        A payload that the database refuses is set aside, so that it does not hold up all others.
        """
        try:
            await self._store(channel, [storable(payload) for payload in payloads])
        except PASSING_TROUBLE:
            raise  # The database is away: nothing may be acknowledged.
        except Exception as trouble:
            if len(payloads) > 1:
                for payload in payloads:
                    await self.store(channel, [payload])
                return
            log.exception("payload_refused_by_the_database", channel=channel.name)
            await self._keep_aside(channel, payloads, type(trouble).__name__)

    async def _keep_aside(self, channel: Channel, payloads: Sequence[Json], why: str) -> None:
        now = self.clock.now()
        written = [{"refused": ascii(payload)} for payload in payloads]
        async with transaction() as connection:
            rows = [_set_aside(channel, each, now, why) for each in written]
            await HotPath(connection).keep_inbox(rows)

    async def _store(self, channel: Channel, payloads: Sequence[Json]) -> None:
        now = self.clock.now()
        read = [each for payload in payloads for each in self._read(channel, payload, now)]
        async with transaction() as connection:
            sql = HotPath(connection)
            read, aliases = await self._at_known_addresses(sql, channel, read)
            rows = [row for row, _ in read]
            events = [event for _, event in read if event is not None]
            await sql.keep_addresses(_addresses(channel, rows, events, now))
            await DeliverySql(connection).keep_aliases(aliases)
            new = {row["external_id"] for row in await sql.keep_inbox(rows)}
            heard = _once([event for event in events if event.external_id in new])
            released = await Hearsay(sql, channel, self.staff_chat, now).note(heard)
            await sql.notify(Work.HANDLE)
        log.info("payloads_stored", channel=channel.name, payloads=len(payloads), new=len(new))
        self._wake_for(rows)
        if released:
            self.wake.up(Work.DELIVER)
        await asyncio.gather(*(self._acknowledge(channel, event) for event in heard))

    async def _at_known_addresses(
        self, sql: HotPath, channel: Channel, read: Sequence[_Read]
    ) -> tuple[list[_Read], list[dict[str, Any]]]:
        """On a network where people have two ids, both lead to the same address."""
        if channel.window is None:
            return list(read), []
        events = [event for _, event in read if event is not None]
        known, aliases = await settle_senders(DeliverySql(sql.connection), channel.name, events)
        settled: list[_Read] = []
        for row, event in read:
            if event is None:
                settled.append((row, None))
                continue
            there = at_known_address(event, known)
            named = {"sender": there.sender.external_id or None, "chat": there.chat}
            settled.append(({**row, **named}, there))
        return settled, aliases

    async def _acknowledge(self, channel: Channel, event: InboundEvent) -> None:
        if event.message is not None:
            typing = self.burst_seconds > 0 and event.private
            await channel.acknowledge(event, typing=typing)

    def _read(self, channel: Channel, payload: Json, now: datetime) -> list[_Read]:
        try:
            events = channel.read(payload)
        except PayloadNotUnderstood as trouble:
            log.warning("payload_set_aside", channel=channel.name, trouble=str(trouble))
            return [(_set_aside(channel, payload, now, str(trouble)), None)]
        return [(self._row(channel, payload, event, now), event) for event in events]

    def _row(
        self, channel: Channel, payload: Json, event: InboundEvent, now: datetime
    ) -> dict[str, Any]:
        message = event.message
        if message is not None and message.kind is Kind.BUTTON:
            message = replace(message, sent_at=now)  # Not every network says when it was tapped.
        if message is not None and message.sent_at > now:
            message = replace(message, sent_at=now)  # A clock that is wrong, or no time at all.
        now_ms = epoch_ms(now)
        state = InboxState.DONE if message is None else InboxState.WAITING
        wait = self.burst_seconds
        if message is not None:
            if message.media:
                state = InboxState.FETCHING
            if message.kind in {Kind.BUTTON, Kind.CONTACT} or message.text.startswith("/"):
                wait = 0.0
        return {
            "channel": channel.name,
            "external_id": event.external_id,
            "sender": event.sender.external_id or None,
            "chat": event.chat,
            "private": event.private,
            "payload": orjson.dumps(payload).decode(),
            "event": orjson.dumps(message.to_json() if message else None).decode(),
            "state": state.value,
            "ready_at_ms": now_ms + int(wait * 1000),
            "received_at_ms": now_ms,
            "trouble": "",
        }

    def _wake_for(self, rows: Sequence[dict[str, Any]]) -> None:
        if any(row["state"] == InboxState.FETCHING for row in rows):
            self.wake.up(Work.FETCH)
        if any(row["ready_at_ms"] == row["received_at_ms"] for row in rows):
            self.wake.up(Work.HANDLE)
        elif rows:
            self.wake.up_after(Work.HANDLE, self.burst_seconds)


def storable(payload: Json) -> Json:
    """The payload without what no database keeps: NUL, and halves of surrogate pairs."""
    try:
        if b"\\u0000" not in orjson.dumps(payload):
            return payload
    except TypeError:
        pass  # a half of a pair
    return _cleaned(payload)


def _cleaned(value: Json) -> Json:
    match value:
        case str():
            paired = value.replace("\x00", "").encode("utf-16-le", "surrogatepass")
            return paired.decode("utf-16-le", "replace")
        case dict():
            return {_cleaned(key): _cleaned(inner) for key, inner in value.items()}
        case list():
            return [_cleaned(inner) for inner in value]
    return value


def _addresses(
    channel: Channel, rows: Sequence[dict[str, Any]], events: Sequence[InboundEvent], now: datetime
) -> list[dict[str, Any]]:
    names = {event.sender.external_id: event.sender.name for event in events}
    return [
        {
            "channel": channel.name,
            "external_id": external_id,
            "display_name": name[:160],
            "created_at": as_utc(now).isoformat(" "),
        }
        for external_id, name in names.items()
        if external_id and rows
    ]


def _set_aside(channel: Channel, payload: Json, now: datetime, trouble: str) -> dict[str, Any]:
    """What cannot be read is kept for a version that can; its own bytes are its identity."""
    stored = orjson.dumps(payload, option=orjson.OPT_SORT_KEYS)
    return {
        "channel": channel.name,
        "external_id": f"unread:{sha256(stored).hexdigest()}",
        "sender": None,
        "chat": "",
        "private": True,
        "payload": stored.decode(),
        "event": "null",
        "state": InboxState.SET_ASIDE.value,
        "ready_at_ms": epoch_ms(now),
        "received_at_ms": epoch_ms(now),
        "trouble": trouble[:_TROUBLE_LENGTH],
    }


def _once(events: Sequence[InboundEvent]) -> list[InboundEvent]:
    """Each event once, although a batch may bring it twice."""
    return list({event.external_id: event for event in events}.values())

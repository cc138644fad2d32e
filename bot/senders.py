"""One person, two ids of one network: everything of theirs goes to the address that we know."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.channels.base import InboundEvent, Sender
from bot.delivery_sql import DeliverySql
from bot.set_sql import Row


async def settle_senders(
    sql: DeliverySql, channel: str, events: Sequence[InboundEvent]
) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """By which id each sender is known: what they gave, to what their address goes by.

    And the second ids that are to be noted once their addresses are there. An id that hides a
    phone number is stabler than the number, so it is looked for first.
    """
    senders = [event.sender for event in events if event.sender.external_id]
    ids = sorted({i for s in senders for i in (s.external_id, s.alias) if i})
    if not ids:
        return {}, []
    rows = await sql.known(channel, ids)
    known: dict[str, str] = {}
    for sender in senders:
        address = known.get(sender.external_id) or _address(rows, sender)
        known[sender.external_id] = address or sender.external_id
    return known, _aliases(channel, rows, senders, known)


def _address(rows: Sequence[Row], sender: Sender) -> str | None:
    wanted = [sender.alias, sender.external_id] if sender.alias else [sender.external_id]
    for identity in wanted:
        for column in ("alias", "external_id"):
            for row in rows:
                if row[column] == identity:
                    return str(row["external_id"])
    return None


def _aliases(
    channel: str, rows: Sequence[Row], senders: Sequence[Sender], known: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Second ids that no address goes by yet."""
    taken = {value for row in rows for value in (row["alias"], row["external_id"])}
    noted: dict[str, dict[str, Any]] = {}
    for sender in senders:
        if sender.alias and sender.alias not in taken:
            address = known[sender.external_id]
            row = {"channel": channel, "external_id": address, "alias": sender.alias}
            noted.setdefault(sender.alias, row)
    return list(noted.values())


def at_known_address(event: InboundEvent, known: Mapping[str, str]) -> InboundEvent:
    """The event as coming from, and to be answered at, the address that we know."""
    address = known.get(event.sender.external_id)
    if address is None or address == event.sender.external_id:
        return event
    chat = address if event.private and event.chat == event.sender.external_id else event.chat
    return replace(event, sender=replace(event.sender, external_id=address), chat=chat)

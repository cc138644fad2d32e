"""Numbers that nobody should send in a chat: they are not kept, not even in what arrived."""

from handlers.commands import Topic
from handlers.messages import InboundMessage, Reply, say
from handlers.turn import Turn
from models.inbox import InboxMessage

_BURST_MOST = 20
"""A burst of small messages is one message; each of them stands in a row of its own."""


async def forget(turn: Turn, message: InboundMessage) -> Reply:
    """Take the numbers out of what arrived, and say why."""
    rows = (
        await InboxMessage.filter(address_id=turn.situation.address_id)
        .order_by("-id")
        .limit(_BURST_MOST)
    )
    for row in rows:
        if row.id == turn.inbox_id or _is_part_of(message, row):
            row.payload = {"redacted": "sensitive_data"}
            row.event = {**row.event, "text": ""} if row.event else None
            await row.save(update_fields=["payload", "event"])
    return say("sensitive.not_kept")


def _is_part_of(message: InboundMessage, row: InboxMessage) -> bool:
    text = str((row.event or {}).get("text", "")).strip()
    return bool(text) and text in message.text


TOPIC = Topic("sensitive", frozenset({"sensitive_data"}), run=forget)

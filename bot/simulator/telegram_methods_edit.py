"""The methods with which the bot changes or deletes what it has sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from telegram import Message

from bot.simulator.errors import bad_request
from bot.simulator.limits import read_caption, read_reply_markup, read_text
from bot.simulator.messages import BOT, wire
from bot.simulator.telegram_methods_send import read_media

if TYPE_CHECKING:
    import sqlite3

    from bot.simulator.calls import Call
    from bot.simulator.chats import ChatState
    from bot.simulator.view import Record
    from bot.simulator.world import World

    _Found = tuple[ChatState, sqlite3.Row, Record]

DELETABLE_SECONDS = 48 * 60 * 60
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MEDIA = ("photo", "document", "voice", "sticker")


async def edit_message_text(world: World, call: Call) -> Any:
    found = _editable(world, call)
    text, entities = read_text(call)
    if "text" not in found[2]["telegram"]:
        raise bad_request("there is no text in the message to edit")
    new = {"text": text, "entities": [entity.to_dict() for entity in entities]}
    return _change(world, call, found, new)


async def edit_message_caption(world: World, call: Call) -> Any:
    found = _editable(world, call)
    caption, entities = read_caption(call)
    if not any(kind in found[2]["telegram"] for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    new = {"caption": caption, "caption_entities": [entity.to_dict() for entity in entities]}
    return _change(world, call, found, new)


async def edit_message_media(world: World, call: Call) -> Any:
    found = _editable(world, call)
    item = call.structure("media")
    if not isinstance(item, dict):
        raise bad_request("can't parse media JSON object")
    content = await read_media(world, call, item)
    fresh = Message(1, world.clock.now(), world.chats.chat(found[0]), **content).to_dict()
    names = ("text", "entities", "caption", "caption_entities", *MEDIA)
    return _change(world, call, found, {name: fresh.get(name) for name in names})


async def edit_message_reply_markup(world: World, call: Call) -> Any:
    found = _editable(world, call)
    return _change(world, call, found, {})


async def delete_message(world: World, call: Call) -> Any:
    """Delete a message of the bot, or a person's in a private chat, for at most 48 hours."""
    state = world.chats.reachable(call.parameters.get("chat_id"))
    row = world.messages.row(state.chat_id, call.integer("message_id"))
    record = json.loads(row["sent"]) if row is not None else None
    if row is None or record is None or record["deleted"] or row["status"] == "waiting":
        raise bad_request("message to delete not found")
    age = world.clock.now().timestamp() - record["telegram"]["date"]
    if age > DELETABLE_SECONDS or (state.is_group and row["sender"] != BOT):
        raise bad_request("message can't be deleted")
    with world.store.transaction():
        delete(world, state, row, record)
    return True


def delete(world: World, state: ChatState, row: sqlite3.Row, record: Record) -> None:
    """Take a message away for everybody."""
    world.messages.change(state, row, {**record, "deleted": True})
    world.tell_phone(state.phone.id)


def _editable(world: World, call: Call) -> _Found:
    if call.text("inline_message_id") and call.parameters.get("chat_id") is None:
        raise bad_request("MESSAGE_ID_INVALID")
    state = world.chats.reachable(call.parameters.get("chat_id"))
    message_id = call.integer("message_id")
    if message_id is None:
        raise bad_request("message identifier is not specified")
    row = world.messages.row(state.chat_id, message_id)
    record = json.loads(row["sent"]) if row is not None else None
    if row is None or record is None or record["deleted"] or row["status"] == "waiting":
        raise bad_request("message to edit not found")
    if row["sender"] != BOT:
        raise bad_request("message can't be edited")
    return state, row, record


def _change(world: World, call: Call, found: _Found, new: dict[str, Any]) -> dict[str, Any]:
    state, row, record = found
    before = record["telegram"]
    markup, _ = read_reply_markup(call)
    new["reply_markup"] = markup.to_dict() if markup else None
    if all((before.get(name) or None) == (value or None) for name, value in new.items()):
        raise bad_request(NOT_MODIFIED)
    world.rates.take(state.chat_id)
    now = world.clock.now()
    after = {k: v for k, v in (before | new).items() if v not in (None, [])}
    message = Message.de_json(after | {"edit_date": int(now.timestamp())}, None)
    edited_at = record["edited_at"] if set(new) == {"reply_markup"} else now.isoformat()
    with world.store.transaction():
        changed = {**record, "telegram": wire(message), "edited_at": edited_at}
        world.messages.change(state, row, changed)
    return wire(message)

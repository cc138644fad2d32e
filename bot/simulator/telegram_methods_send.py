"""The methods with which the bot sends: text, photos, albums, files."""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import TYPE_CHECKING, Any

from telegram import Document, Message, MessageEntity, PhotoSize
from telegram.constants import ChatAction, FileSizeLimit, MediaGroupLimit

from bot.simulator.calls import Call, too_large
from bot.simulator.errors import bad_request
from bot.simulator.files import copies_of_photo
from bot.simulator.limits import read_caption, read_reply_markup, read_reply_to, read_text
from bot.simulator.messages import BOT, wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.simulator.calls import Upload
    from bot.simulator.chats import ChatState
    from bot.simulator.world import World

ATTACHED = "attach://"


async def send_message(world: World, call: Call) -> Any:
    text, entities = read_text(call)
    return post(world, call, text=text, entities=entities)


async def send_photo(world: World, call: Call) -> Any:
    world.chats.reachable(call.parameters.get("chat_id"))
    caption, entities = read_caption(call)
    photo = await read_photo(world, call, call.parameters.get("photo"), "photo")
    return post(world, call, photo=photo, caption=caption, caption_entities=entities)


async def send_document(world: World, call: Call) -> Any:
    world.chats.reachable(call.parameters.get("chat_id"))
    caption, entities = read_caption(call)
    document = read_document(world, call, call.parameters.get("document"), "document")
    return post(world, call, document=document, caption=caption, caption_entities=entities)


async def send_media_group(world: World, call: Call) -> Any:
    """An album of photos or of files, all or nothing."""
    items = call.structure("media")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse media JSON object")
    limit = MediaGroupLimit
    if not limit.MIN_MEDIA_LENGTH <= len(items) <= limit.MAX_MEDIA_LENGTH:
        raise bad_request("message must include 2-10 media items")
    if len({str(item.get("type")) for item in items}) > 1:
        raise bad_request("can't mix different media types in an album")
    state = world.chats.reachable(call.parameters.get("chat_id"))
    contents = [await read_media(world, call, item) for item in items]
    reply_to = _replied(world, state, call)
    world.rates.take(state.chat_id, len(contents))
    album = str(14_000_000_000_000_000 + secrets.randbelow(10**15))
    with world.store.transaction():
        return [
            _keep(world, state, media_group_id=album, reply_to_message=reply_to, **content)
            for content in contents
        ]


async def send_chat_action(world: World, call: Call) -> Any:
    state = world.chats.reachable(call.parameters.get("chat_id"))
    action = call.text("action")
    if action not in {known.value for known in ChatAction}:
        raise bad_request("wrong parameter action in request")
    if state.is_online:
        world.events.tell("typing", {"phone": state.phone.id, "action": action})
    return True


def post(world: World, call: Call, **content: Any) -> Any:
    """Put a message of the bot into a chat; Refused by limits, state and rates of the chat."""
    state = world.chats.reachable(call.parameters.get("chat_id"))
    markup, keyboard = read_reply_markup(call)
    reply_to = _replied(world, state, call)
    world.rates.take(state.chat_id)
    with world.store.transaction():
        return _keep(
            world,
            state,
            keyboard=keyboard,
            reply_markup=markup,
            reply_to_message=reply_to,
            **content,
        )


def _keep(
    world: World, state: ChatState, *, keyboard: dict[str, Any] | None = None, **content: Any
) -> dict[str, Any]:
    message = Message(
        world.messages.next_id(state.chat_id),
        world.clock.now(),
        world.chats.chat(state),
        from_user=world.chats.bot,
        **content,
    )
    world.messages.add(state, message, BOT, keyboard=keyboard)
    if state.is_online:
        world.tell_phone(state.phone.id)
    return wire(message)


def _replied(world: World, state: ChatState, call: Call) -> Message | None:
    message_id, may_be_missing = read_reply_to(call)
    if message_id is None:
        return None
    message = stored_message(world, state.chat_id, message_id)
    if message is None and not may_be_missing:
        raise bad_request("message to be replied not found")
    return message


def stored_message(world: World, chat_id: int, message_id: int | None) -> Message | None:
    """A message as it may stand inside another: without what that one answers itself."""
    row = world.messages.row(chat_id, message_id)
    if row is None or row["status"] == "waiting":
        return None
    record = json.loads(row["sent"])
    if record["deleted"]:
        return None
    return Message.de_json({**record["telegram"], "reply_to_message": None}, None)


async def read_media(world: World, call: Call, item: dict[str, Any]) -> dict[str, Any]:
    """The content of one InputMedia: a photo or a file with its caption."""
    captioned = Call(call.method, item)
    caption, entities = read_caption(captioned)
    content: dict[str, Sequence[PhotoSize] | Document | Sequence[MessageEntity] | str | None]
    content = {"caption": caption, "caption_entities": entities}
    match item.get("type"):
        case "photo":
            content["photo"] = await read_photo(world, call, item.get("media"), "media")
        case "document":
            content["document"] = read_document(world, call, item.get("media"), "media")
        case kind:
            raise bad_request(f"can't parse InputMedia: media type {kind!r} is not simulated")
    return content


async def read_photo(world: World, call: Call, given: Any, name: str) -> list[PhotoSize]:
    """A photo that was uploaded with the call, or one known by its id."""
    upload = _uploaded(call, given, name, "photo")
    if upload is None:
        return world.files.known_photo(str(given))
    copies = await asyncio.to_thread(copies_of_photo, upload.body)
    return world.files.keep_photo(copies)


def read_document(world: World, call: Call, given: Any, name: str) -> Document:
    """A file that was uploaded with the call, or one known by its id."""
    upload = _uploaded(call, given, name, "document")
    if upload is None:
        return world.files.known_document(str(given))
    return world.files.keep_document(upload.body, upload.name, upload.mime_type)


def _uploaded(call: Call, given: Any, name: str, kind: str) -> Upload | None:
    if isinstance(given, str) and given.startswith(ATTACHED):
        upload = call.files.get(given.removeprefix(ATTACHED))
    elif given in (None, ""):
        upload = call.files.get(name)
    else:
        return None
    if upload is None:
        raise bad_request(f"there is no {kind} in the request")
    if not upload.body:
        raise bad_request("file must be non-empty")
    if len(upload.body) > FileSizeLimit.FILESIZE_UPLOAD:
        raise too_large()
    return upload

"""What a person does with a phone: each act becomes what Telegram would tell the bot."""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import TYPE_CHECKING, Any

from telegram import (
    CallbackQuery,
    Contact,
    Location,
    Message,
    MessageOriginUser,
    Sticker,
)
from telegram.constants import MessageLimit, UpdateType

from bot.simulator.entities import found_entities, utf16_length
from bot.simulator.errors import PhoneCannot
from bot.simulator.files import copies_of_photo
from bot.simulator.messages import wire
from bot.simulator.telegram_methods_send import stored_message
from bot.simulator.view import shown_message

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from bot.simulator.cast import Person
    from bot.simulator.chats import ChatState
    from bot.simulator.world import World

FORWARDED = (
    "text", "entities", "caption", "caption_entities", "photo", "document", "voice", "sticker",
    "location", "contact",
)  # fmt: skip
NO_SIGNAL = PhoneCannot(409, "Tidak ada sinyal.")
NO_MESSAGE = PhoneCannot(404, "Pesan ini tidak ada.")
Shown = dict[str, Any]


class Hand:
    """One person holding one phone."""

    def __init__(self, world: World, phone: str, person: str | None = None) -> None:
        self._world = world
        self.state: ChatState = world.chats.of_phone(phone)
        self.person: Person = _person_on(self.state, person)

    def say(self, texts: Sequence[str], reply_to: int | None = None) -> list[Shown]:
        """Send texts, which the bot can take in one batch."""
        contents = [_text_content(text) for text in texts]
        return self.send(contents, reply_to)

    async def send_pictures(
        self, pictures: Sequence[bytes], caption: str | None, reply_to: int | None
    ) -> list[Shown]:
        """Send photos; several are an album with the caption on the first."""
        photos = [
            self._world.files.keep_photo(await asyncio.to_thread(copies_of_photo, body))
            for body in pictures
        ]
        contents: list[dict[str, Any]] = [{"photo": sizes} for sizes in photos]
        return self.send(_captioned(contents, caption), reply_to, is_album=len(contents) > 1)

    def send_document(self, body: bytes, name: str, mime_type: str, caption: str | None) -> Shown:
        document = self._world.files.keep_document(body, name, mime_type)
        return self.send(_captioned([{"document": document}], caption))[0]

    def share_contact(self, of: str | None = None) -> Shown:
        """Share one's own number, or that of somebody else in the cast."""
        whose = self._world.cast.people.get(of) if of else self.person
        if whose is None:
            raise PhoneCannot(404, "Orang ini tidak ada.")
        contact = Contact(
            whose.phone, whose.first_name, whose.last_name or None, user_id=whose.telegram_id
        )
        return self.send([{"contact": contact}])[0]

    def send_voice(self, body: bytes, seconds: int) -> Shown:
        return self.send([{"voice": self._world.files.keep_voice(body, seconds)}])[0]

    def send_sticker(self, emoji: str) -> Shown:
        ids = secrets.token_urlsafe(24), secrets.token_urlsafe(9)
        sticker = Sticker(
            f"CAACAgUAAxk{ids[0]}",
            f"AgAD{ids[1]}",
            512,
            512,
            is_animated=False,
            is_video=False,
            type=Sticker.REGULAR,
            emoji=emoji,
        )
        return self.send([{"sticker": sticker}])[0]

    def send_location(self, latitude: float, longitude: float) -> Shown:
        return self.send([{"location": Location(longitude, latitude)}])[0]

    def forward(self, message_id: int, from_phone: str | None = None) -> Shown:
        """Forward a message of this chat, or of the chat on another phone."""
        source = self._world.chats.of_phone(from_phone) if from_phone else self.state
        row = self._row(message_id, source)
        record = json.loads(row["sent"])
        if "telegram" not in record:
            return self._forward_from_elsewhere(shown_message(row))
        message = Message.de_json(record["telegram"], None)
        content = {name: value for name in FORWARDED if (value := getattr(message, name))}
        sender = message.from_user
        assert sender is not None
        content["forward_origin"] = MessageOriginUser(message.date, sender)
        return self.send([content])[0]

    def _forward_from_elsewhere(self, shown: Shown) -> Shown:
        """Pass on what stands on a WhatsApp phone: to Telegram it is the sharer's own message."""
        words, files = shown["text"] or shown["caption"], self._world.files
        if shown["photos"]:
            body, _ = self._world.file_behind(shown["photos"][0]["url"])
            content: dict[str, Any] = {"photo": files.keep_photo(copies_of_photo(body))}
        elif shown["document"]:
            body, mime_type = self._world.file_behind(shown["document"]["url"])
            content = {"document": files.keep_document(body, shown["document"]["name"], mime_type)}
        else:
            return self.say([words or "…"])[0]
        return self.send(_captioned([content], words))[0]

    def send(
        self,
        contents: Sequence[dict[str, Any]],
        reply_to: int | None = None,
        *,
        is_album: bool = False,
    ) -> list[Shown]:
        """Send some messages at once; without signal they wait on the phone."""
        if self.state.is_blocked:
            raise PhoneCannot(409, "Bot diblokir. Buka blokir dahulu.")
        answered = None
        if reply_to is not None:
            answered = stored_message(self._world, self.state.chat_id, reply_to)
            if answered is None:
                raise NO_MESSAGE
        album = str(13_000_000_000_000_000 + secrets.randbelow(10**15)) if is_album else None
        with self._world.store.transaction():
            return [
                self._send_one({**content, "media_group_id": album, "reply_to_message": answered})
                for content in contents
            ]

    def _send_one(self, content: dict[str, Any]) -> Shown:
        world, state = self._world, self.state
        message = Message(
            world.messages.next_id(state.chat_id),
            world.clock.now(),
            world.chats.chat(state),
            from_user=world.chats.user(self.person),
            **content,
        )
        shown = world.messages.add(state, message, self.person.id, is_waiting=not state.is_online)
        if state.is_online:
            self._reach_the_bot(message)
        return shown

    def _reach_the_bot(self, message: Message) -> None:
        if not self.state.has_started:
            self._world.chats.mark(self.state, "started", value=True)
        self._world.updates.add(UpdateType.MESSAGE, message)

    def edit(self, message_id: int, text: str) -> Shown:
        """Change the text or the caption of one's own message."""
        world = self._world
        row = self._own_row(message_id)
        record = json.loads(row["sent"])
        name = "text" if "text" in record["telegram"] else "caption"
        content = _text_content(text)
        record["telegram"][name] = content["text"]
        entities = "entities" if name == "text" else "caption_entities"
        record["telegram"][entities] = [entity.to_dict() for entity in content["entities"]]
        now = world.clock.now()
        is_waiting = row["status"] == "waiting"
        if not is_waiting:
            record["telegram"]["edit_date"] = int(now.timestamp())
            record["edited_at"] = now.isoformat()
        message = Message.de_json(record["telegram"], None)
        with world.store.transaction():
            world.messages.change(self.state, row, {**record, "telegram": wire(message)})
            if not is_waiting:
                world.updates.add(UpdateType.EDITED_MESSAGE, message)
        return shown_message(self._row(message_id))

    def delete(self, message_id: int) -> Shown:
        """Delete one's own message; Telegram does not tell bots about that."""
        row = self._own_row(message_id)
        with self._world.store.transaction():
            if row["status"] == "waiting":
                self._world.messages.set_status(row["chat_id"], message_id, "waiting", "sent")
            record = json.loads(row["sent"]) | {"deleted": True}
            self._world.messages.change(self.state, row, record)
        return shown_message(self._world.messages.row(row["chat_id"], message_id) or row)

    async def tap(
        self, message_id: int, data: str, wait_seconds: float, *, is_stale: bool
    ) -> dict[str, Any]:
        """Tap a button and look at the phone for a moment; says what the bot answered."""
        if not self.state.is_online:
            raise NO_SIGNAL
        if self.state.is_blocked:
            raise PhoneCannot(409, "Bot diblokir. Buka blokir dahulu.")
        row = self._row(message_id)
        label = _label_on(shown_message(row), data)
        if label is None and not is_stale:
            raise PhoneCannot(409, "Tombol ini sudah tidak ada.")
        query_id, answer = self._ask(row, data, label or data)
        try:
            found = await asyncio.wait_for(answer, wait_seconds)
        except TimeoutError:
            return {"answered": False, "text": None, "show_alert": False}
        finally:
            self._world.answers.pop(query_id, None)
        return {"answered": True, **found}

    def _ask(
        self, row: sqlite3.Row, data: str, label: str
    ) -> tuple[str, asyncio.Future[dict[str, Any]]]:
        world = self._world
        query_id = str(secrets.randbits(62))
        message = Message.de_json(json.loads(row["sent"])["telegram"], None)
        user = world.chats.user(self.person)
        query = CallbackQuery(query_id, user, str(self.state.chat_id), message=message, data=data)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        world.answers[query_id] = answer
        with world.store.transaction():
            world.store.write(
                "INSERT INTO queries VALUES (?, ?, ?, ?, NULL)",
                query_id,
                self.state.phone.id,
                self.person.id,
                world.clock.now().timestamp(),
            )
            name = self.person.first_name
            world.messages.note(self.state.phone.id, "tap", {"name": name, "label": label})
            world.updates.add(UpdateType.CALLBACK_QUERY, query)
        return query_id, answer

    def _own_row(self, message_id: int) -> sqlite3.Row:
        row = self._row(message_id)
        if row["sender"] != self.person.id:
            raise PhoneCannot(409, "Ini bukan pesan Anda.")
        if not self.state.is_online and row["status"] != "waiting":
            raise NO_SIGNAL
        return row

    def _row(self, message_id: int, state: ChatState | None = None) -> sqlite3.Row:
        row = self._world.messages.row((state or self.state).chat_id, message_id)
        if row is None or row["seq"] is None or json.loads(row["shown"])["deleted"]:
            raise NO_MESSAGE
        return row


def _person_on(state: ChatState, person: str | None) -> Person:
    for candidate in state.phone.people:
        if person in (candidate.id, None):
            return candidate
    raise PhoneCannot(404, "Orang ini tidak memegang ponsel ini.")


def _text_content(text: str) -> dict[str, Any]:
    text = text.strip()
    if not text:
        raise PhoneCannot(400, "Pesan kosong.")
    if utf16_length(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise PhoneCannot(400, "Pesan terlalu panjang (paling banyak 4.096 karakter).")
    return {"text": text, "entities": found_entities(text)}


def _captioned(contents: list[dict[str, Any]], caption: str | None) -> list[dict[str, Any]]:
    caption = (caption or "").strip()
    if utf16_length(caption) > MessageLimit.CAPTION_LENGTH:
        raise PhoneCannot(400, "Keterangan terlalu panjang (paling banyak 1.024 karakter).")
    if caption:
        contents[0] |= {"caption": caption, "caption_entities": found_entities(caption)}
    return contents


def _label_on(shown: Shown, data: str) -> str | None:
    for row in shown["buttons"]:
        for button in row:
            if button.get("data") == data:
                return str(button["text"])
    return None

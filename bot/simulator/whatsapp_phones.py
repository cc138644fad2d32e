"""What a person does with WhatsApp: each act becomes what the Cloud API would tell the bot."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from bot.simulator.errors import PhoneCannot
from bot.simulator.messages import BOT
from bot.simulator.view import shown_message
from bot.simulator.whatsapp_accounts import digits_of
from bot.simulator.whatsapp_content import (
    ONLY_SHOWN,
    blank_sticker,
    reach_the_bot,
    reply_of,
    words_of,
)
from bot.simulator.whatsapp_media import photo_as_sent, type_of
from bot.simulator.whatsapp_send import new_wamid, note_place
from bot.simulator.whatsapp_sending import LONGEST_CAPTION
from bot.simulator.whatsapp_view import new_record

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from bot.simulator.world import World

Json = dict[str, Any]
Shown = dict[str, Any]

NO_MESSAGE = PhoneCannot(404, "Pesan ini tidak ada.")
EDIT_SECONDS = 15 * 60
UNSUPPORTED = {
    "code": 131051,
    "title": "Message type unknown",
    "message": "Message type unknown",
    "error_data": {"details": "Message type is currently not supported."},
}
FORWARDED = ("text", "image", "document", "audio", "sticker", "location", "contacts")


class WhatsAppHand:
    """A person holding a phone with WhatsApp."""

    def __init__(self, world: World, phone: str, person: str | None = None) -> None:
        self._world = world
        self.state = world.chats.of_phone(phone)
        self.person = self.state.phone.people[0]
        if person not in (self.person.id, None):
            raise PhoneCannot(404, "Orang ini tidak memegang ponsel ini.")

    def say(self, texts: Sequence[str], reply_to: int | None = None) -> list[Shown]:
        """Send texts, which can reach the bot in one webhook."""
        return self._send([("text", {"body": words_of(text)}) for text in texts], reply_to)

    async def send_pictures(
        self, pictures: Sequence[bytes], caption: str | None, reply_to: int | None
    ) -> list[Shown]:
        """Send photos as the app does: made smaller, one message each, shown together."""
        encoded = [await asyncio.to_thread(photo_as_sent, body) for body in pictures]
        parts = [self._keep(body, "foto.jpg", "image/jpeg") for body in encoded]
        return self._send_images(parts, caption, reply_to)

    def send_raw_picture(self, body: bytes, mime_type: str, caption: str | None) -> Shown:
        """What only a broken or a forged app does: send bytes as a photo, as they are."""
        part = self._keep(body, "foto.jpg", mime_type or "image/jpeg")
        return self._send_images([part], caption, None)[0]

    def _send_images(
        self, parts: list[Json], caption: str | None, reply_to: int | None
    ) -> list[Shown]:
        words = words_of(caption, LONGEST_CAPTION) if caption and caption.strip() else None
        if words:
            parts[0]["caption"] = words
        contents = [("image", part) for part in parts]
        return self._send(contents, reply_to, is_album=len(parts) > 1)

    def send_document(self, body: bytes, name: str, mime_type: str, caption: str | None) -> Shown:
        part = {**self._keep(body, name, type_of(name, mime_type)), "filename": name}
        if caption and caption.strip():
            part["caption"] = words_of(caption, LONGEST_CAPTION)
        return self._send([("document", part)])[0]

    def share_contact(self, of: str | None = None) -> Shown:
        """Share the card of oneself, or of somebody else in the cast."""
        whose = self._world.cast.people.get(of) if of else self.person
        if whose is None:
            raise PhoneCannot(404, "Orang ini tidak ada.")
        card = {
            "origin": "contact_request" if of is None and self._is_asked() else "other",
            "name": {"formatted_name": whose.name, "first_name": whose.first_name},
            "phones": [{"phone": whose.phone, "wa_id": digits_of(whose.phone), "type": "CELL"}],
        }
        return self._send([("contacts", [card])])[0]

    def _is_asked(self) -> bool:
        """Whether the bot has put its own button for that under a message."""
        shown = self._world.messages.on_phone(self.state.phone.id)
        buttons = [button for message in shown for row in message["buttons"] for button in row]
        return any(button.get("request_contact") for button in buttons)

    def send_voice(self, body: bytes, seconds: int) -> Shown:
        part = self._keep(body, "suara.ogg", "audio/ogg; codecs=opus")
        return self._send([("audio", {**part, "voice": True})], extra={"duration": seconds})[0]

    def send_sticker(self, emoji: str) -> Shown:
        part = self._keep(blank_sticker(), "stiker.webp", "image/webp")
        return self._send([("sticker", {**part, "animated": False})], extra={"emoji": emoji})[0]

    def send_location(self, latitude: float, longitude: float) -> Shown:
        return self._send([("location", {"latitude": latitude, "longitude": longitude})])[0]

    def send_unheard_of(self, kind: str, content: Any) -> Shown:
        """A kind of message that the bot's version cannot know."""
        return self._send([(kind, content)])[0]

    def forward(self, message_id: int, from_phone: str | None = None) -> Shown:
        """Forward a message of this chat, or of the chat on another phone."""
        source = self._world.chats.of_phone(from_phone) if from_phone else self.state
        row = self._row(message_id, source.chat_id)
        shown = shown_message(row)
        message = json.loads(row["sent"]).get("whatsapp")
        if message is not None and message["type"] in FORWARDED:
            kind, part = message["type"], message[message["type"]]
            wire = {name: part[name] for name in part if name not in ONLY_SHOWN}
            return self._send([(kind, wire)], is_forwarded=True)[0]
        return self._forward_shown(shown)

    def _forward_shown(self, shown: Shown) -> Shown:
        """Forward what stands on a phone of another network, or a card with buttons."""
        words = shown["text"] or shown["caption"]
        if shown["photos"]:
            body, mime_type = self._world.file_behind(shown["photos"][0]["url"])
            part = self._keep(body, "foto.jpg", mime_type)
            content = ("image", {**part, "caption": words} if words else part)
        elif shown["document"]:
            body, mime_type = self._world.file_behind(shown["document"]["url"])
            part = self._keep(body, shown["document"]["name"], mime_type)
            content = ("document", {**part, "filename": shown["document"]["name"]})
        else:
            content = ("text", {"body": words or "…"})
        return self._send([content], is_forwarded=True)[0]

    def edit(self, message_id: int, text: str) -> Shown:
        """Change one's own words.

        A number that is also used with the Business app ("coexistence") is told what was changed;
        any other only that something was.
        """
        world, row = self._world, self._own_row(message_id)
        record = json.loads(row["sent"])
        message, now = record["whatsapp"], world.clock.now()
        part = message[message["type"]]
        name = "body" if message["type"] == "text" else "caption"
        if name not in part:
            raise PhoneCannot(409, "Pesan ini tidak punya teks.")
        if now.timestamp() - int(message["timestamp"]) > EDIT_SECONDS:
            raise PhoneCannot(409, "Pesan hanya bisa diubah dalam 15 menit.")
        part[name] = words_of(text)
        with world.store.transaction():
            if row["status"] == "waiting":
                record["wire"][message["type"]][name] = part[name]
            else:
                record["edited_at"] = now.isoformat()
                self._tell_of_edit(row, {message["type"]: part, "type": message["type"]})
            world.messages.change(self.state, row, record)
        return shown_message(self._row(message_id))

    def _tell_of_edit(self, row: sqlite3.Row, content: Json) -> None:
        wamid = json.loads(row["sent"])["whatsapp"]["id"]
        account = self._world.whatsapp.accounts.of_phone(self.state.phone.id)
        self._world.whatsapp.accounts.open_window(self.state.phone.id)
        if self._world.whatsapp.coexistence:
            inner = {"context": {"id": wamid}, **content}
            edit = {"original_message_id": wamid, "message": inner}
            told = self._message("edit", edit, None)
        else:
            told = self._message("unsupported", {"type": "edit"}, None) | {"errors": [UNSUPPORTED]}
        note_place(self._world, told["id"], (row["chat_id"], row["message_id"]))
        self._world.whatsapp.hooks.add_message(account, told, None)

    def delete(self, message_id: int) -> Shown:
        """Delete one's own message, of which only a number with coexistence is told."""
        row = self._own_row(message_id)
        with self._world.store.transaction():
            if row["status"] == "waiting":
                self._world.messages.set_status(row["chat_id"], message_id, "waiting", "sent")
            record = json.loads(row["sent"]) | {"deleted": True}
            self._world.messages.change(self.state, row, record)
            if self._world.whatsapp.coexistence and row["status"] != "waiting":
                account = self._world.whatsapp.accounts.of_phone(self.state.phone.id)
                revoke = {"original_message_id": record["whatsapp"]["id"]}
                told = self._message("revoke", revoke, None)
                self._world.whatsapp.hooks.add_message(account, told, None)
        return shown_message(self._world.messages.row(row["chat_id"], message_id) or row)

    async def tap(
        self, message_id: int, data: str, wait_seconds: float, *, is_stale: bool
    ) -> dict[str, Any]:
        """Choose a button or a row: it is sent as a message of one's own, also much later."""
        row = self._row(message_id)
        content = reply_of(shown_message(row), data)
        if content is None:
            raise PhoneCannot(409, "Tombol ini tidak ada.")
        shown = self._send([content], message_id, is_tapped=True)[0]
        return {"answered": True, "text": None, "show_alert": False, "message": shown}

    def _send(
        self,
        contents: Sequence[tuple[str, Any]],
        reply_to: int | None = None,
        *,
        is_album: bool = False,
        is_forwarded: bool = False,
        is_tapped: bool = False,
        extra: Json | None = None,
    ) -> list[Shown]:
        """Send some messages at once; without signal they wait on the phone."""
        if self.state.is_blocked:
            raise PhoneCannot(409, "Bot diblokir. Buka blokir dahulu.")
        context = {"forwarded": True} if is_forwarded else self._context(reply_to)
        marks: Json = {"forwarded": is_forwarded, "tapped": is_tapped}
        with self._world.store.transaction():
            if is_album:
                marks["album"] = new_wamid(self.person.phone)
            return [
                self._send_one(self._message(kind, part, context), reply_to, marks, extra or {})
                for kind, part in contents
            ]

    def _message(self, kind: str, part: Any, context: Json | None) -> Json:
        number = self._world.whatsapp.accounts.of_phone(self.state.phone.id).wa_id
        message: Json = {} if context is None else {"context": context}
        return message | {
            "id": new_wamid(number),
            "timestamp": str(int(self._world.clock.now().timestamp())),
            "type": kind,
            kind: part,
        }

    def _context(self, reply_to: int | None) -> Json | None:
        if reply_to is None:
            return None
        quoted = json.loads(self._row(reply_to)["sent"])["whatsapp"]
        number = self._world.whatsapp.business.digits
        is_ours = self._row(reply_to)["sender"] == BOT
        return {"from": number if is_ours else digits_of(self.person.phone), "id": quoted["id"]}

    def _send_one(self, message: Json, reply_to: int | None, marks: Json, extra: Json) -> Shown:
        world, state = self._world, self.state
        shown = world.whatsapp.media.with_facts(message)
        if extra:
            shown[message["type"]] |= extra
        record = new_record(shown, self.person.name, reply_to, wire=message, **marks)
        message_id = world.messages.next_id(state.chat_id)
        note_place(world, message["id"], (state.chat_id, message_id))
        status = "sent" if state.is_online else "waiting"
        added = world.messages.add_record(state, message_id, self.person.id, record, status)
        if state.is_online:
            reach_the_bot(world, state.phone.id, message, (state.chat_id, message_id))
        return added

    def _keep(self, body: bytes, name: str, mime_type: str) -> Json:
        media = self._world.whatsapp.media
        media_id = media.keep(body, name, mime_type, "received")
        row = media.row(media_id)
        assert row is not None
        return {"mime_type": mime_type, "sha256": row["sha256"], "id": media_id}

    def _own_row(self, message_id: int) -> sqlite3.Row:
        row = self._row(message_id)
        if row["sender"] != self.person.id:
            raise PhoneCannot(409, "Ini bukan pesan Anda.")
        if not self.state.is_online and row["status"] != "waiting":
            raise PhoneCannot(409, "Tidak ada sinyal.")
        return row

    def _row(self, message_id: int, chat_id: int | None = None) -> sqlite3.Row:
        chat = self.state.chat_id if chat_id is None else chat_id
        row = self._world.messages.row(chat, message_id)
        if row is None or row["seq"] is None or json.loads(row["shown"])["deleted"]:
            raise NO_MESSAGE
        return row

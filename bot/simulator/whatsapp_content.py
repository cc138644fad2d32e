"""What people put into their messages on WhatsApp, as the Cloud API words it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from PIL import Image

from bot.simulator.errors import PhoneCannot
from bot.simulator.whatsapp_sending import LONGEST_TEXT

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]
Shown = dict[str, Any]
ONLY_SHOWN = frozenset({"size", "width", "height", "duration", "emoji"})
"""What a phone knows of a file, and no webhook tells."""


def reach_the_bot(world: World, phone: str, message: Json, place: tuple[int, int]) -> None:
    """A person's message has come to WhatsApp: the window opens, the bot will be told."""
    account = world.whatsapp.accounts.of_phone(phone)
    world.whatsapp.accounts.open_window(phone)
    world.chats.mark(world.chats.of_phone(phone), "started", value=True)
    world.whatsapp.hooks.add_message(account, message, place)
    world.tell_phone(phone)


def words_of(text: str, longest: int = LONGEST_TEXT) -> str:
    text = text.strip()
    if not text:
        raise PhoneCannot(400, "Pesan kosong.")
    if len(text) > longest:
        raise PhoneCannot(400, f"Pesan terlalu panjang (paling banyak {longest} karakter).")
    return text


def reply_of(shown: Shown, data: str) -> tuple[str, Json] | None:
    """What choosing this says: a template's button, a reply button, or a row of a list."""
    for button in (button for row in shown["buttons"] for button in row):
        if button.get("data") == data:
            if shown["template"]:
                return "button", {"payload": data, "text": button["text"]}
            reply = {"id": data, "title": button["text"]}
            return "interactive", {"type": "button_reply", "button_reply": reply}
    for section in (shown["list"] or {}).get("sections", []):
        for row in section["rows"]:
            if row["id"] == data:
                reply = {name: row[name] for name in ("id", "title", "description") if name in row}
                return "interactive", {"type": "list_reply", "list_reply": reply}
    return None


def blank_sticker() -> bytes:
    encoded = io.BytesIO()
    Image.new("RGBA", (512, 512)).save(encoded, "WEBP")
    return encoded.getvalue()

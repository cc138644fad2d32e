"""A message as a phone shows it, made from what its network keeps of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.simulator.whatsapp_view import shown_whatsapp

if TYPE_CHECKING:
    import sqlite3

Record = dict[str, Any]
"""`telegram` (the message as in the Bot API), `keyboard`, `deleted`, `edited_at`."""


def new_record(telegram: dict[str, Any], keyboard: dict[str, Any] | None = None) -> Record:
    return {"telegram": telegram, "keyboard": keyboard, "deleted": False, "edited_at": None}


def shown_message(row: sqlite3.Row) -> dict[str, Any]:
    """The Message of the phones' API that a stored row shows."""
    record: Record = json.loads(row["shown"] or row["sent"])
    if "whatsapp" in record:
        return shown_whatsapp(row, record, moment(int(record["whatsapp"]["timestamp"])))
    telegram = {} if record["deleted"] else record["telegram"]
    facts = record["telegram"]
    return {
        "id": row["message_id"],
        "seq": row["seq"],
        "changed": row["changed"],
        "phone": row["phone"],
        "from": row["sender"],
        "name": full_name(facts["from"]),
        "at": moment(facts["date"]),
        "text": telegram.get("text"),
        "caption": telegram.get("caption"),
        "entities": telegram.get("entities") or telegram.get("caption_entities") or [],
        "photos": _photos(telegram),
        **_attachments(telegram),
        "buttons": _buttons(telegram),
        "keyboard": None if record["deleted"] else record["keyboard"],
        "reply_to": (telegram.get("reply_to_message") or {}).get("message_id"),
        "forwarded_from": _forwarded_from(telegram),
        "edited_at": record["edited_at"],
        "deleted": record["deleted"],
        "album": telegram.get("media_group_id"),
        "status": row["status"],
        "service": _service(telegram),
    }


def moment(timestamp: int) -> str:
    return datetime.fromtimestamp(timestamp, UTC).isoformat()


def full_name(user: dict[str, Any]) -> str:
    return f"{user['first_name']} {user.get('last_name') or ''}".strip()


def _photos(telegram: dict[str, Any]) -> list[dict[str, Any]]:
    sizes = telegram.get("photo")
    if not sizes:
        return []
    largest = max(sizes, key=lambda size: size["width"] * size["height"])
    return [{"url": media_url(largest), "width": largest["width"], "height": largest["height"]}]


def media_url(file: dict[str, Any]) -> str:
    return f"/media/{file['file_id']}"


def _attachments(telegram: dict[str, Any]) -> dict[str, Any]:
    document, sticker = telegram.get("document"), telegram.get("sticker")
    voice, location = telegram.get("voice"), telegram.get("location")
    contact = telegram.get("contact")
    return {
        "document": document
        and {
            "url": media_url(document),
            "name": document.get("file_name", ""),
            "mime_type": document.get("mime_type", ""),
            "size": document.get("file_size", 0),
        },
        "sticker": sticker and {"emoji": sticker.get("emoji", "")},
        "voice": voice and {"url": media_url(voice), "duration": voice["duration"]},
        "location": location
        and {"latitude": location["latitude"], "longitude": location["longitude"]},
        "contact": contact and {"phone": contact["phone_number"], "name": full_name(contact)},
    }


def _buttons(telegram: dict[str, Any]) -> list[list[dict[str, Any]]]:
    rows = (telegram.get("reply_markup") or {}).get("inline_keyboard", [])
    return [
        [
            {"text": button["text"], "url": button["url"]}
            if "url" in button
            else {"text": button["text"], "data": button.get("callback_data")}
            for button in row
        ]
        for row in rows
    ]


def _forwarded_from(telegram: dict[str, Any]) -> str | None:
    sender = (telegram.get("forward_origin") or {}).get("sender_user")
    return full_name(sender) if sender else None


def _service(telegram: dict[str, Any]) -> str | None:
    if "migrate_to_chat_id" in telegram:
        return "Grup ini ditingkatkan menjadi supergrup."
    if "migrate_from_chat_id" in telegram:
        return "Percakapan ini lanjutan dari grup sebelumnya."
    return None

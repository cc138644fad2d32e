"""A WhatsApp message as a phone shows it, made from what WhatsApp keeps of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.simulator.entities import utf16_length
from bot.simulator.shown import label_of

if TYPE_CHECKING:
    import sqlite3

Json = dict[str, Any]
Record = dict[str, Any]
"""`whatsapp` (the message as in the Cloud API, with facts of its files), `wire` (as webhooks tell
it), `name`, `reply_to`, `forwarded`, `tapped` (chosen, not typed), `album`, `reaction`, `keyboard`
(never), `deleted`, `edited_at`."""

MARKS = re.compile(
    r"(?P<mono>```(?P<a>.+?)```)"
    r"|(?<![\w`])`(?P<code>[^`\n]+)`(?![\w`])"
    r"|(?<![\w*])\*(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"
    r"|(?<![\w~])~(?P<strike>[^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])"
    r"|(?P<url>https?://[^\s<>]+[^\s<>.,;:!?)])",
    re.DOTALL,
)
KINDS = {"a": "pre", "code": "code", "bold": "bold", "italic": "italic",
         "strike": "strikethrough", "url": "url"}  # fmt: skip
NESTED = ("bold", "italic", "strike")


def new_record(message: Json, name: str, reply_to: int | None = None, **more: Any) -> Record:
    return {
        "whatsapp": message,
        "name": name,
        "reply_to": reply_to,
        "wire": None,
        "forwarded": False,
        "tapped": False,
        "album": None,
        "reaction": None,
        "keyboard": None,
        "deleted": False,
        "edited_at": None,
        **more,
    }


def shown_whatsapp(row: sqlite3.Row, record: Record, at: str) -> Json:
    """The Message of the phones' API that a stored row of WhatsApp shows."""
    message = {} if record["deleted"] else record["whatsapp"]
    content = _content(message)
    words, entities = read_marks(content.get("words") or "")
    is_caption = bool(content.get("media_kind")) and content["media_kind"] != "sticker"
    return {
        "id": row["message_id"],
        "seq": row["seq"],
        "changed": row["changed"],
        "phone": row["phone"],
        "from": row["sender"],
        "name": record["name"],
        "at": at,
        "text": None if is_caption or not words else words,
        "caption": words if is_caption and words else None,
        "entities": entities,
        **_attachments(content),
        "header": content.get("header"),
        "footer": content.get("footer"),
        "buttons": content.get("buttons", []),
        "list": content.get("list"),
        "template": content.get("template"),
        "keyboard": None,
        "reply_to": None if record["deleted"] else record["reply_to"],
        "forwarded": record["forwarded"] and not record["deleted"],
        "forwarded_from": None,
        "tapped": record["tapped"],
        "reaction": record["reaction"],
        "edited_at": record["edited_at"],
        "deleted": record["deleted"],
        "album": record["album"],
        "status": row["status"],
        "service": message.get("service"),
    }


def _content(message: Json) -> Json:
    """What a message shows: its words, its file, its choices."""
    kind = message.get("type", "")
    part = message.get(kind)
    if kind == "contacts":
        return {"contact": _contact(part)}
    if not isinstance(part, dict):
        return {}
    if kind == "text":
        return {"words": part["body"]}
    if kind == "interactive":
        return _interactive(part)
    if kind == "template":
        return _template(part)
    if kind == "button":
        return {"words": part["text"]}
    if kind == "location":
        return {"location": part}
    if kind in ("image", "document", "audio", "video", "sticker"):
        return {"media_kind": kind, "media": part, "words": part.get("caption")}
    return {"words": f"[{kind}]"}


def _contact(part: Any) -> Json | None:
    listed = part.get("contacts") if isinstance(part, dict) else part
    if not listed:
        return None
    first = listed[0]
    phones = first.get("phones") or [{"phone": ""}]
    return {"phone": phones[0]["phone"], "name": first["name"]["formatted_name"]}


def _interactive(part: Json) -> Json:
    if "button_reply" in part or "list_reply" in part:
        reply = part.get("button_reply") or part["list_reply"]
        return {"words": label_of(reply)}
    action = part["action"]
    shown: Json = {"words": part["body"]["text"], "footer": (part.get("footer") or {}).get("text")}
    header = part.get("header")
    if header and header["type"] == "text":
        shown["header"] = header["text"]
    elif header:
        shown |= {"media_kind": header["type"], "media": header[header["type"]]}
    if part["type"] == "button":
        shown["buttons"] = [
            [{"text": each["reply"]["title"], "data": each["reply"]["id"]}]
            for each in action["buttons"]
        ]
    elif part["type"] == "list":
        shown["list"] = {"button": action["button"], "sections": action["sections"]}
    elif part["type"] == "request_contact_info":
        shown["buttons"] = [[{"text": "Bagikan info kontak", "request_contact": True}]]
    else:
        link = action["parameters"]
        shown["buttons"] = [[{"text": link["display_text"], "url": link["url"]}]]
    return shown


def _template(part: Json) -> Json:
    shown = part["shown"]
    buttons = [
        [{"text": each["text"], "url": each["url"]}]
        if "url" in each
        else [{"text": each["text"], "data": each["payload"]}]
        for each in shown.get("buttons", [])
    ]
    found: Json = {
        "words": shown.get("body"),
        "header": shown.get("header"),
        "footer": shown.get("footer"),
        "buttons": buttons,
        "template": {"name": part["name"], "category": shown["category"]},
    }
    for given in shown.get("header_media", []):
        if given.get("type") in ("image", "document"):
            found |= {"media_kind": given["type"], "media": given[given["type"]]}
    return found


def _attachments(content: Json) -> Json:
    kind, media = content.get("media_kind"), content.get("media") or {}
    address = f"/media/{media.get('id', '')}"
    place = content.get("location")
    return {
        "photos": [
            {"url": address, "width": media.get("width") or 0, "height": media.get("height") or 0}
        ]
        if kind == "image"
        else [],
        "document": {
            "url": address,
            "name": media.get("filename") or "berkas",
            "mime_type": media.get("mime_type", ""),
            "size": media.get("size", 0),
        }
        if kind in ("document", "video")
        else None,
        "sticker": {"emoji": media.get("emoji", "🙂")} if kind == "sticker" else None,
        "voice": {"url": address, "duration": media.get("duration", 0)}
        if kind == "audio"
        else None,
        "location": place and {"latitude": place["latitude"], "longitude": place["longitude"]},
        "contact": content.get("contact"),
    }


def read_marks(text: str) -> tuple[str, list[Json]]:
    """The words without WhatsApp's marks (*bold*, _italic_, …), and where they stood."""
    visible: list[str] = []
    entities: list[Json] = []
    _read(text, visible, entities)
    return "".join(visible), sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _read(text: str, visible: list[str], entities: list[Json]) -> None:
    position = 0
    for found in MARKS.finditer(text):
        visible.append(text[position : found.start()])
        position = found.end()
        name = next(name for name in KINDS if found[name] is not None)
        offset = utf16_length("".join(visible))
        if name in NESTED:
            _read(found[name], visible, entities)
        else:
            visible.append(found[name])
        length = utf16_length("".join(visible)) - offset
        entities.append({"type": KINDS[name], "offset": offset, "length": length})
    visible.append(text[position:])

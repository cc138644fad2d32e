"""What a message of WhatsApp carries, kind by kind. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.base import Sender
from handlers.messages import Kind, Media, SharedContact


@dataclass(frozen=True, slots=True)
class _Part:
    """A message of one kind: the whole, what it holds under the name of its kind, and whose."""

    message: dict[str, Any]
    body: dict[str, Any]
    sender: Sender


@dataclass(frozen=True, slots=True)
class Content:
    """Kind, words, button, announced media and contact."""

    kind: Kind
    text: str = ""
    button: str | None = None
    media: tuple[Media, ...] = ()
    contact: SharedContact | None = None


def content_of(message: dict[str, Any], kind: str, sender: Sender) -> Content:
    """What a message carries; what a later version sends is `unsupported`."""
    read_it = _READERS.get(kind)
    if read_it is not None:
        return read_it(_Part(message, dict_in(message.get(kind)), sender))
    return Content(Kind.UNSUPPORTED, media=_lost_media(message))


def _plain(part: _Part) -> Content:
    return Content(Kind.TEXT, text_in(part.body.get("body")))


def _picture(part: _Part) -> Content:
    media = _media(part.body, "photo") or _lost_media(part.message)
    return Content(Kind.PHOTO, text_in(part.body.get("caption")), media=media)


def _document(part: _Part) -> Content:
    media = _media(part.body, "document") or _lost_media(part.message)
    return Content(Kind.DOCUMENT, text_in(part.body.get("caption")), media=media)


def _unkept(ours: Kind) -> Callable[[_Part], Content]:
    """Voices, videos, stickers and places are not kept; the words below them are read."""

    def read_it(part: _Part) -> Content:
        return Content(ours, text_in(part.body.get("caption")))

    return read_it


def _tapped_in_template(part: _Part) -> Content:
    """A quick reply below a template: a tap, if we gave it an id, else what the person says.

    Where no payload was given, Meta repeats the words of the button in its place.
    """
    text, payload = text_in(part.body.get("text")), text_in(part.body.get("payload"))
    if payload and payload.casefold() != text.casefold():
        return Content(Kind.BUTTON, button=payload)
    return Content(Kind.TEXT, text or payload)


def _tapped(part: _Part) -> Content:
    """A button or a row of a list: its id counts, never what stands on it."""
    for name in ("button_reply", "list_reply"):
        identity = text_in(dict_in(part.body.get(name)).get("id"))
        if identity:
            return Content(Kind.BUTTON, button=identity)
    return Content(Kind.UNSUPPORTED)


def _shared(part: _Part) -> Content:
    """A contact; it is the sender's own if our button asked for it, or if the number is theirs."""
    shared = part.message.get("contacts")
    first = dict_in(shared[0]) if isinstance(shared, list) and shared else {}
    phones = first.get("phones")
    number = dict_in(phones[0]) if isinstance(phones, list) and phones else {}
    written = text_in(number.get("wa_id")) or text_in(number.get("phone"))
    if not written:
        return Content(Kind.UNSUPPORTED)
    phone = written if written.startswith("+") else f"+{written}"
    own = text_in(first.get("origin")) == "contact_request" or phone == part.sender.phone
    return Content(Kind.CONTACT, contact=SharedContact(phone, own=own))


_READERS: Mapping[str, Callable[[_Part], Content]] = {
    "text": _plain,
    "image": _picture,
    "document": _document,
    "audio": _unkept(Kind.VOICE),
    "voice": _unkept(Kind.VOICE),
    "video": _unkept(Kind.VIDEO),
    "sticker": _unkept(Kind.STICKER),
    "location": _unkept(Kind.LOCATION),
    "button": _tapped_in_template,
    "interactive": _tapped,
    "contacts": _shared,
}


def _media(body: dict[str, Any], kind: str) -> tuple[Media, ...]:
    """Announced only. The hash that Meta tells is known before the file is fetched."""
    identity = text_in(body.get("id"))
    if not identity:
        return ()
    size = body.get("file_size")
    return (
        Media(
            file_id=identity[:200],
            fingerprint=(text_in(body.get("sha256")) or identity)[:140],
            kind=kind,
            mime=text_in(body.get("mime_type")).partition(";")[0] or None,
            size_bytes=size if isinstance(size, int) else None,
            name=text_in(body.get("filename")) or None,
        ),
    )


_MEDIA_LOST = 131052


def _lost_media(message: dict[str, Any]) -> tuple[Media, ...]:
    """A picture that WhatsApp itself could not bring: the person is asked to send it again."""
    errors = message.get("errors")
    codes = [dict_in(each).get("code") for each in errors] if isinstance(errors, list) else []
    announced = message.get("type") in ("image", "document")
    if _MEDIA_LOST not in codes and not announced:
        return ()
    return (Media(file_id="", fingerprint="", trouble="gone"),)


def text_in(value: Any) -> str:
    """A text or a whole number as text; nothing for anything else."""
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, str | int) else ""


def dict_in(value: Any) -> dict[str, Any]:
    """An object, or an empty one."""
    return value if isinstance(value, dict) else {}

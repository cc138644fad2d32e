"""From a message of ours to requests that WhatsApp accepts, whatever the text is. Pure.

One message whenever possible, because a person may be sent only so many. Choices are buttons if
there are at most three short ones, else a list of at most ten, else numbers below the text.
"""

from collections.abc import Sequence
from pathlib import Path

from bot.channels.base import Button, OutboundMessage, Rendered, TemplateMessage
from bot.channels.texts import length, shortened, split_text
from bot.channels.whatsapp_limits import (
    BODY_LENGTH_MAX,
    CAPTION_LENGTH_MAX,
    LIST_BUTTON_LENGTH_MAX,
    REPLY_BUTTONS_MAX,
    REPLY_ID_LENGTH_MAX,
    REPLY_TITLE_LENGTH_MAX,
    ROW_DESCRIPTION_LENGTH_MAX,
    ROW_ID_LENGTH_MAX,
    ROW_TITLE_LENGTH_MAX,
    ROWS_MAX,
    TAG_LENGTH_MAX,
    TEXT_LENGTH_MAX,
)
from bot.channels.whatsapp_marks import unmarked
from handlers.messages import Json

METHOD = "messages"
_LIST_LABEL = "☰"


def render(message: OutboundMessage) -> list[Rendered]:
    """The requests, in order, that show this message.

    WhatsApp cannot change a message: an edit that says something new is said anew, any other is
    nothing at all.
    """
    if message.template is not None:
        return _tagged([Rendered(METHOD, _template(message.template))], message.tag)
    if message.edits and not message.changed:
        return []
    attachments = [("image", path) for path in message.pictures]
    attachments += [("document", path) for path in message.documents]
    first = [_attached(kind, path, "") for kind, path in attachments[:-1]]
    last = attachments[-1] if attachments else None
    return _tagged([*first, *_last(message, last)], message.tag)


def _last(message: OutboundMessage, attachment: tuple[str, Path] | None) -> list[Rendered]:
    """The words and choices, together with the last picture if they fit below it."""
    text = _sendable(message.text)
    if attachment is None:
        return _words(text, message)
    kind, path = attachment
    if not message.buttons and not message.contact_button and length(text) <= CAPTION_LENGTH_MAX:
        return [_attached(kind, path, text)]
    below = _as_reply_buttons(message.buttons) and not message.contact_button
    if below and 1 <= length(text) <= BODY_LENGTH_MAX:
        header = {"type": kind, kind: _file(kind, path)}
        return [_interactive(_reply_buttons(text, message.buttons), header, path)]
    numbered = _numbered(text, message.buttons)
    if _numbers_work(message) and length(numbered) <= CAPTION_LENGTH_MAX:
        return [_attached(kind, path, numbered)]
    return [_attached(kind, path, ""), *_words(text, message)]


def _words(text: str, message: OutboundMessage) -> list[Rendered]:
    buttons = message.buttons
    if message.contact_button:
        return _contact_request(_numbered(text, buttons))
    if not buttons:
        return _texts(text)
    if _as_reply_buttons(buttons):
        interactive = _reply_buttons
    elif _as_list(buttons):
        interactive = _list
    else:
        return _texts(_numbered(text, buttons))
    if length(text) <= BODY_LENGTH_MAX:
        return [_interactive(_labelled(interactive(text or "…", buttons), message))]
    if _numbers_work(message) and length(_numbered(text, buttons)) <= TEXT_LENGTH_MAX:
        return _texts(_numbered(text, buttons))
    *before, body = _pieces_with_short_end(text)
    last = _interactive(_labelled(interactive(body, buttons), message))
    return [*(_text(piece) for piece in before), last]


def _numbers_work(message: OutboundMessage) -> bool:
    return bool(message.buttons) and all(button.numbered for button in message.buttons)


def _pieces_with_short_end(text: str) -> list[str]:
    """Pieces of a text of which the last has room for choices below it."""
    pieces = split_text(text, TEXT_LENGTH_MAX)
    return [*pieces[:-1], *split_text(pieces[-1], BODY_LENGTH_MAX)]


# Choices -----------------------------------------------------------------------------------------


def _as_reply_buttons(buttons: Sequence[Button]) -> bool:
    titles = [button.label.strip() for button in buttons]
    return (
        1 <= len(buttons) <= REPLY_BUTTONS_MAX
        and all(1 <= length(title) <= REPLY_TITLE_LENGTH_MAX for title in titles)
        and len(set(titles)) == len(titles)
        and all(1 <= length(button.id) <= REPLY_ID_LENGTH_MAX for button in buttons)
    )


def _reply_buttons(text: str, buttons: Sequence[Button]) -> dict[str, Json]:
    replies = [
        {"type": "reply", "reply": {"id": button.id, "title": button.label.strip()}}
        for button in buttons
    ]
    return {"type": "button", "body": {"text": text}, "action": {"buttons": replies}}


def _as_list(buttons: Sequence[Button]) -> bool:
    titles = [_title(button) for button in buttons]
    return (
        1 <= len(buttons) <= ROWS_MAX
        and all(1 <= length(button.label) <= ROW_DESCRIPTION_LENGTH_MAX for button in buttons)
        and all(titles)
        and len(set(titles)) == len(titles)
        and all(1 <= length(button.id) <= ROW_ID_LENGTH_MAX for button in buttons)
    )


def _list(text: str, buttons: Sequence[Button]) -> dict[str, Json]:
    sections = [{"rows": [_row(button) for button in buttons]}]
    action = {"button": _LIST_LABEL, "sections": sections}
    return {"type": "list", "body": {"text": text}, "action": action}


def _labelled(interactive: dict[str, Json], message: OutboundMessage) -> dict[str, Json]:
    if interactive["type"] == "list" and message.choose_label:
        label = shortened(message.choose_label, LIST_BUTTON_LENGTH_MAX)
        interactive["action"] = {**interactive["action"], "button": label}
    return interactive


def _row(button: Button) -> dict[str, Json]:
    """A label that is too long for a title stands whole below it."""
    title = _title(button)
    row: dict[str, Json] = {"id": button.id, "title": title}
    return row if title == button.label.strip() else {**row, "description": button.label.strip()}


def _title(button: Button) -> str:
    return shortened(button.label.strip(), ROW_TITLE_LENGTH_MAX)


def _numbered(text: str, buttons: Sequence[Button]) -> str:
    """The choices as lines with numbers: a number is the same as a tap."""
    lines = [f"{number}. {_sendable(b.label)}" for number, b in enumerate(buttons, start=1)]
    return "\n\n".join(part for part in (text, "\n".join(lines)) if part)


def _contact_request(text: str) -> list[Rendered]:
    """Ask for the person's own number, by WhatsApp's own button."""
    *before, body = _pieces_with_short_end(text or "…")
    request = {
        "type": "request_contact_info",
        "body": {"text": body},
        "action": {"name": "request_contact_info"},
    }
    return [*(_text(piece) for piece in before), _interactive(request)]


# Requests ----------------------------------------------------------------------------------------


def _texts(text: str) -> list[Rendered]:
    return [_text(piece) for piece in split_text(text, TEXT_LENGTH_MAX)]


def _text(text: str) -> Rendered:
    return Rendered(METHOD, {"type": "text", "text": {"preview_url": False, "body": text}})


def _interactive(
    interactive: dict[str, Json], header: Json = None, path: Path | None = None
) -> Rendered:
    if header is not None:
        interactive = {**interactive, "header": header}
    files = (("file", path),) if path is not None else ()
    return Rendered(METHOD, {"type": "interactive", "interactive": interactive}, files)


def _attached(kind: str, path: Path, caption: str) -> Rendered:
    content = _file(kind, path) | ({"caption": caption} if caption else {})
    return Rendered(METHOD, {"type": kind, kind: content}, (("file", path),))


def _file(kind: str, path: Path) -> dict[str, Json]:
    """Stands for the id that the file has once it is uploaded."""
    return {"id": "attach://file"} | ({"filename": shown_name(path)} if kind == "document" else {})


_DIGEST_LENGTH = 64


def shown_name(path: Path) -> str:
    """What people see beside a document: its name, but not the digest that it is kept under."""
    digest, _, name = path.name.partition(".")
    if len(digest) != _DIGEST_LENGTH:
        return path.name
    return name if "." in name and path.suffix == ".xlsx" else f"gulir-{digest[:8]}{path.suffix}"


def _template(template: TemplateMessage) -> dict[str, Json]:
    values = [{"type": "text", "text": unmarked(value)} for value in template.values]
    components: list[Json] = [{"type": "body", "parameters": values}] if values else []
    components += [
        {
            "type": "button",
            "sub_type": "quick_reply",
            "index": str(index),
            "parameters": [{"type": "payload", "payload": payload}],
        }
        for index, payload in enumerate(template.payloads)
    ]
    told = {
        "name": template.name,
        "language": {"code": template.language, "policy": "deterministic"},
        **({"components": components} if components else {}),
    }
    return {"type": "template", "template": told}


def _tagged(requests: list[Rendered], tag: str) -> list[Rendered]:
    """Each request with our number for it, which comes back in every status: `17:0/2`."""
    if not tag:
        return requests
    tagged = []
    for position, request in enumerate(requests):
        mark = f"{tag}:{position}/{len(requests)}"[:TAG_LENGTH_MAX]
        parameters = {**request.parameters, "biz_opaque_callback_data": mark}
        tagged.append(Rendered(request.method, parameters, request.files))
    return tagged


def _sendable(text: str) -> str:
    """The text without half characters, which no request can carry, without NUL and marks."""
    plain = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    return unmarked(plain).strip()

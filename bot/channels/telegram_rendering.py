"""From a message of ours to requests that Telegram accepts, whatever the text is.

Limits: CHANNELS.md, "Telegram Bot API". Lengths are counted in UTF-16 units, which are never fewer
than the characters that Telegram counts.
"""

from collections.abc import Sequence
from pathlib import Path

from bot.channels.base import Button, OutboundMessage, Rendered
from bot.channels.texts import length, split_text
from handlers.messages import Json

TEXT_LENGTH_MAX = 4096
CAPTION_LENGTH_MAX = 1024
BUTTON_ID_BYTES_MAX = 64
BUTTONS_MAX = 100
ALBUM_MAX = 10
SHORT_LABEL_LENGTH = 14


def render(message: OutboundMessage) -> list[Rendered]:
    """The requests, in order, that show this message."""
    _assert_buttons_fit(message.buttons)
    if message.edits and not message.contact_button:
        return _edit(message, message.edits)
    keyboard = _inline(message.buttons)
    if keyboard is None and message.contact_button:
        keyboard = _contact(message.contact_button)
    requests = _new(message, keyboard)
    if message.buttons and message.contact_button:
        # One message carries one kind of keyboard, so the second kind gets a message of its own.
        requests.append(_text(message.contact_button, _contact(message.contact_button)))
    return requests


def _new(message: OutboundMessage, keyboard: Json) -> list[Rendered]:
    texts = split_text(message.text, TEXT_LENGTH_MAX)
    fits_caption = len(texts) <= 1 and length(texts[0] if texts else "") <= CAPTION_LENGTH_MAX
    caption = texts[0] if texts and fits_caption else None
    attachments = len(message.pictures) + len(message.documents)
    if attachments == 1 and fits_caption:
        return _attached(message, caption, keyboard)
    if attachments > 1 and len(message.pictures) == attachments <= ALBUM_MAX and keyboard is None:
        if fits_caption:
            return [_album(message.pictures, caption)]
    elif not texts and attachments > 1:
        return _attached(message, None, keyboard)
    return [*_attached(message, None, None), *_texts(texts, keyboard)]


def _attached(message: OutboundMessage, caption: str | None, keyboard: Json) -> list[Rendered]:
    """Pictures as albums, then documents; caption and keyboard go with the last one."""
    singles = [("sendDocument", "document", path) for path in message.documents]
    pictures = list(message.pictures)
    if pictures and not singles and (len(pictures) == 1 or keyboard is not None):
        singles = [("sendPhoto", "photo", pictures.pop())]
    requests = [_pictures(chunk) for chunk in _chunks(pictures)]
    for position, (method, field, path) in enumerate(singles, start=1):
        last = position == len(singles)
        parameters = _without_none(
            {
                field: "attach://file",
                "caption": caption if last else None,
                "reply_markup": keyboard if last else None,
            }
        )
        requests.append(Rendered(method, parameters, (("file", path),)))
    return requests


def _chunks(pictures: Sequence[Path]) -> list[Sequence[Path]]:
    return [pictures[start : start + ALBUM_MAX] for start in range(0, len(pictures), ALBUM_MAX)]


def _pictures(pictures: Sequence[Path]) -> Rendered:
    if len(pictures) == 1:
        return Rendered("sendPhoto", {"photo": "attach://file"}, (("file", pictures[0]),))
    return _album(pictures, None)


def _album(pictures: Sequence[Path], caption: str | None) -> Rendered:
    files = tuple((f"file{number}", path) for number, path in enumerate(pictures))
    media = [{"type": "photo", "media": f"attach://{name}"} for name, _ in files]
    if caption:
        media[0]["caption"] = caption
    return Rendered("sendMediaGroup", {"media": media}, files)


def _texts(texts: Sequence[str], keyboard: Json) -> list[Rendered]:
    assert texts or keyboard is None, "buttons need a text or a picture"
    last = len(texts) - 1
    return [
        _text(text, keyboard if position == last else None) for position, text in enumerate(texts)
    ]


def _text(text: str, keyboard: Json) -> Rendered:
    return Rendered(
        "sendMessage",
        _without_none(
            {
                "text": text,
                "link_preview_options": {"is_disabled": True},
                "reply_markup": keyboard,
            }
        ),
    )


def _edit(message: OutboundMessage, edited: str) -> list[Rendered]:
    """Change the card; what does not fit into it follows as messages of their own."""
    keyboard = _inline(message.buttons)
    texts = split_text(message.text, TEXT_LENGTH_MAX)
    parameters: dict[str, Json] = {"message_id": int(edited), "reply_markup": keyboard}
    if not texts:
        method = "editMessageReplyMarkup"
    elif len(message.pictures) == 1 and length(texts[0]) <= CAPTION_LENGTH_MAX:
        method = "editMessageCaption"
        parameters["caption"] = texts[0]
    else:
        method = "editMessageText"
        parameters |= {"text": texts[0], "link_preview_options": {"is_disabled": True}}
    return [Rendered(method, _without_none(parameters)), *_texts(texts[1:], None)]


def other_edit(rendered: Rendered) -> Rendered | None:
    """The same edit of the caption instead of the text, or the reverse; None if it cannot fit."""
    parameters = dict(rendered.parameters)
    if rendered.method == "editMessageCaption":
        parameters["text"] = parameters.pop("caption")
        parameters["link_preview_options"] = {"is_disabled": True}
        return Rendered("editMessageText", parameters)
    if rendered.method == "editMessageText" and length(parameters["text"]) <= CAPTION_LENGTH_MAX:
        parameters["caption"] = parameters.pop("text")
        parameters.pop("link_preview_options", None)
        return Rendered("editMessageCaption", parameters)
    return None


def _inline(buttons: Sequence[Button]) -> Json:
    if not buttons:
        return None
    rows: list[list[Button]] = []
    for button in buttons:
        beside = rows[-1] if rows else []
        if len(beside) == 1 and _is_short(beside[0]) and _is_short(button):
            beside.append(button)
        else:
            rows.append([button])
    return {
        "inline_keyboard": [
            [{"text": button.label, "callback_data": button.id} for button in row] for row in rows
        ]
    }


def _is_short(button: Button) -> bool:
    return len(button.label) <= SHORT_LABEL_LENGTH


def _contact(label: str) -> Json:
    return {
        "keyboard": [[{"text": label, "request_contact": True}]],
        "one_time_keyboard": True,
        "resize_keyboard": True,
    }


def _without_none(parameters: dict[str, Json]) -> Json:
    return {name: value for name, value in parameters.items() if value is not None}


def _assert_buttons_fit(buttons: Sequence[Button]) -> None:
    assert len(buttons) <= BUTTONS_MAX, f"{len(buttons)} buttons"
    for button in buttons:
        size_bytes = len(button.id.encode())
        assert 1 <= size_bytes <= BUTTON_ID_BYTES_MAX, button.id
        assert button.label.strip(), f"button {button.id} has no label"

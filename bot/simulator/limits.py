"""What Telegram accepts in a message, by python-telegram-bot's types and constants."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.constants import (
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    MessageLimit,
    ReplyLimit,
)

from bot.simulator.calls import whole_number
from bot.simulator.entities import read_formatted, utf16_length
from bot.simulator.errors import bad_request

if TYPE_CHECKING:
    from telegram import TelegramObject

    from bot.simulator.calls import Call

log = logging.getLogger(__name__)

Keyboard = dict[str, Any]
NOT_READABLE = (TypeError, KeyError, ValueError, AttributeError)


def read_text(call: Call) -> tuple[str, list[MessageEntity]]:
    """The text of a message; Refused when it is empty, too long or not well formed."""
    text, entities = _formatted(call, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad_request("message is too long")
    return text, entities


def read_caption(call: Call) -> tuple[str | None, list[MessageEntity]]:
    """The caption below a picture or file; Refused when it is too long or not well formed."""
    text, entities = _formatted(call, "caption", "caption_entities")
    if utf16_length(text) > MessageLimit.CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return text or None, entities


def _formatted(call: Call, name: str, entities_name: str) -> tuple[str, list[MessageEntity]]:
    text = (call.text(name) or "").replace("\r", "")
    given = call.structure(entities_name)
    if given:
        try:
            entities = list(MessageEntity.de_list(given, None))
        except NOT_READABLE:
            raise bad_request("can't parse entities JSON object") from None
        return text.rstrip(), _inside(entities, utf16_length(text))
    visible, entities = read_formatted(text, call.text("parse_mode"))
    return _trimmed(visible, entities)


def _inside(entities: list[MessageEntity], length: int) -> list[MessageEntity]:
    for entity in entities:
        if entity.offset < 0 or entity.length < 1 or entity.offset + entity.length > length:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
                f"at UTF-16 offset {length}"
            )
    return entities


def _trimmed(text: str, entities: list[MessageEntity]) -> tuple[str, list[MessageEntity]]:
    """Telegram cuts the blanks at both ends, and moves the entities along."""
    trimmed = text.strip()
    moved = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(trimmed)
    kept = []
    for entity in entities:
        start = max(0, entity.offset - moved)
        stop = min(end, entity.offset + entity.length - moved)
        if stop > start:
            kept.append(MessageEntity(entity.type, start, stop - start, url=entity.url))
    return trimmed, kept[: MessageLimit.MESSAGE_ENTITIES]


def read_reply_markup(call: Call) -> tuple[InlineKeyboardMarkup | None, Keyboard | None]:
    """The buttons under a message, or the keyboard of the phone; Refused by Telegram's limits."""
    given = call.structure("reply_markup")
    if given is None:
        return None, None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    try:
        if "inline_keyboard" in given:
            markup = InlineKeyboardMarkup.de_json(given, None)
            warn_of_unknown_fields(call.method, markup)
            return (_checked(markup) if markup.inline_keyboard else None), None
        if "keyboard" in given:
            keys = [[_key(key) for key in row] for row in given["keyboard"]]
            rest = {name: value for name, value in given.items() if name != "keyboard"}
            return None, _keyboard(ReplyKeyboardMarkup(keys, **rest))
        if given.get("remove_keyboard"):
            return None, {"remove": True}
    except NOT_READABLE:
        raise bad_request("can't parse reply keyboard markup JSON object") from None
    return None, None


def _checked(markup: InlineKeyboardMarkup) -> InlineKeyboardMarkup:
    rows = [row for row in markup.inline_keyboard if row]
    too_many = sum(map(len, rows)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
    if too_many or max(map(len, rows)) > InlineKeyboardMarkupLimit.BUTTONS_PER_ROW:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check_button(button)
    return InlineKeyboardMarkup(rows)


def _check_button(button: InlineKeyboardButton) -> None:
    if not isinstance(button.text, str) or not button.text.strip():
        raise bad_request(
            'can\'t parse inline keyboard button: Field "text" must be a non-empty string'
        )
    if button.callback_data is not None:
        size = len(str(button.callback_data).encode())
        limit = InlineKeyboardButtonLimit
        if not limit.MIN_CALLBACK_DATA <= size <= limit.MAX_CALLBACK_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif button.url is not None:
        address = urlsplit(button.url)
        if address.scheme not in ("http", "https", "tg") or not address.netloc:
            raise bad_request(
                f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL"
            )
    elif len(button.to_dict()) <= 1:
        raise bad_request("text buttons are unallowed in the inline keyboard")


def _key(given: Any) -> KeyboardButton:
    return KeyboardButton(given) if isinstance(given, str) else KeyboardButton.de_json(given, None)


def _keyboard(markup: ReplyKeyboardMarkup) -> Keyboard:
    hint = markup.input_field_placeholder or ""
    if len(hint) > ReplyLimit.MAX_INPUT_FIELD_PLACEHOLDER:
        raise bad_request("reply markup input field placeholder is too long")
    rows = []
    for row in markup.keyboard:
        keys: list[dict[str, Any]] = []
        for button in row:
            if not button.text.strip():
                raise bad_request("keyboard button text must be non-empty")
            key: dict[str, Any] = {"text": button.text}
            if button.request_contact:
                key["request_contact"] = True
            keys.append(key)
        if keys:
            rows.append(keys)
    return {"rows": rows, "one_time": bool(markup.one_time_keyboard)}


def read_reply_to(call: Call) -> tuple[int | None, bool]:
    """The message that is answered, and whether the reply may go without it."""
    given = call.structure("reply_parameters")
    if given is None:
        return call.integer("reply_to_message_id"), call.flag("allow_sending_without_reply")
    try:
        reply = ReplyParameters.de_json(given, None)
        message_id = whole_number(reply.message_id)
    except NOT_READABLE:
        raise bad_request("can't parse reply parameters JSON object") from None
    return message_id, bool(reply.allow_sending_without_reply)


def warn_of_unknown_fields(method: str, thing: TelegramObject) -> None:
    """Log what python-telegram-bot does not know: a slip of the bot, or a newer API."""
    if thing.api_kwargs:
        log.warning("%s: unknown fields %s", method, sorted(thing.api_kwargs))

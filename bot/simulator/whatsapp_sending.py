"""What the Cloud API accepts as a message, by the figures of its documentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.simulator.whatsapp_errors import GraphRefused, invalid, missing, parameter
from bot.simulator.whatsapp_interactive import read_interactive

Json = dict[str, Any]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_FILE_NAME = 240
LONGEST_CALLBACK_DATA = 512
LONGEST_PAYLOAD = 128
BUTTON_TYPES = (
    "BOOKING_CONFIRMATION", "CATALOG", "COPY_CODE", "FLOW", "MPM", "ORDER_DETAILS", "QUICK_REPLY",
    "REMINDER", "URL", "VOICE_CALL",
)  # fmt: skip
MEDIA_KINDS = ("image", "document", "audio", "video", "sticker")
CAPTIONED = ("image", "document", "video")
KINDS = (
    "text", "interactive", "image", "document", "audio", "video", "sticker", "template",
    "reaction", "location", "contacts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sending:
    """A message that the bot asks to be sent, once its form is right."""

    to: str
    """Digits of a phone number; empty when only a business-scoped user id is given."""
    recipient: str
    """A business-scoped user id, or empty."""
    kind: str
    content: Json
    answers: str | None
    """The id of the message that this one quotes."""
    callback_data: str | None


def read_sending(body: Json) -> Sending:
    """The message in a request; GraphRefused says what is wrong with it."""
    _check_product(body)
    to, recipient = "".join(filter(str.isdigit, _text(body, "to"))), _text(body, "recipient")
    if not to and not recipient:
        raise parameter("The parameter to is required.")
    if _text(body, "recipient_type") not in ("", "individual"):
        raise parameter("Param recipient_type must be one of {INDIVIDUAL, GROUP}.")
    kind = _text(body, "type") or "text"
    if kind not in KINDS:
        names = ", ".join(each.upper() for each in KINDS)
        raise parameter(f'Param type must be one of {{{names}}} - got "{kind}".')
    content = body.get(kind)
    if kind == "contacts":
        content = {"contacts": content}
    if not isinstance(content, dict):
        raise parameter(f"The parameter {kind} is required.")
    _check_content(kind, content)
    context = body.get("context")
    answers = context.get("message_id") if isinstance(context, dict) else None
    return Sending(to, recipient, kind, content, answers, _callback_data(body))


def _check_product(body: Json) -> None:
    if body.get("messaging_product") != "whatsapp":
        raise parameter("The parameter messaging_product is required.")


def _text(body: Json, name: str) -> str:
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise parameter(f"Param {name} must be a string.")
    return value or ""


def _callback_data(body: Json) -> str | None:
    data = _text(body, "biz_opaque_callback_data")
    if len(data) > LONGEST_CALLBACK_DATA:
        raise parameter(
            "Param biz_opaque_callback_data must be at most "
            f"{LONGEST_CALLBACK_DATA} characters long."
        )
    return data or None


def _check_content(kind: str, content: Json) -> None:
    if kind == "text":
        _check_text(content)
    elif kind == "interactive":
        read_interactive(content)
    elif kind in MEDIA_KINDS:
        _check_media(kind, content)
    elif kind == "template":
        _check_template(content)
    elif kind == "reaction":
        if not content.get("message_id") or "emoji" not in content:
            raise missing("Reaction needs message_id and emoji")
    elif kind == "location":
        if not {"latitude", "longitude"} <= content.keys():
            raise missing("Location needs latitude and longitude")
    elif not isinstance(content["contacts"], list) or not content["contacts"]:
        raise missing("Contacts must be a non-empty list")


def _check_text(content: Json) -> None:
    words = content.get("body")
    if not isinstance(words, str) or not words.strip():
        raise parameter("The parameter text['body'] is required.")
    if len(words) > LONGEST_TEXT:
        raise parameter(f"Param text['body'] must be at most {LONGEST_TEXT} characters long.")


def _check_media(kind: str, content: Json) -> None:
    if bool(content.get("id")) == bool(content.get("link")):
        raise parameter(f"Param {kind} must have exactly one of id and link.")
    caption = content.get("caption")
    if caption is None:
        return
    if kind not in CAPTIONED:
        raise parameter(f"Unexpected key caption on param {kind}.")
    if not isinstance(caption, str) or len(caption) > LONGEST_CAPTION:
        raise parameter(
            f"Param {kind}['caption'] must be at most {LONGEST_CAPTION} characters long."
        )
    if len(str(content.get("filename", ""))) > LONGEST_FILE_NAME:
        raise invalid(f"Filename is too long. Max length is {LONGEST_FILE_NAME}")


def _check_template(content: Json) -> None:
    language = content.get("language")
    if not isinstance(content.get("name"), str) or not content["name"]:
        raise parameter("The parameter template['name'] is required.")
    if not isinstance(language, dict) or not isinstance(language.get("code"), str):
        raise parameter("The parameter template['language']['code'] is required.")
    components = content.get("components", [])
    if not isinstance(components, list) or not all(isinstance(c, dict) for c in components):
        raise parameter("Param template['components'] must be an array.")
    for position, component in enumerate(components):
        if str(component.get("type", "")).lower() == "button":
            _check_button(f"template['components'][{position}]", component)


def _check_button(where: str, component: Json) -> None:
    """What is given to one button of a template."""
    kind = _text(component, "sub_type").upper()
    if kind not in BUTTON_TYPES:
        names = ", ".join(BUTTON_TYPES)
        got = component.get("sub_type")
        raise parameter(f"Param {where}['sub_type'] must be one of {{{names}}} - got \"{got}\".")
    index = str(component.get("index", ""))
    if not index.isdigit():
        raise parameter(f"Param {where}['index'] must be an integer.")
    for given in component.get("parameters", []):
        payload = given.get("payload")
        if kind != "QUICK_REPLY" or payload is None:
            continue
        if given.get("type") != "payload" or not isinstance(payload, str) or not payload:
            raise missing(f"buttons: Button at index {index} requires a payload")
        if len(payload) > LONGEST_PAYLOAD:
            raise invalid(f"buttons: payload at index {index} is longer than {LONGEST_PAYLOAD}")


def read_mark(body: Json) -> tuple[str, bool]:
    """The id of a message to be marked as read, and whether the bot is seen typing an answer."""
    _check_product(body)
    if body.get("status") != "read":
        raise parameter("Param status must be one of {READ}.")
    message_id = _text(body, "message_id")
    if not message_id:
        raise parameter("The parameter message_id is required.")
    typing = body.get("typing_indicator")
    if typing is not None and (not isinstance(typing, dict) or typing.get("type") != "text"):
        raise parameter("Param typing_indicator['type'] must be one of {TEXT}.")
    return message_id, typing is not None


def unknown_message(message_id: str) -> GraphRefused:
    """What marking a message says that is not there."""
    return invalid(f"Message ID {message_id} does not exist")

"""From a webhook of WhatsApp to what happened, in our own vocabulary. Pure.

Facts: CHANNELS.md, "Webhook in" and "Statuses out"; Meta's webhook reference of July 2026.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from bot.channels.base import (
    DeliveryStatus,
    InboundEvent,
    PayloadNotUnderstood,
    Sender,
)
from bot.channels.whatsapp_content import content_of, dict_in, text_in
from bot.channels.whatsapp_errors import GraphError, send_error
from bot.channels.whatsapp_news import is_known, news
from bot.channels.whatsapp_pieces import pieces
from handlers.messages import InboundMessage, Json, Kind, say

UNKNOWN_TIME = datetime.max.replace(tzinfo=UTC)
"""When the network does not say when: the inbox takes the moment of arrival instead."""

_ID_LENGTH_MAX = 190
_NUMBER = re.compile(r"[0-9]{5,15}")
_USER_ID = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}")
"""What stands for somebody who hides their number, in one business portfolio."""
_MILLISECONDS_FROM = 100_000_000_000
"""A larger number of seconds would be thousands of years ahead: such a time is in milliseconds."""
_LATEST_SECONDS = 253_402_300_000
_RANKS = {"sent": 1, "delivered": 2, "read": 3, "played": 4}
_KEPT_ONLY = frozenset({"reaction", "revoke", "deleted", "request_welcome"})
"""Kinds that deserve no answer: a heart on our message, a message taken back."""


def read(payload: Json, phone_id: str) -> list[InboundEvent]:
    """What one webhook tells about our number. Raises PayloadNotUnderstood."""
    return [event for piece in pieces(payload) for event in _piece(piece, phone_id)]


def _piece(piece: Json, phone_id: str) -> list[InboundEvent]:
    change = _change(piece)
    value, field = change["value"], change.get("field")
    if field != "messages":
        if not is_known(str(field)):
            raise PayloadNotUnderstood(f"a change of {field}"[:80])
        told = news(str(field), value)
        digest = sha256(repr(change).encode("utf-8", "replace")).hexdigest()
        return [InboundEvent(f"n:{digest}", Sender(""), "", private=True, news=told)]
    ours = dict_in(value.get("metadata")).get("phone_number_id")
    if str(ours) != phone_id:
        raise PayloadNotUnderstood("about another number than ours")
    for name in ("messages", "statuses"):
        items = value.get(name)
        if isinstance(items, list) and items:
            item = _item(items[0], name)
            return _message(item, value) if name == "messages" else _status(item)
    errors = value.get("errors")
    codes = [each.get("code") for each in errors if isinstance(each, dict)] if errors else []
    raise PayloadNotUnderstood(f"errors {codes}" if codes else "neither messages nor statuses")


def _change(piece: Json) -> dict[str, Any]:
    try:
        change = piece["entry"][0]["changes"][0]
        value = change["value"]
    except (TypeError, KeyError, IndexError):
        raise PayloadNotUnderstood("not shaped like a webhook") from None
    if not isinstance(value, dict) or not isinstance(change, dict):
        raise PayloadNotUnderstood("a change without a value")
    return change


def _item(item: Any, name: str) -> dict[str, Any]:
    if not isinstance(item, dict) or not isinstance(item.get("id"), str) or not item["id"]:
        raise PayloadNotUnderstood(f"{name} without an id")
    return item


# Messages ----------------------------------------------------------------------------------------


def _message(message: dict[str, Any], value: dict[str, Any]) -> list[InboundEvent]:
    if message.get("group_id"):
        raise PayloadNotUnderstood("a message in a group")
    kind = str(message.get("type"))
    if kind == "system":
        return _system(message, value)
    sender = _sender(message, value)
    inbound = None if kind in _KEPT_ONLY else _inbound(message, kind, sender)
    key = _key(message["id"])
    return [InboundEvent(key, sender, sender.external_id, private=True, message=inbound)]


def _sender(message: Mapping[str, Any], value: Mapping[str, Any]) -> Sender:
    """The phone number if it is told; beside it, or instead of it, the id that hides it."""
    contacts = value.get("contacts")
    contact = dict_in(contacts[0]) if isinstance(contacts, list) and contacts else {}
    phone = text_in(message.get("from")) or text_in(contact.get("wa_id"))
    user_id = text_in(message.get("from_user_id")) or text_in(contact.get("user_id"))
    digits = phone.removeprefix("+")
    digits = digits if _NUMBER.fullmatch(digits) else ""
    user_id = user_id if _USER_ID.fullmatch(user_id) else ""
    if not digits and not user_id:
        raise PayloadNotUnderstood("a message of nobody whom we could answer")
    name = text_in(dict_in(contact.get("profile")).get("name"))
    return Sender(
        external_id=digits or user_id,
        name=name,
        phone=f"+{digits}" if digits else None,
        alias=user_id if digits and user_id else None,
    )


def _inbound(message: dict[str, Any], kind: str, sender: Sender) -> InboundMessage:
    if kind == "edit":
        return _edited(message, sender)
    content = content_of(message, kind, sender)
    context = dict_in(message.get("context"))
    forwarded = bool(context.get("forwarded") or context.get("frequently_forwarded"))
    return InboundMessage(
        content.kind,
        _moment(message.get("timestamp")),
        text=content.text,
        button=content.button,
        media=content.media,
        contact=content.contact,
        message_id=message["id"],
        reply_to=text_in(context.get("id")) or None,
        forwarded=forwarded,
    )


def _edited(message: dict[str, Any], sender: Sender) -> InboundMessage:
    """A text or caption that was changed within a quarter of an hour."""
    edit = dict_in(message.get("edit"))
    inner = dict_in(edit.get("message"))
    content = content_of(inner, str(inner.get("type")), sender)
    return InboundMessage(
        Kind.EDITED,
        _moment(message.get("timestamp")),
        text=content.text,
        media=content.media,
        message_id=message["id"],
        edits=text_in(edit.get("original_message_id")) or None,
    )


# A person who changes number ---------------------------------------------------------------------


def _system(message: dict[str, Any], value: dict[str, Any]) -> list[InboundEvent]:
    """A new number, or a new id without a number; anything else is only kept."""
    system = dict_in(message.get("system"))
    before = text_in(system.get("previous_user_id"))
    if not text_in(message.get("from")) and _USER_ID.fullmatch(before):
        sender = Sender(before)
    else:
        sender = _sender(message, value)
    phone = text_in(system.get("wa_id")) or text_in(system.get("new_wa_id"))
    user_id = text_in(system.get("user_id"))
    changes = {
        "user_changed_number": phone or user_id,
        "customer_changed_number": phone or user_id,
        "user_changed_user_id": user_id,
    }
    moved_to = changes.get(text_in(system.get("type")), "").removeprefix("+")
    if text_in(system.get("type")) == "customer_identity_changed":
        told = say("whatsapp.identity_changed", name=sender.name or f"…{sender.external_id[-3:]}")
        key = _key(message["id"])
        return [InboundEvent(key, sender, sender.external_id, private=True, news=told)]
    return [
        InboundEvent(
            _key(message["id"]),
            sender,
            sender.external_id,
            private=True,
            moved_to=moved_to
            if _NUMBER.fullmatch(moved_to) or _USER_ID.fullmatch(moved_to)
            else None,
        )
    ]


# Statuses ----------------------------------------------------------------------------------------


def _status(status: dict[str, Any]) -> list[InboundEvent]:
    word = text_in(status.get("status"))
    chat = text_in(status.get("recipient_id")) or text_in(status.get("recipient_user_id"))
    failure = None
    if word == "failed":
        told = status.get("errors")
        error = GraphError.of(told[0]) if isinstance(told, list) and told else None
        failure = send_error(error or GraphError(131000, detail="failed without a reason"))
    known = DeliveryStatus(
        message_id=status["id"],
        rank=_RANKS.get(word, 0),
        at=_moment(status.get("timestamp")),
        tag=text_in(status.get("biz_opaque_callback_data")),
        failure=failure,
    )
    key = _key(f"{status['id']}:{word[:20]}")
    return [InboundEvent(f"s:{key}", Sender(""), chat[:140], private=True, status=known)]


# Plain values ------------------------------------------------------------------------------------


def _moment(told: Any) -> datetime:
    """A time in seconds, or in milliseconds, as text or number."""
    try:
        seconds = float(str(told))
    except ValueError:
        return UNKNOWN_TIME
    if seconds >= _MILLISECONDS_FROM:
        seconds /= 1000
    if not 0 < seconds < _LATEST_SECONDS:
        return UNKNOWN_TIME
    return datetime.fromtimestamp(seconds, UTC)


def _key(identity: str) -> str:
    """An id as it is; one that is too long for its column by its hash."""
    if len(identity) <= _ID_LENGTH_MAX:
        return identity
    return sha256(identity.encode("utf-8", "replace")).hexdigest()

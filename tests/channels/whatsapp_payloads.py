"""Webhooks as Meta sends them, made for tests."""

import json
from typing import Any

from bot.channels.whatsapp_webhook import signed
from tests.channels.graph_api import BUSINESS_ID, PHONE_ID, SECRET

SARI = "6281255501001"
SARI_ID = "ID.1349120865530274191800"
NOON = 1_563_336_000
"""17 July 2019, 12:00 in WITA."""


def webhook(value: dict[str, Any], field: str = "messages") -> dict[str, Any]:
    metadata = {"display_phone_number": "628115550100", "phone_number_id": PHONE_ID}
    whole = {"messaging_product": "whatsapp", "metadata": metadata, **value}
    changes = [{"field": field, "value": whole}]
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": BUSINESS_ID, "changes": changes}],
    }


def message(kind: str = "text", number: int = 1, **more: Any) -> dict[str, Any]:
    content = {"text": {"body": "halo"}} if kind == "text" and "text" not in more else {}
    return {
        "from": SARI,
        "id": f"wamid.in{number}",
        "timestamp": str(NOON + number),
        "type": kind,
        **content,
        **more,
    }


def contact(
    phone: str | None = SARI, user_id: str | None = None, name: str = "Sari"
) -> dict[str, Any]:
    told: dict[str, Any] = {"profile": {"name": name}}
    if phone:
        told["wa_id"] = phone
    if user_id:
        told["user_id"] = user_id
    return told


def said(*messages: Any, contacts: Any = None) -> dict[str, Any]:
    """A webhook with these messages."""
    return webhook({"contacts": contacts or [contact()], "messages": list(messages)})


def status(
    word: str, message_id: str = "wamid.1", *, code: int | None = None, **more: Any
) -> dict[str, Any]:
    told = {
        "id": message_id,
        "status": word,
        "timestamp": str(NOON + 60),
        "recipient_id": SARI,
        **more,
    }
    if code is not None:
        told["errors"] = [{"code": code, "title": "Something about 6281255501001"}]
    return told


def statuses(*each: Any) -> dict[str, Any]:
    return webhook({"statuses": list(each)})


def posted(payload: Any, *, secret: str = SECRET) -> tuple[bytes, dict[str, str]]:
    """Body and headers of a signed webhook."""
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    signature = signed(body, secret.encode())
    return body, {"X-Hub-Signature-256": signature, "Content-Type": "application/json"}

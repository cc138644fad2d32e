"""What Meta tells about our account and our templates: words for staff, who can act on it. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from handlers.messages import Reply, say

_BAD_TEMPLATE_EVENTS = {"REJECTED", "PAUSED", "DISABLED", "FLAGGED", "PENDING_DELETION"}
_BAD_QUALITIES = {"RED", "LOW"}


def news(field: str, value: Mapping[str, Any]) -> Reply | None:
    """What staff should hear of a change; an empty text if nothing; None for an unknown one."""
    read_it = _READERS.get(field)
    return None if read_it is None else read_it(value)


NOTHING = Reply("")
"""Known, and no business of anybody: only kept."""


def _template_status(value: Mapping[str, Any]) -> Reply:
    event = str(value.get("event"))
    name = str(value.get("message_template_name"))
    if event == "APPROVED":
        return say("whatsapp.template_approved", template=name)
    if event not in _BAD_TEMPLATE_EVENTS:
        return NOTHING
    return say("whatsapp.template_trouble", template=name, event=event)


def _template_quality(value: Mapping[str, Any]) -> Reply:
    if str(value.get("new_quality_score")) not in _BAD_QUALITIES:
        return NOTHING
    return say("whatsapp.template_quality", template=str(value.get("message_template_name")))


def _template_category(value: Mapping[str, Any]) -> Reply:
    return say(
        "whatsapp.template_category",
        template=str(value.get("message_template_name")),
        category=str(value.get("new_category") or value.get("correct_category") or "?"),
    )


def _number_quality(value: Mapping[str, Any]) -> Reply:
    return say("whatsapp.number_quality", event=str(value.get("event") or "?"))


def _account(value: Mapping[str, Any]) -> Reply:
    told = value.get("event") or value.get("alert_type") or value.get("decision") or "?"
    return say("whatsapp.account_news", event=str(told))


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Reply]] = {
    "message_template_status_update": _template_status,
    "message_template_quality_update": _template_quality,
    "template_category_update": _template_category,
    "message_template_components_update": lambda _: NOTHING,
    "phone_number_quality_update": _number_quality,
    "phone_number_name_update": _account,
    "account_update": _account,
    "account_alerts": _account,
    "account_review_update": _account,
    "business_capability_update": lambda _: NOTHING,
    "user_preferences": lambda _: NOTHING,
    "security": _account,
}

"""What Meta tells about our account and our templates: words for staff, who can act on it. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from handlers.messages import Reply, say

_BAD_TEMPLATE_EVENTS = {"REJECTED", "PAUSED", "DISABLED", "FLAGGED", "PENDING_DELETION"}
_BAD_QUALITIES = {"RED", "LOW"}


def is_known(field: str) -> bool:
    """Whether a change of this kind is one that we have heard of."""
    return field in _READERS or field in _QUIET


def news(field: str, value: Mapping[str, Any]) -> Reply | None:
    """What staff should hear of a known change; none where it is only kept."""
    read_it = _READERS.get(field)
    return None if read_it is None else read_it(value)


def _template_status(value: Mapping[str, Any]) -> Reply | None:
    event = str(value.get("event"))
    name = str(value.get("message_template_name"))
    if event == "APPROVED":
        return say("whatsapp.template_approved", template=name)
    if event not in _BAD_TEMPLATE_EVENTS:
        return None
    return say("whatsapp.template_trouble", template=name, event=event)


def _template_quality(value: Mapping[str, Any]) -> Reply | None:
    if str(value.get("new_quality_score")) not in _BAD_QUALITIES:
        return None
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


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Reply | None]] = {
    "message_template_status_update": _template_status,
    "message_template_quality_update": _template_quality,
    "template_category_update": _template_category,
    "phone_number_quality_update": _number_quality,
    "phone_number_name_update": _account,
    "account_update": _account,
    "account_alerts": _account,
    "account_review_update": _account,
    "security": _account,
}
_QUIET = frozenset(
    {"message_template_components_update", "business_capability_update", "user_preferences"}
)

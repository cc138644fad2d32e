"""The settings of WhatsApp: an account is set whole, or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.channels.whatsapp_account import WhatsAppAccount
from bot.setting import Setting, http_address, mask, whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

API_BASE = "https://graph.facebook.com"
API_VERSION = "v26.0"
PEOPLE_A_DAY = 250
"""Where every account begins."""


def _matching(pattern: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(text)
        return text

    return read


WHATSAPP_SETTINGS = (
    Setting(
        "WHATSAPP_TOKEN",
        "The access token of a system user of Meta's business manager. Without it: no WhatsApp.",
        "copy the whole token of the system user, such as EAAG…",
        _matching(r"[!-~]{16,}"),
        shown=mask,
    ),
    Setting(
        "WHATSAPP_PHONE_ID",
        "The id of our WhatsApp number (not the number itself).",
        "copy the `Phone number ID` of WhatsApp > API setup: digits only",
        _matching(r"[0-9]{5,}"),
    ),
    Setting(
        "WHATSAPP_BUSINESS_ID",
        "The id of the WhatsApp Business Account, to which templates belong.",
        "copy the `WhatsApp Business Account ID` of WhatsApp > API setup: digits only",
        _matching(r"[0-9]{5,}"),
    ),
    Setting(
        "WHATSAPP_APP_SECRET",
        "The secret of the Meta app, with which every webhook is signed.",
        "copy the `App secret` of App settings > Basic: 32 letters and digits",
        _matching(r"[!-~]{16,}"),
        shown=mask,
    ),
    Setting(
        "WHATSAPP_VERIFY_TOKEN",
        "A word of your own; give the same one to Meta beside the address /webhooks/whatsapp.",
        "make up at least 16 letters and digits, and give Meta the same",
        _matching(r"[!-~]{16,}"),
        shown=mask,
    ),
    Setting(
        "WHATSAPP_API_BASE",
        "The address of the Graph API; another one for a proxy.",
        f"give an address such as {API_BASE}",
        http_address,
        default=API_BASE,
    ),
    Setting(
        "WHATSAPP_API_VERSION",
        "The version of the Graph API.",
        f"give a version such as {API_VERSION}",
        _matching(r"v[0-9]+\.[0-9]+"),
        default=API_VERSION,
    ),
    Setting(
        "WHATSAPP_PEOPLE_A_DAY",
        "With how many people we may begin to talk in 24 hours: the messaging limit that Meta's"
        " business manager shows.",
        "give the messaging limit of the account, such as 250 or 2000",
        whole_number(1, 10_000_000),
        default=str(PEOPLE_A_DAY),
    ),
)

ACCOUNT = WHATSAPP_SETTINGS[:5]
"""What makes an account: all of these, or none."""


def half_set(values: Mapping[str, Any], wrong: set[str]) -> list[Setting]:
    """What lacks of an account of which something is set; nothing if none of it is, or all."""
    begun = [s for s in ACCOUNT if values[s.name] is not None or s.name in wrong]
    if not begun:
        return []
    return [s for s in ACCOUNT if values[s.name] is None and s.name not in wrong]


def account_of(settings: Any) -> WhatsAppAccount | None:
    """The account that the settings name, if they name one."""
    if settings.whatsapp_token is None:
        return None
    fields = WhatsAppAccount.__dataclass_fields__
    return WhatsAppAccount(**{name: getattr(settings, f"whatsapp_{name}") for name in fields})

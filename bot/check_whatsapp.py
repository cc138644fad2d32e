"""What `gulir check` tries of WhatsApp: token, number, webhook, templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.base import ChannelMisconfigured, SendError
from bot.channels.whatsapp_admin import WhatsAppAdmin, compare
from bot.finding import Finding
from locales.templates import broken_rules, templates

if TYPE_CHECKING:
    from bot.channels.whatsapp_account import WhatsAppAccount


async def check_whatsapp(account: WhatsAppAccount | None) -> list[Finding]:
    """Everything about our account; nothing is tried if there is none."""
    rules = _rules()
    if account is None:
        return [rules, Finding("WhatsApp", "not used: there is no WHATSAPP_TOKEN")]
    admin = WhatsAppAdmin(account)
    try:
        number = await _number(admin)
        if not number.ok:
            return [rules, number]
        return [rules, number, await _webhook(admin), await _templates(admin)]
    finally:
        await admin.close()


def _rules() -> Finding:
    broken = [f"{each.name}: {rule}" for each in templates() for rule in broken_rules(each)]
    if broken:
        return Finding("WhatsApp texts", broken[0], "run `gulir templates check`, mend the files")
    return Finding("WhatsApp texts", f"{len(templates())} templates keep every rule")


async def _number(admin: WhatsAppAdmin) -> Finding:
    try:
        told = await admin.number()
    except ChannelMisconfigured as error:
        mending = "make a new token for the system user, with whatsapp_business_messaging"
        return Finding("WhatsApp token", str(error), mending)
    except SendError as error:
        mending = "check the network, WHATSAPP_API_BASE and WHATSAPP_PHONE_ID"
        return Finding("WhatsApp number", str(error), mending)
    shown = told.get("display_phone_number")
    if not shown:
        return Finding("WhatsApp number", "unknown", "copy WHATSAPP_PHONE_ID again")
    quality = str(told.get("quality_rating") or "UNKNOWN")
    seen = f"{shown}, quality {quality}"
    if quality == "RED":
        return Finding("WhatsApp number", seen, "send less unasked: people complain about us")
    return Finding("WhatsApp number", seen)


async def _webhook(admin: WhatsAppAdmin) -> Finding:
    try:
        apps = await admin.subscribed_apps()
    except SendError as error:
        mending = "check WHATSAPP_BUSINESS_ID, and that the token may manage the account"
        return Finding("WhatsApp webhook", str(error), mending)
    if not apps:
        mending = "subscribe the app to `messages`, with the address …/webhooks/whatsapp"
        return Finding("WhatsApp webhook", "no app is told of messages", mending)
    return Finding("WhatsApp webhook", f"{len(apps)} app is told of messages")


async def _templates(admin: WhatsAppAdmin) -> Finding:
    try:
        differences = compare(templates(), await admin.templates())
    except SendError as error:
        mending = "check WHATSAPP_BUSINESS_ID, and that the token may manage templates"
        return Finding("WhatsApp templates", str(error), mending)
    wrong = [each for each in differences if each.mending]
    if not wrong:
        return Finding("WhatsApp templates", f"all {len(differences)} approved")
    seen = f"{len(wrong)} of {len(differences)} not usable, such as {wrong[0].template.name}"
    return Finding(
        "WhatsApp templates", f"{seen}: {wrong[0].seen}", "run `gulir templates compare`"
    )

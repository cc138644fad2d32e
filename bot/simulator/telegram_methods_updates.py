"""The methods with which the bot asks for its updates."""

from __future__ import annotations

import ipaddress
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from telegram import WebhookInfo
from telegram.constants import PollingLimit, UpdateType, WebhookLimit

from bot.simulator.errors import bad_request

if TYPE_CHECKING:
    from bot.simulator.calls import Call
    from bot.simulator.world import World

LONGEST_POLL_SECONDS = 50
SECRET = re.compile(rf"[A-Za-z0-9_-]{{1,{int(WebhookLimit.MAX_SECRET_TOKEN_LENGTH)}}}")


async def get_updates(world: World, call: Call) -> Any:
    world.updates.allow(_allowed_updates(call))
    limit = call.integer("limit") or int(PollingLimit.MAX_LIMIT)
    return await world.updates.poll(
        call.integer("offset") or 0,
        min(max(limit, PollingLimit.MIN_LIMIT), PollingLimit.MAX_LIMIT),
        min(max(call.integer("timeout") or 0, 0), LONGEST_POLL_SECONDS),
    )


async def set_webhook(world: World, call: Call) -> Any:
    url = call.text("url") or ""
    if not url:
        return await delete_webhook(world, call)
    _check_url(url)
    secret = call.text("secret_token") or ""
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(_allowed_updates(call))
    if call.flag("drop_pending_updates"):
        world.updates.drop_all()
    most = call.integer("max_connections") or 40
    world.store.keep_fact(
        "webhook",
        {"url": url, "secret": secret, "connections": min(max(most, 1), 100), "error": None},
    )
    world.updates.wake()
    return True


def _check_url(url: str) -> None:
    address = urlsplit(url)
    # The real server wants HTTPS; a Bot API server of one's own takes plain HTTP nearby.
    if address.scheme == "http" and _is_nearby(address.hostname or ""):
        return
    if address.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    ports = {int(port) for port in (443, 80, 88, 8443)}
    if (address.port or 443) not in ports:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _is_nearby(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def delete_webhook(world: World, call: Call) -> Any:
    if call.flag("drop_pending_updates"):
        world.updates.drop_all()
    world.store.keep_fact("webhook", None)
    return True


async def get_webhook_info(world: World, _: Call) -> Any:
    webhook = world.store.fact("webhook") or {"url": "", "error": None, "connections": None}
    error = webhook["error"] or {}
    return WebhookInfo(
        webhook["url"],
        has_custom_certificate=False,
        pending_update_count=world.updates.count(),
        last_error_date=datetime.fromtimestamp(error["at"], UTC) if error else None,
        last_error_message=error.get("message"),
        max_connections=webhook["connections"],
        allowed_updates=world.store.fact("allowed_updates") or None,
    ).to_dict()


def _allowed_updates(call: Call) -> list[str] | None:
    given = call.structure("allowed_updates")
    if given is None:
        return None
    if not isinstance(given, list):
        raise bad_request("can't parse allowed updates JSON object")
    known = {kind.value for kind in UpdateType}
    return [kind for kind in given if isinstance(kind, str) and kind in known]

"""How the simulator's own API reads its requests and says what cannot be done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.simulator.clock import ClockRunsForward
from bot.simulator.errors import PhoneCannot, Refused
from bot.simulator.faults import RuleNotUnderstood

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


@web.middleware
async def refuse_in_json(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer what cannot be done with a status and a sentence."""
    try:
        return await handler(request)
    except PhoneCannot as error:
        return web.json_response({"error": error.sentence}, status=error.status)
    except Refused as error:
        sentence = f"Telegram menolak: {error.description}"
        return web.json_response({"error": sentence}, status=error.status)
    except RuleNotUnderstood as error:
        return web.json_response({"error": f"Aturan tidak dimengerti: {error}"}, status=400)
    except ClockRunsForward:
        return web.json_response({"error": "Jam hanya bisa maju."}, status=400)
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as error:
        if not request.path.startswith("/api/"):
            raise
        sentence = f"Permintaan tidak dimengerti: {error}"
        return web.json_response({"error": sentence}, status=400)


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object of a request, empty when it has no body; PhoneCannot when it is none."""
    if not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except json.JSONDecodeError:
        raise PhoneCannot(400, "Permintaan ini bukan JSON.") from None
    if not isinstance(body, dict):
        raise PhoneCannot(400, "Permintaan ini bukan objek JSON.")
    return body

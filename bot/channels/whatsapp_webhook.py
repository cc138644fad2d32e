"""The address that Meta calls: nothing is believed without its signature, nothing is lost with it.

Facts: CHANNELS.md, "Webhook in".
"""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Sequence
from hashlib import sha256

import orjson
import structlog
from aiohttp import web

from bot.channels.whatsapp_account import WhatsAppAccount
from bot.channels.whatsapp_intake import NotStored
from bot.channels.whatsapp_pieces import pieces
from handlers.messages import Json

log = structlog.get_logger()

PATH = "/webhooks/whatsapp"
SIGNATURE = "X-Hub-Signature-256"
_PATIENCE_SECONDS = 20.0
"""Meta hangs up at some time; what is stored later than this comes again and changes nothing."""

Take = Callable[[Sequence[Json]], Awaitable[None]]


class Webhook:
    """Answers Meta: the question whose address this is, and everything that happens."""

    def __init__(self, account: WhatsAppAccount, take: Take) -> None:
        self._account = account
        self._secret = account.app_secret.encode()
        self._take = take

    def routes(self) -> list[web.RouteDef]:
        """What the web server is to serve."""
        return [web.get(PATH, self.verify, allow_head=False), web.post(PATH, self.receive)]

    async def verify(self, request: web.Request) -> web.Response:
        """Meta asks whether this address is ours: it must know our word."""
        asked = request.query
        known = _equal(asked.get("hub.verify_token", ""), self._account.verify_token)
        if asked.get("hub.mode") != "subscribe" or not known:
            log.warning("webhook_verification_refused")
            return web.Response(status=403)
        return web.Response(text=asked.get("hub.challenge", "")[:512])

    async def receive(self, request: web.Request) -> web.Response:
        """200 when all of it is durable; 401 or 403 for a stranger; 503 when it must come again."""
        signature = request.headers.get(SIGNATURE, "")
        if not signature:
            return web.Response(status=401)
        body = await request.read()  # raises 413 for more than the server was told to take
        if not _equal(signature, signed(body, self._secret)):
            log.warning("webhook_signature_wrong", size_bytes=len(body))
            return web.Response(status=403)
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await self._take(pieces(_payload(body)))
        except (NotStored, TimeoutError):
            return web.Response(status=503, headers={"Retry-After": "5"})
        return web.Response()


def signed(body: bytes, secret: bytes) -> str:
    """The signature of a body: of its bytes as they came, never of what was read from them."""
    return f"sha256={hmac.new(secret, body, sha256).hexdigest()}"


def _equal(given: str, right: str) -> bool:
    """Compared in constant time, whatever a stranger may send."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), right.encode())


def _payload(body: bytes) -> Json:
    """What a signed body holds; one that is no JSON is kept as text."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as trouble:
        log.warning("webhook_unreadable", size_bytes=len(body), trouble=str(trouble)[:120])
        return {"unreadable": body.decode("utf-8", "backslashreplace")}

"""A small Graph API on a real port: it answers as a test tells it to, and checks every request.

What is asked must fit the schema in `whatsapp_api/requests.json`, written from the public
documentation; what does not is answered with an error and fails the test.
"""

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web
from jsonschema import Draft202012Validator

from bot.channels.whatsapp_account import WhatsAppAccount

TOKEN = "EAAG-made-up-token-of-tests"
PHONE_ID = "106540352242922"
BUSINESS_ID = "102290129340398"
SECRET = "made-up-app-secret-0123456789"
VERIFY = "made-up-verify-token-42"
VERSION = "v26.0"

CONTRACT = json.loads((Path(__file__).parent / "whatsapp_api" / "requests.json").read_text())
SCHEMAS = {name: Draft202012Validator(each) for name, each in CONTRACT["requests"].items()}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def breaches(request: str, body: Any) -> list[str]:
    """What of a request is not as the documentation has it."""
    return [
        f"{error.json_path}: {error.message[:200]}" for error in SCHEMAS[request].iter_errors(body)
    ]


@dataclass
class GraphApi:
    """Answers in the order in which a test queued them, per request; else with success."""

    base: str = ""
    calls: list[tuple[str, Any]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    queued: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, bytes] = field(default_factory=dict)
    templates: list[dict[str, Any]] = field(default_factory=list)
    apps: list[dict[str, Any]] = field(default_factory=lambda: [{"whatsapp_business_api_data": {}}])
    quality: str = "GREEN"
    _called: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def account(self) -> WhatsAppAccount:
        return WhatsAppAccount(TOKEN, PHONE_ID, BUSINESS_ID, SECRET, VERIFY, self.base, VERSION)

    def will(self, request: str, *answers: Answer) -> None:
        self.queued[request].extend(answers)

    def asked(self, request: str) -> list[Any]:
        return [body for name, body in self.calls if name == request]

    @property
    def said(self) -> list[Any]:
        """The messages, without the ticks."""
        return [each for each in self.asked("POST messages") if "type" in each]

    async def until(self, count: int) -> None:
        """Wait for so many requests."""
        while len(self.calls) < count:
            self._called.clear()
            await self._called.wait()

    async def on_call(self, request: web.Request) -> web.StreamResponse:
        name, body = await self._read(request)
        self.calls.append((name, body))
        self._called.set()
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return error(190, status=401, message="Invalid OAuth access token.")
        found = breaches(name, body) if name in SCHEMAS else [f"nobody asks for {name}"]
        self.broken += [f"{name} {each}" for each in found]
        if found:
            return error(100, message=found[0])
        if self.queued[name]:
            return await self.queued[name].pop(0)(request)
        return await self._answer(name, body, request)

    async def _read(self, request: web.Request) -> tuple[str, Any]:
        last = request.path.rpartition("/")[2]
        if request.method == "GET":
            known = last if last in ("message_templates", "subscribed_apps") else "media"
            known = "number" if last == PHONE_ID else known
            return f"GET {known}", dict(request.query)
        if last == "media":
            return "POST media", await _form(request)
        return f"POST {last}", await request.json()

    async def _answer(self, name: str, body: Any, request: web.Request) -> web.StreamResponse:
        number = len(self.calls)
        match name:
            case "POST messages" if body.get("status") == "read":
                told: Any = {"success": True}
            case "POST messages":
                chat = body.get("to") or body.get("recipient")
                told = {
                    "messaging_product": "whatsapp",
                    "contacts": [{"input": chat, "wa_id": chat}],
                    "messages": [{"id": f"wamid.{number}"}],
                }
            case "POST media":
                told = {"id": f"{9000 + number}"}
            case "GET media":
                identity = request.path.rpartition("/")[2]
                if identity not in self.files:
                    return error(100, message="Unsupported get request. Object does not exist")
                told = {
                    "id": identity,
                    "url": f"{self.base}/file/{identity}",
                    "mime_type": "image/jpeg",
                    "file_size": len(self.files[identity]),
                }
            case "GET number":
                told = {"display_phone_number": "+62 811-5550-100", "quality_rating": self.quality}
            case "GET subscribed_apps":
                told = {"data": self.apps}
            case "GET message_templates":
                told = {"data": self.templates}
            case _:
                self.templates.append({**body, "status": "PENDING"})
                told = {"id": "1", "status": "PENDING", "category": body["category"]}
        return web.json_response(told)

    async def on_file(self, request: web.Request) -> web.StreamResponse:
        self.calls.append(("GET file", dict(request.headers)))
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.Response(status=401)
        if self.queued["GET file"]:
            return await self.queued["GET file"].pop(0)(request)
        return web.Response(body=self.files[request.match_info["identity"]])


async def _form(request: web.Request) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            size = len(value.file.read())
            kind = value.content_type
            fields[name] = {"name": value.filename, "content_type": kind, "size_bytes": size}
        else:
            fields[name] = value
    return fields


def error(
    code: int, *, status: int = 400, message: str = "(#0) Something", **more: Any
) -> web.Response:
    told = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A", **more}
    return web.json_response({"error": told}, status=status)


def refusing(code: int, *, status: int = 400, **more: Any) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return error(code, status=status, **more)

    return answer


@asynccontextmanager
async def running_graph_api() -> AsyncIterator[GraphApi]:
    api = GraphApi()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_get("/file/{identity}", api.on_file)
    app.router.add_route(
        "*", "/" + re.escape(VERSION).replace("\\", "") + "/{tail:.*}", api.on_call
    )
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
    api.base = f"http://127.0.0.1:{port}"
    try:
        yield api
        assert api.broken == [], api.broken
    finally:
        await runner.cleanup()

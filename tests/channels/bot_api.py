"""A tiny Bot API on a real port: it answers as a test tells it to, and remembers every call."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "123456:made-up-token"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Call:
    """One request of the bot: its method and its fields, files as bytes."""

    method: str
    fields: dict[str, Any]


@dataclass
class BotApi:
    """Answers in the order in which a test queued them, per method; else with success."""

    base: str = ""
    calls: list[Call] = field(default_factory=list)
    queued: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, bytes] = field(default_factory=dict)

    def will(self, method: str, *answers: Answer) -> None:
        self.queued[method].extend(answers)

    def called(self, method: str) -> list[dict[str, Any]]:
        return [call.fields for call in self.calls if call.method == method]

    async def on_call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        self.calls.append(Call(method, await _fields(request)))
        if self.queued[method]:
            return await self.queued[method].pop(0)(request)
        if method == "getUpdates":
            await asyncio.sleep(0.02)
            return web.json_response({"ok": True, "result": []})
        return web.json_response({"ok": True, "result": {"message_id": len(self.calls)}})

    async def on_file(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        if self.queued["file"]:
            return await self.queued["file"].pop(0)(request)
        if path not in self.files:
            return web.json_response({"ok": False, "error_code": 404}, status=404)
        return web.Response(body=self.files[path])


async def _fields(request: web.Request) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            fields[name] = value.file.read()
            continue
        text = value if isinstance(value, str) else bytes(value).decode()
        fields[name] = json.loads(text) if text[:1] in "[{" else text
    return fields


def success(result: Any) -> Answer:
    """A normal answer."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": True, "result": result})

    return answer


def failure(status: int, description: str | None = None, **parameters: int) -> Answer:
    """A refusal of the Bot API."""
    body: dict[str, Any] = {"ok": False, "error_code": status}
    if description is not None:
        body["description"] = description
    if parameters:
        body["parameters"] = parameters

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response(body, status=status)

    return answer


def page(status: int, text: str = "<html><h1>proxy</h1></html>", **headers: str) -> Answer:
    """An answer that is not the Bot API's."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=text, content_type="text/html", headers=headers)

    return answer


def chunked(body: bytes) -> Answer:
    """A body that does not say beforehand how long it is."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.enable_chunked_encoding()
        await response.prepare(request)
        await response.write(body)
        return response

    return answer


def hangs_up() -> Answer:
    """The line is closed after the request was read."""

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    return answer


def never_answers() -> Answer:
    """The request is read, and then nothing."""

    async def answer(_: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        return web.Response()

    return answer


@asynccontextmanager
async def running_bot_api() -> AsyncIterator[BotApi]:
    api = BotApi()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_post("/bot" + TOKEN + "/{method}", api.on_call)
    app.router.add_get("/file/bot" + TOKEN + "/{path:.+}", api.on_file)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.01)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    api.base = f"http://127.0.0.1:{port}"
    try:
        yield api
    finally:
        await runner.cleanup()

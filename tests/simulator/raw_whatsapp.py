"""A business without any library: raw calls of the Graph API, and a webhook that remembers."""

from __future__ import annotations

import asyncio
import hmac
import io
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import web

from bot.simulator.whatsapp_business import Keys

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.simulator.phone import Simulator

Json = dict[str, Any]
SARI, BUDI = "6281250010001", "6281250010002"
VERIFY_TOKEN = "known-to-both"
PATIENCE_SECONDS = 10.0


@dataclass(slots=True)
class Business:
    """What the bot would be: sends as it likes, and keeps every webhook with its raw bytes."""

    sim: Simulator
    session: aiohttp.ClientSession
    payloads: list[Json] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    """Statuses of the next answers; 200 when there is none left."""
    token: str = Keys().token
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def number(self) -> str:
        return self.sim.cast.business.phone_id

    async def call(
        self, method: str, path: str, *, headers: dict[str, str] | None = None, **arguments: Any
    ) -> tuple[int, Json]:
        """One call below `/graph/v26.0/`: the status and the JSON of the answer."""
        url = path if path.startswith("http") else f"{self.sim.base_url}/graph/v26.0/{path}"
        bearer = {"Authorization": f"Bearer {self.token}"}
        async with self.session.request(
            method, url, headers=bearer if headers is None else headers, **arguments
        ) as answer:
            is_json = answer.content_type == "application/json"
            body = await answer.json() if is_json else {"bytes": len(await answer.read())}
            return answer.status, body

    async def send(self, to: str = SARI, **content: Any) -> tuple[int, Json]:
        """One message; a bare text may be given as `text="…"`."""
        if isinstance(content.get("text"), str):
            content |= {"type": "text", "text": {"body": content["text"]}}
        address = {"recipient" if "." in to else "to": to}
        body = {"messaging_product": "whatsapp", **address, **content}
        return await self.call("POST", f"{self.number}/messages", json=body)

    async def sent(self, to: str = SARI, **content: Any) -> str:
        """The same, which must be accepted: the id of the message."""
        status, answer = await self.send(to, **content)
        assert status == 200, answer
        return str(answer["messages"][0]["id"])

    async def refused(self, to: str = SARI, **content: Any) -> tuple[int, str]:
        """The same, which must not: the code, and the details or the message."""
        status, answer = await self.send(to, **content)
        assert status >= 400, answer
        error = answer["error"]
        assert error["fbtrace_id"]
        return error["code"], error.get("error_data", {}).get("details") or error["message"]

    async def upload(self, body: bytes, mime_type: str, name: str = "foto.jpg") -> tuple[int, Json]:
        form = aiohttp.FormData({"messaging_product": "whatsapp", "type": mime_type})
        form.add_field("file", io.BytesIO(body), filename=name, content_type=mime_type)
        return await self.call("POST", f"{self.number}/media", data=form)

    # The webhook ---------------------------------------------------------------------------------

    async def receive(self, request: web.Request) -> web.Response:
        if request.method == "GET":
            asked = request.query
            is_right = asked["hub.verify_token"] == VERIFY_TOKEN
            return web.Response(text=asked["hub.challenge"], status=200 if is_right else 403)
        body = await request.read()
        right = hmac.new(Keys().app_secret.encode(), body, "sha256").hexdigest()
        assert request.headers["X-Hub-Signature-256"] == f"sha256={right}"
        status = self.answers.pop(0) if self.answers else 200
        self.raw.append(body)
        self.payloads.append(json.loads(body))
        self._arrived.set()
        return web.Response(status=status)

    @property
    def messages(self) -> list[Json]:
        return [message for value in self._values() for message in value.get("messages", [])]

    @property
    def statuses(self) -> list[Json]:
        return [status for value in self._values() for status in value.get("statuses", [])]

    def _values(self) -> list[Json]:
        entries = [entry for payload in self.payloads for entry in payload["entry"]]
        return [change["value"] for entry in entries for change in entry["changes"]]

    async def until(self, happened: Callable[[], Any]) -> Any:
        """Wait until something has come in by the webhook."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not (found := happened()):
                self._arrived.clear()
                await self._arrived.wait()
        return found

    async def message(self, number: int = 1) -> Json:
        """The so-many-th message that people have sent."""
        await self.until(lambda: len(self.messages) >= number)
        return self.messages[number - 1]

    async def outcome(self, wamid: str, status: str) -> Json:
        """What the webhook tells of a message of ours, once it has come that far."""

        def told() -> Json | None:
            found = [s for s in self.statuses if (s["id"], s["status"]) == (wamid, status)]
            return found[0] if found else None

        found: Json = await self.until(told)
        return found


@asynccontextmanager
async def business_at(sim: Simulator) -> AsyncIterator[Business]:
    """A business whose webhook is set."""
    async with aiohttp.ClientSession() as session:
        business = Business(sim, session)
        app = web.Application()
        app.router.add_route("*", "/hook", business.receive)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            port = runner.addresses[0][1]
            await sim.set_webhook(f"http://127.0.0.1:{port}/hook", VERIFY_TOKEN)
            yield business
        finally:
            await sim.call("DELETE", "/api/whatsapp/webhook")
            await runner.cleanup()

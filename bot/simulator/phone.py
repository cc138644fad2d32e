"""A person with a phone, for tests: speaks to the simulator over HTTP as the page does."""

from __future__ import annotations

import asyncio
import io
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp

from bot.simulator.cast import read_cast
from bot.simulator.serve import LOCALHOST, running
from bot.simulator.shown import ShownMessage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.simulator.cast import Cast
    from bot.simulator.rates import RateLimits
    from bot.simulator.whatsapp_business import Keys

__all__ = ["NoReply", "PhoneRefused", "ShownMessage", "SimulatedPhone", "Simulator"]
PATIENCE_SECONDS = 10.0


class PhoneRefused(Exception):
    """The simulator did not do what the person wanted; says the status and the sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(f"{status}: {sentence}")
        self.status = status
        self.sentence = sentence


class NoReply(AssertionError):
    """The bot stayed silent; says what stands on the phone."""


@dataclass(slots=True)
class SimulatedPhone:
    """One person at one phone. Close it, unless it came from a `Simulator`."""

    base_url: str
    phone: str
    person: str | None = None
    session: aiohttp.ClientSession = field(default_factory=aiohttp.ClientSession)
    _noticed: int = 0

    async def close(self) -> None:
        await self.session.close()

    async def do(self, act: str, **body: Any) -> dict[str, Any]:
        """Any act of the phones' API; PhoneRefused when it is not possible."""
        facts = {name: value for name, value in body.items() if value is not None}
        if self.person is not None:
            facts.setdefault("person", self.person)
        return await self._call("POST", act, json=facts)

    async def say(self, text: str, reply_to: int | None = None) -> ShownMessage:
        return _message(await self.do("text", text=text, reply_to=reply_to))

    async def burst(self, *texts: str) -> list[ShownMessage]:
        """Say several things that reach the bot in one batch."""
        answer = await self.do("burst", texts=list(texts))
        return [ShownMessage(facts) for facts in answer["messages"]]

    async def send_photo(
        self,
        *photos: Path | bytes,
        caption: str | None = None,
        as_document: bool = False,
        reply_to: int | None = None,
    ) -> list[ShownMessage]:
        """Send photos; several are an album."""
        form = aiohttp.FormData()
        fields = {
            "person": self.person,
            "caption": caption,
            "as_document": "1" * as_document,
            "reply_to": str(reply_to or ""),
        }
        for name, value in fields.items():
            if value:
                form.add_field(name, value)
        for photo in photos:
            body = photo if isinstance(photo, bytes) else photo.read_bytes()
            form.add_field(
                "photo", io.BytesIO(body), filename="foto.jpg", content_type="image/jpeg"
            )
        answer = await self._call("POST", "photo", data=form)
        return [ShownMessage(m) for m in answer.get("messages") or [answer["message"]]]

    async def send_document(
        self, body: bytes, name: str, mime_type: str, caption: str | None = None
    ) -> ShownMessage:
        form = aiohttp.FormData()
        for field_name, value in (("person", self.person), ("caption", caption)):
            if value:
                form.add_field(field_name, value)
        form.add_field("document", io.BytesIO(body), filename=name, content_type=mime_type)
        return _message(await self._call("POST", "document", data=form))

    async def send_sample_slip(
        self, amount: int, day: str, caption: str | None = None
    ) -> ShownMessage:
        """Send a drawn slip of an amount in rupiah, paid on an ISO day."""
        return _message(await self.do("sample-slip", amount=amount, date=day, caption=caption))

    async def tap(
        self,
        button: str,
        on: ShownMessage | None = None,
        *,
        wait_seconds: float = 3,
        stale: bool = False,
    ) -> dict[str, Any]:
        """Tap the button with this label or data, on the newest message that has it.

        A stale tap was made before the button went away, and arrives afterwards.
        """
        message = on or await self._newest_with(button)
        data = message.button_data(button) or button
        facts = {"message_id": message.id, "data": data, "wait_seconds": wait_seconds}
        return await self.do("tap", **facts, stale=stale)

    async def _newest_with(self, button: str) -> ShownMessage:
        for message in reversed(await self.messages()):
            if message.button_data(button) is not None:
                return message
        raise PhoneRefused(409, f"no message has the button [{button}]")

    async def send_raw_photo(
        self, body: bytes, mime_type: str = "image/jpeg", caption: str | None = None
    ) -> ShownMessage:
        """On WhatsApp: send bytes as a photo that are perhaps none."""
        form = aiohttp.FormData({"raw": "1"} | ({"caption": caption} if caption else {}))
        form.add_field("photo", io.BytesIO(body), filename="foto.jpg", content_type=mime_type)
        return _message(await self._call("POST", "photo", data=form))

    async def reply(self, to: ShownMessage, text: str) -> ShownMessage:
        return await self.say(text, reply_to=to.id)

    async def forward(self, message: ShownMessage, from_phone: str | None = None) -> ShownMessage:
        return _message(await self.do("forward", message_id=message.id, from_phone=from_phone))

    async def block(self, *, blocked: bool = True) -> None:
        await self.do("block", blocked=blocked)

    async def change_number(self, number: str) -> dict[str, Any]:
        """On WhatsApp: take another number with one's account."""
        return await self.do("number", to=number)

    async def hide_number(self, *, hidden: bool = True) -> dict[str, Any]:
        """On WhatsApp: take a username, after which only a business-scoped id is told."""
        return await self.do("number", hidden=hidden)

    async def look(self, *, looking: bool | None = None) -> dict[str, Any]:
        """Read what has come; `looking` says whether the chat stays open on the screen."""
        return await self.do("read", looking=looking)

    async def go_offline(self) -> None:
        await self.do("online", online=False)

    async def go_online(self) -> None:
        await self.do("online", online=True)

    async def messages(self, after: int = 0) -> list[ShownMessage]:
        """What stands on the phone, oldest first."""
        return await self._messages(after=after)

    async def last(self) -> ShownMessage:
        """The newest message on the phone."""
        return (await self.messages())[-1]

    async def wait_for_reply(
        self,
        containing: str = "",
        *,
        that: Callable[[ShownMessage], bool] | None = None,
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> ShownMessage:
        """The bot's next new or edited message that contains a text; NoReply when none comes.

        Each message is given once, until it is edited again; those passed over are not given later.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout_seconds
        while (left := deadline - loop.time()) > 0:
            found = await self._messages(changed_after=self._noticed, wait_seconds=left)
            for message in sorted(found, key=lambda m: m.changed):
                self._noticed = message.changed
                fits = containing in message.text and (that is None or that(message))
                if message.sender == "bot" and not message.facts["deleted"] and fits:
                    return message
        raise NoReply(
            f"no reply containing {containing!r}; the phone shows:\n{await self.transcript()}"
        )

    async def transcript(self) -> str:
        async with self.session.get(self._url("transcript")) as answer:
            return await answer.text()

    async def _messages(self, **query: float) -> list[ShownMessage]:
        answer = await self._call("GET", "messages", params=query)
        return [ShownMessage(facts) for facts in answer["messages"]]

    async def _call(self, method: str, act: str, **arguments: Any) -> dict[str, Any]:
        async with self.session.request(method, self._url(act), **arguments) as answer:
            body: dict[str, Any] = await answer.json()
            if not answer.ok:
                raise PhoneRefused(answer.status, body["error"])
            return body

    def _url(self, act: str) -> str:
        return f"{self.base_url}/api/phones/{self.phone}/{act}"


@dataclass(slots=True)
class Simulator:
    """A simulator that runs, seen from a test."""

    base_url: str
    token: str
    data_dir: Path
    session: aiohttp.ClientSession
    cast: Cast = field(default_factory=read_cast)

    def phone(self, phone: str, person: str | None = None) -> SimulatedPhone:
        return SimulatedPhone(self.base_url, phone, person, self.session)

    async def state(self) -> dict[str, Any]:
        return await self.call("GET", "/api/state")

    async def advance_clock(self, seconds: float) -> dict[str, Any]:
        return await self.call("POST", "/api/clock", json={"advance_seconds": seconds})

    async def misbehave(self, *rules: dict[str, Any], seed: int | None = None) -> None:
        """Put faults in force; README.md lists their fields."""
        body: dict[str, Any] = {"rules": list(rules)} | ({} if seed is None else {"seed": seed})
        await self.call("POST", "/api/faults", json=body)

    async def set_webhook(self, url: str, verify_token: str) -> dict[str, Any]:
        """Tell WhatsApp where the bot listens; PhoneRefused when it does not pass the handshake."""
        told = {"url": url, "verify_token": verify_token}
        return await self.call("POST", "/api/whatsapp/webhook", json=told)

    async def approve_templates(self, *templates: dict[str, Any]) -> None:
        """Let WhatsApp have approved these, in the form in which they are submitted."""
        body = {"templates": list(templates)}
        await self.call("POST", "/api/whatsapp/templates", json=body)

    async def pending(self) -> int:
        """How much the bot has not taken yet, on all networks."""
        return sum((await self.call("GET", "/api/pending")).values())

    async def newest_changes(self) -> dict[str, int]:
        """The newest change on each phone that shows anything, as its messages count them."""
        return dict((await self.call("GET", "/api/changed"))["phones"])

    async def behave(self) -> None:
        await self.call("DELETE", "/api/faults")

    async def call(self, method: str, path: str, **arguments: Any) -> dict[str, Any]:
        """Any path of the simulator's API; PhoneRefused when it is refused."""
        async with self.session.request(method, self.base_url + path, **arguments) as answer:
            body: dict[str, Any] = await answer.json()
            if not answer.ok:
                raise PhoneRefused(answer.status, body["error"])
            return body


@asynccontextmanager
async def running_simulator(
    *,
    token: str,
    data_dir: Path | None = None,
    port: int = 0,
    cast: Cast | None = None,
    rate_limits: RateLimits | None = None,
    keys: Keys | None = None,
) -> AsyncIterator[Simulator]:
    """A simulator in this process on a free port; without a folder it forgets everything."""
    cast = cast or read_cast()
    with tempfile.TemporaryDirectory() as spare:
        folder = data_dir or Path(spare)
        starting = running(
            token=token, data_dir=folder, cast=cast, rate_limits=rate_limits, port=port, keys=keys
        )
        async with starting as (_, found), aiohttp.ClientSession() as session:
            yield Simulator(f"http://{LOCALHOST}:{found}", token, folder, session, cast)


def _message(answer: dict[str, Any]) -> ShownMessage:
    return ShownMessage(answer["message"])

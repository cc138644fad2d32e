"""The phones over HTTP, for the page and for tests (README.md describes every path)."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.simulator import phones
from bot.simulator.clock import ClockRunsForward
from bot.simulator.errors import PhoneCannot, Refused
from bot.simulator.faults import RuleNotUnderstood
from bot.simulator.files import copies_of_photo
from bot.simulator.phones import Hand
from bot.simulator.pictures import SlipFacts, draw_field, draw_slip
from bot.simulator.transcript import transcript
from bot.simulator.voices import silent_voice

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.simulator.world import World

Handler = "Callable[[web.Request], Awaitable[web.StreamResponse]]"
MOST_PHOTOS = 10
HEARTBEAT_SECONDS = 15.0
LONGEST_WAIT = 60.0


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
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        if not request.path.startswith("/api/"):
            raise
        sentence = f"Permintaan tidak dimengerti: {error}"
        return web.json_response({"error": sentence}, status=400)


class PhonesApi:
    """Handlers of `/api/` and `/media/`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        phone = "/api/phones/{phone}"
        app.add_routes(
            [
                web.get("/api/state", self.state),
                web.get("/api/events", self.events),
                web.post("/api/clock", self.move_clock),
                web.get("/api/faults", self.faults),
                web.post("/api/faults", self.add_faults),
                web.delete("/api/faults", self.clear_faults),
                web.get("/media/{file_id}", self.media),
                web.get(phone + "/messages", self.messages),
                web.get(phone + "/transcript", self.transcript),
                web.post(phone + "/text", self.text),
                web.post(phone + "/burst", self.burst),
                web.post(phone + "/photo", self.photo),
                web.post(phone + "/document", self.document),
                web.post(phone + "/sample-slip", self.sample_slip),
                web.post(phone + "/sample-field", self.sample_field),
                web.post(phone + "/tap", self.tap),
                web.post(phone + "/contact", self.contact),
                web.post(phone + "/voice", self.voice),
                web.post(phone + "/sticker", self.sticker),
                web.post(phone + "/location", self.location),
                web.post(phone + "/edit", self.edit),
                web.post(phone + "/delete", self.delete),
                web.post(phone + "/forward", self.forward),
                web.post(phone + "/read", self.read),
                web.post(phone + "/block", self.block),
                web.post(phone + "/online", self.online),
                web.post(phone + "/migrate", self.migrate),
            ]
        )

    async def state(self, request: web.Request) -> web.Response:
        world = self._world
        commands = world.store.fact("commands", {}).get('{"type": "default"}', [])
        bot = {
            "id": world.cast.bot_id,
            "username": world.cast.bot_username,
            "first_name": world.cast.bot_first_name,
            "commands": commands,
        }
        listed = [self._phone(state.phone.id) for state in world.chats.all()]
        return web.json_response(
            {
                "clock": self._clock(),
                "bot": bot,
                "phones": listed,
                "pending_updates": world.updates.count(),
            }
        )

    def _phone(self, phone: str) -> dict[str, Any]:
        state = self._world.chats.of_phone(phone)
        facts = self._world.phone_facts(state)
        del facts["phone"]
        cast = self._world.cast
        people = [
            {"id": person.id, "name": person.name, "user_id": person.telegram_id}
            for person in state.phone.people
        ]
        return {
            "id": phone,
            "label": state.phone.label,
            "chat_id": state.chat_id,
            "kind": "telegram",
            "chat": state.phone.chat,
            "title": cast.staff_chat_title if state.is_group else cast.bot_first_name,
            "people": people,
            **facts,
        }

    def _clock(self) -> dict[str, Any]:
        clock = self._world.clock
        return {"now": clock.now().isoformat(), "offset_seconds": clock.offset_seconds}

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        with self._world.events.listening() as queue:
            await response.prepare(request)
            await response.write(b": listening\n\n")
            while True:
                try:
                    line = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    line = b": still here\n\n"
                if line is None:
                    return response
                try:
                    await response.write(line)
                except ConnectionError:
                    return response

    async def move_clock(self, request: web.Request) -> web.Response:
        body, clock = await _body(request), self._world.clock
        if body.get("reset"):
            clock.reset()
        elif "to" in body:
            moment = datetime.fromisoformat(body["to"])
            clock.advance_to(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        else:
            clock.advance(float(body["advance_seconds"]))
        facts = self._clock()
        for phone in self._world.cast.phones:
            self._world.messages.note(phone, "clock", facts)
        self._world.events.tell("clock", facts)
        return web.json_response(facts)

    async def faults(self, request: web.Request) -> web.Response:
        return web.json_response({"rules": self._world.faults.to_json()})

    async def add_faults(self, request: web.Request) -> web.Response:
        self._world.faults.add(await request.json())
        return await self.faults(request)

    async def clear_faults(self, request: web.Request) -> web.Response:
        self._world.faults.clear()
        return await self.faults(request)

    async def media(self, request: web.Request) -> web.StreamResponse:
        row = self._world.files.row(request.match_info["file_id"])
        if row is None:
            raise web.HTTPNotFound
        return web.FileResponse(
            self._world.files.folder / row["path"], headers={"Cache-Control": "max-age=86400"}
        )

    async def messages(self, request: web.Request) -> web.Response:
        phone = self._world.chats.of_phone(request.match_info["phone"]).phone.id
        after = int(request.query.get("after", 0))
        changed_after = int(request.query.get("changed_after", 0))
        deadline = time.monotonic() + min(float(request.query.get("wait_seconds", 0)), LONGEST_WAIT)
        while not (found := self._world.messages.on_phone(phone, after, changed_after)):
            happened, left = self._world.events.happened, deadline - time.monotonic()
            if left <= 0:
                break
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(happened.wait(), left)
        return web.json_response({"messages": found})

    async def transcript(self, request: web.Request) -> web.Response:
        state = self._world.chats.of_phone(request.match_info["phone"])
        return web.Response(text=transcript(self._world, state), charset="utf-8")

    async def text(self, request: web.Request) -> web.Response:
        body = await _body(request)
        return _one(self._hand(request, body).say([str(body["text"])], body.get("reply_to"))[0])

    async def burst(self, request: web.Request) -> web.Response:
        body = await _body(request)
        sent = self._hand(request, body).say([str(text) for text in body["texts"]])
        return web.json_response({"messages": sent})

    async def photo(self, request: web.Request) -> web.Response:
        fields, files = await _form(request)
        if not 1 <= len(files) <= MOST_PHOTOS:
            raise PhoneCannot(400, "Kirim satu sampai sepuluh foto.")
        hand = self._hand(request, fields)
        if fields.get("as_document"):
            name, mime_type, content = files[0]
            return _one(hand.send_document(content, name, mime_type, fields.get("caption")))
        photos = [
            self._world.files.keep_photo(await asyncio.to_thread(copies_of_photo, content))
            for _, _, content in files
        ]
        reply_to = int(fields["reply_to"]) if fields.get("reply_to") else None
        sent = hand.send_photos(photos, fields.get("caption"), reply_to)
        return web.json_response({"messages": sent, "message": sent[0]})

    async def document(self, request: web.Request) -> web.Response:
        fields, files = await _form(request)
        if len(files) != 1:
            raise PhoneCannot(400, "Kirim satu berkas.")
        name, mime_type, content = files[0]
        hand = self._hand(request, fields)
        return _one(hand.send_document(content, name, mime_type, fields.get("caption")))

    async def sample_slip(self, request: web.Request) -> web.Response:
        body = await _body(request)
        hand = self._hand(request, body)
        facts = SlipFacts(
            amount=int(body["amount"]),
            paid_on=date.fromisoformat(body["date"]),
            sender=hand.person.name,
            **({"recipient": str(body["recipient"])} if body.get("recipient") else {}),
        )
        picture = await asyncio.to_thread(draw_slip, facts)
        if body.get("as_document"):
            return _one(hand.send_document(picture, "slip.jpg", "image/jpeg", body.get("caption")))
        return await self._send_drawn(hand, picture, body.get("caption"))

    async def sample_field(self, request: web.Request) -> web.Response:
        body = await _body(request)
        picture = await asyncio.to_thread(draw_field)
        return await self._send_drawn(self._hand(request, body), picture, body.get("caption"))

    async def _send_drawn(self, hand: Hand, picture: bytes, caption: str | None) -> web.Response:
        sizes = self._world.files.keep_photo(await asyncio.to_thread(copies_of_photo, picture))
        return _one(hand.send_photos([sizes], caption, None)[0])

    async def tap(self, request: web.Request) -> web.Response:
        body = await _body(request)
        answer = await self._hand(request, body).tap(
            int(body["message_id"]),
            str(body["data"]),
            float(body.get("wait_seconds", 3)),
            is_stale=bool(body.get("stale")),
        )
        return web.json_response(answer)

    async def contact(self, request: web.Request) -> web.Response:
        body = await _body(request)
        return _one(self._hand(request, body).share_contact(body.get("of")))

    async def voice(self, request: web.Request) -> web.Response:
        body = await _body(request)
        seconds = int(body.get("duration", 4))
        return _one(self._hand(request, body).send_voice(silent_voice(seconds), seconds))

    async def sticker(self, request: web.Request) -> web.Response:
        body = await _body(request)
        return _one(self._hand(request, body).send_sticker(str(body.get("emoji", "👍"))))

    async def location(self, request: web.Request) -> web.Response:
        body = await _body(request)
        latitude, longitude = body.get("latitude", 0.5312), body.get("longitude", 117.5992)
        return _one(self._hand(request, body).send_location(float(latitude), float(longitude)))

    async def edit(self, request: web.Request) -> web.Response:
        body = await _body(request)
        return _one(self._hand(request, body).edit(int(body["message_id"]), str(body["text"])))

    async def delete(self, request: web.Request) -> web.Response:
        body = await _body(request)
        return _one(self._hand(request, body).delete(int(body["message_id"])))

    async def forward(self, request: web.Request) -> web.Response:
        body = await _body(request)
        hand = self._hand(request, body)
        return _one(hand.forward(int(body["message_id"]), body.get("from_phone")))

    async def read(self, request: web.Request) -> web.Response:
        return web.json_response(phones.read(self._world, request.match_info["phone"]))

    async def block(self, request: web.Request) -> web.Response:
        body, phone = await _body(request), request.match_info["phone"]
        return web.json_response(
            phones.set_blocked(self._world, phone, blocked=bool(body["blocked"]))
        )

    async def online(self, request: web.Request) -> web.Response:
        body, phone = await _body(request), request.match_info["phone"]
        return web.json_response(phones.set_online(self._world, phone, online=bool(body["online"])))

    async def migrate(self, request: web.Request) -> web.Response:
        body, phone = await _body(request), request.match_info["phone"]
        return web.json_response({"messages": phones.migrate(self._world, phone, body.get("to"))})

    def _hand(self, request: web.Request, body: dict[str, Any]) -> Hand:
        return Hand(self._world, request.match_info["phone"], body.get("person") or None)


def _one(message: dict[str, Any]) -> web.Response:
    return web.json_response({"message": message})


async def _body(request: web.Request) -> dict[str, Any]:
    if not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except json.JSONDecodeError:
        raise PhoneCannot(400, "Permintaan ini bukan JSON.") from None
    if not isinstance(body, dict):
        raise PhoneCannot(400, "Permintaan ini bukan objek JSON.")
    return body


async def _form(request: web.Request) -> tuple[dict[str, str], list[tuple[str, str, bytes]]]:
    fields: dict[str, str] = {}
    files: list[tuple[str, str, bytes]] = []
    for name, value in (await request.post()).items():
        if isinstance(value, str):
            fields[name] = value
        elif isinstance(value, web.FileField):
            files.append((value.filename, value.content_type, value.file.read()))
    return fields, files

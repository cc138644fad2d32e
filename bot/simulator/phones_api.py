"""What people do on their phones, over HTTP (README.md describes every path)."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.simulator import phone_states
from bot.simulator.calls import whole_number
from bot.simulator.errors import PhoneCannot
from bot.simulator.json_api import body_of
from bot.simulator.phones import Hand
from bot.simulator.pictures import SlipFacts, draw_field, draw_slip
from bot.simulator.voices import silent_voice
from bot.simulator.whatsapp_phones import WhatsAppHand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.simulator.world import World

MOST_PHOTOS = 10


class PhonesApi:
    """Handlers of the acts below `/api/phones/`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        phone = "/api/phones/{phone}"
        app.add_routes(
            [
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

    async def text(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return _one(
            self._hand(request, body).say([str(body["text"])], _optional(body, "reply_to"))[0]
        )

    async def burst(self, request: web.Request) -> web.Response:
        body = await body_of(request)
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
        if fields.get("raw") and isinstance(hand, WhatsAppHand):
            _, mime_type, content = files[0]
            return _one(hand.send_raw_picture(content, mime_type, fields.get("caption")))
        pictures = [content for _, _, content in files]
        reply_to = _optional(fields, "reply_to")
        sent = await hand.send_pictures(pictures, fields.get("caption"), reply_to)
        return web.json_response({"messages": sent, "message": sent[0]})

    async def document(self, request: web.Request) -> web.Response:
        fields, files = await _form(request)
        if len(files) != 1:
            raise PhoneCannot(400, "Kirim satu berkas.")
        name, mime_type, content = files[0]
        hand = self._hand(request, fields)
        return _one(hand.send_document(content, name, mime_type, fields.get("caption")))

    async def sample_slip(self, request: web.Request) -> web.Response:
        body = await body_of(request)
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
        body = await body_of(request)
        picture = await asyncio.to_thread(draw_field)
        return await self._send_drawn(self._hand(request, body), picture, body.get("caption"))

    async def _send_drawn(
        self, hand: Hand | WhatsAppHand, picture: bytes, caption: str | None
    ) -> web.Response:
        return _one((await hand.send_pictures([picture], caption, None))[0])

    async def tap(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        answer = await self._hand(request, body).tap(
            whole_number(body["message_id"]),
            str(body["data"]),
            float(body.get("wait_seconds", 3)),
            is_stale=bool(body.get("stale")),
        )
        return web.json_response(answer)

    async def contact(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return _one(self._hand(request, body).share_contact(body.get("of")))

    async def voice(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        seconds = int(body.get("duration", 4))
        return _one(self._hand(request, body).send_voice(silent_voice(seconds), seconds))

    async def sticker(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return _one(self._hand(request, body).send_sticker(str(body.get("emoji", "👍"))))

    async def location(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        latitude, longitude = body.get("latitude", 0.5312), body.get("longitude", 117.5992)
        return _one(self._hand(request, body).send_location(float(latitude), float(longitude)))

    async def edit(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return _one(
            self._hand(request, body).edit(whole_number(body["message_id"]), str(body["text"]))
        )

    async def delete(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return _one(self._hand(request, body).delete(whole_number(body["message_id"])))

    async def forward(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        hand = self._hand(request, body)
        return _one(hand.forward(whole_number(body["message_id"]), body.get("from_phone")))

    async def read(self, request: web.Request) -> web.Response:
        body, phone = await body_of(request), request.match_info["phone"]
        looking = bool(body["looking"]) if "looking" in body else None
        return web.json_response(phone_states.read(self._world, phone, looking=looking))

    async def block(self, request: web.Request) -> web.Response:
        body, phone = await body_of(request), request.match_info["phone"]
        return web.json_response(
            phone_states.set_blocked(self._world, phone, blocked=bool(body["blocked"]))
        )

    async def online(self, request: web.Request) -> web.Response:
        body, phone = await body_of(request), request.match_info["phone"]
        return web.json_response(
            phone_states.set_online(self._world, phone, online=bool(body["online"]))
        )

    async def migrate(self, request: web.Request) -> web.Response:
        body, phone = await body_of(request), request.match_info["phone"]
        return web.json_response(
            {"messages": phone_states.migrate(self._world, phone, _optional(body, "to"))}
        )

    def _hand(self, request: web.Request, body: dict[str, Any]) -> Hand | WhatsAppHand:
        phone = request.match_info["phone"]
        is_whatsapp = self._world.chats.of_phone(phone).phone.network == "whatsapp"
        kind = WhatsAppHand if is_whatsapp else Hand
        return kind(self._world, phone, body.get("person") or None)


def _one(message: dict[str, Any]) -> web.Response:
    return web.json_response({"message": message})


def _optional(body: Mapping[str, Any], name: str) -> int | None:
    return whole_number(body[name]) if body.get(name) not in (None, "") else None


async def _form(request: web.Request) -> tuple[dict[str, str], list[tuple[str, str, bytes]]]:
    fields: dict[str, str] = {}
    files: list[tuple[str, str, bytes]] = []
    for name, value in (await request.post()).items():
        if isinstance(value, str):
            fields[name] = value
        elif isinstance(value, web.FileField):
            files.append((value.filename, value.content_type, value.file.read()))
    return fields, files

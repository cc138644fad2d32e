"""The Graph API over HTTP: which call it is, who may make it, and how WhatsApp answers."""

from __future__ import annotations

import asyncio
import hmac
import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from bot.simulator.whatsapp_errors import (
    GraphRefused,
    known,
    not_found,
    parameter,
    server_error,
    wrong_token,
)
from bot.simulator.whatsapp_send import send

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.simulator.faults import Rule
    from bot.simulator.world import World

Json = dict[str, Any]
LISTED_AT_ONCE = 25
VERSION = r"/graph/{version:v\d+\.\d+}"


@dataclass(slots=True)
class GraphCall:
    """One call of the bot, as far as it has been read."""

    request: web.Request
    method: str
    """Its name for the faults, such as `whatsapp.messages`."""
    body: Json
    rule: Rule | None = None

    @property
    def node(self) -> str:
        return self.request.match_info["node"]


class GraphServer:
    """Answers `/graph/{version}/…` and the addresses of media below `/graph/lookaside/`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        node = VERSION + "/{node}"
        app.add_routes(
            [
                web.post(node + "/messages", self._on("messages", self.messages)),
                web.post(node + "/media", self._on("media", self.upload)),
                web.get(node + "/message_templates", self._on("templates", self.templates)),
                web.post(node + "/message_templates", self._on("submit", self.submit)),
                web.delete(node + "/message_templates", self._on("delete_template", self.forget)),
                web.get(node + "/phone_numbers", self._on("phone", self.numbers)),
                web.get(node + "/subscribed_apps", self._on("apps", self.apps)),
                web.post(node + "/subscribed_apps", self._on("subscribe", self.subscribe)),
                web.get(node, self._on("node", self.look_up)),
                web.delete(node, self._on("media_delete", self.delete)),
                web.get("/graph/lookaside/attachments/", self._on("media_download", self.download)),
                web.route("*", "/graph/{rest:.*}", self._on("unknown", self.unknown)),
            ]
        )

    def _on(
        self, name: str, answer: Callable[[GraphCall], Awaitable[web.StreamResponse]]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                self._check_bearer(request)
                call = GraphCall(request, f"whatsapp.{name}", await _json_of(request))
                return await self._misbehaving(call, answer)
            except GraphRefused as refusal:
                return web.json_response(refusal.body(), status=refusal.status)

        return handle

    def _check_bearer(self, request: web.Request) -> None:
        given = request.headers.get("Authorization", "")
        right = f"Bearer {self._world.whatsapp.keys.token}"
        if not hmac.compare_digest(given.encode(), right.encode()):
            raise wrong_token()

    async def _misbehaving(
        self, call: GraphCall, answer: Callable[[GraphCall], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Carry a call out as far as the faults in force let it."""
        to = str(call.body.get("to", ""))
        rule = call.rule = self._world.faults.met_by_call(
            call.method, int(to) if to.isdigit() else None
        )
        if rule is None:
            return await answer(call)
        match rule.kind:
            case "fail":
                raise _failure(rule)
            case "html_error":
                page = "<html><body><h1>502 Bad Gateway</h1></body></html>"
                return web.Response(status=502, text=page, content_type="text/html")
            case "delay":
                await asyncio.sleep(rule.seconds)
            case "time_out":
                await asyncio.sleep(rule.seconds)
                return _hang_up(call.request)
            case _:
                pass
        response = await answer(call)
        return _hang_up(call.request) if rule.kind == "drop_response" else response

    async def messages(self, call: GraphCall) -> web.Response:
        self._check_phone(call)
        later = call.rule if call.rule is not None and call.rule.kind == "fail_later" else None
        return web.json_response(send(self._world, call.body, later))

    async def upload(self, call: GraphCall) -> web.Response:
        """A file of the bot, as multipart."""
        self._check_phone(call)
        if call.request.content_type != "multipart/form-data":
            raise parameter("The parameter file is required.")
        fields, file = await _parts_of(call.request)
        if fields.get("messaging_product") != "whatsapp":
            raise parameter("The parameter messaging_product is required.")
        if file is None:
            raise parameter("The parameter file is required.")
        name, mime_type, body = file
        media = self._world.whatsapp.media
        media_id = media.upload(body, name, fields.get("type") or mime_type)
        return web.json_response({"id": media_id})

    async def look_up(self, call: GraphCall) -> web.Response:
        """A node by its id: our number, our account, or a file."""
        business = self._world.whatsapp.business
        if call.node == business.phone_id:
            return web.json_response(self._number())
        if call.node == business.business_id:
            return web.json_response({"id": business.business_id, "name": business.verified_name})
        rule = self._world.faults.met_by_call("whatsapp.media_url", None)
        if rule is not None and rule.kind == "fail":
            is_gone = rule.code is None and rule.status in (400, 404)
            raise not_found(call.node) if is_gone else _failure(rule)
        asked = call.request.query.get("phone_number_id", business.phone_id)
        if asked != business.phone_id:
            raise not_found(call.node)
        base = f"{call.request.scheme}://{call.request.host}/graph"
        return web.json_response(self._world.whatsapp.media.facts(call.node, base))

    async def numbers(self, call: GraphCall) -> web.Response:
        self._check_business(call)
        return web.json_response({"data": [self._number()]})

    async def apps(self, call: GraphCall) -> web.Response:
        """Who is told what happens to the account: we are, once our webhook is set."""
        self._check_business(call)
        told = {"whatsapp_business_api_data": {"id": "1", "name": "Gulir", "link": ""}}
        is_told = self._world.store.fact("wa_webhook") is not None
        return web.json_response({"data": [told] if is_told else []})

    async def subscribe(self, call: GraphCall) -> web.Response:
        self._check_business(call)
        return web.json_response({"success": True})

    def _number(self) -> Json:
        whatsapp = self._world.whatsapp
        return {
            "verified_name": whatsapp.business.verified_name,
            "code_verification_status": "VERIFIED",
            "display_phone_number": whatsapp.business.display_phone_number,
            "quality_rating": "GREEN",
            "platform_type": "CLOUD_API",
            "throughput": {"level": "STANDARD"},
            "name_status": "APPROVED",
            "messaging_limit_tier": f"TIER_{whatsapp.people_a_day}",
            "id": whatsapp.business.phone_id,
        }

    async def delete(self, call: GraphCall) -> web.Response:
        self._world.whatsapp.media.delete(call.node)
        return web.json_response({"success": True})

    async def download(self, call: GraphCall) -> web.StreamResponse:
        """The bytes behind an address that `look_up` gave, while it lasts."""
        asked = call.request.query
        media_id = asked.get("mid", "")
        media = self._world.whatsapp.media
        path = media.path_at(media_id, asked.get("ext", ""), asked.get("hash", ""))
        row = media.row(media_id)
        if path is None or row is None:
            raise web.HTTPNotFound(text="URL signature expired")
        return web.FileResponse(path, headers={"Content-Type": row["mime_type"]})

    async def templates(self, call: GraphCall) -> web.Response:
        self._check_business(call)
        asked = call.request.query
        limit = int(asked.get("limit", LISTED_AT_ONCE))
        page = self._world.whatsapp.templates.listed(asked.get("name"), asked.get("after"), limit)
        if page.get("paging", {}).get("next"):
            after = page["paging"]["cursors"]["after"]
            page["paging"]["next"] = str(call.request.url.update_query(after=after))
        return web.json_response(page)

    async def submit(self, call: GraphCall) -> web.Response:
        self._check_business(call)
        answer = self._world.whatsapp.templates.submit(call.body)
        verdict = {
            "event": "APPROVED",
            "message_template_id": int(answer["id"]),
            "message_template_name": call.body["name"],
            "message_template_language": call.body["language"],
            "message_template_category": call.body["category"],
            "reason": "NONE",
        }
        self._world.whatsapp.hooks.add_change("message_template_status_update", verdict)
        return web.json_response(answer)

    async def forget(self, call: GraphCall) -> web.Response:
        self._check_business(call)
        name = call.request.query.get("name", "")
        if not self._world.whatsapp.templates.delete(name):
            raise parameter(f"Message template {name} was not found.")
        return web.json_response({"success": True})

    async def unknown(self, call: GraphCall) -> web.Response:
        raise not_found(call.request.match_info["rest"])

    def _check_phone(self, call: GraphCall) -> None:
        if call.node != self._world.whatsapp.business.phone_id:
            raise not_found(call.node)

    def _check_business(self, call: GraphCall) -> None:
        if call.node != self._world.whatsapp.business.business_id:
            raise not_found(call.node)


def _failure(rule: Rule) -> GraphRefused:
    if rule.code is not None:
        return known(rule.code)
    return (
        known(130429) if rule.status == HTTPStatus.TOO_MANY_REQUESTS else server_error(rule.status)
    )


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=HTTPStatus.NO_CONTENT)


async def _json_of(request: web.Request) -> Json:
    """The JSON of a request; empty for other bodies."""
    if request.content_type != "application/json" or not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise parameter("Invalid JSON for postcard") from None
    if not isinstance(body, dict):
        raise parameter("Invalid JSON for postcard")
    return body


async def _parts_of(
    request: web.Request,
) -> tuple[dict[str, str], tuple[str, str, bytes] | None]:
    fields: dict[str, str] = {}
    file = None
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        body = bytes(await part.read())
        if part.filename is None:
            fields[part.name] = body.decode()
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            file = (part.filename, kind, body)
    return fields, file

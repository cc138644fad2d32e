"""What is settled about WhatsApp outside of it: the webhook, templates, people's numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.simulator import whatsapp_states
from bot.simulator.errors import PhoneCannot
from bot.simulator.json_api import body_of
from bot.simulator.whatsapp_courier import subscribe
from bot.simulator.whatsapp_phones import WhatsAppHand

if TYPE_CHECKING:
    from bot.simulator.world import World


class WhatsAppApi:
    """Handlers below `/api/whatsapp/`, and the acts that only WhatsApp phones have."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        phone = "/api/phones/{phone}"
        app.add_routes(
            [
                web.get("/api/whatsapp", self.state),
                web.post("/api/whatsapp/webhook", self.subscribe),
                web.delete("/api/whatsapp/webhook", self.unsubscribe),
                web.post("/api/whatsapp/templates", self.keep_templates),
                web.post("/api/whatsapp/templates/judge", self.judge_template),
                web.post("/api/whatsapp/limits", self.limits),
                web.post("/api/whatsapp/event", self.event),
                web.post(phone + "/number", self.number),
                web.post(phone + "/unheard-of", self.unheard_of),
            ]
        )

    async def state(self, request: web.Request) -> web.Response:
        whatsapp = self._world.whatsapp
        webhook = self._world.store.fact("wa_webhook") or {}
        return web.json_response(
            {
                "phone_id": whatsapp.business.phone_id,
                "business_id": whatsapp.business.business_id,
                "display_phone_number": whatsapp.business.display_phone_number,
                "webhook": webhook.get("url"),
                "posted": whatsapp.posted,
                "last_trouble": whatsapp.last_trouble,
                "pending": whatsapp.hooks.count(),
            }
        )

    async def subscribe(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        await subscribe(self._world, str(body["url"]), str(body["verify_token"]))
        return await self.state(request)

    async def unsubscribe(self, request: web.Request) -> web.Response:
        self._world.store.keep_fact("wa_webhook", None)
        return await self.state(request)

    async def keep_templates(self, request: web.Request) -> web.Response:
        """Let templates have been approved long ago; one, or `{"templates": […]}`."""
        body = await body_of(request)
        with self._world.store.transaction():
            kept = [
                self._world.whatsapp.templates.keep(each, status=each.get("status", "APPROVED"))
                for each in body.get("templates", [body])
            ]
        return web.json_response({"ids": kept})

    async def judge_template(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        judged = self._world.whatsapp.templates.judge(str(body["name"]), str(body["status"]))
        if not judged:
            raise PhoneCannot(404, "Templat ini tidak ada.")
        return web.json_response({"judged": judged})

    async def limits(self, request: web.Request) -> web.Response:
        body, whatsapp = await body_of(request), self._world.whatsapp
        whatsapp.people_a_day = int(body.get("people_a_day", whatsapp.people_a_day))
        whatsapp.coexistence = bool(body.get("coexistence", whatsapp.coexistence))
        told = {"people_a_day": whatsapp.people_a_day, "coexistence": whatsapp.coexistence}
        return web.json_response(told)

    async def event(self, request: web.Request) -> web.Response:
        """Let any change be delivered as it is: what no phone can cause."""
        body = await body_of(request)
        self._world.whatsapp.hooks.add_change(str(body["field"]), body["value"])
        return web.json_response({"pending": self._world.whatsapp.hooks.count()})

    async def number(self, request: web.Request) -> web.Response:
        body, phone = await body_of(request), request.match_info["phone"]
        if "hidden" in body:
            hidden = bool(body["hidden"])
            return web.json_response(whatsapp_states.hide_number(self._world, phone, hidden=hidden))
        with self._world.store.transaction():
            told = whatsapp_states.change_number(self._world, phone, str(body["to"]))
        return web.json_response(told)

    async def unheard_of(self, request: web.Request) -> web.Response:
        body, phone = await body_of(request), request.match_info["phone"]
        hand = WhatsAppHand(self._world, phone)
        shown = hand.send_unheard_of(str(body.get("type", "hologram")), body.get("content", {}))
        return web.json_response({"message": shown})

"""Looking at the simulated world over HTTP, moving its clock and making it misbehave."""

from __future__ import annotations

import asyncio
import contextlib
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.simulator.json_api import body_of
from bot.simulator.transcript import transcript

if TYPE_CHECKING:
    from bot.simulator.chats import ChatState
    from bot.simulator.world import World

HEARTBEAT_SECONDS = 15.0
LONGEST_WAIT_SECONDS = 60.0


class WorldApi:
    """Handlers for looking, for the clock and for the faults."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        phone = "/api/phones/{phone}"
        app.add_routes(
            [
                web.get("/api/state", self.state),
                web.get("/api/pending", self.pending),
                web.get("/api/changed", self.changed),
                web.get("/api/events", self.events),
                web.post("/api/clock", self.move_clock),
                web.get("/api/faults", self.faults),
                web.post("/api/faults", self.add_faults),
                web.delete("/api/faults", self.clear_faults),
                web.get("/media/{file_id}", self.media),
                web.get(phone + "/messages", self.messages),
                web.get(phone + "/transcript", self.transcript),
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
                "pending_updates": world.updates.count() + world.whatsapp.hooks.count(),
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
            "kind": state.phone.network,
            "chat": state.phone.chat,
            "title": cast.staff_chat_title if state.is_group else self._bot_name(state),
            "people": people,
            **facts,
        }

    def _bot_name(self, state: ChatState) -> str:
        cast = self._world.cast
        is_whatsapp = state.phone.network == "whatsapp"
        return cast.business.verified_name if is_whatsapp else cast.bot_first_name

    def _clock(self) -> dict[str, Any]:
        clock = self._world.clock
        return {"now": clock.now().isoformat(), "offset_seconds": clock.offset_seconds}

    async def pending(self, request: web.Request) -> web.Response:
        """How much the bot has not taken yet, for those who ask often."""
        world = self._world
        return web.json_response(
            {"updates": world.updates.count(), "webhooks": world.whatsapp.hooks.count()}
        )

    async def changed(self, request: web.Request) -> web.Response:
        """The newest change that each phone shows, for those who watch all of them."""
        return web.json_response({"phones": self._world.messages.newest_changes()})

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
        body, clock = await body_of(request), self._world.clock
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
        file_id, headers = request.match_info["file_id"], {"Cache-Control": "max-age=86400"}
        if (row := self._world.files.row(file_id)) is not None:
            return web.FileResponse(self._world.files.folder / row["path"], headers=headers)
        if (row := self._world.whatsapp.media.row(file_id)) is not None:
            headers["Content-Type"] = row["mime_type"]
            return web.FileResponse(self._world.whatsapp.media.folder / file_id, headers=headers)
        raise web.HTTPNotFound

    async def messages(self, request: web.Request) -> web.Response:
        phone = self._world.chats.of_phone(request.match_info["phone"]).phone.id
        after = int(request.query.get("after", 0))
        changed_after = int(request.query.get("changed_after", 0))
        deadline = time.monotonic() + min(
            float(request.query.get("wait_seconds", 0)), LONGEST_WAIT_SECONDS
        )
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

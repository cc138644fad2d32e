"""The Bot API over HTTP: which method is called, and how Telegram answers."""

from __future__ import annotations

import asyncio
import inspect
import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import telegram
from aiohttp import web

from bot.simulator import (
    telegram_methods_chat as chat,
)
from bot.simulator import (
    telegram_methods_edit as edit,
)
from bot.simulator import (
    telegram_methods_send as send,
)
from bot.simulator import (
    telegram_methods_updates as updates,
)
from bot.simulator.calls import read_call
from bot.simulator.errors import Refused
from bot.simulator.faults import Rule, description_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.simulator.calls import Call
    from bot.simulator.world import World

    Method = Callable[[World, Call], Awaitable[Any]]

log = logging.getLogger(__name__)

METHODS: dict[str, tuple[Method, Callable[..., Any]]] = {
    "getMe": (chat.get_me, telegram.Bot.get_me),
    "getUpdates": (updates.get_updates, telegram.Bot.get_updates),
    "setWebhook": (updates.set_webhook, telegram.Bot.set_webhook),
    "deleteWebhook": (updates.delete_webhook, telegram.Bot.delete_webhook),
    "getWebhookInfo": (updates.get_webhook_info, telegram.Bot.get_webhook_info),
    "sendMessage": (send.send_message, telegram.Bot.send_message),
    "sendPhoto": (send.send_photo, telegram.Bot.send_photo),
    "sendDocument": (send.send_document, telegram.Bot.send_document),
    "sendMediaGroup": (send.send_media_group, telegram.Bot.send_media_group),
    "sendChatAction": (send.send_chat_action, telegram.Bot.send_chat_action),
    "editMessageText": (edit.edit_message_text, telegram.Bot.edit_message_text),
    "editMessageCaption": (edit.edit_message_caption, telegram.Bot.edit_message_caption),
    "editMessageMedia": (edit.edit_message_media, telegram.Bot.edit_message_media),
    "editMessageReplyMarkup": (
        edit.edit_message_reply_markup,
        telegram.Bot.edit_message_reply_markup,
    ),
    "deleteMessage": (edit.delete_message, telegram.Bot.delete_message),
    "answerCallbackQuery": (chat.answer_callback_query, telegram.Bot.answer_callback_query),
    "getFile": (chat.get_file, telegram.Bot.get_file),
    "setMyCommands": (chat.set_my_commands, telegram.Bot.set_my_commands),
    "getMyCommands": (chat.get_my_commands, telegram.Bot.get_my_commands),
    "deleteMyCommands": (chat.delete_my_commands, telegram.Bot.delete_my_commands),
    "getChat": (chat.get_chat, telegram.Bot.get_chat),
    "getChatMember": (chat.get_chat_member, telegram.Bot.get_chat_member),
}
BY_LOWER_NAME = {name.lower(): name for name in METHODS}
PARAMETERS = {name: frozenset(inspect.signature(m).parameters) for name, (_, m) in METHODS.items()}


class TelegramServer:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.answer)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.download)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            call = await read_call(request)
            call.method = known_method(call.method)
            return await self._carry_out(request, call)
        except Refused as refusal:
            return _refusal(refusal)

    async def _carry_out(self, request: web.Request, call: Call) -> web.StreamResponse:
        rule = self._world.faults.met_by_call(call.method, call.chat_id)
        if rule is not None and (response := await misbehave(request, rule)) is not None:
            return response
        unknown = set(call.parameters) - PARAMETERS[call.method]
        if unknown:
            log.warning("%s: unknown parameters %s", call.method, sorted(unknown))
        result = await METHODS[call.method][0](self._world, call)
        if rule is not None and rule.kind == "drop_response":
            return _hang_up(request)
        return web.json_response({"ok": True, "result": result})

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._world.token:
            raise Refused(401, "Unauthorized")

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file whose path `getFile` has given."""
        try:
            self._check_token(request)
        except Refused as refusal:
            return _refusal(refusal)
        rule = self._world.faults.met_by_call("file", None)
        if rule is not None and (response := await misbehave(request, rule)) is not None:
            return response
        path = request.match_info["path"]
        row = self._world.store.row("SELECT * FROM files WHERE path = ?", path)
        if row is None:
            return _refusal(Refused(404, "Not Found"))
        return web.FileResponse(self._world.files.folder / row["path"])


def known_method(name: str) -> str:
    """The method's name as Telegram spells it; Refused 404 when there is none."""
    if name.lower() not in BY_LOWER_NAME:
        raise Refused(404, "Not Found")
    return BY_LOWER_NAME[name.lower()]


async def misbehave(request: web.Request, rule: Rule) -> web.StreamResponse | None:
    """What a rule makes of a call before it is carried out; None lets the call go on."""
    match rule.kind:
        case "fail":
            return _refusal(Refused(rule.status, description_of(rule), **rule.parameters))
        case "html_error":
            page = "<html><body><h1>502 Bad Gateway</h1></body></html>"
            return web.Response(status=502, text=page, content_type="text/html")
        case "delay":
            await asyncio.sleep(rule.seconds)
        case "time_out":
            await asyncio.sleep(rule.seconds)
            return _hang_up(request)
        case _:
            pass
    return None


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=HTTPStatus.NO_CONTENT)


def _refusal(refusal: Refused) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.status,
        "description": refusal.description,
    }
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.status)

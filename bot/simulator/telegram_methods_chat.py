"""The methods about the bot itself, its chats, its taps and its files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from telegram import (
    AcceptedGiftTypes,
    BotCommand,
    ChatFullInfo,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    File,
    User,
)
from telegram.constants import BotCommandLimit, CallbackQueryLimit, FileSizeLimit

from bot.simulator.entities import utf16_length
from bot.simulator.errors import bad_request
from bot.simulator.limits import NOT_READABLE

if TYPE_CHECKING:
    from bot.simulator.calls import Call
    from bot.simulator.world import World

QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
QUERY_LIVES_SECONDS = 15
COMMAND_NAME = re.compile(rf"[a-z0-9_]{{1,{int(BotCommandLimit.MAX_COMMAND)}}}")


async def get_me(world: World, _: Call) -> Any:
    cast = world.cast
    return User(
        cast.bot_id,
        cast.bot_first_name,
        is_bot=True,
        username=cast.bot_username,
        can_join_groups=True,
        can_read_all_group_messages=True,
        supports_inline_queries=False,
    ).to_dict()


async def answer_callback_query(world: World, call: Call) -> Any:
    """Stop the button's spinner, once and in time, perhaps with words for the person."""
    text = call.text("text")
    if utf16_length(text or "") > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    query_id = call.text("callback_query_id")
    row = world.store.row("SELECT * FROM queries WHERE id = ?", query_id)
    age = world.clock.now().timestamp() - row["asked_at"] if row is not None else 0
    if row is None or row["answer"] is not None or age > QUERY_LIVES_SECONDS:
        raise bad_request(QUERY_TOO_OLD)
    answer = {"text": text or None, "show_alert": call.flag("show_alert")}
    world.store.write("UPDATE queries SET answer = ? WHERE id = ?", json.dumps(answer), query_id)
    world.events.tell("answer", {"phone": row["phone"], "person": row["person"], **answer})
    waiting = world.answers.pop(str(query_id), None)
    if waiting is not None and not waiting.done():
        waiting.set_result(answer)
    return True


async def get_file(world: World, call: Call) -> Any:
    row = world.files.row(call.text("file_id") or "")
    if row is None:
        raise bad_request("invalid file_id")
    if row["size"] > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise bad_request("file is too big")
    return File(row["id"], row["unique_id"], row["size"], row["path"]).to_dict()


async def set_my_commands(world: World, call: Call) -> Any:
    given = call.structure("commands")
    try:
        commands = list(BotCommand.de_list(given, None))
    except NOT_READABLE:
        raise bad_request("can't parse commands JSON object") from None
    if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND_NAME.fullmatch(command.command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description) <= BotCommandLimit.MAX_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    facts = [command.to_dict() for command in commands]
    scopes = world.store.fact("commands", {})
    scopes[_scope(call)] = facts
    world.store.keep_fact("commands", scopes)
    return True


async def get_my_commands(world: World, call: Call) -> Any:
    return world.store.fact("commands", {}).get(_scope(call), [])


async def delete_my_commands(world: World, call: Call) -> Any:
    scopes = world.store.fact("commands", {})
    scopes.pop(_scope(call), None)
    world.store.keep_fact("commands", scopes)
    return True


def _scope(call: Call) -> str:
    scope = call.structure("scope") or {"type": "default"}
    language = call.text("language_code") or ""
    return f"{json.dumps(scope, sort_keys=True)} {language}".strip()


async def get_chat(world: World, call: Call) -> Any:
    state = world.chats.known(call.parameters.get("chat_id"))
    chat = world.chats.chat(state)
    return ChatFullInfo(
        chat.id,
        chat.type,
        accent_color_id=0,
        max_reaction_count=11,
        accepted_gift_types=AcceptedGiftTypes(*[False] * 5),
        title=chat.title,
        first_name=chat.first_name,
        last_name=chat.last_name,
    ).to_dict()


async def get_chat_member(world: World, call: Call) -> Any:
    state = world.chats.known(call.parameters.get("chat_id"))
    number = call.integer("user_id")
    if number == world.cast.bot_id:
        if state.is_blocked:
            return ChatMemberBanned(world.chats.bot, world.clock.now()).to_dict() | {
                "until_date": 0
            }
        return ChatMemberMember(world.chats.bot).to_dict()
    person = world.cast.person_with_account(number or 0)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    user = world.chats.user(person)
    member = ChatMemberMember(user) if person in state.phone.people else ChatMemberLeft(user)
    return member.to_dict()

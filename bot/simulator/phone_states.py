"""What befalls a phone: its signal, a blocked bot, messages read, a group that is upgraded."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from telegram import ChatMemberBanned, ChatMemberMember, ChatMemberUpdated, Message
from telegram.constants import UpdateType

from bot.simulator import whatsapp_states
from bot.simulator.errors import PhoneCannot

if TYPE_CHECKING:
    from bot.simulator.chats import ChatState
    from bot.simulator.world import World


def read(world: World, phone: str, *, looking: bool | None = None) -> dict[str, Any]:
    """Look at everything that has arrived on a phone; `looking`: the chat stays open, or not."""
    if world.chats.of_phone(phone).phone.network == "whatsapp":
        whatsapp_states.read(world, phone, looking=looking)
    else:
        world.messages.read_all(phone)
    return world.tell_phone(phone)


def set_online(world: World, phone: str, *, online: bool) -> dict[str, Any]:
    """Take a phone's signal away, or give it back: then what waited goes out and comes in."""
    state = world.chats.of_phone(phone)
    if state.is_online == online:
        return world.tell_phone(phone)
    with world.store.transaction():
        world.chats.mark(state, "online", value=online)
        world.messages.note(phone, "online" if online else "offline", {})
        if online and state.phone.network == "whatsapp":
            whatsapp_states.signal_is_back(world, world.chats.of_phone(phone))
        elif online:
            world.messages.catch_up(phone)
            _send_waiting(world, world.chats.of_phone(phone))
    return world.tell_phone(phone)


def _send_waiting(world: World, state: ChatState) -> None:
    for row in world.messages.waiting(state.phone.id):
        message = Message.de_json(json.loads(row["sent"])["telegram"], None)
        world.chats.mark(state, "started", value=True)
        world.messages.set_status(row["chat_id"], row["message_id"], "waiting", "sent")
        world.updates.add(UpdateType.MESSAGE, message)


def set_blocked(world: World, phone: str, *, blocked: bool) -> dict[str, Any]:
    """Block the bot or let it in again (in the staff chat: put it out, take it back)."""
    state = world.chats.of_phone(phone)
    if state.phone.network == "whatsapp":
        # WhatsApp tells nobody: to the bot a message to somebody who blocks it is sent, for ever.
        if state.is_blocked != blocked:
            world.chats.mark(state, "blocked", value=blocked)
            world.messages.note(phone, "blocked" if blocked else "unblocked", {})
    elif state.is_blocked != blocked:
        member = ChatMemberMember(world.chats.bot)
        banned = ChatMemberBanned(world.chats.bot, datetime.fromtimestamp(0, UTC))
        change = ChatMemberUpdated(
            world.chats.chat(state),
            world.chats.user(state.phone.people[0]),
            world.clock.now(),
            old_chat_member=member if blocked else banned,
            new_chat_member=banned if blocked else member,
        )
        with world.store.transaction():
            world.chats.mark(state, "blocked", value=blocked)
            world.messages.note(phone, "blocked" if blocked else "unblocked", {})
            world.updates.add(UpdateType.MY_CHAT_MEMBER, change)
    return world.tell_phone(phone)


def migrate(world: World, phone: str, new_id: int | None) -> list[dict[str, Any]]:
    """Make a group a supergroup with another number, as turning on topics does."""
    old = world.chats.of_phone(phone)
    if not old.is_group:
        raise PhoneCannot(409, "Hanya grup yang bisa ditingkatkan.")
    number = new_id or old.chat_id - 1
    if number >= 0 or world.chats.find(number) is not None:
        raise PhoneCannot(409, "Nomor grup ini tidak bisa dipakai.")
    with world.store.transaction():
        going = _service_message(world, old, migrate_to_chat_id=number)
        new = world.chats.migrate(old, number)
        coming = _service_message(world, new, migrate_from_chat_id=old.chat_id)
    return [going, coming]


def _service_message(world: World, state: ChatState, **content: Any) -> dict[str, Any]:
    person = state.phone.people[0]
    message = Message(
        world.messages.next_id(state.chat_id),
        world.clock.now(),
        world.chats.chat(state),
        from_user=world.chats.user(person),
        **content,
    )
    shown = world.messages.add(state, message, person.id)
    world.updates.add(UpdateType.MESSAGE, message)
    return shown

"""What befalls a phone with WhatsApp: its signal, messages read, another number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.simulator.whatsapp_content import reach_the_bot
from bot.simulator.whatsapp_send import new_wamid, tell_statuses

if TYPE_CHECKING:
    from bot.simulator.chats import ChatState
    from bot.simulator.world import World


def read(world: World, phone: str, *, looking: bool | None) -> None:
    """Look at all that has come; `looking` says whether the chat stays open."""
    rows = world.messages.unread_rows(phone)
    world.messages.read_all(phone)
    if rows:
        tell_statuses(world, phone, rows, "read")
    if looking is not None:
        (world.whatsapp.looked_at.add if looking else world.whatsapp.looked_at.discard)(phone)


def signal_is_back(world: World, state: ChatState) -> None:
    """What came meanwhile arrives, and what was written goes out, in one clump."""
    unseen = world.messages.unseen_rows(state.phone.id)
    world.messages.catch_up(state.phone.id)
    if unseen:
        tell_statuses(world, state.phone.id, unseen, "delivered")
    for row in world.messages.waiting(state.phone.id):
        place = (row["chat_id"], row["message_id"])
        world.messages.set_status(*place, "waiting", "sent")
        reach_the_bot(world, state.phone.id, json.loads(row["sent"])["wire"], place)


def change_number(world: World, phone: str, number: str) -> dict[str, Any]:
    """The person takes another number with them; WhatsApp tells the bot."""
    before, after = world.whatsapp.accounts.change_number(phone, number)
    told = {
        "id": new_wamid(before.wa_id),
        "timestamp": str(int(world.clock.now().timestamp())),
        "type": "system",
        "system": {
            "body": f"User {before.person.name} changed from {before.wa_id} to {after.wa_id}",
            "wa_id": after.wa_id,
            "user_id": after.user_id,
            "type": "user_changed_number",
        },
    }
    world.whatsapp.hooks.add_system(before, told)
    world.messages.note(phone, "number", {"number": f"+{after.wa_id}"})
    return world.tell_phone(phone)


def hide_number(world: World, phone: str, *, hidden: bool) -> dict[str, Any]:
    """The person takes a username: webhooks no longer tell the number."""
    world.whatsapp.accounts.hide_number(phone, hidden=hidden)
    world.messages.note(phone, "hidden" if hidden else "shown", {})
    return world.tell_phone(phone)

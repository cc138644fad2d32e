"""How the simulated WhatsApp carries out what the bot sends: window, rates, what becomes of it."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.simulator.errors import PhoneCannot
from bot.simulator.messages import BOT
from bot.simulator.whatsapp_errors import GraphRefused, invalid, known
from bot.simulator.whatsapp_media import KIND_OF_TYPE
from bot.simulator.whatsapp_sending import MEDIA_KINDS, read_mark, read_sending, unknown_message
from bot.simulator.whatsapp_view import new_record

if TYPE_CHECKING:
    from bot.simulator.faults import Rule
    from bot.simulator.whatsapp_accounts import Account
    from bot.simulator.whatsapp_sending import Sending
    from bot.simulator.world import World

Json = dict[str, Any]

UNDELIVERABLE, OUTSIDE_THE_WINDOW, TOO_MANY_PEOPLE, ENOUGH_MARKETING = (
    131026,
    131047,
    131048,
    131049,
)
DAY_SECONDS = 24 * 60 * 60
MARKETING_A_DAY = 2
"""How much marketing a person gets in a day; the real figure is not published and changes."""
TYPING_SECONDS = 25


def new_wamid(number: str) -> str:
    """An id of a message as WhatsApp makes them."""
    inside = b"\x1d\x18" + number.encode() + b"\x15\x02\x00\x11\x18" + secrets.token_bytes(10)
    return "wamid." + base64.b64encode(inside).decode()


def send(world: World, body: Json, rule: Rule | None = None) -> Json:
    """Carry out `POST /{phone}/messages`; GraphRefused when it is not even accepted."""
    if "status" in body:
        return mark_read(world, body)
    sending = read_sending(body)
    whatsapp = world.whatsapp
    if sending.to == whatsapp.business.digits:
        raise GraphRefused(
            131021, "Recipient cannot be sender", "Recipient phone number is the sender's own."
        )
    shown = _prepared(world, sending)
    account = whatsapp.accounts.find(sending.to, sending.recipient)
    number = account.wa_id if account else sending.to or sending.recipient
    if (too_fast := whatsapp.rates.take(number)) is not None:
        raise known(too_fast)
    wamid = new_wamid(number)
    with world.store.transaction():
        _Carried(world, sending, shown, account, wamid).out(rule)
    return _accepted(sending, account, wamid)


def _accepted(sending: Sending, account: Account | None, wamid: str) -> Json:
    contact: Json = {"input": sending.to or sending.recipient}
    if sending.to:
        contact["wa_id"] = sending.to
    if account is not None:
        contact["user_id"] = account.user_id
    message: Json = {"id": wamid}
    if sending.kind == "template":
        message["message_status"] = "accepted"
    return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [message]}


def _prepared(world: World, sending: Sending) -> Json:
    """The content as the phone will show it: templates filled in, media looked up."""
    content = sending.content
    if sending.kind == "template":
        return {**content, "shown": world.whatsapp.templates.filled_in(content)}
    if sending.kind in MEDIA_KINDS and "id" in content:
        _check_media(world, sending.kind, str(content["id"]))
    header = content.get("header") if sending.kind == "interactive" else None
    if header and header["type"] != "text" and "id" in header[header["type"]]:
        _check_media(world, header["type"], str(header[header["type"]]["id"]))
    return content


def _check_media(world: World, kind: str, media_id: str) -> None:
    try:
        row = world.whatsapp.media.current(media_id)
    except GraphRefused:
        raise invalid(f"{media_id} is not a valid whatsapp business account media attachment ID"
                      ) from None  # fmt: skip
    found = KIND_OF_TYPE.get(row["mime_type"].split(";")[0])
    if kind not in (found, "document"):
        raise invalid(f"Media of type {row['mime_type']} cannot be sent as {kind}")


@dataclass(slots=True)
class _Carried:
    """One accepted message on its way to somebody, or nobody."""

    world: World
    sending: Sending
    shown: Json
    account: Account | None
    wamid: str

    def out(self, rule: Rule | None) -> None:
        failure = self._failure() if rule is None else rule.code
        if failure is not None:
            self._tell("failed", failure)
            return
        assert self.account is not None
        state = self.world.chats.of_phone(self.account.phone)
        self._tell("sent")
        if state.is_blocked:
            return
        self._show()
        if not state.is_online:
            return
        self._tell("read" if self.account.phone in self.world.whatsapp.looked_at else "delivered")

    def _failure(self) -> int | None:
        """The code with which WhatsApp will say that this could not be delivered."""
        if self.account is None or self.sending.content.get("link"):
            return UNDELIVERABLE if self.account is None else 131053
        if self.world.whatsapp.accounts.is_window_open(self.account):
            return None
        if self.sending.kind != "template":
            return OUTSIDE_THE_WINDOW
        return self._business_begins(self.account)

    def _business_begins(self, account: Account) -> int | None:
        """Count a template outside of the window: WhatsApp limits how many people get one."""
        world, category = self.world, self.shown["shown"]["category"]
        since = world.clock.now().timestamp() - DAY_SECONDS
        rows = world.store.rows("SELECT * FROM wa_begun WHERE at > ?", since)
        people = {row["user_id"] for row in rows}
        if account.user_id not in people and len(people) >= world.whatsapp.people_a_day:
            return TOO_MANY_PEOPLE
        if category == "MARKETING":
            earlier = [r for r in rows if r["user_id"] == account.user_id]
            if sum(row["category"] == category for row in earlier) >= MARKETING_A_DAY:
                return ENOUGH_MARKETING
        world.store.write(
            "INSERT INTO wa_begun VALUES (?, ?, ?)",
            account.user_id,
            category,
            world.clock.now().timestamp(),
        )
        return None

    def _tell(self, status: str, failure: int | None = None) -> None:
        category = self.shown["shown"]["category"] if self.sending.kind == "template" else None
        self.world.whatsapp.hooks.add_status(
            self.wamid,
            status,
            recipient=self.account or self.sending.to or self.sending.recipient,
            callback_data=self.sending.callback_data,
            category=category,
            failure=failure,
        )

    def _show(self) -> None:
        """Put the message on the phone; a reaction goes onto the message it is about."""
        world, account = self.world, self.account
        assert account is not None
        state = world.chats.of_phone(account.phone)
        if self.sending.kind == "reaction":
            _react(world, account.phone, self.shown["message_id"], self.shown["emoji"])
            return
        message: Json = {
            "id": self.wamid,
            "timestamp": str(int(world.clock.now().timestamp())),
            "type": self.sending.kind,
            self.sending.kind: self.shown,
        }
        message = world.whatsapp.media.with_facts(message)
        answered = place_of(world, self.sending.answers)
        record = new_record(message, world.whatsapp.business.verified_name, answered)
        is_read = state.is_online and account.phone in world.whatsapp.looked_at
        message_id = world.messages.next_id(state.chat_id)
        status = "read" if is_read else "sent"
        note_place(world, self.wamid, (state.chat_id, message_id), self.sending.callback_data)
        world.messages.add_record(state, message_id, BOT, record, status)
        if state.is_online:
            world.tell_phone(account.phone)


def note_place(
    world: World, wamid: str, place: tuple[int, int], callback_data: str | None = None
) -> None:
    """Remember where the message with an id stands."""
    world.store.write("INSERT INTO wa_ids VALUES (?, ?, ?, ?)", wamid, *place, callback_data)


def place_of(world: World, wamid: str | None) -> int | None:
    """The number on its phone of the message with an id."""
    row = world.store.row("SELECT * FROM wa_ids WHERE wamid = ?", wamid)
    return None if row is None else int(row["message_id"])


def _react(world: World, phone: str, wamid: str, emoji: str) -> None:
    state = world.chats.of_phone(phone)
    row = world.messages.row(state.chat_id, place_of(world, wamid))
    if row is not None:
        record = json.loads(row["sent"]) | {"reaction": emoji or None}
        world.messages.change(state, row, record)


def mark_read(world: World, body: Json) -> Json:
    """The bot has read a message and those before it; perhaps it is seen typing."""
    wamid, is_typing = read_mark(body)
    row = world.store.row("SELECT * FROM wa_ids WHERE wamid = ?", wamid)
    message = None if row is None else world.messages.row(row["chat_id"], row["message_id"])
    if row is None or message is None or message["sender"] == BOT:
        raise unknown_message(wamid)
    try:
        state = world.chats.of_phone(message["phone"])
    except PhoneCannot:
        raise unknown_message(wamid) from None
    with world.store.transaction():
        world.messages.read_by_bot(state.chat_id, row["message_id"])
    if is_typing and state.is_online:
        facts = {"phone": state.phone.id, "action": "typing", "seconds": TYPING_SECONDS}
        world.events.tell("typing", facts)
    return {"success": True}


def tell_statuses(world: World, phone: str, rows: list[Any], status: str) -> None:
    """Tell the bot that messages of it have arrived on a phone, or were looked at there."""
    account = world.whatsapp.accounts.of_phone(phone)
    for row in rows:
        wamid = json.loads(row["sent"])["whatsapp"]["id"]
        known_as = world.store.row("SELECT * FROM wa_ids WHERE wamid = ?", wamid)
        world.whatsapp.hooks.add_status(
            wamid,
            status,
            recipient=account,
            callback_data=None if known_as is None else known_as["callback_data"],
        )

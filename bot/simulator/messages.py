"""All messages of all chats: what Telegram keeps, and what each phone has seen of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.simulator.view import Record, new_record, shown_message

if TYPE_CHECKING:
    import sqlite3

    from telegram import Message

    from bot.simulator.chats import ChatState
    from bot.simulator.events import Events
    from bot.simulator.store import Store

BOT = "bot"
NEVER_SENT_WHEN_FALSE = (
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "delete_chat_photo",
)


def wire(message: Message) -> dict[str, Any]:
    """A message as Telegram puts it on the wire."""
    facts = message.to_dict()
    for part in (facts, facts.get("reply_to_message") or {}):
        for name in NEVER_SENT_WHEN_FALSE:
            if part.get(name) is False:
                del part[name]
    return facts


class Messages:
    """Adds, changes and finds messages, and tells the phones."""

    def __init__(self, store: Store, events: Events) -> None:
        self._store = store
        self._events = events

    def next_id(self, chat_id: int) -> int:
        return self._store.next_number(f"message:{chat_id}")

    def add(
        self,
        state: ChatState,
        message: Message,
        sender: str,
        *,
        keyboard: dict[str, Any] | None = None,
        is_waiting: bool = False,
    ) -> dict[str, Any]:
        """Keep a new message of Telegram; without signal a phone does not see the bot's yet."""
        record = new_record(wire(message), keyboard)
        status = "waiting" if is_waiting else "sent"
        return self.add_record(state, message.message_id, sender, record, status)

    def add_record(
        self, state: ChatState, message_id: int, sender: str, record: Record, status: str
    ) -> dict[str, Any]:
        """Keep a new message of any network."""
        is_seen = sender != BOT or state.is_online
        self._store.write(
            "INSERT INTO messages VALUES (?, ?, ?, NULL, NULL, ?, ?, ?, NULL)",
            state.phone.id,
            state.chat_id,
            message_id,
            status,
            sender,
            json.dumps(record),
        )
        row = self.row(state.chat_id, message_id)
        assert row is not None
        return self._appear(row) if is_seen else shown_message(row)

    def row(self, chat_id: int, message_id: int | None) -> sqlite3.Row | None:
        return self._store.row(
            "SELECT * FROM messages WHERE chat_id = ? AND message_id = ?", chat_id, message_id
        )

    def change(self, state: ChatState, row: sqlite3.Row, record: Record) -> None:
        """Replace what Telegram keeps of a message; the phone sees it when it has signal."""
        self._store.write(
            "UPDATE messages SET sent = ? WHERE chat_id = ? AND message_id = ?",
            json.dumps(record),
            row["chat_id"],
            row["message_id"],
        )
        if state.is_online or row["sender"] != BOT:
            self.show_changes(row["chat_id"], row["message_id"])

    def show_changes(self, chat_id: int, message_id: int) -> None:
        """Let the phone see a message as Telegram has it now."""
        row = self.row(chat_id, message_id)
        if row is None or row["shown"] == row["sent"]:
            return
        if row["seq"] is None:
            self._appear(row)
            return
        before = json.loads(row["shown"])
        row = self._touch(row)
        shown = shown_message(row)
        kind = "deleted" if shown["deleted"] else "edited"
        if shown["deleted"] or _content(before) != _content(json.loads(row["sent"])):
            self.note(row["phone"], kind, shown)
        self._events.tell(kind, {"phone": row["phone"], "message": shown})

    def _appear(self, row: sqlite3.Row) -> dict[str, Any]:
        record = json.loads(row["sent"])
        if record["deleted"]:
            return shown_message(row)
        self._store.write(
            "UPDATE messages SET seq = ? WHERE chat_id = ? AND message_id = ?",
            self._store.next_number("seq"),
            row["chat_id"],
            row["message_id"],
        )
        shown = shown_message(self._touch(row))
        self.note(row["phone"], "message", shown)
        self._events.tell("message", {"phone": row["phone"], "message": shown})
        return shown

    def _touch(self, row: sqlite3.Row) -> sqlite3.Row:
        self._store.write(
            "UPDATE messages SET shown = sent, changed = ? WHERE chat_id = ? AND message_id = ?",
            self._store.next_number("changed"),
            row["chat_id"],
            row["message_id"],
        )
        touched = self.row(row["chat_id"], row["message_id"])
        assert touched is not None
        return touched

    def set_status(self, chat_id: int, message_id: int, before: str, after: str) -> None:
        """Move a message from one status to another, if it stands there."""
        moved = self._store.write(
            "UPDATE messages SET status = ? WHERE chat_id = ? AND message_id = ? AND status = ?",
            after,
            chat_id,
            message_id,
            before,
        )
        row = self.row(chat_id, message_id)
        if moved and row is not None and row["seq"] is not None:
            shown = shown_message(self._touch(row))
            self._events.tell("edited", {"phone": row["phone"], "message": shown})

    def read_by_bot(self, chat_id: int, message_id: int) -> None:
        """The bot has read a message, and with it all that people wrote there before."""
        rows = self._store.rows(
            "SELECT message_id, status FROM messages WHERE chat_id = ? AND message_id <= ? "
            "AND sender <> 'bot' AND status IN ('sent', 'delivered') ORDER BY message_id",
            chat_id,
            message_id,
        )
        for row in rows:
            self.set_status(chat_id, row["message_id"], row["status"], "read")

    def catch_up(self, phone: str) -> None:
        """Show a phone everything that came or changed while it had no signal."""
        for row in self._store.rows(
            "SELECT chat_id, message_id FROM messages WHERE phone = ? AND shown IS NOT sent "
            "ORDER BY rowid",
            phone,
        ):
            self.show_changes(row["chat_id"], row["message_id"])

    def waiting(self, phone: str) -> list[sqlite3.Row]:
        """The messages that this phone could not send yet, in the order of writing."""
        return self._store.rows(
            "SELECT * FROM messages WHERE phone = ? AND status = 'waiting' ORDER BY seq", phone
        )

    def on_phone(self, phone: str, after: int = 0, changed_after: int = 0) -> list[dict[str, Any]]:
        rows = self._store.rows(
            "SELECT * FROM messages WHERE phone = ? AND seq > ? AND changed > ? ORDER BY seq",
            phone,
            after,
            changed_after,
        )
        return [shown_message(row) for row in rows]

    def newest_changes(self) -> dict[str, int]:
        """The number of the newest change on each phone that shows anything."""
        rows = self._store.rows(
            "SELECT phone, MAX(changed) AS newest FROM messages "
            "WHERE changed IS NOT NULL GROUP BY phone"
        )
        return {row["phone"]: row["newest"] for row in rows}

    def unread(self, phone: str) -> int:
        return len(self.unread_rows(phone))

    def unread_rows(self, phone: str) -> list[sqlite3.Row]:
        """The bot's messages that nobody at this phone has looked at."""
        return self._store.rows(
            "SELECT * FROM messages WHERE phone = ? AND sender = 'bot' "
            "AND status = 'sent' AND seq IS NOT NULL AND NOT json_extract(shown, '$.deleted')",
            phone,
        )

    def unseen_rows(self, phone: str) -> list[sqlite3.Row]:
        """The bot's messages that have not come to this phone: it has no signal."""
        return self._store.rows(
            "SELECT * FROM messages WHERE phone = ? AND sender = 'bot' AND seq IS NULL", phone
        )

    def read_all(self, phone: str) -> None:
        self._store.write(
            "UPDATE messages SET status = 'read' WHERE phone = ? AND sender = 'bot' "
            "AND status = 'sent' AND seq IS NOT NULL",
            phone,
        )

    def note(self, phone: str, kind: str, body: dict[str, Any]) -> None:
        """Keep a happening for the transcript of a phone."""
        self._store.write(
            "INSERT INTO happenings (phone, kind, body) VALUES (?, ?, ?)",
            phone,
            kind,
            json.dumps(body),
        )

    def happenings(self, phone: str) -> list[tuple[str, dict[str, Any]]]:
        rows = self._store.rows("SELECT * FROM happenings WHERE phone = ? ORDER BY id", phone)
        return [(row["kind"], json.loads(row["body"])) for row in rows]


def _content(record: Record) -> tuple[Any, ...]:
    if "whatsapp" in record:
        return (record["whatsapp"], record["reaction"])
    names = ("text", "caption", "photo", "document", "reply_markup")
    return tuple(record["telegram"].get(name) for name in names)

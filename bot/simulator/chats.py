"""The chats of the simulated phones, one each, with its state; found as Telegram finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram import Chat, User

from bot.simulator.calls import whole_number
from bot.simulator.errors import PhoneCannot, Refused, bad_request, forbidden

if TYPE_CHECKING:
    import sqlite3

    from bot.simulator.cast import Cast, Person, Phone
    from bot.simulator.store import Store


@dataclass(frozen=True, slots=True)
class ChatState:
    """A phone as it is now: its chat, its signal, and whether it has met or blocked the bot."""

    phone: Phone
    chat_id: int
    has_started: bool
    is_blocked: bool
    is_online: bool

    @property
    def is_group(self) -> bool:
        return self.phone.chat == "staff"


class Chats:
    """Finds chats by phone or by Telegram's number, and says whether the bot may write there."""

    def __init__(self, cast: Cast, store: Store) -> None:
        self.cast = cast
        self._store = store
        with store.transaction():
            for phone in cast.phones.values():
                is_group = phone.chat == "staff"
                chat_id = cast.staff_chat_id if is_group else _private_chat(phone)
                store.write(
                    "INSERT INTO phones (id, chat_id, started) VALUES (?, ?, ?) "
                    "ON CONFLICT DO NOTHING",
                    phone.id,
                    chat_id,
                    is_group or phone.has_started,
                )

    @property
    def bot(self) -> User:
        return User(
            self.cast.bot_id, self.cast.bot_first_name, is_bot=True, username=self.cast.bot_username
        )

    def user(self, person: Person) -> User:
        return User(
            person.telegram_id,
            person.first_name,
            is_bot=False,
            last_name=person.last_name or None,
            language_code="id",
        )

    def chat(self, state: ChatState) -> Chat:
        if state.is_group:
            return Chat(state.chat_id, Chat.SUPERGROUP, title=self.cast.staff_chat_title)
        person = state.phone.people[0]
        return Chat(
            state.chat_id,
            Chat.PRIVATE,
            first_name=person.first_name,
            last_name=person.last_name or None,
        )

    def all(self) -> list[ChatState]:
        return [self.of_phone(phone) for phone in self.cast.phones]

    def of_phone(self, phone: str) -> ChatState:
        """The state of a phone; PhoneCannot 404 when the cast has no such phone."""
        if phone not in self.cast.phones:
            raise PhoneCannot(404, "Tidak ada ponsel ini.")
        row = self._store.row("SELECT * FROM phones WHERE id = ?", phone)
        assert row is not None
        return self._state(row)

    def find(self, chat_id: int) -> ChatState | None:
        """The chat with this number on Telegram."""
        row = self._store.row("SELECT * FROM phones WHERE chat_id = ?", chat_id)
        if row is None or row["id"] not in self.cast.phones:
            return None
        return self._state(row) if self.cast.phones[row["id"]].network == "telegram" else None

    def _state(self, row: sqlite3.Row) -> ChatState:
        return ChatState(
            phone=self.cast.phones[row["id"]],
            chat_id=row["chat_id"],
            has_started=bool(row["started"]),
            is_blocked=bool(row["blocked"]),
            is_online=bool(row["online"]),
        )

    def known(self, chat_id: Any) -> ChatState:
        """The chat of a number given by the bot; Refused when Telegram knows none."""
        if chat_id in (None, ""):
            raise bad_request("chat_id is empty")
        try:
            number = whole_number(chat_id)
        except ValueError:
            raise bad_request("chat not found") from None
        if (state := self.find(number)) is not None:
            return state
        moved = self._store.row("SELECT new_id FROM migrated_chats WHERE old_id = ?", number)
        if moved is not None:
            raise Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=moved["new_id"],
            )
        if self.cast.person_with_account(number):
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")

    def reachable(self, chat_id: Any) -> ChatState:
        """A chat in which the bot may write; Refused when it is blocked or was never met."""
        state = self.known(chat_id)
        if state.is_blocked:
            raise forbidden(
                "bot was kicked from the supergroup chat"
                if state.is_group
                else "bot was blocked by the user"
            )
        if not state.has_started:
            raise forbidden("bot can't initiate conversation with a user")
        return state

    def mark(self, state: ChatState, column: str, *, value: bool) -> None:
        """Set `started`, `blocked` or `online`."""
        if column not in ("started", "blocked", "online"):
            raise ValueError(column)
        sql = f"UPDATE phones SET {column} = ? WHERE id = ?"  # noqa: S608 -- one of three names
        self._store.write(sql, value, state.phone.id)

    def migrate(self, state: ChatState, new_id: int) -> ChatState:
        """Give a group another number; the old one only points to it from now on."""
        self._store.write(
            "INSERT INTO migrated_chats VALUES (?, ?) "
            "ON CONFLICT (old_id) DO UPDATE SET new_id = excluded.new_id",
            state.chat_id,
            new_id,
        )
        self._store.write("UPDATE phones SET chat_id = ? WHERE id = ?", new_id, state.phone.id)
        return self.of_phone(state.phone.id)


def _private_chat(phone: Phone) -> int:
    """Telegram's number of a chat; for WhatsApp one that stays when the person's number changes."""
    person = phone.people[0]
    return person.telegram_id if phone.network == "telegram" else int(person.phone.lstrip("+"))

"""Who is on the simulated WhatsApp: numbers, business-scoped ids, and the 24-hour window."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.simulator.errors import PhoneCannot

if TYPE_CHECKING:
    import sqlite3

    from bot.simulator.cast import Cast, Person
    from bot.simulator.clock import MovableClock
    from bot.simulator.store import Store

WINDOW_SECONDS = 24 * 60 * 60
SHORTEST_NUMBER, LONGEST_NUMBER = 8, 15


@dataclass(frozen=True, slots=True)
class Account:
    """One person's WhatsApp, as it is now."""

    phone: str
    """The simulated phone it lives on."""
    person: Person
    wa_id: str
    """The digits of the number."""
    user_id: str
    """The business-scoped user id: another one after each change of number."""
    hides_number: bool
    """Whether the person has taken a username, so that webhooks no longer tell the number."""
    window_opened_at: float | None
    """When the person last wrote, in seconds since 1970."""

    @property
    def window_until(self) -> datetime | None:
        if self.window_opened_at is None:
            return None
        return datetime.fromtimestamp(self.window_opened_at + WINDOW_SECONDS, UTC)

    @property
    def username(self) -> str:
        return "".join(filter(str.isalnum, self.person.name.lower()))

    def contact(self) -> dict[str, Any]:
        """The person as one of the `contacts` of a webhook."""
        profile = {"name": self.person.name}
        if self.hides_number:
            return {"profile": {**profile, "username": self.username}, "user_id": self.user_id}
        return {"profile": profile, "wa_id": self.wa_id, "user_id": self.user_id}


class Accounts:
    """Finds people by phone, number or business-scoped id."""

    def __init__(self, cast: Cast, store: Store, clock: MovableClock) -> None:
        self._cast = cast
        self._store = store
        self._clock = clock
        with store.transaction():
            for phone in cast.phones.values():
                if phone.network == "whatsapp":
                    number = digits_of(phone.people[0].phone)
                    store.write(
                        "INSERT INTO wa_accounts VALUES (?, ?, ?, 0, NULL) ON CONFLICT DO NOTHING",
                        phone.id,
                        number,
                        _user_id(number),
                    )

    def of_phone(self, phone: str) -> Account:
        row = self._store.row("SELECT * FROM wa_accounts WHERE phone = ?", phone)
        if row is None:
            raise PhoneCannot(409, "Ponsel ini tidak memakai WhatsApp.")
        return self._account(row)

    def find(self, number: str, user_id: str) -> Account | None:
        """By number when there is one, else by business-scoped id."""
        if number:
            row = self._store.row("SELECT * FROM wa_accounts WHERE wa_id = ?", number)
        else:
            row = self._store.row("SELECT * FROM wa_accounts WHERE user_id = ?", user_id)
        return None if row is None or row["phone"] not in self._cast.phones else self._account(row)

    def is_window_open(self, account: Account) -> bool:
        until = account.window_until
        return until is not None and self._clock.now() < until

    def open_window(self, phone: str) -> None:
        """The person wrote: for 24 hours the bot may say what it likes."""
        self._store.write(
            "UPDATE wa_accounts SET window_opened_at = ? WHERE phone = ?",
            self._clock.now().timestamp(),
            phone,
        )

    def change_number(self, phone: str, number: str) -> tuple[Account, Account]:
        """Move an account to another number; the account before and after."""
        before = self.of_phone(phone)
        digits = digits_of(number)
        if not SHORTEST_NUMBER <= len(digits) <= LONGEST_NUMBER:
            raise PhoneCannot(400, "Nomor ini tidak lengkap.")
        if self.find(digits, "") is not None:
            raise PhoneCannot(409, "Nomor ini sudah dipakai.")
        self._store.write(
            "UPDATE wa_accounts SET wa_id = ?, user_id = ? WHERE phone = ?",
            digits,
            _user_id(digits),
            phone,
        )
        return before, self.of_phone(phone)

    def hide_number(self, phone: str, *, hidden: bool) -> Account:
        """Take a username, or give it up."""
        self.of_phone(phone)
        sql = "UPDATE wa_accounts SET number_hidden = ? WHERE phone = ?"
        self._store.write(sql, hidden, phone)
        return self.of_phone(phone)

    def _account(self, row: sqlite3.Row) -> Account:
        return Account(
            phone=row["phone"],
            person=self._cast.phones[row["phone"]].people[0],
            wa_id=row["wa_id"],
            user_id=row["user_id"],
            hides_number=bool(row["number_hidden"]),
            window_opened_at=row["window_opened_at"],
        )


def digits_of(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def _user_id(number: str) -> str:
    """The same for one number in every world, so that tests can be repeated."""
    return f"ID.{int(hashlib.sha256(number.encode()).hexdigest()[:13], 16):016}"

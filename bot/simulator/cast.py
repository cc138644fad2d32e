"""Who has a phone in the simulator, read from `bot/sample/cast.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from bot.simulator.whatsapp_business import BusinessNumber

SAMPLE_CAST = Path(__file__).parent.parent / "sample" / "cast.json"


NO_BUSINESS = BusinessNumber("", "", "", "")
Network = Literal["telegram", "whatsapp"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone number, and an account on Telegram should the phone be there."""

    id: str
    telegram_id: int
    first_name: str
    last_name: str
    phone: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Phone:
    """A screen: one chat with the bot, held by one person or shared by the staff."""

    id: str
    label: str
    people: tuple[Person, ...]
    chat: Literal["private", "staff"]
    has_started: bool
    """Whether the person had already written to the bot before the simulator was set up."""
    network: Network = "telegram"


@dataclass(frozen=True, slots=True)
class Cast:
    """All people, their phones, the staff chat and the bot's own identity."""

    bot_id: int
    bot_username: str
    bot_first_name: str
    staff_chat_id: int
    staff_chat_title: str
    people: dict[str, Person] = field(hash=False)
    phones: dict[str, Phone] = field(hash=False)
    business: BusinessNumber = NO_BUSINESS
    """What the bot is on WhatsApp."""

    @property
    def has_whatsapp(self) -> bool:
        return any(phone.network == "whatsapp" for phone in self.phones.values())

    def all_on(self, network: Network) -> Cast:
        """The same people, with all private phones on one network."""
        phones = {
            name: phone if phone.chat == "staff" else replace(phone, network=network)
            for name, phone in self.phones.items()
        }
        return replace(self, phones=phones)

    def person_with_account(self, telegram_id: int) -> Person | None:
        return next((p for p in self.people.values() if p.telegram_id == telegram_id), None)


def read_cast(path: Path = SAMPLE_CAST) -> Cast:
    """The cast of a JSON file; KeyError names what is missing in it."""
    return cast_from(json.loads(path.read_text(encoding="utf-8")))


def cast_from(facts: dict[str, Any]) -> Cast:
    """The cast described by the parsed JSON of such a file."""
    people = {fact["id"]: _person(fact) for fact in facts["people"]}
    return Cast(
        bot_id=facts["bot"]["id"],
        bot_username=facts["bot"]["username"],
        bot_first_name=facts["bot"]["first_name"],
        staff_chat_id=facts["staff_chat"]["id"],
        staff_chat_title=facts["staff_chat"]["title"],
        people=people,
        phones={fact["id"]: _phone(fact, people) for fact in facts["phones"]},
        business=BusinessNumber(**facts["whatsapp"]) if "whatsapp" in facts else NO_BUSINESS,
    )


def _person(fact: dict[str, Any]) -> Person:
    return Person(
        id=fact["id"],
        telegram_id=fact["telegram_id"],
        first_name=fact["first_name"],
        last_name=fact.get("last_name", ""),
        phone=fact["phone"],
    )


def _phone(fact: dict[str, Any], people: dict[str, Person]) -> Phone:
    return Phone(
        id=fact["id"],
        label=fact["label"],
        people=tuple(people[person] for person in fact["people"]),
        chat=fact["chat"],
        has_started=bool(fact.get("has_started", False)),
        network=fact.get("network", "telegram"),
    )

"""What is wrong about a report, amount or day: the questions that every correction asks. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from handlers.answers import Amount, PastDay
from handlers.forms import Answers, Condition, Doubt
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, Words, words
from handlers.situation import Situation
from models.money import Rupiah


class Change(StrEnum):
    """What is to be changed, where the new value was not said."""

    AMOUNT = "amount"
    DAY = "day"


_NAMED_BY = {"amount": Change.AMOUNT, "date": Change.DAY}
_SIGNS = {
    Change.AMOUNT: ("jumlah", "nominal", "uang", "rupiah", "duit", "amount"),
    Change.DAY: ("tanggal", "tgl", "hari", "kapan", "day", "date"),
}


@dataclass(frozen=True)
class WhatChanges:
    """The amount or the day, by its name."""

    field: ClassVar[str] = "what"

    def read(self, hearing: Hearing) -> Change:
        said = hearing.text.casefold()
        named = [change for change, signs in _SIGNS.items() if any(sign in said for sign in signs)]
        if len(named) != 1:
            raise Rejected("not_a_choice")
        return named[0]

    def overhear(self, hearing: Hearing) -> Change | None:
        """Such as "tanggalnya salah", which names what is wrong without saying what is right."""
        return _NAMED_BY.get(hearing.understood.field or "")

    def options(self, situation: Situation) -> tuple[Option[Change], ...]:
        return tuple(Option(change, words(f"change.what.{change.value}")) for change in Change)

    def dump(self, value: Change) -> Json:
        return value.value

    def load(self, stored: Json) -> Change:
        return Change(stored)

    def fact(self, value: Change) -> Fact:
        return words(f"change.what.{value.value}")


def asks_amount(answers: Answers, _: Situation) -> bool:
    return "amount" in answers or answers.get("what") is Change.AMOUNT


def asks_day(answers: Answers, _: Situation) -> bool:
    return "paid_on" in answers or answers.get("what") is Change.DAY


@dataclass(frozen=True, slots=True)
class Stated:
    """What a report says: so much, on that day (WITA)."""

    amount: Rupiah
    paid_on: date

    def changed_by(self, answers: Answers) -> "Stated":
        """The same with what the answers say; what they do not name stays."""
        amount, paid_on = answers.get("amount"), answers.get("paid_on")
        return Stated(
            self.amount if amount is None else amount, self.paid_on if paid_on is None else paid_on
        )

    def until(self, after: "Stated") -> tuple[Words, ...]:
        """The differences in words, a line each: old and new."""
        lines: list[Words] = []
        if self.amount != after.amount:
            lines.append(words("change.from_amount", old=self.amount, new=after.amount))
        if self.paid_on != after.paid_on:
            lines.append(words("change.from_day", old=self.paid_on, new=after.paid_on))
        return tuple(lines)


def asks_what(stated: Callable[[Answers], "Stated | None"]) -> Condition:
    """Whether it is open what is wrong: nothing was said that differs from what is `stated`."""

    def asks(answers: Answers, _: Situation) -> bool:
        now = stated(answers)
        says_nothing = (
            not {"amount", "paid_on"} & answers.keys()
            if now is None
            else now.changed_by(answers) == now
        )
        return "what" in answers or says_nothing

    return asks


def same_again(answers: Answers, now: "Stated", **more: Fact) -> Doubt | None:
    """What was asked for was answered with what stands there already."""
    what = answers.get("what")
    name = {Change.AMOUNT: "amount", Change.DAY: "paid_on"}.get(what) if what else None
    if name is None or name not in answers or now.changed_by(answers) != now:
        return None
    facts: dict[str, Fact] = {"amount": now.amount, "paid_on": now.paid_on, **more}
    return Doubt(name, "as_before", facts, firm=True)


def is_said_in(hearing: Hearing, answers: Sequence[Amount | PastDay]) -> bool:
    """Whether a message names an amount or a day, certain or not."""
    for answer in answers:
        try:
            if answer.overhear(hearing) is not None:
                return True
        except Rejected:
            return True
    return False

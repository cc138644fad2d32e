"""Kinds of answer about a plan of notices: what is to change, and how, in everyday words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, Words, words
from handlers.situation import Situation
from handlers.staff.notice_parts import Item, has_figure, parts_of
from handlers.staff.notice_steps import steps_in, steps_in_short
from handlers.understanding import read_choice, read_number
from models.errors import RuleBroken
from models.good_moments import Hours
from models.notice_plan import RANGES, USUAL, NoticePlan, as_clock, check_plan

_TIME: Final = re.compile(r"(?<!\d)(\d{1,2})(?:[.:]([0-5]\d))?(?![\d.:])")
_OFF: Final = re.compile(
    r"\b(?:mati\w*|off|tidak usah|tidak|tanpa|stop|henti\w*|hapus)\b", re.IGNORECASE
)
_ON: Final = re.compile(r"\b(?:nyala\w*|hidup\w*|aktif\w*|on|ya)\b", re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?<![\d.,-])\d{1,4}(?![\d.,])")
_WEEKS: Final = re.compile(r"\bminggu|\bpekan|\bweeks?\b", re.IGNORECASE)
_MONTHS: Final = re.compile(r"\bbulan|\bmonths?\b", re.IGNORECASE)
_ONE: Final = re.compile(r"\bse(?=minggu|pekan|bulan)", re.IGNORECASE)


def _heard(hearing: Hearing, item: Item) -> str:
    """What a message says about an item, all of it if it names nothing."""
    return parts_of(hearing.text).get(item, hearing.text)


def _judged(change: Callable[[], NoticePlan]) -> NoticePlan:
    """A plan that keeps the rules; raises Rejected with what is wrong."""
    plan = change()
    try:
        check_plan(plan)
    except RuleBroken as broken:
        rejected = Rejected(broken.code.removeprefix("rule."))
        rejected.facts = dict(broken.facts)
        raise rejected from None
    return plan


@dataclass(frozen=True)
class WhichItems:
    """What is to change: one by its button, its number or a word; several in one sentence."""

    field: ClassVar[str] = "item"

    def read(self, hearing: Hearing) -> tuple[Item, ...]:
        if (found := self.overhear(hearing)) is not None:
            return found
        picked, listed = read_choice(hearing.text), list(Item)
        if picked is not None and 1 <= picked <= len(listed):
            return (listed[picked - 1],)
        raise Rejected("not_a_choice")

    def overhear(self, hearing: Hearing) -> tuple[Item, ...] | None:
        named = parts_of(hearing.text)
        return tuple(item for item in Item if item in named) or None

    def options(self, situation: Situation) -> tuple[Option[tuple[Item, ...]], ...]:
        return tuple(Option((item,), words(f"notice_plan.item.{item}")) for item in Item)

    def dump(self, value: tuple[Item, ...]) -> Json:
        """As a button carries it."""
        return " ".join(value)

    def load(self, stored: Json) -> tuple[Item, ...]:
        return tuple(Item(item) for item in str(stored).split())

    def fact(self, value: tuple[Item, ...]) -> Fact:
        return tuple(words(f"notice_plan.item.{item}") for item in value)


@dataclass(frozen=True)
class Steps:
    """Days from the due day, in order, such as "-7 -3 0 3 7" or "seminggu sebelum, hari H"."""

    field: ClassVar[str] = "steps"

    def read(self, hearing: Hearing) -> tuple[int, ...]:
        steps = steps_in(_heard(hearing, Item.STEPS))
        if not steps:
            raise Rejected("no_steps")
        latest = RANGES["call_after"][1]  # The programme's own day is asked about by the form.
        return _judged(lambda: replace(USUAL, steps=steps, call_after=latest)).steps

    def overhear(self, hearing: Hearing) -> tuple[int, ...] | None:
        """What stands before the hours in "/pengingat -7 0 7 jam 9 sampai 16"."""
        said = parts_of(hearing.text).get(Item.STEPS)
        return self.read(hearing) if said and steps_in(said) else None

    def options(self, situation: Situation) -> tuple[Option[tuple[int, ...]], ...]:
        return ()

    def dump(self, value: tuple[int, ...]) -> Json:
        """As a button carries it."""
        return steps_in_short(value)

    def load(self, stored: Json) -> tuple[int, ...]:
        return tuple(int(step) for step in str(stored).split())

    def fact(self, value: tuple[int, ...]) -> Fact:
        return steps_in_short(value)


@dataclass(frozen=True)
class Span:
    """From when until when people are told something, in minutes of the day in WITA."""

    item: Item = Item.HOURS
    field: ClassVar[str] = "hours"

    def read(self, hearing: Hearing) -> tuple[int, int]:
        match _TIME.findall(_heard(hearing, self.item)):
            case [first, last]:
                opens, closes = _minutes(*first), _minutes(*last)
            case _:
                raise Rejected("no_hours")
        _judged(lambda: replace(USUAL, hours=Hours(opens=opens, closes=closes)))
        return opens, closes

    def overhear(self, hearing: Hearing) -> tuple[int, int] | None:
        """What follows the word for it."""
        said = parts_of(hearing.text).get(self.item)
        return self.read(hearing) if said and has_figure(said) else None

    def options(self, situation: Situation) -> tuple[Option[tuple[int, int]], ...]:
        return ()

    def dump(self, value: tuple[int, int]) -> Json:
        """As a button carries it."""
        opens, closes = value
        return f"{opens} {closes}"

    def load(self, stored: Json) -> tuple[int, int]:
        opens, closes = str(stored).split()
        return int(opens), int(closes)

    def fact(self, value: tuple[int, int]) -> Fact:
        return span_in_words(value)


def _minutes(hour: str, minute: str) -> int:
    return int(hour) * 60 + int(minute or 0)


def span_in_words(span: tuple[int, int]) -> Words:
    opens, closes = span
    return words("notice_plan.span", opens=as_clock(opens), closes=as_clock(closes))


@dataclass(frozen=True)
class Days:
    """So many days, such as "10 hari", "dua minggu" or "sebulan"."""

    item: Item
    at_least: int
    at_most: int
    field: ClassVar[str] = "days"

    def read(self, hearing: Hearing) -> int:
        days = _days_in(_heard(hearing, self.item))
        if days is None:
            raise Rejected("no_days")
        if not self.at_least <= days <= self.at_most:
            raise Rejected("out_of_range", at_least=self.at_least, at_most=self.at_most)
        return days

    def overhear(self, hearing: Hearing) -> int | None:
        said = parts_of(hearing.text).get(self.item)
        return self.read(hearing) if said and _days_in(said) is not None else None

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        return ()

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        return int(stored)

    def fact(self, value: int) -> Fact:
        return words("notice_plan.days", days=value)


def _days_in(said: str) -> int | None:
    """The one span of days; a month is thirty."""
    said = _ONE.sub("1 ", said)
    figures = _FIGURE.findall(said)
    count = int(figures[0]) if len(figures) == 1 else None if figures else read_number(said)
    if count is None:
        return None
    if _MONTHS.search(said):
        return count * 30
    return count * (7 if _WEEKS.search(said) else 1)


@dataclass(frozen=True)
class Monthly:
    """On which day of the month something is told, or never; a tuple of whether, and the day.

    No day stands for the one on which it was told before.
    """

    item: Item
    field: ClassVar[str] = "month_day"

    def read(self, hearing: Hearing) -> tuple[bool, int]:
        said = _heard(hearing, self.item)
        figures = _FIGURE.findall(said)
        if _OFF.search(said):
            return False, 0
        if not figures and _ON.search(said):
            return True, 0
        if len(figures) != 1:
            raise Rejected("no_month_day")
        least, most = RANGES["nudge_day"]
        if not least <= (day := int(figures[0])) <= most:
            raise Rejected("not_in_every_month", day=day, at_most=most)
        return True, day

    def overhear(self, hearing: Hearing) -> tuple[bool, int] | None:
        said = parts_of(hearing.text).get(self.item, "")
        named = has_figure(said) or _OFF.search(said) or _ON.search(said)
        return self.read(hearing) if named else None

    def options(self, situation: Situation) -> tuple[Option[tuple[bool, int]], ...]:
        return ()

    def dump(self, value: tuple[bool, int]) -> Json:
        """As a button carries it."""
        told, day = value
        return f"on {day}" if told else "off"

    def load(self, stored: Json) -> tuple[bool, int]:
        told, _, day = str(stored).partition(" ")
        return {"on": True, "off": False}[told], int(day or 0)

    def fact(self, value: tuple[bool, int]) -> Fact:
        told, day = value
        return words("notice_plan.on_day", day=day) if told else words("notice_plan.never")

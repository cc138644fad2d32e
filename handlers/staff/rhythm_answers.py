"""Kinds of answer about how often a loan is paid back, and on which days a harvest pays."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from typing_extensions import override

from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, Words, words
from handlers.situation import Situation
from handlers.staff.plan_answers import ComingDay, named_day
from handlers.understanding import read_day
from models.rhythm import MONTH, SEASON, WEEK, Rhythm, months_of

_MOST_MONTHS: Final = 12
_MOST_HARVESTS: Final = 20
_COUNTED: Final = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6}
_NUMBER: Final = rf"(?P<number>\d{{1,2}}|{'|'.join(_COUNTED)})"
_EACH: Final = r"(?:se)?tiap|per|every"
_MONTH: Final = r"(?:bulan|months?)"
_SAID: Final = re.compile(
    rf"\b(?:(?P<week>mingguan|weekly|(?:{_EACH})\s+(?:minggu|week))"
    rf"|(?:{_EACH})\s+{_NUMBER}\s+{_MONTH}|{_NUMBER.replace('number', 'number_too')}\s*bulanan"
    rf"|(?P<quarter>triwulan(?:an)?)|(?P<half>semesteran|(?:{_EACH})\s+semester)"
    rf"|(?P<month>bulanan|monthly|(?:{_EACH})\s+{_MONTH})"
    rf"|(?P<season>musiman|(?:{_EACH}|saat|waktu|at)\s+(?:musim\s+)?(?:panen|harvests?)))\b",
    re.IGNORECASE,
)
"""A rhythm that is named as one: "3 bulan lagi" is a day."""
_OFFERED: Final[tuple[Rhythm, ...]] = (MONTH, WEEK, "month:2", "month:3", "month:6", SEASON)
_BETWEEN_DAYS: Final = re.compile(r"[,;\n]|\bdan\b|\blalu\b", re.IGNORECASE)


def rhythm_in(text: str) -> tuple[Rhythm | None, str]:
    """The rhythm that the words name, and what they say besides."""
    found = _SAID.search(text)
    if found is None:
        return None, text
    rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
    said = found.groupdict()
    if said["week"]:
        return WEEK, rest
    if said["season"]:
        return SEASON, rest
    number = said["number"] or said["number_too"]
    months = _COUNTED.get(number.casefold()) or int(number) if number else 1
    months = 3 if said["quarter"] else 6 if said["half"] else months
    return (f"month:{months}", rest) if 1 <= months <= _MOST_MONTHS else (None, text)


def called(rhythm: Rhythm) -> Words:
    """A rhythm as it is told: monthly, weekly, every 3 months, at harvests."""
    months = months_of(rhythm)
    if months is None:
        return words(f"rhythm.{rhythm}")
    return words("rhythm.month") if months == 1 else words("rhythm.months", months=months)


@dataclass(frozen=True)
class HowOften:
    """Weekly, every so many months, or at harvests; asked for it, "2 bulan" is enough."""

    field: ClassVar[str] = "rhythm"

    def read(self, hearing: Hearing) -> Rhythm:
        rhythm = rhythm_in(hearing.text)[0] or rhythm_in(f"tiap {hearing.text.strip()}")[0]
        if rhythm is None:
            raise Rejected("not_a_rhythm")
        return rhythm

    def overhear(self, hearing: Hearing) -> Rhythm | None:
        return rhythm_in(hearing.text)[0]

    def options(self, situation: Situation) -> tuple[Option[Rhythm], ...]:
        return tuple(Option(rhythm, called(rhythm)) for rhythm in _OFFERED)

    def dump(self, value: Rhythm) -> Json:
        return value

    def load(self, stored: Json) -> Rhythm:
        months_of(str(stored))
        return str(stored)

    def fact(self, value: Rhythm) -> Fact:
        return called(value)


@dataclass(frozen=True)
class DueDays:
    """The days on which harvests pay, all of them after today (WITA)."""

    field: ClassVar[str] = "dates"

    def read(self, hearing: Hearing) -> tuple[date, ...]:
        said = _parts(hearing.text)
        if not 1 <= len(said) <= _MOST_HARVESTS:
            raise Rejected("not_days", at_most=_MOST_HARVESTS)
        days = [self._day(part, hearing.sent_on) for part in said]
        return tuple(sorted(set(days)))

    def _day(self, said: str, today: date) -> date:
        day = named_day(said, today)
        if day is None:
            raise Rejected("unclear_day", said=said[:40])
        if day <= today:
            raise Rejected("not_ahead", given=day)
        return day

    def overhear(self, hearing: Hearing) -> tuple[date, ...] | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[tuple[date, ...]], ...]:
        return ()

    def dump(self, value: tuple[date, ...]) -> Json:
        return [day.isoformat() for day in value]

    def load(self, stored: Json) -> tuple[date, ...]:
        days = tuple(date.fromisoformat(day) for day in stored)
        if not days:
            raise ValueError(stored)
        return days

    def fact(self, value: tuple[date, ...]) -> Fact:
        return tuple(words("reschedule.day", day=day) for day in value)


@dataclass(frozen=True)
class FirstDue(ComingDay):
    """The first of days that follow in a rhythm; where several are named, none is the first."""

    @override
    def overhear(self, hearing: Hearing) -> date | None:
        readings = [read_day(part, today=hearing.sent_on) for part in _parts(hearing.text)]
        days = [reading for reading in readings if reading.value or reading.candidates]
        return None if len(days) > 1 else super().overhear(hearing)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN_DAYS.split(text) if part.strip()]

"""Kinds of answer that enter the books: money, a count, and a day that lies ahead."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from typing_extensions import override

from handlers.answers import Amount
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json
from handlers.situation import Situation
from handlers.understanding import read_amount, read_day, read_number
from models.money import Rupiah

_COUNTED = re.compile(r"(?<!\d)(\d{1,3})\s*(?:x|kali|angsuran|setoran)\b", re.IGNORECASE)


_BELOW_ZERO = re.compile(r"(?:^|\s)[-\u2212\u2013](?:rp\.?\s*)?\d", re.IGNORECASE)


@dataclass(frozen=True)
class Money(Amount):
    """An amount that enters the books: what is written with a minus is asked again."""

    @override
    def read(self, hearing: Hearing) -> Rupiah:
        if _BELOW_ZERO.search(hearing.text):
            raise Rejected("not_an_amount", example=Rupiah(500_000))
        return super().read(hearing)

    @override
    def overhear(self, hearing: Hearing) -> Rupiah | None:
        """Whatever else is told, such as why: "/hapusbuku tunas 1 juta gagal panen"."""
        if _BELOW_ZERO.search(hearing.text):
            return None
        reading = read_amount(hearing.text)
        if reading.value is None and not reading.candidates:
            return None
        return self._judged(reading.value, reading.candidates)


@dataclass(frozen=True)
class Count:
    """How many, in figures or as a small number word."""

    at_least: int = 1
    at_most: int = 120
    field: ClassVar[str] = "count"

    def read(self, hearing: Hearing) -> int:
        figures = re.findall(r"(?<![\d.,])-?\d+(?![\d.,])", hearing.text)
        count = int(figures[0]) if len(figures) == 1 else read_number(hearing.text)
        if count is None:
            raise Rejected("not_a_count")
        if not self.at_least <= count <= self.at_most:
            raise Rejected("out_of_range", at_least=self.at_least, at_most=self.at_most)
        return count

    def overhear(self, hearing: Hearing) -> int | None:
        """Such as "12 kali" or "12 angsuran" among other words."""
        found = _COUNTED.search(hearing.text)
        if found is None or not self.at_least <= int(found[1]) <= self.at_most:
            return None
        return int(found[1])

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        return ()

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        count = int(stored)
        if not self.at_least <= count <= self.at_most:
            raise ValueError(stored)
        return count

    def fact(self, value: int) -> Fact:
        return value


@dataclass(frozen=True)
class ComingDay:
    """A day after today (WITA)."""

    field: ClassVar[str] = "date"

    def read(self, hearing: Hearing) -> date:
        reading = read_day(hearing.text, today=hearing.sent_on, direction="future")
        offers = tuple(day for day in reading.candidates if day > hearing.sent_on)[:3]
        if reading.value is None and offers:
            raise Rejected("unsure", offers=offers)
        if reading.value is None:
            raise Rejected("not_a_day")
        if reading.value <= hearing.sent_on:
            raise Rejected("not_ahead", given=reading.value)
        return reading.value

    def overhear(self, hearing: Hearing) -> date | None:
        """A day that is named as one: a bare number answers another question."""
        said = _COUNTED.sub("", hearing.text)
        if not any(letter.isalpha() or letter == "/" for letter in said):
            return None
        reading = read_day(said, today=hearing.sent_on, direction="future")
        ahead = reading.value is not None and reading.value > hearing.sent_on
        return reading.value if ahead else None

    def options(self, situation: Situation) -> tuple[Option[date], ...]:
        return ()

    def dump(self, value: date) -> Json:
        return value.isoformat()

    def load(self, stored: Json) -> date:
        return date.fromisoformat(stored)

    def fact(self, value: date) -> Fact:
        return value

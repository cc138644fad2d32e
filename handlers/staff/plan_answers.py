"""Kinds of answer that enter the books: money, a count, and a day that lies ahead."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
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


_IN_FULL = re.compile(
    r"(?<![\w.,-])(?:"
    r"rp\.?\s*(?P<after_rp>\d{1,3}(?:\.\d{3})+|\d+)(?:,-|,00)?"
    r"|(?P<before_rupiah>\d{1,3}(?:\.\d{3})+|\d+)\s*rupiah"
    r"|(?P<long>\d{1,3}(?:\.\d{3}){3,})"
    r"|(?P<billions>\d{1,6}(?:[.,]\d{1,3})?)\s*(?P<unit>miliar|milyar|triliun))"
    r"(?![\w]|[.,]\d|\s*(?:rb|ribu|jt|juta|miliar|milyar|triliun))",
    re.IGNORECASE,
)
"""Money that staff write out in full, as no leader would: Rp5.000, 1,5 miliar."""


@dataclass(frozen=True)
class Money(Amount):
    """An amount that enters the books: in full it is meant as it stands, however small or large.

    What is written with a minus is asked again.
    """

    @override
    def read(self, hearing: Hearing) -> Rupiah:
        if _BELOW_ZERO.search(hearing.text):
            raise Rejected("not_an_amount", example=Rupiah(500_000))
        amount = _in_full(hearing.text)
        return super().read(hearing) if amount is None else self._judged(amount, ())

    @override
    def overhear(self, hearing: Hearing) -> Rupiah | None:
        """Whatever else is told, such as why: "/hapusbuku tunas 1 juta gagal panen"."""
        if _BELOW_ZERO.search(hearing.text):
            return None
        if (amount := _in_full(hearing.text)) is not None:
            return self._judged(amount, ())
        reading = read_amount(hearing.text)
        if reading.value is None and not reading.candidates:
            return None
        return self._judged(reading.value, reading.candidates)


def _in_full(text: str) -> int | None:
    """The one amount that is written in full; none if there is none, or another one."""
    amounts = {_rupiah(found) for found in _IN_FULL.finditer(text)}
    return amounts.pop() if len(amounts) == 1 else None


def _rupiah(found: re.Match[str]) -> int:
    if (billions := found["billions"]) is not None:
        zeros = 12 if found["unit"].casefold() == "triliun" else 9
        return int(Decimal(billions.replace(",", ".")) * 10**zeros)
    figures = found["after_rp"] or found["before_rupiah"] or found["long"]
    return int(figures.replace(".", ""))


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


def named_day(text: str, today: date) -> date | None:
    """The one day that the words name, ahead if they may mean that; none if they name none."""
    ahead = read_day(text, today=today, direction="future").value
    return ahead or read_day(text, today=today, direction="past").value


@dataclass(frozen=True)
class ComingDay:
    """A day after today (WITA)."""

    field: ClassVar[str] = "date"

    def read(self, hearing: Hearing) -> date:
        reading = read_day(hearing.text, today=hearing.sent_on, direction="future")
        offers = tuple(day for day in reading.candidates if day > hearing.sent_on)[:3]
        if reading.value is None and offers:
            raise Rejected("unsure", offers=offers)
        day = named_day(hearing.text, hearing.sent_on)
        if day is None:
            raise Rejected("not_a_day")
        if day <= hearing.sent_on:
            raise Rejected("not_ahead", given=day)
        return day

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

"""Single cells of a bank statement: days, amounts and signs, as Indonesian banks write them. Pure.

A cell that cannot be read raises UnreadableCell with a code; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

_MONTHS: Final = {
    **dict.fromkeys(("jan", "januari", "january"), 1),
    **dict.fromkeys(("feb", "peb", "februari", "february", "pebruari"), 2),
    **dict.fromkeys(("mar", "mrt", "maret", "march"), 3),
    **dict.fromkeys(("apr", "april"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("jun", "juni", "june"), 6),
    **dict.fromkeys(("jul", "juli", "july"), 7),
    **dict.fromkeys(("agu", "ags", "agt", "agst", "aug", "agustus", "august"), 8),
    **dict.fromkeys(("sep", "sept", "september"), 9),
    **dict.fromkeys(("okt", "oct", "oktober", "october"), 10),
    **dict.fromkeys(("nov", "nop", "november", "nopember"), 11),
    **dict.fromkeys(("des", "dec", "desember", "december"), 12),
}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_APART: Final = r"[\s/.\-]+"
_TIME: Final = r"(?:[t\s,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?)?"
_BY_YEAR: Final = re.compile(rf"(\d{{4}})[/.\-](\d{{1,2}})[/.\-](\d{{1,2}}){_TIME}")
_BY_FIGURES: Final = re.compile(rf"(\d{{1,2}})[/.\-](\d{{1,2}})(?:[/.\-](\d{{4}}|\d{{2}}))?{_TIME}")
_BY_NAME: Final = re.compile(
    rf"(\d{{1,2}}){_APART}({_MONTH})[.,]?(?:{_APART}(\d{{4}}|\d{{2}}))?{_TIME}"
)
_MONTH_FIRST: Final = re.compile(rf"({_MONTH})\.?\s+(\d{{1,2}}),?\s+(\d{{4}}){_TIME}")
_TOGETHER: Final = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_SERIAL: Final = re.compile(r"[34]\d{4}|5[0-4]\d{3}")
_SERIAL_DAY_0: Final = date(1899, 12, 30)
"""Day 0 of the days that spreadsheets count, for every day after February 1900."""
_DAY_IN_TEXT: Final = re.compile(
    rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:\d{{4}}|\d{{2}})"
    rf"|\d{{1,2}}[\s/.\-]+(?:{_MONTH})[.,]?[\s/.\-]+\d{{4}}",
)
_MONTH_AND_YEAR: Final = re.compile(rf"\b({_MONTH})\s+(20\d{{2}})\b")

_AMOUNT: Final = re.compile(
    r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?|[.,]\d\d"
)
_MONEY: Final = re.compile(
    r"(?P<open>\()?(?P<sign>[-+\u2212])?\s*(?:rp\.?|idr)?\s*(?P<after>[-+\u2212])?"
    r"(?P<figures>[.,]?\d[\d.,]*?)(?P<dash>,-|\.-)?(?P<close>\))?(?P<behind>[-+\u2212])?"
    r"\s*(?P<mark>[a-z]{1,6})?\.?"
)
_LARGEST: Final = 10**15
_IN: Final = frozenset({"k", "kr", "kredit", "cr", "c", "credit", "in", "masuk", "+"})
_OUT: Final = frozenset({"d", "db", "dr", "debet", "debit", "out", "keluar", "-"})


class Order(StrEnum):
    """Which of two figures is the day: 05/07 is 5 July in Indonesia."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Side(StrEnum):
    """Whether money came in or went out."""

    IN = "in"
    OUT = "out"


class UnreadableCell(Exception):
    """What stands there is no day, no amount, or no sign; `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day of a statement, both within."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in sen (1/100 rupiah), never negative, and on which side it says that it is."""

    sen: int
    side: Side | None = None


def plain(cell: str) -> str:
    """A cell in small letters, without the apostrophe by which sheets mark text."""
    return " ".join(cell.split()).removeprefix("'").strip().casefold()


def read_day(cell: str, order: Order, period: Period | None) -> date:
    """The day of a cell; one without a year lies within the period. Raises UnreadableCell."""
    said = plain(cell)
    try:
        found = _whole_day(said, order) or _day_of_period(said, order, period)
    except ValueError:
        raise UnreadableCell("day") from None
    if found is None:
        raise UnreadableCell("day")
    return found


def read_money(cell: str) -> Money:
    """The amount of a cell such as "Rp500.000,00", "500,000.00 CR" or "-1000". Raises likewise."""
    found = _MONEY.fullmatch(plain(cell))
    if found is None or not _AMOUNT.fullmatch(found["figures"]):
        raise UnreadableCell("money")
    sen = _sen(found["figures"])
    if sen > _LARGEST * 100:
        raise UnreadableCell("money")
    mark = read_side(found["mark"]) if found["mark"] else None
    signs = {found["sign"], found["after"], found["behind"]}
    below_zero = bool(signs & {"-", "\u2212"}) or bool(found["open"])
    return Money(sen, mark or (Side.OUT if below_zero else None))


def read_side(cell: str) -> Side:
    """D or K, DB or CR, and their longer forms. Raises UnreadableCell."""
    mark = plain(cell).strip(" .()")
    if mark in _IN:
        return Side.IN
    if mark in _OUT:
        return Side.OUT
    raise UnreadableCell("side")


def period_in(texts: list[str], order: Order = Order.DAY_FIRST) -> Period | None:
    """The period that the lines above a statement name: two days, or a month; none if none."""
    days: list[date] = []
    for text in map(plain, texts):
        for said in _DAY_IN_TEXT.findall(text):
            try:
                day = _whole_day(said, order)
            except ValueError:
                continue
            days += [day] if day else []
    if len(days) >= 2:  # noqa: PLR2004 (from and to)
        return Period(min(days), max(days))
    named = [found for text in texts for found in _MONTH_AND_YEAR.findall(plain(text))]
    if not named:
        return None
    month, year = _MONTHS[named[0][0]], int(named[0][1])
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), following - timedelta(days=1))


def _whole_day(said: str, order: Order) -> date | None:
    """A day that names its year; raises ValueError for one that does not exist."""
    if found := _BY_YEAR.fullmatch(said) or _TOGETHER.fullmatch(said):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if _SERIAL.fullmatch(said):
        return _SERIAL_DAY_0 + timedelta(days=int(said))
    if found := _MONTH_FIRST.fullmatch(said):
        return date(int(found[3]), _MONTHS[found[1]], int(found[2]))
    found_short = _day_and_month(said, order)
    if found_short is None:
        return None
    day, month, year = found_short
    return None if year is None else date(year, month, day)


def _day_of_period(said: str, order: Order, period: Period | None) -> date | None:
    """A day without a year: the one within the period. Raises UnreadableCell where none is."""
    found = _day_and_month(said, order)
    if found is None:
        return None
    if period is None:
        raise UnreadableCell("no_year")
    day, month, _ = found
    for year in range(period.first.year, period.last.year + 1):
        candidate = date(year, month, day)
        if period.first <= candidate <= period.last:
            return candidate
    return None


def _day_and_month(said: str, order: Order) -> tuple[int, int, int | None] | None:
    named = _BY_NAME.fullmatch(said)
    if named is not None:
        return int(named[1]), _MONTHS[named[2]], _year(named[3])
    found = _BY_FIGURES.fullmatch(said)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
    return day, month, _year(found[3])


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    return int(figures) if len(figures) > 2 else 2000 + int(figures)  # noqa: PLR2004


def _sen(figures: str) -> int:
    """Figures with any separators: the last one parts the sen if fewer than three follow it."""
    parts = re.split(r"[.,]", figures)
    behind = parts[-1] if len(parts) > 1 and len(parts[-1]) < 3 else ""  # noqa: PLR2004
    whole = "".join(parts[:-1] if behind else parts)
    return int(whole or 0) * 100 + int(behind.ljust(2, "0"))

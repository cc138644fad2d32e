"""From the rows of a bank's sheet to the money that came in: pure, and nothing dropped in silence.

Each row is a line of money in, or is counted as money out, as no transaction (a footer, a balance
brought forward), or as broken, with its number as the sheet shows it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from models.bank_cells import (
    Money,
    Period,
    Side,
    UnreadableCell,
    period_in,
    plain,
    read_day,
    read_money,
    read_side,
)
from models.bank_identity import CreditLine, ReadLine, identify
from models.money import ZERO, Rupiah

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.bank_columns import Columns, Layout

DESCRIPTION_MOST: Final = 500
REFERENCE_MOST: Final = 120
_FOOTER: Final = re.compile(
    r"\b(total|saldo|jumlah|mutasi|balance|opening|closing|awal|akhir|subtotal|halaman|page)\b"
)


class Trouble(StrEnum):
    """Why a row that looks like a transaction cannot be used."""

    DAY = "day"
    NO_DAY = "no_day"
    NO_YEAR = "no_year"
    MONEY = "money"
    SIDE = "side"
    SEN = "sen"
    """Not whole rupiah, as interest is."""


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that staff should look at, by its number in the sheet, counted from 1."""

    row: int
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class BankStatement:
    """All that a sheet tells; `period` is none for one without a single day."""

    lines: tuple[CreditLine, ...]
    outgoing: int
    others: int
    broken: tuple[BrokenRow, ...]
    period: Period | None

    @property
    def rows(self) -> int:
        """Transactions, readable or not."""
        return len(self.lines) + self.outgoing + len(self.broken)

    @property
    def total(self) -> Rupiah:
        return sum((line.amount for line in self.lines), ZERO)


def read_statement(
    rows: Sequence[Sequence[str]], layout: Layout, columns: Columns
) -> BankStatement:
    """Read every row below the header; `columns` must be complete."""
    above = [cell for row in rows[: layout.first] for cell in row if cell.strip()]
    above += [" ".join(row) for row in rows[: layout.first]]
    told = period_in(above, columns.order)
    reader = _Reader(columns, told, _marks_money_in(rows[layout.first :], columns))
    came_in: list[ReadLine] = []
    broken: list[BrokenRow] = []
    days: list[date] = []
    counts = Counter[str]()
    for number, row in enumerate(rows[layout.first :], start=layout.first + 1):
        if not any(cell.strip() for cell in row):
            continue
        try:
            read = None if _repeats(row, layout) else reader.read(row)
        except _Broken as trouble:
            broken.append(BrokenRow(number, trouble.why))
            continue
        if read is None:
            counts["other"] += 1
            continue
        days.append(read.booked_on)
        if read.money.side is Side.IN:
            came_in.append(read)
        else:
            counts["out"] += 1
    period = told or (Period(min(days), max(days)) if days else None)
    if period and days:
        period = Period(min(period.first, *days), max(period.last, *days))
    return BankStatement(identify(came_in), counts["out"], counts["other"], tuple(broken), period)


class _Broken(Exception):
    def __init__(self, why: Trouble) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one row after the other with the columns that were agreed on."""

    columns: Columns
    period: Period | None
    marks_money_in: bool
    """Whether the column of signs marks what came in, or only what went out."""

    def read(self, row: Sequence[str]) -> ReadLine | None:
        """None for what is no transaction. Raises _Broken."""
        day, amount = _cell(row, self.columns.day), _cell(row, self.columns.money)
        if not day:
            self._refuse_money_without_a_day(row, amount)
            return None
        if _FOOTER.search(plain(day)):
            return None
        try:
            booked_on = read_day(day, self.columns.order, self.period)
        except UnreadableCell as trouble:
            if not amount or not re.search(r"\d", amount):
                return None
            raise _Broken(Trouble(trouble.code)) from None
        money = self._money(row, amount)
        if money is None:
            return None
        return ReadLine(
            booked_on, money, self._description(row), self._reference(row), self._left(row)
        )

    def _refuse_money_without_a_day(self, row: Sequence[str], amount: str) -> None:
        """A footer, or a description that goes on; but money without a day is told."""
        if not re.search(r"\d", amount) or any(_FOOTER.search(plain(cell)) for cell in row):
            return
        money = self._money(row, amount)
        if money is not None and money.side is Side.IN:
            raise _Broken(Trouble.NO_DAY)

    def _money(self, row: Sequence[str], amount: str) -> Money | None:
        """What moved, and on which side; none where the row tells no amount."""
        if not re.search(r"\d", amount):
            if amount.strip(" -\u2013\u2014.'"):
                raise _Broken(Trouble.MONEY)
            return self._outgoing(row)
        try:
            money = read_money(amount)
        except UnreadableCell:
            raise _Broken(Trouble.MONEY) from None
        if money.sen == 0:
            return self._outgoing(row)
        side = self._side(row, money)
        if side is Side.IN and money.sen % 100:
            raise _Broken(Trouble.SEN)
        return Money(money.sen, side)

    def _outgoing(self, row: Sequence[str]) -> Money | None:
        """Nothing came in: it went out, if some other column that is no balance holds an amount."""
        known = {self.columns.day, self.columns.money, self.columns.balance}
        known |= {self.columns.reference, self.columns.flag, *self.columns.descriptions}
        for index, cell in enumerate(row):
            if index in known or not re.search(r"[1-9]", cell):
                continue
            try:
                return Money(read_money(cell).sen, Side.OUT)
            except UnreadableCell:
                continue
        return None

    def _side(self, row: Sequence[str], money: Money) -> Side:
        mark = _cell(row, self.columns.flag)
        if mark:
            try:
                return read_side(mark)
            except UnreadableCell:
                raise _Broken(Trouble.SIDE) from None
        if money.side is not None:
            return money.side
        if self.columns.flag is not None and self.marks_money_in:
            raise _Broken(Trouble.SIDE)
        return Side.IN

    def _description(self, row: Sequence[str]) -> str:
        parts = (" ".join(_cell(row, index).split()) for index in self.columns.descriptions)
        return " ".join(part for part in parts if part)[:DESCRIPTION_MOST]

    def _reference(self, row: Sequence[str]) -> str:
        return " ".join(_cell(row, self.columns.reference).split())[:REFERENCE_MOST]

    def _left(self, row: Sequence[str]) -> Money | None:
        try:
            return read_money(_cell(row, self.columns.balance))
        except UnreadableCell:
            return None


def _marks_money_in(rows: Sequence[Sequence[str]], columns: Columns) -> bool:
    for row in rows:
        try:
            if read_side(_cell(row, columns.flag)) is Side.IN:
                return True
        except UnreadableCell:
            continue
    return False


def _repeats(row: Sequence[str], layout: Layout) -> bool:
    """Whether the header comes again, as on each page of a long statement."""
    if layout.header is None:
        return False
    return [plain(cell) for cell in row if cell.strip()] == [name for name in layout.names if name]


def _cell(row: Sequence[str], index: int | None) -> str:
    return row[index].strip() if index is not None and index < len(row) else ""

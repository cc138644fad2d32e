"""Which column of a bank's sheet holds what: found by its header row, else by what stands in it.

Pure. Banks put their name, the account and the period above the header; no two name their columns
alike, in Indonesian or English.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from models.bank_cells import Order, UnreadableCell, plain, read_day, read_money, read_side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HEADER_WITHIN: Final = 30
"""Rows: the header stands among the first so many."""
_LOOKED_AT: Final = 200
_MOSTLY: Final = 0.6

_DAY: Final = re.compile(r"\b(tanggal|tgl|date|waktu)\b")
_DESCRIPTION: Final = re.compile(
    r"\b(keterangan|ket|uraian|deskripsi|desk|description|remarks?|narasi|berita|particulars?)\b"
)
_MONEY_IN: Final = re.compile(r"\b(kredit|credit|cr|masuk|penerimaan|setoran)\b")
_MONEY_OUT: Final = re.compile(r"\b(debet|debit|db|dr|keluar|pengeluaran|penarikan)\b")
_AMOUNT: Final = re.compile(r"\b(jumlah|mutasi|amount|nominal|nilai)\b")
_BALANCE: Final = re.compile(r"\b(saldo|balance)\b")
_REFERENCE: Final = re.compile(
    r"\b(referensi|reference|ref|reff|no\.? ?transaksi|transaction (?:no|id)|journal(?: no)?"
    r"|jurnal|teller id|no\.? ?bukti)\b"
)
_FLAG: Final = re.compile(
    r"^(d ?/ ?[kc]|db ?/ ?cr|dr ?/ ?cr|type|tipe|jenis|d ?/ ?k|sign|flag|posisi)$"
)
_BOTH: Final = re.compile(r"\b(db|d|dr|debet|debit) ?/ ?(cr|c|k|kredit|credit)\b")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by their index from 0; none where the sheet has no such one.

    `money` holds what came in alone, or amounts of both ways with `flag` or a sign beside them.
    """

    day: int | None = None
    money: int | None = None
    flag: int | None = None
    descriptions: tuple[int, ...] = ()
    reference: int | None = None
    balance: int | None = None
    order: Order = Order.DAY_FIRST

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "order": self.order.value, "descriptions": [*self.descriptions]}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Columns:
        """Raises TypeError, KeyError or ValueError for what another version stored."""
        columns = cls(**{**stored, "descriptions": tuple(stored["descriptions"])})
        return replace(columns, order=Order(columns.order))

    @property
    def complete(self) -> bool:
        """Whether enough is known to read lines."""
        return self.day is not None and self.money is not None


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet as it was found: its header row (none if it has none) and what its columns hold."""

    header: int | None
    names: tuple[str, ...]
    guess: Columns

    @property
    def first(self) -> int:
        """The index of the first row below the header."""
        return 0 if self.header is None else self.header + 1

    @property
    def signature(self) -> str:
        """The same for every file in which the same columns have the same names."""
        told = "|".join(self.names) if self.header is not None else f"{len(self.names)} columns"
        return sha256(told.encode()).hexdigest()


def find_layout(rows: Sequence[Sequence[str]]) -> Layout:
    """Where the header is and what its words, and the cells below it, say of each column."""
    width = max((len(row) for row in rows), default=0)
    header = _header(rows)
    names = tuple(plain(cell) for cell in rows[header]) if header is not None else ()
    names = (*names, *("" for _ in range(width - len(names))))
    below = rows[0 if header is None else header + 1 :][:_LOOKED_AT]
    named = _by_names(names) if header is not None else Columns()
    guess = _by_content(named, below, width, alone=_is_alone(names, named.money))
    return Layout(header, names, replace(guess, order=_order(rows, guess.day)))


def letter(column: int) -> str:
    """A column as spreadsheets call it: A, B … Z, AA."""
    return letter(column // 26 - 1) + letter(column % 26) if column > 25 else chr(65 + column)  # noqa: PLR2004


def column_of(letters: str) -> int | None:
    """The index of a column called A, B … AN; none for anything else."""
    said = letters.strip().upper()
    if not re.fullmatch(r"[A-Z]{1,2}", said):
        return None
    first, last = said[:-1], said[-1]
    return (26 * (ord(first) - 64) if first else 0) + ord(last) - 65


def _header(rows: Sequence[Sequence[str]]) -> int | None:
    """The first row that names most of what a statement has; at least a day and money."""
    best, most = None, 1
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        named = _by_names(tuple(plain(cell) for cell in row))
        flags = (named.day, named.money, named.balance, named.reference, named.flag)
        count = sum(one is not None for one in flags) + bool(named.descriptions)
        if count > most and named.day is not None:
            best, most = index, count
    return best


def _by_names(names: Sequence[str]) -> Columns:
    """What short words in a header say; a sentence above the header names no column."""
    said = {index: _spaced(name) for index, name in enumerate(names) if 0 < len(name) <= 40}  # noqa: PLR2004
    day = _first(said, _DAY)
    flag = _first(said, _FLAG) if _first(said, _FLAG) is not None else _first(said, _BOTH, _AMOUNT)
    told = {index: name for index, name in said.items() if index not in (day, flag)}
    balance = _first(told, _BALANCE)
    told.pop(-1 if balance is None else balance, None)
    money = _first(told, _MONEY_IN, _MONEY_OUT)
    if money is None:
        money = _first(told, _AMOUNT, _MONEY_OUT)
    reference = _first({k: v for k, v in told.items() if k != money}, _REFERENCE)
    taken = {money, reference}
    described = tuple(k for k, v in told.items() if _DESCRIPTION.search(v) and k not in taken)
    return Columns(day, money, flag, described, reference, balance)


def _spaced(name: str) -> str:
    return re.sub(r"[_\s]+", " ", name)


def _first(
    said: dict[int, str], wanted: re.Pattern[str], unless: re.Pattern[str] | None = None
) -> int | None:
    """The first column that is called so, and not also otherwise."""
    return next(
        (
            index
            for index, name in said.items()
            if wanted.search(name) and not (unless and unless.search(name))
        ),
        None,
    )


def _is_alone(names: Sequence[str], money: int | None) -> bool:
    """Whether the column of money holds, by its name, nothing but what came in."""
    if money is None or not names:
        return False
    name = _spaced(names[money])
    return bool(_MONEY_IN.search(name)) and not _MONEY_OUT.search(name)


def _by_content(
    named: Columns, below: Sequence[Sequence[str]], width: int, *, alone: bool
) -> Columns:
    """A day that no header names, and a column of D and K, or DB and CR, beside the amounts."""
    if named.day is None:
        days = [index for index in range(width) if _is_mostly(below, index, _is_day)]
        named = replace(named, day=days[0] if days else None)
    if not named.descriptions:
        told = [index for index in range(width) if _is_mostly(below, index, _is_told)]
        others = [index for index in told if index not in (named.day, named.reference)]
        named = replace(named, descriptions=tuple(others[:1]))
    if alone:
        return replace(named, flag=None)
    marked = [index for index in range(width) if _is_mostly(below, index, _is_flag)]
    marked = [index for index in marked if index not in (named.day, named.money)]
    flag = named.flag if named.flag in marked else (marked[0] if marked else None)
    return replace(named, flag=flag)


def _is_mostly(below: Sequence[Sequence[str]], index: int, is_one: Callable[[str], bool]) -> bool:
    cells = [row[index] for row in below if index < len(row) and row[index].strip()]
    return bool(cells) and sum(map(is_one, cells)) >= _MOSTLY * len(cells)


def _is_day(cell: str) -> bool:
    if plain(cell).isdecimal():
        return False  # could as well be a number of anything
    try:
        read_day(cell, Order.DAY_FIRST, None)
    except UnreadableCell as trouble:
        return trouble.code == "no_year"
    return True


def _is_told(cell: str) -> bool:
    """Words rather than a day, an amount or a sign."""
    return bool(re.search(r"[a-z]{4}", plain(cell))) and not _is_day(cell)


def _is_flag(cell: str) -> bool:
    try:
        read_side(cell)
    except UnreadableCell:
        return False
    return True


def may_be_statement(rows: Sequence[Sequence[str]], layout: Layout) -> bool:
    """Whether days and amounts stand anywhere: a list of names is not asked about."""
    below = rows[layout.first :][:_LOOKED_AT]
    others = [index for index in range(len(layout.names)) if index != layout.guess.day]
    money = any(_is_mostly(below, index, _is_money) for index in others)
    return layout.guess.day is not None and (money or layout.guess.money is not None)


def _is_money(cell: str) -> bool:
    try:
        read_money(cell)
    except UnreadableCell:
        return False
    return True


def _order(rows: Sequence[Sequence[str]], day: int | None) -> Order:
    """Day first, as everywhere in Indonesia, unless the days then make no sense."""
    if day is None:
        return Order.DAY_FIRST
    cells = [row[day] for row in rows if day < len(row) and re.search(r"\d", row[day])]

    def readable(order: Order) -> int:
        return sum(_reads(cell, order) for cell in cells)

    month_first = readable(Order.MONTH_FIRST) > readable(Order.DAY_FIRST)
    return Order.MONTH_FIRST if month_first else Order.DAY_FIRST


def _reads(cell: str, order: Order) -> bool:
    try:
        read_day(cell, order, None)
    except UnreadableCell as trouble:
        return trouble.code == "no_year"
    return True


def marks_sides(rows: Sequence[Sequence[str]], layout: Layout) -> bool:
    """Whether amounts tell by themselves what came in: by the name of their column, or a sign."""
    money = layout.guess.money
    if money is None:
        return False
    cells = (row[money] for row in rows[layout.first :] if money < len(row))
    return _is_alone(layout.names, money) or any(_has_side(cell) for cell in cells)


def _has_side(cell: str) -> bool:
    try:
        return read_money(cell).side is not None
    except UnreadableCell:
        return False

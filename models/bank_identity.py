"""Which line of a bank statement is which, in whatever file it stands. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from models.bank_cells import Money, Side
from models.money import Rupiah

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What one row turned out to be, before equal ones are told apart."""

    booked_on: date
    money: Money
    description: str
    reference: str
    balance: Money | None


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Money that came in: so many rupiah on a day, as the bank describes it."""

    booked_on: date
    amount: Rupiah
    description: str
    reference: str
    balance: Rupiah | None
    fingerprint: str
    """The same whenever the same transfer is read again, from whichever file (see `identify`)."""


def identify(came_in: Sequence[ReadLine]) -> tuple[CreditLine, ...]:
    """Give each line its fingerprint: day, amount, words, reference, balance, and its ordinal.

    The ordinal counts equal lines of one file, so that an overlapping file adds nothing twice, and
    two honest transfers that look alike stay two.
    """
    seen = Counter[str]()
    lines: list[CreditLine] = []
    for read in came_in:
        told = "|".join(
            (
                read.booked_on.isoformat(),
                str(read.money.sen),
                _letters(read.description),
                _letters(read.reference),
                "" if read.balance is None else _signed(read.balance),
            )
        )
        seen[told] += 1
        lines.append(
            CreditLine(
                read.booked_on,
                Rupiah(read.money.sen // 100),
                read.description,
                read.reference,
                _rupiah(read.balance),
                sha256(f"{told}|{seen[told]}".encode()).hexdigest(),
            )
        )
    return tuple(lines)


def _letters(text: str) -> str:
    """Letters and figures alone: how a file parts its words is no difference."""
    return "".join(re.findall(r"\w", text.casefold()))


def _signed(money: Money) -> str:
    return f"{'-' if money.side is Side.OUT else ''}{money.sen}"


def _rupiah(money: Money | None) -> Rupiah | None:
    """Whole rupiah of a balance; below zero where it says so."""
    if money is None:
        return None
    whole = Rupiah(money.sen // 100)
    return -whole if money.side is Side.OUT else whole

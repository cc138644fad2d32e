"""What is late on a loan, how bad that is, and where the loan stands (DOMAIN.md 3.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from models.money import THOUSAND, ZERO, Rupiah

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.allocation import Due


@dataclass(frozen=True, slots=True)
class Arrears:
    """What has fallen due and was not paid, in rupiah; late from the day after the due day."""

    principal: Rupiah = ZERO
    fee: Rupiah = ZERO
    instalments: int = 0
    oldest_due_on: date | None = None
    days: int = 0

    @property
    def total(self) -> Rupiah:
        return self.principal + self.fee


def arrears(dues: Sequence[Due], today: date, *, at_close: bool = False) -> Arrears:
    """The arrears on a WITA day; `at_close` counts that day's own instalment too (reports)."""
    late = [
        due
        for due in dues
        if (due.due_on < today or (at_close and due.due_on == today)) and due.left > 0
    ]
    if not late:
        return Arrears()
    oldest = min(due.due_on for due in late)
    return Arrears(
        principal=sum((due.principal_left for due in late), ZERO),
        fee=sum((due.fee_left for due in late), ZERO),
        instalments=len(late),
        oldest_due_on=oldest,
        days=(today - oldest).days,
    )


class Measure(StrEnum):
    """In what a table of classes counts lateness."""

    INSTALMENTS = "instalments"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class CollectibilityClass:
    """One class: its name, the most lateness it allows (None is any), its reserve."""

    name: str
    at_most: int | None
    reserve_basis_points: int


@dataclass(frozen=True, slots=True)
class CollectibilityTable:
    """Classes from good to bad; raises ValueError unless each allows more than the one before."""

    measure: Measure
    classes: tuple[CollectibilityClass, ...]
    ignored_below: Rupiah = THOUSAND

    def __post_init__(self) -> None:
        limits = [one.at_most for one in self.classes[:-1]]
        rising = all(
            low is not None and high is not None and low < high for low, high in pairwise(limits)
        )
        if not self.classes or None in limits or not rising or self.classes[-1].at_most is not None:
            raise ValueError("classes need rising limits, and only the last one has none")

    def place_of(self, lateness: int) -> int:
        """The place of the class that allows so much lateness; 0 is the best one."""
        return next(
            place
            for place, one in enumerate(self.classes)
            if one.at_most is None or lateness <= one.at_most
        )


OPERATIONAL_CLASSES: Final = CollectibilityTable(
    Measure.INSTALMENTS,
    (
        CollectibilityClass("I", 0, 100),
        CollectibilityClass("II", 2, 1_000),
        CollectibilityClass("III", 4, 2_500),
        CollectibilityClass("IV", 6, 5_000),
        CollectibilityClass("V", None, 10_000),
    ),
)
"""The default table of DOMAIN.md 3.5."""

CLASSES_BY_DAYS: Final = CollectibilityTable(
    Measure.DAYS,
    tuple(
        CollectibilityClass(old.name, at_most, old.reserve_basis_points)
        for old, at_most in zip(OPERATIONAL_CLASSES.classes, (0, 30, 90, 180, None), strict=True)
    ),
)
"""The other practice that DOMAIN.md 3.5 names: days late."""


def collectibility(
    dues: Sequence[Due],
    today: date,
    table: CollectibilityTable = OPERATIONAL_CLASSES,
    *,
    at_close: bool = False,
) -> CollectibilityClass:
    """The class of a loan on a WITA day; arrears below the table's threshold are ignored."""
    late = arrears(dues, today, at_close=at_close)
    measure = _days_late if table.measure is Measure.DAYS else _instalments_late
    ignored = late.total < table.ignored_below
    lateness = 0 if ignored else measure(dues, late, today)
    return table.classes[table.place_of(lateness)]


def _days_late(_dues: Sequence[Due], late: Arrears, _today: date) -> int:
    return late.days


def _instalments_late(dues: Sequence[Due], late: Arrears, today: date) -> int:
    last_due_on = max(due.due_on for due in dues)
    return instalments_late(late.principal, regular_instalment(dues), last_due_on, today)


def instalments_late(principal: int, regular: int, last_due_on: date, today: date) -> int:
    """Arrears of principal in instalments, rounded up, and whole months after the last due day."""
    return -(-principal // regular) + max(0, _whole_months(last_due_on, today))


def regular_instalment(dues: Sequence[Due]) -> int:
    """The principal of a usual instalment of a plan, in rupiah: its first one that has any."""
    return next((int(due.principal) for due in dues if due.principal > 0), 1)


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (1 if end.day < start.day else 0)


@dataclass(frozen=True, slots=True)
class NextDue:
    """The next instalment that is not late, and what is left to pay of it in rupiah."""

    instalment: int
    due_on: date
    principal: Rupiah
    fee: Rupiah

    @property
    def total(self) -> Rupiah:
        return self.principal + self.fee


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanStanding:
    """Where a loan stands on a WITA day, by what the ledger holds; amounts in rupiah."""

    loan_id: int
    as_of: date
    dues: tuple[Due, ...]
    credit: Rupiah

    @property
    def principal(self) -> Rupiah:
        return sum((due.principal for due in self.dues), ZERO)

    @property
    def outstanding_principal(self) -> Rupiah:
        return sum((due.principal_left for due in self.dues), ZERO)

    @property
    def outstanding_fee(self) -> Rupiah:
        return sum((due.fee_left for due in self.dues), ZERO)

    @property
    def outstanding(self) -> Rupiah:
        return self.outstanding_principal + self.outstanding_fee

    @property
    def due_days(self) -> tuple[date, ...]:
        return tuple(due.due_on for due in self.dues)

    @property
    def arrears(self) -> Arrears:
        return arrears(self.dues, self.as_of)

    @property
    def next_due(self) -> NextDue | None:
        ahead = [due for due in self.dues if due.due_on >= self.as_of and due.left > 0]
        if not ahead:
            return None
        due = min(ahead, key=lambda one: one.due_on)
        return NextDue(due.instalment, due.due_on, due.principal_left, due.fee_left)

    @property
    def percent_repaid(self) -> int:
        """Principal repaid in whole percent, rounded down, so that 100 means all of it."""
        repaid = self.principal - self.outstanding_principal
        return 100 * repaid // self.principal if self.principal else 0

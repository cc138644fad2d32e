"""How often a loan is paid back, as one word that a draft and an order can keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from models.money import ZERO, Rupiah
from models.schedule import (
    EveryMonths,
    PlannedInstalment,
    Seasonal,
    Terms,
    Weekly,
    add_months,
    make_schedule,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.schedule import Frequency

Rhythm: TypeAlias = str
"""`week`, `month:3` for every third month, `season` for days that are named one by one."""

WEEK: Final[Rhythm] = "week"
MONTH: Final[Rhythm] = "month:1"
SEASON: Final[Rhythm] = "season"
_A_WEEK: Final = timedelta(days=7)
_MOST_MONTHS: Final = 12


def months_of(rhythm: Rhythm) -> int | None:
    """Every how many months; none for weeks and seasons. Raises ValueError for anything else."""
    if rhythm in {WEEK, SEASON}:
        return None
    kind, _, months = rhythm.partition(":")
    if kind != "month" or not months.isdecimal() or not 1 <= int(months) <= _MOST_MONTHS:
        raise ValueError(rhythm)
    return int(months)


def frequency_of(rhythm: Rhythm, days: tuple[date, ...]) -> Frequency:
    """What a schedule is made with; `days` are the due days of a season. Raises ValueError."""
    if rhythm == SEASON:
        return Seasonal(days)
    months = months_of(rhythm)
    return Weekly() if months is None else EveryMonths(months)


def rhythm_of(days: Sequence[date]) -> Rhythm:
    """The rhythm of due days in their order; a single one says nothing and counts as monthly."""
    if not days[1:]:
        return MONTH
    if all(later - earlier == _A_WEEK for earlier, later in pairwise(days)):
        return WEEK
    first, second = days[0], days[1]
    months = (second.year - first.year) * 12 + second.month - first.month
    # Counted from the longest month's day: from 28 February alone nobody could tell the 31st
    anchor = max(days, key=lambda day: day.day)
    back = [_months_between(anchor, day) for day in days]
    steady = all(add_months(anchor, away) == day for away, day in zip(back, days, strict=True))
    even = all(later - earlier == months for earlier, later in pairwise(back))
    return f"month:{months}" if steady and even and 1 <= months <= _MOST_MONTHS else SEASON


def _months_between(first: date, second: date) -> int:
    return (second.year - first.year) * 12 + second.month - first.month


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What was agreed about the unpaid rest of a loan; days in WITA.

    `days` are all the due days of a season, else only the first one.
    """

    rhythm: Rhythm
    instalments: int
    days: tuple[date, ...]

    @property
    def frequency(self) -> Frequency:
        return frequency_of(self.rhythm, self.days)


def planned_anew(
    principal: Rupiah, fee: Rupiah, plan: NewPlan, *, today: date
) -> tuple[PlannedInstalment, ...]:
    """What is unpaid, principal and fee each shared out evenly over the new due days.

    Raises ImpossibleTerms.
    """
    parts: dict[date, list[Rupiah]] = {}
    for place, amount in enumerate((principal, fee)):
        if not amount:
            continue
        terms = Terms(
            principal=amount,
            instalments=plan.instalments,
            disbursed_on=today,
            frequency=plan.frequency,
            first_due_on=plan.days[0],
        )
        for row in make_schedule(terms):
            parts.setdefault(row.due_on, [ZERO, ZERO])[place] = row.principal
    rows = sorted(parts.items())
    return tuple(
        PlannedInstalment(number, day, *both) for number, (day, both) in enumerate(rows, start=1)
    )

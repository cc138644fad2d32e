"""For which stretch of time a group tells how its business goes: a month, or a harvest. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SEASONAL_FROM = timedelta(days=75)
"""Instalments this far apart are paid from harvests (DOMAIN.md 3.3): months say nothing then."""


@dataclass(frozen=True, slots=True)
class Period:
    """A WITA month, or the season that ends with an instalment on `until`.

    `key` is "2019-07" for a month and the due day, "2019-12-04", for a season: what is stored.
    """

    key: str
    begins_on: date
    until: date | None = None

    @property
    def is_season(self) -> bool:
        return self.until is not None


def month_of(day: date) -> Period:
    """The month of a WITA day."""
    return Period(f"{day:%Y-%m}", day.replace(day=1))


def period_of(day: date, *, disbursed_on: date, due_days: Sequence[date]) -> Period:
    """The season of a seasonal schedule in which the day lies, else its month.

    `due_days` are those of the instalments in force, in order.
    """
    if is_seasonal(disbursed_on, due_days):
        begins_on = disbursed_on
        for due_on in due_days:
            if begins_on <= day <= due_on:
                return Period(due_on.isoformat(), begins_on, due_on)
            begins_on = due_on + timedelta(days=1)
    return month_of(day)


def is_seasonal(disbursed_on: date, due_days: Sequence[date]) -> bool:
    """Whether even the two nearest due days lie a harvest apart: a grace period does not count."""
    if not due_days:
        return False
    gaps = [later - earlier for earlier, later in pairwise(due_days)]
    return min(gaps or [due_days[0] - disbursed_on]) >= SEASONAL_FROM


def read_period(key: str) -> Period:
    """The period of a stored key, whose season is told by its end; raises ValueError."""
    if len(key) == len("2019-07"):
        return Period(key, date.fromisoformat(f"{key}-01"))
    until = date.fromisoformat(key)
    return Period(key, until, until)

"""The plan of a loan: what falls due on which day (DOMAIN.md 3.3)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from models.errors import ImpossibleTerms
from models.money import THOUSAND, ZERO, Rupiah

_BASIS_POINTS: Final = 10_000
_MOST_INSTALMENTS: Final = 520
"""Ten years of weeks: more is a slip of the finger."""
_MOST_MONTHS: Final = 24


class FeeBasis(StrEnum):
    """What the flat fee is a share of: the principal once a period, or once for the loan."""

    PER_PERIOD = "per_period"
    PER_LOAN = "per_loan"


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every seven days."""


@dataclass(frozen=True, slots=True)
class EveryMonths:
    """Every so many calendar months, on the day of the month of the first one."""

    months: int = 1


@dataclass(frozen=True, slots=True)
class Seasonal:
    """At harvests: on the given days, one instalment each."""

    due_days: tuple[date, ...]


Frequency: TypeAlias = Weekly | EveryMonths | Seasonal


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was agreed about a loan; amounts in rupiah, days in WITA.

    `instalments` counts every period, the `grace_periods` at the beginning included. In those no
    principal is due; their fee is due unless `fee_in_grace` is off. A period in which nothing is
    due has no instalment in the plan. Without `first_due_on` the first due day is one period after
    disbursement.
    Raises ImpossibleTerms if no schedule can follow from this.
    """

    principal: Rupiah
    instalments: int
    disbursed_on: date
    frequency: Frequency = EveryMonths(1)
    fee_basis_points: int = 0
    fee_basis: FeeBasis = FeeBasis.PER_PERIOD
    grace_periods: int = 0
    fee_in_grace: bool = True
    first_due_on: date | None = None
    rounding: Rupiah = THOUSAND

    def __post_init__(self) -> None:
        for reason, wrong in (
            ("principal_not_positive", self.principal <= 0),
            ("without_instalments", self.instalments < 1),
            ("too_many_instalments", self.instalments > _MOST_INSTALMENTS),
            ("negative_fee", self.fee_basis_points < 0),
            ("grace_takes_all", not 0 <= self.grace_periods < self.instalments),
            ("rounding_not_positive", self.rounding < 1),
        ):
            if wrong:
                raise ImpossibleTerms(reason)
        self._check_days()

    def _check_days(self) -> None:
        match self.frequency:
            case EveryMonths(months) if not 1 <= months <= _MOST_MONTHS:
                raise ImpossibleTerms("months_out_of_range", months=months)
            case Seasonal(due_days) if len(due_days) != self.instalments:
                raise ImpossibleTerms(
                    "days_do_not_match", days=len(due_days), instalments=self.instalments
                )
            case Seasonal(due_days) if list(due_days) != sorted(set(due_days)):
                raise ImpossibleTerms("days_not_in_order")
        if _due_days(self)[0] <= self.disbursed_on:
            raise ImpossibleTerms("due_before_disbursement", first_due_on=_due_days(self)[0])


@dataclass(frozen=True, slots=True)
class PlannedInstalment:
    """One row of the plan; amounts in rupiah, the day in WITA."""

    number: int
    due_on: date
    principal: Rupiah
    fee: Rupiah


def make_schedule(terms: Terms) -> tuple[PlannedInstalment, ...]:
    """The instalments of the loan: equal, rounded, the last one takes the rest.

    Their sums are exactly the principal and `total_fee(terms)`.
    """
    days = _due_days(terms)
    paying = terms.instalments - terms.grace_periods
    feeing = terms.instalments if terms.fee_in_grace else paying
    principals = _spread(terms.principal, paying, terms.rounding)
    fees = _spread(total_fee(terms), feeing, terms.rounding)
    rows = zip(
        days[-feeing:],
        [ZERO] * (feeing - paying) + principals,
        fees,
        strict=True,
    )
    owed = [row for row in rows if row[1] + row[2] > 0]
    return tuple(PlannedInstalment(number, *row) for number, row in enumerate(owed, start=1))


def total_fee(terms: Terms) -> Rupiah:
    """The flat fee on the original principal over the whole loan, half a rupiah rounded up."""
    periods = 1
    if terms.fee_basis is FeeBasis.PER_PERIOD:
        periods = terms.instalments - (0 if terms.fee_in_grace else terms.grace_periods)
    return Rupiah(_rounded_share(terms.principal * terms.fee_basis_points * periods, _BASIS_POINTS))


def add_months(day: date, months: int) -> date:
    """The same day of the month later, or that month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _due_days(terms: Terms) -> list[date]:
    match terms.frequency:
        case Seasonal(due_days):
            return list(due_days)
        case Weekly():
            first = terms.first_due_on or terms.disbursed_on + timedelta(weeks=1)
            return [first + timedelta(weeks=n) for n in range(terms.instalments)]
        case EveryMonths(months):
            # Counted from one anchor: from 28 February alone nobody could tell that it was the 31st
            anchor = terms.first_due_on or add_months(terms.disbursed_on, months)
            if anchor == add_months(terms.disbursed_on, months):
                return [
                    add_months(terms.disbursed_on, months * n)
                    for n in range(1, terms.instalments + 1)
                ]
            return [add_months(anchor, months * n) for n in range(terms.instalments)]


def _spread(total: Rupiah, count: int, step: Rupiah) -> list[Rupiah]:
    """Equal parts in whole steps, the rest in the last one, which is never below zero."""
    equal = int(_rounded_share(total, count * step) * step)
    if equal * (count - 1) > total:
        equal = total // (count * step) * step
    if equal == 0:
        equal = total // count
    return [Rupiah(equal)] * (count - 1) + [total - equal * (count - 1)]


def _rounded_share(amount: int, parts: int) -> int:
    """The amount over the parts to the nearest integer, halves up."""
    return (2 * amount + parts) // (2 * parts)

"""`gulir schedule`: the plan of a loan from its terms, without any database."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from locales import text
from models.errors import ImpossibleTerms
from models.money import Rupiah, figures_en
from models.schedule import (
    EveryMonths,
    FeeBasis,
    PlannedInstalment,
    Seasonal,
    Terms,
    Weekly,
    make_schedule,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.schedule import Frequency

_PERCENT_IN_BASIS_POINTS: Final = 100
_MOST_PERCENT: Final = 1_000
_MOST_RUPIAH: Final = 10**15


class CannotPlan(Exception):
    """No plan follows from what was typed; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The terms as they were typed; rupiah, percent, WITA days."""

    principal: int
    instalments: int | None
    every: str
    dates: str
    fee: str
    fee_per: FeeBasis
    grace: int
    grace_fee: bool
    first: date | None
    disbursed: date | None


def plan(asked: Asked, *, today: date) -> tuple[PlannedInstalment, ...]:
    """The instalments; raises CannotPlan."""
    if asked.principal > _MOST_RUPIAH:
        raise CannotPlan(f"The principal is above {figures_en(_MOST_RUPIAH)}.")
    try:
        return make_schedule(_terms(asked, today))
    except ImpossibleTerms as broken:
        facts = {name: _fact(value) for name, value in broken.facts.items()}
        raise CannotPlan(text(broken.code, language="en", facts=facts)) from broken
    except (ValueError, OverflowError) as error:
        raise CannotPlan("The last instalment would lie beyond the year 9999.") from error


def as_json(rows: Sequence[PlannedInstalment]) -> str:
    """One line: [{"number": 1, "due": "2019-08-17", "principal": 0, "fee": 150000}, …]."""
    return json.dumps(
        [
            {
                "number": row.number,
                "due": row.due_on.isoformat(),
                "principal": int(row.principal),
                "fee": int(row.fee),
            }
            for row in rows
        ]
    )


def as_table(rows: Sequence[PlannedInstalment]) -> str:
    """A table to be read, with what is left after each instalment (DOMAIN.md R13)."""
    principal = sum(int(row.principal) for row in rows)
    fee = sum(int(row.fee) for row in rows)
    lines = [_line("no", "due", "principal", "fee", "total", "left")]
    left = principal
    for row in rows:
        left -= row.principal
        amounts = (row.principal, row.fee, row.principal + row.fee, left)
        lines.append(_line(str(row.number), row.due_on.isoformat(), *map(_amount, amounts)))
    lines.append(_line("", "sum", *map(_amount, (principal, fee, principal + fee)), ""))
    return "\n".join(lines)


def _terms(asked: Asked, today: date) -> Terms:
    frequency = _frequency(asked.every, asked.dates)
    instalments = asked.instalments
    if instalments is None:
        if not isinstance(frequency, Seasonal):
            raise CannotPlan("Say how many --instalments there are.")
        instalments = len(frequency.due_days)
    first = frequency.due_days[0] if isinstance(frequency, Seasonal) else asked.first
    if isinstance(frequency, Seasonal) and asked.first not in {None, first}:
        raise CannotPlan("--first is not the first of --dates; leave it out.")
    # Without a day of disbursement the first due day decides alone
    disbursed = asked.disbursed or (first - timedelta(days=1) if first else today)
    return Terms(
        principal=Rupiah(asked.principal),
        instalments=instalments,
        disbursed_on=disbursed,
        frequency=frequency,
        fee_basis_points=_basis_points(asked.fee),
        fee_basis=asked.fee_per,
        grace_periods=asked.grace,
        fee_in_grace=asked.grace_fee,
        first_due_on=asked.first,
    )


def _frequency(every: str, dates: str) -> Frequency:
    wanted = " ".join(every.lower().split())
    if wanted in {"season", "harvest"}:
        return Seasonal(_days(dates))
    if dates:
        raise CannotPlan("--dates belong to --every season.")
    if wanted in {"week", "1 week"}:
        return Weekly()
    if wanted == "month":
        return EveryMonths(1)
    if found := re.fullmatch(r"([0-9]{1,4}) months?", wanted):
        return EveryMonths(int(found[1]))
    raise CannotPlan(f"--every {every!r} is not week, month, 'N months' or season.")


def _days(dates: str) -> tuple[date, ...]:
    if not dates.strip(" ,"):
        raise CannotPlan("--every season needs --dates, such as 2020-03-01,2020-09-01.")
    days: list[date] = []
    for typed in re.split(r"[,\s]+", dates.strip(" ,")):
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
                raise ValueError(typed)  # noqa: TRY301 (the same answer for both)
            days.append(date.fromisoformat(typed))
        except ValueError as error:
            raise CannotPlan(f"{typed!r} is no day; write it like 2020-03-01.") from error
    return tuple(days)


def _basis_points(percent: str) -> int:
    try:
        points = Decimal(percent.strip().removesuffix("%").replace(",", "."))
        points *= _PERCENT_IN_BASIS_POINTS
    except InvalidOperation as error:
        raise CannotPlan(f"--fee {percent!r} is no percentage; write it like 1.5.") from error
    if not points.is_finite() or points > _MOST_PERCENT * _PERCENT_IN_BASIS_POINTS:
        raise CannotPlan(f"--fee {percent!r} is above {_MOST_PERCENT} percent.")
    if points != points.to_integral_value():
        raise CannotPlan(f"--fee {percent!r} has more than two decimals.")
    return int(points)


def _fact(value: object) -> str | int:
    return value if isinstance(value, int) else str(value)


def _amount(rupiah: int) -> str:
    return figures_en(rupiah).removeprefix("Rp")


def _line(*cells: str) -> str:
    number, due, *amounts = cells
    return f"{number:>3}  {due:<10}" + "".join(f"{amount:>16}" for amount in amounts)

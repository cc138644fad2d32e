"""A programme's last months in figures, read from the ledger: cash, what came back, the plan."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tortoise.functions import Sum

from models.allocation import Component
from models.arrears import OPERATIONAL_CLASSES, arrears, collectibility
from models.chart import AccountKind, AccountRef
from models.ledger_tables import Account, Allocation, Posting
from models.loan import Instalment, Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.standings import standings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tortoise.queryset import QuerySet

    from models.arrears import LoanStanding

MONTHS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class FundMonth:
    """One WITA month: cash at its end, what came back in it, and what was due in it; rupiah."""

    first: date
    cash: Rupiah
    repaid: int
    """Below zero where more was reversed than came in."""
    planned: Rupiah


@dataclass(frozen=True, slots=True)
class ClassSum:
    """The running loans of one class of collectibility; rupiah."""

    name: str
    loans: int
    outstanding: Rupiah
    arrears: Rupiah
    late: int
    """How many of them are late at all."""


@dataclass(frozen=True, slots=True)
class FundPicture:
    """What a picture of a fund shows: its months, the latest last, and its classes."""

    months: tuple[FundMonth, ...]
    classes: tuple[ClassSum, ...]

    @property
    def arrears(self) -> Rupiah:
        return sum((one.arrears for one in self.classes), ZERO)

    @property
    def late(self) -> int:
        """How many running loans are late."""
        return sum(one.late for one in self.classes)


def month_before(first: date, months: int = 1) -> date:
    """The first day of the month so many months before the month of a day."""
    number = first.year * 12 + first.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


async def fund_picture(programme_id: int, today: date, *, closed: bool = False) -> FundPicture:
    """The months up to a WITA day, and the classes on that day, in a few statements.

    `closed` is for a day that is over: nothing that was booked later counts.
    """
    months = MONTHS_SHOWN
    first = month_before(today, months - 1)
    begins = [month_before(today, months - 1 - number) for number in range(months)]
    cash = await _cash_at_ends(programme_id, begins)
    repaid = await _repaid(programme_id, first)
    planned = await _planned(programme_id, first, month_before(today, -1))
    return FundPicture(
        months=tuple(
            FundMonth(one, cash[one], repaid[one], Rupiah(planned[one])) for one in begins
        ),
        classes=await class_sums(programme_id, today, closed=closed),
    )


async def repaid_between(programme_id: int, first: date, last: date) -> int:
    """What came in for instalments on these WITA days, both included, less what was reversed."""
    rows = Allocation.filter(
        loan__programme_id=programme_id,
        component__in=[Component.PRINCIPAL, Component.FEE],
        entry__booked_on__gte=first,
        entry__booked_on__lte=last,
    )
    return sum(total for _, total in await _by_day(rows, "entry__booked_on"))


async def cash_at_end(programme_id: int, before: date) -> Rupiah:
    """What the fund's cash was at the end of the WITA day before a day."""
    account = await Account.get_or_none(code=AccountRef(programme_id, AccountKind.FUND_CASH).code)
    if account is None:
        return ZERO
    moved = 0
    for sign, side in ((1, "debit_id"), (-1, "credit_id")):
        rows = Posting.filter(**{side: account.id}, entry__booked_on__gte=before)
        moved += sign * sum(total for _, total in await _by_day(rows, "entry__booked_on"))
    return Rupiah(account.balance - moved)


async def class_sums(
    programme_id: int, today: date, *, closed: bool = False
) -> tuple[ClassSum, ...]:
    """The running loans of a programme by class, all classes in their order."""
    loans = await Loan.filter(
        programme_id=programme_id, status=LoanStatus.ACTIVE, disbursed_on__lte=today
    )
    where = await standings_of(loans, today, booked_until=today if closed else None)
    inside: dict[str, list[LoanStanding]] = defaultdict(list)
    for standing in where.values():
        grade = collectibility(standing.dues, today, at_close=closed)
        inside[grade.name].append(standing)
    return tuple(
        _class_sum(one.name, inside[one.name], closed=closed) for one in OPERATIONAL_CLASSES.classes
    )


def _class_sum(name: str, inside: Sequence[LoanStanding], *, closed: bool) -> ClassSum:
    late = [arrears(one.dues, one.as_of, at_close=closed).total for one in inside]
    return ClassSum(
        name,
        len(inside),
        sum((one.outstanding_principal for one in inside), ZERO),
        sum(late, ZERO),
        sum(1 for one in late if one),
    )


async def _cash_at_ends(programme_id: int, begins: Sequence[date]) -> dict[date, Rupiah]:
    """What the fund's cash was at the end of each month: from its balance now, backwards."""
    account = await Account.get_or_none(code=AccountRef(programme_id, AccountKind.FUND_CASH).code)
    balance = account.balance if account else 0
    moved: dict[date, int] = defaultdict(int)
    if account is not None:
        since = {"entry__booked_on__gte": begins[0]}
        for sign, side in ((1, "debit_id"), (-1, "credit_id")):
            rows = Posting.filter(**{side: account.id}, **since)
            for day, total in await _by_day(rows, "entry__booked_on"):
                moved[day.replace(day=1)] += sign * total
    ends: dict[date, Rupiah] = {}
    for first in reversed(begins):
        later = sum(total for month, total in moved.items() if month > first)
        ends[first] = Rupiah(balance - later)
    return ends


async def _repaid(programme_id: int, since: date) -> dict[date, int]:
    """What came in for instalments, principal and fee, by month; reversals are taken off."""
    rows = Allocation.filter(
        loan__programme_id=programme_id,
        component__in=[Component.PRINCIPAL, Component.FEE],
        entry__booked_on__gte=since,
    )
    return _by_month(await _by_day(rows, "entry__booked_on"))


async def _planned(programme_id: int, since: date, until: date) -> dict[date, int]:
    """What the schedules in force want by month, principal and fee."""
    rows = Instalment.filter(
        loan__programme_id=programme_id,
        replaced_at__isnull=True,
        due_on__gte=since,
        due_on__lt=until,
    )
    found = (
        await rows.annotate(principals=Sum("principal"), fees=Sum("fee"))
        .group_by("due_on")
        .values_list("due_on", "principals", "fees")
    )
    return _by_month([(day, int(principal) + int(fee)) for day, principal, fee in found])


async def _by_day(rows: QuerySet[Any], column: str) -> list[tuple[date, int]]:
    found = await rows.annotate(total=Sum("amount")).group_by(column).values_list(column, "total")
    return [(day, int(total)) for day, total in found]


def _by_month(days: Sequence[tuple[date, int]]) -> dict[date, int]:
    months: dict[date, int] = defaultdict(int)
    for day, total in days:
        months[day.replace(day=1)] += total
    return months

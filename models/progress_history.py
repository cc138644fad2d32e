"""What staff compare a progress report with: what the group reported and repaid before it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.calendar import wita_day
from models.ledger_tables import Allocation
from models.loan import Instalment, Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.period import Period, period_of
from models.progress import accepted_lately
from models.progress_tables import ProgressReport
from models.standings import loan_standing, standings_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from models.group import Group


@dataclass(frozen=True, slots=True)
class GroupHistory:
    """A group on a WITA day; `due` and `on_time` count the instalments that fell due so far."""

    last_period: str | None
    """The key of the period of the report before this one."""
    accepted: int
    """Reports accepted in the last 90 days."""
    borrows: bool
    due: int = 0
    on_time: int = 0
    arrears: Rupiah = ZERO


async def group_history(report: ProgressReport, *, now: datetime) -> GroupHistory:
    """The history of the report's group, in a handful of statements."""
    before = (
        await ProgressReport.filter(group_id=report.group_id, id__lt=report.id)
        .order_by("-id")
        .first()
    )
    last = before.period if before else None
    accepted = await accepted_lately(report.group_id, now=now)
    loan = await running_loan(report.group_id)
    if loan is None:
        return GroupHistory(last, accepted, borrows=False)
    today = wita_day(now)
    due, on_time = await punctuality(loan.id, today)
    standing = await loan_standing(loan.id, today)
    return GroupHistory(
        last,
        accepted,
        borrows=True,
        due=due,
        on_time=on_time,
        arrears=standing.arrears.total,
    )


async def running_loan(group_id: int) -> Loan | None:
    """The group's running loan; were there two, the older one."""
    return await Loan.filter(group_id=group_id, status=LoanStatus.ACTIVE).order_by("id").first()


async def punctuality(loan_id: int, today: date) -> tuple[int, int]:
    """How many instalments have fallen due, and how many of them were whole by their day."""
    dues = await Instalment.filter(
        loan_id=loan_id, replaced_at__isnull=True, due_on__lt=today
    ).values_list("number", "due_on", "principal", "fee")
    paid = (
        await Allocation.filter(loan_id=loan_id, instalment_id__not_isnull=True)
        .order_by("id")
        .values_list("instalment__number", "entry__booked_on", "amount")
    )
    by_number: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for number, booked_on, amount in paid:
        by_number[number].append((booked_on, amount))
    whole = [
        sum(amount for day, amount in by_number[number] if day <= due_on) >= principal + fee
        for number, due_on, principal, fee in dues
    ]
    return len(whole), sum(whole)


async def not_reported(groups: Collection[Group], today: date) -> list[tuple[Group, Period]]:
    """Of these, the groups with a running loan that have told nothing in the period of today."""
    by_id = {group.id: group for group in groups}
    loans = await Loan.filter(status=LoanStatus.ACTIVE, group_id__in=list(by_id)).order_by("id")
    where = await standings_of(loans, today)
    periods: dict[int, Period] = {}
    for loan in loans:
        due_days = where[loan.id].due_days
        period = period_of(today, disbursed_on=loan.disbursed_on, due_days=due_days)
        periods.setdefault(loan.group_id, period)
    told = await ProgressReport.filter(
        group_id__in=list(periods),
        period__in=list({period.key for period in periods.values()}),
    ).values_list("group_id", "period")
    silent = [group for group in periods if (group, periods[group].key) not in set(told)]
    return sorted(
        ((by_id[group], periods[group]) for group in silent),
        key=lambda each: (each[0].district, each[0].name),
    )

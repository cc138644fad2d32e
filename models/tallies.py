"""Three numbers apart, wherever reports are counted: reported, verified, rejected.

Reported is what groups said, whatever became of it; verified is what came in, and the only one
of them that any balance knows.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from tortoise.functions import Count, Sum

from models.calendar import WITA, as_utc
from models.money import ZERO, Rupiah
from models.repayment import RepaymentReport, ReportStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date
    from typing import Any

    from tortoise.queryset import QuerySet


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports, and their sum in rupiah."""

    count: int = 0
    total: Rupiah = ZERO

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.count + other.count, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Tallies:
    """What was reported, what of it was verified and rejected, and what still waits."""

    reported: Tally = Tally()
    verified: Tally = Tally()
    rejected: Tally = Tally()
    waiting: Tally = Tally()


async def tallies_of(loan_ids: Collection[int]) -> dict[int, Tallies]:
    """The numbers of each loan, in one statement; a loan without reports has zeros."""
    reports = RepaymentReport.filter(loan_id__in=list(loan_ids))
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    if loan_ids:
        for row in await _summed(reports, "loan_id", "status"):
            rows[row["loan_id"]].append(row)
    return {loan: _tallies(rows[loan]) for loan in loan_ids}


async def tallies_of_month(programme_id: int, today: date) -> Tallies:
    """The numbers of a programme in the WITA month of a day; what waits counts whatever its month.

    Reported counts by when it was said, verified and rejected by when that was decided, so that
    what was verified is what the journal of the month holds.
    """
    first = datetime.combine(today.replace(day=1), time(), WITA)
    begin, end = as_utc(first), as_utc(_next_month(first))
    ours = RepaymentReport.filter(loan__programme_id=programme_id)
    said = await _summed(ours.filter(submitted_at__gte=begin, submitted_at__lt=end), "status")
    decided = await _summed(ours.filter(decided_at__gte=begin, decided_at__lt=end), "status")
    waiting = await _summed(ours.filter(status=ReportStatus.SUBMITTED), "status")
    settled = _tallies(decided)
    return Tallies(
        reported=_tallies(said).reported,
        verified=settled.verified,
        rejected=settled.rejected,
        waiting=_tallies(waiting).waiting,
    )


def _next_month(first: datetime) -> datetime:
    return (first + timedelta(days=31)).replace(day=1)


async def _summed(reports: QuerySet[RepaymentReport], *columns: str) -> list[dict[str, Any]]:
    return (
        await reports.annotate(
            count=Count("id"), claimed=Sum("amount"), accepted=Sum("accepted_amount")
        )
        .group_by(*columns)
        .values(*columns, "count", "claimed", "accepted")
    )


def _tallies(rows: Iterable[Mapping[str, Any]]) -> Tallies:
    claimed: dict[ReportStatus, Tally] = defaultdict(Tally)
    verified = Tally()
    for row in rows:
        status = ReportStatus(row["status"])
        claimed[status] += Tally(row["count"], Rupiah(int(row["claimed"] or 0)))
        if status is ReportStatus.ACCEPTED:
            verified += Tally(row["count"], Rupiah(int(row["accepted"] or 0)))
    return Tallies(
        reported=sum(claimed.values(), Tally()),
        verified=verified,
        rejected=claimed[ReportStatus.REJECTED],
        waiting=claimed[ReportStatus.SUBMITTED],
    )

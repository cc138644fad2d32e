"""What is known of loans and their groups for `success.judge`, in a few statements for all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tortoise.functions import Count, Sum

from models.calendar import wita_day
from models.class_history import worst_classes
from models.funding_tables import Funding, FundingState
from models.group import Group
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.progress_tables import ProgressReport, ProgressStatus
from models.standings import standings_of
from models.success import GroupInputs
from models.visit import latest_visits

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from models.arrears import LoanStanding

_LOOKED_BACK: Final = timedelta(days=731)
"""The longest time within which a rule may ask for progress reports, and a day for time zones."""


@dataclass(frozen=True, slots=True)
class Records:
    """Where loans stand on a WITA day and the worst class of each, by the loan's id."""

    where: Mapping[int, LoanStanding]
    worst: Mapping[int, int]


async def records_of(loans: Sequence[Loan], today: date) -> Records:
    """In six statements for any number."""
    where = await standings_of(loans, today)
    return Records(where, await worst_classes(where, today))


async def inputs_of(
    loans: Sequence[Loan], *, now: datetime, records: Records | None = None
) -> dict[int, GroupInputs]:
    """The inputs by loan, as of the WITA day of `now`, in a dozen statements for any number.

    `records` of these loans, if they have been read already.
    """
    if not loans:
        return {}
    groups = sorted({loan.group_id for loan in loans})
    today = wita_day(now)
    known = records or await records_of(loans, today)
    where, worst = known.where, known.worst
    names = dict(await Group.filter(id__in=groups).values_list("id", "name"))
    reports = await _reports(groups, now)
    visits = await latest_visits(groups)
    to_come = await still_to_come([loan.id for loan in loans])
    inputs: dict[int, GroupInputs] = {}
    for loan in loans:
        standing, visit = where[loan.id], visits.get(loan.group_id)
        more = to_come.get(loan.id, ZERO)
        recommended = visit is not None and visit.recommended
        inputs[loan.id] = GroupInputs(
            loan_id=loan.id,
            group_id=loan.group_id,
            group=names[loan.group_id],
            as_of=today,
            principal=standing.principal + more,
            left=standing.outstanding_principal + more,
            owed=standing.outstanding,
            instalments_left=sum(due.left > 0 for due in standing.dues),
            arrears=standing.arrears.total,
            worst_class=worst[loan.id],
            written_off=loan.status is LoanStatus.WRITTEN_OFF,
            reports=tuple(reports[loan.group_id]),
            recommended_until=visit.valid_until if visit and recommended else None,
            stage=visit.stage if visit else None,
        )
    return inputs


async def still_to_come(loan_ids: Collection[int]) -> dict[int, Rupiah]:
    """Later parts of loans that are neither paid out nor given up, in rupiah by loan."""
    open_parts = Funding.filter(loan_id__in=list(loan_ids)).exclude(
        state__in=[
            FundingState.PAID,
            FundingState.POSTPONED,
            FundingState.REFUSED,
            FundingState.WITHDRAWN,
        ]
    )
    rows = (
        await open_parts.annotate(total=Sum("amount"))
        .group_by("loan_id")
        .values_list("loan_id", "total")
    )
    return {loan_id: Rupiah(int(total)) for loan_id, total in rows}


async def _reports(groups: Collection[int], now: datetime) -> dict[int, list[date]]:
    """When reports with a photo were accepted, of those that stand."""
    rows = (
        await ProgressReport.filter(group_id__in=groups, accepted_at__gte=now - _LOOKED_BACK)
        .exclude(status=ProgressStatus.MORE_WANTED)
        .annotate(pictures=Count("photos"))
        .filter(pictures__gt=0)
        .order_by("id")
        .values_list("group_id", "accepted_at")
    )
    accepted: dict[int, list[date]] = defaultdict(list)
    for group_id, at in rows:
        accepted[group_id].append(wita_day(at))
    return accepted

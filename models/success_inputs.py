"""What is known of loans and their groups for `success.judge`, in a few statements for all."""

from __future__ import annotations

from collections import defaultdict
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
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

_LOOKED_BACK: Final = timedelta(days=731)
"""The longest time within which a rule may ask for progress reports, and a day for time zones."""


async def inputs_of(loans: Sequence[Loan], *, now: datetime) -> dict[int, GroupInputs]:
    """The inputs by loan, as of the WITA day of `now`, in a dozen statements for any number."""
    if not loans:
        return {}
    today = wita_day(now)
    groups = sorted({loan.group_id for loan in loans})
    where = await standings_of(loans, today)
    worst = await worst_classes(where, today)
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

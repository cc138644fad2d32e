"""What a group has shown and repaid, newest first: the material of its timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from tortoise.functions import Max, Sum

from models.calendar import wita_day
from models.chart import EntryKind
from models.ledger_tables import Allocation
from models.media import MediaKind
from models.money import Rupiah
from models.progress_tables import ProgressPhoto, ProgressReport
from models.visit import VisitPhoto

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A kept picture, the WITA day it stands for, and the report it came with (none: a visit)."""

    media_id: int
    on: date
    report: str | None


@dataclass(frozen=True, slots=True)
class Repaid:
    """Money in rupiah that came in on a WITA day and was not taken back."""

    on: date
    amount: Rupiah


async def photos_of(group_id: int, *, most: int) -> tuple[ShownPhoto, ...]:
    """The newest pictures of progress reports and of visits."""
    shown = (
        await ProgressPhoto.filter(report__group_id=group_id, media__kind=MediaKind.PICTURE)
        .order_by("-added_at", "-id")
        .limit(most)
        .select_related("report")
    )
    visited = (
        await VisitPhoto.filter(visit__group_id=group_id, media__kind=MediaKind.PICTURE)
        .order_by("-visit__visited_on", "-id")
        .limit(most)
        .select_related("visit")
    )
    both = [
        *(ShownPhoto(one.media_id, wita_day(one.added_at), one.report.number) for one in shown),
        *(ShownPhoto(one.media_id, one.visit.visited_on, None) for one in visited),
    ]
    both.sort(key=lambda one: one.on, reverse=True)
    return tuple({one.media_id: one for one in reversed(both)}.values())[::-1][:most]


async def repayments_of(loan_ids: Collection[int], *, most: int) -> tuple[Repaid, ...]:
    """The newest repayments of loans, each with all that it brought."""
    rows = (
        await Allocation.filter(
            loan_id__in=list(loan_ids),
            entry__kind=EntryKind.REPAYMENT,
            entry__reversed_by__id__isnull=True,
        )
        .annotate(total=Sum("amount"), on=Max("entry__booked_on"))
        .group_by("entry_id")
        .values_list("entry_id", "on", "total")
    )
    repaid = sorted(((_day(on), entry, int(total)) for entry, on, total in rows), reverse=True)
    return tuple(Repaid(on, Rupiah(total)) for on, _, total in repaid[:most])


async def days_since_progress(today: date) -> dict[int, int]:
    """Days since each group last showed its business, for those that ever did; `today` is WITA."""
    rows = (
        await ProgressPhoto.all()
        .annotate(last=Max("added_at"))
        .group_by("report__group_id")
        .values_list("report__group_id", "last")
    )
    return {int(group): (today - wita_day(_moment(last))).days for group, last in rows}


async def reports_of(group_id: int) -> int:
    """How many progress reports a group has made."""
    return await ProgressReport.filter(group_id=group_id).count()


def _moment(stored: datetime | str) -> datetime:
    return stored if isinstance(stored, datetime) else datetime.fromisoformat(stored)


def _day(stored: date | str) -> date:
    return stored if isinstance(stored, date) else date.fromisoformat(stored[:10])

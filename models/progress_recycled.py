"""Pictures of progress that were shown before: for staff, who compare them; never for the group."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tortoise.expressions import Q

from models.evidence import Recycled, Shown, similar
from models.progress_tables import ProgressPhoto, ProgressReport

if TYPE_CHECKING:
    from collections.abc import Collection


class Where(StrEnum):
    """Where a picture was shown before: codes of `ProgressReport.warnings`."""

    HERE = "recycled_here"
    ELSEWHERE = "recycled_elsewhere"


@dataclass(frozen=True, slots=True)
class Pair:
    """A picture of a report, and the one of another report that is the same or looks the same."""

    own: ProgressPhoto
    other: ProgressPhoto
    exact: bool


async def where_shown(
    group_id: int, period: str, media_ids: Collection[int]
) -> dict[Where, Recycled]:
    """The nearest in other reports of the group, and in those of others; slips do not count."""

    async def shown(candidates: Collection[int]) -> list[Shown]:
        rows = (
            await ProgressPhoto.filter(
                ~Q(report__group_id=group_id, report__period=period), media_id__in=list(candidates)
            )
            .order_by("id")
            .values_list("media_id", "report__group_id", "added_at")
        )
        return [Shown(*row) for row in rows]

    found: dict[Where, Recycled] = {}
    for one in await similar(media_ids, shown):
        here = one.earlier.group_id == group_id
        found.setdefault(Where.HERE if here else Where.ELSEWHERE, one)
    return {where: found[where] for where in Where if where in found}


async def pairs_to_compare(report: ProgressReport) -> dict[Where, Pair]:
    """What a warned report is compared with, as it stands now; nothing for one without warnings."""
    warned = set(report.warnings.split())
    if not warned & set(Where):
        return {}
    own = {photo.media_id: photo for photo in await _with_reports(report_id=report.id)}
    found = await where_shown(report.group_id, report.period, list(own))
    return {
        where: Pair(own[one.media_id], await _stands_in(one.earlier), one.exact)
        for where, one in found.items()
        if where in warned
    }


async def _stands_in(shown: Shown) -> ProgressPhoto:
    photos = await _with_reports(media_id=shown.media_id, report__group_id=shown.group_id)
    return next(photo for photo in photos if photo.added_at == shown.at)


async def _with_reports(**which: int) -> list[ProgressPhoto]:
    photos = ProgressPhoto.filter(**which).order_by("position", "id")
    return await photos.select_related("media", "report__group")

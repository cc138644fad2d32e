"""Pictures and sheets that are forgotten in time; a file goes when nothing shows it any more."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from tortoise.expressions import Subquery

from models.draft import Draft, DraftState
from models.funding_tables import Application, ApplicationFile, ApplicationStatus, Funding
from models.help_request import HelpMessage
from models.media import KeptMedia, MediaSighting
from models.progress_tables import ProgressPhoto
from models.repayment import ReportSlip, ReportStatus
from models.sheet import Sheet
from models.statement_tables import StatementImport
from models.visit import VisitPhoto

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from models.media import MediaKind

_AT_ONCE: Final = 2000
"""Rows of each kind in one night; the rest comes the next."""
_SHOWN_BY: Final = (
    ReportSlip,
    ProgressPhoto,
    VisitPhoto,
    ApplicationFile,
    Sheet,
    StatementImport,
)
"""Whatever keeps media besides these would be refused by the database: no file is lost by it."""
_NOTHING_SHOWS: Final = {
    f"{name}__isnull": True
    for name in (
        *("slips", "progress_photos", "visit_photos", "application_files", "sheet", "statements"),
    )
}
_SEEN_LATELY: Final = timedelta(days=7)
"""A picture that somebody has sent again just now may be in a talk that goes on."""
_CAME_TO_NOTHING: Final = (ApplicationStatus.REFUSED, ApplicationStatus.WITHDRAWN)


async def of_rejected_reports(before: datetime) -> list[int]:
    """Drop slips of reports that were rejected long ago; the reports stay. Returns their media."""
    return await _drop(
        ReportSlip.filter(report__status=ReportStatus.REJECTED, report__decided_at__lt=before),
        ReportSlip,
    )


async def of_businesses(before: datetime) -> list[int]:
    """Drop photos that showed a business long ago; what was told with them stays."""
    photos = await _drop(ProgressPhoto.filter(added_at__lt=before), ProgressPhoto)
    photos += await _drop(VisitPhoto.filter(visit__recorded_at__lt=before), VisitPhoto)
    given_up = Application.filter(status__in=_CAME_TO_NOTHING, applied_at__lt=before)
    ids = await given_up.order_by("id").values_list("id", flat=True)
    files = ApplicationFile.filter(application_id__in=ids) if ids else None
    return photos + (await _drop(files, ApplicationFile) if files else [])


async def sheets_never_imported(before: datetime) -> int:
    """Drop rows of statements that nobody took over: they name people who are none of ours."""
    imported = StatementImport.all().values("media_id")
    old = Sheet.filter(created_at__lt=before).exclude(media_id__in=Subquery(imported))
    ids = await old.order_by("id").limit(_AT_ONCE).values_list("id", flat=True)
    if ids:
        await Sheet.filter(id__in=ids).delete()
    return len(ids)


async def never_used(before: datetime) -> set[int]:
    """Media that came long ago, and nothing ever showed: of talks that led nowhere."""
    old = KeptMedia.filter(created_at__lt=before, **_NOTHING_SHOWS).order_by("id").limit(_AT_ONCE)
    ids = {int(str(one)) for one in await old.values_list("id", flat=True)}
    lately = MediaSighting.filter(media_id__in=list(ids), seen_at__gte=before)
    return ids - {one.media_id for one in await lately} - await _elsewhere(ids)


async def let_go(
    dropped: Collection[int], unused: Collection[int], now: datetime
) -> tuple[tuple[str, MediaKind], ...]:
    """Drop media that nothing shows any more and nobody has sent lately; returns their files."""
    unneeded = [*(set(dropped) - await _needed(dropped, now)), *unused]
    if not unneeded:
        return ()
    gone = await KeptMedia.filter(id__in=unneeded)
    await MediaSighting.filter(media_id__in=unneeded).delete()
    await KeptMedia.filter(id__in=unneeded).delete()
    return tuple((media.sha256, media.kind) for media in gone)


async def _drop(old: Any, table: Any) -> list[int]:
    """Drop the first of these rows; returns the media that they showed."""
    rows = await old.order_by("id").limit(_AT_ONCE)
    if rows:
        await table.filter(id__in=[row.id for row in rows]).delete()
    return [row.media_id for row in rows]


async def _needed(media_ids: Collection[int], now: datetime) -> set[int]:
    ids = list(media_ids)
    if not ids:
        return set()
    lately = MediaSighting.filter(media_id__in=ids, seen_at__gte=now - _SEEN_LATELY)
    needed = {one.media_id for one in await lately} | await _elsewhere(ids)
    for table in _SHOWN_BY:
        needed |= {row.media_id for row in await table.filter(media_id__in=ids)}
    return needed


async def _elsewhere(media_ids: Collection[int]) -> set[int]:
    """Those that are proofs of payments, or stand in what was said or is being filled in."""
    if not media_ids:
        return set()
    ids = set(media_ids)
    paid = Funding.filter(proof_id__in=list(ids)).values_list("proof_id", flat=True)
    needed = {int(str(proof)) for proof in await paid}
    for message in await HelpMessage.exclude(media=[]).only("media"):
        needed |= ids & set(message.media)
    unfinished = Draft.filter(state__in=(DraftState.OPEN, DraftState.ASIDE)).only("content")
    for draft in await unfinished:
        answers = draft.content.get("answers", {}).values()
        lists = (stored for stored in answers if isinstance(stored, list))
        needed |= {one for stored in lists for one in stored if isinstance(one, int)} & ids
    return needed

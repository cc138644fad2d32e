"""What is forgotten in time (DOMAIN.md 7.2): never the ledger, accepted proofs, or the trail."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from models.audit import AuditEvent, note
from models.calendar import epoch_ms
from models.funding_tables import ApplicationFile, Funding
from models.inbox import InboxMessage, InboxState
from models.link_code import forget_codes
from models.media import KeptMedia, MediaKind, MediaSighting
from models.missed import forget_old
from models.progress_tables import ProgressPhoto
from models.repayment import ReportSlip, ReportStatus
from models.sheet import Sheet
from models.statement_tables import StatementImport
from models.visit import VisitPhoto

if TYPE_CHECKING:
    from collections.abc import Collection

_SUBJECT: Final = "retention"
_DEED: Final = "forgotten"
_AT_ONCE: Final = 2000
"""Pictures of one night; the rest comes the next."""
_SHOWN_BY: Final = (
    ReportSlip,
    ProgressPhoto,
    VisitPhoto,
    ApplicationFile,
    Sheet,
    StatementImport,
)
"""Whatever keeps media besides these would be refused by the database: no file is lost by it."""
_SEEN_LATELY: Final = timedelta(days=7)
"""A picture that somebody has sent again just now may be in a talk that goes on."""


@dataclass(frozen=True, slots=True)
class Retention:
    """For how long things are kept."""

    rejected_proof: timedelta = timedelta(days=90)
    progress_photo: timedelta = timedelta(days=2 * 365)
    chat_text: timedelta = timedelta(days=180)


USUAL: Final = Retention()


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much of each kind was forgotten, and the files that nothing needs any more."""

    counts: dict[str, int]
    files: tuple[tuple[str, MediaKind], ...] = field(default=())
    """SHA-256 and kind."""


async def forget(now: datetime, keep: Retention = USUAL) -> Forgotten:
    """Forget what is older than it is kept, a few statements for each kind."""
    slips = await _forget_slips(now - keep.rejected_proof)
    photos = await _forget_photos(now - keep.progress_photo)
    counts = {
        "rejected_proofs": len(slips),
        "progress_photos": len(photos),
        "chat_text": await _forget_chat_text(now - keep.chat_text),
        "missed_words": await forget_old(now),
    }
    await forget_codes(now)
    files = await _let_go({*slips, *photos}, now)
    if any(counts.values()):
        await note(_SUBJECT, _DEED, at=now, **counts)
    return Forgotten(counts, files)


async def forgotten_between(since: datetime, until: datetime) -> int:
    """How much was forgotten from a moment on, until before another; both in UTC."""
    nights = AuditEvent.filter(subject=_SUBJECT, deed=_DEED, at__gte=since, at__lt=until)
    return sum(sum(night.facts.values()) for night in await nights)


async def _forget_slips(before: datetime) -> list[int]:
    """Slips of reports that were rejected long ago; the reports stay. Returns their media."""
    old = (
        await ReportSlip.filter(report__status=ReportStatus.REJECTED, report__decided_at__lt=before)
        .order_by("id")
        .limit(_AT_ONCE)
    )
    if old:
        await ReportSlip.filter(id__in=[slip.id for slip in old]).delete()
    return [slip.media_id for slip in old]


async def _forget_photos(before: datetime) -> list[int]:
    """Photos of progress that were shown long ago; what was told with them stays."""
    old = await ProgressPhoto.filter(added_at__lt=before).order_by("id").limit(_AT_ONCE)
    if old:
        await ProgressPhoto.filter(id__in=[photo.id for photo in old]).delete()
    return [photo.media_id for photo in old]


async def _forget_chat_text(before: datetime) -> int:
    """The rows stay, so that what arrived is counted and never handled twice; their words go."""
    old = InboxMessage.filter(
        state__in=[InboxState.DONE, InboxState.SET_ASIDE],
        received_at_ms__lt=epoch_ms(before),
        event__isnull=False,
    )
    return await old.update(payload={}, event=None)


async def _let_go(media_ids: Collection[int], now: datetime) -> tuple[tuple[str, MediaKind], ...]:
    """Drop media that nothing shows any more and nobody has sent lately; returns their files."""
    if not media_ids:
        return ()
    unneeded = set(media_ids) - await _needed(media_ids, now)
    gone = await KeptMedia.filter(id__in=list(unneeded))
    if gone:
        await MediaSighting.filter(media_id__in=list(unneeded)).delete()
        await KeptMedia.filter(id__in=list(unneeded)).delete()
    return tuple((media.sha256, media.kind) for media in gone)


async def _needed(media_ids: Collection[int], now: datetime) -> set[int]:
    ids = list(media_ids)
    lately = MediaSighting.filter(media_id__in=ids, seen_at__gte=now - _SEEN_LATELY)
    needed = {one.media_id for one in await lately}
    needed |= {one.proof_id for one in await Funding.filter(proof_id__in=ids) if one.proof_id}
    for table in _SHOWN_BY:
        needed |= {row.media_id for row in await table.filter(media_id__in=ids)}
    return needed

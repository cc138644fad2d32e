"""What is forgotten in time (DOMAIN.md 7.2): never the ledger, accepted proofs, or the trail."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from models import forgotten_pictures, forgotten_words
from models.audit import AuditEvent, note
from models.link_code import forget_codes
from models.missed import forget_old

if TYPE_CHECKING:
    from models.media import MediaKind

_SUBJECT = "retention"
_DEED = "forgotten"


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many days things are kept, as the office sets it."""

    rejected_proof_days: int = 90
    """Slips of rejected reports, and pictures and sheets that were sent and never used."""
    progress_photo_days: int = 2 * 365
    """Photos of a business: of progress, of visits, and of applications that came to nothing."""
    chat_text_days: int = 180
    """What was said, both ways, and strangers who never became anybody."""


KEPT: ContextVar[Retention] = ContextVar("retention", default=Retention())  # noqa: B039 (frozen)
"""The periods in force: whoever starts the bot sets them from its settings."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much of each kind was forgotten, and the files that nothing needs any more."""

    counts: dict[str, int]
    files: tuple[tuple[str, MediaKind], ...] = field(default=())
    """SHA-256 and kind."""


async def forget(now: datetime, kept: Retention | None = None) -> Forgotten:
    """Forget what is older than it is kept, a few statements for each kind."""
    kept = kept or KEPT.get()
    unused = now - timedelta(days=kept.rejected_proof_days)
    shown = now - timedelta(days=kept.progress_photo_days)
    said = now - timedelta(days=kept.chat_text_days)
    slips = await forgotten_pictures.of_rejected_reports(unused)
    photos = await forgotten_pictures.of_businesses(shown)
    counts = {
        "rejected_proofs": len(slips),
        "progress_photos": len(photos),
        "sheets": await forgotten_pictures.sheets_never_imported(unused),
        **await forgotten_words.forget(said),
        "missed_words": await forget_old(said),
    }
    await forget_codes(now)
    unseen = await forgotten_pictures.never_used(unused)
    files = await forgotten_pictures.let_go({*slips, *photos}, unseen, now)
    counts["unused_pictures"] = len(unseen)
    if any(counts.values()):
        await note(_SUBJECT, _DEED, at=now, **counts)
    return Forgotten(counts, files)


async def forgotten_between(since: datetime, until: datetime) -> int:
    """How much was forgotten from a moment on, until before another; both in UTC."""
    nights = AuditEvent.filter(subject=_SUBJECT, deed=_DEED, at__gte=since, at__lt=until)
    return sum(sum(night.facts.values()) for night in await nights)

"""What a group shows and tells of its business, once for each month or harvest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models.audit import note
from models.calendar import wita_day
from models.contact import Person
from models.errors import ProgressChanged, ProgressDecided
from models.money import Rupiah
from models.period import Period
from models.programme import Programme
from models.progress_recycled import where_shown
from models.progress_tables import (
    CAPTION_MOST,
    ProgressAddition,
    ProgressNote,
    ProgressPhoto,
    ProgressReport,
    ProgressStatus,
)

PHOTOS_MOST = 30
"""Pictures of one report, however often it is added to; later ones are not taken."""
COUNTS_FOR = timedelta(days=90)
"""So long an accepted report speaks for a group (DOMAIN.md 3.6)."""


@dataclass(frozen=True, slots=True)
class News:
    """What a group shows and tells at once; `photos` are kept media, none of the rest is needed."""

    group_id: int
    loan_id: int | None
    reporter_id: int
    period: Period
    photos: tuple[int, ...]
    caption: str = ""
    sales: Rupiah | None = None
    sales_words: str = ""
    members_working: int | None = None
    obstacles: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the news: its report, and how many of the pictures are new to it."""

    report: ProgressReport
    photos: int
    is_addition: bool
    sent_before: int
    """How often this person had sent news before."""


async def keep_news(news: News, *, draft_id: int, at: datetime) -> Kept:
    """Write the news down, once for each draft: a new report, or more for that of the period.

    An accepted report waits for staff again when something is added; `accepted_at` stays.
    """
    known = await ProgressAddition.get_or_none(draft_id=draft_id).select_related("report")
    sent_before = ProgressAddition.filter(reporter_id=news.reporter_id, draft_id__not=draft_id)
    if known is not None:
        first = known.report.times_sent == 1
        return Kept(known.report, known.photos, not first, await sent_before.count())
    await _lock_register()
    report = await ProgressReport.get_or_none(group_id=news.group_id, period=news.period.key)
    is_addition = report is not None
    before = await sent_before.count()
    reused = await where_shown(news.group_id, news.period.key, news.photos)
    report = await (_added(report, news, at) if report else _begun(news, at))
    photos = await _keep_photos(report, news.photos, at)
    await _warn(report, (*reused, *news.warnings))
    await _trace(report, news, draft_id, photos, at)
    return Kept(report, photos, is_addition, before)


async def accept_progress(
    report: ProgressReport, *, seen: int, person_id: int, at: datetime
) -> None:
    """Staff find the report good; `seen` is how often it had been sent when they looked.

    Raises ProgressDecided if it is accepted already, ProgressChanged if more has come since.
    """
    await _decide(report, ProgressStatus.ACCEPTED, seen=seen, person_id=person_id, at=at)


async def want_more(
    report: ProgressReport, reason: str, *, seen: int, person_id: int, at: datetime
) -> None:
    """Staff ask the group for more, with a reason; raises as `accept_progress`."""
    status = ProgressStatus.MORE_WANTED
    await _decide(report, status, seen=seen, person_id=person_id, at=at, reason=reason)


async def add_note(report_id: int, text: str, *, person_id: int, at: datetime) -> ProgressNote:
    """Keep a remark of staff."""
    kept = await ProgressNote.create(report_id=report_id, author_id=person_id, at=at, text=text)
    await note(f"progress:{report_id}", "progress_noted", at=at, person_id=person_id)
    return kept


async def accepted_lately(group_id: int, *, now: datetime) -> int:
    """How many reports speak for the group now: accepted in the last 90 days, none taken back."""
    accepted = ProgressReport.filter(group_id=group_id, accepted_at__gte=now - COUNTS_FOR)
    return await accepted.exclude(status=ProgressStatus.MORE_WANTED).count()


async def may_still(report: ProgressReport, status: ProgressStatus, *, seen: int) -> None:
    """Raises ProgressDecided or ProgressChanged where staff cannot give it this status now."""
    if report.status in {ProgressStatus.ACCEPTED, status}:
        by = await Person.get_or_none(id=report.decided_by_id)
        raise ProgressDecided(
            number=report.number,
            status=report.status.value,
            decided_by=by.name if by else "",
            decided_at=report.decided_at or report.submitted_at,
        )
    if seen != report.times_sent:
        raise ProgressChanged(number=report.number)


async def _decide(
    report: ProgressReport,
    status: ProgressStatus,
    *,
    seen: int,
    person_id: int,
    at: datetime,
    reason: str = "",
) -> None:
    await may_still(report, status, seen=seen)
    report.status, report.reason = status, reason
    report.decided_by_id, report.decided_at = person_id, at
    if status is ProgressStatus.ACCEPTED and report.accepted_at is None:
        report.accepted_at = at
    await report.save(
        update_fields=["status", "reason", "decided_by_id", "decided_at", "accepted_at"]
    )
    deed = f"progress_{status.value}"
    await note(f"progress:{report.id}", deed, at=at, person_id=person_id, reason=reason)


async def _begun(news: News, at: datetime) -> ProgressReport:
    return await ProgressReport.create(
        number=await _next_number(at),
        group_id=news.group_id,
        loan_id=news.loan_id,
        reporter_id=news.reporter_id,
        period=news.period.key,
        caption=news.caption[:CAPTION_MOST],
        sales=news.sales,
        sales_words=news.sales_words,
        members_working=news.members_working,
        obstacles=news.obstacles,
        submitted_at=at,
    )


async def _added(report: ProgressReport, news: News, at: datetime) -> ProgressReport:
    """Later answers replace earlier ones, captions stand below each other; the trace keeps all."""
    lines = dict.fromkeys(line for line in (report.caption, news.caption) if line)
    report.caption = "\n".join(lines)[:CAPTION_MOST]
    if news.sales is not None or news.sales_words:
        report.sales, report.sales_words = news.sales, news.sales_words
    if news.members_working is not None:
        report.members_working = news.members_working
    if news.obstacles is not None:
        report.obstacles = news.obstacles
    report.loan_id, report.reporter_id = news.loan_id, news.reporter_id
    report.status, report.submitted_at = ProgressStatus.SUBMITTED, at
    report.times_sent += 1
    await report.save()
    return report


async def _keep_photos(report: ProgressReport, photos: Sequence[int], at: datetime) -> int:
    """Append what the report does not have yet, up to its bound; returns how many."""
    known: list[Any] = await ProgressPhoto.filter(report_id=report.id).values_list(
        "media_id", flat=True
    )
    held = set(known)
    new = [media_id for media_id in dict.fromkeys(photos) if media_id not in held]
    new = new[: PHOTOS_MOST - len(held)]
    for position, media_id in enumerate(new, start=len(held) + 1):
        await ProgressPhoto.create(
            report_id=report.id, media_id=media_id, position=position, added_at=at
        )
    return len(new)


async def _warn(report: ProgressReport, codes: Sequence[str]) -> None:
    warnings = " ".join(dict.fromkeys([*report.warnings.split(), *codes]))
    if warnings != report.warnings:
        report.warnings = warnings
        await report.save(update_fields=["warnings"])


async def _trace(
    report: ProgressReport, news: News, draft_id: int, photos: int, at: datetime
) -> None:
    await ProgressAddition.create(
        report_id=report.id,
        draft_id=draft_id,
        reporter_id=news.reporter_id,
        at=at,
        photos=photos,
        caption=news.caption[:CAPTION_MOST],
        sales=news.sales,
        sales_words=news.sales_words,
        members_working=news.members_working,
        obstacles=news.obstacles,
    )
    deed = "progress_submitted" if report.times_sent == 1 else "progress_added"
    await note(
        f"progress:{report.id}",
        deed,
        at=at,
        person_id=news.reporter_id,
        number=report.number,
        period=report.period,
        photos=photos,
    )


async def _lock_register() -> None:
    """One at a time: two officers of a group may send at the same moment.

    The first programme's row is the lock of the registers, as for repayment reports.
    """
    await Programme.all().order_by("id").limit(1).select_for_update()


async def _next_number(at: datetime) -> str:
    """The next number of the WITA month, without gaps: reports are never deleted."""
    prefix = f"P-{wita_day(at):%y%m}-"
    last = await ProgressReport.filter(number__startswith=prefix).order_by("-id").first()
    taken = int(last.number.removeprefix(prefix)) if last is not None else 0
    return f"{prefix}{taken + 1:04d}"

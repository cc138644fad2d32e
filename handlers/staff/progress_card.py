"""The card of a progress report: its pictures as one album, what was told, and the group's past."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from handlers.messages import Choice, Fact, Reply, Words, words
from handlers.periods import period_in_words
from handlers.staff import recycled
from handlers.staff.progress_reasons import reason_in_words
from models.money import Rupiah
from models.progress_history import GroupHistory, group_history
from models.progress_recycled import Pair, Where, pairs_to_compare
from models.progress_tables import ProgressNote, ProgressPhoto, ProgressReport, ProgressStatus

ALBUM_MOST: Final = 10
_NOTES_SHOWN: Final = 5
_VERBS: Final = {
    ProgressStatus.SUBMITTED: ("accept", "more", "note"),
    ProgressStatus.MORE_WANTED: ("accept", "note"),
    ProgressStatus.ACCEPTED: ("note",),
}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A report with all that its card tells."""

    report: ProgressReport
    photos: tuple[int, ...]
    notes: tuple[ProgressNote, ...]
    history: GroupHistory
    pairs: Mapping[Where, Pair]


def subject(report_id: int) -> str:
    """The name by which all cards of a report change together."""
    return f"progress:{report_id}"


async def card(report_id: int, *, now: datetime) -> Reply:
    """The card as it is to be shown now, with the newest pictures; raises DoesNotExist."""
    report = await ProgressReport.get(id=report_id).select_related(
        "group", "reporter", "decided_by"
    )
    photos = await ProgressPhoto.filter(report_id=report.id).order_by("position")
    notes = await ProgressNote.filter(report_id=report.id).order_by("id").select_related("author")
    shown = _Shown(
        report,
        tuple(photo.media_id for photo in photos),
        tuple(notes),
        await group_history(report, now=now),
        await pairs_to_compare(report),
    )
    facts: dict[str, Fact] = {
        "about": _about(shown),
        "told": _told(report),
        "history": _history(shown.history),
        "remarks": _remarks(shown),
        **_decision(report),
    }
    key = f"progress.{report.status.value}"
    return Reply(
        key,
        facts,
        _buttons(report),
        shown.photos[-ALBUM_MOST:],
        drawings=recycled.drawings(shown.pairs),
    )


def _buttons(report: ProgressReport) -> tuple[Choice, ...]:
    """Each names how often the report had been sent: what came since was not looked at."""
    return tuple(
        Choice(
            f"card:progress:{report.id}:{verb}-{report.times_sent}", words(f"progress.do.{verb}")
        )
        for verb in _VERBS[report.status]
    )


def _decision(report: ProgressReport) -> dict[str, Fact]:
    if report.status is ProgressStatus.SUBMITTED:
        return {}
    facts: dict[str, Fact] = {
        "by": report.decided_by.name if report.decided_by else "",
        "at": report.decided_at or report.submitted_at,
    }
    if report.status is ProgressStatus.MORE_WANTED:
        facts["reason"] = reason_in_words(report.reason)
    return facts


def _about(shown: _Shown) -> Words:
    report = shown.report
    return words(
        "progress.about",
        number=report.number,
        group=report.group.name,
        village=report.group.village,
        district=report.group.district,
        reporter=report.reporter.name,
        period=period_in_words(report.period),
        photos=len(shown.photos),
        times=report.times_sent,
    )


def _told(report: ProgressReport) -> Fact:
    lines = [words("progress.quoted", text=line) for line in report.caption.splitlines() if line]
    if report.sales is not None:
        lines.append(words("progress.sales", sales=Rupiah(report.sales)))
    if report.sales_words:
        lines.append(words("progress.quoted", text=report.sales_words))
    if report.members_working is not None:
        members = report.group.member_count
        lines.append(words("progress.members", working=report.members_working, members=members))
    if report.obstacles is not None:
        obstacles = report.obstacles or words("progress.no_obstacles")
        lines.append(words("progress.obstacles", obstacles=obstacles))
    return tuple(lines) or words("progress.nothing_told")


def _history(history: GroupHistory) -> Fact:
    last = period_in_words(history.last_period) if history.last_period else None
    lines = [words("progress.last", period=last) if last else words("progress.first")]
    if history.borrows:
        lines.append(words("progress.on_time", on_time=history.on_time, due=history.due))
        key = "progress.arrears" if history.arrears else "progress.no_arrears"
        lines.append(words(key, arrears=history.arrears))
    else:
        lines.append(words("progress.no_loan"))
    lines.append(words("progress.accepted_lately", count=history.accepted))
    return tuple(lines)


def _remarks(shown: _Shown) -> Fact:
    """What looks odd, and what colleagues noted."""
    report = shown.report
    cautions = recycled.cautions(report, shown.pairs)
    added = report.accepted_at is not None and report.status is ProgressStatus.SUBMITTED
    first = [words("progress.accepted_before")] if added else []
    notes = [
        words("progress.note", author=note.author.name, at=note.at, text=note.text)
        for note in shown.notes[-_NOTES_SHOWN:]
    ]
    return (*first, *cautions, *notes) or words("progress.no_remarks")

"""The till: a report in somebody's hand, and a verdict about it that can still be taken back.

The report itself stays submitted until its verdict is posted, so that every balance and every
number about it stays true meanwhile. What happened here stays in the audit trail; the row goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypedDict

from tortoise import fields, models
from tortoise.expressions import Q

from models.audit import AuditEvent, note
from models.contact import Person
from models.fields import EnumField, RupiahField, UtcDatetimeField
from models.money import Rupiah
from models.repayment import RepaymentReport
from models.till_errors import NotYourVerdict, ReportInHand, VerdictGiven

if TYPE_CHECKING:
    from collections.abc import Sequence

UNDO_TIME: Final = timedelta(seconds=60)
"""For so long a verdict can be taken back before it is posted and announced (AHEAD.md 20)."""
CLAIM_LASTS: Final = timedelta(minutes=10)
"""Whoever has claimed a report and does nothing for so long has put it back."""


class Ruling(StrEnum):
    """What a verdict says."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody decided about a report: so many rupiah are accepted, or why it is not."""

    ruling: Ruling
    amount: Rupiah | None = None
    reason: str = ""

    @classmethod
    def accepting(cls, amount: Rupiah, reason: str = "") -> Verdict:
        return cls(Ruling.ACCEPTED, amount, reason)

    @classmethod
    def rejecting(cls, reason: str) -> Verdict:
        return cls(Ruling.REJECTED, reason=reason)


class ReportHandling(models.Model):
    """A report that somebody has in hand, or has given a verdict about that is not posted yet.

    The database refuses a second one for a report, and half a verdict.
    """

    id = fields.BigIntField(primary_key=True)
    report: fields.OneToOneRelation[RepaymentReport] = fields.OneToOneField(
        "models.RepaymentReport", related_name="handling", on_delete=fields.RESTRICT
    )
    report_id: int
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="handlings", on_delete=fields.RESTRICT
    )
    person_id: int
    since = UtcDatetimeField()
    status = EnumField(Ruling, null=True)
    amount = RupiahField(
        check='> 0 AND ("status" IS NULL) = ("posts_at" IS NULL)'
        " AND (\"amount\" IS NOT NULL) = (COALESCE(\"status\", '') = 'accepted')",
        null=True,
    )
    """What is accepted, in rupiah."""
    reason = fields.CharField(max_length=300, default="")
    posts_at = UtcDatetimeField(null=True, db_index=True)

    class Meta:
        table = "report_handling"

    @property
    def verdict(self) -> Verdict | None:
        """The verdict; none while the report is only claimed."""
        if self.status is None:
            return None
        return Verdict(
            self.status, None if self.amount is None else Rupiah(self.amount), self.reason
        )

    def is_lapsed(self, at: datetime) -> bool:
        """Whether it is a claim that counts no more."""
        return self.status is None and at >= self.since + CLAIM_LASTS


class HowDecided(TypedDict):
    """Which report was decided, how, by whom, and when in UTC."""

    number: str
    status: str
    decided_by: str
    decided_at: datetime


async def how_decided(report: RepaymentReport) -> HowDecided:
    """What is told to whoever comes too late."""
    decider = await Person.get_or_none(id=report.decided_by_id)
    return {
        "number": report.number,
        "status": report.status.value,
        "decided_by": decider.name if decider else "",
        "decided_at": report.decided_at or report.submitted_at,
    }


async def handling_of(report_id: int) -> ReportHandling | None:
    """Who has the report in hand, lapsed or not; lock the report before you act on it."""
    return await ReportHandling.filter(report_id=report_id).select_related("person").first()


async def free_for(report: RepaymentReport, *, by: int, at: datetime) -> None:
    """Raises VerdictGiven after a verdict, and ReportInHand while another person has a claim."""
    handling = await handling_of(report.id)
    if handling is None or handling.is_lapsed(at):
        return
    if handling.status is not None and handling.posts_at is not None:
        raise VerdictGiven(
            number=report.number,
            status=handling.status.value,
            decided_by=handling.person.name,
            posts_at=handling.posts_at,
        )
    if handling.person_id != by:
        raise ReportInHand(number=report.number, by=handling.person.name, since=handling.since)


async def claim(report: RepaymentReport, *, by: int, at: datetime) -> bool:
    """Take a free report in hand; false for somebody who has it already."""
    mine = await ReportHandling.get_or_none(report_id=report.id, person_id=by)
    if mine is not None and not mine.is_lapsed(at):
        return False
    await ReportHandling.filter(report_id=report.id).delete()
    await ReportHandling.create(report_id=report.id, person_id=by, since=at)
    await _note(report.id, "claimed", by=by, at=at)
    return True


async def release(report_id: int, *, by: int, at: datetime) -> bool:
    """Put a claimed report back; false if this person has no claim, or has decided."""
    if not await ReportHandling.filter(report_id=report_id, person_id=by, status=None).delete():
        return False
    await _note(report_id, "released", by=by, at=at)
    return True


async def give(report: RepaymentReport, verdict: Verdict, *, by: int, at: datetime) -> datetime:
    """Keep a verdict about a free report; returns when it is to be posted."""
    posts_at = at + UNDO_TIME
    await ReportHandling.filter(report_id=report.id).delete()
    await ReportHandling.create(
        report_id=report.id,
        person_id=by,
        since=at,
        status=verdict.ruling,
        amount=verdict.amount,
        reason=verdict.reason,
        posts_at=posts_at,
    )
    await _note(report.id, "verdict", by=by, at=at, **_told(verdict))
    return posts_at


async def take_back(report: RepaymentReport, *, by: int, at: datetime) -> bool:
    """Undo one's own verdict; false if there is none. Raises NotYourVerdict."""
    handling = await handling_of(report.id)
    if handling is None or handling.verdict is None:
        return False
    if handling.person_id != by:
        raise NotYourVerdict(number=report.number, decided_by=handling.person.name)
    await handling.delete()
    await _note(report.id, "taken_back", by=by, at=at, **_told(handling.verdict))
    return True


async def set_aside(report: RepaymentReport, *, at: datetime) -> ReportHandling | None:
    """Drop the verdict, if any, about a locked report that its reporter changes now.

    It was about another amount or day. A claim stays.
    """
    handling = await handling_of(report.id)
    if handling is None or handling.verdict is None:
        return None
    await handling.delete()
    told = _told(handling.verdict)
    await _note(report.id, "set_aside", by=handling.person_id, at=at, **told)
    return handling


async def due_reports(at: datetime, *, most: int) -> Sequence[RepaymentReport]:
    """Reports whose verdict is to be posted by now, the oldest verdict first, with their loans."""
    return (
        await RepaymentReport.filter(handling__posts_at__lte=at)
        .order_by("handling__posts_at", "handling__id")
        .limit(most)
        .select_related("loan")
    )


async def any_due(at: datetime) -> bool:
    """Whether a verdict is to be posted by now, or a claim was made too long ago."""
    return await ReportHandling.filter(
        Q(posts_at__lte=at) | Q(status=None, since__lte=at - CLAIM_LASTS)
    ).exists()


async def taken_out(report_id: int, *, at: datetime) -> ReportHandling | None:
    """The verdict of a locked report that is due, for whoever posts it: its row is gone then."""
    handling = await handling_of(report_id)
    if handling is None or handling.posts_at is None or handling.posts_at > at:
        return None
    await handling.delete()
    return handling


async def is_about_something_else(handling: ReportHandling) -> bool:
    """Whether the reporter has changed the report since this verdict about it."""
    about = AuditEvent.filter(subject=f"report:{handling.report_id}", deed="changed")
    return await about.filter(at__gt=handling.since).exists()


async def lapse(at: datetime, *, most: int) -> list[int]:
    """Put back what was claimed too long ago; returns the reports."""
    old = ReportHandling.filter(status=None, since__lte=at - CLAIM_LASTS).order_by("id")
    lapsed = await old.limit(most).select_for_update(skip_locked=True)
    for handling in lapsed:
        await handling.delete()
        await _note(handling.report_id, "lapsed", by=None, at=at)
    return [handling.report_id for handling in lapsed]


def _told(verdict: Verdict) -> dict[str, str | int]:
    amount = {} if verdict.amount is None else {"amount": int(verdict.amount)}
    return {"status": verdict.ruling.value, "reason": verdict.reason, **amount}


async def _note(
    report_id: int, deed: str, *, by: int | None, at: datetime, **facts: str | int
) -> None:
    await note(f"report:{report_id}", deed, at=at, person_id=by, **facts)

"""What a later part of a loan waits for: progress with photos, and a facilitator's visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tortoise.functions import Count

from models.calendar import wita_day
from models.funding_tables import Application, Funding, FundingState
from models.progress_tables import ProgressReport, ProgressStatus
from models.visit import Visit

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PartEvidence:
    """What has come since the part before was paid out; the first of each, if there is one."""

    since: date
    progress: str | None
    """The number of an accepted report with photos."""
    visit: int | None
    visited_on: date | None
    visited_by: str = ""

    @property
    def is_complete(self) -> bool:
        return self.progress is not None and self.visit is not None

    def to_json(self) -> dict[str, Any]:
        day = self.visited_on
        return {
            "since": self.since.isoformat(),
            "progress": self.progress,
            "visit": self.visit,
            "visited_on": day.isoformat() if day else None,
            "visited_by": self.visited_by,
        }


async def part_evidence(funding: Funding) -> PartEvidence:
    """The evidence for a later part, by what came after the part before it."""
    before = await Funding.get(
        application_id=funding.application_id,
        tranche=funding.tranche - 1,
        state=FundingState.PAID,
    )
    application = await Application.get(id=funding.application_id)
    group_id, since = application.group_id, before.paid_on
    assert since is not None
    reports = (
        await ProgressReport.filter(group_id=group_id, accepted_at__not_isnull=True)
        .exclude(status=ProgressStatus.MORE_WANTED)
        .annotate(pictures=Count("photos"))
        .filter(pictures__gt=0)
        .order_by("id")
    )
    after = [one for one in reports if one.accepted_at and wita_day(one.accepted_at) > since]
    visits = Visit.filter(group_id=group_id, visited_on__gt=since).order_by("-visited_on", "-id")
    visit = await visits.select_related("facilitator").first()
    return PartEvidence(
        since=since,
        progress=after[-1].number if after else None,
        visit=visit.id if visit else None,
        visited_on=visit.visited_on if visit else None,
        visited_by=visit.facilitator.name if visit else "",
    )

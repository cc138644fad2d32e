"""What a group has shown and repaid, for `/kelompok`: one picture, and a line on its business."""

from collections.abc import Collection
from typing import Final

from handlers.messages import Drawing, Fact, Words, words
from models.arrears import LoanStanding
from models.field_task import FieldTask, TaskState
from models.group import Group
from models.group_story import photos_of, repayments_of, reports_of
from models.visit import latest_visits

_SHOWN: Final = 6
"""As many photos, and as many repayments, as one phone screen holds."""


async def timeline(
    group: Group, loan_ids: Collection[int], standing: LoanStanding | None
) -> tuple[Drawing, ...]:
    """Photos with their days, and repayments under them; none for a group without photos."""
    photos = await photos_of(group.id, most=_SHOWN)
    if not photos:
        return ()
    repaid = await repayments_of(loan_ids, most=_SHOWN)
    facts: dict[str, Fact] = {
        "name": group.name,
        "about": words("group_story.about", village=group.village, business=group.business),
        "photos_title": words("group_story.photos"),
        "days": tuple(photo.on for photo in photos),
        "captions": tuple(
            words("group_story.report", number=photo.report)
            if photo.report
            else words("group_story.visit")
            for photo in photos
        ),
        "repayments_title": words("group_story.repayments"),
        "paid": tuple(one.amount for one in repaid),
        "paid_on": tuple(one.on for one in repaid),
    }
    if standing is not None:
        percent = standing.percent_repaid
        facts |= {"percent": percent, "progress": words("group_story.repaid", percent=percent)}
    return (Drawing("timeline", facts, tuple(photo.media_id for photo in photos)),)


async def business_lines(group_id: int) -> tuple[Words, ...]:
    """How often the group told of its business, its last visit, and a visit that is suggested."""
    lines: list[Words] = []
    if count := await reports_of(group_id):
        lines.append(words("group_story.told", count=count))
    visit = (await latest_visits([group_id])).get(group_id)
    if visit is not None:
        lines.append(
            words(
                "group_story.visited",
                visited_on=visit.visited_on,
                stage=words(f"visit.stage.{visit.stage.value}"),
                recommended=words(
                    f"visit.recommended.{'yes' if visit.recommended else 'no'}",
                    until=visit.valid_until,
                ),
            )
        )
    if await FieldTask.exists(group_id=group_id, state=TaskState.OPEN):
        lines.append(words("group_story.visit_suggested"))
    return tuple(lines)

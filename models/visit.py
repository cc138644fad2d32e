"""What a facilitator saw at a group: photos, marks of growth, and a recommendation with a term."""

from __future__ import annotations

from collections.abc import Collection  # noqa: TC003 (part of a dataclass)
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from tortoise import fields, models

from models.audit import note
from models.contact import Person  # noqa: TC001 (Tortoise reads it)
from models.errors import NotInCare
from models.fields import EnumField, UtcDatetimeField
from models.group import Group, Office, Officer
from models.media import KeptMedia  # noqa: TC001 (Tortoise reads it)

RECOMMENDED_FOR: Final = timedelta(days=30)
"""A recommendation counts for so long after the visit."""


class Stage(StrEnum):
    """How far a group has come (DOMAIN.md 1.6)."""

    BEGINNING = "beginning"
    GROWING = "growing"
    """Tumbuh."""
    THRIVING = "thriving"
    """Berkembang."""
    ADVANCED = "advanced"
    """Maju, mandiri."""


class Mark(StrEnum):
    """The ministry's markers of the stages, in the order in which they are asked."""

    FACILITATED = "facilitated"
    TRAINED = "trained"
    OFFICERS_FORMED = "officers_formed"
    EQUIPPED = "equipped"
    NAME_BOARD = "name_board"
    STARTED = "started"
    RUN_BY_OFFICERS = "run_by_officers"
    PROFIT_TO_CAPITAL = "profit_to_capital"
    PROFIT_TO_MEMBERS = "profit_to_members"
    PROFIT_TO_SOLIDARITY = "profit_to_solidarity"
    CONFIDENT = "confident"
    RESULT_FELT = "result_felt"
    CAPITAL_GROWING = "capital_growing"
    GIVES_TO_OTHERS = "gives_to_others"
    WELL_MANAGED = "well_managed"
    LINKED = "linked"


MARKS_OF: Final[dict[Stage, tuple[Mark, ...]]] = {
    Stage.GROWING: tuple(Mark)[:6],
    Stage.THRIVING: tuple(Mark)[6:12],
    Stage.ADVANCED: tuple(Mark)[12:],
}


def stage_of(marks: Collection[Mark]) -> Stage:
    """The last stage of which, as of every stage before it, three quarters of the marks are seen.

    DOMAIN.md 1.6 lists the marks; how many make a stage is our reading, see DECISIONS.md.
    """
    reached = Stage.BEGINNING
    for stage, needed in MARKS_OF.items():
        if 4 * sum(mark in marks for mark in needed) < 3 * len(needed):
            break
        reached = stage
    return reached


class Visit(models.Model):
    """One visit of a facilitator to a group in their care."""

    id = fields.BigIntField(primary_key=True)
    draft_id = fields.BigIntField(unique=True)
    """The draft that became this visit: submitting it twice finds the first."""
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="visits", on_delete=fields.RESTRICT
    )
    group_id: int
    facilitator: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="visits", on_delete=fields.RESTRICT
    )
    facilitator_id: int
    visited_on = fields.DateField()
    seen = fields.CharField(max_length=600)
    marks = fields.CharField(max_length=300, default="")
    """Codes of the marks that were seen, separated by blanks."""
    stage = EnumField(Stage)
    recommended = fields.BooleanField()
    reason = fields.CharField(max_length=300)
    recorded_at = UtcDatetimeField()
    photos: fields.ReverseRelation[VisitPhoto]

    class Meta:
        table = "visit"
        indexes = (("group_id", "visited_on"),)

    @property
    def valid_until(self) -> date:
        """The last WITA day on which the recommendation counts."""
        return self.visited_on + RECOMMENDED_FOR

    @property
    def marked(self) -> tuple[Mark, ...]:
        return tuple(Mark(code) for code in self.marks.split())


class VisitPhoto(models.Model):
    """A picture taken on a visit."""

    id = fields.BigIntField(primary_key=True)
    visit: fields.ForeignKeyRelation[Visit] = fields.ForeignKeyField(
        "models.Visit", related_name="photos", on_delete=fields.RESTRICT
    )
    visit_id: int
    media: fields.ForeignKeyRelation[KeptMedia] = fields.ForeignKeyField(
        "models.KeptMedia", related_name="visit_photos", on_delete=fields.RESTRICT
    )
    media_id: int

    class Meta:
        table = "visit_photo"
        unique_together = (("visit_id", "media_id"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a facilitator tells of a visit on a WITA day; `photos` are kept media."""

    group_id: int
    facilitator_id: int
    visited_on: date
    words: str
    marks: tuple[Mark, ...]
    recommended: bool
    reason: str
    photos: tuple[int, ...] = ()


async def record_visit(seen: Seen, *, draft_id: int, at: datetime) -> Visit:
    """Write a visit down, once for each draft.

    Raises NotInCare if the group is not, or no longer, in the person's care.
    """
    known = await Visit.get_or_none(draft_id=draft_id)
    if known is not None:
        return known
    if not await in_care(seen.facilitator_id, seen.group_id):
        raise NotInCare(group=(await Group.get(id=seen.group_id)).name)
    visit = await Visit.create(
        draft_id=draft_id,
        group_id=seen.group_id,
        facilitator_id=seen.facilitator_id,
        visited_on=seen.visited_on,
        seen=seen.words,
        marks=" ".join(seen.marks),
        stage=stage_of(seen.marks),
        recommended=seen.recommended,
        reason=seen.reason,
        recorded_at=at,
    )
    for media_id in dict.fromkeys(seen.photos):
        await VisitPhoto.create(visit_id=visit.id, media_id=media_id)
    await note(
        f"group:{seen.group_id}",
        "visited",
        at=at,
        person_id=seen.facilitator_id,
        visit=visit.id,
        stage=visit.stage.value,
        recommended=seen.recommended,
        reason=seen.reason,
    )
    return visit


async def in_care(person_id: int, group_id: int) -> bool:
    """Whether the person is the group's facilitator now."""
    return await Officer.exists(
        person_id=person_id, group_id=group_id, office=Office.FACILITATOR, until__isnull=True
    )


async def latest_visits(group_ids: Collection[int]) -> dict[int, Visit]:
    """The last visit of each group that was ever visited."""
    visits = Visit.filter(group_id__in=list(group_ids)).order_by("visited_on", "id")
    return {visit.group_id: visit for visit in await visits.select_related("facilitator")}


async def recommendation(group_id: int, today: date) -> Visit | None:
    """The visit whose recommendation counts on a WITA day: the latest, if its term is not over."""
    visit = (await latest_visits([group_id])).get(group_id)
    return visit if visit is not None and visit.valid_until >= today else None

"""When the groups of a programme are reminded: the programme's own steps, hours and limits."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from tortoise import fields, models

from models.audit import note
from models.fields import CheckedBigIntField, UtcDatetimeField
from models.good_moments import WIDEST, Hours, nearest_good_day, next_good_day
from models.notice_errors import (
    FigureOutOfRange,
    HoursBackwards,
    HoursTooWide,
    NoSuchTime,
    StepsOutOfOrder,
    StepTooFar,
    TooManySteps,
)
from models.programme import Programme

if TYPE_CHECKING:
    from collections.abc import Collection

_MINUTES_OF_A_DAY: Final = 24 * 60
_MOST_STEPS: Final = 8
_EARLIEST_STEP: Final = -30
_BACK_AT_MOST: Final = timedelta(days=10)
"""So long before its own day a step is told where holidays follow each other."""
RANGES: Final = {
    "call_after": (2, 60),
    "nudge_day": (1, 28),
    "place_day": (1, 28),
    "promise_days": (1, 180),
}
"""The least and the most of each figure of a plan."""


@dataclass(frozen=True, slots=True)
class NoticePlan:
    """What a programme tells its groups by itself, and when; steps are days from the due day."""

    steps: tuple[int, ...] = (-7, -3, -1, 0, 3, 7)
    call_after: int = 14
    """So many days late a person calls instead, and the reminders stop."""
    hours: Hours = WIDEST
    nudges: bool = True
    """Whether groups with a loan are asked for news of their business once a month."""
    nudge_day: int = 20
    """The day of the month of that."""
    places: bool = True
    """Whether waiting groups hear their place once a month."""
    place_day: int = 5
    promise_days: int = 60
    """So far ahead somebody may promise to pay."""


USUAL: Final = NoticePlan()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one due day: on which WITA day it is told, and until when that makes sense."""

    step: int
    told_on: date
    good_until: date


def check_plan(plan: NoticePlan) -> None:
    """Raise what is wrong with a plan, if anything is.

    NoSuchTime, HoursBackwards, HoursTooWide, TooManySteps, StepsOutOfOrder, StepTooFar or
    FigureOutOfRange.
    """
    _check_hours(plan.hours)
    if len(plan.steps) > _MOST_STEPS:
        raise TooManySteps(count=len(plan.steps), most=_MOST_STEPS)
    for before, step in pairwise(plan.steps):
        if step <= before:
            raise StepsOutOfOrder(step=step, before=before)
    for name, (least, most) in RANGES.items():
        figure = getattr(plan, name)
        if not least <= figure <= most:
            raise FigureOutOfRange(name, figure=figure, least=least, most=most)
    for step in plan.steps:
        if not _EARLIEST_STEP <= step < plan.call_after:
            raise StepTooFar(step=step, earliest=_EARLIEST_STEP, latest=plan.call_after - 1)


def steps_of(plan: NoticePlan, due_on: date) -> tuple[Step, ...]:
    """When the steps of an instalment are told; of two on the same day only the later one.

    What lies ahead, and the due day itself, moves to the nearest good day up to the due day; what
    is late is never told early. A step makes sense until the next one is told; one that holidays
    would move to where a person calls is not told at all.
    """
    told, last = {_told_on(due_on, step): step for step in plan.steps}, _last_day(plan, due_on)
    days = sorted((day, step) for day, step in told.items() if day is not None and day <= last)
    ends = [*(day - timedelta(days=1) for day, _ in days[1:]), last]
    return tuple(
        Step(step, day, min(end, due_on) if step <= 0 else end)
        for (day, step), end in zip(days, ends, strict=False)  # without steps there is no end
    )


def calls_on(plan: NoticePlan, due_on: date) -> date:
    """The WITA day on which a person is asked to call about what is late since `due_on`."""
    return next_good_day(due_on + timedelta(days=plan.call_after))


def monthly_day(day: int, month: date) -> date:
    """The good day of a month nearest to its `day`, and never in another month."""
    wanted = month.replace(day=day)
    last = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    found = nearest_good_day(wanted, earliest=month.replace(day=1), latest=last)
    assert found is not None
    return found


def _told_on(due_on: date, step: int) -> date | None:
    wanted = due_on + timedelta(days=step)
    if step > 0:
        return next_good_day(wanted)
    return nearest_good_day(wanted, earliest=wanted - _BACK_AT_MOST, latest=due_on)


def _last_day(plan: NoticePlan, due_on: date) -> date:
    last = max(plan.steps, default=0)
    return due_on if last <= 0 else due_on + timedelta(days=plan.call_after - 1)


def _check_hours(hours: Hours) -> None:
    for minutes in (hours.opens, hours.closes, hours.fasting_opens, hours.fasting_closes):
        if not 0 <= minutes < _MINUTES_OF_A_DAY:
            raise NoSuchTime(minutes=minutes)
    spans = ((hours.opens, hours.closes), (hours.fasting_opens, hours.fasting_closes))
    for opens, closes in spans:
        told = {"opens": as_clock(opens), "closes": as_clock(closes)}
        if opens >= closes:
            raise HoursBackwards(**told)
        if opens < WIDEST.opens or closes > WIDEST.closes:
            raise HoursTooWide(opens=as_clock(WIDEST.opens), closes=as_clock(WIDEST.closes))


def as_clock(minutes: int) -> str:
    """Minutes of the day as they are read: 08.30."""
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


class NoticePlanRow(models.Model):
    """The plan of a programme that does not go by the usual one."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.OneToOneRelation[Programme] = fields.OneToOneField(
        "models.Programme", related_name="notice_plan", on_delete=fields.RESTRICT
    )
    programme_id: int
    content: Any = fields.JSONField[Any]()
    """The figures of a `NoticePlan`, what is missing is as usual."""
    promise_days = CheckedBigIntField(check="> 0", default=60)
    """The one figure that every talk has to know."""
    changed_at = UtcDatetimeField()

    class Meta:
        table = "notice_plan"


async def plan_of(programme_id: int) -> NoticePlan:
    """The plan of a programme: its own, or the usual one."""
    return (await plans_of([programme_id]))[programme_id]


async def plans_of(programme_ids: Collection[int] | None = None) -> dict[int, NoticePlan]:
    """The plans of programmes, of all of them if none are named."""
    if programme_ids is None:
        programme_ids = [programme.id for programme in await Programme.all().order_by("id")]
    rows = await NoticePlanRow.filter(programme_id__in=list(programme_ids))
    own = {row.programme_id: plan_from_json(row.content) for row in rows}
    return {programme: own.get(programme, USUAL) for programme in programme_ids}


async def change_plan(programme_id: int, plan: NoticePlan, *, by: int, at: datetime) -> None:
    """From now on the programme goes by this plan; raises what `check_plan` finds."""
    check_plan(plan)
    content = plan_to_json(plan)
    await NoticePlanRow.update_or_create(
        {"content": content, "promise_days": plan.promise_days, "changed_at": at},
        programme_id=programme_id,
    )
    subject = f"programme:{programme_id}"
    await note(subject, "notices_planned", at=at, person_id=by, plan=content)


def plan_to_json(plan: NoticePlan) -> dict[str, Any]:
    """The figures of a plan, as they are stored."""
    return asdict(plan)


def plan_from_json(content: dict[str, Any]) -> NoticePlan:
    """Read them back; what is missing is as usual."""
    known = {name: content[name] for name in NoticePlan.__slots__ if name in content}
    if "steps" in known:
        known["steps"] = tuple(known["steps"])
    if "hours" in known:
        known["hours"] = Hours(**known["hours"])
    return NoticePlan(**known)

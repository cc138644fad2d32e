"""What people are to be told by itself: each thing once, all things of a day in one message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 (Tortoise reads it)
from enum import StrEnum
from typing import TYPE_CHECKING

from tortoise import fields, models
from tortoise.functions import Count

from models.contact import Person  # noqa: TC001 (Tortoise reads it)
from models.fields import CheckedBigIntField, EnumField
from models.group import Group  # noqa: TC001 (Tortoise reads it)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class NoticeKind(StrEnum):
    """What a notice is about. Their order is their weight: the first in a message comes first."""

    PROMISED = "promised"
    """The day on which the group said that it would pay, or the day after."""
    OVERDUE = "overdue"
    DUE = "due"
    """An instalment that falls due soon, or today."""
    CALLED = "called"
    """Somebody will call, and the reminders stop."""
    PROGRESS = "progress"
    """No news of the business in this period."""
    PLACE = "place"
    """The place of a waiting group in the queue."""


ABOUT_MONEY = frozenset({NoticeKind.PROMISED, NoticeKind.OVERDUE, NoticeKind.DUE})
"""What a pause silences for a while only."""


class NoticeState(StrEnum):
    """A notice is planned until its message was sent, or until telling it makes no sense."""

    PLANNED = "planned"
    TOLD = "told"
    DROPPED = "dropped"


class Notice(models.Model):
    """One thing to tell one person on one day. `key` is unique: it is planned once for ever."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=80, unique=True)
    kind = EnumField(NoticeKind)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="notices", on_delete=fields.RESTRICT
    )
    person_id: int
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="notices", on_delete=fields.RESTRICT
    )
    group_id: int
    loan_id = fields.BigIntField(null=True)
    about_id = fields.BigIntField()
    """The instalment, the promise, the loan or the application, as the kind says."""
    step = fields.BigIntField(default=0)
    """Days from the due day, or from the promised day."""
    day = fields.DateField()
    """The WITA day on which it is to be told."""
    good_until = fields.DateField()
    """The last WITA day on which telling it makes sense."""
    state = EnumField(NoticeState, default=NoticeState.PLANNED)
    reason = fields.CharField(max_length=30, default="")
    """Why it was dropped."""

    class Meta:
        table = "notice"
        indexes = (("person_id", "day"), ("loan_id", "day"), ("state", "day"))


class CallState(StrEnum):
    """What a call brought; an open one waits for somebody to make it."""

    OPEN = "open"
    CALLED = "called"
    PROMISED = "promised"
    NOT_REACHED = "not_reached"
    MOOT = "moot"
    """The money came before anybody called."""


class CallTask(models.Model):
    """A call that a person is asked to make, because the reminders have come to their end."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=80, unique=True)
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="calls", on_delete=fields.RESTRICT
    )
    group_id: int
    loan_id = fields.BigIntField()
    instalment_id = fields.BigIntField()
    """The oldest one that was late when the task came up."""
    created_on = fields.DateField()
    state = EnumField(CallState, default=CallState.OPEN)
    posted = CheckedBigIntField(check=">= 0", default=0, db_default=0)
    """How often its card was posted; none until the clock has come to it."""
    settled_at_ms = fields.BigIntField(null=True)
    settled_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="calls_settled", null=True, on_delete=fields.RESTRICT
    )
    settled_by_id: int | None

    class Meta:
        table = "call_task"
        indexes = (("state", "posted"), ("loan_id", "state"))


@dataclass(frozen=True, slots=True)
class Told:
    """How many notices of a span of days were told, and how many fell away, by reason."""

    told: int
    dropped: Mapping[str, int]


async def count_notices(first: date, last: date) -> Told:
    """What became of the notices of these WITA days, for digests."""
    rows = (
        await Notice.filter(day__gte=first, day__lte=last)
        .exclude(state=NoticeState.PLANNED)
        .annotate(count=Count("id"))
        .group_by("state", "reason")
        .values_list("state", "reason", "count")
    )
    told = sum(int(str(count)) for state, _, count in rows if state == NoticeState.TOLD)
    dropped = {
        str(reason): int(str(count)) for state, reason, count in rows if state != NoticeState.TOLD
    }
    return Told(told, dropped)


async def drop(reasons: Mapping[int, str]) -> None:
    """These notices are not told, each for its reason."""
    for reason in sorted(set(reasons.values())):
        ids = [notice for notice, why in reasons.items() if why == reason]
        await Notice.filter(id__in=ids).update(state=NoticeState.DROPPED, reason=reason)


async def mark_told(notice_ids: Collection[int]) -> None:
    """These notices have been sent."""
    if notice_ids:
        await Notice.filter(id__in=list(notice_ids)).update(state=NoticeState.TOLD, reason="")

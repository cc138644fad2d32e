"""What Gulir asks a facilitator to do: a suggestion with its reasons, never a verdict."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 (Tortoise reads it)
from enum import StrEnum
from typing import Any

from tortoise import fields, models

from models.audit import note
from models.contact import Person  # noqa: TC001 (Tortoise reads it)
from models.fields import EnumField, UtcDatetimeField
from models.group import Group, Office, Officer


class TaskState(StrEnum):
    """Open until the group was visited, or staff see no need."""

    OPEN = "open"
    DONE = "done"
    DISMISSED = "dismissed"


class FieldTask(models.Model):
    """A visit that is suggested. Its reasons are for the facilitator and staff alone."""

    id = fields.BigIntField(primary_key=True)
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="tasks", on_delete=fields.RESTRICT
    )
    group_id: int
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="tasks", null=True, on_delete=fields.RESTRICT
    )
    person_id: int | None
    """The facilitator; nobody where the group has none, so that staff see to it."""
    reasons: Any = fields.JSONField[Any]()
    """Signs of `models.health` with their figures."""
    state = EnumField(TaskState, default=TaskState.OPEN)
    created_at = UtcDatetimeField()
    settled_at = UtcDatetimeField(null=True)

    class Meta:
        table = "field_task"
        indexes = (("group_id", "state"), ("person_id", "state"))


async def suggest_visit(group_id: int, reasons: Any, *, at: datetime) -> FieldTask | None:
    """A new suggestion for the group's facilitator; none while one is open."""
    if await FieldTask.exists(group_id=group_id, state=TaskState.OPEN):
        return None
    carer = await Officer.filter(
        group_id=group_id, office=Office.FACILITATOR, until__isnull=True
    ).first()
    task = await FieldTask.create(
        group_id=group_id,
        person_id=carer.person_id if carer else None,
        reasons=reasons,
        created_at=at,
    )
    await note(f"group:{group_id}", "visit_suggested", at=at, task=task.id, reasons=reasons)
    return task


async def settle_tasks(
    group_id: int, state: TaskState, *, at: datetime, by: int
) -> list[FieldTask]:
    """Close what is open for a group, as after a visit; returns what was closed."""
    tasks = await FieldTask.filter(group_id=group_id, state=TaskState.OPEN).select_for_update()
    for task in tasks:
        task.state, task.settled_at = state, at
        await task.save(update_fields=["state", "settled_at"])
        await note(f"group:{group_id}", f"task_{state.value}", at=at, person_id=by, task=task.id)
    return tasks

"""The audit trail: who did what to which thing, and when. Append-only."""

from typing import Any

from tortoise import fields, models

from models.contact import Person
from models.fields import UtcDatetimeField


class AuditEvent(models.Model):
    """One deed, `subject` names the thing, such as `report:17`."""

    id = fields.BigIntField(primary_key=True)
    subject = fields.CharField(max_length=60, db_index=True)
    deed = fields.CharField(max_length=60)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="deeds", null=True, on_delete=fields.RESTRICT
    )
    person_id: int | None
    at = UtcDatetimeField()
    facts: Any = fields.JSONField[Any](default=dict)

    class Meta:
        table = "audit_event"


async def note(
    subject: str, deed: str, *, at: Any, person_id: int | None = None, **facts: Any
) -> AuditEvent:
    """Write down a deed; `person_id` none means Gulir itself."""
    return await AuditEvent.create(
        subject=subject, deed=deed, person_id=person_id, at=at, facts=facts
    )

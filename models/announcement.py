"""Telling all groups of a programme who was funded next: looked at by staff first, sent once."""

from __future__ import annotations

from enum import StrEnum

from tortoise import fields, models

from models.contact import Person  # noqa: TC001 (Tortoise reads it)
from models.fields import CheckedBigIntField, EnumField, UtcDatetimeField
from models.funding_tables import Funding  # noqa: TC001 (Tortoise reads it)


class AnnouncementState(StrEnum):
    """Staff look at it, then it is on its way, then its result is known; or it is not sent."""

    PREVIEW = "preview"
    SENDING = "sending"
    TOLD = "told"
    DROPPED = "dropped"


class Announcement(models.Model):
    """The one announcement of a funding to all groups of its programme."""

    id = fields.BigIntField(primary_key=True)
    funding: fields.OneToOneRelation[Funding] = fields.OneToOneField(
        "models.Funding", related_name="announcement", on_delete=fields.RESTRICT
    )
    funding_id: int
    state = EnumField(AnnouncementState, default=AnnouncementState.PREVIEW)
    people = CheckedBigIntField(check=">= 0", default=0)
    """To how many people it was sent."""
    made_at = UtcDatetimeField()
    decided_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="announcements", null=True, on_delete=fields.RESTRICT
    )
    decided_by_id: int | None
    decided_at = UtcDatetimeField(null=True)
    told_at = UtcDatetimeField(null=True)
    """When the last message had arrived, or was given up."""

    class Meta:
        table = "announcement"
        indexes = (("state",),)

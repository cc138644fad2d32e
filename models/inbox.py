"""What arrived: stored whole before it is acknowledged, handled once, never deleted unseen."""

from enum import StrEnum
from typing import Any

from tortoise import fields, models

from models.contact import Address
from models.fields import CheckedBigIntField, EnumField


class InboxState(StrEnum):
    """`fetching`: its pictures are on the way; `waiting`: to be handled; the rest are ended."""

    FETCHING = "fetching"
    WAITING = "waiting"
    DONE = "done"
    SET_ASIDE = "set_aside"


class InboxMessage(models.Model):
    """One event of a channel, with the payload as it came."""

    id = fields.BigIntField(primary_key=True)
    channel = fields.CharField(max_length=16)
    external_id = fields.CharField(max_length=200)
    address: fields.ForeignKeyNullableRelation[Address] = fields.ForeignKeyField(
        "models.Address", related_name="inbox", null=True, on_delete=fields.RESTRICT
    )
    address_id: int | None
    chat = fields.CharField(max_length=140, default="")
    private = fields.BooleanField(default=True)
    payload: Any = fields.JSONField[Any]()
    event: Any = fields.JSONField[Any](null=True)
    """The channel-neutral message; null for what could not be read."""
    state = EnumField(InboxState)
    attempts = CheckedBigIntField(check=">= 0", default=0)
    ready_at_ms = fields.BigIntField()
    received_at_ms = fields.BigIntField()
    handled_at_ms = fields.BigIntField(null=True)
    trouble = fields.CharField(max_length=300, default="")

    class Meta:
        table = "inbox"
        unique_together = (("channel", "external_id"),)
        indexes = (("state", "ready_at_ms"), ("address_id", "state"))

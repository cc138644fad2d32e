"""Somebody asked for a human: the words go to staff, and their answer goes back."""

from enum import StrEnum

from tortoise import fields, models

from models.contact import Address, Person
from models.fields import EnumField, UtcDatetimeField


class HelpState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"


class HelpRequest(models.Model):
    """A call for a human, with the last words that were not understood."""

    id = fields.BigIntField(primary_key=True)
    address: fields.ForeignKeyRelation[Address] = fields.ForeignKeyField(
        "models.Address", related_name="help_requests", on_delete=fields.RESTRICT
    )
    address_id: int
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="help_requests", null=True, on_delete=fields.RESTRICT
    )
    person_id: int | None
    last_words = fields.CharField(max_length=1000, default="")
    state = EnumField(HelpState, default=HelpState.OPEN)
    asked_at = UtcDatetimeField()

    class Meta:
        table = "help_request"

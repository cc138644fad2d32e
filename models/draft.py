"""A talk with one person, and the drafts of the forms that they are filling in."""

from enum import StrEnum
from typing import Any

from tortoise import fields, models

from models.fields import CheckedBigIntField, EnumField


class DraftState(StrEnum):
    """Open (being filled in) and aside (interrupted) are unfinished; the others are ended."""

    OPEN = "open"
    ASIDE = "aside"
    SUBMITTED = "submitted"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Talk(models.Model):
    """What must be remembered between two messages of one person in one place."""

    key = fields.CharField(max_length=180, primary_key=True)
    """`p:<person>` in private, `s:<person>` in the staff chat, `a:<address>` for a stranger."""
    offered: Any = fields.JSONField[Any](default=list)
    """The ids of the choices that were last shown: a number picks one of them."""
    misunderstood = CheckedBigIntField(check=">= 0", default=0)
    updated_at_ms = fields.BigIntField()

    class Meta:
        table = "talk"


class Draft(models.Model):
    """The answers given so far, by name. Its id is the id of the inbox row that began it."""

    id = fields.BigIntField(primary_key=True, generated=False)
    talk: fields.ForeignKeyRelation[Talk] = fields.ForeignKeyField(
        "models.Talk", related_name="drafts", on_delete=fields.RESTRICT
    )
    talk_id: str
    form = fields.CharField(max_length=60)
    content: Any = fields.JSONField[Any]()
    state = EnumField(DraftState)
    created_at_ms = fields.BigIntField()
    updated_at_ms = fields.BigIntField()

    class Meta:
        table = "draft"
        indexes = (("talk_id", "state"), ("state", "updated_at_ms"))

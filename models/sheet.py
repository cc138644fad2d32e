"""Sheets that the treasurer sent, as plain rows of text: parsed once, when they arrive."""

from typing import Any

from tortoise import fields, models

from models.fields import UtcDatetimeField
from models.media import KeptMedia


class Sheet(models.Model):
    """The first page of a kept CSV or XLSX file, nothing of it was ever executed."""

    id = fields.BigIntField(primary_key=True)
    media: fields.OneToOneRelation[KeptMedia] = fields.OneToOneField(
        "models.KeptMedia", related_name="sheet", on_delete=fields.RESTRICT
    )
    media_id: int
    name = fields.CharField(max_length=200)
    """As the sender's file was called."""
    rows: Any = fields.JSONField[Any]()
    """Lists of cells, every row of the file, so that a row's number is its place here plus 1."""
    created_at = UtcDatetimeField()

    class Meta:
        table = "sheet"

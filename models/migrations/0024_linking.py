"""Codes with which people link their second channel."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.fields import UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0023_disbursing")]

    initial = False

    operations = [
        ops.CreateModel(
            name="LinkCode",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="link_codes",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("code", fields.CharField(max_length=8)),
                ("asked_at_id", fields.BigIntField()),
                ("made_at", UtcDatetimeField(db_index=True)),
                ("ended_at", UtcDatetimeField(null=True)),
            ],
            options={
                "table": "link_code",
                "app": "models",
                "indexes": [Index(fields=["code"]), Index(fields=["person_id"])],
                "pk_attr": "id",
                "table_description": "One code of one person. It is used once, and only while it is good.",
            },
            bases=["Model"],
        ),
    ]

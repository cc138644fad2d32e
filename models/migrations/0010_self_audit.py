"""What self-audits found, and the halt of postings that a difference brings."""

from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.fields import UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0009_corrections")]

    initial = False

    operations = [
        ops.AddField(model_name="Programme", name="halted_at", field=UtcDatetimeField(null=True)),
        ops.AddField(
            model_name="Programme",
            name="halted_because",
            field=fields.CharField(null=True, max_length=300),
        ),
        ops.CreateModel(
            name="SelfAudit",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "programme",
                    fields.ForeignKeyField(
                        "models.Programme",
                        source_field="programme_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="self_audits",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "asked_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="asked_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="audits_asked",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("at", UtcDatetimeField(null=True)),
                ("entries", fields.BigIntField(default=0)),
                ("head", fields.CharField(default="", max_length=64)),
                (
                    "difference",
                    fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads),
                ),
            ],
            options={
                "table": "self_audit",
                "app": "models",
                "indexes": [Index(fields=["programme_id", "at"])],
                "pk_attr": "id",
                "table_description": "An audit of a programme by Gulir itself, one that is only asked for has no moment yet.",
            },
            bases=["Model"],
        ),
    ]

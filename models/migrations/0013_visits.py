"""Visits of facilitators, their photos, and what is asked of them."""

from typing import Any

from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.fields import CheckedCharField, UtcDatetimeField


def _key() -> fields.BigIntField:
    return fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)


def _to(model: str, column: str, related: str, *, null: bool = False) -> Any:
    return fields.ForeignKeyField(  # type: ignore[call-overload]
        "models." + model,
        source_field=column,
        null=null,
        db_constraint=True,
        to_field="id",
        related_name=related,
        on_delete=OnDelete.RESTRICT,
    )


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0012_evidence")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Visit",
            fields=[
                ("id", _key()),
                ("draft_id", fields.BigIntField(unique=True)),
                ("group", _to("Group", "group_id", "visits")),
                ("facilitator", _to("Person", "facilitator_id", "visits")),
                ("visited_on", fields.DateField()),
                ("seen", fields.CharField(max_length=600)),
                ("marks", fields.CharField(default="", max_length=300)),
                (
                    "stage",
                    CheckedCharField(
                        choices=("beginning", "growing", "thriving", "advanced"), max_length=9
                    ),
                ),
                ("recommended", fields.BooleanField()),
                ("reason", fields.CharField(max_length=300)),
                ("recorded_at", UtcDatetimeField()),
            ],
            options={
                "table": "visit",
                "app": "models",
                "indexes": [Index(fields=["group_id", "visited_on"])],
                "pk_attr": "id",
                "table_description": "One visit of a facilitator to a group in their care.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VisitPhoto",
            fields=[
                ("id", _key()),
                ("visit", _to("Visit", "visit_id", "photos")),
                ("media", _to("KeptMedia", "media_id", "visit_photos")),
            ],
            options={
                "table": "visit_photo",
                "app": "models",
                "unique_together": (("visit_id", "media_id"),),
                "pk_attr": "id",
                "table_description": "A picture taken on a visit.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FieldTask",
            fields=[
                ("id", _key()),
                ("group", _to("Group", "group_id", "tasks")),
                ("person", _to("Person", "person_id", "tasks", null=True)),
                ("reasons", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                (
                    "state",
                    CheckedCharField(
                        default="open", choices=("open", "done", "dismissed"), max_length=9
                    ),
                ),
                ("created_at", UtcDatetimeField()),
                ("settled_at", UtcDatetimeField(null=True)),
            ],
            options={
                "table": "field_task",
                "app": "models",
                "indexes": [
                    Index(fields=["group_id", "state"]),
                    Index(fields=["person_id", "state"]),
                ],
                "pk_attr": "id",
                "table_description": "A visit that is suggested. Its reasons are for the facilitator and staff alone.",
            },
            bases=["Model"],
        ),
    ]

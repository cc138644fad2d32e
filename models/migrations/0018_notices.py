"""Reminders, promises to pay, and pauses."""

from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.fields import CheckedBigIntField, CheckedCharField, RupiahField, UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0017_forecast")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CallTask",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("key", fields.CharField(unique=True, max_length=80)),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="calls",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("loan_id", fields.BigIntField()),
                ("instalment_id", fields.BigIntField()),
                ("created_on", fields.DateField()),
                (
                    "state",
                    CheckedCharField(
                        default="open",
                        choices=("open", "called", "promised", "not_reached", "moot"),
                        max_length=11,
                    ),
                ),
                ("posted", CheckedBigIntField(default=0, db_default=0, check=">= 0")),
                ("settled_at_ms", fields.BigIntField(null=True)),
                (
                    "settled_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="settled_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="calls_settled",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "call_task",
                "app": "models",
                "indexes": [Index(fields=["state", "posted"]), Index(fields=["loan_id", "state"])],
                "pk_attr": "id",
                "table_description": "A call that a person is asked to make, because the reminders have come to their end.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("key", fields.CharField(unique=True, max_length=80)),
                (
                    "kind",
                    CheckedCharField(
                        choices=("promised", "overdue", "due", "called", "progress", "place"),
                        max_length=8,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="notices",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="notices",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("loan_id", fields.BigIntField(null=True)),
                ("about_id", fields.BigIntField()),
                ("step", fields.BigIntField(default=0)),
                ("day", fields.DateField()),
                ("good_until", fields.DateField()),
                (
                    "state",
                    CheckedCharField(
                        default="planned", choices=("planned", "told", "dropped"), max_length=7
                    ),
                ),
                ("reason", fields.CharField(default="", max_length=30)),
            ],
            options={
                "table": "notice",
                "app": "models",
                "indexes": [
                    Index(fields=["person_id", "day"]),
                    Index(fields=["loan_id", "day"]),
                    Index(fields=["state", "day"]),
                ],
                "pk_attr": "id",
                "table_description": "One thing to tell one person on one day. `key` is unique: it is planned once for ever.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="NoticePause",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("draft_id", fields.BigIntField(unique=True)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="pauses",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("since", fields.DateField()),
                ("until", fields.DateField()),
                ("money_until", fields.DateField()),
                ("asked_at", UtcDatetimeField()),
                ("ended_at", UtcDatetimeField(null=True)),
            ],
            options={
                "table": "notice_pause",
                "app": "models",
                "indexes": [Index(fields=["person_id", "until"])],
                "pk_attr": "id",
                "table_description": "A rest that a person asked for, WITA days, the last one included.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="NoticePlanRow",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "programme",
                    fields.OneToOneField(
                        "models.Programme",
                        source_field="programme_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="notice_plan",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("content", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("promise_days", CheckedBigIntField(default=60, check="> 0")),
                ("changed_at", UtcDatetimeField()),
            ],
            options={
                "table": "notice_plan",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The plan of a programme that does not go by the usual one.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PaymentPromise",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("draft_id", fields.BigIntField(unique=True)),
                (
                    "loan",
                    fields.ForeignKeyField(
                        "models.Loan",
                        source_field="loan_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="promises",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="promises",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="promises",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("promised_on", fields.DateField()),
                ("amount", RupiahField(null=True, check="> 0")),
                ("reason", fields.CharField(default="", max_length=200)),
                ("made_at", UtcDatetimeField()),
                ("made_on", fields.DateField()),
                ("asked_on", fields.DateField()),
                ("silent_until", fields.DateField()),
                (
                    "state",
                    CheckedCharField(
                        default="open", choices=("open", "replaced", "kept", "broken"), max_length=8
                    ),
                ),
            ],
            options={
                "table": "payment_promise",
                "app": "models",
                "indexes": [
                    Index(fields=["loan_id", "state"]),
                    Index(fields=["state", "silent_until"]),
                ],
                "pk_attr": "id",
                "table_description": "A group's word that it pays by a day. Days are WITA.",
            },
            bases=["Model"],
        ),
        ops.AddIndex(
            model_name="Address",
            index=Index(fields=["person_id"]),
        ),
        ops.AddIndex(
            model_name="Instalment",
            index=Index(fields=["due_on"]),
        ),
        ops.AddIndex(
            model_name="Officer",
            index=Index(fields=["group_id", "until"]),
        ),
        ops.AddField(
            model_name="OutboxMessage",
            name="good_until_ms",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="OutboxMessage",
            name="recheck",
            field=fields.CharField(default="", db_default="", max_length=60),
        ),
    ]

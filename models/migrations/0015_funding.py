"""Whose turn it is: applications, the queue's record, rules, and money on its way to a group."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from models.fields import CheckedBigIntField, CheckedCharField, RupiahField, UtcDatetimeField
from orjson import loads
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0014_help_talk")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Application",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("draft_id", fields.BigIntField(unique=True)),
                ("number", fields.CharField(unique=True, max_length=30)),
                (
                    "programme",
                    fields.ForeignKeyField(
                        "models.Programme",
                        source_field="programme_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="applications",
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
                        related_name="applications",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "applied_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="applied_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="applications",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("applied_at", UtcDatetimeField()),
                ("purpose", fields.CharField(max_length=300)),
                ("amount", RupiahField(check="> 0")),
                (
                    "status",
                    CheckedCharField(
                        default="submitted",
                        choices=(
                            "submitted",
                            "returned",
                            "waiting",
                            "postponed",
                            "refused",
                            "withdrawn",
                            "funded",
                        ),
                        max_length=9,
                    ),
                ),
                ("granted", RupiahField(null=True, check="> 0")),
                ("priority", CheckedBigIntField(default=5, check="BETWEEN 1 AND 9")),
                ("accepted_at", UtcDatetimeField(null=True)),
                ("stands_since", UtcDatetimeField(null=True)),
                ("reason", fields.CharField(default="", max_length=300)),
                (
                    "loan",
                    fields.ForeignKeyField(
                        "models.Loan",
                        source_field="loan_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="applications",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "application",
                "app": "models",
                "indexes": [
                    Index(fields=["programme_id", "status"]),
                    Index(fields=["group_id", "status"]),
                ],
                "pk_attr": "id",
                "table_description": "A group's wish for capital, and from its acceptance on its place in the queue.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ApplicationFile",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "application",
                    fields.ForeignKeyField(
                        "models.Application",
                        source_field="application_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="files",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "media",
                    fields.ForeignKeyField(
                        "models.KeptMedia",
                        source_field="media_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="application_files",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "application_file",
                "app": "models",
                "unique_together": (("application_id", "media_id"),),
                "pk_attr": "id",
                "table_description": "A page of the proposal: a photo or a PDF.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Funding",
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
                        related_name="fundings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "application",
                    fields.ForeignKeyField(
                        "models.Application",
                        source_field="application_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="fundings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("tranche", CheckedBigIntField(default=1, check="> 0")),
                ("tranches", CheckedBigIntField(default=1, check="> 0")),
                (
                    "amount",
                    RupiahField(
                        check='> 0 AND ("approved_by_id" IS NULL OR ("confirmed_by_id" IS NOT NULL AND "approved_by_id" <> "confirmed_by_id"))'
                    ),
                ),
                (
                    "state",
                    CheckedCharField(
                        default="proposed",
                        choices=(
                            "proposed",
                            "confirmed",
                            "approved",
                            "paid",
                            "postponed",
                            "refused",
                            "withdrawn",
                        ),
                        max_length=9,
                    ),
                ),
                ("cause", fields.CharField(max_length=60)),
                ("evidence", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("proposed_at", UtcDatetimeField()),
                (
                    "confirmed_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="confirmed_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="fundings_confirmed",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("confirmed_at", UtcDatetimeField(null=True)),
                (
                    "approved_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="approved_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="fundings_approved",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("approved_at", UtcDatetimeField(null=True)),
                (
                    "paid_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="paid_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="fundings_paid",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("paid_on", fields.DateField(null=True)),
                (
                    "proof",
                    fields.ForeignKeyField(
                        "models.KeptMedia",
                        source_field="proof_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="fundings_proved",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("terms", fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads)),
                (
                    "loan",
                    fields.ForeignKeyField(
                        "models.Loan",
                        source_field="loan_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="fundings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("settled_at", UtcDatetimeField(null=True)),
                ("reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "funding",
                "app": "models",
                "indexes": [
                    Index(fields=["programme_id", "state"]),
                    Index(fields=["application_id", "state"]),
                ],
                "pk_attr": "id",
                "table_description": "Money on its way to a group: one part (tranche) of what its application was granted.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FundingRule",
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
                        related_name="rules",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("version", CheckedBigIntField(check="> 0")),
                ("content", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("since", UtcDatetimeField()),
                (
                    "decision",
                    fields.ForeignKeyField(
                        "models.Decision",
                        source_field="decision_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="rules",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "funding_rule",
                "app": "models",
                "unique_together": (("programme_id", "version"),),
                "pk_attr": "id",
                "table_description": "A version of a programme's rule of who is next, the highest version is in force.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PlannedCapital",
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
                        related_name="planned_capital",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount", RupiahField(check="> 0")),
                ("expected_on", fields.DateField()),
                (
                    "told_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="told_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="capital_announced",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("told_at", UtcDatetimeField()),
                ("ended_at", UtcDatetimeField(null=True)),
            ],
            options={
                "table": "planned_capital",
                "app": "models",
                "indexes": [Index(fields=["programme_id", "ended_at"])],
                "pk_attr": "id",
                "table_description": "New capital that staff have announced: the forecast counts with it, the books do not.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="QueueEvent",
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
                        related_name="queue_events",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", CheckedBigIntField(check="> 0")),
                (
                    "application",
                    fields.ForeignKeyField(
                        "models.Application",
                        source_field="application_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="events",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=30)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="queue_events",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("at", UtcDatetimeField()),
                ("reason", fields.CharField(default="", max_length=300)),
                ("facts", fields.JSONField(default=dict, encoder=JSON_DUMPS, decoder=loads)),
                ("previous_hash", fields.CharField(max_length=64)),
                ("hash", fields.CharField(max_length=64)),
            ],
            options={
                "table": "queue_event",
                "app": "models",
                "unique_together": (("programme_id", "number"),),
                "pk_attr": "id",
                "table_description": "What moved a place in the queue, in its programme's chain of hashes. Append-only.",
            },
            bases=["Model"],
        ),
    ]

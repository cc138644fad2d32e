"""Progress reports: one for a group and a period, with what was added to it, and by whom."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from models.fields import CheckedBigIntField, CheckedCharField, RupiahField, UtcDatetimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0010_self_audit")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ProgressReport",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("number", fields.CharField(unique=True, max_length=20)),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="progress",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "loan",
                    fields.ForeignKeyField(
                        "models.Loan",
                        source_field="loan_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="progress",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "reporter",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="reporter_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="progress",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("period", fields.CharField(max_length=10)),
                ("caption", fields.CharField(default="", max_length=1000)),
                ("sales", RupiahField(null=True, check=">= 0")),
                ("sales_words", fields.CharField(default="", max_length=300)),
                ("members_working", CheckedBigIntField(null=True, check=">= 0")),
                ("obstacles", fields.CharField(null=True, max_length=300)),
                (
                    "status",
                    CheckedCharField(
                        default="submitted",
                        choices=("submitted", "accepted", "more_wanted"),
                        max_length=11,
                    ),
                ),
                ("warnings", fields.CharField(default="", max_length=200)),
                ("submitted_at", UtcDatetimeField()),
                ("times_sent", CheckedBigIntField(default=1, check="> 0")),
                ("accepted_at", UtcDatetimeField(null=True)),
                ("decided_at", UtcDatetimeField(null=True)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="progress_decided",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "progress_report",
                "app": "models",
                "unique_together": (("group_id", "period"),),
                "indexes": [Index(fields=["status", "submitted_at"])],
                "pk_attr": "id",
                "table_description": "The news of one group in one period, what is sent later is added to it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ProgressAddition",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "report",
                    fields.ForeignKeyField(
                        "models.ProgressReport",
                        source_field="report_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="additions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("draft_id", fields.BigIntField(unique=True)),
                (
                    "reporter",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="reporter_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="progress_additions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("at", UtcDatetimeField()),
                ("photos", CheckedBigIntField(check=">= 0")),
                ("caption", fields.CharField(default="", max_length=1000)),
                ("sales", RupiahField(null=True, check=">= 0")),
                ("sales_words", fields.CharField(default="", max_length=300)),
                ("members_working", CheckedBigIntField(null=True, check=">= 0")),
                ("obstacles", fields.CharField(null=True, max_length=300)),
            ],
            options={
                "table": "progress_addition",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What one talk brought: a trace of every answer, and the proof that it was sent once.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ProgressNote",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "report",
                    fields.ForeignKeyField(
                        "models.ProgressReport",
                        source_field="report_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="notes",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "author",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="author_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="progress_notes",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("at", UtcDatetimeField()),
                ("text", fields.CharField(max_length=500)),
            ],
            options={
                "table": "progress_note",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What a member of staff wants to remember about a report, the group does not read it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ProgressPhoto",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "report",
                    fields.ForeignKeyField(
                        "models.ProgressReport",
                        source_field="report_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="photos",
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
                        related_name="progress_photos",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("position", CheckedBigIntField(check="> 0")),
                ("added_at", UtcDatetimeField()),
            ],
            options={
                "table": "progress_photo",
                "app": "models",
                "unique_together": (("report_id", "media_id"),),
                "indexes": [Index(fields=["media_id"])],
                "pk_attr": "id",
                "table_description": "A picture of a report, in the order in which they were sent.",
            },
            bases=["Model"],
        ),
    ]

"""What leaders say is wrong in a verified report, until staff have looked at it."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.fields import CheckedCharField, RupiahField, UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0008_payment_codes")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CorrectionRequest",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("draft_id", fields.BigIntField(unique=True)),
                (
                    "report",
                    fields.ForeignKeyField(
                        "models.RepaymentReport",
                        source_field="report_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="correction_requests",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "requester",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="requester_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="correction_requests",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount", RupiahField(check="> 0")),
                ("paid_on", fields.DateField()),
                ("words", fields.CharField(max_length=300, default="")),
                ("asked_at", UtcDatetimeField()),
                (
                    "state",
                    CheckedCharField(
                        choices=("open", "proposed", "done", "refused", "void"),
                        max_length=8,
                        default="open",
                    ),
                ),
                ("settled_at", UtcDatetimeField(null=True)),
                (
                    "settled_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="settled_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="requests_settled",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("reason", fields.CharField(max_length=300, default="")),
            ],
            options={
                "table": "correction_request",
                "app": "models",
                "indexes": [Index(fields=["report_id", "state"])],
                "pk_attr": "id",
                "table_description": "A verified report should show this amount and day, in the words of its reporter.",
            },
            bases=["Model"],
        ),
    ]

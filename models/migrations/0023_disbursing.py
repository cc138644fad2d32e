"""What proposing, approving and paying out capital still needs of the database."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from models.fields import CheckedBigIntField, CheckedCharField, UtcDatetimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from models.widening import WidenField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0022_finishing")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Announcement",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "funding",
                    fields.OneToOneField(
                        "models.Funding",
                        source_field="funding_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="announcement",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    CheckedCharField(
                        default="preview",
                        choices=("preview", "sending", "told", "dropped"),
                        max_length=7,
                    ),
                ),
                ("people", CheckedBigIntField(default=0, check=">= 0")),
                ("made_at", UtcDatetimeField()),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="announcements",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("decided_at", UtcDatetimeField(null=True)),
                ("told_at", UtcDatetimeField(null=True)),
            ],
            options={
                "table": "announcement",
                "app": "models",
                "indexes": [Index(fields=["state"])],
                "pk_attr": "id",
                "table_description": "The one announcement of a funding to all groups of its programme.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FundingClaim",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("key", fields.CharField(unique=True, max_length=60)),
                (
                    "funding",
                    fields.ForeignKeyField(
                        "models.Funding",
                        source_field="funding_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="claims",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "funding_claim",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A claim of a funding, which the database lets nobody make twice.",
            },
            bases=["Model"],
        ),
        WidenField(
            model_name="Decision",
            name="kind",
            field=CheckedCharField(
                choices=(
                    "reversal",
                    "reschedule",
                    "write_off",
                    "counter_cash",
                    "capital",
                    "refund",
                    "correction",
                    "recovery",
                    "funding_rule",
                ),
                max_length=12,
            ),
        ),
        WidenField(
            model_name="Funding",
            name="state",
            field=CheckedCharField(
                default="proposed",
                choices=(
                    "planned",
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
    ]

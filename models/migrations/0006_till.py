"""Reports in somebody's hand; the check on `amount` refuses half a verdict."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from models.fields import CheckedCharField, RupiahField, UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0005_clock")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ReportHandling",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "report",
                    fields.OneToOneField(
                        "models.RepaymentReport",
                        source_field="report_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="handling",
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
                        related_name="handlings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("since", UtcDatetimeField()),
                (
                    "status",
                    CheckedCharField(null=True, choices=("accepted", "rejected"), max_length=8),
                ),
                (
                    "amount",
                    RupiahField(
                        null=True,
                        check='> 0 AND ("status" IS NULL) = ("posts_at" IS NULL) AND ("amount" IS NOT NULL) = (COALESCE("status", \'\') = \'accepted\')',
                    ),
                ),
                ("reason", fields.CharField(default="", max_length=300)),
                ("posts_at", UtcDatetimeField(null=True, db_index=True)),
            ],
            options={
                "table": "report_handling",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A report that somebody has in hand, or has given a verdict about that is not posted yet.",
            },
            bases=["Model"],
        ),
    ]

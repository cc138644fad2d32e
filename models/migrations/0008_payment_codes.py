"""The payment codes of groups, and whether a programme asks for them."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from models.fields import CheckedBigIntField, UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0007_statements")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Programme",
            name="asks_code",
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.CreateModel(
            name="PaymentCode",
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
                        related_name="payment_codes",
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
                        related_name="payment_codes",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("code", CheckedBigIntField(check="BETWEEN 1 AND 999")),
                ("given_at", UtcDatetimeField()),
            ],
            options={
                "table": "payment_code",
                "app": "models",
                "unique_together": (("programme_id", "group_id"), ("programme_id", "code")),
                "pk_attr": "id",
                "table_description": "The code of a group in a programme, given once and never changed.",
            },
            bases=["Model"],
        ),
    ]

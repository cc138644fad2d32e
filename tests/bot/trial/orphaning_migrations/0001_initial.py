from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from models.fields import CheckedBigIntField, CheckedCharField, RupiahField, UtcDatetimeField


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("paid_at", UtcDatetimeField()),
                ("verified_at", UtcDatetimeField(source_field="verified", null=True)),
                ("amount", RupiahField(check="> 0")),
                ("balance", RupiahField(default=0, check=">= 0")),
                ("instalment", CheckedBigIntField(default=1, check="BETWEEN 1 AND 36")),
                ("currency", CheckedCharField(default="IDR", choices=("IDR", "USD"), max_length=3)),
                (
                    "mood",
                    CheckedCharField(default="good", choices=("good", "troubled"), max_length=8),
                ),
                (
                    "former_mood",
                    CheckedCharField(null=True, choices=("good", "troubled"), max_length=8),
                ),
            ],
            options={
                "table": "trial_payment",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One of everything.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Slip",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "payment",
                    fields.ForeignKeyField(
                        "models.Payment",
                        source_field="payment_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="slips",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={
                "table": "trial_slip",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A child.",
            },
            bases=["Model"],
        ),
    ]

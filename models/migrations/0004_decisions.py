"""Decisions by four eyes; the check on `amount` keeps proposer and decider apart."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from models.fields import CheckedCharField, RupiahField, UtcDatetimeField
from orjson import loads
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0003_chat_move")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "kind",
                    CheckedCharField(
                        choices=(
                            "reversal",
                            "reschedule",
                            "write_off",
                            "counter_cash",
                            "capital",
                            "refund",
                        ),
                        max_length=12,
                    ),
                ),
                ("subject", fields.CharField(db_index=True, max_length=60)),
                ("content", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                (
                    "amount",
                    RupiahField(
                        check='>= 0 AND ("status" NOT IN (\'approved\', \'refused\') OR ("decided_by_id" IS NOT NULL AND "decided_by_id" <> "proposed_by_id"))'
                    ),
                ),
                (
                    "proposed_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="proposed_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="proposals",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("proposed_at", UtcDatetimeField()),
                ("expires_at", UtcDatetimeField()),
                (
                    "status",
                    CheckedCharField(
                        default="proposed",
                        choices=("proposed", "approved", "refused", "expired", "cancelled"),
                        max_length=9,
                    ),
                ),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="proposals_decided",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("decided_at", UtcDatetimeField(null=True)),
                ("reason", fields.CharField(default="", max_length=300)),
                (
                    "entry",
                    fields.ForeignKeyField(
                        "models.JournalEntry",
                        source_field="entry_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="decided",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "decision",
                "app": "models",
                "indexes": [Index(fields=["status", "expires_at"])],
                "pk_attr": "id",
                "table_description": "An order that waits for a second pair of eyes, or what became of it.",
            },
            bases=["Model"],
        ),
    ]

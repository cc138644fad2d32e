"""What WhatsApp needs: windows, receipts, templates, a second id, and where people like to be written to."""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.fields import CheckedBigIntField, CheckedCharField
from models.widening import WidenField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0019_staff_clock")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("channel", fields.CharField(max_length=16)),
                ("external_id", fields.CharField(max_length=200)),
                ("outbox_id", fields.BigIntField(null=True)),
                ("part", fields.IntField(default=0)),
                ("parts", fields.IntField(default=1)),
                ("rank", CheckedBigIntField(default=0, check=">= 0")),
                ("told_at_ms", fields.BigIntField()),
                ("failed_at_ms", fields.BigIntField(null=True)),
                ("trouble", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "delivery",
                "app": "models",
                "unique_together": (("channel", "external_id"),),
                "indexes": [Index(fields=["outbox_id"])],
                "pk_attr": "id",
                "table_description": "One message as the network counts it, of which a row of the outbox may have become several.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Address", name="alias", field=fields.CharField(null=True, max_length=140)
        ),
        ops.AddField(
            model_name="Address", name="window_until_ms", field=fields.BigIntField(null=True)
        ),
        ops.RunSQL(
            "CREATE UNIQUE INDEX one_address_of_an_alias ON address (channel, alias)",
            "DROP INDEX one_address_of_an_alias",
        ),
        WidenField(
            model_name="OutboxMessage",
            name="state",
            field=CheckedCharField(
                default="waiting",
                choices=("waiting", "sending", "sent", "failed", "dropped", "held"),
                max_length=7,
            ),
        ),
        ops.AddField(
            model_name="OutboxMessage",
            name="template",
            field=fields.CharField(default="", db_default="", max_length=80),
        ),
        ops.AddField(
            model_name="Person",
            name="preferred_channel",
            field=fields.CharField(null=True, max_length=16),
        ),
    ]

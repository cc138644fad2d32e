"""Where chats went that their network gave another id."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from models.fields import UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0002_guards")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ChatMove",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("channel", fields.CharField(max_length=16)),
                ("old_chat", fields.CharField(max_length=140)),
                ("new_chat", fields.CharField(max_length=140)),
                ("moved_at", UtcDatetimeField()),
            ],
            options={
                "table": "chat_move",
                "app": "models",
                "unique_together": (("channel", "old_chat"),),
                "pk_attr": "id",
                "table_description": "A group that became a supergroup, noted by whoever heard of it first.",
            },
            bases=["Model"],
        ),
    ]

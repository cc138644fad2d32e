"""Words that were not understood."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from models.fields import CheckedBigIntField, UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0020_whatsapp")]

    initial = False

    operations = [
        ops.CreateModel(
            name="MissedWords",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("question", fields.CharField(max_length=80)),
                ("words", fields.CharField(max_length=200)),
                ("times", CheckedBigIntField(default=1, check=">= 1")),
                ("last_at", UtcDatetimeField(db_index=True)),
            ],
            options={
                "table": "missed_words",
                "app": "models",
                "unique_together": (("question", "words"),),
                "pk_attr": "id",
                "table_description": "Words that were not understood, where they were said, and how often, but never by whom.",
            },
            bases=["Model"],
        ),
    ]

"""What each kept picture is worth as evidence, and the bands by which near ones are found."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from models.fields import UtcDatetimeField
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0011_progress")]

    initial = False

    operations = [
        ops.CreateModel(
            name="PictureEvidence",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "media",
                    fields.OneToOneField(
                        "models.KeptMedia",
                        source_field="media_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="evidence",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("width", fields.IntField()),
                ("height", fields.IntField()),
                ("brightness", fields.SmallIntField()),
                ("brightness_dark", fields.SmallIntField()),
                ("brightness_light", fields.SmallIntField()),
                ("sharpness", fields.SmallIntField()),
                ("screenshot", fields.SmallIntField()),
                ("screen_photo", fields.SmallIntField()),
                ("phash", fields.BigIntField()),
                ("dhash", fields.BigIntField()),
                ("band_0", fields.SmallIntField(null=True, db_index=True)),
                ("band_1", fields.SmallIntField(null=True, db_index=True)),
                ("band_2", fields.SmallIntField(null=True, db_index=True)),
                ("band_3", fields.SmallIntField(null=True, db_index=True)),
                ("computed_at", UtcDatetimeField()),
            ],
            options={
                "table": "picture_evidence",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The measures of a kept picture, and bands of its pHash by which near ones are found.",
            },
            bases=["Model"],
        ),
    ]

"""Addresses remember since when nothing that was sent there arrives."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from models.fields import UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0026_simulation")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Address", name="undelivered_since", field=UtcDatetimeField(null=True)
        ),
    ]

from tortoise import migrations
from tortoise.migrations import operations as ops

from models.fields import CheckedBigIntField, CheckedCharField


class Migration(migrations.Migration):
    dependencies = [("models", "0001_initial")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Payment",
            name="next_mood",
            field=CheckedCharField(db_default="good", choices=("good", "troubled"), max_length=8),
        ),
        ops.AddField(
            model_name="Payment",
            name="reminders",
            field=CheckedBigIntField(db_default=0, check=">= 0"),
        ),
    ]

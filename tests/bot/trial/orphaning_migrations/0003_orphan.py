from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0002_reminders")]

    initial = False

    operations = [ops.RunSQL("DELETE FROM trial_payment")]

"""Reminders, promises to pay, and pauses."""

from tortoise import migrations


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0017_forecast")]

    initial = False

    operations = []

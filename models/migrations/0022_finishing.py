"""What corrections, staff work and progress still needed."""

from tortoise import migrations


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0021_missed")]

    initial = False

    operations = []

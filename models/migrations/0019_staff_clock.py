"""What the clock keeps for staff: reach, calls, packs, retention."""

from tortoise import migrations


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0018_notices")]

    initial = False

    operations = []

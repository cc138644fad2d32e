"""The queue's record is append-only, and what else the queue needs of the database."""

from tortoise import migrations


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0015_funding")]

    initial = False

    operations = []

"""What proposing, approving and paying out capital still needs of the database."""

from tortoise import migrations


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0022_finishing")]

    initial = False

    operations = []

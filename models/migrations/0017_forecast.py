"""What the forecast keeps."""

from tortoise import migrations


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0016_queue")]

    initial = False

    operations = []

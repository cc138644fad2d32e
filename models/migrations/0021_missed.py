"""Words that were not understood."""

from tortoise import migrations


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0020_whatsapp")]

    initial = False

    operations = []

"""What WhatsApp needs: windows, receipts, templates."""

from tortoise import migrations


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0019_staff_clock")]

    initial = False

    operations = []

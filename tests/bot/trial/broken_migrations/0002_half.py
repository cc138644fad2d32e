from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops


async def fail(_apps: Any, editor: Any) -> None:
    await editor.client.execute_query("CREATE TABLE half_done (id INTEGER)")
    raise ZeroDivisionError


class Migration(migrations.Migration):
    dependencies = [("models", "0001_initial")]

    initial = False

    operations = [ops.RunPython(fail)]

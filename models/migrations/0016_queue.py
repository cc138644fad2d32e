"""The queue's record is append-only, and a group has one open application at most."""

from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

from models.ledger_guards import install_guards, remove_guards

_RECORD = ("queue_event",)


async def install(_apps: Any, editor: Any) -> None:
    await install_guards(editor.client, _RECORD)


async def remove(_apps: Any, editor: Any) -> None:
    await remove_guards(editor.client, _RECORD)


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0015_funding")]

    initial = False

    operations = [
        ops.RunPython(install, remove),
        ops.RunSQL(
            "CREATE UNIQUE INDEX one_open_application ON application (group_id)"
            " WHERE status IN ('submitted', 'returned', 'waiting', 'postponed')",
            "DROP INDEX one_open_application",
        ),
    ]

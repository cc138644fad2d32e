"""What only the database can promise: an append-only journal, one open draft in a talk."""

from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

from models.ledger_guards import install_ledger_guards, remove_ledger_guards


async def install(_apps: Any, editor: Any) -> None:
    await install_ledger_guards(editor.client)


async def remove(_apps: Any, editor: Any) -> None:
    await remove_ledger_guards(editor.client)


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0001_initial")]  # noqa: RUF012 (Tortoise's own form)

    initial = False

    operations = [  # noqa: RUF012
        ops.RunPython(install, remove),
        ops.RunSQL(
            "CREATE UNIQUE INDEX one_open_draft ON draft (talk_id) WHERE state = 'open'",
            "DROP INDEX one_open_draft",
        ),
        ops.RunSQL(
            "CREATE UNIQUE INDEX one_holder_of_a_role ON staff_role (person_id, role)"
            " WHERE revoked_at IS NULL",
            "DROP INDEX one_holder_of_a_role",
        ),
        ops.RunSQL(
            "CREATE UNIQUE INDEX one_office_at_a_time ON officer (group_id, person_id, office)"
            " WHERE until IS NULL",
            "DROP INDEX one_office_at_a_time",
        ),
    ]

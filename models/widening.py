"""One value more in a closed list: the step of a migration that lets a column hold it.

Tortoise's own step would rebuild the table on SQLite, and lose what refers to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tortoise.migrations import operations as ops
from typing_extensions import override

if TYPE_CHECKING:
    from tortoise.fields.base import Field
    from tortoise.migrations.schema_editor.base import BaseSchemaEditor


class WidenField(ops.AlterField):
    """A column with a closed list of values takes a longer one; written as AlterField is.

    On SQLite the stored text of the table changes, as its manual describes for rules that leave
    the rows alone. Raises RuntimeError where the old rule is not found.
    """

    @override
    async def database_forward(
        self,
        app_label: str,
        old_state: Any,
        new_state: Any,
        state_editor: BaseSchemaEditor | None = None,
    ) -> None:
        if state_editor is not None:
            await self._change(state_editor, *self._fields(app_label, old_state, new_state))

    @override
    async def database_backward(
        self,
        app_label: str,
        old_state: Any,
        new_state: Any,
        state_editor: BaseSchemaEditor | None = None,
    ) -> None:
        if state_editor is not None:
            await self._change(state_editor, *self._fields(app_label, old_state, new_state))

    def _fields(self, app_label: str, old: Any, new: Any) -> tuple[str, Field[Any], Field[Any]]:
        name = f"{app_label}.{self.model_name}"
        before, after = old.apps.get_model(name), new.apps.get_model(name)
        fields = (one._meta.fields_map[self.name] for one in (before, after))  # noqa: SLF001
        return before._meta.db_table, *fields  # noqa: SLF001

    async def _change(
        self, editor: BaseSchemaEditor, table: str, old: Field[Any], new: Field[Any]
    ) -> None:
        client = editor.client
        if client.capabilities.dialect == "sqlite":
            await _on_sqlite(client, table, _rule(old, "sqlite"), _rule(new, "sqlite"))
            return
        column = new.source_field or new.model_field_name
        kind, _, check = _rule(new, "postgres").partition(" ")
        await client.execute_script(
            f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_{column}_check";'
            f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE {kind};'
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_{column}_check" {check}'
        )


def _rule(field: Field[Any], dialect: str) -> str:
    return str(field.get_for_dialect(dialect, "SQL_TYPE"))


async def _on_sqlite(client: Any, table: str, old: str, new: str) -> None:
    _, found = await client.execute_query("SELECT sql FROM sqlite_master WHERE name = ?", [table])
    written = str(found[0]["sql"])
    if written.count(old) != 1:
        raise RuntimeError(f"{table}: {old} is not what its table says")
    _, version = await client.execute_query("PRAGMA schema_version")
    await client.execute_query("PRAGMA writable_schema = ON")
    await client.execute_query(
        "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?",
        [written.replace(old, new), table],
    )
    await client.execute_query(f"PRAGMA schema_version = {int(version[0][0]) + 1}")
    await client.execute_query("PRAGMA writable_schema = OFF")

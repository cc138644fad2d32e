"""A database without tables begins with the newest schema: walking all migrations takes seconds.

Beside the migrations lies what they make together, for each kind of database. `make schema` writes
it, a test holds it to what the migrations make, and migrations that it does not know yet follow it.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

from bot.database_url import is_postgres

if TYPE_CHECKING:
    from tortoise.migrations.executor import MigrationExecutor

KNOWS: Final = "-- What all migrations make together, up to "
BETWEEN_STATEMENTS: Final = "\n\n"
RECORDS: Final = "tortoise_migrations"

_TABLES: Final = {
    False: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%'"
    " ESCAPE '!'",
    True: "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()",
}


def file_name(*, postgres: bool) -> str:
    """The name of the file for a kind of database, in the folder of the migrations."""
    return f"newest_{'postgres' if postgres else 'sqlite'}.sql"


async def begin(executor: MigrationExecutor, migrations: str) -> list[str]:
    """Make the newest schema if there is nothing yet; the names of the migrations in it.

    `migrations` is the package that holds them, and perhaps such a file. Needs the open transaction
    of the migrations, in which the table of records is there already.
    """
    connection = executor.connection
    schema = _schema(migrations, postgres=is_postgres(connection))
    if schema is None or not await _is_empty(executor):
        return []
    first, *statements = schema.strip().split(BETWEEN_STATEMENTS)
    for statement in statements:
        await connection.execute_query(statement)
    executor.loader.load_disk()
    newest = first.removeprefix(KNOWS)
    known = [key for key in executor.loader.disk_migrations if key.name <= newest]
    for key in known:
        await executor.recorder.record_applied(key.app_label, key.name)
    return [key.name for key in known]


def _schema(migrations: str, *, postgres: bool) -> str | None:
    file = files(migrations).joinpath(file_name(postgres=postgres))
    return file.read_text(encoding="utf-8") if file.is_file() else None


async def _is_empty(executor: MigrationExecutor) -> bool:
    """Whether there is no table but the one of records, and no record in that."""
    rows = await executor.connection.execute_query_dict(_TABLES[is_postgres(executor.connection)])
    return {row["name"] for row in rows} <= {RECORDS} and not (
        await executor.recorder.applied_migrations()
    )

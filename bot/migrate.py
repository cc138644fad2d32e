"""Bringing a database up to the newest migration, whole or not at all, one process at a time."""

from __future__ import annotations

import asyncio
import fcntl
import warnings
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget
from tortoise.migrations.loader import MigrationLoader
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.transactions import in_transaction
from typing_extensions import override

from bot import first_schema
from bot.database_url import MODELS, database_config, is_postgres, sqlite_file, telling_how_to_reach

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tortoise.backends.base.client import TransactionalDBClient

_ADVISORY_LOCK = 0x67756C6972  # "gulir"
_LOCK_PAUSE_SECONDS = 0.02


class MigrationBrokeReferences(Exception):
    """A migration left rows that point at nothing; it was undone."""


async def migrate(
    url: str, *, migrations: str = "models.migrations", begin_with_newest: bool = True
) -> list[str]:
    """Apply what is missing and return the names of the migrations applied, oldest first.

    All of them and their records are one transaction, so that a crash leaves the old schema.
    An empty database begins with the newest schema, unless it is to go through every one of them.
    Several processes may call this at once: one works, the others wait and find it done.
    Raises DatabaseUnreachable.
    """
    with telling_how_to_reach(url):
        async with _one_process_at_a_time(url), _migrating(url, migrations) as executor:
            begun = await first_schema.begin(executor, migrations) if begin_with_newest else []
            steps = await executor.plan(_NEWEST)
            await executor.migrate(_NEWEST, direction="forward")
            return [*begun, *(step.migration.name for step in steps)]


async def pending_migrations(url: str, *, migrations: str = "models.migrations") -> list[str]:
    """The names of migrations that this database still lacks; raises DatabaseUnreachable."""
    if url.startswith("sqlite://") and not sqlite_file(url).exists():
        missing_file = MigrationExecutor(None, _apps(migrations))  # type: ignore[arg-type]
        missing_file.loader.load_disk()
        return [key.name for key in missing_file.loader.disk_migrations]
    with telling_how_to_reach(url):
        async with _without_models(url) as context:
            connection = context.db()
            await connection.execute_query("SELECT 1")  # Tortoise takes any error for "none yet"
            executor = MigrationExecutor(connection, _apps(migrations))
            return [step.migration.name for step in await executor.plan(_NEWEST)]


_NEWEST = [MigrationTarget(app_label="models", name="__latest__")]


def _apps(migrations: str) -> dict[str, dict[str, Any]]:
    return {"models": {**MODELS, "models": [], "migrations": migrations}}


def _config(url: str) -> dict[str, Any]:
    """A configuration without the live models: migrations bring the models of their own day.

    Tortoise wants some module named, so it is given this one, in which there are none.
    """
    config = database_config(url)
    for connection in config["connections"].values():
        if "foreign_keys" in connection["credentials"]:
            # Rebuilding a SQLite table drops it first, which would cascade to its children.
            connection["credentials"]["foreign_keys"] = "OFF"
    return {**config, "apps": {"models": {**MODELS, "models": [__name__]}}}


class _InsideRecorder(MigrationRecorder):
    """Records inside the surrounding transaction, whose first statement made the table."""

    @override
    async def ensure_schema(self, schema_editor: Any) -> None:
        pass


@asynccontextmanager
async def _without_models(url: str) -> AsyncIterator[TortoiseContext]:
    async with TortoiseContext() as context:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=".* has no models")
            await context.init(_config(url), init_connections=False)
        yield context


@asynccontextmanager
async def _migrating(url: str, migrations: str) -> AsyncIterator[MigrationExecutor]:
    async with _without_models(url), in_transaction("default") as connection:
        if is_postgres(connection):
            await connection.execute_query(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
        executor = MigrationExecutor(connection, _apps(migrations))
        executor.recorder = _InsideRecorder(connection)
        executor.loader = MigrationLoader(_apps(migrations), executor.recorder, load=False)
        await _ensure_record_table(executor, connection)
        yield executor
        await _check_references(connection)


async def _ensure_record_table(
    executor: MigrationExecutor, connection: TransactionalDBClient
) -> None:
    editor = executor._schema_editor(atomic=True)  # noqa: SLF001 (Tortoise has no public way)
    table = editor._get_model_sql_data(executor.recorder.model).table_sql  # noqa: SLF001
    await connection.execute_query(table.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1))


async def _check_references(connection: TransactionalDBClient) -> None:
    if is_postgres(connection):
        return  # checked by the server at every statement
    broken = await connection.execute_query_dict("PRAGMA foreign_key_check")
    if broken:
        tables = ", ".join(sorted({str(row["table"]) for row in broken}))
        raise MigrationBrokeReferences(f"{len(broken)} rows of {tables} point at nothing")


@asynccontextmanager
async def _one_process_at_a_time(url: str) -> AsyncIterator[None]:
    """A lock on a file beside the SQLite file; PostgreSQL has its own, inside the transaction."""
    if not url.startswith("sqlite://"):
        yield
        return
    file = sqlite_file(url)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_name(f"{file.name}.migrating").open("w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                await asyncio.sleep(_LOCK_PAUSE_SECONDS)
        yield

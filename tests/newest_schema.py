"""Writes what all migrations make together into the files that an empty database begins with."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bot.first_schema import BETWEEN_STATEMENTS, KNOWS, RECORDS, file_name
from bot.migrate import migrate
from models import migrations
from tests.postgres import execute, throwaway_postgres

if TYPE_CHECKING:
    from tests.postgres import Postgres

FOLDER = Path(migrations.__file__).parent
_PUT_IN_BY_THE_PROGRAM = re.compile(r"--|SET |SELECT pg_catalog\.set_config|\\")
"""Lines that say nothing of the schema."""


async def of_sqlite(file: Path) -> str:
    """The text of the file for SQLite, from a database that all migrations make there."""
    names = await migrate(f"sqlite://{file}", begin_with_newest=False)
    return _text(names, statements_of_sqlite(file))


async def of_postgres(server: Postgres) -> str:
    """The text of the file for PostgreSQL.

    What one database tells is told to another, because PostgreSQL writes some checks anew once.
    """
    first, second = await server.create(), await server.create()
    try:
        names = await migrate(server.url(first), begin_with_newest=False)
        await execute(server.url(second), *statements_of_postgres(server, first))
        return _text(names, statements_of_postgres(server, second))
    finally:
        await server.drop(first)
        await server.drop(second)


def statements_of_sqlite(file: Path) -> list[str]:
    """What makes the tables, indexes and triggers of a database."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> ?"
            " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid",
            [RECORDS],
        )
        return [_without_blank_lines(sql) for (sql,) in rows]


def statements_of_postgres(server: Postgres, database: str) -> list[str]:
    """The same of PostgreSQL, by its own program; whose schema it is stays open."""
    dump = server.programs / "pg_dump"
    options = ["--schema-only", "--no-owner", "--no-privileges", "--exclude-table", f"{RECORDS}*"]
    text = subprocess.run(  # noqa: S603
        [dump, *options, "--host", server.folder, "--username", "postgres", database],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    lines = [line for line in text.splitlines() if not _PUT_IN_BY_THE_PROGRAM.match(line)]
    whole = "\n".join(lines).replace("public.", "")
    return [each for part in re.split(r"\n{2,}", whole) if (each := part.strip())]


def _text(names: list[str], statements: list[str]) -> str:
    return BETWEEN_STATEMENTS.join([f"{KNOWS}{names[-1]}", *statements]) + "\n"


def _without_blank_lines(sql: str) -> str:
    return "\n".join(line.rstrip() for line in sql.splitlines() if line.strip())


async def write() -> None:
    """Write both files."""
    with tempfile.TemporaryDirectory() as folder, throwaway_postgres() as server:
        sqlite, postgres = await of_sqlite(Path(folder) / "newest.db"), await of_postgres(server)
    (FOLDER / file_name(postgres=False)).write_text(sqlite, encoding="utf-8")
    (FOLDER / file_name(postgres=True)).write_text(postgres, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write())

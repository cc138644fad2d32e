"""What an empty database begins with is what all migrations make together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.database import migrate, pending_migrations
from bot.database_url import sqlite_file
from bot.first_schema import BETWEEN_STATEMENTS, file_name
from tests.newest_schema import (
    FOLDER,
    of_postgres,
    of_sqlite,
    statements_of_postgres,
    statements_of_sqlite,
)

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.postgres import Postgres

STALE = "the migrations make something else: run `make schema`"


def kept(*, postgres: bool) -> str:
    return (FOLDER / file_name(postgres=postgres)).read_text(encoding="utf-8")


def statements(*, postgres: bool) -> list[str]:
    return kept(postgres=postgres).strip().split(BETWEEN_STATEMENTS)[1:]


async def test_the_file_for_sqlite_is_what_the_migrations_make(tmp_path: Path) -> None:
    assert await of_sqlite(tmp_path / "gulir.db") == kept(postgres=False), STALE


async def test_the_file_for_postgres_is_what_the_migrations_make(postgres: Postgres) -> None:
    assert await of_postgres(postgres) == kept(postgres=True), STALE


async def test_an_empty_database_begins_with_the_file(
    database_kind: str, empty_database_url: str, request: pytest.FixtureRequest
) -> None:
    pending = await pending_migrations(empty_database_url)
    assert await migrate(empty_database_url) == pending
    assert await pending_migrations(empty_database_url) == []
    if database_kind == "sqlite":
        made = statements_of_sqlite(sqlite_file(empty_database_url))
    else:
        server = request.getfixturevalue("postgres")
        made = statements_of_postgres(server, _name(empty_database_url))
    assert made == statements(postgres=database_kind == "postgres")


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]

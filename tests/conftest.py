"""What every test may ask for: a migrated, empty database of its own, on both kinds of database.

async def test_something(database): ...           # runs twice: SQLite and PostgreSQL
@pytest.mark.only("sqlite")                       # runs once
async def test_something_of_sqlite(database): ...
"""

from __future__ import annotations

import asyncio
import shutil
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from bot.database import close_database, migrate, open_database
from tests.postgres import Postgres, throwaway_postgres

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator
    from pathlib import Path

KINDS = ("sqlite", "postgres")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "only(kind): run on this kind of database alone")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that wants a database once on each kind, unless it is marked for one."""
    if "database_kind" in metafunc.fixturenames:
        only = metafunc.definition.get_closest_marker("only")
        metafunc.parametrize("database_kind", only.args if only else KINDS, scope="function")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One real PostgreSQL server for the whole run, started when the first test needs it."""
    with throwaway_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    file = tmp_path_factory.mktemp("template") / "gulir.db"
    run_apart(migrate(f"sqlite://{file}"))
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgres) -> str:
    """The name of a migrated PostgreSQL database, to be copied."""
    run_apart(_execute(postgres, "CREATE DATABASE template_gulir"))
    run_apart(migrate(postgres.url("template_gulir")))
    return "template_gulir"


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a migrated, empty database that nobody else uses."""
    if database_kind == "sqlite":
        file = request.getfixturevalue("tmp_path") / "gulir.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite://{file}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    template = request.getfixturevalue("postgres_template")
    name = f"test_{uuid.uuid4().hex}"
    run_apart(_execute(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"))
    yield server.url(name)
    run_apart(_execute(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without any table."""
    if database_kind == "sqlite":
        yield f"sqlite://{request.getfixturevalue('tmp_path') / 'empty.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = f"empty_{uuid.uuid4().hex}"
    run_apart(_execute(server, f"CREATE DATABASE {name}"))
    yield server.url(name)
    run_apart(_execute(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[str]:
    """The same, opened: models may be used. Yields the address."""
    EXECUTOR_CACHE.clear()  # it remembers statements by table, whatever the kind of database
    await open_database(database_url)
    try:
        yield database_url
    finally:
        await close_database()
        EXECUTOR_CACHE.clear()


def run_apart(work: Coroutine[Any, Any, Any]) -> Any:
    """Finish a coroutine on a loop of its own, also from where a loop is running."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


async def _execute(server: Postgres, statement: str) -> None:
    connection = await asyncpg.connect(host=str(server.folder), user="postgres")
    try:
        await connection.execute(statement)
    finally:
        await connection.close()

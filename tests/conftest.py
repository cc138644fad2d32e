"""What every test may ask for: a migrated, empty database of its own, on both kinds of database.

async def test_something(database): ...           # runs twice: SQLite and PostgreSQL
@pytest.mark.only("sqlite")                       # runs once
async def test_something_of_sqlite(database): ...
"""

from __future__ import annotations

import asyncio
import functools
import shutil
import ssl
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from bot.database import close_database, migrate, open_database
from tests.postgres import Postgres, execute, throwaway_postgres
from tests.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator
    from pathlib import Path

KINDS = ("sqlite", "postgres")

# Every client reads all certificates of the world, 50 ms each time; no test meets any of them.
ssl.create_default_context = functools.cache(ssl.create_default_context)

# Emptying one database takes milliseconds, making another a third of a second. Triggers that
# refuse to delete (the ledger's) and references are off for the connection that cleans up.
REMEMBER_ROWS = """
DO $$ DECLARE name text; BEGIN
    CREATE SCHEMA remembered;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE remembered.%I AS TABLE public.%I', name, name);
    END LOOP;
END $$"""
RESTORE_ROWS = """
DO $$ DECLARE name text; used boolean; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', name) INTO used;
        IF used THEN
            EXECUTE format('DELETE FROM public.%I', name);
            EXECUTE format('INSERT INTO public.%I SELECT * FROM remembered.%I', name, name);
        END IF;
    END LOOP;
    FOR name IN SELECT sequencename FROM pg_sequences
                WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
        EXECUTE format('ALTER SEQUENCE public.%I RESTART', name);
    END LOOP;
END $$"""
HANG_UP_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write what the bot says into the transcripts"
    )
    parser.addoption(
        "--webhooks", type=int, default=400, help="how many webhooks the soak lets WhatsApp post"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "only(kind): run on this kind of database alone")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that wants a database once on each kind, unless it is marked for one."""
    marks = metafunc.definition.iter_markers("parametrize")
    is_chosen = any("database_kind" in mark.args[0] for mark in marks)
    if "database_kind" in metafunc.fixturenames and not is_chosen:
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
def migrated_postgres(postgres: Postgres) -> str:
    """The address of a migrated PostgreSQL database, shared by all tests, one after the other."""
    run_apart(execute(postgres.url("postgres"), "CREATE DATABASE gulir"))
    url = postgres.url("gulir")
    run_apart(migrate(url))
    run_apart(execute(url, REMEMBER_ROWS))
    return url


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a migrated database with only the rows that migrations put there."""
    if database_kind == "sqlite":
        file = request.getfixturevalue("tmp_path") / "gulir.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite://{file}"
        return
    url: str = request.getfixturevalue("migrated_postgres")
    yield url
    run_apart(execute(url, HANG_UP_OTHERS, RESTORE_ROWS))


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    """What many chats begin with, made once."""
    return Worlds(tmp_path_factory.mktemp("worlds"))


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without any table."""
    if database_kind == "sqlite":
        yield f"sqlite://{request.getfixturevalue('tmp_path') / 'empty.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = run_apart(server.create())
    yield server.url(name)
    run_apart(server.drop(name))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[str]:
    """The same, opened: models may be used. Yields the address."""
    await open_database(database_url)
    try:
        yield database_url
    finally:
        await close_database()


def run_apart(work: Coroutine[Any, Any, Any]) -> Any:
    """Finish a coroutine on a loop of its own, also from where a loop is running."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()

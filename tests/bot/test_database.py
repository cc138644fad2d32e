"""The database as every process finds it: what the ORM would get wrong by itself is held here."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
from tortoise.exceptions import IntegrityError, OperationalError

from bot.database import (
    PASSING_TROUBLE,
    DatabaseUnreachable,
    DatabaseUrlWrong,
    close_database,
    connection,
    database_config,
    is_postgres,
    migrate,
    open_database,
    pending_migrations,
    transaction,
    without_password,
)
from bot.database_url import sqlite_file
from bot.migrate import MigrationBrokeReferences
from tests.bot.trial.tables import Payment, Slip
from tests.hygiene import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

TRIAL_MIGRATIONS = "tests.bot.trial.migrations"
TRIAL_TABLES = "tests.bot.trial.tables"
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


async def pay(amount: int = 500_000) -> Payment:
    return await Payment.create(paid_at=NOON, amount=amount)


async def worker(*arguments: str) -> tuple[int, str]:
    """Run another process at the same database; its exit code and all that it said."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bot.trial.worker", *arguments),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


# --- addresses ------------------------------------------------------------------------------


def test_the_address_of_a_file_may_be_relative_or_absolute() -> None:
    assert sqlite_file("sqlite://data/gulir.db") == Path("data/gulir.db")
    assert sqlite_file("sqlite:///var/lib/gulir/gulir.db") == Path("/var/lib/gulir/gulir.db")


def test_a_postgres_address_gives_host_port_user_password_and_name() -> None:
    config = database_config("postgres://gu%40lir:p%2Fw@db.example:6432/fund?maxsize=3")
    credentials = config["connections"]["default"]["credentials"]
    expected = {"host": "db.example", "port": 6432, "user": "gu@lir", "password": "p/w"}
    assert expected.items() <= credentials.items()
    assert credentials["database"] == "fund"
    assert credentials["maxsize"] == 3


def test_a_postgres_address_may_name_the_folder_of_a_socket() -> None:
    config = database_config("postgresql://gulir@/fund?host=/run/postgresql&sslmode=disable")
    credentials = config["connections"]["default"]["credentials"]
    assert credentials["host"] == "/run/postgresql"
    assert credentials["ssl"] == "disable"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://x/y", "sqlite:// or postgres://"),
        ("gulir.db", "sqlite:// or postgres://"),
        ("sqlite://", "path of a file"),
        ("sqlite://:memory:", "path of a file"),
        ("postgres://host", "name of the database"),
        ("postgres://host:port/x", "port cannot be read"),
        ("postgres://host/x?colour=red", "colour is not known"),
        ("postgres://host/x?maxsize=many", "maxsize must be a number"),
    ],
)
def test_an_address_that_cannot_be_read_says_why(url: str, says: str) -> None:
    with pytest.raises(DatabaseUrlWrong, match=says):
        database_config(url)


def test_an_address_is_shown_without_its_password() -> None:
    assert without_password("postgres://me:secret@h:1/x") == "postgres://me:***@h:1/x"
    assert without_password("sqlite://data/x.db") == "sqlite://data/x.db"


# --- opening --------------------------------------------------------------------------------


@pytest.mark.only("sqlite")
async def test_sqlite_is_opened_for_several_processes_and_power_cuts(trial: str) -> None:
    async def pragma(name: str) -> Any:
        (row,) = await connection().execute_query_dict(f"PRAGMA {name}")
        return next(iter(row.values()))

    assert await pragma("journal_mode") == "wal"
    assert await pragma("synchronous") == 2
    assert await pragma("busy_timeout") == 5000
    assert await pragma("foreign_keys") == 1


@pytest.mark.only("sqlite")
async def test_opening_makes_the_folder_of_the_file(database_kind: str, tmp_path: Path) -> None:
    await open_database(f"sqlite://{tmp_path / 'new' / 'folder' / 'x.db'}", tables=TRIAL_TABLES)
    await close_database()
    assert (tmp_path / "new" / "folder" / "x.db").exists()


@pytest.mark.parametrize("action", [open_database, migrate, pending_migrations])
async def test_an_unreachable_server_is_named_without_its_password(
    tmp_path: Path, action: Callable[[str], Any]
) -> None:
    url = f"postgres://gulir:secret@/fund?host={tmp_path}"
    with pytest.raises(DatabaseUnreachable, match="Check DATABASE_URL") as caught:
        await action(url)
    assert str(tmp_path) in str(caught.value)
    assert "secret" not in str(caught.value)


async def test_a_database_file_in_an_impossible_place_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnreachable, match="cannot be reached"):
        await open_database(f"sqlite://{tmp_path / 'file' / 'gulir.db'}")


async def test_after_a_failed_opening_another_one_succeeds(trial_url: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable):
        await open_database(f"postgres://x@/y?host={tmp_path}", tables=TRIAL_TABLES)
    await open_database(trial_url, tables=TRIAL_TABLES)
    await pay()
    await close_database()


async def test_opening_twice_is_a_mistake_that_is_noticed(trial: str) -> None:
    with pytest.raises(RuntimeError, match="open already"):
        await open_database(trial, tables=TRIAL_TABLES)


async def test_every_task_finds_the_database_wherever_it_was_opened(trial_url: str) -> None:
    await asyncio.create_task(open_database(trial_url, tables=TRIAL_TABLES))
    try:
        await asyncio.gather(pay(1), asyncio.create_task(pay(2)))

        async def handler() -> int:
            async with transaction():
                return await Payment.all().count()

        assert await asyncio.create_task(handler()) == 2
    finally:
        await asyncio.create_task(close_database())


# --- transactions ---------------------------------------------------------------------------


async def test_all_of_a_transaction_happens_or_nothing(trial: str) -> None:
    async def fail() -> None:
        async with transaction():
            await pay()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await Payment.all().count() == 0


async def test_an_inner_transaction_can_fail_alone(trial: str) -> None:
    async def fail() -> None:
        async with transaction():
            await pay(2)
            await connection().execute_query("UPDATE trial_payment SET amount = 0")

    async with transaction():
        await pay(1)
        with pytest.raises(IntegrityError):
            await fail()
        await pay(3)
    assert set(await Payment.all().values_list("amount", flat=True)) == {1, 3}


async def test_a_cancelled_transaction_leaves_nothing_and_blocks_nobody(trial: str) -> None:
    inside = asyncio.Event()

    async def slow() -> None:
        async with transaction():
            await pay()
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(slow())
    await inside.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(2), transaction():
        assert await Payment.all().count() == 0


async def test_the_connection_inside_a_transaction_is_the_transaction(trial: str) -> None:
    outside = connection()
    async with transaction() as inside:
        assert connection() is inside
        assert is_postgres(inside) is is_postgres(outside)
    assert connection() is outside


async def test_rows_cannot_point_at_nothing(trial: str) -> None:
    with pytest.raises(IntegrityError):
        await Slip.create(payment_id=4711)
    payment = await pay()
    await Slip.create(payment=payment)
    await payment.delete()
    assert await Slip.all().count() == 0


async def test_processes_that_read_and_then_write_wait_for_each_other(trial_url: str) -> None:
    await open_database(trial_url, tables=TRIAL_TABLES)
    await pay()
    await close_database()
    results = await asyncio.gather(*[worker("raise", trial_url, "60") for _ in range(3)])
    assert [code for code, _ in results] == [0, 0, 0], results
    await open_database(trial_url, tables=TRIAL_TABLES)
    try:
        assert (await Payment.get(id=1)).balance == 180
    finally:
        await close_database()


@pytest.mark.only("sqlite")
async def test_a_lock_that_never_comes_is_an_error_and_then_forgotten(trial: str) -> None:
    await connection().execute_query("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(sqlite_file(trial), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        async with transaction():
            pass
    other.execute("ROLLBACK")
    other.close()
    async with asyncio.timeout(2):
        await asyncio.create_task(pay())  # would wait for ever for the lock of the failed one
    async with asyncio.timeout(2), transaction():
        assert await Payment.all().count() == 1


@pytest.mark.only("sqlite")
async def test_a_transaction_cancelled_while_it_waits_for_the_lock_blocks_nobody(
    trial: str,
) -> None:
    other = sqlite3.connect(sqlite_file(trial), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def wait() -> None:
        async with transaction():
            pytest.fail("the lock was held by somebody else")

    task = asyncio.create_task(wait())
    await asyncio.sleep(0.02)
    task.cancel()
    other.execute("ROLLBACK")
    other.close()
    await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(2), transaction():
        await pay()
    assert await Payment.all().count() == 1


@pytest.mark.only("postgres")
async def test_connections_that_die_before_begin_go_back_to_the_pool(trial: str) -> None:
    killer = await asyncpg.connect(trial)
    try:
        for _ in range(12):  # more often than the pool has connections
            async with transaction() as inside:
                rows = await inside.execute_query_dict("SELECT pg_backend_pid() AS pid")
            await killer.execute("SELECT pg_terminate_backend($1)", rows[0]["pid"])
            with contextlib.suppress(*PASSING_TROUBLE):
                async with asyncio.timeout(2), transaction():
                    await pay()
    finally:
        await killer.close()
    async with asyncio.timeout(2), transaction():
        await pay()


@pytest.mark.only("postgres")
async def test_a_task_forgets_a_connection_that_dies_while_it_is_given_back(
    trial: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its next transaction would be a savepoint on the dead one, and so on for ever."""

    async def dying(self: Any, connection: Any) -> None:
        await release(self, connection)
        raise asyncpg.InterfaceError("died while it was reset")

    release = asyncpg.pool.Pool.release
    with monkeypatch.context() as patched:
        patched.setattr(asyncpg.pool.Pool, "release", dying)
        with pytest.raises(asyncpg.InterfaceError):
            async with transaction():
                await pay()
    async with asyncio.timeout(2), transaction():
        await pay()


@pytest.mark.only("postgres")
async def test_a_begin_that_fails_gives_its_connection_back(
    trial: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(self: Any) -> None:
        raise asyncpg.InterfaceError("gone")

    async def begin() -> None:
        async with asyncio.timeout(2), transaction():
            pytest.fail("it had begun")

    with monkeypatch.context() as patched:
        patched.setattr(asyncpg.transaction.Transaction, "start", broken)
        for _ in range(12):  # more often than the pool has connections
            with pytest.raises(asyncpg.InterfaceError):
                await asyncio.create_task(begin())  # each in a task, as messages are
    async with asyncio.timeout(2), transaction():
        await pay()


# --- migrations -----------------------------------------------------------------------------


async def test_migrating_applies_what_is_missing_and_then_nothing(empty_database_url: str) -> None:
    names = ["0001_initial", "0002_reminders"]
    url = empty_database_url
    assert await pending_migrations(url, migrations=TRIAL_MIGRATIONS) == names
    assert await migrate(url, migrations=TRIAL_MIGRATIONS) == names
    assert await pending_migrations(url, migrations=TRIAL_MIGRATIONS) == []
    assert await migrate(url, migrations=TRIAL_MIGRATIONS) == []


@pytest.mark.only("sqlite")
async def test_asking_what_is_pending_makes_no_file(empty_database_url: str) -> None:
    await pending_migrations(empty_database_url, migrations=TRIAL_MIGRATIONS)
    assert not sqlite_file(empty_database_url).exists()


async def test_the_migrations_of_gulir_make_the_tables_of_gulir(database: str) -> None:
    from models import tables  # noqa: PLC0415

    assert await pending_migrations(database) == []
    for name in tables.__all__:
        assert await getattr(tables, name).all().limit(1) == []


async def test_several_processes_may_migrate_at_once(empty_database_url: str) -> None:
    url = empty_database_url
    results = await asyncio.gather(*[worker("migrate", url) for _ in range(3)])
    assert [code for code, _ in results] == [0, 0, 0], results
    said = sorted(text.split() for _, text in results)
    assert said == [[], [], ["0001_initial", "0002_reminders"]]


async def test_a_migration_that_fails_leaves_the_old_schema_whole(empty_database_url: str) -> None:
    url = empty_database_url
    with pytest.raises(ZeroDivisionError):
        await migrate(url, migrations="tests.bot.trial.broken_migrations")
    assert len(await pending_migrations(url, migrations="tests.bot.trial.broken_migrations")) == 2
    assert len(await migrate(url, migrations=TRIAL_MIGRATIONS)) == 2


@pytest.mark.only("sqlite")
async def test_a_migration_that_orphans_rows_is_undone(trial: str) -> None:
    await Slip.create(payment=await pay())
    await close_database()
    with pytest.raises(MigrationBrokeReferences, match="trial_slip"):
        await migrate(trial, migrations="tests.bot.trial.orphaning_migrations")
    await open_database(trial, tables=TRIAL_TABLES)
    assert await Payment.all().count() == 1


async def test_tortoises_own_command_line_finds_the_configuration(
    empty_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot import database  # noqa: PLC0415

    monkeypatch.setenv("DATABASE_URL", empty_database_url)
    assert empty_database_url.endswith(
        database.TORTOISE_ORM["connections"]["default"]["credentials"].get("file_path", "")
    )
    monkeypatch.delenv("DATABASE_URL")
    credentials = database.TORTOISE_ORM["connections"]["default"]["credentials"]
    assert credentials["file_path"] == "data/gulir.db"

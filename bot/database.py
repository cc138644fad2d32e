"""The database: opening and closing it, and the one way to open a transaction."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.connection import get_connection
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from bot.database_url import (
    PASSING_TROUBLE,
    DatabaseUnreachable,
    DatabaseUrlWrong,
    database_config,
    is_postgres,
    sqlite_file,
    telling_how_to_reach,
    without_password,
)
from bot.migrate import migrate, pending_migrations

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient

__all__ = [
    "PASSING_TROUBLE",
    "DatabaseUnreachable",
    "DatabaseUrlWrong",
    "close_database",
    "connection",
    "database_config",
    "is_postgres",
    "migrate",
    "open_database",
    "pending_migrations",
    "transaction",
    "without_password",
]


@dataclass
class _Opened:
    context: TortoiseContext | None = None


_opened = _Opened()


async def open_database(url: str, *, tables: str = "models.tables") -> None:
    """Open the database for every task of this process; raises DatabaseUnreachable.

    `tables` names the module of the models.
    """
    if _opened.context is not None:
        raise RuntimeError("the database is open already")
    EXECUTOR_CACHE.clear()  # Tortoise keeps statements by table, whatever the kind of database.
    config = database_config(url, tables)
    context = TortoiseContext()
    with telling_how_to_reach(url):
        if url.startswith("sqlite://"):
            sqlite_file(url).parent.mkdir(parents=True, exist_ok=True)
        with context:  # only while models are read: afterwards every task finds the fallback
            await context.init(config, _enable_global_fallback=True)
        try:
            await context.db().execute_query("SELECT 1")
        except BaseException:
            await context.close_connections()
            raise
    _opened.context = context


async def close_database() -> None:
    """Close what is open; without this a process with SQLite never ends."""
    context, _opened.context = _opened.context, None
    if context is not None:
        await context.close_connections()


@asynccontextmanager
async def transaction() -> AsyncIterator[TransactionalDBClient]:
    """The one way to open a transaction: all of it happens, or nothing.

    Inside another one it is a savepoint. Nothing may be sent or awaited from outside meanwhile.
    """
    async with in_transaction("default") as connection:
        yield connection


def connection() -> BaseDBAsyncClient:
    """The open transaction of this task, or else the plain connection."""
    return get_connection("default")


def __getattr__(name: str) -> Any:
    """TORTOISE_ORM, for the `tortoise` command line, is read from DATABASE_URL when asked for."""
    if name == "TORTOISE_ORM":
        return database_config(os.environ.get("DATABASE_URL") or "sqlite://data/gulir.db")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

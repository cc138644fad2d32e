"""Which database: its address, what Tortoise makes of it, and what to say when it is away."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

import asyncpg
from tortoise.exceptions import DBConnectionError, OperationalError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tortoise.backends.base.client import BaseDBAsyncClient

MODELS = {
    "models": ["models.tables"],
    "default_connection": "default",
    "migrations": "models.migrations",
}

_SQLITE = {
    "busy_timeout": 5000,  # milliseconds; first, because the next lines may have to wait
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "journal_size_limit": 64 * 1024 * 1024,
}
_CONNECT_SECONDS = 10
_OPTIONS = {"minsize": int, "maxsize": int, "command_timeout": float, "statement_cache_size": int}
_UNREACHABLE = (
    OSError,
    TimeoutError,
    sqlite3.Error,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    DBConnectionError,
    OperationalError,
)


PASSING_TROUBLE = (
    OSError,
    TimeoutError,
    OperationalError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # how asyncpg reports some connections that die under BEGIN
    asyncpg.DeadlockDetectedError,
    asyncpg.LockNotAvailableError,
    asyncpg.SerializationError,
    asyncpg.OperatorInterventionError,
)
"""What a transaction may raise although nothing is wrong with it: repeat it after a pause."""


class DatabaseUrlWrong(ValueError):
    """DATABASE_URL cannot be read; the text says why."""


class DatabaseUnreachable(Exception):
    """The database cannot be opened; the text names it without its password, and the mending."""


def database_config(url: str, tables: str = "models.tables") -> dict[str, Any]:
    """Tortoise's configuration for `sqlite://PATH` or `postgres://USER:PASSWORD@HOST:PORT/NAME`.

    A PostgreSQL socket is `postgres://USER@/NAME?host=/DIRECTORY`; other options are `sslmode`,
    `minsize` and `maxsize` of the pool. Raises DatabaseUrlWrong.
    """
    scheme = url.partition("://")[0]
    if scheme == "sqlite":
        connection = {
            "engine": "bot.sqlite_immediate",
            "credentials": {"file_path": str(sqlite_file(url)), **_SQLITE},
        }
    elif scheme in {"postgres", "postgresql"}:
        connection = {"engine": "bot.asyncpg_released", "credentials": _postgres_credentials(url)}
    else:
        raise DatabaseUrlWrong("it must begin with sqlite:// or postgres://")
    return {
        "connections": {"default": connection},
        "apps": {"models": {**MODELS, "models": [tables]}},
        "use_tz": True,
        "timezone": "UTC",
    }


def sqlite_file(url: str) -> Path:
    """The file of a `sqlite://PATH` address; raises DatabaseUrlWrong without one."""
    path = unquote(url.removeprefix("sqlite://").partition("?")[0])
    if not path or path == ":memory:":
        raise DatabaseUrlWrong("sqlite:// must be followed by the path of a file")
    return Path(path)


def without_password(url: str) -> str:
    """The address of a database, fit for logs and for people."""
    parts = urlsplit(url)
    if parts.password is None:
        return url
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{parts.username}:***@{host}").geturl()


def _postgres_credentials(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError as error:
        raise DatabaseUrlWrong("the host or the port cannot be read") from error
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    credentials: dict[str, Any] = {
        "host": options.pop("host", None) or parts.hostname,
        "port": port,
        "user": unquote(parts.username) if parts.username else None,
        "password": unquote(parts.password) if parts.password else None,
        "database": unquote(parts.path.lstrip("/")) or None,
        "timeout": _CONNECT_SECONDS,
        "application_name": "gulir",
        "maxsize": 10,
    }
    if not credentials["database"]:
        raise DatabaseUrlWrong("the name of the database is missing after the host")
    if sslmode := options.pop("sslmode", None):
        credentials["ssl"] = sslmode
    for name, value in options.items():
        if name not in _OPTIONS:
            raise DatabaseUrlWrong(f"the option {name} is not known")
        try:
            credentials[name] = _OPTIONS[name](value)
        except ValueError as error:
            raise DatabaseUrlWrong(f"the option {name} must be a number") from error
    return credentials


def is_postgres(connection: BaseDBAsyncClient) -> bool:
    """Whether this connection, or transaction, speaks PostgreSQL (and not SQLite)."""
    return connection.capabilities.dialect == "postgres"


@contextmanager
def telling_how_to_reach(url: str) -> Iterator[None]:
    """Turn whatever a driver raises into DatabaseUnreachable, with the address and the mending."""
    try:
        yield
    except _UNREACHABLE as error:
        where = without_password(url)
        what = str(error) or type(error).__name__
        raise DatabaseUnreachable(
            f"The database {where} cannot be reached: {what}. "
            "Check DATABASE_URL, and that the database runs and lets this user in."
        ) from error

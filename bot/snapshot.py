"""Reading for long: all of it sees the database of one moment, and nobody waits for it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tortoise.connection import get_connections

from bot.database import connection, is_postgres, transaction
from bot.sqlite_immediate import ImmediateClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@asynccontextmanager
async def standing_still() -> AsyncIterator[None]:
    """All statements inside see one moment, and everybody goes on writing; nothing can be written.

    It begins outside of any transaction.
    """
    shared = connection()
    if isinstance(shared, ImmediateClient):
        async with _another_connection(shared):
            yield
    elif is_postgres(shared):
        async with transaction() as reading:
            await reading.execute_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        raise RuntimeError("a transaction that writes is open already")


@asynccontextmanager
async def _another_connection(shared: ImmediateClient) -> AsyncIterator[None]:
    """SQLite: this task reads from a connection of its own, in the snapshot that WAL gives it."""
    reading = ImmediateClient(
        shared.filename, connection_name=shared.connection_name, **shared.pragmas
    )
    await reading.create_connection(with_db=True)
    token = get_connections().set(reading.connection_name, reading)
    try:
        await reading.execute_query("PRAGMA query_only = ON")
        await reading.execute_query("BEGIN DEFERRED")
        yield
    finally:
        get_connections().reset(token)
        await reading.close()  # which ends the transaction, too

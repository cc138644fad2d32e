"""SQLite for Tortoise, with transactions that take the write lock when they begin.

Tortoise begins DEFERRED: two processes that read and then write both fail with "database is
locked" at once, whatever busy_timeout says. BEGIN IMMEDIATE makes the second one wait instead.
It can itself run out of patience, and Tortoise would then keep its own lock for ever, so that
every later statement hangs; here the lock is given back.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tortoise.backends.base.client import NestedTransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError
from typing_extensions import override

if TYPE_CHECKING:
    from tortoise.backends.base.client import TransactionalDBClient, TransactionContext


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that may write from its first statement on."""

    @override
    async def begin(self) -> None:
        """Wait for the write lock; raises OperationalError when busy_timeout has passed."""
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error

    @override
    def _in_transaction(self) -> TransactionContext:
        return NestedTransactionContext(ImmediateTransaction(self))


class ImmediateTransactionContext(SqliteTransactionContext):
    """Holds the connection's lock exactly as long as the transaction lives."""

    __slots__ = ()

    @override
    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
        except BaseException:
            await self._leave_no_transaction_open()
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        transaction: TransactionalDBClient = self.connection
        return transaction

    async def _leave_no_transaction_open(self) -> None:
        """Undo a BEGIN that SQLite finished although its task was cancelled meanwhile."""
        opened = self.connection._connection  # noqa: SLF001 (Tortoise has no public way)
        if opened is not None:
            await opened.rollback()


class ImmediateClient(SqliteClient):
    """The one connection of this process to its SQLite file."""

    @override
    def _in_transaction(self) -> TransactionContext:
        return ImmediateTransactionContext(ImmediateTransaction(self), self._lock)


client_class = ImmediateClient

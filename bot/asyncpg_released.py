"""PostgreSQL for Tortoise, giving a pooled connection back when a transaction cannot begin.

Tortoise takes a connection out of the pool and then says BEGIN. When that fails, because the
server went away or the task was cancelled, it never returns the connection: after a few
such failures the pool is empty and every later statement waits for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionContextPooled
from tortoise.connection import get_connections
from typing_extensions import override

if TYPE_CHECKING:
    from tortoise.backends.base.client import TransactionalDBClient, TransactionContext


class ReleasingTransactionContext(TransactionContextPooled):
    """Holds a pooled connection exactly as long as the transaction lives."""

    __slots__ = ()

    @override
    async def __aenter__(self) -> TransactionalDBClient:
        await self.ensure_connection()
        pool = self.client._parent._pool  # noqa: SLF001 (Tortoise has no public way)
        self.client._connection = await pool.acquire()  # noqa: SLF001
        try:
            await self.client.begin()
        except BaseException:
            await pool.release(self.client._connection)  # noqa: SLF001
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client


class ReleasingClient(AsyncpgDBClient):
    """This process's pool of connections to PostgreSQL."""

    @override
    def _in_transaction(self) -> TransactionContext:
        return ReleasingTransactionContext(TransactionWrapper(self), self._pool_init_lock)


client_class = ReleasingClient

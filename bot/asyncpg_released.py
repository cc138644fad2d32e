"""PostgreSQL for Tortoise, giving a pooled connection back when a transaction cannot begin.

Tortoise takes a connection out of the pool and then says BEGIN. When that fails, because the
server went away or the task was cancelled, it never returns the connection: after a few
such failures the pool is empty and every later statement waits for ever. And when giving back a
dying connection fails, the task goes on believing that it is inside that transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionContextPooled
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError
from typing_extensions import override

if TYPE_CHECKING:
    from types import TracebackType

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

    @override
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        """As Tortoise does, but the task forgets the connection even if giving it back fails.

        Else every later transaction of the task would be a savepoint on a dead connection.
        """
        try:
            if not self.client._finalized:  # noqa: SLF001
                if exc_type is None:
                    await self.client.commit()
                elif exc_type is not TransactionManagementError:
                    await self.client.rollback()
        finally:
            try:
                if pool := self.client._parent._pool:  # noqa: SLF001
                    await pool.release(self.client._connection)  # noqa: SLF001
            finally:
                get_connections().reset(self.token)


class ReleasingClient(AsyncpgDBClient):
    """This process's pool of connections to PostgreSQL."""

    @override
    def _in_transaction(self) -> TransactionContext:
        return ReleasingTransactionContext(TransactionWrapper(self), self._pool_init_lock)


client_class = ReleasingClient

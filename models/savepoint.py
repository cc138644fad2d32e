"""A part of the caller's transaction that may fail alone."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@asynccontextmanager
async def savepoint() -> AsyncIterator[None]:
    """What is written inside is undone when it raises; the transaction around it goes on.

    Raises RuntimeError outside a transaction, which only `bot` opens.
    """
    inside = isinstance(get_connection("default"), TransactionalDBClient)
    if not inside:
        raise RuntimeError("a savepoint stands inside a transaction of the caller only")
    async with in_transaction("default"):
        yield

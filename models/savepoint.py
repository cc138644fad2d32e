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
    if not _inside():
        raise RuntimeError("a savepoint stands inside a transaction of the caller only")
    async with in_transaction("default"):
        yield


@asynccontextmanager
async def reading_apart() -> AsyncIterator[None]:
    """The same for what only reads, also in a snapshot of SQLite, where nothing is to be undone."""
    if not _inside():
        yield
        return
    async with in_transaction("default"):
        yield


def _inside() -> bool:
    return isinstance(get_connection("default"), TransactionalDBClient)

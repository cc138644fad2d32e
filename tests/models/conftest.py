"""Temporary: tables by generate_schemas until the first migration exists."""

import pytest
from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE
import models.tables, models.ledger_tables as lt

for n in ("Account", "JournalEntry", "Posting", "Allocation"):
    setattr(models.tables, n, getattr(lt, n))
    if n not in models.tables.__all__:
        models.tables.__all__.append(n)
from bot.database import close_database, open_database, connection
from models.ledger_guards import install_ledger_guards


@pytest.fixture
async def database(empty_database_url):
    EXECUTOR_CACHE.clear()
    await open_database(empty_database_url)
    await Tortoise.generate_schemas()
    await install_ledger_guards(connection())
    try:
        yield empty_database_url
    finally:
        await close_database()
        EXECUTOR_CACHE.clear()

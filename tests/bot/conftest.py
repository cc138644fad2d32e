"""The trial schema, on both kinds of database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.database import close_database, migrate, open_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TRIAL_MIGRATIONS = "tests.bot.trial.migrations"
TRIAL_TABLES = "tests.bot.trial.tables"


@pytest.fixture
async def trial_url(empty_database_url: str) -> str:
    """The address of a database with the trial tables."""
    await migrate(empty_database_url, migrations=TRIAL_MIGRATIONS)
    return empty_database_url


@pytest.fixture
async def trial(trial_url: str) -> AsyncIterator[str]:
    """The same, opened."""
    await open_database(trial_url, tables=TRIAL_TABLES)
    try:
        yield trial_url
    finally:
        await close_database()

"""The world of the bench: leaders with a running loan each, for Gulir and for its rival."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from bot.database import close_database, migrate, open_database, transaction
from models.contact import Address
from tests.builders import a_loan, a_programme

if TYPE_CHECKING:
    from pathlib import Path

_PRINCIPAL = 20_000_000
"""Rupiah, in 20 instalments."""


async def settle(database_url: str, leaders: int) -> list[int]:
    """Migrate a database and fill it; returns the Telegram ids of the leaders."""
    await migrate(database_url)
    await open_database(database_url)
    try:
        async with transaction():
            programme = await a_programme(capital=_PRINCIPAL * leaders)
            lent = [await a_loan(principal=_PRINCIPAL, programme=programme) for _ in range(leaders)]
        people = [each.leader.id for each in lent]
        ids = await Address.filter(person_id__in=people).values_list("external_id", flat=True)
        return sorted(int(str(external_id)) for external_id in ids)
    finally:
        await close_database()


def settle_rival(file: Path, leaders: list[int]) -> None:
    """The same leaders, as much of them as the rival needs to know."""
    connection = sqlite3.connect(file)
    connection.executescript(
        """
        PRAGMA journal_mode = WAL;
        CREATE TABLE leader (telegram_id INTEGER PRIMARY KEY, group_name TEXT NOT NULL);
        CREATE TABLE report (
            id INTEGER PRIMARY KEY, telegram_id INTEGER NOT NULL, amount INTEGER NOT NULL,
            paid_on TEXT NOT NULL, method TEXT NOT NULL, submitted_at TEXT NOT NULL
        );
        """
    )
    connection.executemany(
        "INSERT INTO leader VALUES (?, ?)",
        [(leader, "KUBE Jahe Merah Mekar") for leader in leaders],
    )
    connection.commit()
    connection.close()

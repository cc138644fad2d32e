"""Another process at the same database, for tests of what several processes do to each other.

python -m tests.bot.trial.worker migrate URL
python -m tests.bot.trial.worker raise URL TIMES     read a balance, then write it one higher
"""

from __future__ import annotations

import asyncio
import sys

from bot.database import close_database, connection, migrate, open_database, transaction

MIGRATIONS = "tests.bot.trial.migrations"
TABLES = "tests.bot.trial.tables"


async def raise_balance(url: str, times: int) -> None:
    from tests.bot.trial.tables import Payment  # noqa: PLC0415

    await open_database(url, tables=TABLES)
    try:
        for _ in range(times):
            async with transaction():
                lock = "" if url.startswith("sqlite") else " FOR UPDATE"
                statement = f"SELECT balance FROM trial_payment WHERE id = 1{lock}"
                rows = await connection().execute_query_dict(statement)
                await Payment.filter(id=1).update(balance=rows[0]["balance"] + 1)
    finally:
        await close_database()


async def migrate_trial(url: str) -> None:
    print(" ".join(await migrate(url, migrations=MIGRATIONS)))  # noqa: T201


if __name__ == "__main__":
    if sys.argv[1] == "migrate":
        asyncio.run(migrate_trial(sys.argv[2]))
    else:
        asyncio.run(raise_balance(sys.argv[2], int(sys.argv[3])))

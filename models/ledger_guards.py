"""Triggers that keep journal and audit trail append-only, whoever holds the connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tortoise.backends.base.client import BaseDBAsyncClient

_FROZEN_TABLES: Final = ("journal_entry", "posting", "allocation", "audit_event")
_FROZEN_COLUMNS: Final = ("id", "code", "kind", "programme_id", "loan_id", "group_id")
"""Of an account: only its running balance may change."""

_REFUSE: Final = """
    CREATE OR REPLACE FUNCTION gulir_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$
"""


async def install_ledger_guards(connection: BaseDBAsyncClient) -> None:
    """Create the triggers, on SQLite or PostgreSQL; doing it again changes nothing.

    The refusal reaches the caller as Tortoise's IntegrityError on both.
    """
    await remove_ledger_guards(connection)
    postgres = connection.capabilities.dialect == "postgres"
    if postgres:
        await connection.execute_query(_REFUSE)
    for name, table, event in _guards():
        body = (
            "EXECUTE FUNCTION gulir_refuse()"
            if postgres
            else f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
        await connection.execute_query(
            f'CREATE TRIGGER {name} BEFORE {event} ON "{table}" FOR EACH ROW {body}'
        )


async def remove_ledger_guards(connection: BaseDBAsyncClient) -> None:
    """Drop the triggers: for migrating backwards only."""
    postgres = connection.capabilities.dialect == "postgres"
    for name, table, _ in _guards():
        where = f' ON "{table}"' if postgres else ""
        await connection.execute_query(f"DROP TRIGGER IF EXISTS {name}{where}")


def _guards() -> list[tuple[str, str, str]]:
    """Name, table and event of every trigger."""
    columns = ", ".join(f'"{column}"' for column in _FROZEN_COLUMNS)
    guards = [
        (f"{table}_refuse_{event.lower()}", table, event)
        for table in _FROZEN_TABLES
        for event in ("UPDATE", "DELETE")
    ]
    guards.append(("account_refuse_update", "account", f"UPDATE OF {columns}"))
    guards.append(("account_refuse_delete", "account", "DELETE"))
    return guards

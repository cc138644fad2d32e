"""Triggers that keep journal and audit trail append-only, whoever holds the connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tortoise.backends.base.client import BaseDBAsyncClient

Guard: TypeAlias = tuple[str, str, str]
"""Name, table and event of a trigger."""

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
    await _install(connection, _ledger_guards())


async def remove_ledger_guards(connection: BaseDBAsyncClient) -> None:
    """Drop the triggers: for migrating backwards only."""
    await _remove(connection, _ledger_guards())


async def install_guards(connection: BaseDBAsyncClient, tables: Sequence[str]) -> None:
    """The same for other tables that are append-only as a whole."""
    await _install(connection, _frozen(tables))


async def remove_guards(connection: BaseDBAsyncClient, tables: Sequence[str]) -> None:
    """Drop them: for migrating backwards only."""
    await _remove(connection, _frozen(tables))


async def _install(connection: BaseDBAsyncClient, guards: Sequence[Guard]) -> None:
    await _remove(connection, guards)
    postgres = connection.capabilities.dialect == "postgres"
    if postgres:
        await connection.execute_query(_REFUSE)
    for name, table, event in guards:
        body = (
            "EXECUTE FUNCTION gulir_refuse()"
            if postgres
            else f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
        await connection.execute_query(
            f'CREATE TRIGGER {name} BEFORE {event} ON "{table}" FOR EACH ROW {body}'
        )


async def _remove(connection: BaseDBAsyncClient, guards: Sequence[Guard]) -> None:
    postgres = connection.capabilities.dialect == "postgres"
    for name, table, _ in guards:
        where = f' ON "{table}"' if postgres else ""
        await connection.execute_query(f"DROP TRIGGER IF EXISTS {name}{where}")


def _frozen(tables: Sequence[str]) -> list[Guard]:
    return [
        (f"{table}_refuse_{event.lower()}", table, event)
        for table in tables
        for event in ("UPDATE", "DELETE")
    ]


def _ledger_guards() -> list[Guard]:
    columns = ", ".join(f'"{column}"' for column in _FROZEN_COLUMNS)
    return [
        *_frozen(_FROZEN_TABLES),
        ("account_refuse_update", "account", f"UPDATE OF {columns}"),
        ("account_refuse_delete", "account", "DELETE"),
    ]

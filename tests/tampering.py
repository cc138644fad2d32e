"""What somebody with the password of the database could do to the books, and undo again."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from bot.database import connection, transaction
from models.ledger_guards import (
    install_guards,
    install_ledger_guards,
    remove_guards,
    remove_ledger_guards,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tortoise.backends.base.client import BaseDBAsyncClient

_LAST = "(SELECT max(id) FROM journal_entry)"
_RECORDS = ("queue_event",)
_TABLES = ("allocation", "posting", "journal_entry")


@asynccontextmanager
async def unguarded() -> AsyncIterator[BaseDBAsyncClient]:
    """A transaction in which the triggers that refuse are gone."""
    async with transaction() as books:
        await remove_ledger_guards(books)
        await remove_guards(books, _RECORDS)
        yield books
        await install_guards(books, _RECORDS)
        await install_ledger_guards(books)


async def change_a_balance(by: int = 1) -> None:
    """One account holds other money than its postings say; the triggers allow that."""
    await connection().execute_query(
        f"UPDATE account SET balance = balance + {int(by)} "
        "WHERE id = (SELECT min(id) FROM account WHERE kind = 'fund_cash')"
    )


async def flip_a_byte(number: int = 1) -> None:
    """One letter of what an entry says changes; doing it again restores it."""
    async with unguarded() as books:
        await books.execute_query(
            "UPDATE journal_entry SET note = CASE WHEN note LIKE '%~' "
            "THEN substr(note, 1, length(note) - 1) ELSE note || '~' END "
            f"WHERE number = {int(number)}"
        )


async def delete_the_last_entry() -> dict[str, list[dict[str, Any]]]:
    """The newest entry vanishes with its lines, and the balances with it: nothing else shows it.

    Returns the rows, for `restore`.
    """
    async with unguarded() as books:
        kept = {
            table: await books.execute_query_dict(
                f"SELECT * FROM {table} WHERE {_key(table)} = {_LAST} ORDER BY id"
            )
            for table in _TABLES
        }
        await _move_balances(books, kept["posting"], -1)
        entry = kept["journal_entry"][0]["id"]
        for table in _TABLES:
            await books.execute_query(f"DELETE FROM {table} WHERE {_key(table)} = {entry}")
    return kept


async def restore(kept: dict[str, list[dict[str, Any]]]) -> None:
    """Put the deleted rows back as they were."""
    async with unguarded() as books:
        postgres = books.capabilities.dialect == "postgres"
        for table in reversed(_TABLES):
            for row in kept[table]:
                columns = ", ".join(f'"{name}"' for name in row)
                places = (f"${n}" if postgres else "?" for n in range(1, len(row) + 1))
                await books.execute_query(
                    f"INSERT INTO {table} ({columns}) VALUES ({', '.join(places)})",
                    list(row.values()),
                )
        await _move_balances(books, kept["posting"], 1)


async def _move_balances(
    books: BaseDBAsyncClient, postings: list[dict[str, Any]], sign: int
) -> None:
    """An account on the credit side of the books grows by what is credited."""
    grows_by_credit = "('capital', 'fee_income', 'group_credit')"
    for posting in postings:
        for side, direction in (("debit_id", 1), ("credit_id", -1)):
            change = sign * direction * posting["amount"]
            await books.execute_query(
                f"UPDATE account SET balance = balance + CASE WHEN kind IN {grows_by_credit} "
                f"THEN {-change} ELSE {change} END WHERE id = {posting[side]}"
            )


def _key(table: str) -> str:
    return "id" if table == "journal_entry" else "entry_id"

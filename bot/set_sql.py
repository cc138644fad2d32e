"""How a set-based statement is written for either database.

Every statement that writes many rows takes them as ONE JSON parameter, so that its text never
depends on their number.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from tortoise.backends.base.client import BaseDBAsyncClient

from bot.database import is_postgres

Row = dict[str, Any]

_JSON_COLUMNS = {"payload", "event", "offered", "content", "reply", "receipt"}


class SetSql:
    """Statements with numbered placeholders, bound to one connection."""

    def __init__(self, connection: BaseDBAsyncClient) -> None:
        self._connection = connection
        self._postgres = is_postgres(connection)

    @property
    def connection(self) -> BaseDBAsyncClient:
        """What they are bound to: usually the open transaction."""
        return self._connection

    @property
    def _false(self) -> str:
        return "false" if self._postgres else "0"

    async def _read(self, sql: str, *values: Any) -> list[Row]:
        statement, parameters = self._bound(sql, values)
        return list(await self._connection.execute_query_dict(statement, parameters))

    async def _change(self, sql: str, *values: Any) -> None:
        statement, parameters = self._bound(sql, values)
        await self._connection.execute_query(statement, parameters)

    def _bound(self, sql: str, values: Sequence[Any]) -> tuple[str, list[Any]]:
        """Put the placeholders in; `{in:column:n}` is membership in the n-th value, a list."""
        parameters = list(values)
        for number, value in enumerate(values, start=1):
            place = f"${number}" if self._postgres else f"?{number}"
            start = sql.find("{in:")
            if isinstance(value, list | tuple) and start >= 0:
                end = sql.index("}", start)
                column = sql[start + 4 : end].rpartition(":")[0]
                sql = sql[:start] + self._membership(column, place) + sql[end + 1 :]
                parameters[number - 1] = list(value) if self._postgres else _json(list(value))
            sql = sql.replace(f"{{{number}}}", place)
        return sql, parameters

    def _membership(self, column: str, place: str) -> str:
        if self._postgres:
            return f"{column} = ANY({place})"
        return f"{column} IN (SELECT value FROM json_each({place}))"

    async def _write(
        self, sql: str, columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]
    ) -> list[Row]:
        listed = [{**row, "ordinal": number} for number, row in enumerate(rows)]
        if not listed:
            return []
        for name in _JSON_COLUMNS & columns.keys():
            cast = f"r.{name}::jsonb" if self._postgres else f"r.{name}"
            sql = sql.replace(f"{{{name}}}", cast)
        statement = sql.replace("{rows}", self._source(columns))
        return list(await self._connection.execute_query_dict(statement, [_json(listed)]))

    def _source(self, columns: Mapping[str, str]) -> str:
        """The first parameter, a JSON list of rows, as a table called r."""
        return self._postgres_rows(columns) if self._postgres else _sqlite_rows(columns)

    def _postgres_rows(self, columns: Mapping[str, str]) -> str:
        typed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        return f"json_to_recordset($1::json) AS r({typed}, ordinal bigint)"


def _sqlite_rows(columns: Mapping[str, str]) -> str:
    picked = ", ".join(f"json_extract(value, '$.{name}') AS {name}" for name in columns)
    ordinal = "json_extract(value, '$.ordinal') AS ordinal"
    return f"(SELECT {picked}, {ordinal} FROM json_each(?1)) AS r"


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


def from_column(stored: Any) -> Any:
    """A JSON column as either driver returns it: text, or parsed already."""
    return orjson.loads(stored) if isinstance(stored, str | bytes) else stored

"""The database of a test is empty, whatever the test before it did."""

from __future__ import annotations

import pytest

from bot.database import connection


@pytest.mark.parametrize("turn", ["first", "second", "third"])
async def test_rows_of_one_test_are_gone_in_the_next(database: str, turn: str) -> None:
    rows = await connection().execute_query_dict("SELECT COUNT(*) AS n FROM address")
    assert rows[0]["n"] == 0
    await connection().execute_query(
        "INSERT INTO address (channel, external_id, display_name, created_at) "
        "VALUES ('telegram', '17', 'Sari', '2026-11-23 00:00:00+00:00')"
    )
    inserted = await connection().execute_query_dict("SELECT id FROM address")
    assert inserted == [{"id": 1}]

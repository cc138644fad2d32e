"""What the simulator remembers across a restart: one SQLite file beside the pictures."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS phones (
    id TEXT PRIMARY KEY, chat_id INTEGER NOT NULL UNIQUE, started INTEGER NOT NULL,
    blocked INTEGER NOT NULL DEFAULT 0, online INTEGER NOT NULL DEFAULT 1);
CREATE TABLE IF NOT EXISTS migrated_chats (old_id INTEGER PRIMARY KEY, new_id INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS messages (
    phone TEXT NOT NULL, chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL,
    seq INTEGER, changed INTEGER, status TEXT NOT NULL, sender TEXT NOT NULL,
    sent TEXT NOT NULL, shown TEXT, PRIMARY KEY (chat_id, message_id));
CREATE INDEX IF NOT EXISTS messages_by_seq ON messages (phone, seq);
CREATE INDEX IF NOT EXISTS messages_by_status ON messages (phone, sender, status);
CREATE TABLE IF NOT EXISTS updates (
    id INTEGER PRIMARY KEY, chat_id INTEGER NOT NULL, message_id INTEGER, created_at REAL NOT NULL,
    body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS queries (
    id TEXT PRIMARY KEY, phone TEXT NOT NULL, person TEXT NOT NULL, asked_at REAL NOT NULL,
    answer TEXT);
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, unique_id TEXT NOT NULL, kind TEXT NOT NULL, path TEXT NOT NULL,
    name TEXT NOT NULL, mime_type TEXT NOT NULL, size INTEGER NOT NULL, sizes TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS happenings (
    id INTEGER PRIMARY KEY, phone TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS happenings_by_phone ON happenings (phone, id);
CREATE TABLE IF NOT EXISTS wa_accounts (
    phone TEXT PRIMARY KEY, wa_id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL UNIQUE,
    number_hidden INTEGER NOT NULL, window_opened_at REAL);
CREATE TABLE IF NOT EXISTS wa_ids (
    wamid TEXT PRIMARY KEY, chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL,
    callback_data TEXT);
CREATE TABLE IF NOT EXISTS wa_events (
    id INTEGER PRIMARY KEY, lane TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
    contact TEXT, chat_id INTEGER, message_id INTEGER, created_at REAL NOT NULL, delivery INTEGER);
CREATE INDEX IF NOT EXISTS wa_events_by_lane ON wa_events (delivery, lane, id);
CREATE TABLE IF NOT EXISTS wa_begun (
    user_id TEXT NOT NULL, category TEXT NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS wa_media (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, mime_type TEXT NOT NULL, size INTEGER NOT NULL,
    sha256 TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, origin TEXT NOT NULL,
    created_at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS wa_templates (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, language TEXT NOT NULL, category TEXT NOT NULL,
    status TEXT NOT NULL, components TEXT NOT NULL, UNIQUE (name, language));
"""


class Store:
    """One connection, one writer: every act of the simulator is one transaction."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        # A killed process loses nothing in this mode; only a power cut could.
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(SCHEMA)
        self._depth = 0

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; a transaction inside another belongs to the outer one."""
        if self._depth:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        else:
            self._connection.execute("COMMIT")
        finally:
            self._depth = 0

    def write(self, sql: str, *values: Any) -> int:
        """Run one statement and say how many rows it changed."""
        return self._connection.execute(sql, values).rowcount

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        return found

    def next_number(self, counter: str, first: int = 1) -> int:
        """The next number of a counter that never gives one twice."""
        row = self.row(
            "INSERT INTO counters (name, last) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last",
            counter,
            first,
        )
        assert row is not None
        return int(row["last"])

    def fact(self, name: str, default: Any = None) -> Any:
        row = self.row("SELECT value FROM facts WHERE name = ?", name)
        return default if row is None else json.loads(row["value"])

    def keep_fact(self, name: str, value: Any) -> None:
        self.write(
            "INSERT INTO facts (name, value) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            json.dumps(value),
        )

"""The statements of the outbox: planning messages, claiming them, writing receipts down."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.set_sql import Row, SetSql

NOTIFY_CHANNEL = "gulir"

_OUTBOX_COLUMNS = {
    "key": "text",
    "channel": "text",
    "chat": "text",
    "language": "text",
    "reply": "text",
    "subject": "text",
    "edits_id": "bigint",
    "priority": "bigint",
    "not_before_ms": "bigint",
}
_SENT_COLUMNS = {"id": "bigint", "receipt": "text", "sent_at_ms": "bigint"}


class OutboxSql(SetSql):
    """What waits to be said, to whom it goes, and what became of it."""

    async def cards(self, chat: str) -> list[Row]:
        """Cards shown in a chat of late: their subjects and their ids there."""
        return await self._read(
            "SELECT id, subject, receipt FROM outbox WHERE chat = {1} AND subject <> ''"
            " AND edits_id IS NULL AND state = 'sent' ORDER BY id DESC LIMIT 500",
            chat,
        )

    async def cards_about(self, subjects: Sequence[str]) -> list[Row]:
        return await self._read(
            "SELECT id, subject, channel, chat, language FROM outbox"
            " WHERE edits_id IS NULL AND state <> 'failed' AND {in:subject:1} ORDER BY id",
            subjects,
        )

    async def addresses_of(self, person_ids: Sequence[int]) -> list[Row]:
        """Where people can be reached: every address that has not failed, the oldest first."""
        return await self._read(
            "SELECT a.person_id, a.channel, a.external_id, a.window_until_ms,"
            " a.undelivered_since, p.language, p.preferred_channel FROM address a"
            " JOIN person p ON p.id = a.person_id"
            " WHERE a.unreachable_since IS NULL AND {in:a.person_id:1} ORDER BY a.id",
            person_ids,
        )

    async def addresses(self, address_ids: Sequence[int]) -> list[Row]:
        return await self._read(
            "SELECT a.id, a.channel, a.external_id, p.language FROM address a"
            " LEFT JOIN person p ON p.id = a.person_id WHERE {in:a.id:1}",
            address_ids,
        )

    async def write_outbox(self, rows: Sequence[Mapping[str, Any]], now_ms: int) -> int:
        """Plan messages; one whose key exists already is not planned again. Returns how many."""
        written = await self._write(
            "INSERT INTO outbox (key, channel, chat, language, reply, subject, edits_id, priority,"
            " state, attempts, not_before_ms, created_at_ms, repeated, trouble) "
            "SELECT r.key, r.channel, r.chat, r.language, {reply}, r.subject, r.edits_id,"
            f" r.priority, 'waiting', 0, r.not_before_ms, {int(now_ms)}, {self._false}, '' "
            "FROM {rows} WHERE true ORDER BY r.ordinal ON CONFLICT (key) DO NOTHING RETURNING id",
            _OUTBOX_COLUMNS,
            rows,
        )
        return len(written)

    async def claim_outbox(self, now_ms: int, limit: int, worker: str) -> list[Row]:
        """Take the next message of each chat, replies before notices before broadcasts.

        A chat with a message on the wire, or told to wait, gives none: order is kept per chat.
        """
        lock = " FOR UPDATE SKIP LOCKED" if self._postgres else ""
        found = await self._read(
            "SELECT o.id FROM outbox o WHERE o.state = 'waiting' AND o.not_before_ms <= {1}"
            " AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.channel = o.channel"
            " AND b.chat = o.chat AND (b.state = 'sending' OR (b.state = 'waiting'"
            " AND (b.priority < o.priority OR (b.priority = o.priority AND b.id < o.id)))))"
            f" ORDER BY o.priority, o.id LIMIT {{2}}{lock}",
            now_ms,
            limit,
        )
        ids = [row["id"] for row in found]
        if not ids:
            return []
        await self._change(
            "UPDATE outbox SET state = 'sending', claimed_at_ms = {1}, claimed_by = {2},"
            " attempts = attempts + 1 WHERE {in:id:3} AND state = 'waiting'",
            now_ms,
            worker,
            ids,
        )
        return await self._read(
            "SELECT o.id, o.key, o.channel, o.chat, o.language, o.reply, o.edits_id, o.attempts,"
            " o.receipt, o.repeated, o.subject, o.template, o.priority, o.created_at_ms,"
            " o.recheck, o.good_until_ms,"
            " e.receipt AS edited_receipt,"
            " e.reply AS edited_reply FROM outbox o LEFT JOIN outbox e ON e.id = o.edits_id"
            " WHERE {in:o.id:1} ORDER BY o.priority, o.id",
            ids,
        )

    async def mark_sent(self, rows: Sequence[Mapping[str, Any]]) -> None:
        receipt = "r.receipt::jsonb" if self._postgres else "r.receipt"
        await self._write(
            f"UPDATE outbox SET state = 'sent', receipt = {receipt}, sent_at_ms = r.sent_at_ms,"
            " trouble = '' FROM {rows} WHERE outbox.id = r.id",
            _SENT_COLUMNS,
            rows,
        )

    async def locked_for_now(self, space: int, name: str) -> bool:
        """Whether this transaction is the only one that holds the name (PostgreSQL)."""
        found = await self._read(
            "SELECT pg_try_advisory_xact_lock({1}::int, hashtext({2})) AS had", space, name
        )
        return bool(found[0]["had"])

    async def notify(self, what: str) -> None:
        """Wake the workers of other processes when this transaction commits (PostgreSQL)."""
        if self._postgres:
            await self._read("SELECT pg_notify({1}, {2})", NOTIFY_CHANNEL, what)

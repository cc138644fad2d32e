"""The hot path in SQL: a few set-based statements for however many messages wait.

One module of SQL on Tortoise's own connection, for both databases. Every statement that writes
many rows takes them as ONE JSON parameter, so that its text never depends on their number. Moments
are epoch milliseconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from tortoise.backends.base.client import BaseDBAsyncClient

from bot.database import is_postgres

Row = dict[str, Any]

NOTIFY_CHANNEL = "gulir"

_INBOX_COLUMNS = {
    "channel": "text",
    "external_id": "text",
    "sender": "text",
    "chat": "text",
    "private": "boolean",
    "payload": "text",
    "event": "text",
    "state": "text",
    "ready_at_ms": "bigint",
    "received_at_ms": "bigint",
    "trouble": "text",
}
_ADDRESS_COLUMNS = {
    "channel": "text",
    "external_id": "text",
    "display_name": "text",
    "created_at": "text",
}
_TALK_COLUMNS = {
    "key": "text",
    "offered": "text",
    "misunderstood": "bigint",
    "updated_at_ms": "bigint",
}
_DRAFT_COLUMNS = {
    "id": "bigint",
    "talk_id": "text",
    "form": "text",
    "content": "text",
    "state": "text",
    "created_at_ms": "bigint",
    "updated_at_ms": "bigint",
}
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
_JSON_COLUMNS = {"payload", "event", "offered", "content", "reply", "receipt"}


class HotPath:
    """The statements, bound to one connection (usually the open transaction)."""

    def __init__(self, connection: BaseDBAsyncClient) -> None:
        self._connection = connection
        self._postgres = is_postgres(connection)

    # Receiving -----------------------------------------------------------------------------------

    async def keep_addresses(self, addresses: Sequence[Mapping[str, Any]]) -> None:
        """Make sure that every sender has an address row: it is what orders their messages."""
        moment = "r.created_at::timestamptz" if self._postgres else "r.created_at"
        await self._write(
            f"INSERT INTO address (channel, external_id, display_name, created_at) "
            f"SELECT r.channel, r.external_id, r.display_name, {moment} FROM {{rows}} "
            f"WHERE true ON CONFLICT (channel, external_id) DO NOTHING",
            _ADDRESS_COLUMNS,
            addresses,
        )

    async def keep_inbox(self, rows: Sequence[Mapping[str, Any]]) -> list[Row]:
        """Store what arrived; a message that is there already is not stored again.

        Returns the new rows: id and external_id.
        """
        return await self._write(
            "INSERT INTO inbox (channel, external_id, address_id, chat, private, payload, event,"
            " state, attempts, ready_at_ms, received_at_ms, trouble) "
            "SELECT r.channel, r.external_id, a.id, r.chat, r.private, {payload}, {event},"
            " r.state, 0, r.ready_at_ms, r.received_at_ms, r.trouble FROM {rows} "
            "LEFT JOIN address a ON a.channel = r.channel AND a.external_id = r.sender "
            "WHERE true ORDER BY r.ordinal "
            "ON CONFLICT (channel, external_id) DO NOTHING RETURNING id, external_id",
            _INBOX_COLUMNS,
            rows,
        )

    # Handling ------------------------------------------------------------------------------------

    async def ready_addresses(self, now_ms: int, longest_wait_ms: int, limit: int) -> list[int]:
        """Senders whose turn is complete, oldest first; on PostgreSQL locked for this process."""
        found = await self._read(
            "SELECT w.address_id AS id FROM ("
            " SELECT address_id, MAX(id) AS last_id, MIN(received_at_ms) AS first_ms,"
            " SUM(CASE WHEN state = 'fetching' THEN 1 ELSE 0 END) AS fetching"
            " FROM inbox WHERE state IN ('waiting', 'fetching') AND address_id IS NOT NULL"
            " GROUP BY address_id) w JOIN inbox l ON l.id = w.last_id "
            "WHERE w.fetching = 0 AND (l.ready_at_ms <= {1} OR w.first_ms <= {2}) "
            "ORDER BY w.last_id LIMIT {3}",
            now_ms,
            now_ms - longest_wait_ms,
            limit,
        )
        ids = [row["id"] for row in found]
        if not self._postgres or not ids:
            return ids
        locked = await self._read(
            "SELECT id FROM address WHERE {in:id:1} ORDER BY id FOR UPDATE SKIP LOCKED", ids
        )
        held = {row["id"] for row in locked}
        return [address for address in ids if address in held]

    async def waiting_messages(self, address_ids: Sequence[int]) -> list[Row]:
        return await self._read(
            "SELECT id, channel, address_id, chat, private, event, attempts FROM inbox "
            "WHERE state = 'waiting' AND {in:address_id:1} ORDER BY id",
            address_ids,
        )

    async def speakers(self, address_ids: Sequence[int]) -> list[Row]:
        """Who stands behind the addresses; the person is locked, for they may use two channels."""
        rows = await self._read(
            "SELECT a.id AS address_id, a.channel, a.external_id, a.display_name,"
            " a.unreachable_since, p.id AS person_id,"
            " p.name, p.language, p.consented_at FROM address a"
            " LEFT JOIN person p ON p.id = a.person_id WHERE {in:a.id:1} ORDER BY a.id",
            address_ids,
        )
        people = sorted({row["person_id"] for row in rows if row["person_id"]})
        if self._postgres and people:
            await self._read("SELECT id FROM person WHERE {in:id:1} ORDER BY id FOR UPDATE", people)
        return rows

    async def roles(self, person_ids: Sequence[int]) -> list[Row]:
        return await self._read(
            "SELECT person_id, role FROM staff_role WHERE revoked_at IS NULL AND {in:person_id:1}",
            person_ids,
        )

    async def offices(self, person_ids: Sequence[int]) -> list[Row]:
        """The groups for which people may speak, each with its running loan if there is one."""
        return await self._read(
            "SELECT o.person_id, o.office, g.id AS group_id, g.name, g.village, g.district,"
            " l.id AS loan_id, l.number, l.principal, l.disbursed_on, p.smallest_repayment,"
            " p.bank_account, c.balance AS credit"
            " FROM officer o JOIN beneficiary_group g ON g.id = o.group_id"
            " LEFT JOIN loan l ON l.group_id = g.id AND l.status = 'active'"
            " LEFT JOIN programme p ON p.id = l.programme_id"
            " LEFT JOIN account c ON c.kind = 'group_credit' AND c.programme_id = l.programme_id"
            " AND c.group_id = l.group_id"
            " WHERE o.until IS NULL AND o.office <> 'facilitator' AND {in:o.person_id:1}"
            " ORDER BY o.person_id, g.id, l.id",
            person_ids,
        )

    async def directory(self) -> list[Row]:
        """Every group by what people call it."""
        return await self._read(
            "SELECT id, name, village, district, code FROM beneficiary_group ORDER BY name, id"
        )

    async def dues(self, loan_ids: Sequence[int]) -> list[Row]:
        """The instalments in force, in order, each with what the ledger's shares paid on it."""
        paid = (
            "CAST(COALESCE(SUM(CASE WHEN a.component = '{0}' THEN a.amount END), 0) AS bigint)"
            " AS {0}_paid"
        )
        return await self._read(
            "SELECT i.id, i.loan_id, i.due_on, i.principal, i.fee,"
            f" {paid.format('principal')}, {paid.format('fee')}"
            " FROM instalment i LEFT JOIN allocation a ON a.instalment_id = i.id"
            " WHERE i.replaced_at IS NULL AND {in:i.loan_id:1}"
            " GROUP BY i.id, i.loan_id, i.due_on, i.principal, i.fee, i.number"
            " ORDER BY i.loan_id, i.due_on, i.number",
            loan_ids,
        )

    async def recent_reports(self, loan_ids: Sequence[int]) -> list[Row]:
        return await self._read(
            "SELECT loan_id, number, amount, paid_on, status FROM repayment_report"
            " WHERE {in:loan_id:1} ORDER BY id",
            loan_ids,
        )

    async def slips_in_reports(self, media_ids: Sequence[int]) -> list[Row]:
        return await self._read(
            "SELECT s.media_id, r.group_id FROM report_slip s"
            " JOIN repayment_report r ON r.id = s.report_id WHERE {in:s.media_id:1}",
            media_ids,
        )

    async def talks(self, keys: Sequence[str]) -> list[Row]:
        return await self._read(
            "SELECT key, offered, misunderstood FROM talk WHERE {in:key:1}", keys
        )

    async def unfinished_drafts(self, keys: Sequence[str]) -> list[Row]:
        return await self._read(
            "SELECT id, talk_id, form, content, state, created_at_ms, updated_at_ms FROM draft"
            " WHERE state IN ('open', 'aside') AND {in:talk_id:1} ORDER BY state DESC, id",
            keys,
        )

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
        """Where people can be reached: open addresses, the latest heard from first."""
        return await self._read(
            "SELECT a.person_id, a.channel, a.external_id, p.language FROM address a"
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

    async def save_talks(self, rows: Sequence[Mapping[str, Any]]) -> None:
        await self._write(
            "INSERT INTO talk (key, offered, misunderstood, updated_at_ms) "
            "SELECT r.key, {offered}, r.misunderstood, r.updated_at_ms FROM {rows} WHERE true "
            "ON CONFLICT (key) DO UPDATE SET offered = excluded.offered,"
            " misunderstood = excluded.misunderstood, updated_at_ms = excluded.updated_at_ms",
            _TALK_COLUMNS,
            rows,
        )

    async def save_drafts(self, rows: Sequence[Mapping[str, Any]]) -> None:
        await self._write(
            "INSERT INTO draft (id, talk_id, form, content, state, created_at_ms, updated_at_ms) "
            "SELECT r.id, r.talk_id, r.form, {content}, r.state, r.created_at_ms, r.updated_at_ms "
            "FROM {rows} WHERE true ON CONFLICT (id) DO UPDATE SET content = excluded.content,"
            " state = excluded.state, updated_at_ms = excluded.updated_at_ms",
            _DRAFT_COLUMNS,
            rows,
        )

    async def mark_handled(self, inbox_ids: Sequence[int], now_ms: int) -> None:
        await self._change(
            "UPDATE inbox SET state = 'done', handled_at_ms = {1} WHERE {in:id:2}",
            now_ms,
            inbox_ids,
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

    # Delivering ----------------------------------------------------------------------------------

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
            " o.receipt, o.repeated, o.subject, o.priority, e.receipt AS edited_receipt,"
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

    async def notify(self, what: str) -> None:
        """Wake the workers of other processes when this transaction commits (PostgreSQL)."""
        if self._postgres:
            await self._read("SELECT pg_notify({1}, {2})", NOTIFY_CHANNEL, what)

    # How a statement is written for either database ----------------------------------------------

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
        source = self._postgres_rows(columns) if self._postgres else _sqlite_rows(columns)
        for name in _JSON_COLUMNS & columns.keys():
            cast = f"r.{name}::jsonb" if self._postgres else f"r.{name}"
            sql = sql.replace(f"{{{name}}}", cast)
        statement = sql.replace("{rows}", source)
        return list(await self._connection.execute_query_dict(statement, [_json(listed)]))

    def _postgres_rows(self, columns: Mapping[str, str]) -> str:
        typed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        return f"json_to_recordset($1::json) AS r({typed}, ordinal bigint)"


def _sqlite_rows(columns: Mapping[str, str]) -> str:
    picked = ", ".join(f"json_extract(value, '$.{name}') AS {name}" for name in columns)
    ordinal = "json_extract(value, '$.ordinal') AS ordinal"
    return f"(SELECT {picked}, {ordinal} FROM json_each(?1)) AS r"


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()

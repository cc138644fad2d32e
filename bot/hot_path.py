"""The hot path in SQL: a few set-based statements for however many messages wait.

One module of SQL on Tortoise's own connection, for both databases. Every statement that writes
many rows takes them as ONE JSON parameter, so that its text never depends on their number. Moments
are epoch milliseconds.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.outbox_sql import OutboxSql
from bot.set_sql import Row

__all__ = ["HotPath", "Row"]

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


class HotPath(OutboxSql):
    """The statements, bound to one connection (usually the open transaction)."""

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
            " p.name, p.language, p.consented_at,"
            " (EXISTS (SELECT 1 FROM help_request h WHERE h.address_id = a.id"
            " AND h.state <> 'closed') OR EXISTS (SELECT 1 FROM help_request h"
            " WHERE h.person_id = p.id AND h.state <> 'closed')) AS with_office FROM address a"
            " LEFT JOIN person p ON p.id = a.person_id WHERE {in:a.id:1} ORDER BY a.id",
            address_ids,
        )
        people = sorted({row["person_id"] for row in rows if row["person_id"]})
        if self._postgres and people:
            await self._read("SELECT id FROM person WHERE {in:id:1} ORDER BY id FOR UPDATE", people)
        return rows

    async def roles(self, person_ids: Sequence[int]) -> list[Row]:
        """Roles of staff; somebody who has groups in their care holds that of a facilitator."""
        return await self._read(
            "SELECT person_id, role FROM staff_role WHERE revoked_at IS NULL AND {in:person_id:1}"
            " UNION SELECT person_id, office FROM officer"
            " WHERE until IS NULL AND office = 'facilitator' AND {in:person_id:2}",
            person_ids,
            person_ids,
        )

    async def in_care(self, person_ids: Sequence[int]) -> list[Row]:
        """The groups whose facilitators these people are."""
        return await self._read(
            "SELECT DISTINCT o.person_id, g.id, g.name, g.village, g.district, g.code"
            " FROM officer o JOIN beneficiary_group g ON g.id = o.group_id"
            " WHERE o.until IS NULL AND o.office = 'facilitator' AND {in:o.person_id:1}"
            " ORDER BY g.name, g.id",
            person_ids,
        )

    async def offices(self, person_ids: Sequence[int]) -> list[Row]:
        """The groups for which people may speak, each with its running loan if there is one."""
        return await self._read(
            "SELECT o.person_id, o.office, g.id AS group_id, g.name, g.village, g.district,"
            " g.member_count, l.id AS loan_id, l.number, l.principal, l.disbursed_on,"
            " p.smallest_repayment, p.bank_account, c.balance AS credit,"
            " t.promise_days, CASE WHEN p.asks_code THEN k.code END AS code"
            " FROM officer o JOIN beneficiary_group g ON g.id = o.group_id"
            " LEFT JOIN loan l ON l.group_id = g.id AND l.status = 'active'"
            " LEFT JOIN programme p ON p.id = l.programme_id"
            " LEFT JOIN notice_plan t ON t.programme_id = l.programme_id"
            " LEFT JOIN account c ON c.kind = 'group_credit' AND c.programme_id = l.programme_id"
            " AND c.group_id = l.group_id"
            " LEFT JOIN payment_code k ON k.programme_id = l.programme_id"
            " AND k.group_id = l.group_id"
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
            "FROM {rows} WHERE true ON CONFLICT (id) DO UPDATE SET form = excluded.form,"
            " content = excluded.content, state = excluded.state,"
            " updated_at_ms = excluded.updated_at_ms",
            _DRAFT_COLUMNS,
            rows,
        )

    async def mark_handled(self, inbox_ids: Sequence[int], now_ms: int) -> None:
        await self._change(
            "UPDATE inbox SET state = 'done', handled_at_ms = {1} WHERE {in:id:2}",
            now_ms,
            inbox_ids,
        )

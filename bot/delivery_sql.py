"""The statements about what networks tell of messages, of people's second ids and of windows."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.set_sql import Row, SetSql

_LONGEST_WAIT_MS = 72 * 3600 * 1000
_DELIVERY_COLUMNS = {
    "channel": "text",
    "external_id": "text",
    "outbox_id": "bigint",
    "part": "bigint",
    "parts": "bigint",
    "rank": "bigint",
    "told_at_ms": "bigint",
    "failed_at_ms": "bigint",
    "trouble": "text",
}
_WINDOW_COLUMNS = {"channel": "text", "external_id": "text", "until_ms": "bigint"}
_ALIAS_COLUMNS = {"channel": "text", "external_id": "text", "alias": "text"}


class DeliverySql(SetSql):
    """Receipts, aliases and windows, set by set."""

    async def known(self, channel: str, ids: Sequence[str]) -> list[Row]:
        """The addresses that go by one of these ids, as their first or their second one."""
        return await self._read(
            "SELECT external_id, alias FROM address WHERE channel = {1}"
            " AND ({in:external_id:2} OR {in:alias:3}) ORDER BY id",
            channel,
            list(ids),
            list(ids),
        )

    async def keep_aliases(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Note second ids where there is none yet."""
        await self._write(
            "UPDATE address SET alias = r.alias FROM {rows} WHERE address.channel = r.channel"
            " AND address.external_id = r.external_id AND address.alias IS NULL",
            _ALIAS_COLUMNS,
            rows,
        )

    async def open_windows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Note until when people may be answered freely; a window never shrinks by this."""
        await self._write(
            "UPDATE address SET window_until_ms = r.until_ms FROM {rows}"
            " WHERE address.channel = r.channel AND address.external_id = r.external_id"
            " AND (address.window_until_ms IS NULL OR address.window_until_ms < r.until_ms)",
            _WINDOW_COLUMNS,
            rows,
        )

    async def windows(self, channel: str, chats: Sequence[str]) -> list[Row]:
        """The windows of chats, each with the person's other open addresses, one a row."""
        return await self._read(
            "SELECT a.external_id, a.id AS address_id, a.window_until_ms, o.channel AS"
            " other_channel, o.external_id AS other_chat, o.window_until_ms AS other_until_ms"
            " FROM address a LEFT JOIN address o ON o.person_id = a.person_id"
            " AND o.channel <> a.channel AND o.unreachable_since IS NULL"
            " WHERE a.channel = {1} AND {in:a.external_id:2} ORDER BY a.id, o.id",
            channel,
            list(chats),
        )

    async def begun_with(self, channel: str, since_ms: int) -> set[str]:
        """With whom a conversation was begun by an approved text since then, or is being begun.

        What waited for longer than three days before it was sent is not looked for.
        """
        rows = await self._read(
            "SELECT DISTINCT chat FROM outbox WHERE state IN ('sent', 'sending')"
            " AND not_before_ms > {1} AND channel = {2} AND template NOT IN ('', '-')"
            " AND (sent_at_ms IS NULL OR sent_at_ms > {3})",
            since_ms - _LONGEST_WAIT_MS,
            channel,
            since_ms,
        )
        return {row["chat"] for row in rows}

    async def told(self, channel: str, ids: Sequence[str]) -> list[Row]:
        """What is known of messages by their network's ids."""
        return await self._read(
            "SELECT external_id, outbox_id, part, parts, rank, failed_at_ms FROM delivery"
            " WHERE channel = {1} AND {in:external_id:2}",
            channel,
            list(ids),
        )

    async def told_of(self, outbox_ids: Sequence[int]) -> list[Row]:
        """What the network has told of rows of the outbox, part by part, the newest last."""
        return await self._read(
            "SELECT outbox_id, external_id, part, parts, rank, failed_at_ms FROM delivery"
            " WHERE {in:outbox_id:1} ORDER BY outbox_id, part, id",
            list(outbox_ids),
        )

    async def keep_deliveries(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Note receipts: a rank only rises, the first failure stays, whose it is stays known."""
        await self._write(
            "INSERT INTO delivery (channel, external_id, outbox_id, part, parts, rank, told_at_ms,"
            " failed_at_ms, trouble) SELECT r.channel, r.external_id, r.outbox_id, r.part, r.parts,"
            " r.rank, r.told_at_ms, r.failed_at_ms, r.trouble FROM {rows} WHERE true"
            " ORDER BY r.ordinal ON CONFLICT (channel, external_id) DO UPDATE SET"
            " rank = CASE WHEN excluded.rank > delivery.rank THEN excluded.rank"
            " ELSE delivery.rank END,"
            " outbox_id = COALESCE(delivery.outbox_id, excluded.outbox_id),"
            " part = CASE WHEN delivery.outbox_id IS NULL THEN excluded.part"
            " ELSE delivery.part END,"
            " parts = CASE WHEN delivery.outbox_id IS NULL THEN excluded.parts"
            " ELSE delivery.parts END,"
            " trouble = CASE WHEN delivery.failed_at_ms IS NULL THEN excluded.trouble"
            " ELSE delivery.trouble END,"
            " failed_at_ms = COALESCE(delivery.failed_at_ms, excluded.failed_at_ms)",
            _DELIVERY_COLUMNS,
            rows,
        )

"""What the bot is told by WhatsApp: events, kept until the bot's webhook has taken them."""

from __future__ import annotations

import asyncio
import contextlib
import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bot.simulator.whatsapp_errors import told_failure

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from bot.simulator.clock import MovableClock
    from bot.simulator.store import Store
    from bot.simulator.whatsapp_accounts import Account
    from bot.simulator.whatsapp_business import BusinessNumber

Json = dict[str, Any]

MESSAGE, STATUS = "messages", "statuses"
KEPT_SECONDS = 7 * 24 * 60 * 60
"""So long WhatsApp goes on trying."""
FREE = {"billable": False, "pricing_model": "PMP", "category": "service",
        "type": "free_customer_service"}  # fmt: skip
MOST_IN_ONE = 100


class Hooks:
    """The queue between WhatsApp and the bot. Events of one lane go out in their order."""

    def __init__(self, store: Store, clock: MovableClock, business: BusinessNumber) -> None:
        self._store = store
        self._clock = clock
        self._business = business
        self.arrived = asyncio.Event()
        self._called = asyncio.Event()

    def add_message(self, account: Account, message: Json, place: tuple[int, int] | None) -> None:
        """A person wrote; `place` is the message's chat and number on the phone."""
        known = {"from_user_id": account.user_id}
        if not account.hides_number:
            known["from"] = account.wa_id
        self._add(f"in:{account.phone}", MESSAGE, {**known, **message}, account, place)

    def add_system(self, before: Account, message: Json) -> None:
        """Something befell an account; such a webhook names no contacts."""
        self._add(f"in:{before.phone}", MESSAGE, {"from": before.wa_id, **message})

    def add_status(
        self,
        wamid: str,
        status: str,
        *,
        recipient: Account | str,
        callback_data: str | None,
        category: str | None = None,
        failure: int | None = None,
    ) -> None:
        """What became of a message of the bot."""
        body: Json = {"id": wamid, "status": status, "timestamp": self._timestamp()}
        if isinstance(recipient, str):
            body["recipient_id"], lane = recipient, f"out:{recipient}"
        else:
            body["recipient_id"], lane = recipient.wa_id, f"out:{recipient.phone}"
            body["recipient_user_id"] = recipient.user_id
        if failure is not None:
            body["errors"] = [told_failure(failure)]
        elif status in ("sent", "delivered", "read"):
            body["pricing"] = FREE if category is None else {**FREE, "category": category.lower()}
        if callback_data is not None:
            body["biz_opaque_callback_data"] = callback_data
        self._add(lane, STATUS, body, recipient if not isinstance(recipient, str) else None)

    def add_change(self, field: str, value: Json) -> None:
        """Something about the business itself, such as a template that was judged."""
        self._add(f"field:{field}", field, value)

    def _add(
        self,
        lane: str,
        kind: str,
        body: Json,
        contact: Account | None = None,
        place: tuple[int, int] | None = None,
    ) -> None:
        self._store.write(
            "INSERT INTO wa_events (lane, kind, body, contact, chat_id, message_id, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            lane,
            kind,
            json.dumps(body),
            None if contact is None else json.dumps(contact.contact()),
            *(place or (None, None)),
            self._clock.now().timestamp(),
        )
        self.wake()

    def wake(self) -> None:
        self.arrived.set()
        self.arrived = asyncio.Event()

    def retry_now(self) -> None:
        """Try again at once what pauses: there is a webhook anew."""
        self._called.set()
        self._called = asyncio.Event()
        self.wake()

    async def pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._called.wait(), seconds)

    def count(self) -> int:
        """How many events the bot has not taken yet."""
        row = self._store.row("SELECT count(*) AS number FROM wa_events")
        return int(row["number"]) if row is not None else 0

    def lanes(self) -> list[str]:
        """Where something waits that was never tried."""
        rows = self._store.rows(
            "SELECT lane, min(id) AS first FROM wa_events WHERE delivery IS NULL "
            "GROUP BY lane ORDER BY first"
        )
        return [row["lane"] for row in rows]

    def unfinished(self) -> list[int]:
        """Deliveries that were begun and not taken."""
        rows = self._store.rows(
            "SELECT DISTINCT delivery FROM wa_events WHERE delivery IS NOT NULL ORDER BY delivery"
        )
        return [row["delivery"] for row in rows]

    def begin(self, lanes: Sequence[str]) -> int | None:
        """Put what waits in these lanes into one delivery; None when nothing does."""
        marks = ", ".join("?" * len(lanes))
        with self._store.transaction():
            self._drop_expired()
            delivery = self._store.next_number("wa_delivery")
            taken = self._store.write(
                "UPDATE wa_events SET delivery = ? WHERE id IN (SELECT id FROM wa_events "  # noqa: S608 -- only question marks
                f"WHERE delivery IS NULL AND lane IN ({marks}) ORDER BY id LIMIT {MOST_IN_ONE})",
                delivery,
                *lanes,
            )
        return delivery if taken else None

    def _drop_expired(self) -> None:
        before = self._clock.now().timestamp() - KEPT_SECONDS
        self._store.write("DELETE FROM wa_events WHERE created_at < ?", before)

    def payload(self, delivery: int) -> bytes:
        """The body of a delivery, the same each time; empty when it has expired.

        Written as Meta writes JSON: everything beyond ASCII and every slash is escaped, so that
        only the raw bytes fit the signature.
        """
        rows = self._store.rows("SELECT * FROM wa_events WHERE delivery = ? ORDER BY id", delivery)
        if not rows:
            return b""
        changes = [
            self._change(kind, list(group))
            for (kind, _), group in groupby(rows, key=lambda row: (row["kind"], row["lane"]))
        ]
        entry = {"id": self._business.business_id, "changes": changes}
        envelope = {"object": "whatsapp_business_account", "entry": [entry]}
        return json.dumps(envelope, separators=(",", ":")).replace("/", "\\/").encode()

    def _change(self, kind: str, rows: list[sqlite3.Row]) -> Json:
        bodies = [json.loads(row["body"]) for row in rows]
        if kind not in (MESSAGE, STATUS):
            return {"value": bodies[-1], "field": kind}
        number = self._business
        value: Json = {
            "messaging_product": "whatsapp",
            "metadata": {
                "display_phone_number": number.digits,
                "phone_number_id": number.phone_id,
            },
        }
        contacts = list(dict.fromkeys(row["contact"] for row in rows if row["contact"]))
        if contacts:
            value["contacts"] = [json.loads(contact) for contact in contacts]
        return {"value": {**value, kind: bodies}, "field": "messages"}

    def taken(self, delivery: int) -> list[tuple[int, int]]:
        """The bot has a delivery; where its people's messages stand."""
        rows = self._store.rows(
            "DELETE FROM wa_events WHERE delivery = ? RETURNING chat_id, message_id", delivery
        )
        return [(row["chat_id"], row["message_id"]) for row in rows if row["chat_id"] is not None]

    def _timestamp(self) -> str:
        return str(int(self._clock.now().timestamp()))

"""What the bot is told: updates made with python-telegram-bot's types, kept until confirmed."""

from __future__ import annotations

import asyncio
import json
import random
from collections import deque
from typing import TYPE_CHECKING, Any

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import PollingLimit, UpdateType

from bot.simulator.errors import Refused
from bot.simulator.messages import BOT, NEVER_SENT_WHEN_FALSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.simulator.clock import MovableClock
    from bot.simulator.faults import Faults
    from bot.simulator.messages import Messages
    from bot.simulator.store import Store

NOT_BY_DEFAULT = frozenset(
    {UpdateType.CHAT_MEMBER, UpdateType.MESSAGE_REACTION, UpdateType.MESSAGE_REACTION_COUNT}
)
KEPT_SECONDS = 24 * 60 * 60
REMEMBERED_AFTER_CONFIRMATION = 50
TWO_POLLERS = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
HAS_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
Event = Message | CallbackQuery | ChatMemberUpdated


class Updates:
    """The queue between Telegram and the bot, for long polling and for the webhook."""

    def __init__(
        self, store: Store, messages: Messages, clock: MovableClock, faults: Faults
    ) -> None:
        self._store = store
        self._messages = messages
        self._clock = clock
        self._faults = faults
        self._poll = 0
        self._confirmed: deque[dict[str, Any]] = deque(maxlen=REMEMBERED_AFTER_CONFIRMATION)
        self.arrived = asyncio.Event()

    def add(self, kind: UpdateType, event: Event) -> None:
        """Put an update into the queue, unless the bot has asked not to hear of its kind."""
        if not self._is_wanted(kind):
            return
        first = 700_000_000 + random.randrange(10_000_000)  # noqa: S311 -- only unlike other runs
        number = self._store.next_number("update", first)
        update = _without_false_marks(_update(number, kind, event).to_dict())
        about = event.message if isinstance(event, CallbackQuery) else event
        assert about is not None
        self._store.write(
            "INSERT INTO updates VALUES (?, ?, ?, ?, ?)",
            number,
            about.chat.id,
            event.message_id if isinstance(event, Message) else None,
            self._clock.now().timestamp(),
            json.dumps(update),
        )
        self.wake()

    def _is_wanted(self, kind: UpdateType) -> bool:
        allowed = self._store.fact("allowed_updates") or []
        return kind.value in allowed if allowed else kind not in NOT_BY_DEFAULT

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Hear of these kinds from now on; None leaves it as it was."""
        if kinds is not None and kinds != self._store.fact("allowed_updates", []):
            self._store.keep_fact("allowed_updates", list(kinds))

    def wake(self) -> None:
        self.arrived.set()
        self.arrived = asyncio.Event()

    def pending(self, limit: int = -1) -> list[dict[str, Any]]:
        self._store.write(
            "DELETE FROM updates WHERE created_at < ?",
            self._clock.now().timestamp() - KEPT_SECONDS,
        )
        rows = self._store.rows("SELECT body FROM updates ORDER BY id LIMIT ?", limit)
        return [json.loads(row["body"]) for row in rows]

    def count(self) -> int:
        row = self._store.row("SELECT count(*) AS number FROM updates")
        return int(row["number"]) if row is not None else 0

    def confirm(self, *, before: int) -> None:
        """Forget the updates with a smaller number: the bot has them."""
        rows = self._store.rows("SELECT * FROM updates WHERE id < ? ORDER BY id", before)
        if not rows:
            return
        with self._store.transaction():
            for row in rows:
                self._confirm(row["id"], row["chat_id"], row["message_id"], row["body"])

    def confirm_one(self, update_id: int) -> None:
        """Forget one update, which a webhook has taken."""
        row = self._store.row("SELECT * FROM updates WHERE id = ?", update_id)
        if row is not None:
            with self._store.transaction():
                self._confirm(row["id"], row["chat_id"], row["message_id"], row["body"])

    def _confirm(self, number: int, chat_id: int, message_id: int | None, body: str) -> None:
        self._store.write("DELETE FROM updates WHERE id = ?", number)
        self._confirmed.append(json.loads(body))
        row = self._messages.row(chat_id, message_id)
        if row is not None and row["sender"] != BOT:
            self._messages.set_status(chat_id, row["message_id"], "sent", "read")

    def drop_all(self) -> None:
        self._store.write("DELETE FROM updates")

    async def poll(self, offset: int, limit: int, timeout_seconds: float) -> list[dict[str, Any]]:
        """Long polling; Refused 409 when a webhook is set or another poller comes."""
        if self._store.fact("webhook"):
            raise Refused(409, HAS_WEBHOOK)
        self._poll += 1
        mine = self._poll
        self.wake()
        self._move_to(offset)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout_seconds
        while not (found := self.pending(limit or int(PollingLimit.MAX_LIMIT))):
            arrived, left = self.arrived, deadline - loop.time()
            if left <= 0:
                break
            try:
                await asyncio.wait_for(arrived.wait(), left)
            except TimeoutError:
                break
            if mine != self._poll:
                raise Refused(409, TWO_POLLERS)
            if self._store.fact("webhook"):
                raise Refused(409, HAS_WEBHOOK)
        return self.with_faults(found)

    def _move_to(self, offset: int) -> None:
        if offset < 0:
            last = self._store.rows("SELECT id FROM updates ORDER BY id DESC LIMIT ?", -offset)
            offset = last[-1]["id"] if last else 0
        if offset:
            self.confirm(before=offset)

    def with_faults(self, updates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The batch as the bot gets it: perhaps with repetitions, perhaps out of order."""
        if not updates:
            return updates
        if self._faults.met_by_updates("duplicate_updates"):
            updates = [update for update in updates for _ in range(2)]
        if self._confirmed and self._faults.met_by_updates("redeliver_updates"):
            updates = [self._faults.random.choice(self._confirmed), *updates]
        if len(updates) > 1 and self._faults.met_by_updates("reorder_updates"):
            self._faults.random.shuffle(updates)
        return updates


def _update(number: int, kind: UpdateType, event: Event) -> Update:
    content: dict[str, Any] = {kind.value: event}
    return Update(number, **content)


def _without_false_marks(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _without_false_marks(part)
            for name, part in value.items()
            if not (part is False and name in NEVER_SENT_WHEN_FALSE)
        }
    if isinstance(value, list):
        return [_without_false_marks(part) for part in value]
    return value

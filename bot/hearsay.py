"""What arrived and is no message, but must be remembered at once: in the transaction that keeps it.

Somebody blocked us; a chat or a number changed; a window opened; receipts; news of the network.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import Channel, InboundEvent
from bot.deliveries import Deliveries
from bot.delivery_sql import DeliverySql
from bot.hot_path import HotPath
from bot.number_change import NumberChange
from bot.staff_chat import StaffChat, follow
from bot.undelivered import Undelivered
from bot.windows import release
from models.calendar import epoch_ms
from models.contact import Address


@dataclass(frozen=True, slots=True)
class Hearsay:
    """Notes events that are new. `now` is in UTC."""

    sql: HotPath
    channel: Channel
    staff_chat: StaffChat
    now: datetime

    async def note(self, events: Sequence[InboundEvent]) -> bool:
        """Remember all of it; returns whether something may be sent now that had to wait."""
        for event in events:
            await self._note(event)
        statuses = [event.status for event in events if event.status is not None]
        if statuses:
            told = DeliverySql(self.sql.connection)
            deliveries = Deliveries(self.sql, told, self.staff_chat, self.channel.name, self.now)
            await deliveries.note(statuses)
        return await self._open_windows(events) or bool(statuses)

    async def _note(self, event: InboundEvent) -> None:
        if event.reach is not None:
            await self._note_reach(event)
        if event.moved_to is not None and event.private:
            change = NumberChange(self.sql, self.staff_chat, self.channel.name, self.now)
            await change.follow(event)
        elif event.moved_to is not None:
            await follow(self.channel.name, event.chat, event.moved_to, self.now)
            await self.staff_chat.find()
        if event.news is not None:
            undelivered = Undelivered(self.sql, self.staff_chat, self.now)
            await undelivered.tell_staff(event.news, f"news:{event.external_id}"[:200])

    async def _note_reach(self, event: InboundEvent) -> None:
        """Somebody blocked us, or let us in again."""
        blocked = event.reach == "blocked"
        addresses = Address.filter(channel=self.channel.name, external_id=event.sender.external_id)
        await addresses.update(unreachable_since=self.now if blocked else None)

    async def _open_windows(self, events: Sequence[InboundEvent]) -> bool:
        """Who writes may be answered freely for a while, and is told what waited for that."""
        window = self.channel.window
        if window is None:
            return False
        until: dict[str, int] = {}
        for event in events:
            if event.message is not None and event.private:
                sent_at = min(event.message.sent_at, self.now)
                end_ms = epoch_ms(sent_at + window)
                until[event.chat] = max(until.get(event.chat, 0), end_ms)
        if not until:
            return False
        rows = [
            {"channel": self.channel.name, "external_id": chat, "until_ms": end_ms}
            for chat, end_ms in until.items()
        ]
        await DeliverySql(self.sql.connection).open_windows(rows)
        now_ms = epoch_ms(self.now)
        open_now = [chat for chat, end_ms in until.items() if end_ms > now_ms]
        return bool(open_now) and await release(self.channel.name, open_now, now_ms) > 0

"""What could not be delivered: marked, and told to staff, who have other ways to reach people."""

from dataclasses import dataclass
from datetime import datetime

import orjson
import structlog

from bot.channels.base import RecipientUnreachable, SendError
from bot.elsewhere import send_elsewhere
from bot.hot_path import HotPath, Row
from bot.staff_chat import StaffChat
from handlers.messages import Reply, say
from models.calendar import epoch_ms
from models.contact import Address, Person
from models.outbox import OutboxMessage, OutboxState, Priority

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Settles messages for which there is no other try, inside the open transaction."""

    sql: HotPath
    staff_chat: StaffChat
    now: datetime

    async def unreachable(self, row: Row) -> None:
        """Nothing goes to this address any more; staff hear of it once, until it is back."""
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.FAILED, trouble=RecipientUnreachable.code
        )
        address = await Address.get_or_none(channel=row["channel"], external_id=row["chat"])
        if address is None:
            log.error("chat_unreachable", outbox=row["id"], channel=row["channel"])
            return
        since = address.unreachable_since or self.now
        if address.unreachable_since is None:
            address.unreachable_since = since
            await address.save(update_fields=["unreachable_since"])
        person = await Person.get_or_none(id=address.person_id)
        told = say("staff.unreachable", name=person.name if person else address.display_name)
        # The network may have said so before a message failed: the key makes it once all the same.
        await self._tell_staff(told, f"unreachable:{address.id}:{since:%Y%m%d%H%M%S%f}")
        if row["recheck"]:
            await send_elsewhere(row)

    async def give_up(self, row: Row, error: SendError) -> None:
        """Set a message aside; staff hear of it unless it was their own."""
        log.error("message_given_up", outbox=row["id"], trouble=error.code)
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.FAILED, trouble=str(error)[:300]
        )
        if not self.staff_chat.is_(row["chat"]):
            told = say("staff.message_given_up", reference=f"K-{row['id']}")
            await self._tell_staff(told, f"given_up:{row['id']}")

    async def _tell_staff(self, reply: Reply, key: str) -> None:
        now_ms = epoch_ms(self.now)
        row = {
            "key": key,
            "channel": self.staff_chat.channel,
            "chat": self.staff_chat.chat,
            "language": self.staff_chat.language,
            "reply": orjson.dumps([reply.to_json()]).decode(),
            "subject": "",
            "edits_id": None,
            "priority": int(Priority.NOTICE),
            "not_before_ms": now_ms,
        }
        await self.sql.write_outbox([row], now_ms)

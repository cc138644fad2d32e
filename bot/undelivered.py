"""What could not be delivered: marked, and told to staff, who have other ways to reach people."""

from dataclasses import dataclass
from datetime import datetime

import orjson
import structlog

from bot.channels.base import MessageRefused, RecipientUnreachable, SendError
from bot.elsewhere import hand_over, send_elsewhere
from bot.hot_path import HotPath, Row
from bot.staff_chat import StaffChat
from bot.two_channels import REFUSED_TEMPLATE, fall_back
from handlers.messages import Reply, say, words
from models.calendar import epoch_ms, wita_day
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
        """Nothing goes to this address any more; staff hear of it once, until it is back.

        The message goes to the person's other channel, if they have one.
        """
        moved = await fall_back(row, epoch_ms(self.now))
        if not moved:
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
        name = person.name if person else address.display_name
        told = say("staff.unreachable", name=name)
        if moved:
            told = say("staff.reached_elsewhere", name=name, channel=row["channel"])
        # The network may have said so before a message failed: the key makes it once all the same.
        await self.tell_staff(told, f"unreachable:{address.id}:{since:%Y%m%d%H%M%S%f}")
        if row["recheck"] and not moved:
            await send_elsewhere(row, epoch_ms(self.now))

    async def give_up(self, row: Row, error: SendError) -> None:
        """Set a message aside; staff hear of it unless it was their own.

        What the person's other channel can say is said there.
        """
        log.error("message_given_up", outbox=row["id"], trouble=error.code)
        if await fall_back(row, epoch_ms(self.now)):
            return
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.FAILED, trouble=str(error)[:300]
        )
        if row["recheck"] and not isinstance(error, MessageRefused):
            await hand_over(row, epoch_ms(self.now))
        if not self.staff_chat.is_(row["chat"]):
            told = say("staff.message_given_up", reference=f"K-{row['id']}")
            await self.tell_staff(told, f"given_up:{row['id']}")

    async def template_refused(self, row: Row, error: SendError) -> None:
        """Say it in another way than with this approved text; operators hear of it."""
        await self.tell_of_trouble(row, error)
        if row["key"].startswith("waits:"):  # the text that is said when there is no other
            await self.give_up(row, error)
            return
        await OutboxMessage.filter(id=row["id"]).update(
            state=OutboxState.WAITING,
            template=REFUSED_TEMPLATE,
            not_before_ms=epoch_ms(self.now),
            receipt=None,
        )

    async def tell_of_trouble(self, row: Row, error: SendError) -> None:
        """Staff hear once a day that a channel has a trouble that only people can mend."""
        log.error("channel_in_trouble", channel=row["channel"], trouble=str(error))
        if row["channel"] == self.staff_chat.channel:
            return
        reply = say("whatsapp.trouble", trouble=words(f"whatsapp.{error.code}"), detail=str(error))
        key = f"trouble:{row['channel']}:{error.code}:{wita_day(self.now)}"
        await self.tell_staff(reply, key)

    async def tell_staff(self, reply: Reply, key: str) -> None:
        """A word to the staff chat; `key` makes it once."""
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

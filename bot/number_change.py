"""A person who changes number: the network itself says who goes where.

Their old number may be given to a stranger tomorrow, so nothing of ours stays with it.
"""

from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.channels.base import InboundEvent
from bot.hot_path import HotPath
from bot.staff_chat import StaffChat
from bot.undelivered import Undelivered
from handlers.messages import say
from models.audit import note
from models.chat_move import note_move
from models.contact import Address, Person
from models.outbox import OutboxMessage, OutboxState
from models.phone import e164

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class NumberChange:
    """Follows people inside the open transaction. `now` is in UTC."""

    sql: HotPath
    staff_chat: StaffChat
    channel: str
    now: datetime

    async def follow(self, event: InboundEvent) -> None:
        """Bring the address, its waiting messages and the registered phone to the new id."""
        old, new = event.chat, event.moved_to
        address = await Address.get_or_none(channel=self.channel, external_id=old)
        if address is None or new is None or new == old:
            return
        if _hides_a_number(new) and not _hides_a_number(address.external_id):
            address.alias = new  # their number is as it was
            await address.save(update_fields=["alias"])
            return
        person = await Person.get_or_none(id=address.person_id)
        there = await Address.get_or_none(channel=self.channel, external_id=new)
        name = person.name if person else address.display_name
        if there is not None and there.person_id not in (None, address.person_id):
            await self._tell("whatsapp.number_taken", name, event)
            return
        await note_move(self.channel, old, new, self.now)
        await self._move(address, there, new)
        if person is not None:
            await self._move_phone(person, old, new)
            await note(f"address:{address.id}", "number_changed", at=self.now, person_id=person.id)
            await self._tell("whatsapp.number_changed", name, event)
        log.info("number_changed", address=address.id)

    async def _move(self, address: Address, there: Address | None, new: str) -> None:
        unsent = [OutboxState.WAITING, OutboxState.HELD]
        waiting = OutboxMessage.filter(
            channel=self.channel, chat=address.external_id, state__in=unsent
        )
        await waiting.update(chat=new, receipt=None)
        if there is None:
            address.external_id, address.alias = new, None
            await address.save(update_fields=["external_id", "alias"])
            return
        # They have written from the new number already: that address is theirs from now on.
        there.person_id = address.person_id
        await there.save(update_fields=["person_id"])
        address.person_id, address.unreachable_since = None, self.now
        await address.save(update_fields=["person_id", "unreachable_since"])

    async def _move_phone(self, person: Person, old: str, new: str) -> None:
        before, after = e164(f"+{old}"), e164(f"+{new}")
        if person.phone is None or person.phone != before:
            return
        taken = after is None or await Person.filter(phone=after).exists()
        person.phone = None if taken else after
        await person.save(update_fields=["phone"])

    async def _tell(self, key: str, name: str, event: InboundEvent) -> None:
        undelivered = Undelivered(self.sql, self.staff_chat, self.now)
        await undelivered.tell_staff(say(key, name=name), f"number:{event.external_id}"[:200])


def _hides_a_number(identity: str) -> bool:
    """Whether an id is one that stands for somebody's number instead of being it."""
    return not identity.isdecimal()

"""Where staff are, also after their group has become another one."""

from dataclasses import dataclass, field
from datetime import datetime

import structlog

from models.chat_move import note_move, stations
from models.outbox import OutboxMessage, OutboxState

log = structlog.get_logger()


@dataclass(slots=True)
class StaffChat:
    """The channel, the id of the chat at present, and the language that its cards speak.

    Telegram gives a group another id when it becomes a supergroup. The setting then names the old
    one; the database knows the way from there.
    """

    channel: str
    chat: str
    language: str
    former: list[str] = field(default_factory=list)

    def is_(self, chat: str) -> bool:
        """Whether this is the staff chat, also under an id that it once had."""
        return chat == self.chat or chat in self.former

    async def find(self) -> None:
        """Follow the chat to where it is now, as any process has noted it."""
        *passed, self.chat = await stations(self.channel, self.chat)
        if passed:
            self.former += passed
            log.warning("staff_chat_moved", chat=self.chat)


async def follow(channel: str, old_chat: str, new_chat: str, at: datetime) -> None:
    """Note a chat's new id, and send there what still waits for it.

    Ids of messages do not move with it: what was to be edited, or had partly been sent, is said
    anew. `at` is in UTC.
    """
    await note_move(channel, old_chat, new_chat, at)
    await OutboxMessage.filter(channel=channel, chat=old_chat, state=OutboxState.WAITING).update(
        chat=new_chat, edits_id=None, receipt=None
    )

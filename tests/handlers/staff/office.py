"""Members of staff in the staff chat, by the real routing; each message is one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta  # noqa: TC003 (only a type, but short)
from typing import TYPE_CHECKING

from bot.database import transaction
from handlers.contents import CONTENTS
from handlers.messages import InboundMessage, Kind, Reply
from handlers.respond import conclude, offered_by, respond
from handlers.speak import render
from handlers.talk import Talk
from models.audit import AuditEvent
from models.decision import Decision
from models.errors import RuleBroken
from models.group import Group
from models.ledger_tables import JournalEntry
from models.search import Listed
from tests.builders import NOW, a_staff_turn
from tests.handlers.staff.talking import read

if TYPE_CHECKING:
    from handlers.turn import CardChange, Notice, Turn
    from models.contact import Person


async def directory() -> tuple[Listed, ...]:
    rows = await Group.all().order_by("name", "id")
    return tuple(Listed(one.id, one.name, one.village, one.district, one.code) for one in rows)


class Staff:
    """One person; what they were answered is returned, whom else it told is kept."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.talk = Talk(f"s:{person.id}")
        self.notices: list[Notice | CardChange] = []
        self.now = NOW
        self.labels: dict[str, str] = {}

    def later(self, by: timedelta) -> Staff:
        self.now += by
        return self

    async def says(self, *texts: str) -> str:
        """Say one thing after the other; the last answer counts."""
        answer = ""
        for text in texts:
            answer = await self._takes_turn(InboundMessage(Kind.TEXT, self.now, text))
        return answer

    async def presses(self, button: str) -> str:
        return await self._takes_turn(InboundMessage(Kind.BUTTON, self.now, button=button))

    async def taps(self, label: str) -> str:
        """Tap what stands on a button of the last answer."""
        return await self.presses(self.labels[label])

    async def _takes_turn(self, message: InboundMessage) -> str:
        replies, self.talk, turn = await self._played(message)
        self.notices = turn.notices
        if replies:
            self.labels = {name: button for button, name in render(replies, "id").buttons}
        return read(replies) if replies else ""

    async def _played(self, message: InboundMessage) -> tuple[tuple[Reply, ...], Talk, Turn]:
        async with transaction():
            turn = await a_staff_turn(self.person, now=self.now)
            turn.situation = replace(turn.situation, directory=await directory())
            step = respond(CONTENTS, turn.situation, self.talk, message, turn.inbox_id)
            turn.draft_id = step.submits.id if step.submits else None
            if step.effect is not None:
                try:
                    async with transaction():
                        said = await step.effect(turn)
                except RuleBroken as broken:
                    rule = Reply(broken.code, broken.facts)
                    step = replace(step, replies=(*step.replies, rule), effect=None)
                else:
                    if step.submits is not None:
                        step = replace(step, talk=replace(step.talk, open=None))
                    replies = said if isinstance(said, tuple) else (said,)
                    step = conclude(CONTENTS, turn.situation, step, replies, turn)
        offered = offered_by(step.replies) if step.replies else step.talk.offered
        return step.replies, replace(step.talk, offered=offered), turn


async def written() -> tuple[int, int, int]:
    """How much stands in the books, in the proposals and in the trail."""
    return (
        await JournalEntry.all().count(),
        await Decision.all().count(),
        await AuditEvent.all().count(),
    )

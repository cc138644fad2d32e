"""A group's leader in private, by the real routing; each message is one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.database import transaction
from handlers.contents import CONTENTS
from handlers.messages import InboundMessage, Kind, Media
from handlers.respond import conclude, offered_by, respond
from handlers.situation import GroupFacts, LoanFacts, Situation
from handlers.talk import Talk
from handlers.turn import Turn
from models.group import Office
from models.money import Rupiah
from tests.builders import NOW, TODAY
from tests.handlers.staff.talking import read

if TYPE_CHECKING:
    from handlers.turn import CardChange, Notice
    from tests.builders import Lent


class Leader:
    """The group's leader in private; every message is a transaction of its own."""

    def __init__(self, lent: Lent) -> None:
        loan = LoanFacts(
            id=lent.loan.id,
            number=lent.loan.number,
            disbursed_on=lent.loan.disbursed_on,
            smallest_repayment=Rupiah(10_000),
            outstanding=Rupiah(20_000_000),
            arrears=Rupiah(0),
            credit=Rupiah(0),
            percent_repaid=0,
            next=None,
        )
        group = lent.group
        self.situation = Situation(
            now=NOW,
            today=TODAY,
            channel="telegram",
            chat="5001",
            address_id=1,
            person_id=lent.leader.id,
            name=lent.leader.name,
            consented=True,
            groups=(
                GroupFacts(
                    group.id, group.name, group.village, group.district, Office.LEADER, loan
                ),
            ),
        )
        self.talk = Talk(f"p:{lent.leader.id}")
        self.turns = 0
        self.notices: list[Notice | CardChange] = []

    async def edits(self, text: str, report_id: int) -> str:
        """Change the message that went into this report."""
        edited = InboundMessage(Kind.EDITED, NOW, text, edits="1", card=f"report:{report_id}")
        return await self._sends(edited)

    async def says(self, text: str = "", *slips: int) -> str:
        kind = Kind.PHOTO if slips else Kind.TEXT
        media = tuple(Media(f"f{slip}", f"p{slip}", media_id=slip) for slip in slips)
        return await self._sends(InboundMessage(kind, NOW, text, media=media))

    async def presses(self, button: str) -> str:
        return await self._sends(InboundMessage(Kind.BUTTON, NOW, button=button))

    async def _sends(self, message: InboundMessage) -> str:
        self.turns += 1
        async with transaction():
            turn = Turn(self.situation, 1000 + self.turns)
            step = respond(CONTENTS, self.situation, self.talk, message, turn.inbox_id)
            turn.draft_id = step.submits.id if step.submits else None
            if step.effect is not None:
                said = await step.effect(turn)
                if step.submits is not None:
                    step = replace(step, talk=replace(step.talk, open=None))
                replies = said if isinstance(said, tuple) else (said,)
                step = conclude(CONTENTS, self.situation, step, replies, turn)
        self.notices = turn.notices
        self.talk = replace(step.talk, offered=offered_by(step.replies))
        return read(step.replies)

    async def sends_it(self) -> str:
        return await self.presses(next(one for one in self.talk.offered if one.endswith(":send")))

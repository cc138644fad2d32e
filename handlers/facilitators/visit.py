"""A facilitator tells of a visit: photos, what was seen, the marks of growth, a recommendation."""

from datetime import date

from typing_extensions import override

from handlers.answers import FreeWords, PastDay, Photos
from handlers.commands import Topic
from handlers.facilitators.answers import GroupInCare, Marks, Recommends, WhatWasSeen, YesOrNo
from handlers.facilitators.menu import choices, no_care
from handlers.forms import Answers, Form, question
from handlers.messages import Fact, InboundMessage, Reply, say, words
from handlers.situation import Situation
from handlers.staff import visit_card
from handlers.staff.funding_proposal import consider_group
from handlers.turn import Turn
from models.errors import NotInCare
from models.field_task import TaskState, settle_tasks
from models.group import Group
from models.search import Listed
from models.visit import RECOMMENDED_FOR, Mark, Seen, record_visit, stage_of

_PHOTOS_MOST = 10


def _cares_for_several(_: Answers, situation: Situation) -> bool:
    return len(situation.in_care) > 1


def _visited(answers: Answers, situation: Situation) -> Listed | None:
    """The group of a visit: the one that was named, else the only one in care."""
    named = answers.get("group")
    if named is not None:
        return next((group for group in situation.in_care if group.id == named), None)
    return situation.in_care[0] if len(situation.in_care) == 1 else None


class VisitForm(Form, name="visit"):
    """So it looked, that day, at that group."""

    group: int | None = question(GroupInCare(), when=_cares_for_several)
    visited_on: date = question(PastDay())
    photos: tuple[int, ...] = question(Photos(at_most=_PHOTOS_MOST))
    seen: str = question(WhatWasSeen())
    marks: tuple[Mark, ...] = question(Marks())
    recommended: Recommends = question(YesOrNo(Recommends, "visit.recommends"))
    reason: str = question(FreeWords(at_least=5, at_most=200))

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        group = _visited(answers, situation)
        marks = answers.get("marks")
        return {
            "group": group.name if group else "",
            "stage": words(f"visit.stage.{stage_of(marks or ()).value}"),
        }

    @override
    async def submit(self, turn: Turn) -> Reply | tuple[Reply, ...]:
        answers: Answers = {"group": self.group} if self.group is not None else {}
        group = _visited(answers, turn.situation)
        if group is None:
            return await self._no_more(turn)
        visit = await record_visit(
            Seen(
                group_id=group.id,
                facilitator_id=turn.person_id,
                visited_on=self.visited_on,
                words=self.seen,
                marks=self.marks,
                recommended=self.recommended is Recommends.YES,
                reason=self.reason,
                photos=self.photos,
            ),
            draft_id=turn.draft_id or turn.inbox_id,
            at=turn.now,
        )
        subject = f"visit:{visit.id}"
        turn.tell_staff(await visit_card.card(visit.id), key=f"{subject}:card", subject=subject)
        for task in await settle_tasks(group.id, TaskState.DONE, at=turn.now, by=turn.person_id):
            await visit_card.change_task(turn, task)
        await consider_group(turn, group.id, subject)
        return say(
            "visit.recorded",
            *choices(turn.situation),
            group=group.name,
            visited_on=self.visited_on,
            days=RECOMMENDED_FOR.days,
            until=visit.valid_until,
            recommended=self.recommended.value,
        )

    async def _no_more(self, turn: Turn) -> Reply:
        """The group went into other hands while the visit was being told of."""
        gone = await Group.get_or_none(id=self.group)
        if gone is None:
            return no_care(turn.situation)
        refusal = NotInCare(group=gone.name)
        return Reply(refusal.code, refusal.facts)


async def _begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Only whoever has groups in their care tells of visits."""
    if not turn.situation.in_care:
        return no_care(turn.situation)
    turn.start("visit", heard=message if message.text or message.media else None)
    return ()


TOPIC = Topic("visit", frozenset({"report_visit"}), ("kunjungan",), run=_begin)

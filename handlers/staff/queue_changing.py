"""Staff change the queue: a move, a pause and its end, and taking a group out; each says why."""

import re
from collections.abc import Awaitable, Callable
from typing import Final

from typing_extensions import override

from handlers.forms import Answers, Doubt, Form, given, question
from handlers.messages import Choice, Fact, InboundMessage, Json, Reply, say, words
from handlers.situation import Situation
from handlers.staff import queue_news
from handlers.staff.access import require
from handlers.staff.answers import OwnReason
from handlers.staff.plan_answers import Count
from handlers.staff.purposes import REVIEWERS
from handlers.turn import Turn
from models.applying import locked, must_be, not_ones_own
from models.errors import RuleBroken
from models.funding_queue import OPEN, open_application, place_of, waiting
from models.funding_tables import Application, ApplicationStatus
from models.group import Group
from models.queue_moves import By, Shift, move, postpone, resume, withdraw

About = Callable[[Turn, int, InboundMessage], Awaitable[Reply | tuple[Reply, ...]]]
CHANGES: Final = {
    "move": (ApplicationStatus.WAITING,),
    "postpone": (ApplicationStatus.WAITING,),
    "resume": (ApplicationStatus.POSTPONED,),
    "remove": OPEN,
}
"""What can be done, and about applications in which state."""
_PLACE_LAST: Final = 9_999
WHY: Final = re.compile(r"\b(?:karena|krn|sebab|alasan(?:nya)?)\b[:,]?\s+(.+)$", re.IGNORECASE)
_PLACE: Final = re.compile(r"(?<![\w.,])(\d{1,4})(?![\w.,]*\d)")


def about(what: str) -> About:
    """The change of this name for a group: its application, and what was said about it already."""

    async def begin(
        turn: Turn, group_id: int, message: InboundMessage
    ) -> Reply | tuple[Reply, ...]:
        found = await open_application(group_id)
        application = await locked(found.id) if found else None
        if application is None:
            group = await Group.get_or_none(id=group_id)
            return say("queue_change.not_in_queue", group=group.name if group else "")
        return await start(turn, application, what, message.text)

    return begin


async def start(
    turn: Turn, application: Application, what: str, said: str = ""
) -> Reply | tuple[Reply, ...]:
    """Begin the form. Raises NotAllowed, ApplicationDecided and OwnApplication."""
    await require(turn, REVIEWERS)
    await must_be(application, CHANGES[what])
    await not_ones_own(application, turn.person_id)
    place, count = await place_of(application.id), len(await waiting(application.programme_id))
    turn.start(
        "queue_change",
        what=what,
        application=application.id,
        number=application.number,
        group=application.group.name,
        stands=place.place if place else 0,
        count=count,
        **_said(what, said),
    )
    return say(
        f"queue_change.begun.{what}",
        by=turn.situation.name,
        number=application.number,
        group=application.group.name,
    )


def _said(what: str, text: str) -> dict[str, Json]:
    """Such as "2 karena panen lebih awal": place and reason."""
    known: dict[str, Json] = {}
    why = WHY.search(text)
    reason = OwnReason()
    if why is not None and reason.at_least <= len(why[1].strip()) <= reason.at_most:
        known["reason"] = " ".join(why[1].split()).rstrip(" .!")
    place = _PLACE.search(text[: why.start()] if why else text)
    if what == "move" and place is not None and int(place[1]):
        known["place"] = int(place[1])
    return known


def _moves(answers: Answers, _: Situation) -> bool:
    return answers.get("what") == "move"


class QueueChangeForm(Form, name="queue_change"):
    """Everybody in the queue can read the reason of a move, and of the end of a pause."""

    what: str = given(str)
    application: int = given(int)
    number: str = given(str)
    group: str = given(str)
    stands: int = given(int)
    count: int = given(int)
    place: int | None = question(Count(at_most=_PLACE_LAST), when=_moves)
    reason: str = question(OwnReason())

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        place, count = answers.get("place"), answers["count"]
        if place is None or place <= count or not _moves(answers, situation):
            return ()
        facts: dict[str, Fact] = {"place": place, "count": count}
        return (Doubt("place", "beyond", facts, offers=(count,), firm=True),)

    @override
    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {name: answers[name] for name in ("what", "number", "group", "stands", "count")}

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {**cls.asked_with(answers, situation), "place": answers.get("place") or 0}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, REVIEWERS)
        application = await locked(self.application)
        if application is None or self.what not in CHANGES:
            return say("form.stale")
        try:
            shift = await self._change(turn, application)
        except RuleBroken as broken:  # Raised before anything was written.
            return Reply(broken.code, broken.facts)
        await queue_news.after(turn, shift)
        return say(
            f"queue_change.done.{self.what}",
            Choice(f"card:queue:{application.programme_id}:show-0", words("queue.show")),
            group=self.group,
            before=shift.place_before,
            place=shift.place,
            count=len(shift.after),
            told=len(shift.shifted),
        )

    async def _change(self, turn: Turn, application: Application) -> Shift:
        by: By = {"reason": self.reason, "person_id": turn.person_id, "at": turn.now}
        await not_ones_own(application, turn.person_id)
        match self.what:
            case "move":
                return await move(application, self.place or 1, **by)
            case "postpone":
                return await postpone(application, **by)
            case "resume":
                return await resume(application, **by)
        return await withdraw(application, by_group=False, **by)

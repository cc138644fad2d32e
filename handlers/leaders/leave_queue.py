"""A leader takes the group's application back: confirmed, and with a reason if they like."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from typing_extensions import override

from handlers.commands import Topic
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.hearing import Hearing, Option
from handlers.leaders.apply_answers import OwnGroup
from handlers.messages import Choice, Fact, InboundMessage, Reply, say, words
from handlers.situation import Situation
from handlers.staff import queue_news
from handlers.staff.answers import Reason
from handlers.turn import Turn
from handlers.understanding.business import is_skipped
from models.applying import locked
from models.errors import RuleBroken
from models.funding_queue import OPEN, open_application, place_of
from models.funding_tables import Application
from models.queue_moves import withdraw


class WhyLeaving(StrEnum):
    """Why groups usually take an application back."""

    NOT_NEEDED = "not_needed"
    NOT_READY = "not_ready"
    UNSAID = "unsaid"


def reason_in_words(reason: str) -> Fact:
    """A stored reason: in the reader's language, or in the words that were typed."""
    return words(f"leave_queue.because.{reason}") if reason in set(WhyLeaving) else reason


@dataclass(frozen=True)
class LeavingReason(Reason):
    """A listed reason by its button, a sentence, or none at all."""

    @override
    def read(self, hearing: Hearing) -> str:
        if is_skipped(hearing.text):
            return WhyLeaving.UNSAID.value
        return super().read(hearing)

    @override
    def options(self, situation: Situation) -> tuple[Option[str], ...]:
        return tuple(
            Option(reason.value, words(f"leave_queue.choice.{reason}")) for reason in WhyLeaving
        )

    @override
    def fact(self, value: str) -> Fact:
        return reason_in_words(value)


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Start the form, if a group of theirs has an application to take back."""
    mine = [group.id for group in turn.situation.groups]
    found = Application.filter(group_id__in=mine, status__in=list(OPEN)).order_by("group_id")
    applications = await found if mine else []
    if not applications:
        return say("leave_queue.nothing_open", Choice("go:my_turn", words("menu.my_turn")))
    listed = {}
    for one in applications:
        place = await place_of(one.id)
        listed[str(one.group_id)] = {"number": one.number, "place": place.place if place else 0}
    turn.start("leave_queue", heard=message, listed=json.dumps(listed))
    return ()


def _listed(answers: Answers) -> Mapping[str, Any]:
    """Number and place of every application that can be taken back, by its group."""
    found: Mapping[str, Any] = json.loads(answers.get("listed") or "{}")
    return found


def _chosen(answers: Answers) -> int:
    """The group that leaves: the only one that can, or the one that was named."""
    listed = _listed(answers)
    return int(next(iter(listed))) if len(listed) == 1 else int(answers.get("group") or 0)


def _several(answers: Answers, _: Situation) -> bool:
    return len(_listed(answers)) > 1


def _groups(answers: Answers, situation: Situation) -> tuple[Option[int], ...]:
    return tuple(
        Option(group.id, words("form.group", name=group.name))
        for group in situation.groups
        if str(group.id) in _listed(answers)
    )


class LeaveQueueForm(Form, name="leave_queue"):
    """After this the place is gone; a new application begins at the end."""

    listed: str = given(str)
    group: int | None = question(OwnGroup(), when=_several, suggest=_groups)
    reason: str = question(LeavingReason())

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        group = situation.group(_chosen(answers))
        if group is None or str(group.id) in _listed(answers):
            return ()
        facts: dict[str, Fact] = {"group": group.name}
        labels = ("form.keep", "apply.other_group")
        return (Doubt("group", "has_none", facts, firm=True, rest={"group": None}, labels=labels),)

    @override
    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        group = situation.group(_chosen(answers))
        found = _listed(answers).get(str(_chosen(answers)), {})
        return {
            "number": found.get("number", ""),
            "place": found.get("place", 0),
            "group": group.name if group else "",
        }

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return cls.asked_with(answers, situation)

    @override
    async def submit(self, turn: Turn) -> Reply:
        """What was waiting when the form began is looked at again."""
        group_id = _chosen({"listed": self.listed, "group": self.group})
        found = await open_application(group_id)
        application = await locked(found.id) if found else None
        if application is None or turn.situation.group(group_id) is None:
            return say("leave_queue.too_late")
        try:
            shift = await withdraw(
                application,
                reason=self.reason,
                person_id=turn.person_id,
                by_group=True,
                at=turn.now,
            )
        except RuleBroken:  # Raised before anything was written.
            return say("leave_queue.too_late")
        await queue_news.after(turn, shift)
        return say(
            "leave_queue.submitted",
            Choice("go:apply", words("menu.apply")),
            number=application.number,
            group=application.group.name,
            name=turn.situation.name,
        )


def _never(_: Situation) -> bool:
    return False


TOPIC = Topic(
    "leave_queue",
    frozenset({"withdraw_application"}),
    ("mundur",),
    form=LeaveQueueForm,
    run=begin,
    open_to=_never,
)

"""Staff look at an application: accept it into the queue, ask something, or refuse it kindly."""

from collections.abc import Collection
from typing import Final

from typing_extensions import override

from handlers.answers import FreeWords
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.hearing import Option
from handlers.messages import Choice, Fact, Json, Reply, say, words
from handlers.situation import Situation
from handlers.staff import application_card, queue_changing, queue_news
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.answers import OwnReason
from handlers.staff.capital_amount import Wanted
from handlers.staff.purposes import REVIEWERS
from handlers.staff.review_reasons import PriorityClass, RefusalReason, refusal_in_words
from handlers.turn import Turn
from models.applying import (
    REVIEWED,
    ROUND_TO,
    USUAL_PRIORITY,
    locked,
    may_review,
    refuse,
    send_back,
)
from models.errors import RuleBroken
from models.funding_limits import most_for_a_group
from models.funding_tables import Application, ApplicationStatus
from models.money import Rupiah
from models.queue_moves import accept

_FORMS: Final = {
    "accept": "accept_application",
    "ask": "return_application",
    "refuse": "refuse_application",
}
_ASKED_OF: Final = (ApplicationStatus.SUBMITTED,)


async def press(turn: Turn, application_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on a card: `<verb>-<number of its last event>`, or `show` in a list."""
    await require(turn, ANY_STAFF)
    name, _, number = verb.partition("-")
    application = await locked(application_id)
    if application is None:
        return say("form.stale")
    if name == "show":
        await application_card.post(turn, application, key=f"show:{turn.inbox_id}", news=False)
        return ()
    if name in queue_changing.CHANGES:
        return await queue_changing.start(turn, application, name)
    if name not in _FORMS or not number.isdecimal():
        return say("form.stale")
    seen = int(number[:9])
    await _may_review(turn, application, seen, _among(name))
    return await _begin(turn, application, name, seen)


def _among(name: str) -> Collection[ApplicationStatus]:
    return _ASKED_OF if name == "ask" else REVIEWED


async def _may_review(
    turn: Turn,
    application: Application,
    seen: int,
    among: Collection[ApplicationStatus] = REVIEWED,
) -> None:
    await require(turn, REVIEWERS)
    await may_review(application, seen=seen, person_id=turn.person_id, among=among)


async def _begin(turn: Turn, application: Application, name: str, seen: int) -> Reply:
    group, number = application.group.name, application.number
    more: dict[str, Json] = {}
    if name == "accept":
        most = await most_for_a_group(application.programme_id)
        more = {"wanted": int(application.amount), "most": int(most or 0)}
    turn.start(
        _FORMS[name], application=application.id, number=number, group=group, seen=seen, **more
    )
    return say(f"application.begun.{name}", by=turn.situation.name, number=number, group=group)


def _offered_amounts(answers: Answers, _: Situation) -> tuple[Option[Rupiah], ...]:
    wanted, most = int(answers["wanted"]), int(answers["most"])
    offered = (wanted, most) if 0 < most < wanted else (wanted,)
    return tuple(
        Option(Rupiah(each), words("form.value", value=Rupiah(each)), numbered=False)
        for each in offered
    )


def _in_a_class_of_its_own(answers: Answers, _: Situation) -> bool:
    return bool(answers.get("priority", USUAL_PRIORITY) != USUAL_PRIORITY)


class AcceptApplicationForm(Form, name="accept_application"):
    """Into the queue, with so much, in that class; another class than the usual says why."""

    application: int = given(int)
    number: str = given(str)
    group: str = given(str)
    seen: int = given(int)
    wanted: int = given(int)
    most: int = given(int)
    granted: Rupiah = question(Wanted(), suggest=_offered_amounts)
    priority: int = question(PriorityClass())
    reason: str | None = question(OwnReason(), when=_in_a_class_of_its_own)

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        granted, wanted, most = answers.get("granted"), answers["wanted"], answers["most"]
        if granted is None:
            return ()
        facts: dict[str, Fact] = {"amount": granted, "wanted": Rupiah(wanted)}
        if granted > wanted:
            return (Doubt("granted", "above_wanted", facts, offers=(Rupiah(wanted),)),)
        if most and granted > most:
            facts["most"] = Rupiah(most)
            return (Doubt("granted", "above_most", facts, offers=(Rupiah(most),)),)
        if granted % ROUND_TO and granted != wanted:
            facts["round_to"] = ROUND_TO
            below = Rupiah(granted - granted % ROUND_TO)
            offers = tuple(each for each in (below, Rupiah(below + ROUND_TO)) if each)
            return (Doubt("granted", "not_round", facts, offers=offers),)
        return ()

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        own = _in_a_class_of_its_own(answers, situation)
        why: Fact = words("accept_application.why", reason=answers["reason"]) if own else ""
        return {
            "number": answers["number"],
            "group": answers["group"],
            "wanted": Rupiah(answers["wanted"]),
            "why": why,
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        try:
            application = await _still(turn, self.application, self.seen)
        except RuleBroken as broken:  # Raised before anything was written.
            return Reply(broken.code, broken.facts)
        if application is None:
            return say("form.stale")
        shift = await accept(
            application,
            granted=self.granted,
            priority=self.priority,
            reason=(self.reason or "") if self.priority != USUAL_PRIORITY else "",
            person_id=turn.person_id,
            at=turn.now,
        )
        await queue_news.after(turn, shift)
        return say(
            "accept_application.done",
            Choice(f"card:queue:{application.programme_id}:show-0", words("queue.show")),
            number=self.number,
            group=self.group,
            place=shift.place,
            count=len(shift.after),
        )


class ReturnApplicationForm(Form, name="return_application"):
    """The leader is asked something; the answer brings the application back."""

    application: int = given(int)
    number: str = given(str)
    group: str = given(str)
    seen: int = given(int)
    asked: str = question(FreeWords(at_least=5, at_most=300))

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"number": answers["number"], "group": answers["group"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        try:
            application = await _still(turn, self.application, self.seen, _ASKED_OF)
        except RuleBroken as broken:  # Raised before anything was written.
            return Reply(broken.code, broken.facts)
        if application is None:
            return say("form.stale")
        await send_back(application, self.asked, person_id=turn.person_id, at=turn.now)
        key = f"application:{application.id}:returned:{turn.inbox_id}"
        told = say(
            "application.result.returned",
            Choice("go:answer_application", words("answer_application.begin")),
            number=self.number,
            group=self.group,
            asked=self.asked,
        )
        await queue_news.tell_group(turn, application, told, key=key)
        await application_card.change(turn, application.id, key=f"returned:{turn.inbox_id}")
        return say("return_application.done", number=self.number, group=self.group)


class RefuseApplicationForm(Form, name="refuse_application"):
    """The application comes to nothing, and the group reads why in kind words."""

    application: int = given(int)
    number: str = given(str)
    group: str = given(str)
    seen: int = given(int)
    reason: str = question(RefusalReason())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"number": answers["number"], "group": answers["group"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        try:
            application = await _still(turn, self.application, self.seen)
        except RuleBroken as broken:  # Raised before anything was written.
            return Reply(broken.code, broken.facts)
        if application is None:
            return say("form.stale")
        await refuse(application, self.reason, person_id=turn.person_id, at=turn.now)
        key = f"application:{application.id}:refused"
        told = say(
            "application.result.refused",
            Choice("go:apply", words("menu.apply")),
            Choice("go:human", words("menu.human")),
            number=self.number,
            group=self.group,
            reason=refusal_in_words(self.reason),
        )
        await queue_news.tell_group(turn, application, told, key=key)
        await application_card.change(turn, application.id, key=f"refused:{turn.inbox_id}")
        return say("refuse_application.done", number=self.number, group=self.group)


async def _still(
    turn: Turn,
    application_id: int,
    seen: int,
    among: Collection[ApplicationStatus] = REVIEWED,
) -> Application | None:
    """The application, locked, if it may still be decided as it was seen; raises RuleBroken."""
    application = await locked(application_id)
    if application is not None:
        await _may_review(turn, application, seen, among)
    return application

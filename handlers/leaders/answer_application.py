"""Staff have asked something about an application: the leader's answer brings it back to them."""

from dataclasses import dataclass

from typing_extensions import override

from handlers.answers import Gathers, Photos
from handlers.commands import Topic
from handlers.forms import Answers, Form, given, question
from handlers.leaders.apply_answers import Said
from handlers.leaders.loose_photo import Unasked
from handlers.messages import Choice, Fact, InboundMessage, Json, Kind, Reply, say, words
from handlers.situation import Situation
from handlers.staff import application_card
from handlers.turn import Turn
from models.applying import answer, locked
from models.errors import RuleBroken
from models.funding_tables import Application, ApplicationStatus


async def begin(turn: Turn, _: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Begin with the application that has waited longest for an answer."""
    application = await _asked_about(turn)
    if application is None:
        return say("answer_application.nothing_asked", Choice("go:my_turn", words("menu.my_turn")))
    turn.start("answer_application", **_known(application))
    return ()


async def take_words(turn: Turn, message: InboundMessage) -> bool:
    """Words that mean nothing else answer what staff have asked, if they have; else False."""
    said = " ".join(message.text.split())
    if message.kind is not Kind.TEXT or not 1 < len(said) <= Said().at_most:
        return False
    application = await _asked_about(turn)
    if application is not None:
        turn.start("answer_application", **_known(application), answer=said)
    return application is not None


async def _asked_about(turn: Turn) -> Application | None:
    mine = [group.id for group in turn.situation.groups]
    asked = Application.filter(group_id__in=mine, status=ApplicationStatus.RETURNED)
    return await asked.order_by("id").select_related("group").first() if mine else None


def _known(application: Application) -> dict[str, Json]:
    return {
        "application": application.id,
        "number": application.number,
        "group": application.group.name,
        "asked": application.reason,
    }


def _never(_: Answers, __: Situation) -> bool:
    return False


@dataclass(frozen=True)
class MorePages(Gathers, Unasked[tuple[int, ...]]):
    """Pages that were missing, taken whenever they come."""

    at_most: int = 10


class AnswerApplicationForm(Form, name="answer_application"):
    """An answer in words, with pages that were missing."""

    application: int = given(int)
    number: str = given(str)
    group: str = given(str)
    asked: str = given(str)
    answer: str = question(Said())
    pages: tuple[int, ...] | None = question(MorePages(Photos()), when=_never)

    @override
    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {
            "number": answers["number"],
            "group": answers["group"],
            "asked": answers["asked"],
        }

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {
            "number": answers["number"],
            "asked": answers["asked"],
            "said": answers.get("answer") or words("answer_application.only_pages"),
            "pages": len(answers.get("pages") or ()),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        application = await locked(self.application)
        if application is None or turn.situation.group(application.group_id) is None:
            return say("form.stale")
        try:
            await answer(
                application,
                self.answer,
                self.pages or (),
                person_id=turn.person_id,
                at=turn.now,
            )
        except RuleBroken:  # Raised before anything was written.
            return say("answer_application.too_late", number=application.number)
        await application_card.post(turn, application, key=f"answered:{turn.inbox_id}")
        return say("answer_application.submitted", number=self.number, name=turn.situation.name)


TOPIC = Topic("answer_application", frozenset(), ("jawab",), run=begin)

"""Keeping what was not understood twice, so that the office can see what people say, not who."""

from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Final

from tortoise.expressions import Q

from handlers.asking import PATIENCE, being_asked
from handlers.filling_in import Room
from handlers.forms import Draft, Question
from handlers.messages import InboundMessage, Reply
from handlers.talk import Step
from handlers.turn import Turn
from handlers.understanding.masking import without_personal_data
from models import missed
from models.contact import Person
from models.search import words_of

_SHORTEST_NAME: Final = 3
_WORDS_LOOKED_UP_MOST: Final = 30


def noted(room: Room, draft: Draft, step: Step) -> Step:
    """The step that asks again, and keeps what an open form has missed a second time."""
    asked_again = step.talk.open
    tired = asked_again is not None and asked_again.misunderstood >= PATIENCE
    if not tired or step.effect is not None or room.situation.in_staff_chat:
        return step

    async def write_down(turn: Turn) -> tuple[Reply, ...]:
        await keep(turn, room.message, _open_question(room, draft))
        turn.asked = True
        return ()

    return replace(step, effect=write_down)


def _open_question(room: Room, draft: Draft) -> str:
    """What was being asked, such as `repayment_report.amount`."""
    asking = being_asked(room.contents.forms[draft.form], draft, room.situation)
    if asking is None:
        return f"{draft.form}.confirm"
    return f"{draft.form}.{asking.name if isinstance(asking, Question) else asking.question}"


async def keep(turn: Turn, message: InboundMessage, question: str = "") -> None:
    """Count the words of the message, without names and numbers of people."""
    said = message.text.casefold()
    if not said.strip():
        return
    masked = without_personal_data(message.text, await _names_in(said, turn))
    await missed.keep(masked.casefold(), question, at=turn.now)


async def _names_in(said: str, turn: Turn) -> set[str]:
    """Words that are part of the speaker's name, or of the name of anybody whom we know."""
    spoken = [word for word in words_of(said) if len(word) >= _SHORTEST_NAME and word.isalpha()]
    looked_up = list(dict.fromkeys(spoken))[:_WORDS_LOOKED_UP_MOST]
    known = set(words_of(turn.situation.name))
    if looked_up:
        like = reduce(or_, (Q(name__icontains=word) for word in looked_up))
        for name in await Person.filter(like).limit(1_000).values_list("name", flat=True):
            known.update(words_of(str(name)))
    return {word for word in known if len(word) >= _SHORTEST_NAME}

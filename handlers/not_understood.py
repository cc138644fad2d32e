"""What nobody understood: an answer that the office waits for, the usual topics, then a person."""

from dataclasses import replace

from handlers import missed
from handlers.filling_in import Room
from handlers.leaders import answer_application, human
from handlers.messages import Choice, InboundMessage, Reply, say, words
from handlers.talk import Step
from handlers.turn import Turn

_PATIENCE = 2
"""So often in a row we fail to understand before a person is called."""


def not_understood(room: Room) -> Step:
    """First gently with the usual topics; the second time in a row staff are called.

    Words of a leader whom staff have asked something about an application are the answer.
    """
    choices, times = usual_topics(room), room.talk.misunderstood + 1
    gently = say("form.not_understood", *choices)
    answers_nobody = room.talk.open is not None or not room.situation.groups
    if times < _PATIENCE and answers_nobody:
        return Step(replace(room.talk, misunderstood=times), (gently,))

    async def answer_or_call(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
        if await answer_application.take_words(turn, message):
            return ()
        if times < _PATIENCE:
            return gently
        await missed.keep(turn, message)
        return await human.call_unasked(turn, message, choices)

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await answer_or_call(turn, room.message)

    return Step(replace(room.talk, misunderstood=times % _PATIENCE), effect=effect)


def usual_topics(room: Room) -> tuple[Choice, ...]:
    """What may have been meant, as buttons."""
    offered = ["repayment_report", "what_is_left", "help"] if room.situation.borrowing else ["help"]
    return tuple(Choice(f"go:{name}", words(f"menu.{name}")) for name in offered)

"""Somebody whom we do not know yet, or who has not agreed yet: kind words, never data."""

from handlers.leaders import human, joining
from handlers.messages import InboundMessage, Kind, Reply
from handlers.situation import Situation
from handlers.talk import Step, Talk
from handlers.turn import Turn
from handlers.understanding import read_choice, read_yes_no


def respond(situation: Situation, talk: Talk, message: InboundMessage) -> Step:
    """A stranger is told what this is; a known person is asked to agree first."""
    if situation.person_id is not None:
        return _consent(situation, talk, message)

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        if (message.button or "").startswith("talk:"):
            return await human.press(turn, message)
        if message.kind is Kind.CONTACT:
            return await joining.take_contact(turn, message)
        return await joining.welcome_stranger(turn, message)

    return Step(talk, effect=effect)


def _consent(situation: Situation, talk: Talk, message: InboundMessage) -> Step:
    agreed = {"go:consent_yes": True, "go:consent_no": False}.get(message.button or "")
    if agreed is None and message.kind is Kind.TEXT:
        # Whoever has just been matched was shown the choices before they had a talk of their own.
        numbered = {1: True, 2: False}.get(read_choice(message.text) or 0)
        agreed = read_yes_no(message.text) if numbered is None else numbered
    if agreed is None:
        return Step(talk, (joining.ask_consent(situation),))
    answer = agreed

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await joining.answer_consent(turn, agreed=answer)

    return Step(talk, effect=effect)

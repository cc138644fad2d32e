"""The staff chat: commands, taps on cards, replies to cards; roles are checked person by person."""

from handlers.commands import Contents
from handlers.messages import InboundMessage, Kind, Reply, number_in, say
from handlers.situation import Situation
from handlers.staff import relay, statement_arrival
from handlers.talk import Step, Talk
from handlers.turn import Turn


def outsider(situation: Situation, talk: Talk, message: InboundMessage) -> Step:
    """Somebody without a role: commands, taps and answers to leaders are refused, talk ignored."""
    answers_a_leader = relay.talk_of(message.card) is not None
    if answers_a_leader or message.kind is Kind.BUTTON or message.text.startswith("/"):
        return _not_allowed(situation, talk)
    return Step(talk)


def respond(
    contents: Contents, situation: Situation, talk: Talk, message: InboundMessage
) -> Step | None:
    """A bank statement, a command or a reply to a card; none when the message is none of them."""
    if statement_arrival.is_statement(message):
        return _statement(talk, message)
    if message.text.startswith("/"):
        return _command(contents, situation, talk, message)
    if message.card is not None:
        return _answer(contents, situation, talk, message, message.card)
    return None


def press(contents: Contents, situation: Situation, talk: Talk, pressed: str) -> Step:
    """A tap on a card's button: `card:<kind>:<id>:<verb>`."""
    _, kind, number, verb = (*pressed.split(":"), "", "", "")[:4]
    card, about = contents.cards.get(kind), number_in(number)
    if card is None or about is None:
        return Step(talk, (say("form.stale"),))
    if not situation.in_staff_chat or not card.roles & situation.roles:
        return _not_allowed(situation, talk)

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await card.press(turn, about, verb)

    return Step(talk, effect=effect)


def _command(
    contents: Contents, situation: Situation, talk: Talk, message: InboundMessage
) -> Step | None:
    name, rest = message.command
    if name == "batal":
        return None if talk.open else Step(talk, (say("form.nothing_open"),))
    command = contents.staff_commands.get(name)
    if command is None:
        return Step(talk, (say("staff.unknown_command"),))
    if not command.roles & situation.roles:
        return _not_allowed(situation, talk)

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await command.run(turn, message.with_text(rest))

    return Step(talk, effect=effect)


def _statement(talk: Talk, message: InboundMessage) -> Step:
    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await statement_arrival.arrived(turn, message)

    return Step(talk, effect=effect)


def _not_allowed(situation: Situation, talk: Talk) -> Step:
    return Step(talk, (say("access.not_allowed", name=situation.name),))


def _answer(
    contents: Contents, situation: Situation, talk: Talk, message: InboundMessage, subject: str
) -> Step | None:
    """A reply to a card does the natural thing; none where there is no such thing."""
    kind, number = (*subject.split(":"), "")[:2]
    card, about = contents.cards.get(kind), number_in(number)
    if card is None or card.answer is None or about is None:
        return None
    if not card.roles & situation.roles:
        return _not_allowed(situation, talk)
    answer = card.answer

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await answer(turn, message, about)

    return Step(talk, effect=effect)

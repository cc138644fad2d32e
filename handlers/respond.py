"""Routing one turn: who speaks, what they mean, which form or look-up answers. Pure.

What needs the database is returned as an effect, for the transaction of the message to run.
"""

from collections.abc import Sequence
from dataclasses import replace

from handlers import staff_chat, strangers
from handlers.commands import Contents, Run, Topic
from handlers.filling_in import Room, answer_open, expire, press, return_to_open, start
from handlers.forms import Draft
from handlers.messages import Choice, InboundMessage, Kind, Reply, say, words
from handlers.situation import Situation
from handlers.talk import Step, Talk
from handlers.turn import Turn
from handlers.understanding import read_choice

_SILENT_KINDS = {
    Kind.VOICE,
    Kind.VIDEO,
    Kind.STICKER,
    Kind.LOCATION,
    Kind.UNSUPPORTED,
}


def respond(
    contents: Contents, situation: Situation, talk: Talk, message: InboundMessage, inbox_id: int
) -> Step:
    """Decide what one message, or one joined burst, leads to."""
    message = _number_as_button(message, talk)
    if situation.in_staff_chat and not situation.roles:
        return staff_chat.outsider(talk, message)
    if not situation.private and not situation.in_staff_chat:
        return Step(talk)
    if not situation.in_staff_chat and not (situation.person_id and situation.consented):
        return strangers.respond(situation, talk, message)
    return _insider(Room(contents, situation, talk, message, inbox_id))


def conclude(
    contents: Contents, situation: Situation, step: Step, said: tuple[Reply, ...], turn: Turn
) -> Step:
    """After an effect: what it said, then the next form, or the one that was interrupted."""
    step = replace(step, replies=(*step.replies, *said), effect=None)
    if turn.next_form is not None:
        name, given = turn.next_form
        room = Room(contents, situation, step.talk, _silence(situation), turn.inbox_id)
        return start(room, contents.forms[name].form_name, given, step)
    return return_to_open(contents, situation, step)


def _insider(room: Room) -> Step:
    """Somebody known, in private or in the staff chat."""
    room, expired = expire(room)
    if room.message.kind is Kind.BUTTON:
        step = _button(room)
    elif room.situation.in_staff_chat:
        step = staff_chat.respond(room.contents, room.situation, room.talk, room.message) or (
            _in_form(room) if room.talk.open else Step(room.talk)
        )
    else:
        step = _private(room)
    return replace(
        step,
        replies=(*expired.replies, *step.replies),
        ended=(*expired.ended, *step.ended),
    )


def _private(room: Room) -> Step:
    message = room.message
    if message.kind in _SILENT_KINDS:
        return return_to_open(
            room.contents,
            room.situation,
            Step(room.talk, (say(f"kinds.{message.kind}"),)),
            gently=False,
        )
    if message.kind is Kind.CONTACT:
        return Step(room.talk, (say("kinds.contact"),))
    if message.kind is Kind.EDITED and room.talk.open is None:
        return Step(room.talk, (say("kinds.edited"),))
    if message.text.startswith("/"):
        return _slash(room)
    if room.talk.open is not None:
        return _in_form(room)
    return _by_meaning(room)


def _slash(room: Room) -> Step:
    command, _, rest = room.message.text[1:].partition(" ")
    if command == "batal":
        return _in_form(replace(room, message=room.message.with_text("batal")))
    topic = room.contents.topic_of_command(command.casefold())
    if topic is None:
        return _not_understood(room)
    return _topic(replace(room, message=room.message.with_text(rest)), topic)


def _in_form(room: Room) -> Step:
    """An unfinished form is open: the message most likely answers it."""
    draft = room.talk.open
    if draft is None or draft.form not in room.contents.forms:  # A form that is no more.
        return _by_meaning(replace(room, talk=replace(room.talk, open=None)))
    step, understood = answer_open(room, draft)
    topic = None if understood else _interrupting(room, draft)
    return step if topic is None else _topic(room, topic)


def _interrupting(room: Room, draft: Draft) -> Topic | None:
    """The other topic that the message names, if it names one."""
    if room.situation.in_staff_chat or not room.message.text.strip():
        return None
    topic = room.contents.topic_of_intent(str(room.hearing.understood.intent))
    if topic is None or not topic.interrupts:
        return None
    if topic.form and topic.form.form_name == draft.form:
        return None
    return None if topic.name in {"menu", "thanks"} and draft.misunderstood else topic


def _button(room: Room) -> Step:
    pressed = room.message.button or ""
    if pressed.startswith("go:"):
        topic = room.contents.topic(pressed.removeprefix("go:"))
        return _topic(room, topic) if topic else _stale(room)
    if pressed.startswith("card:"):
        return staff_chat.press(room.contents, room.situation, room.talk, pressed)
    number, _, verb = pressed.removeprefix("d").partition(":")
    draft = room.talk.draft(int(number)) if number.isdigit() else None
    if not pressed.startswith("d") or draft is None or draft.form not in room.contents.forms:
        return _stale(room)
    return press(room, draft, verb)


def _stale(room: Room) -> Step:
    """A button of an old card: say so kindly, and put what is open again."""
    step = Step(room.talk, (say("form.stale"),))
    return return_to_open(room.contents, room.situation, step, gently=False)


def _by_meaning(room: Room) -> Step:
    intent = str(room.hearing.understood.intent)
    if room.message.media and intent not in {"report_repayment", "send_slip", "give_amount"}:
        return start(room, "loose_photo", {}, Step(room.talk))
    if intent in {"cancel", "back"}:
        topic = room.contents.topic("menu")
        return (
            _run(room, topic.run, say("form.nothing_open"))
            if topic and topic.run
            else Step(room.talk, (say("form.nothing_open"),))
        )
    topic = room.contents.topic_of_intent(intent)
    return _topic(room, topic) if topic is not None else _not_understood(room)


def _topic(room: Room, topic: Topic) -> Step:
    if topic.form is not None and (topic.run is None or room.situation.borrowing):
        return start(room, topic.form.form_name, {}, Step(room.talk))
    if topic.run is None:
        return _not_understood(room)
    return _run(room, topic.run)


def _run(room: Room, run: Run, *before: Reply) -> Step:
    message = room.message

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await run(turn, message)

    return Step(replace(room.talk, misunderstood=0), before, effect)


def _not_understood(room: Room) -> Step:
    """First gently with the usual topics; the second time in a row with a person, too."""
    times = room.talk.misunderstood + 1
    key = "form.not_understood" if times == 1 else "form.stuck"
    offered = ["repayment_report", "what_is_left", "help"] if room.situation.borrowing else ["help"]
    if times > 1:
        offered.append("human")
    choices = [Choice(f"go:{name}", words(f"menu.{name}")) for name in offered]
    return Step(replace(room.talk, misunderstood=times), (say(key, *choices),))


def _number_as_button(message: InboundMessage, talk: Talk) -> InboundMessage:
    """A number is the same as tapping the choice in that place of what was last shown."""
    if message.kind is not Kind.TEXT or not talk.offered:
        return message
    picked = read_choice(message.text)
    if picked is None or not 1 <= picked <= len(talk.offered):
        return message
    return replace(message, kind=Kind.BUTTON, button=talk.offered[picked - 1])


def _silence(situation: Situation) -> InboundMessage:
    """A message that says nothing, for a form that begins without one."""
    return InboundMessage(Kind.TEXT, situation.now)


def offered_by(replies: Sequence[Reply]) -> tuple[str, ...]:
    """The ids of all choices that these replies show, in order."""
    return tuple(choice.id for reply in replies for choice in reply.choices)

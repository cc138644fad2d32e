"""Routing one turn: who speaks, what they mean, which form or look-up answers. Pure.

What needs the database is returned as an effect, for the transaction of the message to run.
"""

from collections.abc import Sequence
from dataclasses import replace

from handlers import missed, staff_chat, strangers
from handlers.asking import as_tap
from handlers.commands import Contents, Run, Topic
from handlers.filling_in import (
    Room,
    answer_open,
    expire,
    press,
    return_to_open,
    slept,
    start,
    title_of,
    understands,
)
from handlers.forms import Draft
from handlers.leaders import correct_report, human, linking, menu, owed, sending_again
from handlers.messages import InboundMessage, Kind, Reply, number_in, say
from handlers.not_understood import not_understood, usual_topics
from handlers.situation import Situation
from handlers.staff import relay
from handlers.talk import Step, Talk
from handlers.turn import Turn
from handlers.understanding import read_choice, read_yes_no
from handlers.with_office import is_for_the_office

_WORDLESS_KINDS = {
    Kind.CONTACT,
    Kind.VOICE,
    Kind.VIDEO,
    Kind.STICKER,
    Kind.LOCATION,
    Kind.UNSUPPORTED,
}
_TOLD_BY_A_CAPTION = {"report_repayment", "send_slip", "give_amount", "report_progress"}
"""What the words below a picture may mean; without them we ask what it is."""
_PRESSED = {"talk": human.press, "owed": owed.press, "unlink": linking.press}
"""What a tap does by what its button is about."""


def respond(
    contents: Contents, situation: Situation, talk: Talk, message: InboundMessage, inbox_id: int
) -> Step:
    """Decide what one message, or one joined burst, leads to."""
    message = _words_as_button(message, talk)
    if situation.in_staff_chat and not situation.roles:
        return staff_chat.outsider(situation, talk, message)
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
        room = Room(
            contents, situation, step.talk, turn.heard or _silence(situation), turn.inbox_id
        )
        return start(room, contents.forms[name].form_name, given, step)
    if turn.asked:
        return step
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
    if message.kind in _WORDLESS_KINDS:
        offered = say(f"kinds.{message.kind}", *menu.choices(room.situation))
        step = Step(room.talk, (offered,))
        return return_to_open(room.contents, room.situation, step, gently=False)
    if correct_report.is_about_another(message, room.talk.open):
        return _run(room, correct_report.begin)
    if message.kind is Kind.EDITED and room.talk.open is None:
        return Step(room.talk, (say("kinds.edited"),))
    if message.text.startswith("/"):
        return _slash(room)
    if relay.talk_of(message.card) is not None and not _is_sensitive(room):
        return _run(room, human.reply_to_office)
    if room.talk.open is not None:
        return _in_form(room)
    return _by_meaning(room)


def _slash(room: Room) -> Step:
    command, rest = room.message.command
    if command == "batal":
        return _in_form(replace(room, message=room.message.with_text("batal")))
    topic = room.contents.topic_of_command(command)
    if topic is None:
        return not_understood(room)
    return _topic(replace(room, message=room.message.with_text(rest)), topic)


def _in_form(room: Room) -> Step:
    """An unfinished form is open: the message most likely answers it."""
    draft = room.talk.open
    if draft is None:
        return _by_meaning(room)
    topic = _asked_after_a_silence(room, draft)
    if topic is not None:
        return _topic(room, topic)
    step, understood = answer_open(room, draft)
    if understood:
        return step
    topic = _interrupting(room, draft)
    return _topic(room, topic) if topic is not None else missed.noted(room, draft, step)


def _asked_after_a_silence(room: Room, draft: Draft) -> Topic | None:
    """A question is answered before we ask whether to go on with what was left lying."""
    waits = draft.held is not None or slept(draft, room.situation)
    if not waits or str(room.hearing.understood.intent) == "restart" or understands(room, draft):
        return None
    return _interrupting(room, draft)


def _interrupting(room: Room, draft: Draft) -> Topic | None:
    """The other topic that the message names, if it names one."""
    if room.situation.in_staff_chat or not room.message.text.strip():
        return None
    intent, form = str(room.hearing.understood.intent), room.contents.forms[draft.form]
    topic = room.contents.topic_of_intent(intent)
    if topic is None or not topic.interrupts:
        return None
    if intent == "give_amount" and any(q.answer.field == "amount" for q in form.questions.values()):
        return None  # An amount and nothing else is an answer where one is asked for.
    if topic.form and topic.form.form_name == draft.form:
        return None
    return None if topic.name in {"menu", "thanks"} and draft.misunderstood else topic


def _button(room: Room) -> Step:
    pressed = room.message.button or ""
    if pressed.startswith("go:") and not room.situation.in_staff_chat:
        topic = room.contents.topic(pressed.removeprefix("go:"))
        return _topic(room, topic) if topic else _stale(room)
    if pressed.startswith("again:") and not room.situation.in_staff_chat:
        return _send_again(room, number_in(pressed.removeprefix("again:")))
    about = pressed.partition(":")[0]
    if about in _PRESSED and not room.situation.in_staff_chat:
        return _run(room, _PRESSED[about])
    if pressed.startswith("card:"):
        return staff_chat.press(room.contents, room.situation, room.talk, pressed)
    number, _, verb = pressed.removeprefix("d").partition(":")
    draft_id = number_in(number) if pressed.startswith("d") else None
    draft = room.talk.draft(draft_id) if draft_id is not None else None
    if draft is None:
        return _stale(room)
    return press(room, draft, verb)


def _send_again(room: Room, report_id: int | None) -> Step:
    """A report that was not accepted; tapped twice, the same form comes forward."""
    if report_id is None:
        return _stale(room)
    about = [draft for draft in room.talk.drafts if draft.answers.get("resends") == report_id]
    if about:
        return press(room, about[-1], "again")

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await sending_again.begin(turn, report_id)

    return Step(room.talk, effect=effect)


def _stale(room: Room) -> Step:
    """A button of an old card, or of a colleague's: say so kindly, and put what is open again."""
    key = "staff.not_your_button" if room.situation.in_staff_chat else "form.stale"
    step = Step(room.talk, (say(key),))
    return return_to_open(room.contents, room.situation, step, gently=False)


def _by_meaning(room: Room) -> Step:
    intent = str(room.hearing.understood.intent)
    if room.situation.with_office and is_for_the_office(intent, room.message.text):
        return _to_office(room)
    if room.situation.with_office and intent == "thanks":
        return _run(room, human.thank)
    if room.message.media and intent not in _TOLD_BY_A_CAPTION:
        return start(room, "loose_photo", {}, Step(room.talk))
    if intent in {"cancel", "back"}:
        topic = room.contents.topic("menu")
        return (
            _run(room, topic.run, say("form.nothing_open"))
            if topic and topic.run
            else Step(room.talk, (say("form.nothing_open"),))
        )
    if intent == "unclear" and read_yes_no(room.message.text) is not None:
        intent = "yes"  # "ok" and 👍 mean yes only where a question stands; none does.
    topic = room.contents.topic_of_intent(intent)
    return _topic(room, topic) if topic is not None else not_understood(room)


def _topic(room: Room, topic: Topic) -> Step:
    if topic.form is not None and (topic.run is None or topic.open_to(room.situation)):
        return start(room, topic.form.form_name, {}, Step(room.talk))
    if topic.run is None:
        return not_understood(room)
    return _run(room, topic.run)


def _run(room: Room, run: Run, *before: Reply) -> Step:
    message, draft = room.message, room.talk.open
    doing = title_of(room.contents, draft) if draft else None

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        turn.doing = doing
        return await run(turn, message)

    return Step(replace(room.talk, misunderstood=0), before, effect)


def _to_office(room: Room) -> Step:
    """Whoever talks with the office is not talking to us: staff read it."""
    unheard = usual_topics(room)

    async def pass_on(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
        return await human.pass_on(turn, message) or say("form.not_understood", *unheard)

    return _run(room, pass_on)


def _is_sensitive(room: Room) -> bool:
    return str(room.hearing.understood.intent) == "sensitive_data"


def _words_as_button(message: InboundMessage, talk: Talk) -> InboundMessage:
    """A number is the same as tapping the choice in that place of what was last shown.

    So is yes or no, where one value was offered that may have been meant.
    """
    if message.kind is not Kind.TEXT or not talk.offered or relay.talk_of(message.card):
        return message
    picked, agreed = read_choice(message.text), read_yes_no(message.text)
    tapped = None if agreed is None else as_tap(talk.offered, agreed=agreed)
    if picked is not None and 1 <= picked <= len(talk.offered):
        tapped = talk.offered[picked - 1]
    return replace(message, kind=Kind.BUTTON, button=tapped, text="") if tapped else message


def _silence(situation: Situation) -> InboundMessage:
    """A message that says nothing, for a form that begins without one."""
    return InboundMessage(Kind.TEXT, situation.now)


def offered_by(replies: Sequence[Reply]) -> tuple[str, ...]:
    """The ids of all choices that these replies show, in order; none if a number means itself."""
    choices = [choice for reply in replies for choice in reply.choices]
    return tuple(choice.id for choice in choices) if all(c.numbered for c in choices) else ()

"""Routing one turn: who speaks, what they mean, which form or look-up answers. Pure.

What needs the database is returned as an effect, for the transaction of the message to run.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from handlers import staff_chat, strangers
from handlers.answers import Hearing
from handlers.commands import Contents, Effect, Run, Topic
from handlers.conversation import Outcome, advance, ask, begin
from handlers.forms import Draft
from handlers.messages import Choice, InboundMessage, Json, Kind, Reply, say, words
from handlers.situation import Situation
from handlers.talk import Step, Talk
from handlers.turn import Turn
from handlers.understanding import read_choice, read_yes_no
from models.calendar import wita_day
from models.draft import DraftState

ASK_WHETHER_TO_GO_ON_AFTER = timedelta(hours=12)
PUT_ASIDE_AFTER = timedelta(hours=72)
"""An unfinished talk is resumed for this long (PRODUCT.md 2)."""

_SILENT_KINDS = {
    Kind.VOICE,
    Kind.VIDEO,
    Kind.STICKER,
    Kind.LOCATION,
    Kind.UNSUPPORTED,
}


@dataclass(frozen=True, slots=True)
class _Room:
    """All that one turn is decided from."""

    contents: Contents
    situation: Situation
    talk: Talk
    message: InboundMessage
    inbox_id: int

    @property
    def hearing(self) -> Hearing:
        return Hearing(self.message, self.situation, wita_day(self.message.sent_at))


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
    return _insider(_Room(contents, situation, talk, message, inbox_id))


def conclude(
    contents: Contents, situation: Situation, step: Step, said: tuple[Reply, ...], turn: Turn
) -> Step:
    """After an effect: what it said, then the next form, or the one that was interrupted."""
    step = replace(step, replies=(*step.replies, *said), effect=None)
    if turn.next_form is not None:
        name, given = turn.next_form
        room = _Room(contents, situation, step.talk, _silence(situation), turn.inbox_id)
        return _start(room, contents.forms[name].form_name, given, step)
    return _return_to_open(contents, situation, step)


def _insider(room: _Room) -> Step:
    """Somebody known, in private or in the staff chat."""
    room, expired = _expire(room)
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


def _private(room: _Room) -> Step:
    message = room.message
    if message.kind in _SILENT_KINDS:
        return _return_to_open(
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


def _slash(room: _Room) -> Step:
    command, _, rest = room.message.text[1:].partition(" ")
    if command == "batal":
        return _in_form(replace(room, message=room.message.with_text("batal")))
    topic = room.contents.topic_of_command(command.casefold())
    if topic is None:
        return _not_understood(room)
    return _topic(replace(room, message=room.message.with_text(rest)), topic)


def _in_form(room: _Room) -> Step:
    """An unfinished form is open: the message most likely answers it."""
    draft = room.talk.open
    if draft is None:
        return _by_meaning(room)
    form = room.contents.forms.get(draft.form)
    if form is None:  # The form no longer exists in this version.
        return _by_meaning(replace(room, talk=replace(room.talk, open=None)))
    if _silent_for(draft, room.situation) > ASK_WHETHER_TO_GO_ON_AFTER and draft.held is None:
        return _ask_whether_to_go_on(room, draft)
    if draft.held is not None:
        return _go_on_in_words(room, draft)
    outcome = advance(form, draft, room.hearing)
    if not outcome.understood:
        topic = _interrupting(room, draft)
        if topic is not None:
            return _topic(room, topic)
    return _take(room, outcome)


def _interrupting(room: _Room, draft: Draft) -> Topic | None:
    """The other topic that the message names, if it names one."""
    if room.situation.in_staff_chat or not room.message.text.strip():
        return None
    topic = room.contents.topic_of_intent(str(room.hearing.understood.intent))
    if topic is None or (topic.form and topic.form.form_name == draft.form):
        return None
    return None if topic.name in {"menu", "thanks"} and draft.misunderstood else topic


def _ask_whether_to_go_on(room: _Room, draft: Draft) -> Step:
    held = replace(draft, held=room.message.to_json())
    reply = say(
        "form.resume",
        Choice(f"d{draft.id}:continue", words("form.continue")),
        Choice(f"d{draft.id}:restart", words("form.restart")),
        Choice(f"d{draft.id}:cancel", words("form.cancel")),
        what=words(f"{draft.form}.title"),
    )
    return Step(room.talk.with_open(held), (reply,))


def _go_on_in_words(room: _Room, draft: Draft) -> Step:
    intent = str(room.hearing.understood.intent)
    if intent == "restart":
        return _restart(room, draft)
    if intent == "cancel":
        return _take(room, Outcome((say("form.cancelled"),), cancelled=True))
    if read_yes_no(room.message.text) is not True and intent != "continue":
        draft = replace(draft, held=room.message.to_json())
    return _go_on(room, draft)


def _go_on(room: _Room, draft: Draft) -> Step:
    """Continue after a silence; the message that broke it is taken as it was meant when sent."""
    form = room.contents.forms[draft.form]
    awake = replace(draft, held=None, updated_at_ms=_now_ms(room.situation))
    if draft.held is None:
        return _take(room, ask(form, awake, room.situation))
    held = InboundMessage.from_json(draft.held)
    hearing = Hearing(held, room.situation, wita_day(held.sent_at))
    outcome = advance(form, awake, hearing)
    return _take(room, outcome if outcome.understood else ask(form, awake, room.situation))


def _restart(room: _Room, draft: Draft) -> Step:
    form = room.contents.forms[draft.form]
    kept = {name: draft.answers[name] for name in form.given_names if name in draft.answers}
    return _take(room, ask(form, Draft(draft.id, draft.form, kept), room.situation))


def _button(room: _Room) -> Step:
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
    room = replace(room, talk=room.talk.brought_forward(draft))
    if verb == "continue":
        return _go_on(room, draft)
    if verb == "restart":
        return _restart(room, draft)
    outcome = advance(room.contents.forms[draft.form], replace(draft, held=None), room.hearing)
    return _take(room, outcome)


def _stale(room: _Room) -> Step:
    """A button of an old card: say so kindly, and put what is open again."""
    step = Step(room.talk, (say("form.stale"),))
    return _return_to_open(room.contents, room.situation, step, gently=False)


def _by_meaning(room: _Room) -> Step:
    intent = str(room.hearing.understood.intent)
    if room.message.media and intent not in {"report_repayment", "send_slip", "give_amount"}:
        return _start(room, "loose_photo", {}, Step(room.talk))
    if intent in {"cancel", "back"}:
        topic = room.contents.topic("menu")
        return (
            _run(room, topic.run, say("form.nothing_open"))
            if topic and topic.run
            else Step(room.talk, (say("form.nothing_open"),))
        )
    topic = room.contents.topic_of_intent(intent)
    return _topic(room, topic) if topic is not None else _not_understood(room)


def _topic(room: _Room, topic: Topic) -> Step:
    if topic.form is not None and (topic.run is None or room.situation.borrowing):
        return _start(room, topic.form.form_name, {}, Step(room.talk))
    if topic.run is None:
        return _not_understood(room)
    return _run(room, topic.run)


def _run(room: _Room, run: Run, *before: Reply) -> Step:
    message = room.message

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await run(turn, message)

    return Step(replace(room.talk, misunderstood=0), before, effect)


def _start(room: _Room, form_name: str, given: dict[str, Json], step: Step) -> Step:
    """Begin a form; one that was open is put aside and comes back afterwards."""
    form = room.contents.forms[form_name]
    talk = step.talk
    if talk.open is not None and talk.open.form == form_name and not given:
        talk, step = _drop_open(talk, step)  # The same again: begun anew, as asked for.
    talk = talk.with_open_aside()
    outcome = begin(form, room.inbox_id, room.hearing, given)
    return _take(replace(room, talk=talk), outcome, step)


def _drop_open(talk: Talk, step: Step) -> tuple[Talk, Step]:
    assert talk.open is not None
    ended = (*step.ended, (talk.open, DraftState.CANCELLED))
    return replace(talk, open=None), replace(step, ended=ended)


def _take(room: _Room, outcome: Outcome, before: Step | None = None) -> Step:
    """Turn the engine's outcome into a step of the talk."""
    step = before or Step(room.talk)
    replies = (*step.replies, *outcome.replies)
    if outcome.submitted is not None:
        assert outcome.draft is not None
        talk = room.talk.with_open(_touched(outcome.draft, room.situation))
        return replace(
            step, talk=talk, replies=replies, effect=_effect_of(outcome), submits=outcome.draft
        )
    if outcome.draft is None:
        ended = (*step.ended, (room.talk.open, DraftState.CANCELLED)) if room.talk.open else ()
        talk = replace(room.talk, open=None, misunderstood=0)
        return _return_to_open(
            room.contents, room.situation, replace(step, talk=talk, replies=replies, ended=ended)
        )
    talk = replace(room.talk.with_open(_touched(outcome.draft, room.situation)), misunderstood=0)
    return replace(step, talk=talk, replies=replies)


def _effect_of(outcome: Outcome) -> Effect:
    form = outcome.submitted
    assert form is not None

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await form.submit(turn)

    return effect


def _return_to_open(
    contents: Contents, situation: Situation, step: Step, *, gently: bool = True
) -> Step:
    """Come back to the form that was open before, or that was put aside."""
    talk = step.talk
    draft = talk.open or (talk.aside[-1] if talk.aside else None)
    if draft is None or draft.form not in contents.forms or step.effect is not None:
        return step
    talk = talk.brought_forward(draft)
    outcome = ask(contents.forms[draft.form], draft, situation)
    back = (say("form.back_to", what=words(f"{draft.form}.title")),) if gently else ()
    if outcome.submitted is not None:
        return replace(step, talk=talk)
    return replace(step, talk=talk, replies=(*step.replies, *back, *outcome.replies))


def _not_understood(room: _Room) -> Step:
    """First gently with the usual topics; the second time in a row with a person, too."""
    times = room.talk.misunderstood + 1
    key = "form.not_understood" if times == 1 else "form.stuck"
    offered = ["repayment_report", "what_is_left", "help"] if room.situation.borrowing else ["help"]
    if times > 1:
        offered.append("human")
    choices = [Choice(f"go:{name}", words(f"menu.{name}")) for name in offered]
    return Step(replace(room.talk, misunderstood=times), (say(key, *choices),))


def _expire(room: _Room) -> tuple[_Room, Step]:
    """Drafts of more than 72 hours ago are put away with a kind word; they are kept."""
    old = [
        draft for draft in room.talk.drafts if _silent_for(draft, room.situation) > PUT_ASIDE_AFTER
    ]
    if not old:
        return room, Step(room.talk)
    talk = replace(
        room.talk,
        open=None if room.talk.open in old else room.talk.open,
        aside=tuple(draft for draft in room.talk.aside if draft not in old),
    )
    replies = (say("form.expired_gently", what=words(f"{old[-1].form}.title")),)
    ended = tuple((draft, DraftState.EXPIRED) for draft in old)
    return replace(room, talk=talk), Step(talk, replies, ended=ended)


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


def _silent_for(draft: Draft, situation: Situation) -> timedelta:
    return timedelta(milliseconds=_now_ms(situation) - draft.updated_at_ms)


def _touched(draft: Draft, situation: Situation) -> Draft:
    return replace(draft, updated_at_ms=_now_ms(situation))


def _now_ms(situation: Situation) -> int:
    return int(situation.now.timestamp() * 1000)


def offered_by(replies: Sequence[Reply]) -> tuple[str, ...]:
    """The ids of all choices that these replies show, in order."""
    return tuple(choice.id for reply in replies for choice in reply.choices)

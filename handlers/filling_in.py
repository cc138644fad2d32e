"""A form being filled in: begun, answered, interrupted, resumed, put away. Pure."""

from dataclasses import dataclass, replace
from datetime import timedelta

from handlers.arriving import told_of_arrivals
from handlers.asking import noted
from handlers.commands import Contents, Effect
from handlers.conversation import Outcome, advance, ask, begin, fresh
from handlers.forms import Draft, Form
from handlers.hearing import Hearing
from handlers.messages import Choice, InboundMessage, Json, Kind, Reply, Words, say, words
from handlers.situation import Situation
from handlers.talk import Step, Talk
from handlers.turn import Turn
from handlers.understanding import read_yes_no
from models.calendar import epoch_ms, wita_day
from models.draft import DraftState

ASK_WHETHER_TO_GO_ON_AFTER = timedelta(hours=12)
PUT_ASIDE_AFTER = timedelta(hours=72)
"""An unfinished talk is resumed for this long (PRODUCT.md 2)."""


@dataclass(frozen=True, slots=True)
class Room:
    """All that one turn is decided from."""

    contents: Contents
    situation: Situation
    talk: Talk
    message: InboundMessage
    inbox_id: int

    @property
    def hearing(self) -> Hearing:
        return Hearing(self.message, self.situation, wita_day(self.message.sent_at))


def answer_open(room: Room, draft: Draft) -> tuple[Step, bool]:
    """Take the message into the open form; false when it did not understand it."""
    dropped = str(room.hearing.understood.intent) == "cancel"
    if slept(draft, room.situation) and draft.held is None and not dropped:
        step = Step(room.talk.with_open(replace(draft, held=room.message.to_json())))
        return replace(step, replies=(_whether_to_go_on(room.contents, draft),)), True
    if draft.held is not None:
        return _go_on_in_words(room, draft), True
    form = room.contents.forms[draft.form]
    outcome = advance(form, draft, room.hearing)
    return take(room, told_of_arrivals(form, outcome, room.message)), outcome.understood


def press(room: Room, draft: Draft, verb: str) -> Step:
    """A tap on a button of an unfinished form, which comes forward if it was aside."""
    room = replace(room, talk=room.talk.brought_forward(draft))
    if verb == "continue":
        return _go_on(room, draft)
    if verb == "restart":
        return _restart(room, draft)
    outcome = advance(room.contents.forms[draft.form], replace(draft, held=None), room.hearing)
    return take(room, outcome)


def understands(room: Room, draft: Draft) -> bool:
    """Whether the message answers what the form asks, however long ago it was asked."""
    awake = replace(draft, held=None)
    return advance(room.contents.forms[draft.form], awake, room.hearing).understood


def slept(draft: Draft, situation: Situation) -> bool:
    """Whether it has been silent for so long that nobody may remember it."""
    return _silent_for(draft, situation) > ASK_WHETHER_TO_GO_ON_AFTER


def _whether_to_go_on(contents: Contents, draft: Draft) -> Reply:
    return say(
        "form.resume",
        Choice(f"d{draft.id}:continue", words("form.continue")),
        Choice(f"d{draft.id}:restart", words("form.restart")),
        Choice(f"d{draft.id}:cancel", words("form.cancel")),
        what=title_of(contents, draft),
    )


def _go_on_in_words(room: Room, draft: Draft) -> Step:
    intent = str(room.hearing.understood.intent)
    if intent == "restart":
        return _restart(room, draft)
    if intent == "cancel":
        return take(room, Outcome((say("form.cancelled"),), cancelled=True))
    if read_yes_no(room.message.text) is not True and intent != "continue":
        draft = replace(draft, held=room.message.to_json())
    return _go_on(room, draft)


def _go_on(room: Room, draft: Draft) -> Step:
    """Continue after a silence; the message that broke it is taken as it was meant when sent."""
    form = room.contents.forms[draft.form]
    awake = replace(draft, held=None, updated_at_ms=epoch_ms(room.situation.now))
    if draft.held is None:
        return take(room, ask(form, awake, room.situation))
    held = InboundMessage.from_json(draft.held)
    hearing = Hearing(held, room.situation, wita_day(held.sent_at))
    outcome = advance(form, awake, hearing)
    if not outcome.understood or outcome.draft is None:
        return take(room, outcome if outcome.understood else ask(form, awake, room.situation))
    told = noted(form, awake, outcome.draft, room.situation)
    outcome = told_of_arrivals(form, outcome, held)
    return take(room, replace(outcome, replies=(*told, *outcome.replies)))


def _restart(room: Room, draft: Draft) -> Step:
    form = room.contents.forms[draft.form]
    kept = {name: draft.answers[name] for name in form.given_names if name in draft.answers}
    return take(room, ask(form, fresh(form, draft.id, room.hearing, kept), room.situation))


def start(room: Room, form_name: str, given: dict[str, Json], step: Step) -> Step:
    """Begin a form; one that was open is put aside and comes back afterwards."""
    form = room.contents.forms[form_name]
    talk = step.talk
    if talk.open is not None and _is_same(talk.open, form, given):
        talk, step = _drop_open(talk, step)  # The same again: begun anew, as asked for.
    talk = talk.with_open_aside()
    outcome = begin(form, room.inbox_id, room.hearing, given)
    outcome = told_of_arrivals(form, outcome, room.message)
    return take(replace(room, talk=talk), outcome, step)


def _is_same(draft: Draft, form: type[Form], given: dict[str, Json]) -> bool:
    """Whether it is the form that is open, begun with the same: for the same report, say."""
    begun = {name: draft.answers.get(name) for name in given if name in form.given_names}
    return draft.form == form.form_name and begun == given


def _drop_open(talk: Talk, step: Step) -> tuple[Talk, Step]:
    assert talk.open is not None
    ended = (*step.ended, (talk.open, DraftState.CANCELLED))
    return replace(talk, open=None), replace(step, ended=ended)


def take(room: Room, outcome: Outcome, before: Step | None = None) -> Step:
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
        step = replace(step, talk=talk, replies=replies, ended=ended, effect=_letting_go(room))
        return return_to_open(room.contents, room.situation, step)
    talk = replace(room.talk.with_open(_touched(outcome.draft, room.situation)), misunderstood=0)
    return replace(step, talk=talk, replies=replies)


def _effect_of(outcome: Outcome) -> Effect:
    form = outcome.submitted
    assert form is not None

    async def effect(turn: Turn) -> Reply | tuple[Reply, ...]:
        return await form.submit(turn)

    return effect


def _letting_go(room: Room) -> Effect | None:
    """What a cancelled form undoes; none for most."""
    draft = room.talk.open
    form = room.contents.forms[draft.form] if draft else Form
    if draft is None or form.let_go is Form.let_go:
        return None
    given = {name: draft.answers[name] for name in form.given_names if name in draft.answers}

    async def effect(turn: Turn) -> tuple[Reply, ...]:
        await form(**given).let_go(turn)
        return ()

    return effect


def return_to_open(
    contents: Contents, situation: Situation, step: Step, *, gently: bool = True
) -> Step:
    """Come back to the form that was open before, or that was put aside: only it offers choices."""
    talk = step.talk
    draft = talk.open or (talk.aside[-1] if talk.aside else None)
    if draft is None or draft.form not in contents.forms or step.effect is not None:
        return step
    said = tuple(replace(reply, choices=()) for reply in step.replies)
    if slept(draft, situation):
        held = draft.held or InboundMessage(Kind.TEXT, situation.now).to_json()
        talk = talk.brought_forward(draft).with_open(replace(draft, held=held))
        return replace(step, talk=talk, replies=(*said, _whether_to_go_on(contents, draft)))
    talk = talk.brought_forward(draft)
    outcome = ask(contents.forms[draft.form], draft, situation)
    back = (say("form.back_to", what=title_of(contents, draft)),) if gently else ()
    if outcome.submitted is not None:
        return replace(step, talk=talk)
    return replace(step, talk=talk, replies=(*said, *back, *outcome.replies))


def expire(room: Room) -> tuple[Room, Step]:
    """Drafts of more than 72 hours ago are put away with a kind word; they are kept.

    So are those of a form that is no more, about which there is nothing to say.
    """
    gone = [draft for draft in room.talk.drafts if draft.form not in room.contents.forms]
    old = [
        draft
        for draft in room.talk.drafts
        if draft not in gone and _silent_for(draft, room.situation) > PUT_ASIDE_AFTER
    ]
    put_away = [*gone, *old]
    if not put_away:
        return room, Step(room.talk)
    talk = replace(
        room.talk,
        open=None if room.talk.open in put_away else room.talk.open,
        aside=tuple(draft for draft in room.talk.aside if draft not in put_away),
    )
    replies = tuple(
        say("form.expired_gently", what=title_of(room.contents, draft)) for draft in old[-1:]
    )
    ended = tuple((draft, DraftState.EXPIRED) for draft in put_away)
    return replace(room, talk=talk), Step(talk, replies, ended=ended)


def title_of(contents: Contents, draft: Draft) -> Words:
    """What is being filled in, told with what it began with, such as the number of a report."""
    names = contents.forms[draft.form].given_names
    given = {name: draft.answers[name] for name in names if name in draft.answers}
    return words(f"{draft.form}.title", **given)


def _silent_for(draft: Draft, situation: Situation) -> timedelta:
    return timedelta(milliseconds=epoch_ms(situation.now) - draft.updated_at_ms)


def _touched(draft: Draft, situation: Situation) -> Draft:
    return replace(draft, updated_at_ms=epoch_ms(situation.now))

"""The conversation engine: pure, without clock, database or network.

The draft is the answers, stored by name. The question being asked is the one being changed, else a
doubt about an answer, else the first question without an answer, else the confirmation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handlers.answers import Gathers
from handlers.asking import (
    being_asked,
    confirmation,
    doubt_id,
    named_by_its_label,
    noted,
    picks,
    put_doubt,
    refuse,
    typed_answers,
    which_to_change,
)
from handlers.forms import Doubt, Draft, Form, Question
from handlers.hearing import Hearing, Rejected
from handlers.messages import Json, Kind, Reply, say
from handlers.overhearing import overheard
from handlers.situation import Situation
from handlers.understanding import read_yes_no

ORDER_LENGTH = 30
"""Characters: a longer sentence that mentions cancelling is an answer in somebody's own words."""


_OWN_WORDS = {"words", "reason", "obstacles"}
"""Where a sentence is the answer, "jumlah salah" is no order to change the amount."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a message: replies, and the draft as it now stands (none: it has ended)."""

    replies: tuple[Reply, ...]
    draft: Draft | None = None
    submitted: Form | None = None
    cancelled: bool = False
    understood: bool = True


def begin(
    form: type[Form],
    draft_id: int,
    hearing: Hearing,
    given: Mapping[str, Json] | None = None,
) -> Outcome:
    """Start a form; whatever the first message already answers is not asked."""
    draft = fresh(form, draft_id, hearing, given or {})
    draft, unsure = overheard(form, draft, hearing)
    return ask(form, draft, hearing.situation, unsure)


def fresh(form: type[Form], draft_id: int, hearing: Hearing, given: Mapping[str, Json]) -> Draft:
    """A form with nothing in it but what is known without asking."""
    return Draft(draft_id, form.form_name, {**form.known(hearing), **given})


def advance(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome:
    """Take one message into a conversation."""
    if hearing.message.kind is Kind.BUTTON:
        return _press(form, draft, hearing)
    match _plain_order(hearing):
        case "cancel":
            return Outcome((say("form.cancelled"),), cancelled=True)
        case "back":
            return ask(form, _one_step_back(form, draft), hearing.situation)
    asking = being_asked(form, draft, hearing.situation)
    in_own_words = isinstance(asking, Question) and asking.answer.field in _OWN_WORDS
    corrected = None if in_own_words else _correction(form, draft, hearing)
    if corrected is not None:
        return corrected
    if hearing.message.kind is Kind.EDITED:
        return _edited(form, draft, hearing)
    if isinstance(asking, Question):
        return _answer(form, draft, asking, hearing)
    if isinstance(asking, Doubt):
        return _settle_in_words(form, draft, asking, hearing)
    return _confirm_in_words(form, draft, hearing)


def ask(
    form: type[Form],
    draft: Draft,
    situation: Situation,
    unsure: Mapping[str, Rejected] | None = None,
) -> Outcome:
    """Put what is being asked: a question, a doubt, or the confirmation."""
    asking = being_asked(form, draft, situation)
    if isinstance(asking, Question):
        refusal = (unsure or {}).get(asking.name)
        if refusal is not None:
            return Outcome((refuse(form, draft, asking, refusal, situation),), draft)
        options = asking.options(typed_answers(form, draft), situation)
        key = f"{form.form_name}.{asking.name}.ask"
        facts = form.asked_with(typed_answers(form, draft), situation)
        return Outcome((Reply(key, facts, tuple(picks(draft, asking, options))),), draft)
    if isinstance(asking, Doubt):
        return Outcome((put_doubt(form, draft, asking),), draft)
    if not form.confirms:
        return _submit(form, draft)
    return Outcome((confirmation(form, draft, situation),), draft)


def _plain_order(hearing: Hearing) -> str | None:
    """Cancel or back, when that is all that the message says."""
    if len(hearing.text) > ORDER_LENGTH or hearing.message.media:
        return None
    intent = str(hearing.understood.intent)
    return intent if intent in {"cancel", "back"} else None


def _press(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome:
    verb, _, argument = (hearing.message.button or "").partition(":")[2].partition(":")
    situation = hearing.situation
    asking = being_asked(form, draft, situation)
    match verb:
        case "send" if asking is None:
            return _submit(form, draft)
        case "cancel":
            return Outcome((say("form.cancelled"),), cancelled=True)
        case "back":
            return ask(form, _one_step_back(form, draft), situation)
        case "change" if argument in form.questions:
            return ask(form, replace(draft, changing=argument), situation)
        case "change":
            return Outcome((which_to_change(form, draft, situation),), draft)
        case "keep" if isinstance(asking, Doubt) and not asking.firm:
            return ask(form, _settled(draft, asking), situation)
        case "anew" if isinstance(asking, Doubt):
            return ask(form, _anew(draft, asking), situation)
        case "pick" | "meant":
            name, _, value = argument.partition(":")
            return _pick(form, draft, name, value, situation)
    return ask(form, draft, situation)


def _pick(form: type[Form], draft: Draft, name: str, value: str, situation: Situation) -> Outcome:
    """Take an offered value; one that is not readable (any more) is asked anew."""
    item = form.questions.get(name)
    if item is None:
        return ask(form, draft, situation)
    stored: Json = None if value == "" else value
    if item.answer.field == "slip":
        stored = []
    try:
        item.answer.load(stored)
    except (ValueError, TypeError, KeyError, AttributeError):
        return ask(form, draft, situation)
    loaded = item.answer.load(stored)
    return ask(form, draft.answered(name, item.answer.dump(loaded)), situation)


def _answer(form: type[Form], draft: Draft, item: Question, hearing: Hearing) -> Outcome:
    try:
        value = item.answer.read(hearing)
    except Rejected as refusal:
        return _rejected(form, draft, item, hearing, refusal)
    draft = draft.answered(item.name, item.answer.dump(value))
    draft, unsure = overheard(form, draft, hearing)
    return ask(form, draft, hearing.situation, unsure)


def _rejected(
    form: type[Form], draft: Draft, item: Question, hearing: Hearing, refusal: Rejected
) -> Outcome:
    """Ask again; but a message that answers another open question has not been in vain."""
    heard, unsure = overheard(form, draft, hearing)
    if refusal.reason == "photo_instead":
        unsure[item.name] = refusal
    if heard.answers != draft.answers and not refusal.offers:
        return ask(form, replace(heard, changing=draft.changing), hearing.situation, unsure)
    failed = replace(draft, misunderstood=draft.misunderstood + 1)
    again = refuse(form, failed, item, refusal, hearing.situation)
    return Outcome((again,), failed, understood=False)


def _settle_in_words(form: type[Form], draft: Draft, doubt: Doubt, hearing: Hearing) -> Outcome:
    item = form.questions[doubt.question]
    match read_yes_no(hearing.text):
        case True if not doubt.firm:
            return ask(form, _settled(draft, doubt), hearing.situation)
        case False:
            return ask(form, _anew(draft, doubt), hearing.situation)
    try:
        value = item.answer.read(hearing)
    except Rejected:
        heard, unsure = overheard(form, draft, hearing)
        if heard.answers != draft.answers:
            return ask(form, heard, hearing.situation, unsure)
        failed = replace(draft, misunderstood=draft.misunderstood + 1)
        return Outcome((put_doubt(form, failed, doubt),), failed, understood=False)
    stored = item.answer.dump(value)
    if isinstance(item.answer, Gathers):
        stored = item.answer.gathered((doubt.rest or draft.answers).get(item.name), stored)
    draft = _settled(draft, doubt) if doubt.once else draft
    return ask(form, draft.answered(item.name, stored), hearing.situation)


def _confirm_in_words(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome:
    intent = str(hearing.understood.intent)
    if intent == "yes" or read_yes_no(hearing.text) is True:
        return _submit(form, draft)
    if intent == "no" or read_yes_no(hearing.text) is False:
        return Outcome((which_to_change(form, draft, hearing.situation),), draft)
    if (written := named_by_its_label(form, draft, hearing)) is not None:
        return ask(form, replace(draft, changing=written), hearing.situation)
    heard, unsure = overheard(form, draft, hearing, again=True)
    if heard.answers != draft.answers:
        return ask(form, heard, hearing.situation, unsure)
    if unsure:
        name = next(iter(unsure))
        changed = replace(draft, changing=name)
        item = form.questions[name]
        refusal = refuse(form, changed, item, unsure[name], hearing.situation)
        return Outcome((refusal,), changed)
    failed = replace(draft, misunderstood=draft.misunderstood + 1)
    return Outcome((confirmation(form, failed, hearing.situation),), failed, understood=False)


def _correction(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome | None:
    """Take "ubah jumlah" or "bukan kemarin, tgl 5": a field, and perhaps its new value."""
    if str(hearing.understood.intent) != "correct":
        return None
    named = hearing.understood.field
    heard, unsure = overheard(form, draft, hearing, again=True)
    if heard.answers != draft.answers:
        return _changed(form, draft, replace(heard, changing=None), hearing)
    target = next(
        (item.name for item in form.questions.values() if item.answer.field == named),
        next(iter(unsure), None),
    )
    if target is None:
        return (
            Outcome((which_to_change(form, draft, hearing.situation),), draft)
            if draft.answers
            else None
        )
    return ask(form, replace(draft, changing=target), hearing.situation, unsure)


def _changed(form: type[Form], before: Draft, now: Draft, hearing: Hearing) -> Outcome:
    """Go on after a correction, which is told back."""
    outcome = ask(form, now, hearing.situation)
    told = noted(form, before, now, hearing.situation)
    return replace(outcome, replies=(*told, *outcome.replies))


def _edited(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome:
    """A message was changed after it was sent: what it says now replaces what it said before."""
    heard, unsure = overheard(form, draft, hearing, again=True)
    if heard.answers != draft.answers:
        return _changed(form, draft, heard, hearing)
    again = ask(form, draft, hearing.situation, unsure)
    return replace(again, replies=(say("form.edit_noticed"), *again.replies))


def _one_step_back(form: type[Form], draft: Draft) -> Draft:
    if draft.changing is not None:
        return replace(draft, changing=None, misunderstood=0)
    answered = [name for name in form.questions if name in typed_answers(form, draft)]
    return draft.without(answered[-1]) if answered else draft


def _anew(draft: Draft, doubt: Doubt) -> Draft:
    """The doubted answer is given again: as a whole, or what `rest` does not keep of it."""
    draft = _settled(draft, doubt) if doubt.once else draft
    if doubt.rest is None:
        return replace(draft, changing=doubt.question)
    answers = {**draft.answers, **doubt.rest}
    open_again = {name for name, stored in doubt.rest.items() if stored is None}
    kept = {name: stored for name, stored in answers.items() if name not in open_again}
    return replace(draft, answers=kept, changing=None, misunderstood=0)


def _settled(draft: Draft, doubt: Doubt) -> Draft:
    settled = (*draft.settled, doubt_id(draft, doubt))
    return replace(draft, settled=settled, misunderstood=0)


def _submit(form: type[Form], draft: Draft) -> Outcome:
    return Outcome((), draft, submitted=form(**typed_answers(form, draft)))

"""The conversation engine: pure, without clock, database or network.

The draft is the answers, stored by name. The question being asked is the one being changed, else a
doubt about an answer, else the first question without an answer, else the confirmation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handlers.answers import Hearing, Option, Rejected
from handlers.forms import Doubt, Draft, Form, Question
from handlers.messages import Choice, Fact, InboundMessage, Json, Kind, Reply, say, words
from handlers.situation import Situation
from handlers.understanding import read_yes_no

PATIENCE = 2
"""After so many answers in a row that were not understood, a person is offered."""

Forms = Mapping[str, type[Form]]


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
    draft = Draft(draft_id, form.form_name, dict(given or {}))
    draft, unsure = _overheard(form, draft, hearing)
    return ask(form, draft, hearing.situation, unsure)


def advance(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome:
    """Take one message into a conversation."""
    if hearing.message.kind is Kind.BUTTON:
        return _press(form, draft, hearing)
    match _plain_order(hearing):
        case "cancel":
            return Outcome((say("form.cancelled"),), cancelled=True)
        case "back":
            return ask(form, _one_step_back(form, draft, hearing.situation), hearing.situation)
    corrected = _correction(form, draft, hearing)
    if corrected is not None:
        return corrected
    asking = being_asked(form, draft, hearing.situation)
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
            return Outcome((_refuse(form, draft, asking, refusal),), draft)
        options = asking.options(typed_answers(form, draft), situation)
        key = f"{form.form_name}.{asking.name}.ask"
        return Outcome((say(key, *_picks(draft, asking, options)),), draft)
    if isinstance(asking, Doubt):
        return Outcome((_doubtful(form, draft, asking),), draft)
    if not form.confirms:
        return _submit(form, draft, situation)
    return Outcome((confirmation(form, draft, situation),), draft)


def being_asked(form: type[Form], draft: Draft, situation: Situation) -> Question | Doubt | None:
    """The question being changed, a doubt, the first unanswered question, or none: confirm."""
    if draft.changing in form.questions:
        return form.questions[draft.changing]
    answers = typed_answers(form, draft)
    for doubt in form.doubts(answers, situation):
        if doubt_id(form, draft, doubt) not in draft.settled:
            return doubt
    for item in form.questions.values():
        if item.name not in answers and item.applies(answers, situation):
            return item
    return None


def typed_answers(form: type[Form], draft: Draft) -> dict[str, Any]:
    """The stored answers that today's code still understands, in the form's order."""
    answers: dict[str, Any] = {
        name: draft.answers[name] for name in form.given_names if name in draft.answers
    }
    for name, item in form.questions.items():
        if name in draft.answers:
            try:
                answers[name] = item.answer.load(draft.answers[name])
            except (ValueError, TypeError, KeyError, AttributeError):
                continue  # An older version of the form stored it: the question is asked again.
    return answers


def doubt_id(form: type[Form], draft: Draft, doubt: Doubt) -> str:
    """A doubt is settled for this value only: another value is doubted anew."""
    return f"{doubt.question}:{doubt.reason}:{draft.answers.get(doubt.question)}"


def confirmation(form: type[Form], draft: Draft, situation: Situation) -> Reply:
    """The summary with send, change and cancel."""
    answers = typed_answers(form, draft)
    facts: dict[str, Fact] = {
        name: item.answer.fact(answers[name])
        for name, item in form.questions.items()
        if name in answers
    }
    facts.update(form.summary(answers, situation))
    return say(
        f"{form.form_name}.confirm",
        Choice(f"d{draft.id}:send", words("form.send")),
        Choice(f"d{draft.id}:change", words("form.change")),
        Choice(f"d{draft.id}:cancel", words("form.cancel")),
        **facts,
    )


def _plain_order(hearing: Hearing) -> str | None:
    """Cancel or back, when that is all that the message says."""
    if len(hearing.text) > 30 or hearing.message.media:
        return None
    intent = str(hearing.understood.intent)
    return intent if intent in {"cancel", "back"} else None


def _press(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome:
    verb, _, argument = (hearing.message.button or "").partition(":")[2].partition(":")
    situation = hearing.situation
    asking = being_asked(form, draft, situation)
    match verb:
        case "send" if asking is None:
            return _submit(form, draft, situation)
        case "cancel":
            return Outcome((say("form.cancelled"),), cancelled=True)
        case "back":
            return ask(form, _one_step_back(form, draft, situation), situation)
        case "change" if argument in form.questions:
            return ask(form, replace(draft, changing=argument), situation)
        case "change":
            return Outcome((_which(form, draft, situation),), draft)
        case "keep" if isinstance(asking, Doubt):
            return ask(form, _settled(form, draft, asking), situation)
        case "pick":
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
    draft, unsure = _overheard(form, draft, hearing)
    return ask(form, draft, hearing.situation, unsure)


def _rejected(
    form: type[Form], draft: Draft, item: Question, hearing: Hearing, refusal: Rejected
) -> Outcome:
    """Ask again; but a message that answers another open question has not been in vain."""
    heard, _ = _overheard(form, draft, hearing)
    if heard.answers != draft.answers and not refusal.offers:
        return ask(form, replace(heard, changing=draft.changing), hearing.situation)
    failed = replace(draft, misunderstood=draft.misunderstood + 1)
    return Outcome((_refuse(form, failed, item, refusal),), failed, understood=False)


def _refuse(form: type[Form], draft: Draft, item: Question, refusal: Rejected) -> Reply:
    choices = [
        Choice(_pick_id(draft, item, value), words("form.value", value=item.answer.fact(value)))
        for value in refusal.offers
    ]
    if draft.misunderstood >= PATIENCE:
        choices.append(Choice("go:human", words("form.human")))
        choices.append(Choice(f"d{draft.id}:cancel", words("form.cancel")))
    key = f"{form.form_name}.{item.name}.{refusal.reason}"
    return say(key, *choices, **refusal.facts)


def _doubtful(form: type[Form], draft: Draft, doubt: Doubt) -> Reply:
    item = form.questions[doubt.question]
    return say(
        f"{form.form_name}.{doubt.question}.{doubt.reason}",
        Choice(f"d{draft.id}:keep", words("form.keep")),
        *(
            Choice(_pick_id(draft, item, value), words("form.value", value=item.answer.fact(value)))
            for value in doubt.offers
        ),
        Choice(f"d{draft.id}:change:{doubt.question}", words("form.rewrite")),
        **doubt.facts,
    )


def _settle_in_words(form: type[Form], draft: Draft, doubt: Doubt, hearing: Hearing) -> Outcome:
    item = form.questions[doubt.question]
    match read_yes_no(hearing.text):
        case True:
            return ask(form, _settled(form, draft, doubt), hearing.situation)
        case False:
            return ask(form, replace(draft, changing=doubt.question), hearing.situation)
    try:
        value = item.answer.read(hearing)
    except Rejected:
        heard, unsure = _overheard(form, draft, hearing)
        if heard.answers != draft.answers:
            return ask(form, heard, hearing.situation, unsure)
        failed = replace(draft, misunderstood=draft.misunderstood + 1)
        return Outcome((_doubtful(form, failed, doubt),), failed, understood=False)
    return ask(form, draft.answered(item.name, item.answer.dump(value)), hearing.situation)


def _confirm_in_words(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome:
    intent = str(hearing.understood.intent)
    if intent == "yes" or read_yes_no(hearing.text) is True:
        return _submit(form, draft, hearing.situation)
    if intent == "no" or read_yes_no(hearing.text) is False:
        return Outcome((_which(form, draft, hearing.situation),), draft)
    heard, unsure = _overheard(form, draft, hearing, again=True)
    if heard.answers != draft.answers:
        return ask(form, heard, hearing.situation, unsure)
    if unsure:
        name = next(iter(unsure))
        changed = replace(draft, changing=name)
        refusal = _refuse(form, changed, form.questions[name], unsure[name])
        return Outcome((refusal,), changed)
    failed = replace(draft, misunderstood=draft.misunderstood + 1)
    return Outcome((confirmation(form, failed, hearing.situation),), failed, understood=False)


def _correction(form: type[Form], draft: Draft, hearing: Hearing) -> Outcome | None:
    """ "ubah jumlah", "bukan kemarin, tgl 5": the field is named, the new value perhaps too."""
    if str(hearing.understood.intent) != "correct":
        return None
    named = hearing.understood.field
    heard, unsure = _overheard(form, draft, hearing, again=True)
    if heard.answers != draft.answers:
        return ask(form, replace(heard, changing=None), hearing.situation)
    target = next(
        (item.name for item in form.questions.values() if item.answer.field == named),
        next(iter(unsure), None),
    )
    if target is None:
        return Outcome((_which(form, draft, hearing.situation),), draft) if draft.answers else None
    return ask(form, replace(draft, changing=target), hearing.situation, unsure)


def _which(form: type[Form], draft: Draft, situation: Situation) -> Reply:
    """Ask which answer is to be changed."""
    answers = typed_answers(form, draft)
    return say(
        "form.which",
        *(
            Choice(f"d{draft.id}:change:{name}", words(f"{form.form_name}.{name}.label"))
            for name, item in form.questions.items()
            if item.applies(answers, situation)
        ),
        Choice(f"d{draft.id}:cancel", words("form.cancel")),
    )


def _overheard(
    form: type[Form], draft: Draft, hearing: Hearing, *, again: bool = False
) -> tuple[Draft, dict[str, Rejected]]:
    """Take every other answer that the message holds; `again` also replaces given ones."""
    unsure: dict[str, Rejected] = {}
    for name, item in form.questions.items():
        if name in draft.answers and not again:
            continue
        try:
            value = item.answer.overhear(hearing)
        except Rejected as refusal:
            unsure[name] = refusal
            continue
        if value is not None:
            draft = replace(draft, answers={**draft.answers, name: item.answer.dump(value)})
    return draft, unsure


def _one_step_back(form: type[Form], draft: Draft, situation: Situation) -> Draft:
    if draft.changing is not None:
        return replace(draft, changing=None, misunderstood=0)
    answered = [name for name in form.questions if name in typed_answers(form, draft)]
    return draft.without(answered[-1]) if answered else draft


def _settled(form: type[Form], draft: Draft, doubt: Doubt) -> Draft:
    settled = (*draft.settled, doubt_id(form, draft, doubt))
    return replace(draft, settled=settled, misunderstood=0)


def _submit(form: type[Form], draft: Draft, situation: Situation) -> Outcome:
    return Outcome((), draft, submitted=form(**typed_answers(form, draft)))


def _picks(draft: Draft, item: Question, options: tuple[Option[Any], ...]) -> list[Choice]:
    return [Choice(_pick_id(draft, item, option.value), option.label) for option in options]


def _pick_id(draft: Draft, item: Question, value: Any) -> str:
    stored = item.answer.dump(value)
    return f"d{draft.id}:pick:{item.name}:{'' if stored == [] else stored}"


def message_for(draft: Draft) -> InboundMessage | None:
    """The message that was held back while we asked whether to go on."""
    return InboundMessage.from_json(draft.held) if draft.held else None

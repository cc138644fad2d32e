"""What is being asked, and how it is put: questions, doubts, refusals, the confirmation. Pure."""

from collections.abc import Sequence
from typing import Any

import locales
from handlers.answers import Gathers
from handlers.forms import Doubt, Draft, Form, Question
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Choice, Fact, Reply, say, words
from handlers.situation import Situation

MEANT = ":meant:"
"""In the id of the only value that is offered: "ya" takes it, too."""

PATIENCE = 2
"""After so many answers in a row that were not understood, a person is offered."""


def being_asked(form: type[Form], draft: Draft, situation: Situation) -> Question | Doubt | None:
    """The question being changed, a doubt, the first unanswered question, or none: confirm."""
    answers = typed_answers(form, draft)
    changing = form.questions.get(draft.changing or "")
    if changing is not None and changing.applies(answers, situation):
        return changing
    for doubt in form.doubts(answers, situation):
        if doubt.firm or doubt_id(draft, doubt) not in draft.settled:
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


def doubt_id(draft: Draft, doubt: Doubt) -> str:
    """A doubt is settled for this value only, unless it is put `once`."""
    if doubt.once:
        return f"{doubt.question}:once"
    return f"{doubt.question}:{doubt.reason}:{doubt.about or draft.answers.get(doubt.question)}"


def confirmation(form: type[Form], draft: Draft, situation: Situation) -> Reply:
    """The summary with send, change and cancel."""
    facts = told_back(form, draft, situation)
    choices = (
        Choice(f"d{draft.id}:send", words("form.send")),
        Choice(f"d{draft.id}:change", words("form.change")),
        Choice(f"d{draft.id}:cancel", words("form.cancel")),
    )
    return Reply(f"{form.form_name}.confirm", facts, choices)


def told_back(form: type[Form], draft: Draft, situation: Situation) -> dict[str, Fact]:
    """The answers as the confirmation shows them."""
    answers = typed_answers(form, draft)
    facts: dict[str, Fact] = {
        name: item.answer.fact(answers[name])
        for name, item in form.questions.items()
        if name in answers
    }
    return facts | form.summary(answers, situation)


def noted(form: type[Form], before: Draft, now: Draft, situation: Situation) -> tuple[Reply, ...]:
    """Tell back the answers that are new or changed, unless the summary or a doubt does."""
    if not isinstance(being_asked(form, now, situation), Question):
        return ()
    answers, facts = typed_answers(form, now), told_back(form, now, situation)
    return tuple(
        say("form.noted", what=words(f"{form.form_name}.{name}.label"), value=facts[name])
        for name, item in form.questions.items()
        if now.answers.get(name) != before.answers.get(name)
        and item.applies(answers, situation)
        and not isinstance(item.answer, Gathers)
        and name in facts
    )


def refuse(
    form: type[Form], draft: Draft, item: Question, refusal: Rejected, situation: Situation
) -> Reply:
    """Say why an answer was not taken; staff, who are the office, are not sent to the office."""
    choices = _instead(form, draft, item, refusal, situation)
    if draft.misunderstood >= PATIENCE:
        if not situation.in_staff_chat:
            choices.append(Choice("go:human", words("form.human")))
        choices.append(Choice(f"d{draft.id}:cancel", words("form.cancel")))
    key = f"{form.form_name}.{item.name}.{refusal.reason}"
    facts = {**form.asked_with(typed_answers(form, draft), situation), **refusal.facts}
    return Reply(key, facts, tuple(choices))


def _instead(
    form: type[Form], draft: Draft, item: Question, refusal: Rejected, situation: Situation
) -> list[Choice]:
    """What may have been meant, else what is offered whenever this is asked."""
    if not refusal.offers:
        return picks(draft, item, item.options(typed_answers(form, draft), situation))
    told = [words("form.value", value=item.answer.fact(value)) for value in refusal.offers]
    if len(refusal.offers) == 1 and refusal.reason == "unsure":
        guessed = _pick_id(draft, item, refusal.offers[0]).replace(":pick:", MEANT, 1)
        again = Choice(f"d{draft.id}:change:{item.name}", words("form.rewrite"))
        return [Choice(guessed, told[0]), again]
    offered = zip(refusal.offers, told, strict=True)
    return [Choice(_pick_id(draft, item, value), label) for value, label in offered]


def as_tap(offered: Sequence[str], *, agreed: bool) -> str | None:
    """The choice that yes or no takes, where the one value that may have been meant was offered."""
    meant = next((choice for choice in offered if MEANT in choice), None)
    if meant is None or agreed:
        return meant
    draft, _, value = meant.partition(MEANT)
    return f"{draft}:change:{value.partition(':')[0]}"


def put_doubt(form: type[Form], draft: Draft, doubt: Doubt) -> Reply:
    item = form.questions[doubt.question]
    kept, rewritten = doubt.labels
    keep = (Choice(f"d{draft.id}:keep", words(kept)),)
    again = f"change:{doubt.question}" if doubt.rest is None else "anew"
    choices = (
        *(() if doubt.firm else keep),
        *(
            Choice(_pick_id(draft, item, value), words("form.value", value=item.answer.fact(value)))
            for value in doubt.offers
        ),
        Choice(f"d{draft.id}:{again}", words(rewritten)),
    )
    return Reply(f"{form.form_name}.{doubt.question}.{doubt.reason}", doubt.facts, choices)


def which_to_change(form: type[Form], draft: Draft, situation: Situation) -> Reply:
    """Ask which answer is to be changed."""
    answers = typed_answers(form, draft)
    choices = (
        *(
            Choice(f"d{draft.id}:change:{name}", words(f"{form.form_name}.{name}.label"))
            for name, item in form.questions.items()
            if item.applies(answers, situation)
        ),
        Choice(f"d{draft.id}:cancel", words("form.cancel")),
    )
    return Reply("form.which", choices=choices)


def named_by_its_label(form: type[Form], draft: Draft, hearing: Hearing) -> str | None:
    """The question that is to be changed, when its label is written instead of tapped."""
    written, answers = hearing.text.strip(" .!").casefold(), typed_answers(form, draft)
    for name, item in form.questions.items():
        key = f"{form.form_name}.{name}.label"
        labels = [
            locales.text(key, language=language, facts={}).casefold()
            for language in locales.LANGUAGES
            if locales.message_id(key) in locales.keys(language)
        ]
        if written in labels and item.applies(answers, hearing.situation):
            return name
    return None


def picks(draft: Draft, item: Question, options: tuple[Option[Any], ...]) -> list[Choice]:
    return [
        Choice(_pick_id(draft, item, option.value), option.label, option.numbered)
        for option in options
    ]


def _pick_id(draft: Draft, item: Question, value: Any) -> str:
    stored = item.answer.dump(value)
    return f"d{draft.id}:pick:{item.name}:{'' if stored == [] else stored}"

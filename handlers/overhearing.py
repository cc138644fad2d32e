"""What a message answers besides the question that stands. Pure."""

from dataclasses import replace

from handlers.answers import Gathers
from handlers.forms import Draft, Form
from handlers.hearing import Hearing, Rejected


def overheard(
    form: type[Form], draft: Draft, hearing: Hearing, *, again: bool = False
) -> tuple[Draft, dict[str, Rejected]]:
    """Take every other answer that the message holds; `again` also replaces given ones."""
    unsure: dict[str, Rejected] = {}
    for name, item in form.questions.items():
        gathers = isinstance(item.answer, Gathers)  # pictures come one by one
        if name in draft.answers and not (again or gathers):
            continue
        try:
            value = item.answer.overhear(hearing)
        except Rejected as refusal:
            unsure[name] = refusal
            continue
        if value is not None:
            stored = item.answer.dump(value)
            if isinstance(item.answer, Gathers):
                stored = item.answer.gathered(draft.answers.get(name), stored)
            draft = replace(draft, answers={**draft.answers, name: stored})
    return draft, unsure

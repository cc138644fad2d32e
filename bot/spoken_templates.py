"""Which approved text says what a reply says, with the reply's own facts in its places."""

from collections.abc import Mapping, Sequence

from bot.channels.base import TemplateMessage
from bot.channels.texts import length
from handlers.messages import Reply
from handlers.speak import written
from locales.templates import (
    BODY_LENGTH_MAX,
    PAYLOAD_LENGTH_MAX,
    Template,
    clean,
    listed,
    templates_for,
)

SOMETHING_WAITS = "whatsapp.something_waits"
"""The reply that says only that there is news: for whatever has no approved text of its own."""


def template_message(replies: Sequence[Reply], language: str) -> TemplateMessage | None:
    """The approved text for a message; none if it says more than one such text can.

    Of several for the same reply, the one with the most buttons of which the message has the
    choices: a button always does what its choice does.
    """
    if any(reply.pictures for reply in replies):  # No approved text shows them.
        return None
    choices = {choice.label.key: choice.id for reply in replies for choice in reply.choices}
    for reply in replies:
        others = {each.key for each in replies if each is not reply}
        for template in templates_for(reply.key, language):
            if others <= set(template.may_drop):
                found = _filled(template, reply, choices)
                if found is not None:
                    return found
    return None


def _filled(template: Template, reply: Reply, choices: Mapping[str, str]) -> TemplateMessage | None:
    facts = written(reply.facts, template.language)
    places = template.replies[reply.key]
    if not set(places.values()) <= set(facts) or not set(template.buttons) <= set(choices):
        return None
    values = tuple(
        _value(
            str(facts[places[name]]),
            whole=name in template.whole or isinstance(reply.facts.get(places[name]), tuple),
            cut_at=template.place_length_max,
        )
        for name in template.variables
    )
    payloads = tuple(choices[label] for label in template.buttons)
    too_long = any(len(payload) > PAYLOAD_LENGTH_MAX for payload in payloads)
    if not all(values) or length(template.filled(values)) > BODY_LENGTH_MAX or too_long:
        return None
    return TemplateMessage(template.network_name, template.language, values, payloads)


def _value(spoken: str, *, whole: bool, cut_at: int) -> str:
    """What stands in a place; empty if it may not be cut and is too long."""
    return listed(spoken) if whole else clean(spoken, cut_at)

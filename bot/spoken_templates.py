"""Which approved text says what a reply says, with the reply's own facts in its places."""

from collections.abc import Sequence

from bot.channels.base import TemplateMessage
from bot.channels.texts import length
from handlers.messages import Reply
from handlers.speak import written
from locales.templates import BODY_LENGTH_MAX, Template, clean, template_for

SOMETHING_WAITS = "whatsapp.something_waits"
"""The reply that says only that there is news: for whatever has no approved text of its own."""


def template_message(replies: Sequence[Reply], language: str) -> TemplateMessage | None:
    """The approved text for a message; none if it says more than one such text can."""
    for reply in replies:
        template = template_for(reply.key, language)
        others = [each.key for each in replies if each is not reply]
        if template is not None and set(others) <= set(template.may_drop):
            return _filled(template, reply)
    return None


def _filled(template: Template, reply: Reply) -> TemplateMessage | None:
    facts = written(reply.facts, template.language)
    places = template.replies[reply.key]
    if not set(places.values()) <= set(facts):
        return None
    values = tuple(clean(str(facts[places[name]])) for name in template.variables)
    if length(template.filled(values)) > BODY_LENGTH_MAX:
        return None
    return TemplateMessage(template.network_name, template.language, values)

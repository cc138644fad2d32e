"""What is said about pictures that came, but could not be kept with the others. Pure."""

from dataclasses import replace

from handlers.answers import Photos
from handlers.conversation import Outcome
from handlers.forms import Draft, Form
from handlers.messages import InboundMessage, Reply, say, words


def told_of_arrivals(form: type[Form], outcome: Outcome, message: InboundMessage) -> Outcome:
    """The outcome, after a word about pictures that are too many, or that did not arrive whole."""
    gathering = [item for item in form.questions.values() if isinstance(item.answer, Photos)]
    if not message.media or outcome.draft is None or not gathering:
        return outcome
    answer, name = gathering[0].answer, gathering[0].name
    assert isinstance(answer, Photos)
    refused = any(reply.key == f"{form.form_name}.{name}.broken" for reply in outcome.replies)
    told: list[Reply] = [] if refused else list(_missing(message))
    left_out = _left_out(message, outcome.draft, name)
    if left_out:
        told.append(say("form.too_many_photos", at_most=answer.at_most, count=left_out))
    return replace(outcome, replies=(*told, *outcome.replies))


def _missing(message: InboundMessage) -> tuple[Reply, ...]:
    """Which pictures are to be sent again; the rest is kept."""
    broken = [media.trouble for media in message.media if media.trouble]
    if not broken:
        return ()
    return (say("form.photos_missing", count=len(broken), why=words(f"media.{broken[0]}")),)


def _left_out(message: InboundMessage, draft: Draft, name: str) -> int:
    stored = draft.answers.get(name)
    kept = set(stored) if isinstance(stored, list) else set()
    return len({media.media_id for media in message.photos} - kept) if kept else 0

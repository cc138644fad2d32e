"""A human is wanted: the words go to staff as a card, and staff's reply to it comes back."""

from dataclasses import replace
from datetime import timedelta

from handlers.commands import Topic
from handlers.hearing import Hearing
from handlers.messages import Fact, InboundMessage, Reply, say, words
from handlers.situation import Situation
from handlers.staff import relay
from handlers.turn import Turn
from models.calendar import wita_day
from models.help_request import HelpRequest
from models.inbox import InboxMessage

_ANSWERS = {
    "ask_human": "human.ask_human",
    "complaint": "human.complaint",
    "promise_payment": "human.promise_payment",
    "cannot_pay": "human.cannot_pay",
    "ask_turn": "human.ask_turn",
    "change_leader": "human.change_leader",
    "change_number": "human.change_number",
    "delete_data": "human.delete_data",
    "access_data": "human.access_data",
    "stop_notices": "human.stop_notices",
    "report_progress": "human.report_progress",
}
"""What each wish is answered; all of them reach staff."""
_NEWS = "report_progress"
"""Comes here only from somebody without a group; the others fill in a report."""

_WORDS_MOST = 1000
_STILL_TALKING = timedelta(hours=24)
"""So long after a call for staff, words that mean nothing to us are meant for them."""


async def call_staff(turn: Turn, message: InboundMessage) -> Reply:
    """Write the wish down, show it to staff, and say what happens next."""
    heard = Hearing(message, turn.situation, wita_day(message.sent_at))
    intent = str(heard.understood.intent)
    wish = intent if intent in _ANSWERS else "ask_human"
    request = await _show_staff(turn, message)
    return say(_ANSWERS[wish], number=str(request.id), name=turn.situation.name)


async def pass_on(turn: Turn, message: InboundMessage) -> Reply | None:
    """Show staff what is written after a call for them; none if nobody was called of late."""
    called = HelpRequest.filter(
        address_id=turn.situation.address_id, asked_at__gt=turn.now - _STILL_TALKING
    )
    if not message.text.strip() or not await called.exists():
        return None
    await _show_staff(turn, message)
    return say("human.passed_on")


async def _show_staff(turn: Turn, message: InboundMessage) -> HelpRequest:
    said = (message.text.strip() or await _said_before(turn))[:_WORDS_MOST]
    request = await HelpRequest.create(
        address_id=turn.situation.address_id,
        person_id=turn.situation.person_id,
        last_words=said,
        asked_at=turn.now,
    )
    subject = f"help:{request.id}"
    pictures = tuple(media.media_id for media in message.photos if media.media_id is not None)
    card = replace(await relay.card(request.id), pictures=pictures)
    turn.tell_staff(card, key=f"{subject}:card", subject=subject)
    return request


def group_names(situation: Situation) -> Fact:
    """For whom the person speaks, a group on each line."""
    if not situation.groups:
        return words("human.no_group")
    return tuple(
        words("human.group", name=group.name, village=group.village) for group in situation.groups
    )


async def _said_before(turn: Turn) -> str:
    """A tap has no words of its own: staff read what was written last, and not understood."""
    rows = (
        await InboxMessage.filter(address_id=turn.situation.address_id, id__lt=turn.inbox_id)
        .order_by("-id")
        .limit(5)
    )
    texts = (InboundMessage.from_json(row.event).text.strip() for row in rows if row.event)
    return next((text for text in texts if text), "")


TOPIC = Topic("human", frozenset(_ANSWERS) - {_NEWS}, ("petugas",), run=call_staff)

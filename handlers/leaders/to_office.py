"""What somebody says to the office: kept whole, shown on the card of the talk, and below it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from handlers.messages import InboundMessage
from handlers.staff import help_card, help_talk
from models.audit import note
from models.help_request import (
    HelpEnding,
    HelpMessage,
    HelpReason,
    HelpRequest,
    HelpSide,
    HelpState,
    closed_of_late,
    open_talks,
    put_down,
)
from models.inbox import InboxMessage, InboxState

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.situation import Situation
    from handlers.turn import Turn

_WORDS_MOST: Final = 1000
_BEFORE_MOST: Final = 5
_BEFORE_WITHIN: Final = timedelta(hours=24)
_TOGETHER: Final = timedelta(minutes=2)
"""What follows so closely stands in the same message of the staff chat, which shows it anew."""
_TOGETHER_LONGEST: Final = 3_000


async def open_talk(turn: Turn) -> HelpRequest | None:
    """The open talk of the speaker, who may have come to it from another address."""
    who = turn.situation
    found = await open_talks(address_id=who.address_id, person_id=who.person_id)
    for older in found[1:]:
        key = f"joined:{turn.inbox_id}"
        await help_talk.close(turn, older, HelpEnding.SILENCE, by=None, key=key)
    if not found:
        return None
    request = found[0]
    if (request.address_id, request.person_id) != (who.address_id, who.person_id):
        request.address_id = who.address_id
        request.person_id = who.person_id or request.person_id
        await request.save(update_fields=["address_id", "person_id"])
    return request


async def begin(
    turn: Turn, message: InboundMessage, reason: HelpReason, due: datetime | None
) -> HelpRequest:
    who = turn.situation
    earlier = await closed_of_late(address_id=who.address_id, person_id=who.person_id, now=turn.now)
    since = turn.now - _BEFORE_WITHIN
    before = await _said_before(turn, max(since, earlier.closed_at or since) if earlier else since)
    text = message.text.strip() or (before[-1].text.strip() if before else "")
    request = await HelpRequest.create(
        address_id=who.address_id,
        person_id=who.person_id,
        last_words=text[:_WORDS_MOST],
        asked_at=turn.now,
        reason=reason,
        doing=help_card.kept_words(turn.doing),
        earlier_id=earlier.id if earlier else None,
        last_said_at=turn.now,
        promised_until=due,
    )
    for each in before:
        await put_down(
            request,
            HelpSide.PERSON,
            each.text.strip(),
            _kept(each),
            person_id=who.person_id,
            at=each.sent_at,
        )
    subject, number = f"help:{request.id}", str(request.id)
    await note(subject, "help_asked", at=turn.now, person_id=who.person_id, number=number)
    said = await put_down_words(turn, request, message) if says_something(message) else None
    await help_talk.post(turn, request)
    if said is not None and (said.media or len(said.words) > help_card.LINE_LONGEST):
        await _show_below(turn, request, said)
    return request


async def add(turn: Turn, request: HelpRequest, message: InboundMessage) -> HelpMessage:
    """What the person goes on to say: the card shows it, and staff notice."""
    last = await HelpMessage.filter(request_id=request.id).order_by("-id").first()
    said = await put_down_words(turn, request, message)
    request.last_said_at = turn.now
    await request.save(update_fields=["last_said_at"])
    if last is None or not await _joins(request, last, said):
        await _show_below(turn, request, said)
    elif last.shown_with is not None:
        said.shown_with = last.shown_with
        await said.save(update_fields=["shown_with"])
        together = await HelpMessage.filter(shown_with=last.shown_with).order_by("id")
        shown = await help_card.said_card(request, together, turn.today)
        subject = help_card.below(request, last.shown_with)
        turn.change_cards(subject, shown, key=f"{subject}:{said.id}")
    await help_talk.show(turn, request, key=f"said:{turn.inbox_id}")
    return said


async def _joins(request: HelpRequest, last: HelpMessage, said: HelpMessage) -> bool:
    """Whether staff, who have just been shown something, read this in the same place."""
    if said.said_at - last.said_at > _TOGETHER or last.side is HelpSide.OFFICE or said.media:
        return False
    if last.shown_with is None:  # It stands in the card, which shows short words only.
        just_posted = said.said_at - request.asked_at <= _TOGETHER
        return just_posted and len(said.words) <= help_card.LINE_LONGEST
    together = await HelpMessage.filter(shown_with=last.shown_with)
    has_photos = any(each.media for each in together)
    length = sum(len(each.words) for each in together) + len(said.words)
    return not has_photos and length <= _TOGETHER_LONGEST


async def _show_below(turn: Turn, request: HelpRequest, said: HelpMessage) -> None:
    said.shown_with = said.id
    await said.save(update_fields=["shown_with"])
    shown = await help_card.said_card(request, (said,), turn.today)
    subject = help_card.below(request, said.id)
    turn.tell_staff(shown, key=f"{subject}:shown", subject=subject)


async def put_down_words(turn: Turn, request: HelpRequest, message: InboundMessage) -> HelpMessage:
    """Add what the person said just now to the history."""
    return await put_down(
        request,
        HelpSide.PERSON,
        message.text.strip(),
        _kept(message),
        person_id=turn.situation.person_id,
        at=turn.now,
    )


async def promise(request: HelpRequest, due: datetime | None) -> None:
    """Whoever waits already was promised an answer; else one is promised now."""
    if due is None or (request.state is HelpState.OPEN and request.promised_until is not None):
        return
    request.state, request.promised_until = HelpState.OPEN, due
    await request.save(update_fields=["state", "promised_until"])


def _kept(message: InboundMessage) -> tuple[int, ...]:
    return tuple(media.media_id for media in message.photos if media.media_id is not None)


def is_theirs(who: Situation, request: HelpRequest) -> bool:
    is_person = who.person_id is not None and who.person_id == request.person_id
    return is_person or who.address_id == request.address_id


async def _said_before(turn: Turn, since: datetime) -> list[InboundMessage]:
    """The last words of theirs that we have handled, oldest first; what was forgotten is gone."""
    rows = (
        await InboxMessage.filter(
            address_id=turn.situation.address_id, id__lt=turn.inbox_id, state=InboxState.DONE
        )
        .order_by("-id")
        .limit(4 * _BEFORE_MOST)
    )
    events = [InboundMessage.from_json(row.event) for row in rows if row.event]
    said = [each for each in events if says_something(each) and each.sent_at > since]
    return said[:_BEFORE_MOST][::-1]


def says_something(message: InboundMessage) -> bool:
    return bool(message.text.strip() or message.photos) and not message.text.startswith("/")

"""A human is wanted: the words go to staff as a card, and staff's reply to it comes back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from handlers.commands import Topic
from handlers.hearing import Hearing
from handlers.hours import by_when
from handlers.leaders import finishing, to_office
from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, number_in, say, words
from handlers.staff import help_talk
from models import help_request, office_hours
from models.calendar import wita_day
from models.help_request import (
    HelpEnding,
    HelpMessage,
    HelpReason,
    HelpRequest,
    HelpState,
)

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.situation import Situation
    from handlers.turn import Turn

_ANSWERS = {
    "ask_human": "human.ask_human",
    "complaint": "human.complaint",
    "change_leader": "human.change_leader",
    "change_number": "human.change_number",
    "delete_data": "human.delete_data",
    "access_data": "human.access_data",
}
"""What each wish is answered; all of them reach staff."""

_RIGHTS: Final = frozenset({"delete_data", "access_data"})
_RIGHTS_WITHIN: Final = timedelta(hours=72)
"""3 x 24 hours, as the answer to these says."""


async def call_staff(turn: Turn, message: InboundMessage) -> Reply:
    """Write the wish down, show it to staff, and say what happens next."""
    heard = Hearing(message, turn.situation, wita_day(message.sent_at))
    intent = str(heard.understood.intent)
    wish = intent if intent in _ANSWERS else "ask_human"
    due = _due(wish, turn.now)
    request = await to_office.open_talk(turn)
    if request is None:
        request = await to_office.begin(turn, message, HelpReason.ASKED, due)
    else:
        await to_office.promise(request, due)
        if to_office.says_something(message):
            await to_office.add(turn, request, message)
        if wish == "ask_human":
            return _passed_on(turn, request)
    return say(
        _ANSWERS[wish],
        number=str(request.id),
        name=turn.situation.name,
        promise=_promised(turn, request),
    )


async def call_unasked(turn: Turn, message: InboundMessage, choices: tuple[Choice, ...]) -> Reply:
    """Twice not understood: staff see it at once, and the person hears so."""
    request = await to_office.open_talk(turn)
    if request is None:
        due = office_hours.promise(turn.now)
        request = await to_office.begin(turn, message, HelpReason.NOT_UNDERSTOOD, due)
    else:
        await to_office.add(turn, request, message)
    return say(
        "human.not_understood",
        *choices,
        number=str(request.id),
        name=turn.situation.name,
        promise=_promised(turn, request),
    )


async def pass_on(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...] | None:
    """Show staff what is said in an open talk with them; none if there is no such talk."""
    something = to_office.says_something(message) or message.media
    request = await to_office.open_talk(turn) if something else None
    if request is None:
        return None
    missing = (say("human.photos_missing"),) if len(message.photos) < len(message.media) else ()
    if not to_office.says_something(message):
        return missing
    if finishing.says_finished(message.text) and not message.media:
        await to_office.put_down_words(turn, request, message)
        return await _finish(turn, request)
    agrees = request.state is HelpState.ANSWERED and finishing.only_agrees(message.text)
    if not agrees:
        await to_office.promise(request, office_hours.promise(turn.now))
    said = await to_office.add(turn, request, message)
    if not message.photos:
        told = say("human.passed_on_only") if agrees else _passed_on(turn, request)
        return told, *missing
    other = Choice(f"talk:{said.id}:other", words("human.not_for_staff"))
    offered = (other,) if turn.situation.borrowing else ()
    return say("human.photos_passed_on", *offered, count=len(message.photos)), *missing


async def reply_to_office(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """A reply to what the office said: it goes to staff even when the talk was closed."""
    if not to_office.says_something(message):
        return ()
    return await pass_on(turn, message) or await call_staff(turn, message)


async def thank(turn: Turn, message: InboundMessage) -> Reply:
    """Thanks are thanks; said with "sudah" or "cukup" in a talk with the office they end it."""
    welcome = say("thanks.welcome", name=turn.situation.name)
    request = await to_office.open_talk(turn)
    if request is None:
        return welcome
    await to_office.put_down_words(turn, request, message)
    if finishing.says_finished(message.text):
        return await _finish(turn, request)
    await help_talk.show(turn, request, key=f"thanked:{turn.inbox_id}")
    offered = request.state is HelpState.ANSWERED
    choices = (help_talk.finish_button(request),) if offered else ()
    return say("thanks.welcome", *choices, name=turn.situation.name)


async def press(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """A tap below something of a talk: `talk:<talk>:close`, `talk:<message>:other`."""
    _, number, verb = (*(message.button or "").split(":"), "", "")[:3]
    about = number_in(number)
    if about is not None and verb == "close":
        request = await help_request.locked(about)
        if request is not None and to_office.is_theirs(turn.situation, request):
            return await _finish(turn, request)
    if about is not None and verb == "other":
        said = await HelpMessage.get_or_none(id=about).select_related("request")
        if said is not None and to_office.is_theirs(turn.situation, said.request):
            turn.start("loose_photo", photos=list(said.media))
            return ()
    return say("form.stale")


def group_names(situation: Situation) -> Fact:
    """For whom the person speaks, a group on each line."""
    if not situation.groups:
        return words("human.no_group")
    return tuple(
        words("human.group", name=group.name, village=group.village) for group in situation.groups
    )


async def _finish(turn: Turn, request: HelpRequest) -> Reply:
    number, name = str(request.id), turn.situation.name
    if request.state is HelpState.CLOSED:
        return say("human.closed_already", number=number, name=name)
    by, key = turn.situation.person_id, f"closed:{turn.inbox_id}"
    await help_talk.close(turn, request, HelpEnding.PERSON, by=by, key=key)
    return say("human.closed", number=number, name=name)


def _due(wish: str, now: datetime) -> datetime:
    return now + _RIGHTS_WITHIN if wish in _RIGHTS else office_hours.promise(now)


def _promised(turn: Turn, request: HelpRequest) -> Words:
    """By when an answer comes, and why not sooner."""
    if request.promised_until is None:
        return words("human.answer_comes")
    when = by_when(request.promised_until, turn.today)
    is_open = office_hours.is_open(turn.now)
    return words("human.promise" if is_open else "human.promise_later", when=when)


def _passed_on(turn: Turn, request: HelpRequest) -> Reply:
    return say("human.passed_on", promise=_promised(turn, request))


TOPIC = Topic("human", frozenset(_ANSWERS), ("petugas",), run=call_staff)

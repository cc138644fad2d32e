"""Answering people who asked for a human: a reply to their card goes to them, from the office."""

from handlers.messages import InboundMessage, Kind, Reply, number_in, say
from handlers.staff import help_talk
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.help_card import name_of
from handlers.turn import Turn
from models.audit import note
from models.help_request import (
    HelpEnding,
    HelpRequest,
    HelpSide,
    HelpState,
    locked,
    open_talks,
    put_down,
)


def talk_of(card: str | None) -> int | None:
    """The number of the talk to which a card, or a message below one, belongs."""
    kind, number, *_ = (*(card or "").split(":"), "")
    return number_in(number) if kind == "help" else None


async def answer_help(turn: Turn, message: InboundMessage, help_id: int) -> Reply:
    """Pass the words and pictures of a staff member on, in the office's name."""
    await require(turn, ANY_STAFF)
    request = await locked(help_id)
    if request is None:
        return say("form.stale")
    turn.about = f"help:{help_id}:told"
    if request.state is HelpState.CLOSED:
        return await help_talk.closed_already(request, "help_talk.is_closed")
    text = message.text.strip()
    pictures = tuple(media.media_id for media in message.photos if media.media_id is not None)
    if not text and not pictures:
        return say("staff.answer_without_words")
    await _pass_on(turn, request, _answer(message, text, pictures))
    await put_down(request, HelpSide.OFFICE, text, pictures, person_id=turn.person_id, at=turn.now)
    await _answered(turn, request)
    complete = len(pictures) == len(message.media)
    key = "staff.answer_passed_on" if complete else "staff.answer_without_some_photos"
    return say(key, name=await name_of(request))


async def press(turn: Turn, help_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """Close a talk, or open it again; its card says by whom."""
    await require(turn, ANY_STAFF)
    request = await locked(help_id)
    turn.about = f"help:{help_id}:told"
    match request, verb:
        case HelpRequest(), "close":
            return await _close(turn, request)
        case HelpRequest(), "reopen":
            return await _reopen(turn, request)
    return say("form.stale")


async def finish(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """`/selesai` as a reply to a card closes its talk."""
    help_id = talk_of(message.card)
    return say("help_talk.finish_how") if help_id is None else await press(turn, help_id, "close")


def _answer(message: InboundMessage, text: str, pictures: tuple[int, ...]) -> Reply:
    if not text:
        return say("staff.answer_in_pictures", pictures=pictures)
    key = "staff.answer_corrected" if message.kind is Kind.EDITED else "staff.answer"
    return say(key, pictures=pictures, text=text)


async def _pass_on(turn: Turn, request: HelpRequest, answer: Reply) -> None:
    finish_button = help_talk.finish_button(request)
    turn.tell_address(
        request.address_id,
        Reply(answer.key, answer.facts, (finish_button,), answer.pictures),
        key=f"help:{request.id}:answer:{turn.inbox_id}",
        subject=help_talk.answered_with(request),
    )


async def _answered(turn: Turn, request: HelpRequest) -> None:
    request.state = HelpState.ANSWERED
    request.answered_at = request.last_said_at = turn.now
    request.promised_until = None
    await request.save(update_fields=["state", "answered_at", "last_said_at", "promised_until"])
    subject, number = f"help:{request.id}", str(request.id)
    await note(subject, "help_answered", at=turn.now, person_id=turn.person_id, number=number)
    await help_talk.show(turn, request, key=f"answered:{turn.inbox_id}")


async def _close(turn: Turn, request: HelpRequest) -> Reply | tuple[Reply, ...]:
    if request.state is HelpState.CLOSED:
        return await help_talk.closed_already(request, "help_talk.closed_before")
    key = f"closed:{turn.inbox_id}"
    await help_talk.close(turn, request, HelpEnding.OFFICE, by=turn.person_id, key=key)
    return ()


async def _reopen(turn: Turn, request: HelpRequest) -> Reply | tuple[Reply, ...]:
    """The talk goes on, unless the person is in another one already."""
    if request.state is not HelpState.CLOSED:
        return say("help_talk.open_already")
    others = await open_talks(address_id=request.address_id, person_id=request.person_id)
    if others:
        turn.about = f"help:{others[0].id}:told"
        name = await name_of(request)
        return say("help_talk.open_elsewhere", name=name, number=str(others[0].id))
    request.state, request.last_said_at = HelpState.ANSWERED, turn.now
    request.ending = request.closed_at = request.closed_by_id = None
    await request.save(
        update_fields=["state", "last_said_at", "ending", "closed_at", "closed_by_id"]
    )
    subject, number = f"help:{request.id}", str(request.id)
    await note(subject, "help_reopened", at=turn.now, person_id=turn.person_id, number=number)
    await help_talk.post_again(turn, request)
    return ()

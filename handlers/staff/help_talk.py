"""What both sides of a talk with the office, and the clock, do to it and to its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.messages import Choice, Reply, say, words
from handlers.staff.help_card import card, moved_card, name_of, subject_of
from models import help_request
from models.audit import note
from models.help_request import HelpEnding, HelpRequest

if TYPE_CHECKING:
    from handlers.turn import Telling


def finish_button(request: HelpRequest) -> Choice:
    """With it the person says that nothing is left to be said."""
    return Choice(f"talk:{request.id}:close", words("human.finish"))


def answered_with(request: HelpRequest) -> str:
    """The subject of what the office says to the person, so that a reply to it is known."""
    return f"help:{request.id}:answer"


async def post(turn: Telling, request: HelpRequest) -> None:
    """Show the card in the staff chat for the first time."""
    subject = subject_of(request)
    turn.tell_staff(await card(request), key=f"help:{request.id}:card", subject=subject)


async def post_again(turn: Telling, request: HelpRequest) -> None:
    """Show the card anew, below everything else; the one before it loses its buttons."""
    before = subject_of(request)
    request.postings += 1
    await request.save(update_fields=["postings"])
    again = f"help:{request.id}:card:{request.postings}"
    turn.change_cards(before, await moved_card(request), key=f"{again}:before")
    turn.tell_staff(await card(request), key=again, subject=subject_of(request))


async def show(turn: Telling, request: HelpRequest, *, key: str) -> None:
    """Let the card show what is true now; `key` says because of what."""
    shown = await card(request)
    turn.change_cards(subject_of(request), shown, key=f"help:{request.id}:{key}")


async def close(
    turn: Telling, request: HelpRequest, ending: HelpEnding, *, by: int | None, key: str
) -> None:
    """End the talk; its card says how, and the side that did not end it is told."""
    await help_request.end(request, ending, by=by, at=turn.now)
    subject, number = f"help:{request.id}", str(request.id)
    await note(subject, "help_closed", at=turn.now, person_id=by, number=number)
    await show(turn, request, key=key)
    name = await name_of(request)
    if ending is HelpEnding.OFFICE:
        told = say("human.closed_by_office", number=number, name=name)
        turn.tell_address(request.address_id, told, key=f"{subject}:{key}:told")
    elif ending is HelpEnding.PERSON:
        told = say("help_talk.person_closed", number=number, name=name)
        turn.tell_staff(told, key=f"{subject}:{key}:told", subject=f"{subject}:closed")


async def closed_already(request: HelpRequest, key: str) -> Reply:
    """To staff who come to a talk that is over: what did not happen, and how to go on."""
    again = Choice(f"card:help:{request.id}:reopen", words("help_talk.reopen"))
    return say(key, again, name=await name_of(request), number=str(request.id))

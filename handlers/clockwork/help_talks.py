"""Talks with the office that wait for too long, or in which nobody says anything any more."""

from datetime import datetime
from typing import Final

from handlers.hours import by_when
from handlers.jobs import Job, JobTurn, Needed
from handlers.messages import say
from handlers.staff import help_talk
from handlers.staff.help_card import name_of
from models.audit import note
from models.help_request import (
    HelpEnding,
    HelpRequest,
    any_fallen_silent,
    any_unanswered_in_time,
    fallen_silent,
    unanswered_in_time,
)
from models.office_hours import is_open, promise

_AT_A_TIME: Final = 20


async def _somebody_waits(now: datetime) -> bool:
    """Whether a promise was not kept, and somebody is there to see it."""
    return is_open(now) and await any_unanswered_in_time(now)


async def _rise(turn: JobTurn) -> None:
    """Once for each promise that was not kept."""
    for request in await unanswered_in_time(turn.now, most=_AT_A_TIME):
        request.missed += 1
        request.promised_until = promise(turn.now)
        await request.save(update_fields=["missed", "promised_until"])
        subject, number = f"help:{request.id}", str(request.id)
        await note(subject, "help_risen", at=turn.now, number=number)
        await help_talk.post_again(turn, request)
        if request.missed == 1:
            await _tell_them(turn, request)


async def _tell_them(turn: JobTurn, request: HelpRequest) -> None:
    """Whoever waits hears it honestly, once."""
    assert request.promised_until is not None
    told = say(
        "human.late",
        number=str(request.id),
        name=await name_of(request),
        when=by_when(request.promised_until, turn.today),
    )
    turn.tell_address(request.address_id, told, key=f"help:{request.id}:late")


async def _end(turn: JobTurn) -> None:
    for request in await fallen_silent(turn.now, most=_AT_A_TIME):
        key = f"silent:{int(turn.now.timestamp())}"
        await help_talk.close(turn, request, HelpEnding.SILENCE, by=None, key=key)


RISING: Final = Job("raise_help_cards", Needed(_somebody_waits), _rise)
FALLING_SILENT: Final = Job("close_silent_talks", Needed(any_fallen_silent), _end)

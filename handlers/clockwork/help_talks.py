"""Talks with the office that wait for too long, or in which nobody says anything any more."""

from datetime import datetime
from functools import partial
from typing import Final

from handlers.clockwork.one_by_one import one_by_one
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
    found = await unanswered_in_time(turn.now, most=_AT_A_TIME)
    await one_by_one(turn, "raise_help_cards", found, partial(_rise_one, turn), name=_name)


async def _rise_one(turn: JobTurn, request: HelpRequest) -> None:
    request.missed += 1
    request.promised_until = promise(turn.now)
    await request.save(update_fields=["missed", "promised_until"])
    await note(_name(request), "help_risen", at=turn.now, number=str(request.id))
    await help_talk.post_again(turn, request)
    if request.missed == 1:
        await _tell_them(turn, request)


def _name(request: HelpRequest) -> str:
    return f"help:{request.id}"


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
    async def close(request: HelpRequest) -> None:
        key = f"silent:{int(turn.now.timestamp())}"
        await help_talk.close(turn, request, HelpEnding.SILENCE, by=None, key=key)

    found = await fallen_silent(turn.now, most=_AT_A_TIME)
    await one_by_one(turn, "close_silent_talks", found, close, name=_name)


RISING: Final = Job("raise_help_cards", Needed(_somebody_waits), _rise)
FALLING_SILENT: Final = Job("close_silent_talks", Needed(any_fallen_silent), _end)

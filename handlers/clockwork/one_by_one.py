"""A job that goes through many: what fails for one of them is told, and the others are seen to."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Final, TypeVar

from tortoise.exceptions import DoesNotExist, IntegrityError

from handlers.jobs import JobTurn
from handlers.messages import say
from models.calendar import wita_day
from models.errors import RuleBroken
from models.savepoint import reading_apart, savepoint

T = TypeVar("T")

POISON: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    DoesNotExist,
    IntegrityError,
)
"""What is wrong with one thing, and would be so at every look; trouble that passes is none."""

logger = logging.getLogger(__name__)


async def one_by_one(
    turn: JobTurn,
    job: str,
    things: Iterable[T],
    see_to: Callable[[T], Awaitable[None]],
    *,
    name: Callable[[T], str],
    reads_only: bool = False,
) -> None:
    """See to each thing in a savepoint; staff hear once a day of one for which it failed.

    `name` is what the trail calls it, such as `group:17`. `reads_only` is for a job that prepares
    itself. A job that is looked at all the time
    rests for a while after it has stumbled.
    """
    for thing in things:
        told_before, changed = len(turn.notices), name(thing)
        try:
            async with reading_apart() if reads_only else savepoint():
                await see_to(thing)
        except (RuleBroken, *POISON):
            logger.exception("a job failed for one", extra={"job": job, "about": changed})
            del turn.notices[told_before:]
            turn.stumbled = True
            key = f"job_stumbled:{job}:{changed}:{wita_day(turn.now)}"
            turn.tell_staff(say("staff.job_stumbled", job=job, about=changed), key=key)

"""What a waiting leader is told besides the place: what has to happen first, and when it may be.

Both are lines for one place in the queue; no line means that nothing can be said yet.
"""

from handlers.messages import Words
from handlers.turn import Telling
from models.funding_queue import Place


async def what_comes_first(
    telling: Telling,  # noqa: ARG001 (the rule reads its clock)
    place: Place,  # noqa: ARG001 (the rule reads it)
) -> tuple[Words, ...]:
    """What the rule still waits for before the turn of this place."""
    return ()


async def when_it_may_be(
    telling: Telling,  # noqa: ARG001 (the forecast reads its clock)
    place: Place,  # noqa: ARG001 (the forecast reads it)
) -> tuple[Words, ...]:
    """An honest range of dates for this place."""
    return ()

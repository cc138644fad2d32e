"""What follows from a changed queue, at the end of the effect that changed it."""

from handlers.staff.funding_proposal import consider
from handlers.turn import Telling


async def after_queue_change(
    telling: Telling,
    programme_id: int,
    cause: str,
) -> None:
    """Consider the next funding of a programme; `cause` is a subject, such as application:17."""
    await consider(telling, programme_id, cause)

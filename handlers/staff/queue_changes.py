"""What follows from a changed queue, at the end of the effect that changed it."""

from handlers.turn import Telling


async def after_queue_change(telling: Telling, programme_id: int, cause: str) -> None:
    """Consider the next funding of a programme; `cause` is a subject, such as application:17."""

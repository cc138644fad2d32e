"""The queue in the digest: what waits, and the head of its record, which anybody may note down."""

from typing import Final

from handlers.messages import Words, words
from models.funding_queue import waiting
from models.funding_tables import Application, ApplicationStatus
from models.queue_record import head

_SHOWN_OF_A_HASH: Final = 8
"""Characters: enough to compare by eye."""


async def queue_lines(programme_id: int) -> tuple[Words, ...]:
    """Applications to decide, groups that wait, and how far the record goes; none without any."""
    last = await head(programme_id)
    if not last.number:
        return ()
    under_review = await Application.filter(
        programme_id=programme_id, status=ApplicationStatus.SUBMITTED
    ).count()
    return (
        *((words("queue.under_review", count=under_review),) if under_review else ()),
        words(
            "queue.head",
            count=len(await waiting(programme_id)),
            number=last.number,
            head=last.hash[:_SHOWN_OF_A_HASH],
        ),
    )

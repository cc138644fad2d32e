"""What a dead process was sending: nobody knows whether it arrived."""

from tortoise.expressions import F

from bot.deliveries import RECONCILE_MS
from bot.two_channels import WINDOWED
from models.outbox import OutboxMessage, OutboxState


async def take_over(dead_workers: set[str] | None) -> int:
    """Put back what dead processes were sending (none: whatever is claimed); returns how many.

    What is not an edit will be marked as sent again. Where the network tells of every message
    later, that is waited for first.
    """
    claimed = OutboxMessage.filter(state=OutboxState.SENDING)
    if dead_workers is not None:
        claimed = claimed.filter(claimed_by__in=sorted(dead_workers))
    told_later = await claimed.filter(channel__in=sorted(WINDOWED)).update(
        state=OutboxState.WAITING,
        repeated=True,
        not_before_ms=F("claimed_at_ms") + RECONCILE_MS,
    )
    edits = await claimed.filter(edits_id__not_isnull=True).update(state=OutboxState.WAITING)
    others = await claimed.update(state=OutboxState.WAITING, repeated=True)
    return told_later + edits + others

"""What a network told of messages of ours after taking them: delivered, read, failed."""

from datetime import datetime

from tortoise import fields, models

from models.calendar import epoch_ms
from models.fields import CheckedBigIntField
from models.outbox import OutboxMessage


class Delivery(models.Model):
    """One message as the network counts it, of which a row of the outbox may have become several.

    The rank only rises, whatever order statuses come in. A failure is a fact beside it.
    """

    id = fields.BigIntField(primary_key=True)
    channel = fields.CharField(max_length=16)
    external_id = fields.CharField(max_length=200)
    outbox_id = fields.BigIntField(null=True)
    part = fields.IntField(default=0)
    """Which of the messages that the row became, from 0."""
    parts = fields.IntField(default=1)
    rank = CheckedBigIntField(check=">= 0", default=0)
    """0 nothing told yet, 1 sent, 2 delivered, 3 read, 4 played."""
    told_at_ms = fields.BigIntField()
    failed_at_ms = fields.BigIntField(null=True)
    trouble = fields.CharField(max_length=300, default="")

    class Meta:
        table = "delivery"
        unique_together = (("channel", "external_id"),)
        indexes = (("outbox_id",),)


async def templates_sent(since: datetime, until: datetime) -> int:
    """How many approved texts (which cost money) were sent from a moment on, until before another.

    Both are in UTC.
    """
    return (
        await OutboxMessage.filter(sent_at_ms__gte=epoch_ms(since), sent_at_ms__lt=epoch_ms(until))
        .exclude(template__in=["", "-"])  # the second: a template that was refused
        .count()
    )

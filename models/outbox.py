"""What is to be said: written by the transaction that causes it, sent until it is sent."""

from enum import IntEnum, StrEnum
from typing import Any

from tortoise import fields, models

from models.fields import CheckedBigIntField, EnumField


class OutboxState(StrEnum):
    """`sending` means that a request may be on the wire; after a crash its outcome is unknown.

    `held` waits until the person writes again, and holds up nothing else.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"
    HELD = "held"


class Priority(IntEnum):
    """Replies go before notices, notices before broadcasts."""

    REPLY = 0
    NOTICE = 1
    BROADCAST = 2


class OutboxMessage(models.Model):
    """One message to one chat. `key` is unique: planning it twice writes it once."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=200, unique=True)
    channel = fields.CharField(max_length=16)
    chat = fields.CharField(max_length=140)
    language = fields.CharField(max_length=5)
    reply: Any = fields.JSONField[Any]()
    subject = fields.CharField(max_length=60, default="")
    """What a card is about, such as `report:17`: all its cards change together."""
    edits_id = fields.BigIntField(null=True)
    """The outbox row whose message this one replaces."""
    priority = CheckedBigIntField(check=">= 0", default=0)
    state = EnumField(OutboxState, default=OutboxState.WAITING)
    attempts = CheckedBigIntField(check=">= 0", default=0)
    not_before_ms = fields.BigIntField()
    created_at_ms = fields.BigIntField()
    claimed_at_ms = fields.BigIntField(null=True)
    claimed_by = fields.CharField(max_length=40, null=True)
    sent_at_ms = fields.BigIntField(null=True)
    receipt: Any = fields.JSONField[Any](null=True)
    """The external ids of the messages that now exist on the channel."""
    repeated = fields.BooleanField(default=False)
    """Its first sending had an unknown outcome: it is marked as sent again."""
    recheck = fields.CharField(max_length=60, default="", db_default="")
    """What must still be true when it is sent, such as `notices:17:2019-07-22`; see `recheck`."""
    good_until_ms = fields.BigIntField(null=True)
    """After this moment it is not sent any more."""
    trouble = fields.CharField(max_length=300, default="")
    template = fields.CharField(max_length=80, default="", db_default="")
    """The approved text that was sent instead of the words of the reply, if one was."""

    class Meta:
        table = "outbox"
        indexes = (("state", "not_before_ms"), ("channel", "chat", "state"), ("subject",))

"""What is forgotten in time (DOMAIN.md 7.2): never the ledger, accepted proofs, or the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from models.audit import AuditEvent, note
from models.calendar import epoch_ms
from models.inbox import InboxMessage, InboxState
from models.missed import forget_old

_SUBJECT: Final = "retention"
_DEED: Final = "forgotten"


@dataclass(frozen=True, slots=True)
class Retention:
    """For how long things are kept."""

    chat_text: timedelta = timedelta(days=180)


USUAL: Final = Retention()


async def forget(now: datetime, keep: Retention = USUAL) -> dict[str, int]:
    """Forget what is older than it is kept, a statement for each kind; returns how much of each."""
    forgotten = {
        "chat_text": await _forget_chat_text(now - keep.chat_text),
        "missed_words": await forget_old(now),
    }
    if any(forgotten.values()):
        await note(_SUBJECT, _DEED, at=now, **forgotten)
    return forgotten


async def forgotten_between(since: datetime, until: datetime) -> int:
    """How much was forgotten from a moment on, until before another; both in UTC."""
    nights = AuditEvent.filter(subject=_SUBJECT, deed=_DEED, at__gte=since, at__lt=until)
    return sum(sum(night.facts.values()) for night in await nights)


async def _forget_chat_text(before: datetime) -> int:
    """The rows stay, so that what arrived is counted and never handled twice; their words go."""
    old = InboxMessage.filter(
        state__in=[InboxState.DONE, InboxState.SET_ASIDE],
        received_at_ms__lt=epoch_ms(before),
        event__isnull=False,
    )
    return await old.update(payload={}, event=None)

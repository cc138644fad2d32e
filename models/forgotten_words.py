"""What was said in chats, forgotten in time; the rows stay, so that nothing is handled twice."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q, Subquery

from models.calendar import epoch_ms
from models.contact import Address
from models.delivery import Delivery
from models.draft import Draft, DraftState, Talk
from models.help_request import HelpMessage, HelpRequest, HelpState
from models.inbox import InboxMessage, InboxState
from models.media import MediaSighting
from models.outbox import OutboxMessage, OutboxState
from models.promise import PaymentPromise, PromiseState
from models.savepoint import savepoint

if TYPE_CHECKING:
    from datetime import datetime

_AT_ONCE: Final = 20_000
"""Rows of each kind in one night; the rest comes the next."""
_STRANGERS_AT_ONCE: Final = 500
_ENDED: Final = (DraftState.SUBMITTED, DraftState.CANCELLED, DraftState.EXPIRED)
_OVER: Final = (OutboxState.SENT, OutboxState.FAILED, OutboxState.DROPPED)
_CHAT_CARDS: Final = "help:"
"""Cards that quote a person; those about money and groups hold what the books hold as well."""

logger = logging.getLogger(__name__)


async def forget(before: datetime) -> dict[str, int]:
    """Blank what was said before a moment, both ways; returns how much of each kind."""
    ms = epoch_ms(before)
    return {
        "chat_text": await _blank(
            InboxMessage.filter(
                state__in=[InboxState.DONE, InboxState.SET_ASIDE],
                received_at_ms__lt=ms,
                event__isnull=False,
            ),
            payload={},
            event=None,
        ),
        "messages_sent": await _blank(
            OutboxMessage.filter(
                Q(subject="") | Q(subject__startswith=_CHAT_CARDS),
                state__in=_OVER,
                created_at_ms__lt=ms,
            ).exclude(reply=[]),
            reply=[],
        ),
        "drafts": await _blank(
            Draft.filter(state__in=_ENDED, updated_at_ms__lt=ms).exclude(content={}), content={}
        ),
        "reasons": await _blank(
            PaymentPromise.filter(made_at__lt=before)
            .exclude(state=PromiseState.OPEN)
            .exclude(reason=""),
            reason="",
        ),
        "talks_with_the_office": await _forget_help(before),
        "receipts": await _forget_receipts(ms),
        "strangers": await _forget_strangers(before),
    }


async def _blank(old: Any, **values: Any) -> int:
    """Change the first of these rows, by their ids; returns how many."""
    ids = await old.order_by("id").limit(1).offset(_AT_ONCE).values_list("id", flat=True)
    some = old.filter(id__lt=ids[0]) if ids else old
    return int(await some.update(**values))


async def _forget_help(before: datetime) -> int:
    """Talks that ended long ago: that there was one is kept, its words and pictures are not."""
    closed = HelpRequest.filter(state=HelpState.CLOSED, closed_at__lt=before)
    said = HelpMessage.filter(request_id__in=Subquery(closed.values("id")))
    count = await _blank(said.filter(~Q(words="", media=[])), words="", media=[])
    ids = await closed.filter(~Q(last_words="", doing__isnull=True)).values_list("id", flat=True)
    if ids:
        await HelpRequest.filter(id__in=ids).update(last_words="", doing=None)
    return count


async def _forget_receipts(before_ms: int) -> int:
    """When each message arrived, and when it was read."""
    old = Delivery.filter(told_at_ms__lt=before_ms).order_by("id").limit(_AT_ONCE)
    ids = await old.values_list("id", flat=True)
    if ids:
        await Delivery.filter(id__lte=ids[-1], told_at_ms__lt=before_ms).delete()
    return len(ids)


async def _forget_strangers(before: datetime) -> int:
    """Who wrote long ago and is nobody of ours, or did not agree to be: the address goes, too."""
    lately = InboxMessage.filter(
        address_id__not_isnull=True, received_at_ms__gte=epoch_ms(before)
    ).values("address_id")
    sent_lately = MediaSighting.filter(seen_at__gte=before).values("address_id")
    waiting = HelpRequest.exclude(state=HelpState.CLOSED).values("address_id")
    closed_lately = HelpRequest.filter(closed_at__gte=before).values("address_id")
    strangers = (
        Address.filter(person_id__isnull=True, created_at__lt=before)
        .exclude(id__in=Subquery(lately))
        .exclude(id__in=Subquery(sent_lately))
        .exclude(id__in=Subquery(waiting))
        .exclude(id__in=Subquery(closed_lately))
    )
    gone = await strangers.order_by("id").limit(_STRANGERS_AT_ONCE)
    return sum([await _forget_stranger(one) for one in gone])


async def _forget_stranger(gone: Address) -> bool:
    """Whether nothing holds on to the address; whatever we do not know of here keeps it."""
    try:
        async with savepoint():
            await Draft.filter(talk_id=f"a:{gone.id}").delete()
            await Talk.filter(key=f"a:{gone.id}").delete()
            asked = await HelpRequest.filter(address_id=gone.id).values_list("id", flat=True)
            await HelpMessage.filter(request_id__in=asked).delete()
            await HelpRequest.filter(id__in=asked).delete()
            await MediaSighting.filter(address_id=gone.id).delete()
            await InboxMessage.filter(address_id=gone.id).update(address_id=None, chat="")
            sent = OutboxMessage.filter(channel=gone.channel, chat=gone.external_id)
            await sent.filter(state__in=_OVER).update(chat="", reply=[], receipt=None)
            await gone.delete()
    except IntegrityError:
        logger.exception("a stranger could not be forgotten", extra={"address": gone.id})
        return False
    return True

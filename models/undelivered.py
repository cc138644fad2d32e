"""Addresses on which nothing arrives: marked every morning, so that others are tried first.

A mark ends when something arrives, when they write, and when nothing was sent there for so long
that it is worth another try (`models.reach` looks back ten days).
"""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 (a public signature)

from models.calendar import epoch_ms
from models.contact import Address
from models.inbox import InboxMessage
from models.reach import ARRIVES_WITHIN, never_arrived


async def mark_undelivered(now: datetime) -> None:
    """Mark the addresses of people to which messages do not get through, and only those."""
    late = await never_arrived(now)
    wrote = InboxMessage.filter(
        received_at_ms__gte=epoch_ms(now - ARRIVES_WITHIN), address_id__not_isnull=True
    )
    heard = {int(str(one)) for one in await wrote.distinct().values_list("address_id", flat=True)}
    there = Address.filter(external_id__in=[chat for _, chat in late], person_id__not_isnull=True)
    marked = {
        address.id
        for address in await there
        if (address.channel, address.external_id) in late and address.id not in heard
    }
    await (
        Address.filter(undelivered_since__not_isnull=True)
        .exclude(id__in=[*marked])
        .update(undelivered_since=None)
    )
    await Address.filter(id__in=[*marked], undelivered_since__isnull=True).update(
        undelivered_since=now
    )

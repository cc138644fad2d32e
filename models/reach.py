"""People of groups with loans whom our messages do not reach, and whom to ask instead."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from models.calendar import epoch_ms
from models.contact import Address
from models.delivery import Delivery
from models.group import Office, Officer
from models.inbox import InboxMessage
from models.loan import Loan, LoanStatus
from models.outbox import OutboxMessage, OutboxState

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from models.contact import Person

LOOKED_BACK: Final = timedelta(days=7)
"""Undelivered messages of this long are looked at, the list comes once a week."""
ARRIVES_WITHIN: Final = timedelta(days=3)
SILENT_AFTER: Final = timedelta(days=60)
_DELIVERED: Final = 2
"""The rank of a message that has arrived on a phone."""
_ORDER: Final = (Office.LEADER, Office.TREASURER, Office.SECRETARY)

_Place = tuple[str, str]
"""A channel and a chat."""


class OutOfReach(StrEnum):
    """Why somebody may not read what we write, the firmest reason first."""

    NO_ADDRESS = "no_address"
    BLOCKED = "blocked"
    UNDELIVERABLE = "undeliverable"
    NEVER_DELIVERED = "never_delivered"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Unreached:
    """An officer out of reach, and who may be asked: another officer, or the facilitator."""

    officer: Officer
    why: OutOfReach
    ask: Officer | None
    """None where nobody else is within reach: the person's own phone is all there is."""


async def out_of_reach(now: datetime) -> list[Unreached]:
    """The leaders and treasurers of groups with running loans whom messages do not reach.

    A few statements, however many people there are. By group, firmest reasons first.
    """
    offices = await _offices()
    people = {one.person_id for group in offices.values() for one in group}
    whys = await _whys(people, now)
    found = [
        Unreached(officer, whys[officer.person_id], _whom_to_ask(officer, group, whys))
        for group in offices.values()
        for officer in _listed(group, whys)
    ]
    reasons = list(OutOfReach)
    return sorted(found, key=lambda one: (reasons.index(one.why), one.officer.group.name))


def _listed(group: Sequence[Officer], whys: dict[int, OutOfReach]) -> list[Officer]:
    """Leader and treasurer, as far as they are out of reach.

    One of a group who never came to the bot is no news while messages still arrive at another
    one, and more than one of them are one call.
    """
    speakers = [one for one in group if one.office in _ORDER]
    heard = any(whys.get(one.person_id) in {None, OutOfReach.SILENT} for one in speakers)
    missing = [
        one
        for one in speakers
        if one.person_id in whys and one.office in {Office.LEADER, Office.TREASURER}
    ]
    missing.sort(key=lambda one: (_ORDER.index(one.office), one.id))
    strangers = [one for one in missing if whys[one.person_id] is OutOfReach.NO_ADDRESS]
    never_came = [] if heard else strangers[:1]
    return [one for one in missing if one not in strangers or one in never_came]


async def _offices() -> dict[int, list[Officer]]:
    """The officers and facilitators of groups with running loans, by group."""
    running = Loan.filter(status=LoanStatus.ACTIVE).values_list("group_id", flat=True)
    groups = {int(str(group)) for group in await running}
    offices: dict[int, list[Officer]] = defaultdict(list)
    held = Officer.filter(until__isnull=True).order_by("id").select_related("person", "group")
    for officer in await held:
        if officer.group_id in groups:
            offices[officer.group_id].append(officer)
    return offices


async def _whys(people: Collection[int], now: datetime) -> dict[int, OutOfReach]:
    places = await _places(people)
    undeliverable, never, heard = await _failed(now), await never_arrived(now), await _heard(now)
    whys: dict[int, OutOfReach] = {}
    for person in people:
        why = _why(places[person], undeliverable, never)
        if why is None and person not in heard and _known_for_long(places[person], now):
            why = OutOfReach.SILENT
        if why is not None:
            whys[person] = why
    return whys


def _why(
    places: Sequence[Address], undeliverable: set[_Place], never: set[_Place]
) -> OutOfReach | None:
    """Only when no address of theirs is left on which messages arrive."""
    if not places:
        return OutOfReach.NO_ADDRESS
    open_ones = [(one.channel, one.external_id) for one in places if one.unreachable_since is None]
    if not open_ones:
        return OutOfReach.BLOCKED
    if all(one in undeliverable or one in never for one in open_ones):
        failed = any(one in undeliverable for one in open_ones)
        return OutOfReach.UNDELIVERABLE if failed else OutOfReach.NEVER_DELIVERED
    return None


def _known_for_long(places: Sequence[Address], now: datetime) -> bool:
    return any(one.created_at <= now - SILENT_AFTER for one in places)


async def _places(people: Collection[int]) -> dict[int, list[Address]]:
    places: dict[int, list[Address]] = defaultdict(list)
    for address in await Address.filter(person_id__not_isnull=True).order_by("id"):
        if address.person_id is not None and address.person_id in people:
            places[address.person_id].append(address)
    return places


async def _failed(now: datetime) -> set[_Place]:
    since = epoch_ms(now - LOOKED_BACK)
    failed = OutboxMessage.filter(state=OutboxState.FAILED, created_at_ms__gte=since)
    return {(channel, chat) for channel, chat in await failed.values_list("channel", "chat")}


async def never_arrived(now: datetime) -> set[tuple[str, str]]:
    """Chats whose messages were sent three days ago or earlier, and none has arrived since."""
    since, until = epoch_ms(now - LOOKED_BACK - ARRIVES_WITHIN), epoch_ms(now - ARRIVES_WITHIN)
    rows = await Delivery.filter(told_at_ms__gte=since).values_list(
        "outbox_id", "rank", "told_at_ms"
    )
    ranks: dict[int, tuple[int, int]] = {}
    for outbox, rank, told in rows:
        if outbox is not None:  # a row may have become several messages: one that arrived is enough
            ranks[outbox] = max(ranks.get(outbox, (0, 0)), (int(rank), int(told)))
    sent = OutboxMessage.filter(sent_at_ms__gte=since).values_list("id", "channel", "chat")
    late: set[_Place] = set()
    arrived: set[_Place] = set()
    for row, channel, chat in await sent:
        rank, told = ranks.get(row, (_DELIVERED, 0))
        if row in ranks and rank >= _DELIVERED:
            arrived.add((channel, chat))
        elif row in ranks and told < until:
            late.add((channel, chat))
    return late - arrived


async def _heard(now: datetime) -> set[int]:
    """Who has written to us within sixty days."""
    since = epoch_ms(now - SILENT_AFTER)
    wrote = InboxMessage.filter(received_at_ms__gte=since, address__person_id__not_isnull=True)
    people = await wrote.distinct().values_list("address__person_id", flat=True)
    return {int(str(person)) for person in people}


def _whom_to_ask(
    officer: Officer, group: Sequence[Officer], whys: dict[int, OutOfReach]
) -> Officer | None:
    """The next officer within reach, in their order, else the facilitator."""
    order = (*_ORDER, Office.FACILITATOR)
    others = [
        one
        for one in group
        if one.office in order and one.person_id != officer.person_id and one.person_id not in whys
    ]
    others.sort(key=lambda one: (order.index(one.office), one.id))
    if others:
        return others[0]
    carers = (one for one in group if one.office is Office.FACILITATOR)
    return next((one for one in carers if one.person_id != officer.person_id), None)


def phone_to_call(unreached: Unreached) -> Person:
    """Whose phone is shown, and nobody else's."""
    return unreached.ask.person if unreached.ask else unreached.officer.person

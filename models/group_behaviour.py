"""What borrowing groups did of late, read for all of them in a few statements."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from tortoise.functions import Max, Sum

from models.calendar import day_begins, epoch_ms, wita_day
from models.chart import EntryKind
from models.contact import Address
from models.group import Office, Officer
from models.health import Behaviour
from models.inbox import InboxMessage
from models.ledger_tables import Allocation
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.outbox import OutboxMessage, OutboxState, Priority
from models.standings import standings_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.arrears import LoanStanding

_LOOKED_BACK: Final = timedelta(days=90)
_LAST: Final = 3


async def behaviour_of_borrowers(
    now: datetime, photo_days: Mapping[int, int]
) -> dict[int, Behaviour]:
    """The behaviour of each group with a running loan, by its id; `now` is a moment in UTC.

    `photo_days` are the days since a group's last progress report, where it ever made one.
    """
    today = wita_day(now)
    loans = await Loan.filter(status=LoanStatus.ACTIVE).order_by("id")
    where = await standings_of(loans, today)
    paid_on, paid = await _paid_on(loans), await _paid(loans)
    words = await _words(loans, now)
    return {
        loan.group_id: Behaviour(
            days_late=_days_late(where[loan.id], paid_on, today),
            paid=paid[loan.id][-_LAST:],
            photo_days=photo_days.get(loan.group_id),
            unanswered=words.get(loan.group_id, (0, 0))[0],
            silent_days=words.get(loan.group_id, (0, 0))[1],
        )
        for loan in loans
    }


def _days_late(standing: LoanStanding, paid_on: Mapping[int, date], today: date) -> tuple[int, ...]:
    """Of the last instalments that fell due: how late each was settled, or is by now."""
    days: list[int] = []
    for due in standing.dues:
        if due.due_on > today:
            break
        settled = paid_on.get(due.instalment, due.due_on) if due.left <= 0 else today
        days.append(max(0, (settled - due.due_on).days))
    return tuple(days[-_LAST:])


async def _paid_on(loans: Sequence[Loan]) -> dict[int, date]:
    """The WITA day of the last money on each instalment."""
    rows = (
        await Allocation.filter(
            loan_id__in=[loan.id for loan in loans], instalment_id__isnull=False, amount__gt=0
        )
        .annotate(last=Max("entry__booked_on"))
        .group_by("instalment_id")
        .values_list("instalment_id", "last")
    )
    return {instalment: _day(last) for instalment, last in rows}


async def _paid(loans: Sequence[Loan]) -> dict[int, list[Rupiah]]:
    """What each repayment brought, oldest first, without those that were taken back."""
    rows = (
        await Allocation.filter(
            loan_id__in=[loan.id for loan in loans],
            entry__kind=EntryKind.REPAYMENT,
            entry__reversed_by__id__isnull=True,
        )
        .annotate(total=Sum("amount"), on=Max("entry__booked_on"))
        .group_by("loan_id", "entry_id")
        .values_list("loan_id", "entry_id", "on", "total")
    )
    paid: dict[int, list[Rupiah]] = defaultdict(list)
    for loan_id, _, _, total in sorted(rows, key=lambda row: (_day(row[2]), row[1])):
        paid[loan_id].append(Rupiah(int(total)))
    return paid


async def _words(loans: Sequence[Loan], now: datetime) -> dict[int, tuple[int, int]]:
    """Our notices since the last word of a group's officers, and for how many days none came.

    What was sent today may still be answered and is not counted.
    """
    officers = await Officer.filter(
        group_id__in=[loan.group_id for loan in loans], until__isnull=True
    ).exclude(office=Office.FACILITATOR)
    people = {officer.person_id: officer.group_id for officer in officers}
    addresses = await Address.filter(person_id__in=list(people))
    last = await _last_words([address.id for address in addresses])
    notices = await OutboxMessage.filter(
        chat__in=[address.external_id for address in addresses],
        priority__gt=Priority.REPLY,
        state=OutboxState.SENT,
        created_at_ms__gt=epoch_ms(now - _LOOKED_BACK),
        sent_at_ms__lt=epoch_ms(day_begins(wita_day(now))),
    ).values_list("channel", "chat", "created_at_ms")
    groups = {(one.channel, one.external_id): people[one.person_id or 0] for one in addresses}
    heard: dict[int, int] = defaultdict(int)
    for address in addresses:
        group = people[address.person_id or 0]
        heard[group] = max(heard[group], last.get(address.id, 0))
    told: dict[int, list[int]] = defaultdict(list)
    for channel, chat, at in notices:
        group = groups.get((channel, chat), 0)
        if at > heard[group]:
            told[group].append(at)
    day_ms = 86_400_000
    return {
        group: (len(times), (epoch_ms(now) - min(times)) // day_ms)
        for group, times in told.items()
        if group
    }


async def _last_words(address_ids: Sequence[int]) -> dict[int, int]:
    rows = (
        await InboxMessage.filter(address_id__in=list(address_ids))
        .annotate(last=Max("received_at_ms"))
        .group_by("address_id")
        .values_list("address_id", "last")
    )
    return {address: int(last) for address, last in rows}


def _day(stored: date | str) -> date:
    return date.fromisoformat(stored[:10]) if isinstance(stored, str) else stored

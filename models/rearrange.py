"""Sharing a loan's payments out again by their days, and adjusting the books to that.

A payment that arrives after others but was paid before them posts itself; what it changes of
their shares becomes one adjusting entry, never a change of what was entered.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from tortoise.functions import Sum

from models.allocation import Component, Share, code_kept
from models.audit import AuditEvent, note
from models.calendar import wita_day
from models.chart import AccountRef, EntryKind, Transfer, changes
from models.errors import InsufficientFunds
from models.ledger import Act, LoanShare, balance, post_first
from models.ledger_tables import Allocation, JournalEntry
from models.loan import Instalment
from models.loan_books import adjusting, moved, standing_of
from models.money import ZERO, Rupiah
from models.replay import Claims, Event, Payment, Refund, difference, replay
from models.standings import settle_statuses

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from tortoise.queryset import QuerySet

    from models.loan import Loan
    from models.programme import Programme

_DATED: Final = [
    EntryKind.REPAYMENT,
    EntryKind.CREDIT_APPLIED,
    EntryKind.CREDIT_REFUND,
    EntryKind.ADJUSTMENT,
]
"""What moves a loan's shares; credit is used up to the last day of any of these."""


async def has_later(loan: Loan, day: date) -> bool:
    """Whether an entry about the loan's money stands that belongs to a later WITA day."""
    return await _dated(loan).filter(entry__booked_on__gt=day).exists()


async def kept_on(loan: Loan, day: date) -> Rupiah:
    """What the loan's payments of a WITA day brought for the group's code, in rupiah.

    It is used from the day after, so that the payments of one day may come in any order.
    """
    payments = _dated(loan).filter(entry__kind=EntryKind.REPAYMENT, entry__booked_on=day)
    kept = await _kept(await payments.distinct().values_list("entry_id", flat=True))
    return sum(kept.values(), ZERO)


def _dated(loan: Loan) -> QuerySet[Allocation]:
    """The shares of the loan's entries that belong to a day and were not taken back."""
    return Allocation.filter(
        loan_id=loan.id, entry__kind__in=_DATED, entry__reversed_by__id__isnull=True
    )


async def follow_days(loan: Loan, programme: Programme, act: Act) -> JournalEntry | None:
    """The adjusting entry after which every payment is shared out as on its day.

    None if nothing changes. None, too, where the payments that stand do not cover what was
    refunded, or a pot has not the money to move: then the trail says so, and staff may share
    out again later.
    """
    wanted = await wanted_claims(loan, programme, through=act["on"])
    if wanted is not None:
        shares = difference(wanted, await recorded_claims(loan))
        if not shares:
            return None
        if await shortage(moved(loan, shares)) is None:
            return await adjust(loan, shares, act)
    await note(f"loan:{loan.id}", "not_adjusted", at=act["at"], cause=act["cause"])
    return None


async def adjust(loan: Loan, shares: Sequence[Share], act: Act) -> JournalEntry:
    """Enter shares that add up to nothing, as caused by the entry of `act`.

    It is booked on the day of entering: reports of days gone by stay as they were.
    """
    adjusted: Act = {
        **act,
        "on": max(act["on"], wita_day(act["at"])),
        "reference": adjusting(act["reference"]),
    }
    entry = await post_first(
        loan.programme_id,
        moved(loan, shares),
        kind=EntryKind.ADJUSTMENT,
        shares=[LoanShare(loan.id, share) for share in shares],
        **adjusted,
    )
    await settle_statuses([loan.id])
    return entry


async def wanted_claims(
    loan: Loan, programme: Programme, *, through: date, without: int | None = None
) -> Claims | None:
    """What the standing payments pay when each is taken on its day; None if that cannot be.

    `without` is the id of an entry to be left out.
    """
    standing = await standing_of(loan, through)
    events, last_day = await _events(loan, without)
    own_credit = (await recorded_claims(loan)).get((None, Component.CREDIT), ZERO)
    return replay(
        events,
        standing.dues,
        order=programme.allocation_order,
        brought_in=standing.credit - own_credit,
        through=max([through, *last_day]),
    )


async def recorded_claims(loan: Loan) -> Claims:
    """What the books say was paid on each instalment in force, and kept as credit."""
    standing = await standing_of(loan, loan.disbursed_on)
    claims: Claims = {}
    for due in standing.dues:
        claims[due.instalment, Component.PRINCIPAL] = due.principal_paid
        claims[due.instalment, Component.FEE] = due.fee_paid
    ((total,),) = (
        await Allocation.filter(loan_id=loan.id, component=Component.CREDIT)
        .annotate(total=Sum("amount"))
        .values_list("total")
    )
    claims[None, Component.CREDIT] = Rupiah(int(total or 0))
    return claims


async def _events(loan: Loan, without: int | None) -> tuple[list[Event], list[date]]:
    """The loan's payments and refunds that stand, and the days of everything dated."""
    rows = (
        await _dated(loan)
        .exclude(entry_id=without or 0)
        .annotate(total=Sum("amount"))
        .group_by("entry_id", "entry__kind", "entry__booked_on")
        .order_by("entry_id")
        .values_list("entry_id", "entry__kind", "entry__booked_on", "total")
    )
    payments = [entry_id for entry_id, kind, *_ in rows if kind == EntryKind.REPAYMENT]
    chosen, kept = await _chosen(loan, payments), await _kept(payments)
    events: list[Event] = []
    for entry_id, kind, day, total in rows:
        if kind == EntryKind.REPAYMENT:
            events.append(
                Payment(
                    on=day,
                    amount=Rupiah(int(total)),
                    kept=kept.get(entry_id, ZERO),
                    chosen=chosen.get(entry_id),
                )
            )
        elif kind == EntryKind.CREDIT_REFUND:
            events.append(Refund(on=day, amount=Rupiah(-int(total))))
    return events, [day for _, _, day, _ in rows]


async def _chosen(loan: Loan, entry_ids: Sequence[int]) -> dict[int, tuple[Share, ...]]:
    """The shares that staff decided on themselves, by entry, on the instalments in force."""
    subjects = [f"entry:{entry_id}" for entry_id in entry_ids]
    noted = await AuditEvent.filter(subject__in=subjects, deed="own_shares").values_list(
        "subject", flat=True
    )
    chosen: dict[int, tuple[Share, ...]] = {}
    for subject in noted:
        entry_id = int(str(subject).removeprefix("entry:"))
        chosen[entry_id] = await on_plan_in_force(loan, [entry_id])
    return chosen


async def _kept(payment_ids: Collection[Any]) -> dict[int, Rupiah]:
    """What each payment brought for the group's code, as its entry says: see `with_code_kept`."""
    shares: dict[int, list[Share]] = defaultdict(list)
    rows = Allocation.filter(entry_id__in=list(payment_ids)).order_by("entry_id", "line")
    for entry_id, instalment, component, amount in await rows.values_list(
        "entry_id", "instalment_id", "component", "amount"
    ):
        shares[entry_id].append(Share(instalment, Component(component), Rupiah(amount)))
    return {entry_id: code_kept(its) for entry_id, its in shares.items() if code_kept(its)}


async def on_plan_in_force(loan: Loan, entry_ids: Sequence[int]) -> tuple[Share, ...]:
    """The loan's shares of entries; those on replaced instalments under their successors."""
    rows = (
        await Allocation.filter(entry_id__in=list(entry_ids), loan_id=loan.id)
        .order_by("entry_id", "line")
        .values_list("instalment_id", "instalment__number", "component", "amount")
    )
    in_force = dict(
        await Instalment.filter(loan_id=loan.id, replaced_at__isnull=True).values_list(
            "number", "id"
        )
    )
    return tuple(
        Share(in_force.get(number, instalment), Component(component), Rupiah(amount))
        for instalment, number, component, amount in rows
    )


async def shortage(*steps: Sequence[Transfer]) -> InsufficientFunds | None:
    """The first account that would fall below zero if the steps were entered one by one."""
    held: dict[AccountRef, int] = {}
    for transfers in steps:
        for account, change in changes(transfers).items():
            before = held[account] if account in held else await balance(account)
            held[account] = before + change
            if held[account] < 0:
                return InsufficientFunds(
                    account=account.kind.value, available=before, needed=-change
                )
    return None

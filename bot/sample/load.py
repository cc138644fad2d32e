"""Sample data of Kutai Timur: fictitious people and groups, with books that balance.

Its days count from today, so that somebody always has an instalment ahead and history behind.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.clock import WITA
from bot.database import transaction
from bot.sample.loans import lend
from bot.sample.people import Groups, People, make_groups, make_people
from bot.sample.queue import ask_for_capital, let_into_the_queue
from handlers.staff.deciding import enter_accepted
from models.lending import add_capital
from models.money import Rupiah
from models.programme import Programme
from models.repayment import Claim, Method, submit_report
from models.schedule import (
    EveryMonths,
    PlannedInstalment,
    Seasonal,
    Terms,
    add_months,
    make_schedule,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.clock import Clock
    from models.loan import Loan

_HERE = Path(__file__).parent
_OFFICE_OPENS, _OFFICE_CLOSES = time(8), time(16)
_LEAD_DAYS = 30
"""So long before the first loan the fund was set up."""


@dataclass(slots=True)
class _Story:
    """What happened, told in the order of its days, so that the journal reads like a real one."""

    data: Any
    programme: Programme
    people: People
    groups: Groups
    loans: dict[str, Loan] = field(default_factory=dict)
    reports: int = 0
    events: list[tuple[date, Callable[[date], Awaitable[None]]]] = field(default_factory=list)


async def load(clock: Clock, *, private_network: str | None = None, with_queue: bool = True) -> int:
    """Put the sample into the database and return how many groups that made: 0 if it is there.

    `private_network` puts all private phones of the cast on one network.
    """
    cast, data = read_sample()
    for phone in cast["phones"] if private_network is not None else ():
        if phone["chat"] == "private":
            phone["network"] = private_network
    today = clock.today()
    async with transaction():
        if await Programme.exists(code=data["programme"]["code"]):
            return 0
        plans = [(row, *_plan(row, today)) for row in data["loans"]]
        begin = min(terms.disbursed_on for _, terms, _ in plans) - timedelta(days=_LEAD_DAYS)
        opened = _at(begin, _OFFICE_OPENS)
        people = await make_people(cast, data, opened)
        groups = await make_groups(data, people, opened)
        story = _Story(data, await _programme(data["programme"], opened), people, groups)
        story.events.append((begin, partial(_capital, story)))
        for row, terms, paid in plans:
            _tell_loan(story, row, terms, paid)
        for place, row in enumerate(data["queue"] if with_queue else (), start=1):
            _tell_application(story, row, place, today)
        for day, happen in sorted(story.events, key=lambda event: event[0]):
            await happen(day)
    return len(groups)


def read_sample() -> tuple[Any, Any]:
    """The cast of the simulator, and the groups, loans and roles of the office, as stored."""
    return _read("cast.json"), _read("kutai_timur.json")


def _read(name: str) -> Any:
    return json.loads((_HERE / name).read_text(encoding="utf-8"))


def _plan(row: Any, today: date) -> tuple[Terms, int]:
    """The terms of a loan, and how many of its instalments have been paid."""
    money = {
        "principal": Rupiah(row["principal"]),
        "fee_basis_points": row["fee_basis_points"],
    }
    if seasonal := row.get("seasonal"):
        days = tuple(today + timedelta(days=days) for days in seasonal["due_in_days"])
        disbursed_on = today + timedelta(days=seasonal["disbursed_in_days"])
        terms = Terms(
            **money, instalments=len(days), disbursed_on=disbursed_on, frequency=Seasonal(days)
        )
        return terms, seasonal["paid"]
    monthly = row["monthly"]
    next_due = today + timedelta(days=monthly["next_due_in_days"])
    first_due = add_months(next_due, -monthly["paid"])
    terms = Terms(
        **money,
        instalments=monthly["instalments"],
        disbursed_on=add_months(first_due, -1),
        frequency=EveryMonths(1),
        first_due_on=first_due,
    )
    return terms, monthly["paid"]


async def _programme(row: Any, at: datetime) -> Programme:
    return await Programme.create(
        code=row["code"],
        name=row["name"],
        source=row["source"],
        legal_basis=row["legal_basis"],
        bank_account=row["bank_account"],
        created_at=at,
    )


async def _capital(story: _Story, day: date) -> None:
    await add_capital(
        story.programme.id,
        Rupiah(story.data["programme"]["capital"]),
        on=day,
        at=_at(day, _OFFICE_OPENS),
        reference="sample:capital",
        cause=f"programme:{story.programme.id}",
        maker_id=story.people["joko"].id,
    )


def _tell_loan(story: _Story, row: Any, terms: Terms, paid: int) -> None:
    story.events.append((terms.disbursed_on, partial(_disbursement, story, row, terms)))
    for index, instalment in enumerate(make_schedule(terms)[:paid]):
        paid_on = instalment.due_on - timedelta(days=index % 3)
        story.events.append((paid_on, partial(_repayment, story, row, instalment)))


async def _disbursement(story: _Story, row: Any, terms: Terms, day: date) -> None:
    story.loans[row["number"]] = await lend(
        story.groups[row["group"]].id,
        story.programme.id,
        terms,
        number=row["number"],
        at=_at(day, _OFFICE_CLOSES),
        maker_id=story.people["rina"].id,
        approver_id=story.people["joko"].id,
    )


async def _repayment(story: _Story, row: Any, instalment: PlannedInstalment, day: date) -> None:
    """A leader reports an instalment in the morning; Rina verifies it before closing time."""
    loan = story.loans[row["number"]]
    amount = instalment.principal + instalment.fee
    claim = Claim(
        group_id=loan.group_id,
        loan_id=loan.id,
        reporter_id=_leader(story, row["group"]),
        amount=amount,
        paid_on=day,
        method=Method.CASH if instalment.number % 4 == 0 else Method.TRANSFER,
    )
    story.reports += 1
    # Nobody wrote these in a chat: no real draft has a number below zero.
    report = await submit_report(claim, draft_id=-story.reports, at=_at(day, time(10)))
    await enter_accepted(
        report, amount, verifier_id=story.people["rina"].id, at=_at(day, _OFFICE_CLOSES)
    )


def _tell_application(story: _Story, row: Any, place: int, today: date) -> None:
    applied_on = today - timedelta(days=row["applied_days_ago"])
    accepted_on = today - timedelta(days=row["accepted_days_ago"])
    story.events.append((applied_on, partial(_application, story, row, place)))
    story.events.append((accepted_on, partial(_acceptance, story, row)))


async def _application(story: _Story, row: Any, place: int, day: date) -> None:
    await ask_for_capital(
        row,
        programme_id=story.programme.id,
        group_id=story.groups[row["group"]].id,
        leader_id=_leader(story, row["group"]),
        draft_id=-place,  # Nobody wrote these in a chat, either.
        at=_at(day, time(10)),
    )


async def _acceptance(story: _Story, row: Any, day: date) -> None:
    await let_into_the_queue(
        row,
        group_id=story.groups[row["group"]].id,
        verifier_id=story.people["rina"].id,
        at=_at(day, _OFFICE_CLOSES),
    )


def _leader(story: _Story, group_code: str) -> int:
    group = next(row for row in story.data["groups"] if row["code"] == group_code)
    return int(story.people[group["officers"]["leader"]].id)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, WITA).astimezone(UTC)

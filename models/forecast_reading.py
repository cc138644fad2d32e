"""What the forecast has to know of a programme, read in a few statements for any size."""

from __future__ import annotations

import asyncio
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from models.calendar import WITA, as_utc, wita_day
from models.forecast import (
    PATHS,
    Borrower,
    Coming,
    Outlook,
    Owed,
    Place,
    Turning,
    Window,
    World,
    forecast,
)
from models.forecast_history import history_of
from models.forecast_state import state_of
from models.funding_rule import Frees
from models.funding_tables import Funding, FundingState
from models.loan import LoanStatus
from models.next_funding_inputs import outlook
from models.planned_capital import open_plans
from models.programme import FundMode, Programme
from models.punctuality import EVERYBODY, learn
from models.success import Demand
from models.what_if import on_time

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from models.arrears import LoanStanding
    from models.funding_rule import Rule
    from models.loan import Loan
    from models.next_funding import Candidate
    from models.next_funding_inputs import Outlook as NextOutlook
    from models.punctuality import Pace
    from models.success import GroupInputs, Verdict

_REMEMBERED_MOST: Final = 32
_LATEST: Final[dict[tuple[int, date, bool, str], tuple[Outlook, ...]]] = {}
"""The latest forecasts of this process, by programme, day, kind and state; the oldest go first."""
_WORLDS_MOST: Final = 8
_WORLDS: Final[dict[tuple[int, date, str], World]] = {}
_FEW_PATHS: Final = 100
"""Where all are punctual only the office's own pace differs."""
_STATEMENT_DAYS: Final = 7
"""So long, about, until money that was paid stands on the bank statement."""
_USUAL_INSTALMENTS: Final = 20
"""Of the loans to come, where a programme has lent nothing yet (DOMAIN.md 4.3)."""
_MONTH_DAYS: Final = 30.4375
_HANDLED_LAST: Final = 20
_USUAL_HANDLING: Final = (3, 7, 14)
"""Days from a proposal to the payment before there is any experience: three fundings' worth."""
_HANDLING_MOST: Final = 120
_ON_THEIR_WAY: Final = (FundingState.APPROVED, FundingState.PLANNED)
_EVIDENCE: Final = frozenset({Demand.REPORTS, Demand.RECOMMENDATION, Demand.STAGE})
_LATE_BY_CLASS: Final = (0, 60, 120, 180)
"""Days: up to two, four and six monthly instalments late are class II, III and IV."""


async def windows(programme_id: int, today: date) -> dict[int, Window | None]:
    """When each waiting application's turn may come, by its id; none where it cannot be known.

    Nothing is written. It may be called inside a transaction and sees what that has written: the
    reading takes a few statements, the reckoning goes on in a thread. Both are remembered for as
    long as nothing changes, so that many who ask on one day are answered from one forecast.
    """
    return {one.application_id: one.window for one in await outlooks(programme_id, today)}


async def outlooks(programme_id: int, today: date) -> tuple[Outlook, ...]:
    """The same with all that the paths say about each place."""
    return await _remembered(programme_id, today, punctual=False)


async def on_time_windows(programme_id: int, today: date) -> dict[int, Window | None]:
    """The same if from today on every group repaid on the day: what punctuality could bring."""
    found = await _remembered(programme_id, today, punctual=True)
    return {one.application_id: one.window for one in found}


async def _remembered(programme_id: int, today: date, *, punctual: bool) -> tuple[Outlook, ...]:
    state = await state_of(programme_id)
    key = (programme_id, today, punctual, state)
    if key not in _LATEST:
        world = await _world(programme_id, today, state)
        found = (
            await outlooks_of(on_time(world), programme_id, paths=_FEW_PATHS)
            if punctual
            else await outlooks_of(world, programme_id)
        )
        while len(_LATEST) >= _REMEMBERED_MOST:
            _LATEST.pop(next(iter(_LATEST)))
        _LATEST[key] = found
    return _LATEST[key]


async def world_remembered(programme_id: int, today: date) -> World:
    """As `read_world`, for as long as nothing changes."""
    return await _world(programme_id, today, await state_of(programme_id))


async def _world(programme_id: int, today: date, state: str) -> World:
    key = (programme_id, today, state)
    if key not in _WORLDS:
        world = await read_world(programme_id, today)
        while len(_WORLDS) >= _WORLDS_MOST:
            _WORLDS.pop(next(iter(_WORLDS)))
        _WORLDS[key] = world
    return _WORLDS[key]


async def outlooks_of(
    world: World, programme_id: int, *, paths: int = PATHS
) -> tuple[Outlook, ...]:
    """The forecast of a world in a thread, with the seed of its programme and day."""
    seed = seed_of(programme_id, world.today)
    return await asyncio.to_thread(forecast, world, seed=seed, paths=paths)


def seed_of(programme_id: int, today: date) -> int:
    """The same question on one day is the same answer."""
    return programme_id * 1_000_000 + today.toordinal()


async def read_world(programme_id: int, today: date) -> World:
    """The programme as it is on a WITA day."""
    programme = await Programme.get(id=programme_id)
    noon = as_utc(datetime.combine(today, time(12), WITA))
    now = await outlook(programme_id, now=noon)
    loans, where = now.loans, now.records.where
    learned = learn(await history_of(loans, where, today))
    running = [one for one in loans if one.status is LoanStatus.ACTIVE]
    money = now.money
    return World(
        today=today,
        cash=int(money.cash - money.reserved - money.unmatched),
        reserve=int(money.minimum),
        borrowers=tuple(_borrowers(running, where, now, learned.paces)),
        places=await _places(now, running),
        coming=await _coming(programme_id, int(money.unmatched), today),
        turning=Turning(
            one_each=now.rule.rule.frees is Frees.AS_MANY_AS_SUCCEEDED,
            successes=len(now.next.succeeded),
            never_lent=int(money.never_lent),
            repaid_counts=now.rule.rule.repaid_always_counts,
            share_percent=now.rule.rule.percent_repaid if now.rule.rule.threshold_counts else 100,
            share_chance=_share_chance(now.rule.rule, now.verdicts),
            late_days_most=_late_days_most(now.rule.rule),
            instalments=_usual_months(where.values()),
            handling_days=await _handling(programme_id),
        ),
        punctuality=learned.punctuality,
        returns_count=programme.fund_mode is FundMode.REVOLVING_ACCOUNT,
    )


def _borrowers(
    running: Sequence[Loan],
    where: Mapping[int, LoanStanding],
    now: NextOutlook,
    paces: Mapping[int, Pace],
) -> list[Borrower]:
    verdicts = {one.loan_id: one for one in now.verdicts}
    borrowers = []
    for loan in running:
        dues = [due for due in where[loan.id].dues if due.principal_left > 0]
        owed = tuple(Owed(due.due_on, int(due.principal_left)) for due in dues)
        verdict = verdicts.get(loan.id)
        until = None
        if verdict is not None and not verdict.succeeded:
            until = _until_success(now.inputs[loan.id], verdict, now.rule.rule)
        pace = paces.get(loan.group_id, EVERYBODY)
        borrowers.append(Borrower(loan_id=loan.id, owed=owed, pace=pace, until_success=until))
    return borrowers


def _until_success(inputs: GroupInputs, verdict: Verdict, rule: Rule) -> int | None:
    """Rupiah of principal until the loan may count; all of it once its history is too bad."""
    spoilt = any(one.demand is Demand.HISTORY for one in verdict.missing)
    if rule.threshold_counts and not spoilt:
        needed = -(-inputs.principal * rule.percent_repaid // 100)
        return max(0, int(needed - (inputs.principal - inputs.left)))
    return int(inputs.left) if rule.repaid_always_counts else None


async def _places(now: NextOutlook, running: Sequence[Loan]) -> tuple[Place, ...]:
    """Those whose money is set aside are paid out first, then comes the queue in its order."""
    rule, loans = now.rule.rule, {loan.group_id: loan.id for loan in running}
    parts = Funding.filter(programme_id=now.programme_id, state__in=_ON_THEIR_WAY, loan_id=None)
    certain: dict[int, int] = {}
    for part in await parts.order_by("id"):
        # Later parts are kept for the group from the first approval on; without it there are none.
        certain[part.application_id] = certain.get(part.application_id, 0) + int(part.amount)
    return (
        *(
            Place(application_id=application_id, amount=amount, set_aside=amount)
            for application_id, amount in certain.items()
        ),
        *(_place(one, rule, loans) for one in now.queue if one.application_id not in certain),
    )


def _place(candidate: Candidate, rule: Rule, loans: Mapping[int, int]) -> Place:
    amount = int(candidate.amount(rule))
    return Place(
        application_id=candidate.application_id,
        amount=amount or int(candidate.granted),
        after_loan=loans.get(candidate.group_id) if candidate.owes else None,
        is_barred=not amount,
    )


async def _coming(programme_id: int, unmatched: int, today: date) -> tuple[Coming, ...]:
    """Announced capital whose day is not over, and money that waits for the bank statement."""
    plans = await open_plans(programme_id)
    told = [Coming(one.expected_on, int(one.amount)) for one in plans if one.expected_on > today]
    if unmatched:
        seen_on = today + timedelta(days=_STATEMENT_DAYS)
        told.append(Coming(seen_on, unmatched, new=False))
    return tuple(told)


def _share_chance(rule: Rule, verdicts: Sequence[Verdict]) -> int:
    """Percent of the groups that have reports and recommendation when their share is repaid.

    Those that have them by now, and two groups more of which one has them: the prior.
    """
    if not (rule.reports or rule.recommendation or rule.stage_at_least is not None):
        return 100
    asked = [one for one in verdicts if not one.is_repaid]
    have = sum(not any(r.demand in _EVIDENCE for r in one.missing) for one in asked)
    return 100 * (have + 1) // (len(asked) + 2)


def _late_days_most(rule: Rule) -> int:
    """How late a group may ever have been and still count before everything is repaid."""
    if rule.worst_class is None or rule.worst_class > len(_LATE_BY_CLASS):
        return 10_000
    return _LATE_BY_CLASS[rule.worst_class - 1]


def _usual_months(where: Collection[LoanStanding]) -> int:
    """Over how many months loans of the programme run: the middle one of them."""
    months = sorted(
        round(((one.dues[-1].due_on - one.dues[0].begins_on).days) / _MONTH_DAYS)
        for one in where
        if one.dues
    )
    return max(1, months[len(months) // 2]) if months else _USUAL_INSTALMENTS


async def _handling(programme_id: int) -> tuple[int, ...]:
    """Days from proposal to payment of the last fundings, beside the prior."""
    paid = Funding.filter(programme_id=programme_id, state=FundingState.PAID, tranche=1)
    rows = await paid.order_by("-id").limit(_HANDLED_LAST).values_list("proposed_at", "paid_on")
    days = [(paid_on - wita_day(proposed_at)).days for proposed_at, paid_on in rows]
    return (*_USUAL_HANDLING, *(min(_HANDLING_MOST, max(0, each)) for each in days))

"""`/jadwal`: the schedule of a group's loan, and those that it had before."""

from itertools import groupby

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.plan_words import DueThen, in_short
from handlers.turn import Turn
from models.allocation import Due
from models.group import Group
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.plan_history import FormerPlan, former_plans
from models.standings import loan_standing


async def show(turn: Turn, group_id: int, _: InboundMessage) -> Reply:
    """The running loan's schedule, else that of the group's latest loan."""
    group = await Group.get_or_none(id=group_id)
    if group is None:
        return say("form.stale")
    loans = await Loan.filter(group_id=group_id).order_by("-id")
    if not loans:
        return say("loan_schedule.never_borrowed", group=group.name)
    running = (loan for loan in loans if loan.status is LoanStatus.ACTIVE)
    return await _in_force(turn, next(running, loans[0]))


async def press(turn: Turn, loan_id: int, verb: str) -> Reply:
    """The schedule in force (`now`), or the first, second … before it (`before-1`)."""
    await require(turn, ANY_STAFF)
    loan = await Loan.get_or_none(id=loan_id)
    kind, _, number = verb.partition("-")
    if loan is None:
        return say("form.stale")
    if kind == "now":
        return await _in_force(turn, loan)
    plans = await former_plans(loan.id)
    back = int(number) if kind == "before" and number.isdecimal() else 0
    if not 1 <= back <= len(plans):
        return say("form.stale")
    return await _former(loan, plans[back - 1], back, older=back < len(plans))


async def _in_force(turn: Turn, loan: Loan) -> Reply:
    standing = await loan_standing(loan.id, turn.today)
    group = await Group.get(id=loan.group_id)
    facts: dict[str, Fact] = {
        "number": loan.number,
        "group": group.name,
        "principal": Rupiah(loan.principal),
        "disbursed_on": loan.disbursed_on,
        "lines": _by_state(sorted(standing.dues, key=lambda due: due.due_on)),
        "outstanding": standing.outstanding,
        "today": turn.today,
    }
    former = bool(await former_plans(loan.id))
    return Reply("loan_schedule.shown", facts, (_before(loan, 1),) if former else ())


async def _former(loan: Loan, plan: FormerPlan, back: int, *, older: bool) -> Reply:
    group = await Group.get(id=loan.group_id)
    unpaid = [DueThen(row.due_on, Rupiah(row.principal + row.fee)) for row in plan.rows]
    because = words(f"loan_schedule.because.{plan.deed or 'unknown'}", reason=plan.reason)
    facts: dict[str, Fact] = {
        "number": loan.number,
        "group": group.name,
        "until": plan.replaced_at,
        "because": because,
        "lines": in_short(unpaid),
    }
    now = Choice(f"card:schedule:{loan.id}:now", words("loan_schedule.now"))
    choices = (now, _before(loan, back + 1)) if older else (now,)
    return Reply("loan_schedule.former", facts, choices)


def _before(loan: Loan, back: int) -> Choice:
    return Choice(f"card:schedule:{loan.id}:before-{back}", words("loan_schedule.before"))


def _by_state(dues: list[Due]) -> tuple[Words, ...]:
    """Paid, paid in part, and open, each run of equal instalments on one line."""
    lines: list[Words] = []
    for state, together in groupby(dues, key=_state):
        run = list(together)
        if state == "part":
            lines += [_partly(due) for due in run]
            continue
        shown = in_short([DueThen(due.due_on, due.principal + due.fee) for due in run])
        lines += [words(f"loan_schedule.{state}", line=line) for line in shown]
    return tuple(lines)


def _state(due: Due) -> str:
    if due.left <= 0:
        return "paid"
    return "part" if due.principal_paid or due.fee_paid else "open"


def _partly(due: Due) -> Words:
    (line,) = in_short([DueThen(due.due_on, due.principal + due.fee)])
    return words("loan_schedule.part", line=line, paid=due.principal_paid + due.fee_paid)

"""What the group's leader reads once a decision about its money was carried out.

A write-off is not announced: the group still owes what it owes, only the office's books change
(hapus buku is not hapus tagih). Capital concerns no group.
"""

from handlers.messages import Fact, Reply, Words, facts_from_json, say, words
from handlers.next_group import towards
from handlers.staff.next_due import next_due
from handlers.staff.telling import tell_leader
from handlers.turn import Turn
from models.arrears import LoanStanding
from models.decision import Decision, DecisionKind
from models.loan import Loan, LoanStatus
from models.standings import loan_standing

_TOLD = {
    DecisionKind.COUNTER_CASH,
    DecisionKind.REVERSAL,
    DecisionKind.RESCHEDULE,
    DecisionKind.REFUND,
    DecisionKind.CORRECTION,
    DecisionKind.RECOVERY,
}


async def tell_group(turn: Turn, decision: Decision) -> None:
    """The new balance and what comes next, in words for the leader."""
    if decision.kind not in _TOLD:
        return
    order = decision.order
    facts: dict[str, Fact] = {**facts_from_json(decision.told), "decision": decision.id}
    standing = await loan_standing(order["loan"], turn.today)
    facts["outstanding"] = standing.outstanding
    loan = await Loan.get(id=order["loan"])
    facts["next"] = await what_next(standing)
    if decision.kind is DecisionKind.COUNTER_CASH:
        facts["next"] = (*await what_next(standing), *await towards(turn, loan.programme_id))
    key, asked_by = f"decision:{decision.id}:news", order.get("asked_by")
    asked = "_asked" if asked_by else ""
    reply = Reply(f"decision.news.{decision.kind.value}{asked}", facts)
    await tell_leader(turn, order["group"], reply, key=key, also=asked_by)
    if decision.kind is DecisionKind.COUNTER_CASH and loan.status is LoanStatus.REPAID:
        thanks = say("verification.result.repaid", group=decision.told["group"], day=turn.today)
        await tell_leader(turn, order["group"], thanks, key=f"decision:{decision.id}:repaid")


async def what_next(standing: LoanStanding) -> tuple[Words, ...]:
    """The oldest instalment that is not fully paid, and what is held for the group."""
    credit = words("what_is_left.credit", credit=standing.credit)
    return (await next_due(standing), *((credit,) if standing.credit else ()))

"""Carrying out what was decided by four eyes: each kind of order, in the decider's transaction."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from models import lending
from models.decision import Decision, DecisionKind
from models.funding_rule import Rule, set_rule
from models.plan_change import reschedule
from models.refund import refund_credit
from models.report_correction import correct_accepted, take_back
from models.rhythm import MONTH, SEASON, NewPlan, planned_anew
from models.standings import loan_standing
from models.write_off import recover, write_off

if TYPE_CHECKING:
    from models.ledger import Act
    from models.ledger_tables import JournalEntry


async def carry_out(
    decision: Decision, *, approver_id: int, on: date, at: datetime
) -> JournalEntry | None:
    """Do what the order says, as on the WITA day `on` unless it names another.

    The entry that it made; none for an order that moves no money.

    Raises whatever rule of the fund has come to stand in its way since it was proposed.
    """
    order = decision.order
    act = _act(decision, order, approver_id=approver_id, on=on, at=at)
    match decision.kind:
        case DecisionKind.COUNTER_CASH:
            return (await lending.record_repayment(order["loan"], order["amount"], **act)).entry
        case DecisionKind.CAPITAL:
            return await lending.add_capital(order["programme"], order["amount"], **act)
        case DecisionKind.REFUND:
            return (await refund_credit(order["loan"], order["amount"], **act)).entry
        case DecisionKind.WRITE_OFF:
            return await write_off(order["loan"], order["amount"], **act)
        case DecisionKind.REVERSAL:
            return await take_back(order["report"], act)
        case DecisionKind.CORRECTION:
            return await correct_accepted(
                order["report"],
                amount=order["amount"],
                claimed=order.get("claimed"),
                paid_on=date.fromisoformat(order["paid_on"]),
                act=act,
            )
        case DecisionKind.RECOVERY:
            return (await recover(order["loan"], order["amount"], **act)).entry
        case DecisionKind.RESCHEDULE:
            return await _reschedule(order, act)
        case DecisionKind.FUNDING_RULE:
            await _set_rule(decision, order, at)
            return None


async def _set_rule(decision: Decision, order: dict[str, Any], at: datetime) -> None:
    await set_rule(
        order["programme"],
        Rule.from_json(order["rule"]),
        by=decision.proposed_by_id,
        at=at,
        decision_id=decision.id,
        reason=order["reason"],
    )


async def _reschedule(order: dict[str, Any], act: Act) -> JournalEntry:
    """The plan anew from what is left by now, which may be less than when it was proposed."""
    standing = await loan_standing(order["loan"], act["on"])
    plan = planned_anew(
        standing.outstanding_principal,
        standing.outstanding_fee,
        _ordered_plan(order),
        today=act["on"],
    )
    return await reschedule(order["loan"], plan, **act)


def _ordered_plan(order: dict[str, Any]) -> NewPlan:
    """The plan as the order keeps it; an order that names no rhythm is of monthly instalments."""
    days = order["days"] if order.get("rhythm") == SEASON else [order["first_due_on"]]
    return NewPlan(
        order.get("rhythm", MONTH),
        order["instalments"],
        tuple(date.fromisoformat(day) for day in days),
    )


def _act(
    decision: Decision, order: dict[str, Any], *, approver_id: int, on: date, at: datetime
) -> Act:
    return {
        "on": date.fromisoformat(order["on"]) if "on" in order else on,
        "at": at,
        "reference": f"decision:{decision.id}",
        "cause": f"decision:{decision.id}",
        "maker_id": decision.proposed_by_id,
        "approver_id": approver_id,
        "note": _note(order),
    }


def _note(order: dict[str, Any]) -> str:
    """Why, and by which paper, as the journal keeps it."""
    parts = (order.get(name) for name in ("paper", "note", "reason"))
    return "; ".join(str(part) for part in parts if part)[:300]

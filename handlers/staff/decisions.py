"""Four eyes in the staff chat: a proposal becomes a card, and another person decides on it."""

from datetime import timedelta
from typing import Any, Final

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.messages import Fact, Reply, facts_to_json, say
from handlers.situation import Situation
from handlers.staff import correction_card, planned_capital, report_card
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.answers import OwnReason
from handlers.staff.decision_card import card, subject, what
from handlers.staff.decision_news import tell_group
from handlers.staff.funding_proposal import (
    consider,
    consider_loan,
    warn_of_lost_success,
)
from handlers.turn import Telling, Turn
from models import decision as decisions
from models.contact import Role
from models.decision import STANDS_FOR, Decision, DecisionKind
from models.errors import AlreadyProposed, RuleBroken
from models.money import ZERO, Rupiah
from models.orders import carry_out

APPROVERS: Final = frozenset({Role.APPROVER})
_DAYS: Final = STANDS_FOR // timedelta(days=1)


async def propose(
    turn: Turn,
    kind: DecisionKind,
    about: str,
    *,
    order: dict[str, Any],
    told: dict[str, Fact],
    amount: Rupiah = ZERO,
) -> Reply:
    """Put an order before the approvers, or say that the same waits for them already."""
    try:
        decision = await decisions.propose(
            kind,
            about,
            order=order,
            told=facts_to_json(told),
            amount=amount,
            by=turn.person_id,
            at=turn.now,
        )
    except AlreadyProposed as open_already:  # Raised before anything was written.
        return Reply(open_already.code, open_already.facts)
    name = subject(decision.id)
    turn.tell_staff(await card(decision), key=f"{name}:card", subject=name)
    return say("decision.proposed", decision=decision.id, days=_DAYS)


async def press(turn: Turn, decision_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on the card of a decision."""
    await require(turn, ANY_STAFF)
    decision = await decisions.locked(decision_id)
    if decision is None or verb not in {"approve", "refuse"}:
        return say("form.stale")
    if decision.is_late(turn.now):
        return await expire(turn, decision)
    if verb == "refuse" and decision.proposed_by_id == turn.person_id:
        return await _withdraw(turn, decision)
    await decisions.may_decide(decision, by=turn.person_id, at=turn.now)
    if verb == "approve":
        return await _approve(turn, decision)
    turn.start("refuse_decision", decision=decision.id)
    return ()


async def expire(turn: Telling, decision: Decision) -> Reply:
    """Nobody decided in time: the card says so, and so do we to whoever comes late."""
    await decisions.expire(decision, at=turn.now)
    await _change_cards(turn, decision)
    return await _result(decision)


async def _approve(turn: Turn, decision: Decision) -> tuple[Reply, ...]:
    entry = await carry_out(decision, approver_id=turn.person_id, on=turn.today, at=turn.now)
    await decisions.approved(decision, by=turn.person_id, at=turn.now, entry=entry)
    await _change_cards(turn, decision)
    await tell_group(turn, decision)
    if decision.kind in {DecisionKind.REVERSAL, DecisionKind.CORRECTION}:
        report = decision.order["report"]
        name = report_card.subject(report)
        key = f"{name}:decision:{decision.id}"
        turn.change_cards(name, await report_card.card(report), key=key)
    arrived = await planned_capital.follow(turn, decision)
    await _consider(turn, decision)
    return (await _result(decision), *arrived)


async def _consider(turn: Turn, decision: Decision) -> None:
    """Money that came or went, or another rule, may make the next funding possible, or end it."""
    order, cause = decision.order, subject(decision.id)
    if "programme" in order:
        await consider(turn, order["programme"], cause)
    elif "loan" in order:
        await consider_loan(turn, order["loan"], cause)
        if decision.kind in {DecisionKind.REVERSAL, DecisionKind.CORRECTION}:
            await warn_of_lost_success(turn, order["loan"], cause)


async def _withdraw(turn: Turn, decision: Decision) -> Reply:
    await decisions.withdraw(decision, by=turn.person_id, at=turn.now)
    await _change_cards(turn, decision)
    return await _result(decision)


async def _result(decision: Decision) -> Reply:
    """What became of it, said in the staff chat to the proposer by name."""
    await decision.fetch_related("proposed_by")
    facts: dict[str, Fact] = {
        "decision": decision.id,
        "proposer": decision.proposed_by.name,
        "reason": decision.reason,
        "days": _DAYS,
    }
    return Reply(f"decision.result_{decision.status.value}", facts)


async def _change_cards(turn: Telling, decision: Decision) -> None:
    name = subject(decision.id)
    key = f"{name}:{decision.status.value}"
    turn.change_cards(name, await card(decision), key=key)
    await correction_card.follow(turn, decision)


class RefuseDecisionForm(Form, name="refuse_decision"):
    """An approver turns a proposal down, and says why."""

    decision: int = given(int)
    reason: str = question(OwnReason())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"decision": answers["decision"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, APPROVERS)
        decision = await decisions.locked(self.decision)
        if decision is None:
            return say("form.stale")
        if decision.is_late(turn.now):
            return await expire(turn, decision)
        try:
            await decisions.refuse(decision, by=turn.person_id, at=turn.now, reason=self.reason)
        except RuleBroken as broken:  # Raised before anything was written; the form has ended.
            return Reply(broken.code, broken.facts)
        await _change_cards(turn, decision)
        return await _result(decision)


__all__ = ["APPROVERS", "RefuseDecisionForm", "expire", "press", "propose", "what"]

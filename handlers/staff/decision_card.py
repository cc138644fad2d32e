"""The card of a decision: what is proposed, by whom, until when, and what became of it."""

from handlers.messages import Choice, Fact, Reply, Words, facts_from_json, words
from models.decision import Decision, DecisionStatus

__all__ = ["card", "subject", "what"]


def subject(decision_id: int) -> str:
    """The name by which all cards of a decision change together."""
    return f"decision:{decision_id}"


def what(decision: Decision) -> Words:
    """The order in the words that the approver reads."""
    return Words(f"decision.order.{decision.kind.value}", facts_from_json(decision.told))


async def card(decision: Decision) -> Reply:
    """The card as it is to be shown now."""
    await decision.fetch_related("proposed_by", "decided_by")
    facts: dict[str, Fact] = {
        "decision": decision.id,
        "what": what(decision),
        "by": decision.proposed_by.name,
        "at": decision.proposed_at,
    }
    if decision.status is DecisionStatus.PROPOSED:
        choices = (
            Choice(f"card:decision:{decision.id}:approve", words("decision.approve")),
            Choice(f"card:decision:{decision.id}:refuse", words("decision.refuse")),
        )
        return Reply("decision.card", {**facts, "until": decision.expires_at}, choices)
    facts["decided_by"] = decision.decided_by.name if decision.decided_by else ""
    facts["decided_at"] = decision.decided_at or decision.proposed_at
    facts["reason"] = decision.reason
    return Reply(f"decision.card_{decision.status.value}", facts)

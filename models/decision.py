"""Decisions by four eyes: one person proposes, another with the approver's role decides."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from tortoise import fields, models

from models.audit import note
from models.contact import Person, Role, holds_role
from models.errors import AlreadyProposed, DecisionExpired, DecisionSettled, NotAllowed, OwnProposal
from models.fields import EnumField, RupiahField, UtcDatetimeField
from models.ledger_tables import JournalEntry  # noqa: TC001 (Tortoise reads it)

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

    from models.money import Rupiah

STANDS_FOR: Final = timedelta(days=7)
"""A proposal that nobody decides falls away after this."""


class DecisionKind(StrEnum):
    """What is decided; each is carried out by `models.orders`."""

    REVERSAL = "reversal"
    RESCHEDULE = "reschedule"
    WRITE_OFF = "write_off"
    COUNTER_CASH = "counter_cash"
    CAPITAL = "capital"
    REFUND = "refund"
    CORRECTION = "correction"
    """A verified report with another amount or day: reversed, and entered anew."""
    RECOVERY = "recovery"
    """Money on a loan that was written off."""
    FUNDING_RULE = "funding_rule"
    """What counts as succeeded in a programme, and what that frees; it moves no money."""


class DecisionStatus(StrEnum):
    """Proposed is open; whatever follows is final."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Decision(models.Model):
    """An order that waits for a second pair of eyes, or what became of it.

    Nobody decides about their own proposal; the database refuses it.
    """

    id = fields.BigIntField(primary_key=True)
    kind = EnumField(DecisionKind)
    subject = fields.CharField(max_length=60, db_index=True)
    """The thing it is about, such as loan:5."""
    content: Any = fields.JSONField[Any]()
    """`order`: all that is needed to carry it out; `told`: the facts as the approver reads them."""
    amount = RupiahField(
        check=">= 0 AND (\"status\" NOT IN ('approved', 'refused') OR "
        '("decided_by_id" IS NOT NULL AND "decided_by_id" <> "proposed_by_id"))'
    )
    """The money at stake in rupiah; none for a new schedule."""
    proposed_by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="proposals", on_delete=fields.RESTRICT
    )
    proposed_by_id: int
    proposed_at = UtcDatetimeField()
    expires_at = UtcDatetimeField()
    status = EnumField(DecisionStatus, default=DecisionStatus.PROPOSED)
    decided_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="proposals_decided", null=True, on_delete=fields.RESTRICT
    )
    decided_by_id: int | None
    decided_at = UtcDatetimeField(null=True)
    reason = fields.CharField(max_length=300, default="")
    """Why it was refused."""
    entry: fields.ForeignKeyNullableRelation[JournalEntry] = fields.ForeignKeyField(
        "models.JournalEntry", related_name="decided", null=True, on_delete=fields.RESTRICT
    )
    entry_id: int | None
    """What it became in the journal."""

    class Meta:
        table = "decision"
        indexes = (("status", "expires_at"),)

    @property
    def order(self) -> dict[str, Any]:
        return dict(self.content["order"])

    @property
    def told(self) -> Any:
        return self.content["told"]

    def is_late(self, at: datetime) -> bool:
        """Whether it is still open, but may not be decided any more."""
        return self.status is DecisionStatus.PROPOSED and at >= self.expires_at


async def propose(
    kind: DecisionKind,
    subject: str,
    *,
    order: dict[str, Any],
    told: Any,
    amount: Rupiah,
    by: int,
    at: datetime,
) -> Decision:
    """Write a proposal down; raises AlreadyProposed while the same is open for the same thing."""
    twin = await open_about(kind, subject, at=at)
    if twin is not None and kind is not DecisionKind.CAPITAL:
        raise AlreadyProposed(decision=twin.id)
    decision = await Decision.create(
        kind=kind,
        subject=subject,
        content={"order": order, "told": told},
        amount=amount,
        proposed_by_id=by,
        proposed_at=at,
        expires_at=at + STANDS_FOR,
    )
    await _note(decision, "proposed", by=by, at=at, kind=kind.value, order=order)
    return decision


async def open_about(kind: DecisionKind, subject: str, *, at: datetime) -> Decision | None:
    """The open proposal of a kind about a thing; none if there is none."""
    return await Decision.filter(
        kind=kind, subject=subject, status=DecisionStatus.PROPOSED, expires_at__gt=at
    ).first()


async def locked(decision_id: int) -> Decision | None:
    """The decision, kept from everybody else until the transaction ends."""
    return await Decision.filter(id=decision_id).select_for_update().first()


async def may_decide(decision: Decision, *, by: int, at: datetime) -> None:
    """Check who and when; `decision` must come from `locked`.

    Raises NotAllowed without the approver's role, DecisionSettled when it is decided already,
    OwnProposal for the proposer, and DecisionExpired.
    """
    await _still_open(decision, at)
    if decision.proposed_by_id == by:
        raise OwnProposal(decision=decision.id)
    if not await holds_role(by, {Role.APPROVER}):
        raise await _not_allowed(by)


async def approved(
    decision: Decision, *, by: int, at: datetime, entry: JournalEntry | None
) -> None:
    """Write down that the order was carried out, by `entry` where it stands in the journal."""
    decision.entry_id = entry.id if entry is not None else None
    await _settle(decision, DecisionStatus.APPROVED, by=by, at=at)


async def refuse(decision: Decision, *, by: int, at: datetime, reason: str) -> None:
    """Turn a proposal down; raises what `may_decide` raises."""
    await may_decide(decision, by=by, at=at)
    decision.reason = reason
    await _settle(decision, DecisionStatus.REFUSED, by=by, at=at)


async def withdraw(decision: Decision, *, by: int, at: datetime) -> None:
    """Take one's own proposal back; raises DecisionSettled, and NotAllowed for anybody else."""
    await _still_open(decision, at)
    if decision.proposed_by_id != by:
        raise await _not_allowed(by)
    await _settle(decision, DecisionStatus.CANCELLED, by=by, at=at)


async def expire(decision: Decision, *, at: datetime) -> None:
    """Nobody decided within the seven days: the proposal falls away."""
    await _settle(decision, DecisionStatus.EXPIRED, by=None, at=at)


async def overdue(at: datetime) -> list[Decision]:
    """Open proposals whose time is over, oldest first, locked."""
    return await _overdue(at).order_by("id").select_for_update()


async def any_overdue(at: datetime) -> bool:
    """Whether there is one of those."""
    return await _overdue(at).exists()


def _overdue(at: datetime) -> QuerySet[Decision]:
    return Decision.filter(status=DecisionStatus.PROPOSED, expires_at__lte=at)


async def _still_open(decision: Decision, at: datetime) -> None:
    if decision.status is not DecisionStatus.PROPOSED:
        decider = await Person.get_or_none(id=decision.decided_by_id)
        raise DecisionSettled(
            decision=decision.id,
            status=decision.status.value,
            decided_by=decider.name if decider else "",
            decided_at=decision.decided_at or at,
        )
    if decision.is_late(at):
        raise DecisionExpired(decision=decision.id)


async def _not_allowed(person_id: int) -> NotAllowed:
    return NotAllowed(name=(await Person.get(id=person_id)).name)


async def _settle(
    decision: Decision, status: DecisionStatus, *, by: int | None, at: datetime
) -> None:
    decision.status = status
    decision.decided_by_id = by
    decision.decided_at = at
    await decision.save(
        update_fields=["status", "decided_by_id", "decided_at", "reason", "entry_id"]
    )
    await _note(decision, status.value, by=by, at=at, reason=decision.reason)


async def _note(
    decision: Decision, deed: str, *, by: int | None, at: datetime, **facts: Any
) -> None:
    """In the trail of the decision, and in that of the thing that it is about."""
    await note(f"decision:{decision.id}", deed, at=at, person_id=by, **facts)
    about = {"decision": decision.id, "kind": decision.kind.value, "amount": int(decision.amount)}
    await note(
        decision.subject, f"decision_{deed}", at=at, person_id=by, **about, reason=decision.reason
    )

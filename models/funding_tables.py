"""Whose turn it is: applications in a queue, the rule in force, and money on its way to a group.

Tables only. The rules are pure functions over plain values beside them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields, models

from models.contact import Person  # noqa: TC001 (Tortoise reads it)
from models.decision import Decision  # noqa: TC001 (Tortoise reads it)
from models.fields import CheckedBigIntField, EnumField, RupiahField, UtcDatetimeField
from models.group import Group  # noqa: TC001 (Tortoise reads it)
from models.loan import Loan  # noqa: TC001 (Tortoise reads it)
from models.media import KeptMedia  # noqa: TC001 (Tortoise reads it)
from models.programme import Programme  # noqa: TC001 (Tortoise reads it)


class ApplicationStatus(StrEnum):
    """Where an application stands (DOMAIN.md 3.2); that it is proposed is told by its `Funding`."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    """Staff have asked something back; the leader's answer submits it again."""
    WAITING = "waiting"
    """In the queue."""
    POSTPONED = "postponed"
    """Keeps its date, but is passed over until staff let it wait again."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    FUNDED = "funded"


class Application(models.Model):
    """A group's wish for capital, and from its acceptance on its place in the queue.

    The queue of a programme is ordered by priority class, then `stands_since`, then id.
    """

    id = fields.BigIntField(primary_key=True)
    draft_id = fields.BigIntField(unique=True)
    """The draft that became this application: submitting it twice finds the first."""
    number = fields.CharField(max_length=30, unique=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="applications", on_delete=fields.RESTRICT
    )
    programme_id: int
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="applications", on_delete=fields.RESTRICT
    )
    group_id: int
    applied_by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="applications", on_delete=fields.RESTRICT
    )
    applied_by_id: int
    applied_at = UtcDatetimeField()
    purpose = fields.CharField(max_length=300)
    amount = RupiahField(check="> 0")
    """What the group asks for, in rupiah."""
    status = EnumField(ApplicationStatus, default=ApplicationStatus.SUBMITTED)
    granted = RupiahField(check="> 0", null=True)
    """What staff accepted into the queue, in rupiah."""
    priority = CheckedBigIntField(check="BETWEEN 1 AND 9", default=5)
    """The priority class that staff gave; 1 comes first."""
    accepted_at = UtcDatetimeField(null=True)
    """When staff let it into the queue; kept when it is moved."""
    stands_since = UtcDatetimeField(null=True)
    """Where it stands inside its class: its acceptance, until staff move it for a reason."""
    reason = fields.CharField(max_length=300, default="")
    """Why it was last returned, postponed, refused, or withdrawn."""
    loan: fields.ForeignKeyNullableRelation[Loan] = fields.ForeignKeyField(
        "models.Loan", related_name="applications", null=True, on_delete=fields.RESTRICT
    )
    loan_id: int | None
    """What it became."""

    class Meta:
        table = "application"
        indexes = (("programme_id", "status"), ("group_id", "status"))


class ApplicationFile(models.Model):
    """A page of the proposal: a photo or a PDF."""

    id = fields.BigIntField(primary_key=True)
    application: fields.ForeignKeyRelation[Application] = fields.ForeignKeyField(
        "models.Application", related_name="files", on_delete=fields.RESTRICT
    )
    application_id: int
    media: fields.ForeignKeyRelation[KeptMedia] = fields.ForeignKeyField(
        "models.KeptMedia", related_name="application_files", on_delete=fields.RESTRICT
    )
    media_id: int

    class Meta:
        table = "application_file"
        unique_together = (("application_id", "media_id"),)


class QueueEvent(models.Model):
    """What moved a place in the queue, in its programme's chain of hashes. Append-only."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="queue_events", on_delete=fields.RESTRICT
    )
    programme_id: int
    number = CheckedBigIntField(check="> 0")
    """Counts up from 1 in each programme, without a gap."""
    application: fields.ForeignKeyNullableRelation[Application] = fields.ForeignKeyField(
        "models.Application", related_name="events", null=True, on_delete=fields.RESTRICT
    )
    application_id: int | None
    """None where the rule itself changed."""
    kind = fields.CharField(max_length=30)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="queue_events", null=True, on_delete=fields.RESTRICT
    )
    person_id: int | None
    """None for Gulir itself."""
    at = UtcDatetimeField()
    reason = fields.CharField(max_length=300, default="")
    facts: Any = fields.JSONField[Any](default=dict)
    """Places before and after, amounts, the evaluated inputs: all that explains it later."""
    previous_hash = fields.CharField(max_length=64)
    hash = fields.CharField(max_length=64)

    class Meta:
        table = "queue_event"
        unique_together = (("programme_id", "number"),)


class FundingRule(models.Model):
    """A version of a programme's rule of who is next, the highest version is in force."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="rules", on_delete=fields.RESTRICT
    )
    programme_id: int
    version = CheckedBigIntField(check="> 0")
    content: Any = fields.JSONField[Any]()
    """The figures of `models.funding_rule.Rule`."""
    since = UtcDatetimeField()
    decision: fields.ForeignKeyNullableRelation[Decision] = fields.ForeignKeyField(
        "models.Decision", related_name="rules", null=True, on_delete=fields.RESTRICT
    )
    decision_id: int | None
    """The four eyes that set it; none for the first one, which is the default."""

    class Meta:
        table = "funding_rule"
        unique_together = (("programme_id", "version"),)


class FundingState(StrEnum):
    """Proposed, confirmed by one, approved by another (cash reserved), paid; or given up."""

    PLANNED = "planned"
    """A later part: its money is kept for the group until its evidence is there."""
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    APPROVED = "approved"
    PAID = "paid"
    POSTPONED = "postponed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """The group left, or what made it possible is gone."""


class Funding(models.Model):
    """Money on its way to a group: one part (tranche) of what its application was granted.

    Whoever confirmed does not approve; the database refuses it. While it is approved and not
    paid, its amount is reserved: `models.fund` keeps it out of what is available.
    """

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="fundings", on_delete=fields.RESTRICT
    )
    programme_id: int
    application: fields.ForeignKeyRelation[Application] = fields.ForeignKeyField(
        "models.Application", related_name="fundings", on_delete=fields.RESTRICT
    )
    application_id: int
    tranche = CheckedBigIntField(check="> 0", default=1)
    tranches = CheckedBigIntField(check="> 0", default=1)
    amount = RupiahField(
        check='> 0 AND ("approved_by_id" IS NULL OR '
        '("confirmed_by_id" IS NOT NULL AND "approved_by_id" <> "confirmed_by_id"))'
    )
    state = EnumField(FundingState, default=FundingState.PROPOSED)
    cause = fields.CharField(max_length=60)
    """What made it possible, such as report:17, decision:4, progress:3."""
    evidence: Any = fields.JSONField[Any]()
    """The evaluated inputs and the verdict, so that an auditor can replay it."""
    proposed_at = UtcDatetimeField()
    confirmed_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="fundings_confirmed", null=True, on_delete=fields.RESTRICT
    )
    confirmed_by_id: int | None
    confirmed_at = UtcDatetimeField(null=True)
    approved_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="fundings_approved", null=True, on_delete=fields.RESTRICT
    )
    approved_by_id: int | None
    approved_at = UtcDatetimeField(null=True)
    paid_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="fundings_paid", null=True, on_delete=fields.RESTRICT
    )
    paid_by_id: int | None
    paid_on = fields.DateField(null=True)
    proof: fields.ForeignKeyNullableRelation[KeptMedia] = fields.ForeignKeyField(
        "models.KeptMedia", related_name="fundings_proved", null=True, on_delete=fields.RESTRICT
    )
    proof_id: int | None
    terms: Any = fields.JSONField[Any](null=True)
    """The terms of the loan, as they were approved."""
    loan: fields.ForeignKeyNullableRelation[Loan] = fields.ForeignKeyField(
        "models.Loan", related_name="fundings", null=True, on_delete=fields.RESTRICT
    )
    loan_id: int | None
    settled_at = UtcDatetimeField(null=True)
    """When it was paid, or given up."""
    reason = fields.CharField(max_length=300, default="")

    class Meta:
        table = "funding"
        indexes = (("programme_id", "state"), ("application_id", "state"))


class PlannedCapital(models.Model):
    """New capital that staff have announced: the forecast counts with it, the books do not."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="planned_capital", on_delete=fields.RESTRICT
    )
    programme_id: int
    amount = RupiahField(check="> 0")
    expected_on = fields.DateField()
    told_by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="capital_announced", on_delete=fields.RESTRICT
    )
    told_by_id: int
    told_at = UtcDatetimeField()
    ended_at = UtcDatetimeField(null=True)
    """When it arrived, or was taken back."""

    class Meta:
        table = "planned_capital"
        indexes = (("programme_id", "ended_at"),)

"""Self-audits: what each found, who asked for one, and the halt that a difference brings."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from tortoise import fields, models

from models.audit import note
from models.books_audit import AuditReport, Difference, NotedHead, audit_programme
from models.contact import Person
from models.fields import UtcDatetimeField
from models.ledger import lock_books
from models.programme import Programme


class SelfAudit(models.Model):
    """An audit of a programme by Gulir itself, one that is only asked for has no moment yet."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="self_audits", on_delete=fields.RESTRICT
    )
    programme_id: int
    asked_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="audits_asked", null=True, on_delete=fields.RESTRICT
    )
    asked_by_id: int | None
    """Nobody means the clock."""
    at = UtcDatetimeField(null=True)
    """The moment at which the books were looked at."""
    entries = fields.BigIntField(default=0)
    head = fields.CharField(max_length=64, default="")
    difference: Any = fields.JSONField[Any](null=True)
    """The first difference; none if the books were right."""

    class Meta:
        table = "self_audit"
        indexes = (("programme_id", "at"),)

    @property
    def found(self) -> Difference | None:
        return Difference(**self.difference) if self.difference else None


class Change(StrEnum):
    """What a verdict means for the programme's postings."""

    GOES_ON = "goes_on"
    HALTED = "halted"
    STILL_HALTED = "still_halted"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An audit as it was written down, and what it changed."""

    programme: Programme
    audit: SelfAudit
    change: Change


async def examine(programme_id: int, today: date) -> AuditReport:
    """Audit the books, and that they still hold the head which the last clean self-audit noted.

    It only reads; run it where the books stand still.
    """
    clean = (
        await SelfAudit.filter(
            programme_id=programme_id, at__not_isnull=True, difference__isnull=True
        )
        .order_by("-id")
        .first()
    )
    noted = NotedHead(clean.entries, clean.head) if clean else None
    return await audit_programme(programme_id, today, noted)


async def ask(programme_id: int, *, by: int) -> None:
    """Ask for an audit as soon as the clock looks; asking twice is asking once."""
    await lock_books(programme_id)
    if not await SelfAudit.exists(programme_id=programme_id, at__isnull=True):
        await SelfAudit.create(programme_id=programme_id, asked_by_id=by)


async def asked() -> Sequence[SelfAudit]:
    """Audits that somebody waits for, oldest first."""
    return await SelfAudit.filter(at__isnull=True).order_by("id")


async def any_asked() -> bool:
    """Whether somebody waits for an audit."""
    return await SelfAudit.exists(at__isnull=True)


async def latest(programme_id: int) -> SelfAudit | None:
    """The audit that looked at the books last; none before the first."""
    done = SelfAudit.filter(programme_id=programme_id, at__not_isnull=True)
    return await done.order_by("-at", "-id").first()


async def write_down(
    programme_id: int, report: AuditReport, *, at: datetime, audit_id: int | None = None
) -> Verdict | None:
    """Keep what an audit found at a moment in UTC, and halt postings or let them go on.

    `audit_id` names the audit that was asked for; None if another process has answered it.
    Should a later look have been written down already, that one has decided.
    """
    programme = await lock_books(programme_id)
    newer = await SelfAudit.exists(programme_id=programme_id, at__gt=at)
    audit = await _audit(programme_id, audit_id)
    if audit is None:
        return None
    audit.at, audit.entries, audit.head = at, report.entries, report.head
    audit.difference = asdict(report.difference) if report.difference else None
    await audit.save()
    change = Change.GOES_ON if newer else await _decide(programme, audit, at)
    return Verdict(programme, audit, change)


async def _audit(programme_id: int, audit_id: int | None) -> SelfAudit | None:
    if audit_id is None:
        return SelfAudit(programme_id=programme_id)
    return await SelfAudit.get_or_none(id=audit_id, at__isnull=True)


async def _decide(programme: Programme, audit: SelfAudit, at: datetime) -> Change:
    found, was_halted = audit.found, programme.halted_at is not None
    if found is None and not was_halted:
        return Change.GOES_ON
    if found is None:
        change, programme.halted_at, programme.halted_because = Change.LIFTED, None, None
    else:
        change = Change.STILL_HALTED if was_halted else Change.HALTED
        programme.halted_at = programme.halted_at or at
        programme.halted_because = f"{found.where}, {found.what}"[:300]
    await programme.save(update_fields=["halted_at", "halted_because"])
    if change is not Change.STILL_HALTED:
        await note(
            f"programme:{programme.id}",
            f"books_{change.value}",
            at=at,
            person_id=audit.asked_by_id,
            because=programme.halted_because or "",
        )
    return change

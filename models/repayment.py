"""What a leader reports as repaid: a claim, which changes no balance until staff verify it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tortoise import fields, models

from models.audit import note
from models.calendar import wita_day
from models.contact import Person
from models.errors import LoanClosed
from models.fields import EnumField, RupiahField, UtcDatetimeField
from models.group import Group
from models.loan import Loan, LoanStatus
from models.media import KeptMedia
from models.money import Rupiah
from models.programme import Programme


class Method(StrEnum):
    """How the money was handed over."""

    TRANSFER = "transfer"
    CASH = "cash"


class ReportStatus(StrEnum):
    """DOMAIN.md 3.2, LaporanSetoran."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REVERSED = "reversed"


class RepaymentReport(models.Model):
    """A claim of a group: so much, on that day, in that way, with these slips."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=20, unique=True)
    """The receipt number that people quote, such as S-2611-0007."""
    draft_id = fields.BigIntField(unique=True, null=True)
    """The draft that became this report: submitting it twice finds the first."""
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="reports", on_delete=fields.RESTRICT
    )
    group_id: int
    loan: fields.ForeignKeyRelation[Loan] = fields.ForeignKeyField(
        "models.Loan", related_name="reports", on_delete=fields.RESTRICT
    )
    loan_id: int
    reporter: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="reports", on_delete=fields.RESTRICT
    )
    reporter_id: int
    amount = RupiahField(check="> 0")
    paid_on = fields.DateField()
    method = EnumField(Method)
    status = EnumField(ReportStatus, default=ReportStatus.SUBMITTED)
    warnings = fields.CharField(max_length=200, default="")
    """Codes, separated by blanks, of what staff should look at."""
    submitted_at = UtcDatetimeField()
    decided_at = UtcDatetimeField(null=True)
    decided_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="decisions", null=True, on_delete=fields.RESTRICT
    )
    decided_by_id: int | None
    accepted_amount = RupiahField(check="> 0", null=True)
    reason = fields.CharField(max_length=300, default="")
    slips: fields.ReverseRelation["ReportSlip"]

    class Meta:
        table = "repayment_report"
        indexes = (("group_id", "status"), ("status", "submitted_at"))


class ReportSlip(models.Model):
    """A slip belonging to a report."""

    id = fields.BigIntField(primary_key=True)
    report: fields.ForeignKeyRelation[RepaymentReport] = fields.ForeignKeyField(
        "models.RepaymentReport", related_name="slips", on_delete=fields.RESTRICT
    )
    report_id: int
    media: fields.ForeignKeyRelation[KeptMedia] = fields.ForeignKeyField(
        "models.KeptMedia", related_name="slips", on_delete=fields.RESTRICT
    )
    media_id: int

    class Meta:
        table = "report_slip"
        unique_together = (("report_id", "media_id"),)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a group says that it has repaid; `slips` are kept media, `warnings` are codes."""

    group_id: int
    loan_id: int
    reporter_id: int
    amount: Rupiah
    paid_on: date
    method: Method
    slips: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


async def submit_report(claim: Claim, *, draft_id: int, at: datetime) -> RepaymentReport:
    """Write a claim down, once for each draft; raises LoanClosed if the loan is not running."""
    known = await RepaymentReport.get_or_none(draft_id=draft_id)
    if known is not None:
        return known
    loan = await Loan.get(id=claim.loan_id, group_id=claim.group_id)
    if loan.status is not LoanStatus.ACTIVE:
        raise LoanClosed(number=loan.number)
    report = await RepaymentReport.create(
        number=await _next_number(at),
        draft_id=draft_id,
        group_id=claim.group_id,
        loan_id=claim.loan_id,
        reporter_id=claim.reporter_id,
        amount=claim.amount,
        paid_on=claim.paid_on,
        method=claim.method,
        warnings=" ".join(claim.warnings),
        submitted_at=at,
    )
    for media_id in dict.fromkeys(claim.slips):
        await ReportSlip.create(report_id=report.id, media_id=media_id)
    await note(
        f"report:{report.id}",
        "submitted",
        at=at,
        person_id=claim.reporter_id,
        number=report.number,
        amount=int(claim.amount),
        paid_on=claim.paid_on.isoformat(),
    )
    return report


async def report_waiting_for_slip(reporter_id: int) -> RepaymentReport | None:
    """The person's only undecided report without a slip; none if there is none, or a choice."""
    waiting = RepaymentReport.filter(
        reporter_id=reporter_id, status=ReportStatus.SUBMITTED, slips__id__isnull=True
    )
    found = await waiting.order_by("id").limit(2)
    return found[0] if len(found) == 1 else None


async def add_slips(report: RepaymentReport, slips: Collection[int], *, at: datetime) -> None:
    """Slips that came after their report; staff see when."""
    for media_id in dict.fromkeys(slips):
        await ReportSlip.create(report_id=report.id, media_id=media_id)
    await note(
        f"report:{report.id}", "slip_added", at=at, person_id=report.reporter_id, count=len(slips)
    )


async def _next_number(at: datetime) -> str:
    """The next number of the WITA month, without gaps: reports are never deleted.

    The first programme's row is the lock of the register, so that two reports at the same moment
    take their numbers one after the other; the unique key would refuse anything else.
    """
    await Programme.all().order_by("id").limit(1).select_for_update()
    prefix = f"S-{wita_day(at):%y%m}-"
    last = await RepaymentReport.filter(number__startswith=prefix).order_by("-id").first()
    taken = int(last.number.removeprefix(prefix)) if last is not None else 0
    return f"{prefix}{taken + 1:04d}"

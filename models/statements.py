"""Bank statements in the database: lines are kept once, and matched with what was reported.

Matching is done anew from all that is there whenever something new comes, so that the pairs do not
depend on the order in which statements and reports arrive. What a person has settled stays.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tortoise.expressions import Q

from models.allocation import Component
from models.group import Group, Officer
from models.ledger_tables import Allocation
from models.loan import Loan
from models.matching import Credited, Matches, Payer, Reported, match
from models.money import ZERO, Rupiah
from models.payment_code import codes_of
from models.programme import Programme
from models.repayment import Method, RepaymentReport, ReportStatus
from models.statement_tables import BankLine, StatementImport

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime

    from models.bank_cells import Period
    from models.bank_statement import BankStatement

_LIVING: Final = (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)
_AT_ONCE: Final = 500
"""Rows of one statement: both databases bound how many values a statement holds."""


@dataclass(frozen=True, slots=True)
class Source:
    """Which file a statement is, for which programme, and who imports it when (UTC)."""

    programme_id: int
    media_id: int
    signature: str
    person_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """An import, and how many of its lines were new."""

    statement: StatementImport
    new: int


async def keep_statement(statement: BankStatement, source: Source) -> Kept:
    """Write down what was not known; the same file or an overlapping one adds nothing twice.

    `statement` must have a period.
    """
    assert statement.period is not None
    known = await _known(source.programme_id, [line.fingerprint for line in statement.lines])
    new = [line for line in statement.lines if line.fingerprint not in known]
    row = await StatementImport.get_or_none(
        programme_id=source.programme_id, media_id=source.media_id
    ) or await _begun(statement, statement.period, source, len(new))
    await BankLine.bulk_create(
        [
            BankLine(
                programme_id=source.programme_id,
                booked_on=line.booked_on,
                amount=line.amount,
                description=line.description,
                reference=line.reference,
                balance=line.balance,
                fingerprint=line.fingerprint,
                first_import_id=row.id,
            )
            for line in new
        ],
        batch_size=_AT_ONCE,
    )
    return Kept(row, len(new))


async def _begun(
    statement: BankStatement, period: Period, source: Source, new: int
) -> StatementImport:
    return await StatementImport.create(
        programme_id=source.programme_id,
        media_id=source.media_id,
        signature=source.signature,
        imported_by_id=source.person_id,
        imported_at=source.at,
        first_on=period.first,
        last_on=period.last,
        rows=statement.rows,
        credits=len(statement.lines),
        new=new,
        broken=len(statement.broken),
    )


async def _known(programme_id: int, fingerprints: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(fingerprints), _AT_ONCE):
        rows = BankLine.filter(
            programme_id=programme_id, fingerprint__in=fingerprints[start : start + _AT_ONCE]
        )
        found.update(map(str, await rows.values_list("fingerprint", flat=True)))
    return found


async def payers(programme_id: int) -> dict[int, Payer]:
    """By what a bank's words, and payment codes, name the groups that borrow from a programme."""
    codes = await codes_of(programme_id)
    loans = await Loan.filter(programme_id=programme_id).values_list("group_id", flat=True)
    borrowing = {int(str(group_id)) for group_id in loans}
    officers: dict[int, list[str]] = defaultdict(list)
    serving = Officer.filter(group_id__in=borrowing, until__isnull=True).order_by("id")
    for one in await serving.select_related("person"):
        officers[one.group_id].append(one.person.name)
    return {
        group.id: Payer(group.name, tuple(officers[group.id]), codes.get(group.id))
        for group in await Group.filter(id__in=borrowing)
    }


async def rematch(programme_id: int, *, amount: int | None = None) -> Matches:
    """Pair all that nobody has settled, write the pairs down, and say what is unclear.

    With `amount` (rupiah) only reports and lines of that amount: no other pair can change.
    """
    lines = BankLine.filter(programme_id=programme_id)
    if amount is not None:
        lines = lines.filter(amount=amount)
    held = await lines.select_related("report")
    free = [line for line in held if not line.settled or _is_void(line)]
    if not free:
        return Matches()
    await Programme.filter(id=programme_id).select_for_update().first()
    fixed = {line.report_id for line in held if line.settled and not _is_void(line)}
    found = match(
        await _claims(programme_id, amount, fixed),
        [Credited(line.id, int(line.amount), line.booked_on, line.text) for line in free],
        await payers(programme_id),
    )
    await _write(free, {line: report for report, line in found.sure.items()})
    return found


async def match_report(report: RepaymentReport) -> None:
    """Look for a new report among the money that has come in already."""
    if report.method is Method.TRANSFER:
        loan = await Loan.get(id=report.loan_id)
        await rematch(loan.programme_id, amount=int(report.amount))


async def _claims(
    programme_id: int, amount: int | None, fixed: Collection[int | None]
) -> list[Reported]:
    reports = RepaymentReport.filter(
        loan__programme_id=programme_id, method=Method.TRANSFER, status__in=_LIVING
    )
    if amount is not None:
        reports = reports.filter(Q(amount=amount) | Q(accepted_amount=amount))
    claims = [_claim(report) for report in await reports if report.id not in fixed]
    return [claim for claim in claims if amount in (None, claim.amount)]


def _claim(report: RepaymentReport) -> Reported:
    """What came in by it as far as we know: what staff accepted, else what was reported."""
    amount = int(report.accepted_amount or report.amount)
    return Reported(report.id, report.group_id, amount, report.paid_on, report.number)


def _is_void(line: BankLine) -> bool:
    """Settled for a report that was rejected or reversed since."""
    return line.report is not None and line.report.status not in _LIVING


async def _write(free: Collection[BankLine], pairs: Mapping[int, int]) -> None:
    """Only what changes; freed lines first, because a report stands on one line alone."""
    changed = [line for line in free if line.report_id != pairs.get(line.id)]
    freed = [line.id for line in changed if line.report_id is not None]
    if freed:
        await BankLine.filter(id__in=freed).update(report_id=None, settled=False)
    for line in changed:
        if line.id in pairs:
            await BankLine.filter(id=line.id).update(report_id=pairs[line.id])


# What is to be seen -------------------------------------------------------------------------------


async def matched_waiting(programme_id: int) -> list[BankLine]:
    """Lines whose report waits for a verdict, the oldest first, with report and group."""
    return (
        await BankLine.filter(
            programme_id=programme_id,
            report__status=ReportStatus.SUBMITTED,
            report__handling__posts_at__isnull=True,
        )
        .order_by("booked_on", "id")
        .select_related("report__group")
    )


async def unreported(programme_id: int, unclear: Collection[int]) -> list[BankLine]:
    """Credits that nobody reported and nobody has set aside, the oldest first."""
    lines = BankLine.filter(programme_id=programme_id, report_id__isnull=True, settled=False)
    return [line for line in await lines.order_by("booked_on", "id") if line.id not in unclear]


async def without_credit(programme_id: int, doubtful: Collection[int]) -> list[RepaymentReport]:
    """Undecided reports of transfers whose day a statement covers, without money on it."""
    waiting = (
        await RepaymentReport.filter(
            loan__programme_id=programme_id,
            method=Method.TRANSFER,
            status=ReportStatus.SUBMITTED,
            bank_line__id__isnull=True,
            handling__posts_at__isnull=True,
        )
        .order_by("paid_on", "id")
        .select_related("group")
    )
    covered = await StatementImport.filter(programme_id=programme_id).values_list(
        "first_on", "last_on"
    )
    return [
        report
        for report in waiting
        if report.id not in doubtful and _covers(covered, report.paid_on)
    ]


def _covers(periods: Collection[tuple[date, date]], day: date) -> bool:
    return any(first <= day <= last for first, last in periods)


async def is_covered(programme_id: int, day: date) -> bool:
    """Whether a statement of the programme covers the day."""
    return await StatementImport.filter(
        programme_id=programme_id, first_on__lte=day, last_on__gte=day
    ).exists()


async def accepted_unseen(programme_id: int) -> Rupiah:
    """Principal, in rupiah, of accepted transfers that no line of a statement bears out."""
    accepted = await RepaymentReport.filter(
        loan__programme_id=programme_id, method=Method.TRANSFER, status=ReportStatus.ACCEPTED
    ).values_list("id", "accepted_amount", "bank_line__amount")
    unseen = [f"repayment_report:{report}" for report, told, seen in accepted if told != seen]
    total = ZERO
    for start in range(0, len(unseen), _AT_ONCE):
        shares = Allocation.filter(
            entry__reference__in=unseen[start : start + _AT_ONCE], component=Component.PRINCIPAL
        )
        total += sum((Rupiah(share.amount) for share in await shares), ZERO)
    return total

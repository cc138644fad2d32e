"""The card of a repayment report: everything that a verifier needs, on one screen."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.messages import Choice, Fact, Reply, Words, words
from handlers.staff.answers import reason_in_words
from handlers.staff.bank_sign import with_bank_sign
from handlers.staff.report_changes import changes_of
from models.arrears import LoanStanding
from models.group import Group
from models.loan import Instalment
from models.money import Rupiah
from models.payment_code import asked_beside_credit, code_of_loan, three_digits
from models.repayment import RepaymentReport, ReportSlip, ReportStatus
from models.standings import loan_standing
from models.till import ReportHandling, handling_of


class Caution(StrEnum):
    """What staff should look at: the codes of `RepaymentReport.warnings`."""

    SLIP_SEEN_HERE = "slip_seen_here"
    SLIP_SEEN_ELSEWHERE = "slip_seen_elsewhere"
    ODD_AMOUNT = "odd_amount"
    ABOVE_OUTSTANDING = "above_outstanding"
    BELOW_SMALLEST = "below_smallest"
    BEFORE_DISBURSEMENT = "before_disbursement"
    LONG_AGO = "long_ago"
    SAME_REPORT = "same_report"
    NO_SLIP = "no_slip"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A report with all that its card tells."""

    report: RepaymentReport
    group: Group
    standing: LoanStanding
    slips: tuple[int, ...]
    changes: tuple[Words, ...]
    """What was changed since it was reported, a line each."""


def subject(report_id: int) -> str:
    """The name by which all cards of a report change together."""
    return f"report:{report_id}"


async def card(report_id: int) -> Reply:
    """The card as it is to be shown now; raises DoesNotExist for a report that is not there."""
    report = await RepaymentReport.get(id=report_id).select_related(
        "group", "reporter", "decided_by"
    )
    slips = await ReportSlip.filter(report_id=report.id).order_by("id")
    shown = _Shown(
        report=report,
        group=report.group,
        standing=await loan_standing(report.loan_id, report.paid_on),
        slips=tuple(slip.media_id for slip in slips),
        changes=await changes_of(report.id),
    )
    if report.status is not ReportStatus.SUBMITTED:
        return _decided(shown)
    handling = await handling_of(report.id)
    if handling is not None and handling.verdict is not None:
        return _ruled(shown, handling)
    return await _waiting(shown, handling)


async def _waiting(shown: _Shown, handling: ReportHandling | None) -> Reply:
    """Nobody has decided; somebody may have the report in hand."""
    facts: dict[str, Fact] = {
        "about": _about(shown),
        "expected": await _expected(shown.standing),
        "outstanding": shown.standing.outstanding,
        "cautions": await with_bank_sign(shown.report, _cautions(shown)),
    }
    key, last = "verification.card", "verification.claim"
    if handling is not None:
        key, last = "till.card", "till.release"
        facts |= {"by": handling.person.name, "since": handling.since}
    choices = [
        _choice(shown, verb, f"verification.{verb}") for verb in ("accept", "other", "reject")
    ]
    choices.append(_choice(shown, last.partition(".")[2], last))
    return Reply(key, facts, tuple(choices), pictures=shown.slips)


def _ruled(shown: _Shown, handling: ReportHandling) -> Reply:
    """A verdict that can still be taken back by whoever gave it."""
    facts: dict[str, Fact] = {
        "about": _about(shown),
        "by": handling.person.name,
        "at": handling.posts_at or handling.since,
    }
    key = f"till.{handling.status}"
    if handling.reason:
        facts["reason"] = reason_in_words(handling.reason)
    if handling.amount is not None and handling.amount != shown.report.amount:
        key = "till.accepted_other"
        facts["accepted"] = Rupiah(handling.amount)
    undo = _choice(shown, "undo", "till.undo")
    return Reply(key, facts, (undo,), pictures=shown.slips)


def _choice(shown: _Shown, verb: str, label: str) -> Choice:
    return Choice(f"card:report:{shown.report.id}:{verb}", words(label))


def _decided(shown: _Shown) -> Reply:
    report = shown.report
    facts: dict[str, Fact] = {
        "about": _about(shown),
        "by": report.decided_by.name if report.decided_by else "",
        "at": report.decided_at or report.submitted_at,
        "outstanding": shown.standing.outstanding,
    }
    key = f"verification.{report.status.value}"
    if report.accepted_amount is not None:
        facts["accepted"] = Rupiah(report.accepted_amount)
    if report.reason:
        facts["reason"] = reason_in_words(report.reason)
    if report.status is ReportStatus.ACCEPTED and report.accepted_amount != report.amount:
        key = "verification.accepted_other"
    return Reply(key, facts, pictures=shown.slips)


def _about(shown: _Shown) -> tuple[Words, ...]:
    report, group = shown.report, shown.group
    claim = words(
        "verification.about",
        number=report.number,
        group=group.name,
        village=group.village,
        district=group.district,
        reporter=report.reporter.name,
        amount=Rupiah(report.amount),
        paid_on=report.paid_on,
        method=words(f"verification.method.{report.method.value}"),
    )
    return (claim, *shown.changes)


async def _expected(standing: LoanStanding) -> Words:
    """The oldest instalment that is not fully paid: what the schedule waits for."""
    open_dues = [due for due in standing.dues if due.left > 0]
    if not open_dues:
        return words("verification.expected.nothing")
    due = min(open_dues, key=lambda one: one.due_on)
    instalment = await Instalment.get(id=due.instalment)
    facts: dict[str, Fact] = {
        "instalment": instalment.number,
        "due_on": due.due_on,
        "left": due.left,
    }
    code = await code_of_loan(standing.loan_id)
    asked = asked_beside_credit(due.left, standing.credit, code)
    if code is None or not asked:
        return Words("verification.expected.instalment", facts)
    facts |= {"asked": asked, "code": three_digits(code)}
    return Words("verification.expected.with_code", facts)


def _cautions(shown: _Shown) -> Fact:
    """Each caution in words; a slip that came later takes its caution away again."""
    codes = {code for code in shown.report.warnings.split() if code in set(Caution)}
    codes.discard(Caution.NO_SLIP)
    if not shown.slips:
        codes.add(Caution.NO_SLIP)
    if not codes:
        return words("verification.caution.none")
    return tuple(
        words(f"verification.caution.{caution}") for caution in Caution if caution in codes
    )

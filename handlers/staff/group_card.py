"""`/kelompok`: everything about one group, and what can be done about it by a tap."""

from collections.abc import Collection

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.staff.purposes import OFFERED
from handlers.three_numbers import three_numbers
from handlers.turn import Turn
from models.arrears import LoanStanding, collectibility
from models.group import Group, Officer
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.payment_code import code_of_loan, three_digits
from models.repayment import RepaymentReport
from models.standings import standings
from models.tallies import Tallies, tallies_of
from models.write_off import given_up_by

_LATEST = 3


async def show(turn: Turn, group_id: int, _: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Officers, loans with standing and class, credit, and the latest reports."""
    group = await Group.get_or_none(id=group_id)
    if group is None:
        return say("form.stale")
    loans = await Loan.filter(group_id=group_id).order_by("-id")
    where = await standings([loan.id for loan in loans], turn.today)
    tallies = await tallies_of([loan.id for loan in loans])
    loan_lines: list[Words] = []
    for loan in loans:
        loan_lines += _loan(loan, where[loan.id], tallies[loan.id])
        if loan.status is LoanStatus.ACTIVE and (code := await code_of_loan(loan.id)) is not None:
            loan_lines.append(words("group_card.code", code=three_digits(code)))
    credit = where[loans[0].id].credit if loans else None
    facts: dict[str, Fact] = {
        "group": group.name,
        "code": group.code,
        "village": group.village,
        "district": group.district,
        "business": group.business,
        "members": group.member_count,
        "officers": await _officers(group_id),
        "loans": tuple(loan_lines) or words("group_card.no_loan_yet"),
        "reports": await _reports(group_id),
        "today": turn.today,
    }
    if credit:
        facts["loans"] = (*loan_lines, words("group_card.credit", credit=credit))
    possible = {"riwayat"}
    if any(loan.status is LoanStatus.ACTIVE for loan in loans):
        possible |= {"catat", "jadwalulang", "hapusbuku"}
    if credit:
        possible.add("titipan")
    if any([await given_up_by(loan) for loan in loans]):
        possible.add("pulihkan")
    return Reply("group_card.shown", facts, _buttons(turn, group_id, possible))


async def _officers(group_id: int) -> Fact:
    officers = (
        await Officer.filter(group_id=group_id, until__isnull=True)
        .order_by("id")
        .select_related("person")
    )
    lines = tuple(
        words(
            "group_card.officer",
            office=words(f"group_card.office.{officer.office.value}"),
            name=officer.person.name,
            phone=officer.person.phone or words("group_card.no_phone"),
        )
        for officer in officers
    )
    return lines or words("group_card.no_officers")


def _loan(loan: Loan, standing: LoanStanding, tallies: Tallies) -> list[Words]:
    if loan.status is not LoanStatus.ACTIVE:
        return [
            words(
                "group_card.past_loan",
                number=loan.number,
                status=words(f"group_card.status.{loan.status.value}"),
            )
        ]
    lines = [
        words(
            "group_card.loan",
            number=loan.number,
            outstanding=standing.outstanding,
            percent=standing.percent_repaid,
            grade=collectibility(standing.dues, standing.as_of).name,
        )
    ]
    late = standing.arrears
    if late.total:
        lines.append(words("group_card.late", arrears=late.total, days=late.days))
    if standing.next_due is not None:
        due = standing.next_due
        lines.append(words("group_card.next", due_on=due.due_on, left=due.total))
    return [*lines, *three_numbers(tallies)]


async def _reports(group_id: int) -> Fact:
    latest = await RepaymentReport.filter(group_id=group_id).order_by("-id").limit(_LATEST)
    lines = tuple(
        words(
            "group_card.report",
            number=report.number,
            amount=_amount(report),
            paid_on=report.paid_on,
            status=words(f"report_status.{report.status.value}"),
        )
        for report in latest
    )
    return lines or words("group_card.no_reports")


def _amount(report: RepaymentReport) -> Fact:
    return Rupiah(report.accepted_amount or report.amount)


def _buttons(turn: Turn, group_id: int, possible: Collection[str]) -> tuple[Choice, ...]:
    """What this person may do about the group now."""
    held = turn.situation.roles
    return tuple(
        Choice(f"card:group:{group_id}:{verb}", words(f"group_card.do.{verb}"))
        for verb, roles in OFFERED.items()
        if verb in possible and roles & held
    )

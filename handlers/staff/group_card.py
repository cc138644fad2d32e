"""`/kelompok`: everything about one group, and what can be done about it by a tap."""

from collections.abc import Collection, Mapping, Sequence

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.staff.group_story import business_lines, timeline
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
    """Officers, loans with standing and class, credit, news of the business, a timeline."""
    group = await Group.get_or_none(id=group_id)
    if group is None:
        return say("form.stale")
    loans = await Loan.filter(group_id=group_id).order_by("-id")
    where = await standings([loan.id for loan in loans], turn.today)
    lines = [*await _loans(loans, where), *await business_lines(group_id)]
    facts: dict[str, Fact] = {
        "group": group.name,
        "code": group.code,
        "village": group.village,
        "district": group.district,
        "business": group.business,
        "members": group.member_count,
        "officers": await _officers(group_id),
        "loans": tuple(lines) if loans else (words("group_card.no_loan_yet"), *lines),
        "reports": await _reports(group_id),
        "today": turn.today,
    }
    running = next((where[loan.id] for loan in loans if loan.status is LoanStatus.ACTIVE), None)
    buttons = _buttons(turn, group_id, await _possible(loans, where))
    story = await timeline(group, [loan.id for loan in loans], running)
    return Reply("group_card.shown", facts, buttons, drawings=story)


async def _loans(loans: Sequence[Loan], where: Mapping[int, LoanStanding]) -> list[Words]:
    tallies = await tallies_of([loan.id for loan in loans])
    lines: list[Words] = []
    for loan in loans:
        lines += _loan(loan, where[loan.id], tallies[loan.id])
        if loan.status is LoanStatus.ACTIVE and (code := await code_of_loan(loan.id)) is not None:
            lines.append(words("group_card.code", code=three_digits(code)))
    if loans and (credit := where[loans[0].id].credit):
        lines.append(words("group_card.credit", credit=credit))
    return lines


async def _possible(loans: Sequence[Loan], where: Mapping[int, LoanStanding]) -> set[str]:
    """What can be done about a group with these loans, by whoever may."""
    possible = {"riwayat", *(["jadwal"] if loans else [])}
    if any(loan.status is LoanStatus.ACTIVE for loan in loans):
        possible |= {"catat", "jadwalulang", "hapusbuku"}
    if loans and where[loans[0].id].credit:
        possible.add("titipan")
    if any([await given_up_by(loan) for loan in loans]):
        possible.add("pulihkan")
    return possible


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

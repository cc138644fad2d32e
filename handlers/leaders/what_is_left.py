"""What is left to repay, when the next instalment is due, and what became of the reports."""

from handlers.commands import Topic
from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.situation import GroupFacts, LoanFacts
from handlers.three_numbers import three_numbers
from handlers.turn import Turn
from models.payment_code import three_digits
from models.repayment import ReportStatus
from models.tallies import Tallies, tallies_of

_LATEST_SHOWN = 3
_CORRECTABLE = (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)


async def _tell(turn: Turn, _: InboundMessage) -> tuple[Reply, ...]:
    situation = turn.situation
    human = Choice("go:human", words("menu.human"))
    if not situation.groups:
        return (say("what_is_left.no_group", human),)
    loans = [group.loan for group in situation.borrowing if group.loan is not None]
    tallies = await tallies_of([loan.id for loan in loans])
    told = [
        _standing(group, group.loan, tallies[group.loan.id], turn)
        if group.loan is not None
        else say("what_is_left.no_loan", group=group.name)
        for group in situation.groups
    ]
    offered = [human]
    if any(report.status in _CORRECTABLE for group in situation.groups for report in group.reports):
        offered.insert(0, Choice("go:correct_report", words("menu.correct_report")))
    if loans:
        offered.insert(0, Choice("go:repayment_report", words("menu.repayment_report")))
    return (*told[:-1], _with_choices(told[-1], offered))


def _standing(group: GroupFacts, loan: LoanFacts, tallies: Tallies, turn: Turn) -> Reply:
    return say(
        "what_is_left.standing",
        group=group.name,
        outstanding=loan.outstanding,
        percent=loan.percent_repaid,
        schedule=_schedule(loan, turn),
        reports=_reports(group, tallies),
        today=turn.today,
    )


def _schedule(loan: LoanFacts, turn: Turn) -> Fact:
    """What comes next; what was due is told as not recorded yet, which is all that we know."""
    lines: list[Words] = []
    if loan.arrears > 0:
        lines.append(words("what_is_left.not_recorded", arrears=loan.arrears))
    if loan.next is None:
        lines.append(words("what_is_left.all_paid"))
    elif loan.next.due_on >= turn.today:
        lines.append(
            words(
                "what_is_left.next",
                number=loan.next.number,
                due_on=loan.next.due_on,
                left=loan.next.left,
            )
        )
    else:
        lines.append(
            words(
                "what_is_left.oldest",
                number=loan.next.number,
                due_on=loan.next.due_on,
                left=loan.next.left,
            )
        )
    if loan.asked and loan.code is not None:
        code = three_digits(loan.code)
        lines.append(words("what_is_left.exact", asked=loan.asked, code=code))
    if loan.credit > 0:
        lines.append(words("what_is_left.credit", credit=loan.credit))
    return tuple(lines)


def _reports(group: GroupFacts, tallies: Tallies) -> Fact:
    """Reported, verified and rejected, apart from one another, and the latest ones by number."""
    if not tallies.reported.count:
        return words("what_is_left.no_reports")
    latest = [
        words(
            "what_is_left.report",
            number=report.number,
            amount=report.amount,
            paid_on=report.paid_on,
            status=words(f"report_status.{report.status.value}"),
        )
        for report in reversed(group.reports[-_LATEST_SHOWN:])
    ]
    waiting = tallies.waiting
    return (
        *three_numbers(tallies),
        *(
            (words("what_is_left.waiting", count=waiting.count, total=waiting.total),)
            if waiting.count
            else ()
        ),
        *((words("what_is_left.latest", reports=tuple(latest)),) if latest else ()),
    )


def _with_choices(reply: Reply, offered: list[Choice]) -> Reply:
    return Reply(reply.key, reply.facts, tuple(offered), reply.pictures)


TOPIC = Topic(
    "what_is_left",
    frozenset({"ask_balance", "ask_schedule", "ask_report_status"}),
    ("sisa", "jadwal"),
    run=_tell,
)

"""`/koreksi`: a verified repayment taken back or corrected, by its report number, by four eyes."""

from typing_extensions import override

from handlers.answers import PastDay
from handlers.forms import Answers, Form, given, question
from handlers.hearing import Hearing, Option
from handlers.messages import Choice, Fact, InboundMessage, Json, Kind, Reply, say, words
from handlers.report_number import ReportNumber, report_number, without_number
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.answers import OwnReason
from handlers.staff.correcting import givens
from handlers.staff.decisions import propose
from handlers.staff.plan_answers import Money
from handlers.staff.purposes import CORRECTORS
from handlers.turn import Turn
from handlers.what_changes import is_said_in
from models.calendar import wita_day
from models.decision import DecisionKind
from models.group import Group
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.report_correction import recorded_amount

_OFFERED_MOST = 5


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """`/koreksi S-1907-0003 salah kelompok`: the report, and perhaps what is wrong already."""
    number = report_number(message.text)
    if number is not None:
        return await _start(turn, number, message.with_text(without_number(message.text)))
    latest = RepaymentReport.filter(status=ReportStatus.ACCEPTED).order_by("-decided_at", "-id")
    numbers = [report.number for report in await latest.limit(_OFFERED_MOST)]
    heard = message if message.text.strip() else None
    turn.start("find_report", latest=" ".join(numbers))
    return say("find_report.number.not_a_number") if heard else ()


async def _start(turn: Turn, number: str, heard: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Another amount or day is a correction, any other reason takes the repayment back."""
    report = await RepaymentReport.get_or_none(number=number)
    if report is None:
        return say("find_report.unknown", number=number)
    if report.status is not ReportStatus.ACCEPTED:
        return say(f"find_report.is_{report.status.value}", number=number)
    hearing = Hearing(heard, turn.situation, wita_day(heard.sent_at))
    if is_said_in(hearing, (Money(), PastDay())):
        turn.start("correct_accepted", heard=heard, **await givens(report))
        return ()
    if len(hearing.text) >= OwnReason().at_least:
        return await _reverse(turn, report, hearing.text)
    group = await Group.get(id=report.group_id)
    return say(
        "find_report.what_to_do",
        *(
            Choice(f"card:repaid:{report.id}:{verb}", words(f"find_report.{verb}"))
            for verb in ("correct", "reverse")
        ),
        number=number,
        group=group.name,
        amount=recorded_amount(report),
        paid_on=report.paid_on,
    )


async def press(turn: Turn, report_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """What is to be done about a verified report."""
    await require(turn, CORRECTORS)
    report = await RepaymentReport.get_or_none(id=report_id)
    if report is None or verb not in {"correct", "reverse"}:
        return say("form.stale")
    if report.status is not ReportStatus.ACCEPTED:
        return say(f"find_report.is_{report.status.value}", number=report.number)
    if verb == "reverse":
        return await _reverse(turn, report, "")
    turn.start("correct_accepted", **await givens(report))
    return ()


async def _reverse(turn: Turn, report: RepaymentReport, said: str) -> tuple[Reply, ...]:
    group = await Group.get(id=report.group_id)
    reason: dict[str, Json] = {"reason": said[:200]} if said else {}
    turn.start(
        "reverse_report",
        report=report.id,
        number=report.number,
        group=group.name,
        amount=int(recorded_amount(report)),
        paid_on=report.paid_on.isoformat(),
        **reason,
    )
    return ()


def _latest(answers: Answers, _: Situation) -> tuple[Option[str], ...]:
    numbers = str(answers.get("latest", "")).split()
    return tuple(Option(number, words("form.value", value=number)) for number in numbers)


class FindReportForm(Form, name="find_report"):
    """Which report is meant."""

    confirms = False
    latest: str = given(str)
    number: str = question(ReportNumber(), suggest=_latest)

    @override
    async def submit(self, turn: Turn) -> Reply | tuple[Reply, ...]:
        await require(turn, CORRECTORS)
        return await _start(turn, self.number, InboundMessage(Kind.TEXT, turn.now))


class ReverseReportForm(Form, name="reverse_report"):
    """The repayment of this report is taken back, for that reason."""

    report: int = given(int)
    number: str = given(str)
    group: str = given(str)
    amount: int = given(int)
    paid_on: str = given(str)
    reason: str = question(OwnReason())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {
            "number": answers["number"],
            "group": answers["group"],
            "amount": Rupiah(answers["amount"]),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, CORRECTORS)
        report = await RepaymentReport.get(id=self.report)
        if report.status is not ReportStatus.ACCEPTED:
            return say(f"find_report.is_{report.status.value}", number=report.number)
        return await propose(
            turn,
            DecisionKind.REVERSAL,
            f"report:{report.id}",
            order={
                "report": report.id,
                "loan": report.loan_id,
                "group": report.group_id,
                "reason": self.reason,
            },
            told={
                "number": report.number,
                "group": self.group,
                "amount": Rupiah(self.amount),
                "paid_on": report.paid_on,
                "reason": self.reason,
            },
            amount=Rupiah(self.amount),
        )

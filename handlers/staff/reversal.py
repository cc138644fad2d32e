"""`/koreksi`: a verified repayment taken back by its report number, by four eyes."""

import re
from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, InboundMessage, Json, Reply, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.answers import OwnReason
from handlers.staff.decisions import propose
from handlers.staff.purposes import CORRECTORS
from handlers.turn import Turn
from models.decision import DecisionKind
from models.group import Group
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus

_NUMBER = re.compile(r"(?:s[\s-]?)?(\d{4})[\s-]?(\d{4})\b", re.IGNORECASE)
_OFFERED_MOST = 5


@dataclass(frozen=True)
class ReportNumber:
    """The number of a report as on its card: S-1907-0003, also "1907-3" or "s 1907 0003"."""

    field: ClassVar[str] = "number"

    def read(self, hearing: Hearing) -> str:
        number = report_number(hearing.text)
        if number is None:
            raise Rejected("not_a_number")
        return number

    def overhear(self, hearing: Hearing) -> str | None:
        return report_number(hearing.text)

    def options(self, situation: Situation) -> tuple[Option[str], ...]:
        return ()

    def dump(self, value: str) -> Json:
        return value

    def load(self, stored: Json) -> str:
        if not isinstance(stored, str):
            raise TypeError(stored)
        return stored

    def fact(self, value: str) -> Fact:
        return value


def report_number(text: str) -> str | None:
    """The number of a report that a text begins with; none if it does not."""
    found = _NUMBER.match(text.strip())
    return f"S-{found[1]}-{found[2]}" if found else None


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """`/koreksi S-1907-0003 salah kelompok`: the report, and perhaps the reason already."""
    number = report_number(message.text)
    if number is not None:
        said = _NUMBER.sub("", message.text.strip(), count=1).strip(" ,:")
        return await _start(turn, number, said)
    latest = RepaymentReport.filter(status=ReportStatus.ACCEPTED).order_by("-decided_at", "-id")
    numbers = [report.number for report in await latest.limit(_OFFERED_MOST)]
    heard = message if message.text.strip() else None
    turn.start("find_report", latest=" ".join(numbers))
    return say("find_report.number.not_a_number") if heard else ()


async def _start(turn: Turn, number: str, said: str) -> Reply | tuple[Reply, ...]:
    report = await RepaymentReport.get_or_none(number=number)
    if report is None:
        return say("find_report.unknown", number=number)
    if report.status is not ReportStatus.ACCEPTED:
        return say(f"find_report.is_{report.status.value}", number=number)
    group = await Group.get(id=report.group_id)
    reason: dict[str, Json] = {"reason": said[:200]} if len(said) >= OwnReason().at_least else {}
    turn.start(
        "reverse_report",
        report=report.id,
        number=report.number,
        group=group.name,
        amount=int(report.accepted_amount or report.amount),
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
        return await _start(turn, self.number, "")


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

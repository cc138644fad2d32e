"""A group leader reports money repaid to the fund: a claim, which staff then verify."""

from datetime import date

from typing_extensions import override

from handlers.answers import Amount, MyBorrowingGroup, OneOf, PastDay, Photos
from handlers.commands import Topic
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.hearing import Option
from handlers.leaders import menu
from handlers.leaders.repayment_doubts import doubts, speaking_of
from handlers.messages import Fact, InboundMessage, Reply, say, words
from handlers.situation import GroupFacts, LoanFacts, Situation
from handlers.staff import verification
from handlers.turn import Turn
from models.money import ZERO, Rupiah
from models.repayment import Claim, Method, submit_report
from models.resending import note_sent_again, sent_again_as
from models.statements import match_report

WORKING_DAYS_TO_VERIFY = 2
"""Staff are nudged when a report has waited longer (PRODUCT.md 6)."""


def _speaks_for_several(_: Answers, situation: Situation) -> bool:
    return len(situation.borrowing) > 1


def _next_instalment(answers: Answers, situation: Situation) -> tuple[Option[Rupiah], ...]:
    """What is asked for the next instalment, to be taken with one tap."""
    group = speaking_of(answers, situation)
    asked = group.loan.asked if group and group.loan else ZERO
    if asked < Amount().at_least:
        return ()
    return (Option(asked, words("form.value", value=asked)),)


class RepaymentReportForm(Form, name="repayment_report"):
    """So much, on that day, in that way, with this slip."""

    resends: int | None = given(int)
    """The report that was not accepted and that this one replaces."""
    group: int | None = question(MyBorrowingGroup(), when=_speaks_for_several)
    amount: Rupiah = question(Amount(), suggest=_next_instalment)
    paid_on: date = question(PastDay())
    method: Method = question(OneOf(Method, "repayment_report.method"))
    slips: tuple[int, ...] = question(Photos())

    @classmethod
    @override
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        return doubts(answers, situation)

    @classmethod
    @override
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        group = speaking_of(answers, situation)
        return {"group": group.name if group else ""}

    @override
    async def submit(self, turn: Turn) -> Reply:
        group = speaking_of(self._answers(), turn.situation)
        if group is None or group.loan is None:
            return no_loan(turn.situation)
        if self.resends is not None and (again := await sent_again_as(self.resends)) is not None:
            return say("sending_again.sent_before", again=again)
        report = await submit_report(
            self._claim(turn, group, group.loan),
            draft_id=turn.draft_id or turn.inbox_id,
            at=turn.now,
        )
        if self.resends is not None:
            await note_sent_again(self.resends, report, at=turn.now)
        await match_report(report)
        subject = f"report:{report.id}"
        card = await verification.card(report.id)
        turn.tell_staff(card, key=f"{subject}:card", subject=subject)
        return say(
            "repayment_report.submitted",
            number=report.number,
            group=group.name,
            amount=self.amount,
            working_days=WORKING_DAYS_TO_VERIFY,
            slips=len(self.slips),
        )

    def _claim(self, turn: Turn, group: GroupFacts, loan: LoanFacts) -> Claim:
        return Claim(
            group_id=group.id,
            loan_id=loan.id,
            reporter_id=turn.person_id,
            amount=self.amount,
            paid_on=self.paid_on,
            method=self.method,
            slips=self.slips,
            warnings=self._warnings(turn.situation),
        )

    def _warnings(self, situation: Situation) -> tuple[str, ...]:
        """What the leader was asked about and kept, so that staff look at it too."""
        odd = tuple(doubt.reason for doubt in doubts(self._answers(), situation))
        return odd if self.slips else (*odd, "no_slip")

    def _answers(self) -> Answers:
        answers = {name: getattr(self, name) for name in (*self.given_names, *self.questions)}
        return {name: value for name, value in answers.items() if value is not None}


def no_loan(situation: Situation) -> Reply:
    """Kind words for somebody whose groups owe nothing now."""
    return say("repayment_report.no_loan", *menu.choices(situation))


async def _explain(turn: Turn, _: InboundMessage) -> Reply:
    return no_loan(turn.situation)


TOPIC = Topic(
    "repayment_report",
    frozenset({"report_repayment", "send_slip", "give_amount"}),
    ("setor", "lapor"),
    form=RepaymentReportForm,
    run=_explain,
)

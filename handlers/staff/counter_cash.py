"""`/catat`: cash that a group paid at the counter, entered by four eyes."""

from datetime import date

from typing_extensions import override

from handlers.answers import SMALLEST_AMOUNT, PastDay
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.hearing import Option
from handlers.messages import Fact, InboundMessage, Reply, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.decisions import propose
from handlers.staff.group_facts import borrower
from handlers.staff.plan_answers import Money
from handlers.staff.purposes import TREASURERS
from handlers.turn import Turn
from models.decision import DecisionKind
from models.money import Rupiah


async def begin(turn: Turn, group_id: int, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Start the form with what was said already."""
    found = await borrower(turn, group_id)
    if isinstance(found, Reply):
        return found
    due = min((one for one in found.standing.dues if one.left > 0), key=lambda one: one.due_on)
    turn.start(
        "counter_cash",
        heard=message,
        **found.givens,
        disbursed_on=found.loan.disbursed_on.isoformat(),
        expected=int(due.left),
    )
    return ()


def _expected(answers: Answers, _: Situation) -> tuple[Option[Rupiah], ...]:
    """What is still open of the oldest instalment, to be taken with one tap."""
    left = Rupiah(answers.get("expected", 0))
    return (Option(left, words("form.value", value=left)),) if left >= SMALLEST_AMOUNT else ()


class CounterCashForm(Form, name="counter_cash"):
    """So much cash, on that day."""

    group: int = given(int)
    name: str = given(str)
    village: str = given(str)
    loan: int = given(int)
    number: str = given(str)
    outstanding: int = given(int)
    disbursed_on: str = given(str)
    expected: int = given(int)
    amount: Rupiah = question(Money(), suggest=_expected)
    paid_on: date = question(PastDay())

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        amount, paid_on = answers.get("amount"), answers.get("paid_on")
        outstanding = Rupiah(answers["outstanding"])
        if amount is not None and amount > outstanding:
            facts: dict[str, Fact] = {"amount": amount, "outstanding": outstanding}
            return (Doubt("amount", "above_outstanding", facts, offers=(outstanding,)),)
        disbursed_on = date.fromisoformat(answers["disbursed_on"])
        if paid_on is not None and paid_on < disbursed_on:
            before: dict[str, Fact] = {"paid_on": paid_on, "disbursed_on": disbursed_on}
            return (Doubt("paid_on", "before_loan", before, firm=True),)
        return ()

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {
            "group": answers["name"],
            "village": answers["village"],
            "outstanding": Rupiah(answers["outstanding"]),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, TREASURERS)
        found = await borrower(turn, self.group)
        if isinstance(found, Reply):
            return found
        return await propose(
            turn,
            DecisionKind.COUNTER_CASH,
            f"loan:{found.loan.id}",
            order={
                "group": self.group,
                "loan": found.loan.id,
                "amount": int(self.amount),
                "on": self.paid_on.isoformat(),
            },
            told={
                "group": self.name,
                "village": self.village,
                "number": found.loan.number,
                "amount": self.amount,
                "paid_on": self.paid_on,
                "outstanding": found.standing.outstanding,
            },
            amount=self.amount,
        )

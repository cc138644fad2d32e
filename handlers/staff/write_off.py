"""`/hapusbuku`: a loan that will not come back leaves the books, by a written decision."""

from typing_extensions import override

from handlers.answers import FreeWords
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.messages import Fact, InboundMessage, Reply
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.answers import OwnReason
from handlers.staff.decisions import propose
from handlers.staff.group_facts import borrower
from handlers.staff.limits import AllOf
from handlers.staff.plan_answers import Money
from handlers.staff.purposes import CORRECTORS
from handlers.turn import Turn
from models.decision import DecisionKind
from models.money import Rupiah


async def begin(turn: Turn, group_id: int, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Start the form with what was said already."""
    found = await borrower(turn, group_id)
    if isinstance(found, Reply):
        return found
    owed = int(found.standing.outstanding_principal)
    turn.start("write_off", heard=message, **found.givens, owed=owed)
    return ()


_ALL_OF_IT = AllOf("owed")


class WriteOffForm(Form, name="write_off"):
    """So much principal, by that decision, for that reason."""

    group: int = given(int)
    name: str = given(str)
    village: str = given(str)
    loan: int = given(int)
    number: str = given(str)
    outstanding: int = given(int)
    owed: int = given(int)
    amount: Rupiah = question(Money(), suggest=_ALL_OF_IT)
    paper: str = question(FreeWords(at_least=3, at_most=80))
    reason: str = question(OwnReason())

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        return _ALL_OF_IT.refused(answers)

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {
            "group": answers["name"],
            "village": answers["village"],
            "number": answers["number"],
            "owed": Rupiah(answers["owed"]),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, CORRECTORS)
        found = await borrower(turn, self.group)
        if isinstance(found, Reply):
            return found
        return await propose(
            turn,
            DecisionKind.WRITE_OFF,
            f"loan:{found.loan.id}",
            order={
                "group": self.group,
                "loan": found.loan.id,
                "amount": int(self.amount),
                "paper": self.paper,
                "reason": self.reason,
            },
            told={
                "group": self.name,
                "village": self.village,
                "number": found.loan.number,
                "amount": self.amount,
                "owed": found.standing.outstanding_principal,
                "paper": self.paper,
                "reason": self.reason,
            },
            amount=self.amount,
        )

"""`/titipan`: a group's credit given back to it, by four eyes."""

from typing_extensions import override

from handlers.forms import Answers, Doubt, Form, given, question
from handlers.messages import Fact, InboundMessage, Reply, say
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.decisions import propose
from handlers.staff.limits import AllOf
from handlers.staff.plan_answers import Money
from handlers.staff.purposes import TREASURERS
from handlers.turn import Turn
from models.decision import DecisionKind
from models.group import Group
from models.loan import Loan
from models.money import Rupiah
from models.standings import loan_standing

_SMALLEST = Rupiah(1)
"""A credit may be a few rupiah, and all of it is the group's."""


async def begin(turn: Turn, group_id: int, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Start the form, if the fund holds anything for the group."""
    group = await Group.get_or_none(id=group_id)
    loan = await _latest_loan(group_id)
    if group is None or loan is None:
        return say("refund.nothing_held", group=group.name) if group else say("form.stale")
    held = (await loan_standing(loan.id, turn.today)).credit
    if not held:
        return say("refund.nothing_held", group=group.name)
    turn.start(
        "refund",
        heard=message,
        group=group.id,
        name=group.name,
        village=group.village,
        held=int(held),
    )
    return ()


async def _latest_loan(group_id: int) -> Loan | None:
    return await Loan.filter(group_id=group_id).order_by("-id").first()


_ALL_OF_IT = AllOf("held")


class RefundForm(Form, name="refund"):
    """So much of the credit goes back to the group."""

    group: int = given(int)
    name: str = given(str)
    village: str = given(str)
    held: int = given(int)
    amount: Rupiah = question(Money(at_least=_SMALLEST), suggest=_ALL_OF_IT)

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
            "held": Rupiah(answers["held"]),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, TREASURERS)
        loan = await _latest_loan(self.group)
        if loan is None:
            return say("refund.nothing_held", group=self.name)
        return await propose(
            turn,
            DecisionKind.REFUND,
            f"group:{self.group}",
            order={
                "group": self.group,
                "loan": loan.id,
                "programme": loan.programme_id,
                "amount": int(self.amount),
            },
            told={
                "group": self.name,
                "village": self.village,
                "amount": self.amount,
                "held": Rupiah(self.held),
            },
            amount=self.amount,
        )

"""`/pulihkan`: money that came in for a loan after it was written off, by four eyes."""

from datetime import date

from typing_extensions import override

from handlers.answers import PastDay
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
from models.write_off import GivenUp, given_up_by

_SMALLEST = Rupiah(1)
"""What is given up may end in a few rupiah, and they may come back, too."""
_ALL_OF_IT = AllOf("given_up")


async def begin(turn: Turn, group_id: int, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Start the form, if anything of the group was written off and has not come back."""
    group = await Group.get_or_none(id=group_id)
    if group is None:
        return say("form.stale")
    found = await _given_up(group_id)
    if found is None:
        return say("recovery.not_written_off", group=group.name)
    loan, lost = found
    turn.start(
        "recovery",
        heard=message,
        group=group.id,
        name=group.name,
        village=group.village,
        loan=loan.id,
        number=loan.number,
        given_up=int(lost.left),
        given_up_on=lost.since.isoformat(),
    )
    return ()


async def _given_up(group_id: int) -> tuple[Loan, GivenUp] | None:
    """The group's newest loan of which something is still written off."""
    for loan in await Loan.filter(group_id=group_id).order_by("-id"):
        lost = await given_up_by(loan)
        if lost is not None:
            return loan, lost
    return None


class RecoveryForm(Form, name="recovery"):
    """So much, received on that day."""

    group: int = given(int)
    name: str = given(str)
    village: str = given(str)
    loan: int = given(int)
    number: str = given(str)
    given_up: int = given(int)
    given_up_on: str = given(str)
    amount: Rupiah = question(Money(at_least=_SMALLEST), suggest=_ALL_OF_IT)
    paid_on: date = question(PastDay())

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        paid_on, since = answers.get("paid_on"), date.fromisoformat(answers["given_up_on"])
        if paid_on is not None and paid_on < since:
            before: dict[str, Fact] = {"paid_on": paid_on, "given_up_on": since}
            return (Doubt("paid_on", "before_write_off", before, firm=True),)
        return _ALL_OF_IT.refused(answers)

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {
            "group": answers["name"],
            "village": answers["village"],
            "number": answers["number"],
            "given_up": Rupiah(answers["given_up"]),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, TREASURERS)
        lost = await given_up_by(await Loan.get(id=self.loan))
        if lost is None:
            return say("recovery.not_written_off", group=self.name)
        return await propose(
            turn,
            DecisionKind.RECOVERY,
            f"loan:{self.loan}",
            order={
                "group": self.group,
                "loan": self.loan,
                "amount": int(self.amount),
                "on": self.paid_on.isoformat(),
            },
            told={
                "group": self.name,
                "village": self.village,
                "number": self.number,
                "amount": self.amount,
                "paid_on": self.paid_on,
                "given_up": lost.left,
            },
            amount=self.amount,
        )

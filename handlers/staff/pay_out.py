"""The treasurer has paid: the day and a picture of the proof, and everything else follows."""

from datetime import date

from typing_extensions import override

from handlers.answers import PastDay, Photos
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.messages import Fact, Reply, say
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.announcing import announce
from handlers.staff.funding_proposal import change_card, consider
from handlers.staff.purposes import TREASURERS
from handlers.turn import Turn
from models.errors import RuleBroken
from models.funding import locked
from models.money import Rupiah
from models.paying_out import Payment, pay_out
from models.savepoint import savepoint


class PayOutForm(Form, name="pay_out"):
    """When the money was handed over, and what proves it."""

    funding: int = given(int)
    group: str = given(str)
    amount: int = given(int)
    approved_on: str = given(str)
    paid_on: date = question(PastDay())
    proof: tuple[int, ...] = question(Photos(at_most=1, skippable=False))

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        paid_on, approved_on = answers.get("paid_on"), date.fromisoformat(answers["approved_on"])
        if paid_on is not None and paid_on < approved_on:
            return (Doubt("paid_on", "before_approval", {"approved_on": approved_on}, firm=True),)
        return ()

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"group": answers["group"], "amount": Rupiah(answers["amount"])}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, TREASURERS)
        found = await locked(self.funding)
        if found is None:
            return say("form.stale")
        proof = self.proof[0] if self.proof else None
        payment = Payment(paid_on=self.paid_on, proof_id=proof, by=turn.person_id, at=turn.now)
        try:
            async with savepoint():
                paid = await pay_out(found, payment)
        except RuleBroken as broken:  # Nothing of it is written; the form has ended.
            return Reply(broken.code, broken.facts)
        await change_card(turn, found, key="paid")
        await announce(turn, found, paid)
        await consider(turn, found.programme_id, f"funding:{found.id}")
        return say(
            "pay_out.done", group=self.group, amount=Rupiah(self.amount), number=paid.loan.number
        )

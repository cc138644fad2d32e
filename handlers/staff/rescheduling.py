"""`/jadwalulang`: what is unpaid of a loan gets other due days, by four eyes."""

from collections.abc import Iterable
from datetime import date

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.messages import Fact, InboundMessage, Reply
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.answers import OwnReason
from handlers.staff.decisions import propose
from handlers.staff.group_facts import Borrower, borrower
from handlers.staff.plan_answers import ComingDay, Count
from handlers.staff.plan_words import DueLine, in_short
from handlers.staff.purposes import CORRECTORS
from handlers.turn import Turn
from models.decision import DecisionKind
from models.money import Rupiah
from models.orders import planned_anew


async def begin(turn: Turn, group_id: int, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Start the form with what was said already."""
    found = await borrower(turn, group_id)
    if isinstance(found, Reply):
        return found
    turn.start(
        "reschedule",
        heard=message,
        **found.givens,
        principal=int(found.standing.outstanding_principal),
        fee=int(found.standing.outstanding_fee),
        unpaid=_stored(_unpaid(found)),
    )
    return ()


def _unpaid(found: Borrower) -> list[DueLine]:
    waiting = [due for due in found.standing.dues if due.left > 0]
    return [DueLine(due.due_on, due.left) for due in sorted(waiting, key=lambda due: due.due_on)]


def _stored(dues: Iterable[DueLine]) -> str:
    """Dues as a word each, for the draft."""
    return " ".join(f"{due.due_on.isoformat()}={int(due.amount)}" for due in dues)


def _loaded(stored: str) -> list[DueLine]:
    pairs = (each.partition("=") for each in stored.split())
    return [DueLine(date.fromisoformat(day), Rupiah(int(amount))) for day, _, amount in pairs]


class RescheduleForm(Form, name="reschedule"):
    """So many instalments more, the first one on that day, for that reason."""

    group: int = given(int)
    name: str = given(str)
    village: str = given(str)
    loan: int = given(int)
    number: str = given(str)
    outstanding: int = given(int)
    principal: int = given(int)
    fee: int = given(int)
    unpaid: str = given(str)
    count: int = question(Count())
    first_due: date = question(ComingDay())
    reason: str = question(OwnReason())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {
            "group": answers["name"],
            "village": answers["village"],
            "number": answers["number"],
            "outstanding": Rupiah(answers["outstanding"]),
            "old": in_short(_loaded(answers["unpaid"])),
            "new": in_short(_new(answers, situation.today)),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, CORRECTORS)
        found = await borrower(turn, self.group)
        if isinstance(found, Reply):
            return found
        answers = {
            "principal": int(found.standing.outstanding_principal),
            "fee": int(found.standing.outstanding_fee),
            "count": self.count,
            "first_due": self.first_due,
        }
        return await propose(
            turn,
            DecisionKind.RESCHEDULE,
            f"loan:{found.loan.id}",
            order={
                "group": self.group,
                "loan": found.loan.id,
                "instalments": self.count,
                "first_due_on": self.first_due.isoformat(),
                "reason": self.reason,
            },
            told={
                "group": self.name,
                "village": self.village,
                "number": found.loan.number,
                "outstanding": found.standing.outstanding,
                "old": in_short(_unpaid(found)),
                "new": in_short(_new(answers, turn.today)),
                "reason": self.reason,
            },
        )


def _new(answers: Answers, today: date) -> list[DueLine]:
    """The new plan, as soon as it is known into how many instalments and from when."""
    if "count" not in answers or "first_due" not in answers:
        return []
    plan = planned_anew(
        Rupiah(answers["principal"]),
        Rupiah(answers["fee"]),
        instalments=answers["count"],
        first_due_on=answers["first_due"],
        today=today,
    )
    return [DueLine(row.due_on, row.principal + row.fee) for row in plan]

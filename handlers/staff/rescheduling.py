"""`/jadwalulang`: what is unpaid of a loan gets other due days, by four eyes."""

from collections.abc import Iterable
from datetime import date

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.messages import Fact, InboundMessage, Json, Reply
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.answers import OwnReason
from handlers.staff.decisions import propose
from handlers.staff.group_facts import Borrower, borrower
from handlers.staff.plan_answers import Count
from handlers.staff.plan_words import DueThen, in_short
from handlers.staff.purposes import CORRECTORS
from handlers.staff.rhythm_answers import DueDays, FirstDue, HowOften, called, rhythm_in
from handlers.turn import Turn
from models.decision import DecisionKind
from models.money import Rupiah
from models.rhythm import SEASON, NewPlan, Rhythm, planned_anew, rhythm_of


async def begin(turn: Turn, group_id: int, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Start the form with what was said already; unless told, the rhythm stays as it is."""
    found = await borrower(turn, group_id)
    if isinstance(found, Reply):
        return found
    said, rest = rhythm_in(message.text)
    turn.start(
        "reschedule",
        heard=message.with_text(rest),
        **found.givens,
        principal=int(found.standing.outstanding_principal),
        fee=int(found.standing.outstanding_fee),
        unpaid=_stored(_unpaid(found)),
        rhythm=said or rhythm_of(found.standing.due_days),
    )
    return ()


def _unpaid(found: Borrower) -> list[DueThen]:
    waiting = [due for due in found.standing.dues if due.left > 0]
    return [DueThen(due.due_on, due.left) for due in sorted(waiting, key=lambda due: due.due_on)]


def _stored(dues: Iterable[DueThen]) -> str:
    """Dues as a word each, for the draft."""
    return " ".join(f"{due.due_on.isoformat()}={int(due.amount)}" for due in dues)


def _loaded(stored: str) -> list[DueThen]:
    pairs = (each.partition("=") for each in stored.split())
    return [DueThen(date.fromisoformat(day), Rupiah(int(amount))) for day, _, amount in pairs]


def _at_harvests(answers: Answers, _: Situation) -> bool:
    return bool(answers.get("rhythm") == SEASON)


def _steadily(answers: Answers, situation: Situation) -> bool:
    return not _at_harvests(answers, situation)


class RescheduleForm(Form, name="reschedule"):
    """So many instalments more in that rhythm, the first one on that day, for that reason."""

    group: int = given(int)
    name: str = given(str)
    village: str = given(str)
    loan: int = given(int)
    number: str = given(str)
    outstanding: int = given(int)
    principal: int = given(int)
    fee: int = given(int)
    unpaid: str = given(str)
    rhythm: Rhythm = question(HowOften())
    days: tuple[date, ...] = question(DueDays(), when=_at_harvests)
    count: int = question(Count(), when=_steadily)
    first_due: date = question(FirstDue(), when=_steadily)
    reason: str = question(OwnReason())

    @override
    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"rhythm": called(answers["rhythm"])} if "rhythm" in answers else {}

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
            "rhythm": self.rhythm,
            "days": self.days,
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
                "reason": self.reason,
                **self._ordered(),
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

    def _ordered(self) -> dict[str, Json]:
        """The plan as `models.orders` carries it out."""
        if self.rhythm == SEASON:
            days = [day.isoformat() for day in self.days]
            return {"rhythm": self.rhythm, "instalments": len(days), "days": days}
        return {
            "rhythm": self.rhythm,
            "instalments": self.count,
            "first_due_on": self.first_due.isoformat(),
        }


def _new(answers: Answers, today: date) -> list[DueThen]:
    """The new plan, as soon as enough of it is known."""
    plan = _agreed(answers)
    if plan is None:
        return []
    rows = planned_anew(Rupiah(answers["principal"]), Rupiah(answers["fee"]), plan, today=today)
    return [DueThen(row.due_on, row.principal + row.fee) for row in rows]


def _agreed(answers: Answers) -> NewPlan | None:
    rhythm = answers.get("rhythm")
    if rhythm == SEASON:
        days = answers.get("days")
        return NewPlan(rhythm, len(days), days) if days else None
    if rhythm is None or "count" not in answers or "first_due" not in answers:
        return None
    return NewPlan(rhythm, answers["count"], (answers["first_due"],))

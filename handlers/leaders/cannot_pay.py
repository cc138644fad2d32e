"""A group cannot pay yet: when it will, how much, and why. Reminders follow its word."""

from datetime import date

from typing_extensions import override

from handlers.answers import MyBorrowingGroup
from handlers.commands import Topic
from handlers.forms import Answers, Form, question
from handlers.hearing import Hearing, Option
from handlers.leaders.promise_answers import PartAmount, PayReasonTold, PromiseDay
from handlers.leaders.repayment_doubts import speaking_of
from handlers.leaders.repayment_report import no_loan
from handlers.messages import Choice, Fact, InboundMessage, Json, Reply, say, words
from handlers.situation import Situation
from handlers.staff import promise_card
from handlers.turn import Turn
from models.group import Office, Officer
from models.money import Rupiah
from models.promise import PaymentPromise, Word, promise


def _speaks_for_several(_: Answers, situation: Situation) -> bool:
    return len(situation.borrowing) > 1


def _what_is_due(answers: Answers, situation: Situation) -> tuple[Option[Rupiah | None], ...]:
    """All of what is asked next, to be taken with one tap."""
    group = speaking_of(answers, situation)
    if group is None or group.loan is None or not group.loan.asked:
        return ()
    return (Option(group.loan.asked, words("form.value", value=group.loan.asked)),)


class CannotPayForm(Form, name="cannot_pay"):
    """Kindly asked, quickly answered: nobody is to fear telling us."""

    group: int | None = question(MyBorrowingGroup(), when=_speaks_for_several)
    promised_on: date = question(PromiseDay())
    amount: Rupiah | None = question(PartAmount(), suggest=_what_is_due)
    reason: str = question(PayReasonTold())

    @classmethod
    @override
    def known(cls, hearing: Hearing) -> dict[str, Json]:
        """Whoever names a day by itself explains nothing."""
        promised = str(hearing.understood.intent) == "promise_payment"
        return {"reason": ""} if promised else {}

    @classmethod
    @override
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        group = speaking_of(answers, situation)
        return {"group": group.name if group else ""}

    @override
    async def submit(self, turn: Turn) -> Reply:
        answers = {"group": self.group} if self.group is not None else {}
        group = speaking_of(answers, turn.situation)
        if group is None or group.loan is None:
            return no_loan(turn.situation)
        made = await promise(
            Word(
                loan_id=group.loan.id,
                group_id=group.id,
                person_id=turn.person_id,
                promised_on=self.promised_on,
                amount=self.amount,
                reason=self.reason,
            ),
            draft_id=turn.draft_id or turn.inbox_id,
            at=turn.now,
        )
        carer = await _tell_office(turn, made)
        told = words("cannot_pay.told_facilitator", name=carer) if carer else ""
        return say(
            "cannot_pay.submitted",
            Choice("go:human", words("menu.human")),
            name=turn.situation.name,
            promised_on=made.promised_on,
            told=told or words("cannot_pay.told_office"),
        )


async def _tell_office(turn: Turn, made: PaymentPromise) -> str:
    """Staff by a card, and the facilitator, whose name is returned."""
    subject = promise_card.subject(made.id)
    turn.tell_staff(await promise_card.card(made.id), key=f"{subject}:card", subject=subject)
    carer = (
        await Officer.filter(group_id=made.group_id, office=Office.FACILITATOR, until__isnull=True)
        .exclude(person_id=turn.person_id)
        .select_related("person")
        .first()
    )
    if carer is None:
        return ""
    told = await promise_card.for_facilitator(made.id, name=carer.person.name)
    turn.tell(carer.person_id, told, key=f"{subject}:told")
    return carer.person.name


async def _explain(turn: Turn, _: InboundMessage) -> Reply:
    return no_loan(turn.situation)


TOPIC = Topic(
    "cannot_pay",
    frozenset({"cannot_pay", "promise_payment"}),
    ("belumbisa",),
    form=CannotPayForm,
    run=_explain,
)

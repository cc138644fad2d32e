"""The card of a promise to pay: what staff and the facilitator should know, and nobody else."""

from handlers.leaders.promise_answers import reason_in_words
from handlers.messages import Fact, Reply, words
from models.calendar import wita_day
from models.money import Rupiah
from models.promise import PaymentPromise
from models.standings import loan_standing


def subject(promise_id: int) -> str:
    """The name by which the cards of a promise are found."""
    return f"promise:{promise_id}"


async def card(promise_id: int) -> Reply:
    """A promise as staff see it; raises DoesNotExist."""
    return Reply("cannot_pay.card", await _told(promise_id))


async def for_facilitator(promise_id: int, *, name: str) -> Reply:
    """The same for the facilitator of the group, who is called by name."""
    return Reply("cannot_pay.for_facilitator", {**await _told(promise_id), "name": name})


async def _told(promise_id: int) -> dict[str, Fact]:
    made = await PaymentPromise.get(id=promise_id).select_related("group", "person", "loan")
    before = await PaymentPromise.filter(loan_id=made.loan_id, id__lt=made.id).count()
    today = wita_day(made.made_at)
    standing = await loan_standing(made.loan_id, today)
    due = next((due for due in standing.dues if due.left > 0), None)
    late = due is not None and due.due_on < today
    return {
        "group": made.group.name,
        "village": made.group.village,
        "district": made.group.district,
        "person": made.person.name,
        "promised_on": made.promised_on,
        "amount": words("cannot_pay.amount.unknown")
        if made.amount is None
        else words("form.value", value=Rupiah(made.amount)),
        "reason": reason_in_words(made.reason),
        "due": words("cannot_pay.nothing_due")
        if due is None
        else words(
            "cannot_pay.late" if late else "cannot_pay.due", due_on=due.due_on, left=due.left
        ),
        "before": before,
    }

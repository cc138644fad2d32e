"""What a group pays next, as it is told once its books have changed."""

from handlers.messages import Words, words
from models.arrears import LoanStanding
from models.payment_code import asked_beside_credit, code_of_loan, three_digits


async def next_due(standing: LoanStanding) -> Words:
    """The oldest instalment that is not fully paid; with what to transfer if a code is asked."""
    waiting = [due for due in standing.dues if due.left > 0]
    if not waiting:
        return words("verification.next.nothing")
    due = min(waiting, key=lambda one: one.due_on)
    code = await code_of_loan(standing.loan_id)
    asked = asked_beside_credit(due.left, standing.credit, code)
    if code is None or not asked:
        return words("verification.next.due", due_on=due.due_on, left=due.left)
    return words(
        "verification.next.due_with_code",
        due_on=due.due_on,
        left=due.left,
        asked=asked,
        code=three_digits(code),
    )

"""The buttons below a reminder: what was paid is reported, what cannot be paid yet is told."""

from handlers.messages import InboundMessage, Json, Reply, number_in, say
from handlers.turn import Turn


async def press(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """A tap below a reminder: `owed:<loan>:paid` or `owed:<loan>:later`."""
    _, number, verb = (*(message.button or "").split(":"), "", "")[:3]
    loan_id = number_in(number)
    group = next(
        (one for one in turn.situation.borrowing if one.loan and one.loan.id == loan_id), None
    )
    if group is None or group.loan is None:
        return say("reminder.over")
    known: dict[str, Json] = {"group": group.id}
    match verb:
        case "paid":
            if group.loan.asked:
                known["amount"] = int(group.loan.asked)
            turn.start("repayment_report", **known)
        case "later":
            turn.start("cannot_pay", **known)
        case _:
            return say("form.stale")
    return ()

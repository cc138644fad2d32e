"""The button below a rejection with which a leader sends the report again."""

from handlers.messages import Choice, words
from handlers.staff.answers import UsualReason, usual


def again_button(report_id: int, reason: str) -> tuple[Choice, ...]:
    """None where nothing needs to be sent again."""
    if usual(reason) is UsualReason.DUPLICATE:
        return ()
    return (Choice(f"again:{report_id}", words("verification.send_again")),)

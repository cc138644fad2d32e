"""What somebody with groups in their care can do."""

from handlers.messages import Choice, Reply, say, words
from handlers.situation import Situation


def choices(situation: Situation) -> tuple[Choice, ...]:
    """Nothing for whoever has no group in their care."""
    if not situation.in_care:
        return ()
    return (
        Choice("go:visit", words("menu.visit")),
        Choice("go:my_groups", words("menu.my_groups")),
        Choice("go:my_tasks", words("menu.my_tasks")),
    )


def no_care(situation: Situation) -> Reply:
    """Kind words for somebody who is no facilitator."""
    return say("field_work.no_care", Choice("go:human", words("menu.human")), name=situation.name)

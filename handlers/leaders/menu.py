"""The menu: a greeting by the time of day, and what one can do here now."""

from datetime import datetime

from handlers.commands import Topic
from handlers.facilitators.menu import choices as of_facilitators
from handlers.messages import Choice, InboundMessage, Reply, say, words
from handlers.situation import Situation
from handlers.turn import Turn
from models.calendar import WITA

_PARTS_OF_DAY = ((4, "night"), (11, "morning"), (15, "midday"), (18, "afternoon"), (24, "night"))
"""Until which WITA hour people wish each other a good what."""


def choices(situation: Situation) -> tuple[Choice, ...]:
    """What this person can do; who has no loan has nothing to repay, and who cares has visits."""
    progress = Choice("go:progress_report", words("menu.progress_report"))
    my_turn = Choice("go:my_turn", words("menu.my_turn"))
    apply = Choice("go:apply", words("menu.apply"))
    # No phone shows more than ten: whoever cares for groups, too, applies by way of their turn.
    queue = (my_turn,) if situation.in_care else (my_turn, apply)
    borrower = (
        Choice("go:repayment_report", words("menu.repayment_report")),
        progress,
        Choice("go:what_is_left", words("menu.what_is_left")),
        Choice("go:how_to_pay", words("menu.how_to_pay")),
        Choice("go:cannot_pay", words("menu.cannot_pay")),
        *queue,
    )
    everybody = (
        Choice("go:human", words("menu.human")),
        Choice("go:help", words("menu.help")),
    )
    reporter = (progress, *queue) if situation.groups else ()
    own = borrower if situation.borrowing else reporter
    return (*own, *of_facilitators(situation), *everybody)


def part_of_day(now: datetime) -> str:
    """What part of a day people wish a good one of, in WITA: morning, midday, afternoon, night."""
    hour = now.astimezone(WITA).hour
    return next(part for until, part in _PARTS_OF_DAY if hour < until)


def greeting(situation: Situation) -> Reply:
    """Good morning, by name, and the menu."""
    return say(
        "menu.say.greeting",
        *choices(situation),
        part=part_of_day(situation.now),
        name=situation.name,
    )


async def _show(turn: Turn, _: InboundMessage) -> Reply:
    return greeting(turn.situation)


TOPIC = Topic("menu", frozenset({"greeting", "menu", "restart"}), ("start", "menu"), run=_show)


async def _nothing_asked(turn: Turn, _: InboundMessage) -> Reply:
    """An answer, but nobody has asked."""
    return say("menu.say.nothing_asked", *choices(turn.situation))


NOTHING_ASKED_TOPIC = Topic(
    "nothing_asked",
    frozenset({"yes", "no", "choose", "give_date"}),
    run=_nothing_asked,
    interrupts=False,
)

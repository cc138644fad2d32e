"""A plan of notices in words: as a whole, and item by item where it changes."""

from collections.abc import Iterable

from handlers.messages import Fact, Words, words
from handlers.staff.notice_answers import span_in_words
from handlers.staff.notice_parts import Item
from handlers.staff.notice_steps import steps_in_short
from models.good_moments import Hours
from models.notice_plan import NoticePlan


def plan_in_words(plan: NoticePlan) -> dict[str, Fact]:
    """The facts of the overview."""
    return {
        "steps": _steps(plan.steps),
        "call_after": plan.call_after,
        "hours": _of(plan, Item.HOURS),
        "fasting": _of(plan, Item.FASTING),
        "promise_days": plan.promise_days,
        "nudge": _of(plan, Item.NUDGE),
        "place": _of(plan, Item.PLACE),
    }


def item_in_words(plan: NoticePlan, item: Item) -> Fact:
    """What a plan says about one item, in a line."""
    if item is Item.STEPS:
        return steps_in_short(plan.steps) or words("notice_plan.no_steps")
    return _of(plan, item)


def changes_in_words(
    now: NoticePlan, wanted: NoticePlan, items: Iterable[Item]
) -> tuple[Words, ...]:
    """Each item that is to change, from what to what."""
    return tuple(
        words(
            "notice_plan.from_to",
            what=words(f"notice_plan.item.{item}"),
            before=item_in_words(now, item),
            after=item_in_words(wanted, item),
        )
        for item in items
    )


def _of(plan: NoticePlan, item: Item) -> Words:
    match item:
        case Item.HOURS:
            return span_in_words((plan.hours.opens, plan.hours.closes))
        case Item.FASTING:
            return span_in_words(_fasting(plan.hours))
        case Item.NUDGE:
            return _monthly(plan.nudge_day, told=plan.nudges)
        case Item.PLACE:
            return _monthly(plan.place_day, told=plan.places)
        case _:
            days = plan.call_after if item is Item.CALL else plan.promise_days
            return words("notice_plan.days", days=days)


def _fasting(hours: Hours) -> tuple[int, int]:
    return hours.fasting_opens, hours.fasting_closes


def _monthly(day: int, *, told: bool) -> Words:
    return words("notice_plan.on_day", day=day) if told else words("notice_plan.never")


def _steps(steps: tuple[int, ...]) -> tuple[Words, ...] | Words:
    if not steps:
        return words("notice_plan.no_steps")
    return tuple(_step(step) for step in steps)


def _step(step: int) -> Words:
    if step == 0:
        return words("notice_plan.step.today")
    return words(f"notice_plan.step.{'before' if step < 0 else 'after'}", days=abs(step))

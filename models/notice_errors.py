"""What cannot be a plan of notices, a promise to pay, or a pause: rules that would be broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import RuleBroken

if TYPE_CHECKING:
    from datetime import date


class NoSuchTime(RuleBroken):
    """A clock never shows this, such as 25.00; `minutes` counts from midnight."""

    def __init__(self, *, minutes: int) -> None:
        hour, minute = divmod(minutes, 60)
        super().__init__("rule.no_such_time", time=f"{hour:02d}.{minute:02d}")


class HoursBackwards(RuleBroken):
    """The hours would end before they begin."""

    def __init__(self, *, opens: str, closes: str) -> None:
        super().__init__("rule.hours_backwards", opens=opens, closes=closes)


class HoursTooWide(RuleBroken):
    """People would be told something too early or too late in the day."""

    def __init__(self, *, opens: str, closes: str) -> None:
        super().__init__("rule.hours_too_wide", opens=opens, closes=closes)


class StepsOutOfOrder(RuleBroken):
    """The steps are not in order, or one of them stands there twice; days from the due day."""

    def __init__(self, *, step: int, before: int) -> None:
        super().__init__("rule.steps_out_of_order", step=step, before=before)


class StepTooFar(RuleBroken):
    """A step too long before the due day, or on or after the day on which a person calls."""

    def __init__(self, *, step: int, earliest: int, latest: int) -> None:
        super().__init__("rule.step_too_far", step=step, earliest=earliest, latest=latest)


class TooManySteps(RuleBroken):
    """More reminders of one instalment than anybody wants to read."""

    def __init__(self, *, count: int, most: int) -> None:
        super().__init__("rule.too_many_steps", count=count, most=most)


class FigureOutOfRange(RuleBroken):
    """A figure of the plan that makes no sense; `what` names it in the locale."""

    def __init__(self, what: str, *, figure: int, least: int, most: int) -> None:
        super().__init__(f"rule.notice_{what}", figure=figure, least=least, most=most)


class PromiseTooFar(RuleBroken):
    """A promise to pay lies in the past, or further ahead than the programme lets it."""

    def __init__(self, *, latest: date) -> None:
        super().__init__("rule.promise_too_far", latest=latest)

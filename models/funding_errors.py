"""Rules about the queue's money that an act would break; see `errors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import RuleBroken

if TYPE_CHECKING:
    from datetime import datetime


class RuleImpossible(RuleBroken):
    """A figure of the funding rule is outside its bounds; `figure` completes the locale key."""

    def __init__(self, figure: str) -> None:
        self.figure = figure
        super().__init__(f"rule.impossible_{figure}")


class FundingSettled(RuleBroken):
    """Somebody else has done this step, or the funding is given up; `state` is what it is now."""

    def __init__(self, *, funding: int, group: str, state: str, by: str, at: datetime) -> None:
        super().__init__(
            "rule.funding_settled", funding=funding, group=group, state=state, by=by, at=at
        )


class FundingHindered(RuleBroken):
    """Something has changed since: it cannot be confirmed, approved or paid now.

    `hurdle` is the code of the first thing in the way.
    """

    def __init__(self, *, group: str, hurdle: str) -> None:
        super().__init__("rule.funding_hindered", group=group, hurdle=hurdle)


class OwnConfirmation(RuleBroken):
    """Whoever confirmed does not approve (four eyes)."""

    def __init__(self, *, group: str) -> None:
        super().__init__("rule.own_confirmation", group=group)


class PayerApproved(RuleBroken):
    """Whoever approved does not pay out (four eyes)."""

    def __init__(self, *, group: str) -> None:
        super().__init__("rule.payer_approved", group=group)

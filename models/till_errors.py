"""What the till does not allow: who has a report in hand, and what cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import RuleBroken

if TYPE_CHECKING:
    from datetime import datetime


class ReportInHand(RuleBroken):
    """Somebody else has claimed the report and is looking at it."""

    def __init__(self, *, number: str, by: str, since: datetime) -> None:
        super().__init__("rule.report_in_hand", number=number, by=by, since=since)


class VerdictGiven(RuleBroken):
    """Somebody has decided about the report a moment ago; it is posted soon."""

    def __init__(self, *, number: str, status: str, decided_by: str, posts_at: datetime) -> None:
        super().__init__(
            "rule.verdict_given",
            number=number,
            status=status,
            decided_by=decided_by,
            posts_at=posts_at,
        )


class NotYourVerdict(RuleBroken):
    """Only whoever decided takes it back."""

    def __init__(self, *, number: str, decided_by: str) -> None:
        super().__init__("rule.not_your_verdict", number=number, decided_by=decided_by)


class TooLateToTakeBack(RuleBroken):
    """The verdict is posted; what follows is a correction."""

    def __init__(self, *, number: str, status: str, decided_by: str, decided_at: datetime) -> None:
        super().__init__(
            "rule.too_late_to_take_back",
            number=number,
            status=status,
            decided_by=decided_by,
            decided_at=decided_at,
        )


class NoLongerVerifier(RuleBroken):
    """Whoever decided lost the verifier's role before the verdict was posted."""

    def __init__(self, *, name: str) -> None:
        super().__init__("rule.no_longer_verifier", name=name)


class ReportChanged(RuleBroken):
    """The reporter said something else after the verdict, which nobody has looked at."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.report_changed", number=number)

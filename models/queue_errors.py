"""What the queue does not allow: applying twice, deciding what is decided, standing still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import RuleBroken

if TYPE_CHECKING:
    from datetime import datetime

    from models.money import Rupiah


class AlreadyApplied(RuleBroken):
    """The group has an application that is not settled yet."""

    def __init__(
        self, *, group: str, number: str, status: str, amount: Rupiah, applied_at: datetime
    ) -> None:
        super().__init__(
            "rule.already_applied",
            group=group,
            number=number,
            status=status,
            amount=amount,
            applied_at=applied_at,
        )


class ApplicationDecided(RuleBroken):
    """Somebody has decided about the application first; `status` is what it is now."""

    def __init__(
        self, *, number: str, group: str, status: str, decided_by: str, decided_at: datetime
    ) -> None:
        super().__init__(
            "rule.application_decided",
            number=number,
            group=group,
            status=status,
            decided_by=decided_by,
            decided_at=decided_at,
        )


class ApplicationChanged(RuleBroken):
    """Something has happened to the application since the card that was looked at."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.application_changed", number=number)


class OwnApplication(RuleBroken):
    """Whoever applies, or leads the group that does, decides nothing about it (four eyes)."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.own_application", number=number)


class StandsThereAlready(RuleBroken):
    """It would be moved to where it is."""

    def __init__(self, *, group: str, place: int) -> None:
        super().__init__("rule.stands_there_already", group=group, place=place)

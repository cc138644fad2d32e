"""The terms of a loan as staff agree on them before its day of payment is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from models.money import ZERO, Rupiah
from models.rhythm import MONTH, SEASON, WEEK, frequency_of
from models.schedule import EveryMonths, Terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.rhythm import Rhythm
    from models.schedule import Frequency


_FORMER_NAMES: Final[dict[str, Rhythm]] = {
    "monthly": MONTH,
    "weekly": WEEK,
    "every_two_months": "month:2",
    "every_three_months": "month:3",
    "every_six_months": "month:6",
    "at_harvest": SEASON,
}
"""What terms were stored with before rhythms had one way to be written."""
_HARVEST_MONTHS = 6
"""Till the next harvest, where none is agreed any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanTerms:
    """All of the terms but the principal and the day of payment; days are WITA.

    `parts` are shares in percent, in the order in which they are paid out: (100,) is all at once.
    """

    instalments: int = 10
    rhythm: Rhythm = MONTH
    harvests: tuple[date, ...] = ()
    """The due days, where it is repaid at harvest."""
    fee_basis_points: int = 0
    grace_periods: int = 0
    first_due_on: date | None = None
    """One period after the payment where none is agreed."""
    parts: tuple[int, ...] = (100,)

    def to_json(self) -> dict[str, Any]:
        return {
            "instalments": self.instalments,
            "rhythm": self.rhythm,
            "harvests": [day.isoformat() for day in self.harvests],
            "fee_basis_points": self.fee_basis_points,
            "grace_periods": self.grace_periods,
            "first_due_on": self.first_due_on.isoformat() if self.first_due_on else None,
            "parts": list(self.parts),
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> LoanTerms:
        first = stored["first_due_on"]
        return cls(
            instalments=int(stored["instalments"]),
            rhythm=_FORMER_NAMES.get(stored["rhythm"], stored["rhythm"]),
            harvests=tuple(map(date.fromisoformat, stored["harvests"])),
            fee_basis_points=int(stored["fee_basis_points"]),
            grace_periods=int(stored["grace_periods"]),
            first_due_on=date.fromisoformat(first) if first else None,
            parts=tuple(map(int, stored["parts"])),
        )

    @property
    def frequency(self) -> Frequency:
        return frequency_of(self.rhythm, self.harvests)

    def of(self, principal: Rupiah, paid_on: date) -> Terms:
        """The terms of so much, paid out on that WITA day; raises ImpossibleTerms."""
        return Terms(
            principal=principal,
            instalments=self.instalments,
            disbursed_on=paid_on,
            frequency=self.frequency,
            fee_basis_points=self.fee_basis_points,
            grace_periods=self.grace_periods,
            first_due_on=self.first_due_on,
        )

    def of_a_later_part(self, principal: Rupiah, paid_on: date) -> Terms:
        """The same for a part that is paid later: from that day on, its first days being over."""
        at_harvest = self.rhythm == SEASON
        return Terms(
            principal=principal,
            instalments=1 if at_harvest else self.instalments,
            disbursed_on=paid_on,
            frequency=EveryMonths(_HARVEST_MONTHS) if at_harvest else self.frequency,
            fee_basis_points=self.fee_basis_points,
        )


def in_parts(amount: Rupiah, percents: Sequence[int]) -> tuple[Rupiah, ...]:
    """An amount in parts of whole Rp1.000, the last one takes the rest; they add up exactly."""
    parts = [Rupiah(amount * percent // 100 // 1000 * 1000) for percent in percents[:-1]]
    return (*parts, amount - sum(parts, ZERO))

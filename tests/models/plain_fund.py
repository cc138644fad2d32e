"""A fund by plain sums: an independent second opinion for the property tests of the ledger.

It knows no accounts, chains, shares or databases. Everything is worked out anew from the dated
payments by walking through the days, so that it cannot depend on any order of entering.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

FEE, PRINCIPAL = 0, 1


@dataclass
class PlainLoan:
    """Rows are [due day, principal, fee] in order of their days; amounts in rupiah."""

    rows: list[tuple[date, int, int]]
    all_fees_first: bool
    payments: dict[int, tuple[date, int]] = field(default_factory=dict)
    kept: dict[int, int] = field(default_factory=dict)
    """What a payment brought for the group's code: credit, whatever is due."""
    refunds: dict[int, tuple[date, int]] = field(default_factory=dict)
    looked_on: date | None = None
    """The last day on which somebody used credit for what had fallen due."""

    def pay(self, payment: int, day: date, amount: int, code: int | None) -> None:
        self.payments[payment] = (day, amount)
        if code is not None and amount > 999 and str(amount).endswith(f"{code:03d}"):
            self.kept[payment] = code

    def horizon(self) -> date | None:
        days = [day for day, _ in (*self.payments.values(), *self.refunds.values())]
        return max([*days, *([self.looked_on] if self.looked_on else [])], default=None)

    def state(self, through: date | None = None) -> tuple[list[list[int]], int]:
        """[fee, principal] paid on each row, and the credit, at the end of the horizon."""
        paid, credit = [[0, 0] for _ in self.rows], 0
        last = max(filter(None, [through, self.horizon()]), default=None)
        days = {day for day, *_ in self.rows} | {day for day, _ in self.payments.values()}
        days |= {day for day, _ in self.refunds.values()} | ({last} if last else set())
        for day in sorted(each for each in days if last is not None and each <= last):
            credit = self.pour(credit, paid, self.fallen(day, oldest_first=True))
            came = {payment: amount for payment, (on, amount) in self.payments.items() if on == day}
            kept = sum(self.kept.get(payment, 0) for payment in came)
            money = self.pour(sum(came.values()) - kept, paid, self.fallen(day))
            money = self.pour(money, paid, self.upcoming(day))
            back = sum(amount for when, amount in self.refunds.values() if when == day)
            credit += money + kept - back
        return paid, credit

    def fallen(self, day: date, *, oldest_first: bool = False) -> list[tuple[int, int]]:
        due = [index for index, row in enumerate(self.rows) if row[0] <= day]
        if self.all_fees_first and not oldest_first:
            return [(index, part) for part in (FEE, PRINCIPAL) for index in due]
        return [(index, part) for index in due for part in (FEE, PRINCIPAL)]

    def upcoming(self, day: date) -> list[tuple[int, int]]:
        """The next row; its fee only once the row before has fallen due on an earlier day."""
        for index, row in enumerate(self.rows):
            if row[0] > day:
                begun = index == 0 or self.rows[index - 1][0] < day
                return [(index, FEE), (index, PRINCIPAL)] if begun else [(index, PRINCIPAL)]
        return []

    def pour(self, money: int, paid: list[list[int]], holes: list[tuple[int, int]]) -> int:
        for index, part in holes:
            _, principal, fee = self.rows[index]
            fits = min(money, (fee, principal)[part] - paid[index][part])
            paid[index][part] += fits
            money -= fits
        return money

    def replan(self, rows: list[tuple[date, int, int]]) -> None:
        """What is unpaid is replaced; a part that was paid stays on its day."""
        paid, _ = self.state()
        kept = [
            (row[0], done[PRINCIPAL], done[FEE])
            for row, done in zip(self.rows, paid, strict=True)
            if sum(done)
        ]
        self.rows = kept + rows

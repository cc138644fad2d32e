"""A programme's rule of who is next: what counts as succeeded, and what one success frees.

The figures are data of the programme (DOMAIN.md 3.6), changed by four eyes, every version kept.
The minimum reserve is not among them: it is the programme's own column, which the ledger reads.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from models.audit import note
from models.funding_errors import RuleImpossible
from models.funding_tables import FundingRule
from models.ledger import lock_books
from models.money import ZERO, Rupiah
from models.programme import Programme
from models.queue_record import QueueEventKind, record
from models.visit import Stage

if TYPE_CHECKING:
    from datetime import datetime

CLASSES: Final = 5
"""The classes of DOMAIN.md 3.5, from I, the best, to V."""
REPORTS_MOST: Final = 24
DAYS_MOST: Final = 730
REPEAT_MOST: Final = 1000
"""Percent: ten times the last loan."""


class Frees(StrEnum):
    """What success frees; capital that was never lent before waits for none."""

    ANY_CASH = "any_cash"
    """Once a group has succeeded, whatever cash there is."""
    AS_MANY_AS_SUCCEEDED = "as_many_as_succeeded"
    """One group for each that has succeeded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The rule in force; a figure of none (or zero reports) switches its demand off.

    Amounts in rupiah, classes from 1 (best) to 5, `repeat_percent` by the worst class of the
    group's last loan (first I, last V): how much of that loan the next may be; none is no limit.
    Raises RuleImpossible for figures outside their bounds.
    """

    repaid_always_counts: bool = True
    threshold_counts: bool = True
    """Whether a loan may count before it is repaid: everything down to `stage_at_least`."""
    percent_repaid: int = 75
    no_arrears: bool = True
    worst_class: int | None = 2
    """The worst class in the loan's history that still counts."""
    reports: int = 2
    """Accepted progress reports with a photo, in the last `report_days` days."""
    report_days: int = 90
    recommendation: bool = True
    """Whether a facilitator's recommendation that still counts is needed."""
    stage_at_least: Stage | None = Stage.THRIVING
    frees: Frees = Frees.AS_MANY_AS_SUCCEEDED
    maximum: Rupiah | None = None
    """The most that one group is funded with."""
    repeat_percent: tuple[int | None, ...] = (None, 100, 75, 0, 0)
    minimum_reserve: Rupiah = ZERO
    """What always stays in the fund; kept with the programme, see `rule_of`."""

    def __post_init__(self) -> None:
        percents = [one or 0 for one in self.repeat_percent]
        for figure, wrong in (
            ("percent_repaid", not 1 <= self.percent_repaid <= 100),  # noqa: PLR2004 (percent)
            ("worst_class", self.worst_class is not None and not 1 <= self.worst_class <= CLASSES),
            ("reports", not 0 <= self.reports <= REPORTS_MOST),
            ("report_days", not 1 <= self.report_days <= DAYS_MOST),
            ("maximum", self.maximum is not None and self.maximum <= 0),
            ("minimum_reserve", self.minimum_reserve < 0),
            ("repeat_percent", len(percents) != CLASSES or min(percents) < 0),
            ("repeat_percent", max(percents) > REPEAT_MOST),
            ("no_path", not (self.repaid_always_counts or self.threshold_counts)),
        ):
            if wrong:
                raise RuleImpossible(figure)

    def to_json(self) -> dict[str, Any]:
        """All figures as plain JSON."""
        stored = asdict(self)
        stored["repeat_percent"] = list(self.repeat_percent)
        stored["maximum"] = None if self.maximum is None else int(self.maximum)
        stored["minimum_reserve"] = int(self.minimum_reserve)
        return stored

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Rule:
        """The rule again; a figure that was not known when it was stored has its default."""
        known = {one.name: stored[one.name] for one in fields(cls) if one.name in stored}
        stage, maximum = known.get("stage_at_least"), known.get("maximum")
        if "stage_at_least" in known:
            known["stage_at_least"] = None if stage is None else Stage(stage)
        if "maximum" in known:
            known["maximum"] = None if maximum is None else Rupiah(maximum)
        if "frees" in known:
            known["frees"] = Frees(known["frees"])
        if "repeat_percent" in known:
            known["repeat_percent"] = tuple(known["repeat_percent"])
        known["minimum_reserve"] = Rupiah(known.get("minimum_reserve", 0))
        return cls(**known)

    def ceiling(self, last_principal: Rupiah | None, worst_class: int) -> Rupiah | None:
        """The most that a group may be funded with after its last loan; none is no limit."""
        limits = [] if self.maximum is None else [self.maximum]
        percent = self.repeat_percent[worst_class - 1]
        if last_principal is not None and percent is not None:
            limits.append(Rupiah(last_principal * percent // 100))
        return min(limits, default=None)


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A programme's rule, the version it has (0 is the default that nobody set), since when."""

    rule: Rule
    version: int
    since: datetime | None


async def rule_of(programme_id: int) -> Rule:
    """The rule in force; DOMAIN.md 3.6's where nobody has set one."""
    return (await rule_in_force(programme_id)).rule


async def rule_in_force(programme_id: int) -> RuleInForce:
    """The same with its version; the reserve is what the programme's own column says."""
    programme = await Programme.get(id=programme_id)
    reserve = Rupiah(programme.minimum_balance)
    latest = await FundingRule.filter(programme_id=programme_id).order_by("-version").first()
    if latest is None:
        return RuleInForce(Rule(minimum_reserve=reserve), 0, None)
    rule = replace(Rule.from_json(latest.content), minimum_reserve=reserve)
    return RuleInForce(rule, latest.version, latest.since)


async def set_rule(
    programme_id: int,
    rule: Rule,
    *,
    by: int | None,
    at: datetime,
    decision_id: int | None,
    reason: str = "",
) -> FundingRule:
    """Put a new version in force, and the reserve into the programme; once for each decision.

    Works while postings are halted: it moves no money.
    """
    programme = await lock_books(programme_id)
    if decision_id is not None:
        known = await FundingRule.get_or_none(programme_id=programme_id, decision_id=decision_id)
        if known is not None:
            return known
    before = await rule_in_force(programme_id)
    kept = await FundingRule.create(
        programme_id=programme_id,
        version=before.version + 1,
        content=rule.to_json(),
        since=at,
        decision_id=decision_id,
    )
    programme.minimum_balance = int(rule.minimum_reserve)
    await programme.save(update_fields=["minimum_balance"])
    await _trace(before.rule, kept, rule, by=by, at=at, reason=reason)
    return kept


async def _trace(
    before: Rule, kept: FundingRule, rule: Rule, *, by: int | None, at: datetime, reason: str
) -> None:
    """In the trail, with both rules, and in the record that those who wait can read."""
    await note(
        f"programme:{kept.programme_id}",
        "rule_set",
        at=at,
        person_id=by,
        version=kept.version,
        before=before.to_json(),
        after=rule.to_json(),
    )
    await record(
        kept.programme_id,
        QueueEventKind.RULE_CHANGED,
        person_id=by,
        at=at,
        reason=reason[:300],
        version=kept.version,
        rule=rule.to_json(),
    )

"""Whether a group has succeeded with its loan, by its programme's rule, and why (DOMAIN.md 3.6).

Plain values in, a verdict with its reasons out: it can be argued about, stored and replayed.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from models.money import Rupiah
from models.visit import Stage

if TYPE_CHECKING:
    from models.funding_rule import Rule

_STAGES = list(Stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupInputs:
    """What is known of a loan and its group on the WITA day `as_of`; amounts in rupiah."""

    loan_id: int
    group_id: int
    group: str
    as_of: date
    principal: Rupiah
    """All that the group is to receive, parts that are not paid out yet included."""
    left: Rupiah
    """Principal that has not come back, of all that."""
    owed: Rupiah
    """Everything that is still to be paid on the plan, the fee included."""
    instalments_left: int
    arrears: Rupiah
    worst_class: int
    """The worst collectibility class so far, today included: from 1 (best) to 5."""
    written_off: bool = False
    reports: tuple[date, ...] = ()
    """When progress reports with a photo were accepted (WITA), those that stand."""
    recommended_until: date | None = None
    """Until when the facilitator's recommendation counts; none without one."""
    stage: Stage | None = None
    """How far the group has come, by the last visit."""

    @property
    def percent_repaid(self) -> int:
        """Principal repaid in whole percent, rounded down."""
        return 100 * (self.principal - self.left) // self.principal if self.principal else 0

    def to_json(self) -> dict[str, Any]:
        stored = asdict(self)
        stored["as_of"] = self.as_of.isoformat()
        stored["reports"] = [day.isoformat() for day in self.reports]
        until = self.recommended_until
        stored["recommended_until"] = until.isoformat() if until else None
        return (
            stored
            | {name: int(stored[name]) for name in ("principal", "left", "owed")}
            | {"arrears": int(self.arrears)}
        )

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> GroupInputs:
        until, stage = stored["recommended_until"], stored["stage"]
        money = {name: Rupiah(stored[name]) for name in ("principal", "left", "owed", "arrears")}
        return cls(
            **{
                **stored,
                **money,
                "as_of": date.fromisoformat(stored["as_of"]),
                "reports": tuple(map(date.fromisoformat, stored["reports"])),
                "recommended_until": date.fromisoformat(until) if until else None,
                "stage": Stage(stage) if stage else None,
            }
        )


class Demand(StrEnum):
    """One thing that the rule asks of a group."""

    REPAID = "repaid"
    """Everything is repaid: enough by itself."""
    PERCENT = "percent"
    NO_ARREARS = "no_arrears"
    HISTORY = "history"
    REPORTS = "reports"
    RECOMMENDATION = "recommendation"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Reason:
    """A demand, whether it is met, and its figures: what is there, and what is needed.

    REPAID: instalments left, 0. PERCENT: percents. NO_ARREARS: rupiah late, 0. HISTORY: classes.
    REPORTS: counts. RECOMMENDATION: days that it still counts, 0. STAGE: place among the stages.
    """

    demand: Demand
    met: bool
    figure: int
    needed: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a loan counts as a success, and every demand that was looked at.

    A repaid loan has one reason; otherwise the first one is about being repaid, if that counts.
    """

    loan_id: int
    group_id: int
    group: str
    succeeded: bool
    reasons: tuple[Reason, ...]

    @property
    def missing(self) -> tuple[Reason, ...]:
        """What stands in the way of counting before everything is repaid."""
        return tuple(r for r in self.reasons if not r.met and r.demand is not Demand.REPAID)

    @property
    def is_repaid(self) -> bool:
        return any(one.demand is Demand.REPAID and one.met for one in self.reasons)


def judge(inputs: GroupInputs, rule: Rule) -> Verdict:
    """Whether the group has succeeded by this rule."""
    repaid = Reason(Demand.REPAID, not (inputs.left or inputs.owed), inputs.instalments_left, 0)
    if rule.repaid_always_counts and repaid.met and not inputs.written_off:
        return _verdict(inputs, succeeded=True, reasons=(repaid,))
    first = (repaid,) if rule.repaid_always_counts else ()
    demands = tuple(_demands(inputs, rule)) if rule.threshold_counts else ()
    counts = rule.threshold_counts and not inputs.written_off
    succeeded = counts and all(one.met for one in demands)
    return _verdict(inputs, succeeded=succeeded, reasons=(*first, *demands))


def _verdict(inputs: GroupInputs, *, succeeded: bool, reasons: tuple[Reason, ...]) -> Verdict:
    return Verdict(inputs.loan_id, inputs.group_id, inputs.group, succeeded, reasons)


def _demands(inputs: GroupInputs, rule: Rule) -> list[Reason]:
    """What the rule asks for before everything is repaid."""
    percent, worst = inputs.percent_repaid, rule.worst_class
    since = inputs.as_of - timedelta(days=rule.report_days)
    reports = sum(since <= day <= inputs.as_of for day in inputs.reports)
    until = inputs.recommended_until
    days = (until - inputs.as_of).days if until else -1
    demands = [Reason(Demand.PERCENT, percent >= rule.percent_repaid, percent, rule.percent_repaid)]
    if rule.no_arrears:
        demands.append(Reason(Demand.NO_ARREARS, not inputs.arrears, int(inputs.arrears), 0))
    if worst is not None:
        demands.append(
            Reason(Demand.HISTORY, inputs.worst_class <= worst, inputs.worst_class, worst)
        )
    if rule.reports:
        demands.append(Reason(Demand.REPORTS, reports >= rule.reports, reports, rule.reports))
    if rule.recommendation:
        demands.append(Reason(Demand.RECOMMENDATION, days >= 0, days, 0))
    if rule.stage_at_least is not None:
        needed = _STAGES.index(rule.stage_at_least)
        stage = _STAGES.index(inputs.stage) if inputs.stage else -1
        demands.append(Reason(Demand.STAGE, stage >= needed, stage, needed))
    return demands

"""Whether a group has succeeded: every demand by itself, and the rule that weighs them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.allocation import Component, Due
from models.arrears import OPERATIONAL_CLASSES, collectibility
from models.class_history import PaidPart, worst_class
from models.funding_errors import RuleImpossible
from models.funding_rule import Frees, Rule
from models.money import Rupiah
from models.rule_warnings import Surroundings, Unmeetable, warnings
from models.success import Demand, GroupInputs, judge
from models.visit import Stage

TODAY = date(2019, 7, 16)
GOOD = GroupInputs(
    loan_id=1,
    group_id=1,
    group="KUBE Mekar",
    as_of=TODAY,
    principal=Rupiah(20_000_000),
    left=Rupiah(5_000_000),
    owed=Rupiah(5_000_000),
    instalments_left=5,
    arrears=Rupiah(0),
    worst_class=2,
    reports=(TODAY - timedelta(days=20), TODAY - timedelta(days=50)),
    recommended_until=TODAY,
    stage=Stage.THRIVING,
)
"""Just good enough by the default rule, in every respect."""


def test_the_default_rule_is_that_of_the_domain() -> None:
    rule = Rule()
    assert judge(GOOD, rule).succeeded
    assert judge(GOOD, rule).missing == ()


@pytest.mark.parametrize(
    ("worse", "demand"),
    [
        ({"left": Rupiah(5_000_001)}, Demand.PERCENT),
        ({"arrears": Rupiah(1)}, Demand.NO_ARREARS),
        ({"worst_class": 3}, Demand.HISTORY),
        ({"reports": (TODAY, TODAY - timedelta(days=91))}, Demand.REPORTS),
        ({"recommended_until": TODAY - timedelta(days=1)}, Demand.RECOMMENDATION),
        ({"recommended_until": None}, Demand.RECOMMENDATION),
        ({"stage": Stage.GROWING}, Demand.STAGE),
        ({"stage": None}, Demand.STAGE),
    ],
)
def test_each_demand_alone_stands_in_the_way(worse: dict[str, Any], demand: Demand) -> None:
    verdict = judge(replace(GOOD, **worse), Rule())
    assert not verdict.succeeded
    assert [one.demand for one in verdict.missing] == [demand]


@pytest.mark.parametrize(
    ("worse", "off"),
    [
        ({"arrears": Rupiah(1)}, {"no_arrears": False}),
        ({"worst_class": 5}, {"worst_class": None}),
        ({"reports": ()}, {"reports": 0}),
        ({"recommended_until": None}, {"recommendation": False}),
        ({"stage": None}, {"stage_at_least": None}),
        ({"left": Rupiah(15_000_000)}, {"percent_repaid": 25}),
    ],
)
def test_each_demand_can_be_switched_off(worse: dict[str, Any], off: dict[str, Any]) -> None:
    assert judge(replace(GOOD, **worse), replace(Rule(), **off)).succeeded


NOTHING_LEFT = replace(
    GOOD, left=Rupiah(0), owed=Rupiah(0), instalments_left=0, worst_class=5, reports=(), stage=None
)


def test_a_repaid_loan_always_counts_and_needs_no_other_reason() -> None:
    verdict = judge(NOTHING_LEFT, Rule())
    assert verdict.succeeded
    assert verdict.is_repaid
    assert [one.demand for one in verdict.reasons] == [Demand.REPAID]


def test_being_repaid_can_be_switched_off_too() -> None:
    assert not judge(NOTHING_LEFT, Rule(repaid_always_counts=False)).succeeded


def test_only_being_repaid_counts_where_nothing_else_does() -> None:
    rule = Rule(threshold_counts=False)
    assert not judge(GOOD, rule).succeeded
    assert judge(NOTHING_LEFT, rule).succeeded


def test_a_loan_that_was_written_off_is_no_success() -> None:
    assert not judge(replace(GOOD, written_off=True), Rule()).succeeded
    assert not judge(replace(NOTHING_LEFT, written_off=True), Rule()).succeeded


def test_what_is_still_to_come_is_not_repaid() -> None:
    """The first part is back; a second part is promised."""
    half = replace(GOOD, left=Rupiah(10_000_000), owed=Rupiah(0))
    assert not judge(half, Rule()).succeeded


@given(st.integers(0, 20), st.integers(1, 100), st.integers(0, 3))
def test_whoever_has_repaid_more_is_never_further_from_success(
    millions: int, percent: int, more: int
) -> None:
    rule = Rule(percent_repaid=percent)
    less = replace(GOOD, left=Rupiah(millions * 1_000_000))
    better = replace(GOOD, left=Rupiah(max(0, millions - more) * 1_000_000))
    assert judge(better, rule).succeeded or not judge(less, rule).succeeded


def test_inputs_and_rules_survive_being_stored() -> None:
    assert GroupInputs.from_json(GOOD.to_json()) == GOOD
    bare = replace(GOOD, recommended_until=None, stage=None, reports=())
    assert GroupInputs.from_json(bare.to_json()) == bare
    rule = Rule(
        maximum=Rupiah(15_000_000),
        worst_class=None,
        stage_at_least=None,
        frees=Frees.ANY_CASH,
        repeat_percent=(120, 100, 75, 0, None),
        minimum_reserve=Rupiah(1_000_000),
    )
    for one in (Rule(), rule):
        assert Rule.from_json(one.to_json()) == one


def test_a_rule_of_an_earlier_version_has_defaults_for_what_it_did_not_know() -> None:
    assert Rule.from_json({"percent_repaid": 80}) == Rule(percent_repaid=80)


@pytest.mark.parametrize(
    "figures",
    [
        {"percent_repaid": 0},
        {"percent_repaid": 101},
        {"worst_class": 0},
        {"worst_class": 6},
        {"reports": 25},
        {"report_days": 0},
        {"maximum": Rupiah(0)},
        {"minimum_reserve": Rupiah(-1)},
        {"repeat_percent": (100, 100)},
        {"repeat_percent": (100, 100, 100, 100, 1001)},
        {"repaid_always_counts": False, "threshold_counts": False},
    ],
)
def test_a_rule_outside_its_bounds_cannot_be_written(figures: dict[str, Any]) -> None:
    with pytest.raises(RuleImpossible):
        Rule(**figures)


def test_the_ceiling_follows_the_last_loan_and_the_maximum() -> None:
    rule = Rule(maximum=Rupiah(15_000_000))
    assert rule.ceiling(None, 1) == 15_000_000
    assert rule.ceiling(Rupiah(10_000_000), 1) == 15_000_000
    assert rule.ceiling(Rupiah(10_000_000), 2) == 10_000_000
    assert rule.ceiling(Rupiah(10_000_000), 3) == 7_500_000
    assert rule.ceiling(Rupiah(10_000_000), 4) == 0
    assert Rule().ceiling(Rupiah(10_000_000), 1) is None


# What can never be met ----------------------------------------------------------------------------

PLENTY = Surroundings(
    capital=Rupiah(50_000_000),
    smallest=Rupiah(5_000_000),
    borrowing=3,
    without_facilitator=0,
)


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"maximum": Rupiah(4_000_000)}, Unmeetable.MAXIMUM_BELOW_SMALLEST),
        ({"minimum_reserve": Rupiah(50_000_000)}, Unmeetable.RESERVE_ABOVE_CAPITAL),
        ({"minimum_reserve": Rupiah(46_000_000)}, Unmeetable.RESERVE_LEAVES_TOO_LITTLE),
        ({"reports": 5, "report_days": 90}, Unmeetable.TOO_MANY_REPORTS),
        ({"repeat_percent": (0, 0, 0, 0, 0)}, Unmeetable.NO_SECOND_LOAN),
    ],
)
def test_a_rule_that_can_never_be_met_is_warned_of(
    figures: dict[str, Any], code: Unmeetable
) -> None:
    assert [one.code for one in warnings(Rule(**figures), PLENTY)] == [code]


def test_a_rule_that_can_be_met_needs_no_warning() -> None:
    assert warnings(Rule(), PLENTY) == ()
    assert warnings(Rule(minimum_reserve=Rupiah(45_000_000)), PLENTY) == ()


def test_groups_without_a_facilitator_cannot_be_recommended() -> None:
    alone = replace(PLENTY, without_facilitator=2)
    assert [one.code for one in warnings(Rule(), alone)] == [Unmeetable.NO_FACILITATOR]
    asks_for_none = Rule(recommendation=False, stage_at_least=None)
    assert warnings(asks_for_none, alone) == ()


# The worst class ---------------------------------------------------------------------------------

MONTH = timedelta(days=30)


def dues(count: int = 6) -> list[Due]:
    """Instalments of a million every thirty days from 1 January on, nothing paid."""
    first = date(2019, 1, 31)
    return [
        Due(
            instalment=number,
            begins_on=first + MONTH * (number - 1),
            due_on=first + MONTH * number,
            principal=Rupiah(1_000_000),
            fee=Rupiah(0),
        )
        for number in range(count)
    ]


def paid(number: int, on: date) -> PaidPart:
    return PaidPart(on, number, Component.PRINCIPAL, Rupiah(1_000_000))


def test_whoever_pays_on_the_day_stays_in_the_first_class() -> None:
    plan = dues()
    on_time = [paid(due.instalment, due.due_on) for due in plan]
    assert worst_class(plan, on_time, plan[-1].due_on) == 1


@pytest.mark.parametrize(("late", "worst"), [(0, 1), (1, 2), (2, 2), (3, 3), (5, 4)])
def test_the_class_is_that_of_the_worst_day(late: int, worst: int) -> None:
    """So many instalments were open at once, and all is paid by now."""
    plan = dues()
    until = plan[max(0, late - 1)].due_on + timedelta(days=1)
    catches_up = [paid(due.instalment, max(due.due_on, until)) for due in plan]
    if late == 0:
        catches_up = [paid(due.instalment, due.due_on) for due in plan]
    assert worst_class(plan, catches_up, plan[-1].due_on) == worst


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.integers(-20, 220),
            st.sampled_from(Component),
            st.integers(1, 1_200_000),
        ),
        max_size=12,
    ),
    st.integers(0, 300),
)
def test_the_worst_class_is_the_worst_of_all_days_looked_at_one_by_one(
    parts: list[tuple[int, int, Component, int]], after: int
) -> None:
    """One pass over the money says what looking at every day anew would say."""
    plan = [replace(due, fee=Rupiah(60_000)) for due in dues()]
    today = plan[0].begins_on + timedelta(days=after)
    money = [
        PaidPart(plan[0].begins_on + timedelta(days=day), number, component, Rupiah(amount))
        for number, day, component, amount in parts
        if component is not Component.CREDIT
    ]
    days = {part.on for part in money if part.on <= today} | {today}
    classes = [
        collectibility(
            _after([part for part in money if part.on < day or day == today == part.on], plan), day
        )
        for day in days
    ]
    places = [OPERATIONAL_CLASSES.classes.index(one) + 1 for one in classes]
    assert worst_class(plan, money, today) == max(places)


def _after(money: list[PaidPart], plan: list[Due]) -> list[Due]:
    def sum_of(due: Due, component: Component) -> Rupiah:
        mine = (due.instalment, component)
        return Rupiah(sum(one.amount for one in money if (one.instalment, one.component) == mine))

    return [
        replace(
            due,
            principal_paid=sum_of(due, Component.PRINCIPAL),
            fee_paid=sum_of(due, Component.FEE),
        )
        for due in plan
    ]

"""What is asked once more about a repayment, and what is not."""

from datetime import date
from typing import Any

import pytest

from handlers.leaders.repayment_doubts import doubts, likely_meant, speaking_of
from handlers.situation import ReportFacts, Situation
from models.money import Rupiah
from models.repayment import ReportStatus
from tests.handlers.leaders.people import a_group, a_leader, a_loan

LOAN = a_loan(outstanding=9_000_000, next_left=500_000)


def reasons(answers: dict[str, Any], situation: Situation) -> list[str]:
    return [doubt.reason for doubt in doubts(answers, situation)]


@pytest.mark.parametrize(
    ("amount", "meant"),
    [
        (500_000, None),
        (400_000, None),
        (625_000, None),
        (50_000, 500_000),
        (5_000_000, 500_000),
        (10_000, None),
        (20_000, None),
        (45_000, 450_000),
        (300_000, None),
        (1_000_000, None),
        (2_000_000, None),
        (50_000_000, 500_000),
        (500_000_000, 500_000),
        (9_000_000, None),
        (900_000, 9_000_000),
    ],
)
def test_an_amount_some_zeros_off_is_asked_back_with_the_likely_one(
    amount: int, meant: int | None
) -> None:
    assert likely_meant(Rupiah(amount), LOAN) == meant


def test_what_is_late_altogether_is_a_plausible_amount() -> None:
    late = a_loan(outstanding=9_000_000, next_left=50_000, arrears=500_000)
    assert likely_meant(Rupiah(500_000), late) is None


@pytest.mark.parametrize(
    ("amount", "expected", "offers"),
    [
        (9_000_001, ["above_outstanding"], (9_000_000,)),
        (50_000_000, ["above_outstanding"], (500_000, 9_000_000)),
        (90_000_000, ["above_outstanding"], (9_000_000,)),
        (9_000_000, [], None),
        (5_000_000, ["odd_amount"], (500_000,)),
        (500_000, [], None),
    ],
)
def test_an_amount_is_doubted_for_one_reason_only(
    amount: int, expected: list[str], offers: tuple[int, ...] | None
) -> None:
    found = doubts({"amount": Rupiah(amount)}, a_leader(a_group(LOAN)))
    assert [doubt.reason for doubt in found] == expected
    if offers is not None:
        assert found[0].offers == offers


@pytest.mark.parametrize(
    ("outstanding", "next_left", "amount", "offers"),
    [
        (9_000_000, 500_000, 500_017, None),
        (9_000_000, 500_000, 500_000, None),
        (9_000_000, 499_983, 500_017, None),
        (9_000_000, 3_500, 4_017, None),
        (499_983, 499_983, 500_017, None),
        (499_983, 499_983, 500_000, None),
        (499_983, 499_983, 499_983, None),
        (9_000_000, 500_000, 9_000_017, None),
        (9_000_000, 500_000, 9_000_018, (9_000_017,)),
        (499_983, 499_983, 501_017, (500_017,)),
        (9_000_000, 500_000, 5_000_170, (500_017,)),
    ],
)
def test_the_amount_with_its_code_is_expected_and_the_round_one_is_fine(
    outstanding: int, next_left: int, amount: int, offers: tuple[int, ...] | None
) -> None:
    loan = a_loan(outstanding=outstanding, next_left=next_left, smallest=1_000, code=17)
    found = doubts({"amount": Rupiah(amount)}, a_leader(a_group(loan)))
    assert (found[0].offers if found else None) == offers


def test_less_than_the_programme_takes_is_asked_back() -> None:
    situation = a_leader(a_group(a_loan(smallest=100_000)))
    assert reasons({"amount": Rupiah(75_000)}, situation) == ["below_smallest"]


@pytest.mark.parametrize(
    ("paid_on", "expected"),
    [
        (date(2019, 7, 17), []),
        (date(2019, 5, 18), []),
        (date(2019, 5, 17), ["long_ago"]),
        (date(2019, 1, 20), ["long_ago"]),
        (date(2019, 1, 19), ["before_disbursement"]),
    ],
)
def test_a_day_before_the_loan_or_long_ago_is_asked_back(
    paid_on: date, expected: list[str]
) -> None:
    assert reasons({"paid_on": paid_on}, a_leader(a_group(LOAN))) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ReportStatus.SUBMITTED, ["same_report"]),
        (ReportStatus.ACCEPTED, ["same_report"]),
        (ReportStatus.REJECTED, []),
        (ReportStatus.REVERSED, []),
    ],
)
def test_the_same_amount_and_day_is_doubted_unless_that_report_fell(
    status: ReportStatus, expected: list[str]
) -> None:
    before = ReportFacts("S-1907-0001", Rupiah(500_000), date(2019, 7, 16), status)
    situation = a_leader(a_group(LOAN, before))
    same = {"amount": Rupiah(500_000), "paid_on": date(2019, 7, 16)}
    assert reasons(same, situation) == expected
    assert reasons(same | {"paid_on": date(2019, 7, 15)}, situation) == []
    assert reasons(same | {"amount": Rupiah(510_000)}, situation) == []


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ({}, []),
        ({8: (1,)}, []),
        ({9: (1,)}, ["slip_seen_here"]),
        ({9: (2,)}, ["slip_seen_elsewhere"]),
        ({9: (1, 2)}, ["slip_seen_elsewhere"]),
    ],
)
def test_a_slip_seen_before_is_doubted(
    seen: dict[int, tuple[int, ...]], expected: list[str]
) -> None:
    leader = a_leader(a_group(LOAN))
    situation = Situation(
        **{name: getattr(leader, name) for name in leader.__slots__} | {"seen_slips": seen}
    )
    assert reasons({"slips": (9,)}, situation) == expected


def test_nothing_is_told_about_the_other_group_of_a_slip() -> None:
    leader = a_leader(a_group(LOAN))
    situation = Situation(
        **{name: getattr(leader, name) for name in leader.__slots__} | {"seen_slips": {9: (2,)}}
    )
    (doubt,) = doubts({"slips": (9,)}, situation)
    assert doubt.facts == {}


def test_with_several_groups_nothing_is_doubted_before_the_group_is_named() -> None:
    situation = a_leader(a_group(LOAN), a_group(LOAN, number=2, name="KUBE Lain"))
    assert speaking_of({}, situation) is None
    assert reasons({"amount": Rupiah(50_000_000)}, situation) == []
    assert reasons({"amount": Rupiah(50_000_000), "group": 2}, situation) == ["above_outstanding"]


def test_a_group_that_has_repaid_everything_meanwhile_raises_no_doubt() -> None:
    assert reasons({"amount": Rupiah(1), "group": 1}, a_leader(a_group(None))) == []

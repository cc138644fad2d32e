"""Which report is which money: sure only when nothing else could be, whatever the order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from models.matching import (
    DAYS_APART_MOST,
    Credited,
    Payer,
    Reported,
    likely_group,
    match,
    named_groups,
)

if TYPE_CHECKING:
    import random

THE_16TH = date(2019, 7, 16)
PAYERS = {
    1: Payer("KUBE Jahe Merah Mekar", ("Sari Wulandari", "Nurul Aini"), code=17),
    2: Payer("KUBE Olahan Ikan Pesisir", ("Hamdan Arsyad",), code=42),
    3: Payer("Karang Taruna Tunas Etam", ("Yusuf Ramadhan",)),
}


def report(
    number: int = 1, *, group: int = 1, amount: int = 500_000, day: date = THE_16TH
) -> Reported:
    return Reported(number, group, amount, day, f"S-1907-{number:04d}")


def line(
    number: int = 1, text: str = "", *, amount: int = 500_000, day: date = THE_16TH
) -> Credited:
    return Credited(number, amount, day, text)


def sure(reports: list[Reported], lines: list[Credited]) -> dict[int, int]:
    return dict(match(reports, lines, PAYERS).sure)


def test_the_same_amount_within_three_days_is_sure() -> None:
    for apart in (-3, 0, 3):
        assert sure([report()], [line(day=THE_16TH + timedelta(apart))]) == {1: 1}
    for apart in (-4, 4):
        assert sure([report()], [line(day=THE_16TH + timedelta(apart))]) == {}
    assert sure([report()], [line(amount=500_001)]) == {}


def test_two_lines_that_fit_alike_are_for_people_to_look_at() -> None:
    found = match([report()], [line(1), line(2)], PAYERS)
    assert found.sure == {}
    assert found.unclear == {1: (1,), 2: (1,)}
    assert found.doubtful_reports == {1}


def test_two_reports_that_fit_alike_are_for_people_to_look_at() -> None:
    found = match([report(1), report(2, group=2)], [line()], PAYERS)
    assert found.sure == {}
    assert found.unclear == {1: (1, 2)}


def test_the_same_day_decides_between_lines_that_are_alike_otherwise() -> None:
    assert sure([report()], [line(1, day=date(2019, 7, 15)), line(2)]) == {1: 2}


def test_the_receipt_number_in_the_banks_words_decides() -> None:
    lines = [line(1), line(2, "TRF setoran s1907-0001", day=date(2019, 7, 18))]
    assert sure([report()], lines) == {1: 2}


def test_the_name_of_the_group_or_of_an_officer_decides() -> None:
    reports = [report(1, group=1), report(2, group=2)]
    assert sure(reports, [line(1, "DARI HAMDAN ARSYAD"), line(2, "JAHE MERAH MEKAR")]) == {
        1: 2,
        2: 1,
    }


def test_the_payment_code_names_the_group() -> None:
    reports = [report(1, group=1, amount=500_017), report(2, group=2, amount=500_017)]
    assert sure(reports, [line(amount=500_017)]) == {1: 1}
    assert named_groups("", 500_017, PAYERS) == {1}


def test_money_that_names_another_group_is_never_sure() -> None:
    found = match([report(group=3)], [line(text="KUBE OLAHAN IKAN PESISIR")], PAYERS)
    assert found.sure == {}
    assert found.unclear == {1: (1,)}


def test_words_that_stand_in_many_names_name_nobody() -> None:
    assert named_groups("SETORAN KUBE OLAHAN", 500_000, PAYERS) == frozenset()
    assert named_groups("SETORAN KELOMPOK", 500_000, {9: Payer("Kelompok Usaha Bersama")}) == set()


def test_whose_money_it_may_be_is_said_only_when_one_group_is_meant() -> None:
    assert likely_group("TRF NURUL AINI", 500_000, PAYERS) == 1
    assert likely_group("TUNAS ETAM", 500_000, PAYERS) == 3
    assert likely_group("", 500_042, PAYERS) == 2
    assert likely_group("TUNAS ETAM", 500_042, PAYERS) is None
    assert likely_group("SETORAN TUNAI", 500_000, PAYERS) is None


days = st.integers(0, 8).map(lambda days: THE_16TH + timedelta(days))
amounts = st.sampled_from([300_000, 500_000, 500_017, 500_042])
sayings = st.sampled_from(
    [
        "",
        "SETORAN",
        "TUNAS ETAM",
        "NURUL AINI",
        "JAHE MERAH MEKAR",
        "REF S19070003",
        "HAMDAN ARSYAD",
    ]
)
all_reports = st.lists(st.tuples(st.integers(1, 3), amounts, days), max_size=8).map(
    lambda found: [
        report(number, group=group, amount=amount, day=day)
        for number, (group, amount, day) in enumerate(found, start=1)
    ]
)
all_lines = st.lists(st.tuples(sayings, amounts, days), max_size=8).map(
    lambda found: [
        line(number, text, amount=amount, day=day)
        for number, (text, amount, day) in enumerate(found, start=1)
    ]
)


@settings(max_examples=200, deadline=None)
@given(all_reports, all_lines)
def test_every_sure_pair_keeps_the_rule_and_serves_one_report(
    reports: list[Reported], lines: list[Credited]
) -> None:
    found = match(reports, lines, PAYERS)
    by_report, by_line = {one.id: one for one in reports}, {one.id: one for one in lines}
    assert len(set(found.sure.values())) == len(found.sure)
    for report_id, line_id in found.sure.items():
        told, seen = by_report[report_id], by_line[line_id]
        assert told.amount == seen.amount
        assert abs((told.paid_on - seen.booked_on).days) <= DAYS_APART_MOST
    assert not set(found.unclear) & set(found.sure.values())
    assert not found.doubtful_reports & set(found.sure)


@settings(max_examples=200, deadline=None)
@given(all_reports, all_lines, st.randoms(use_true_random=False))
def test_the_order_in_which_things_come_changes_nothing(
    reports: list[Reported], lines: list[Credited], chance: random.Random
) -> None:
    before = match(reports, lines, PAYERS)
    chance.shuffle(reports)
    chance.shuffle(lines)
    assert match(reports, lines, dict(reversed(PAYERS.items()))) == before


@settings(max_examples=200, deadline=None)
@given(all_reports, all_lines)
def test_whoever_has_no_rival_is_matched(reports: list[Reported], lines: list[Credited]) -> None:
    """A report and a line that fit, and fit nothing else, are a pair; unless others are named."""
    found = match(reports, lines, PAYERS)

    def fit(told: Reported, seen: Credited) -> bool:
        near = abs((told.paid_on - seen.booked_on).days) <= DAYS_APART_MOST
        return near and told.amount == seen.amount

    for told in reports:
        fitting = [seen for seen in lines if fit(told, seen)]
        if len(fitting) == 1 and [one for one in reports if fit(one, fitting[0])] == [told]:
            named = named_groups(fitting[0].text, fitting[0].amount, PAYERS)
            quoted = told.number.replace("-", "").lower() in fitting[0].text.lower().replace(
                "-", ""
            )
            expected = not named or told.group_id in named or quoted
            assert (found.sure.get(told.id) == fitting[0].id) is expected

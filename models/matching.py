"""Which reported repayment is which money on the bank statement. Pure, whatever the order.

A pair has the same amount and days at most three apart. It is sure only if each is the other's
single best; everything that could be otherwise is for people to look at (AHEAD.md 7).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

DAYS_APART_MOST: Final = 3
_REFERENCE, _CODE, _NAME, _OFFICER, _SAME_DAY = 16, 8, 4, 2, 1
_CODE_DIGITS: Final = 1000
"""A payment code is the last three digits of an amount."""
_SHORTEST_NUMBER: Final = 6
_SHORTEST_NAME: Final = 4
_IN_MANY_NAMES: Final = frozenset(
    ("kube", "kelompok", "karang", "taruna", "fakir", "miskin", "usaha", "bersama", "olahan")
)


@dataclass(frozen=True, slots=True)
class Reported:
    """A repayment by transfer that was reported and is not matched yet; amount in rupiah."""

    id: int
    group_id: int
    amount: int
    paid_on: date
    number: str


@dataclass(frozen=True, slots=True)
class Credited:
    """Money on the statement that belongs to no report yet; `text` is all that the bank says."""

    id: int
    amount: int
    booked_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Payer:
    """By what a bank's words can name a group: its name, its officers, its payment code."""

    name: str
    officers: tuple[str, ...] = ()
    code: int | None = None


@dataclass(frozen=True, slots=True)
class Matches:
    """Sure pairs, and those that could be: lines with the reports that might be theirs."""

    sure: Mapping[int, int] = field(default_factory=dict)
    """The line of each report."""
    unclear: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """The reports of each line, the likeliest first."""

    @property
    def doubtful_reports(self) -> frozenset[int]:
        return frozenset(report for reports in self.unclear.values() for report in reports)


def match(
    reports: Iterable[Reported], lines: Iterable[Credited], payers: Mapping[int, Payer]
) -> Matches:
    """Pair them: the same sets give the same pairs, in whatever order they come."""
    evidence = _evidence(reports, lines, payers)
    by_report: dict[int, dict[int, int]] = defaultdict(dict)
    by_line: dict[int, dict[int, int]] = defaultdict(dict)
    for (report, line), points in evidence.items():
        by_report[report][line] = points
        by_line[line][report] = points
    best = {report: _single_best(choices) for report, choices in sorted(by_report.items())}
    sure = {
        report: line
        for report, line in best.items()
        if line is not None
        and _single_best(by_line[line]) == report
        and evidence[report, line] >= 0
    }
    taken = set(sure.values())
    unclear = {
        line: left
        for line, choices in sorted(by_line.items())
        if line not in taken and (left := _left(choices, sure))
    }
    return Matches(sure, unclear)


def named_groups(text: str, amount: int, payers: Mapping[int, Payer]) -> frozenset[int]:
    """The groups that a line names, by name or payment code: whose money it says it is."""
    said = _words(text)
    return frozenset(group for group, payer in payers.items() if _is_named(said, amount, payer))


def likely_group(text: str, amount: int, payers: Mapping[int, Payer]) -> int | None:
    """The one group that a line names, else the one whose officer it names; none if unsure."""
    named = named_groups(text, amount, payers)
    if not named:
        said = _words(text)
        named = frozenset(group for group, payer in payers.items() if _names_officer(said, payer))
    return next(iter(named)) if len(named) == 1 else None


def _evidence(
    reports: Iterable[Reported], lines: Iterable[Credited], payers: Mapping[int, Payer]
) -> dict[tuple[int, int], int]:
    """Points for each pair that is possible at all; below zero where the line names others."""
    of_day: dict[tuple[int, date], list[Reported]] = defaultdict(list)
    for report in reports:
        of_day[report.amount, report.paid_on].append(report)
    evidence: dict[tuple[int, int], int] = {}
    for line in lines:
        near = _near(line, of_day)
        if not near:
            continue
        said = _words(line.text)
        named = named_groups(line.text, line.amount, payers)
        for report in near:
            evidence[report.id, line.id] = _points(report, line, said, named, payers)
    return evidence


def _near(line: Credited, of_day: Mapping[tuple[int, date], list[Reported]]) -> list[Reported]:
    apart = range(-DAYS_APART_MOST, DAYS_APART_MOST + 1)
    days = (line.booked_on + timedelta(days=days) for days in apart)
    return [report for day in days for report in of_day.get((line.amount, day), ())]


def _points(
    report: Reported,
    line: Credited,
    said: frozenset[str],
    named: frozenset[int],
    payers: Mapping[int, Payer],
) -> int:
    points = _SAME_DAY if report.paid_on == line.booked_on else 0
    if _quotes(line.text, report.number):
        return points + _REFERENCE
    payer = payers.get(report.group_id)
    if report.group_id in named and payer is not None:
        points += _CODE if _has_code(line.amount, payer) else 0
        points += _NAME if _names(said, payer.name) else 0
    elif named:
        return -1
    if payer is not None and _names_officer(said, payer):
        points += _OFFICER
    return points


def _quotes(text: str, number: str) -> bool:
    """Whether the bank's words hold the receipt number, however it is punctuated."""
    quoted = re.sub(r"[^a-z0-9]", "", number.casefold())
    return len(quoted) >= _SHORTEST_NUMBER and quoted in re.sub(r"[^a-z0-9]", "", text.casefold())


def _is_named(said: frozenset[str], amount: int, payer: Payer) -> bool:
    return _has_code(amount, payer) or _names(said, payer.name)


def _has_code(amount: int, payer: Payer) -> bool:
    return bool(payer.code) and amount % _CODE_DIGITS == payer.code


def _names(said: frozenset[str], name: str) -> bool:
    """Whether all words of a name stand there that are not in every other name, too."""
    telling = [word for word in _words(name) if word not in _IN_MANY_NAMES]
    return any(len(word) >= _SHORTEST_NAME for word in telling) and said.issuperset(telling)


def _names_officer(said: frozenset[str], payer: Payer) -> bool:
    return any(_names(said, officer) for officer in payer.officers)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.casefold().replace("'", "")))


def _single_best(choices: Mapping[int, int]) -> int | None:
    """The choice with more points than every other; none on a tie."""
    ranked = sorted(choices.items(), key=lambda each: -each[1])
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0] if ranked else None


def _left(choices: Mapping[int, int], sure: Mapping[int, int]) -> tuple[int, ...]:
    open_ones: Sequence[tuple[int, int]] = [
        (-points, report) for report, points in choices.items() if report not in sure
    ]
    return tuple(report for _, report in sorted(open_ones))

"""A funding rule in plain words: what counts as success, what it frees, and the limits."""

from collections.abc import Mapping, Sequence
from typing import Final

from handlers.messages import Fact, Words, words
from models.funding_rule import Rule
from models.money import Rupiah
from models.rule_warnings import Unmeetable, Warned

CLASSES: Final = ("I", "II", "III", "IV", "V")
_DEMANDS: Final = {"percent", "arrears", "history", "reports", "recommendation", "stage"}
"""What is looked at before a group has repaid everything: told below that."""


def rule_in_words(rule: Rule) -> tuple[Words, ...]:
    """Every demand and limit in a line, in the order in which they are looked at."""
    return tuple(_listed(item, line) for item, line in lines_of(rule).items())


def lines_of(rule: Rule) -> Mapping[str, Words]:
    """The lines by the item of the rule that each tells."""
    return {
        "repaid": _switch("repaid", on=rule.repaid_always_counts),
        "threshold": _switch("threshold", on=rule.threshold_counts),
        "percent": words("rule_words.percent", percent=rule.percent_repaid),
        "arrears": _switch("arrears", on=rule.no_arrears),
        "history": _off("history")
        if rule.worst_class is None
        else words("rule_words.history", worst=CLASSES[rule.worst_class - 1]),
        "reports": _off("reports")
        if not rule.reports
        else words("rule_words.reports", count=rule.reports, days=rule.report_days),
        "recommendation": _switch("recommendation", on=rule.recommendation),
        "stage": _off("stage")
        if rule.stage_at_least is None
        else words("rule_words.stage", stage=words(f"funding.stage.{rule.stage_at_least.value}")),
        "frees": words(f"rule_words.frees_{rule.frees.value}"),
        "reserve": words("rule_words.reserve", amount=rule.minimum_reserve),
        "maximum": _off("maximum")
        if rule.maximum is None
        else words("rule_words.maximum", amount=rule.maximum),
        "repeat": _repeat(rule.repeat_percent),
    }


def _listed(item: str, line: Words) -> Words:
    key = "rule_words.demand" if item in _DEMANDS else "rule_words.item"
    return words(key, line=line)


def changes_in_words(before: Rule, after: Rule) -> tuple[Words, ...]:
    """Each line that becomes another one."""
    old, new = lines_of(before), lines_of(after)
    return tuple(
        words("rule_words.change", before=old[item], after=new[item])
        for item in new
        if old[item] != new[item]
    )


def warning_in_words(warned: Warned) -> Words:
    """Why the rule could never be met as things stand."""
    money = warned.code in _OF_MONEY
    facts: dict[str, Fact] = {
        "figure": Rupiah(warned.figure) if money else warned.figure,
        "against": Rupiah(warned.against) if money else warned.against,
    }
    return Words(f"rule_words.warning.{warned.code.value}", facts)


_OF_MONEY: Final = {
    Unmeetable.MAXIMUM_BELOW_SMALLEST,
    Unmeetable.RESERVE_ABOVE_CAPITAL,
    Unmeetable.RESERVE_LEAVES_TOO_LITTLE,
}


def _switch(item: str, *, on: bool) -> Words:
    return words(f"rule_words.{item}_{'on' if on else 'off'}")


def _off(item: str) -> Words:
    return words(f"rule_words.{item}_off")


def _repeat(percents: Sequence[int | None]) -> Words:
    """Class by class, from II on, how much of the last loan the next may be."""
    _, second, third, fourth, fifth = (
        words("rule_words.any_share") if one is None else words("rule_words.share", percent=one)
        for one in percents
    )
    return words("rule_words.repeat", second=second, third=third, fourth=fourth, fifth=fifth)

"""Why a funding is possible, or what is missing, in words: successes, money, and what changed."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from handlers.messages import Fact, Words, words
from handlers.staff.plan_words import DueThen, in_short
from handlers.staff.rhythm_answers import called
from models.funding_evidence import replay
from models.funding_hurdles import InTheWay
from models.funding_rule import Rule
from models.loan_terms import LoanTerms, in_parts
from models.money import Rupiah
from models.next_funding import Missing, Money, NextFunding
from models.next_funding_inputs import Outlook
from models.schedule import make_schedule
from models.success import Demand, GroupInputs, Reason, Verdict, judge
from models.visit import Stage

_NEAREST: Final = 3
"""So many groups that come closest to success are named."""
_CLASSES: Final = ("I", "II", "III", "IV", "V")


def verdict_in_words(verdict: Verdict, inputs: GroupInputs) -> Words:
    """Who has succeeded, and by what."""
    if verdict.is_repaid:
        return words("funding.success.repaid", group=verdict.group)
    reasons = tuple(reason_in_words(one, inputs) for one in verdict.reasons if one.met)
    return words("funding.success.threshold", group=verdict.group, reasons=reasons)


def reason_in_words(reason: Reason, inputs: GroupInputs) -> Words:
    """A demand of the rule with its figures, met or not."""
    state = "met" if reason.met else "missing"
    facts: dict[str, Fact] = {"figure": reason.figure, "needed": reason.needed}
    match reason.demand:
        case Demand.NO_ARREARS:
            facts = {"figure": Rupiah(reason.figure)}
        case Demand.HISTORY:
            facts = {"figure": _CLASSES[reason.figure - 1], "needed": _CLASSES[reason.needed - 1]}
        case Demand.RECOMMENDATION:
            facts = {"until": inputs.recommended_until or inputs.as_of}
        case Demand.STAGE:
            facts = {"figure": _stage(reason.figure), "needed": _stage(reason.needed)}
    return Words(f"funding.{state}.{reason.demand.value}", facts)


def _stage(place: int) -> Fact:
    key = list(Stage)[place].value if place >= 0 else "unseen"
    return words(f"funding.stage.{key}")


def why(evidence: dict[str, Any]) -> tuple[Words, ...]:
    """What made a funding possible, by the inputs that were kept with it."""
    decided = replay(evidence)
    if decided.of_capital:
        return (words("funding.why.first_round"),)
    rule = Rule.from_json(evidence["rule"])
    known = [GroupInputs.from_json(one) for one in evidence["successes"]]
    wanted = decided.freed_by or next(iter(decided.succeeded), None)
    return tuple(verdict_in_words(judge(one, rule), one) for one in known if one.loan_id == wanted)


def money_in_words(money: Money, amount: Rupiah | None = None) -> Words:
    """What the fund holds, and what is left of it after so much is paid."""
    facts: dict[str, Fact] = {
        "cash": money.cash,
        "reserved": money.reserved,
        "minimum": money.minimum,
        "available": money.available,
    }
    if amount is None:
        return Words("funding.money_now", facts)
    return Words("funding.money", {**facts, "after": Rupiah(max(0, money.available - amount))})


def missing_in_words(found: Outlook) -> tuple[Words, ...]:
    """What is missing until the first in the queue can be funded: each test by itself."""
    decided, first = found.next, found.next.first
    if first is None:
        return (words("funding.waits.nobody_waits"),)
    lines = [_missing(one, decided) for one in decided.missing]
    if Missing.SUCCESS not in decided.missing and not decided.of_capital:
        lines.append(words("funding.there.success"))
    if Missing.MONEY not in decided.missing:
        lines.append(words("funding.there.money", available=found.money.available))
    if Missing.SUCCESS in decided.missing:
        lines += nearest_in_words(found)
    if decided.suffices_for is not None:
        other = decided.suffices_for
        amount = other.amount(found.rule.rule)
        lines.append(words("funding.suffices_for", group=other.group, amount=amount))
    return tuple(lines)


def _missing(what: Missing, decided: NextFunding) -> Words:
    first = decided.first
    assert first is not None
    return words(
        f"funding.waits.{what.value}",
        group=first.group,
        amount=decided.amount,
        short=decided.short,
        owes=first.owes,
    )


def nearest_in_words(found: Outlook) -> list[Words]:
    """The groups that come closest to success, and what they lack; for staff only."""
    running = [
        one for one in found.verdicts if not one.succeeded and found.inputs[one.loan_id].owed
    ]
    running.sort(key=lambda one: (len(one.missing), found.inputs[one.loan_id].left, one.loan_id))
    listed = [
        words(
            "funding.nearest",
            group=one.group,
            percent=found.inputs[one.loan_id].percent_repaid,
            lacks=lacks_in_words(one, found.inputs[one.loan_id]),
        )
        for one in running[:_NEAREST]
    ]
    return [words("funding.the_nearest"), *listed] if listed else []


def lacks_in_words(verdict: Verdict, inputs: GroupInputs) -> Fact:
    """What a group still lacks by the rule; being repaid where nothing else counts."""
    lacking = verdict.missing or verdict.reasons[:1]
    return tuple(words("funding.lack", line=reason_in_words(one, inputs)) for one in lacking)


def hurdle_in_words(found: InTheWay) -> Words:
    """What has come in the way."""
    return words(f"funding.hurdle.{found.code.value}", group=found.group, amount=found.amount)


def terms_in_words(terms: LoanTerms, amount: Rupiah) -> tuple[Words, ...]:
    """The agreed terms, a line each where there is something to say."""
    lines = [
        words(
            "funding.terms.plan",
            count=terms.instalments,
            rhythm=called(terms.rhythm),
        ),
        words("funding.terms.fee", percent=percent_of(terms.fee_basis_points))
        if terms.fee_basis_points
        else words("funding.terms.no_fee"),
    ]
    if terms.grace_periods:
        lines.append(words("funding.terms.grace", count=terms.grace_periods))
    if terms.first_due_on is not None:
        lines.append(words("funding.terms.first_due", first_due_on=terms.first_due_on))
    if len(terms.parts) > 1:
        parts = in_parts(amount, terms.parts)
        lines += [
            words("funding.terms.part", number=number, count=len(parts), amount=part)
            for number, part in enumerate(parts, start=1)
        ]
    return tuple(lines)


def percent_of(basis_points: int) -> str:
    """Basis points as a percentage in figures, such as 1,5."""
    whole, rest = divmod(basis_points, 100)
    return str(whole) if not rest else f"{whole},{rest:02d}".rstrip("0")


def plan_in_short(terms: LoanTerms, amount: Rupiah, paid_on: date) -> Fact:
    """The instalments of the first part, if it is paid on that WITA day; raises ImpossibleTerms."""
    first = in_parts(amount, terms.parts)[0]
    return in_short(_lines(terms, first, paid_on))


def _lines(terms: LoanTerms, amount: Rupiah, paid_on: date) -> Sequence[DueThen]:
    plan = make_schedule(terms.of(amount, paid_on))
    return [DueThen(row.due_on, row.principal + row.fee) for row in plan]

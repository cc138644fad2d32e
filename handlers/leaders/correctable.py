"""Which reports a leader may correct, and what is odd about a correction. Pure."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers.forms import Answers, Doubt
from handlers.hearing import Option
from handlers.leaders.repayment_doubts import about_amount, about_day, about_repetition, doubts
from handlers.messages import Json, words
from handlers.situation import GroupFacts, LoanFacts, Situation
from handlers.staff.report_card import Caution
from handlers.what_changes import Stated, same_again
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.report_correction import recorded_amount

OFFERED_MOST: Final = 5
_ABOUT_SLIPS: Final = frozenset({Caution.SLIP_SEEN_HERE, Caution.SLIP_SEEN_ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Correctable:
    """A report that stands, as it stands."""

    id: int
    number: str
    group_id: int
    stated: Stated
    verified: bool

    @classmethod
    def of(cls, report: RepaymentReport) -> "Correctable":
        stated = Stated(recorded_amount(report), report.paid_on)
        verified = report.status is ReportStatus.ACCEPTED
        return cls(report.id, report.number, report.group_id, stated, verified)

    def dump(self) -> Json:
        stated = (int(self.stated.amount), self.stated.paid_on.isoformat())
        return [self.id, self.number, self.group_id, *stated, self.verified]

    @classmethod
    def load(cls, stored: Json) -> "Correctable":
        number, name, group, amount, day, verified = stored
        stated = Stated(Rupiah(amount), date.fromisoformat(day))
        return cls(number, name, group, stated, verified)


def correctable(answers: Answers) -> tuple[Correctable, ...]:
    return tuple(map(Correctable.load, json.loads(answers["reports"])))


def chosen_of(answers: Answers) -> Correctable | None:
    """The report that is named, else the only one; none while it is open which."""
    possible = correctable(answers)
    named = answers.get("report")
    if named is None:
        return possible[0] if len(possible) == 1 else None
    return next((one for one in possible if one.number == named), None)


def stated_of(answers: Answers) -> Stated | None:
    """What the chosen report says now; none while it is open which."""
    chosen = chosen_of(answers)
    return chosen.stated if chosen else None


def several(answers: Answers, _: Situation) -> bool:
    return len(correctable(answers)) > 1


def offered(answers: Answers, _: Situation) -> tuple[Option[str], ...]:
    return tuple(
        Option(
            one.number,
            words(
                "correct_report.offered",
                number=one.number,
                amount=one.stated.amount,
                paid_on=one.stated.paid_on,
            ),
        )
        for one in correctable(answers)[:OFFERED_MOST]
    )


def doubts_about(chosen: Correctable, answers: Answers, situation: Situation) -> Iterator[Doubt]:
    """As about a new report, each for what changes; and one that changes nothing is asked again."""
    wanted = chosen.stated.changed_by(answers)
    again = same_again(answers, chosen.stated, number=chosen.number)
    if again is not None:
        yield again
    if wanted == chosen.stated:
        return
    group = situation.group(chosen.group_id)
    if group is None or group.loan is None:
        return
    loan = _without(chosen, group.loan)
    found: list[Doubt | None] = []
    if wanted.amount != chosen.stated.amount:
        found.append(about_amount(wanted.amount, loan))
    if wanted.paid_on != chosen.stated.paid_on:
        found.append(about_day(wanted.paid_on, loan, situation))
    same = about_repetition(wanted.amount, wanted.paid_on, _others(group, chosen.number))
    if same is not None and wanted.amount == chosen.stated.amount:
        same = Doubt("paid_on", "same_report", same.facts)
    found.append(same)
    yield from (doubt for doubt in found if doubt is not None)


def _without(chosen: Correctable, loan: LoanFacts) -> LoanFacts:
    """The loan as it would be owed without the report, which the ledger counts once verified."""
    if not chosen.verified:
        return loan
    return replace(loan, outstanding=Rupiah(loan.outstanding + chosen.stated.amount))


def _others(group: GroupFacts, number: str) -> GroupFacts:
    return replace(group, reports=tuple(one for one in group.reports if one.number != number))


def warnings_for(report: RepaymentReport, wanted: Stated, situation: Situation) -> tuple[str, ...]:
    """What staff should look at now; the slips are the same as before."""
    kept = [code for code in report.warnings.split() if code in _ABOUT_SLIPS]
    group = situation.group(report.group_id)
    if group is None:
        return tuple(kept)
    speaking = replace(situation, groups=(_others(group, report.number),))
    answers = {"group": group.id, "amount": wanted.amount, "paid_on": wanted.paid_on}
    return tuple([doubt.reason for doubt in doubts(answers, speaking)] + kept)

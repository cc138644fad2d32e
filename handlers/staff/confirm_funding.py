"""Confirming a proposal: one of staff agrees, and says on which terms the loan is given."""

import json
from datetime import date

from typing_extensions import override

from handlers.forms import Answers, Doubt, Form, given, question
from handlers.messages import Fact, Reply, Words, say
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.funding_proposal import change_card
from handlers.staff.funding_words import plan_in_short, terms_in_words
from handlers.staff.plan_answers import Count
from handlers.staff.rhythm_answers import DueDays, HowOften
from handlers.staff.terms_answers import (
    WHICH_TERMS,
    Fee,
    FirstDue,
    InParts,
    TermsChoice,
)
from handlers.turn import Turn
from models import funding
from models.contact import Role
from models.errors import ImpossibleTerms, RuleBroken
from models.funding import IN_TALK, locked
from models.funding_tables import Funding, FundingState
from models.loan_terms import LoanTerms
from models.money import Rupiah
from models.rhythm import MONTH, SEASON, Rhythm

CONFIRMERS = frozenset({Role.VERIFIER, Role.TREASURER, Role.APPROVER})


async def begin(turn: Turn, found: Funding) -> Reply | tuple[Reply, ...]:
    """Ask for the terms; the usual ones of the programme are offered."""
    await require(turn, CONFIRMERS)
    if found.state not in IN_TALK or found.tranche > 1:
        return say("form.stale")
    group = found.application.group
    turn.start(
        "confirm_funding",
        funding=found.id,
        group=group.name,
        village=group.village,
        amount=int(found.amount),
        usual=json.dumps((await usual_terms(found)).to_json()),
    )
    return ()


async def usual_terms(found: Funding) -> LoanTerms:
    """What was agreed here before, else what was agreed last in the programme, else the default.

    A day that was agreed for another loan is not usual, and parts are asked about anyhow.
    """
    if found.terms is not None:
        return LoanTerms.from_json(found.terms)
    before = Funding.filter(
        programme_id=found.programme_id, state=FundingState.PAID, tranche=1
    ).order_by("-id")
    last = await before.first()
    if last is None or last.terms is None:
        return LoanTerms()
    terms = LoanTerms.from_json(last.terms)
    if terms.rhythm == SEASON:
        return LoanTerms()
    return LoanTerms(
        instalments=terms.instalments,
        rhythm=terms.rhythm,
        fee_basis_points=terms.fee_basis_points,
        grace_periods=terms.grace_periods,
    )


async def agree(turn: Turn, found: Funding) -> None:
    """Confirm a later part, whose terms are agreed already."""
    assert found.terms is not None
    terms = LoanTerms.from_json(found.terms)
    await funding.confirm(found, terms, by=turn.person_id, at=turn.now)


def _other(answers: Answers, _: Situation) -> bool:
    return answers.get("choice") is TermsChoice.OTHER


def _at_harvest(answers: Answers, situation: Situation) -> bool:
    return _other(answers, situation) and answers.get("rhythm") == SEASON


def _by_calendar(answers: Answers, situation: Situation) -> bool:
    harvest = answers.get("rhythm") in {None, SEASON}
    return _other(answers, situation) and not harvest


class ConfirmFundingForm(Form, name="confirm_funding"):
    """Usual terms or others, and whether it is paid out at once or in parts."""

    funding: int = given(int)
    group: str = given(str)
    village: str = given(str)
    amount: int = given(int)
    usual: str = given(str)
    choice: TermsChoice = question(WHICH_TERMS)
    rhythm: Rhythm | None = question(HowOften(), when=_other)
    count: int | None = question(Count(), when=_by_calendar)
    harvests: tuple[date, ...] | None = question(DueDays(), when=_at_harvest)
    fee: int | None = question(Fee(), when=_other)
    grace: int | None = question(Count(at_least=0, at_most=24), when=_by_calendar)
    first_due: date | None = question(FirstDue(), when=_by_calendar)
    parts: tuple[int, ...] = question(InParts())

    @override
    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        amount = Rupiah(answers["amount"])
        usual = LoanTerms.from_json(json.loads(answers["usual"]))
        return {
            "group": answers["group"],
            "amount": amount,
            "usual_terms": terms_in_words(usual, amount),
        }

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        grace, count = answers.get("grace"), answers.get("count")
        if grace is not None and count is not None and grace >= count:
            return (Doubt("grace", "takes_all", {"count": count}, firm=True),)
        return ()

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        amount = Rupiah(answers["amount"])
        facts: dict[str, Fact] = {
            "group": answers["group"],
            "village": answers["village"],
            "amount": amount,
        }
        if "parts" not in answers or "choice" not in answers:
            return facts
        terms = terms_of(answers)
        plan: Fact
        try:
            plan = plan_in_short(terms, amount, situation.today)
        except ImpossibleTerms as impossible:
            plan = Words(impossible.code, impossible.facts)
        return {**facts, "all_terms": terms_in_words(terms, amount), "plan": plan}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, CONFIRMERS)
        found = await locked(self.funding)
        if found is None:
            return say("form.stale")
        answers = {name: getattr(self, name) for name in type(self).questions}
        terms = terms_of({**answers, "usual": self.usual})
        try:
            await funding.confirm(found, terms, by=turn.person_id, at=turn.now)
        except RuleBroken as broken:  # Raised before anything was written; the form has ended.
            return Reply(broken.code, broken.facts)
        await change_card(turn, found, key=f"confirmed:{turn.draft_id}")
        return say("confirm_funding.done", group=self.group)


def terms_of(answers: Answers) -> LoanTerms:
    """The terms that were answered, as soon as all of them are."""
    parts = tuple(answers["parts"])
    usual = LoanTerms.from_json(json.loads(answers["usual"]))
    if answers.get("choice") is not TermsChoice.OTHER:
        return LoanTerms.from_json({**usual.to_json(), "parts": list(parts)})
    harvests = tuple(answers.get("harvests") or ())
    rhythm = answers.get("rhythm") or MONTH
    at_harvest = rhythm == SEASON
    return LoanTerms(
        instalments=len(harvests) or 1 if at_harvest else answers.get("count") or 1,
        rhythm=rhythm,
        harvests=harvests if at_harvest else (),
        fee_basis_points=answers.get("fee") or 0,
        grace_periods=0 if at_harvest else answers.get("grace") or 0,
        first_due_on=None if at_harvest else answers.get("first_due"),
        parts=parts,
    )

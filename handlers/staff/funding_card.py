"""The card of a funding: who is next and why, what it rests on, and how far it has come."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from handlers.messages import Choice, Fact, Reply, Words, say, words
from handlers.staff.funding_words import hurdle_in_words, money_in_words, terms_in_words, why
from models.contact import Person
from models.funding import GIVEN_UP, IN_TALK
from models.funding_hurdles import Hurdle, hurdles
from models.funding_tables import Funding, FundingState
from models.group import Group
from models.loan_terms import LoanTerms
from models.money import Rupiah
from models.next_funding import Money

_BUTTONS: Final = {
    FundingState.PROPOSED: ("confirm", "refuse", "postpone"),
    FundingState.CONFIRMED: ("approve", "terms", "refuse", "postpone"),
    FundingState.APPROVED: ("pay", "refuse"),
}
_OF_A_LATER_PART: Final = {
    FundingState.PROPOSED: ("agree", "refuse", "postpone"),
    FundingState.CONFIRMED: ("approve", "refuse", "postpone"),
    FundingState.APPROVED: ("pay", "refuse"),
}


def subject(funding_id: int) -> str:
    """The name by which all cards of a funding change together."""
    return f"funding:{funding_id}"


async def card(funding: Funding, *, now: datetime) -> Reply:
    """The card as it is to be shown now; `funding.application` and its group are fetched."""
    group = funding.application.group
    facts: dict[str, Fact] = {
        "funding": funding.id,
        "group": group.name,
        "village": group.village,
        "amount": Rupiah(funding.amount),
        "number": funding.application.number,
        "purpose": funding.application.purpose,
        "about": _about(funding),
        "state": (*await _how_far(funding), *await _in_the_way(funding, now)),
    }
    return Reply(f"funding.card_{_look(funding)}", facts, _choices(funding))


async def photos(funding: Funding) -> Reply | None:
    """The latest pictures behind it: of the group that succeeded, or of the one that receives.

    They stand below the card, because a caption is too short for what the card grows to.
    """
    pictures = tuple(funding.evidence.get("photos", ()))
    if not pictures:
        return None
    shown = await Group.get(id=funding.evidence.get("photos_of") or funding.application.group_id)
    return say("funding.photos", group=shown.name, pictures=pictures)


def _look(funding: Funding) -> str:
    if funding.state is FundingState.PAID:
        return "paid"
    return "given_up" if funding.state in GIVEN_UP else "open"


def _choices(funding: Funding) -> tuple[Choice, ...]:
    verbs = _OF_A_LATER_PART if funding.tranche > 1 else _BUTTONS
    return tuple(
        Choice(f"card:funding:{funding.id}:{verb}", words(f"funding.do.{verb}"))
        for verb in verbs.get(funding.state, ())
    )


def _about(funding: Funding) -> tuple[Words, ...]:
    """Why, and what the fund can do: as it was weighed last."""
    if funding.tranche > 1:
        return _about_a_later_part(funding)
    weighed = funding.evidence.get("approved") or funding.evidence
    money = Money(**{name: Rupiah(amount) for name, amount in weighed["money"].items()})
    total = Rupiah(weighed["next"]["amount"])
    return (*why(weighed), money_in_words(money, total))


def _about_a_later_part(funding: Funding) -> tuple[Words, ...]:
    shown = funding.evidence.get("part") or {}
    lines = [words("funding.part", number=funding.tranche, count=funding.tranches)]
    if shown.get("progress"):
        lines.append(words("funding.part_progress", number=shown["progress"]))
    if shown.get("visited_on"):
        day = date.fromisoformat(shown["visited_on"])
        lines.append(words("funding.part_visit", by=shown["visited_by"], visited_on=day))
    late = Rupiah(funding.evidence.get("late", 0))
    key = "funding.part_late" if late else "funding.part_on_time"
    lines.append(words(key, late=late))
    return tuple(lines)


async def _how_far(funding: Funding) -> tuple[Words, ...]:
    """Each step with its person and its moment."""
    names = await _names(funding)
    lines = [words("funding.step.proposed", at=funding.proposed_at)]
    if funding.terms is not None and funding.tranche == 1:
        amount = sum(await _amounts(funding), Rupiah(0))
        lines += terms_in_words(LoanTerms.from_json(funding.terms), amount)
    for step, person, at in (
        ("confirmed", funding.confirmed_by_id, funding.confirmed_at),
        ("approved", funding.approved_by_id, funding.approved_at),
    ):
        if person is not None and at is not None:
            lines.append(words(f"funding.step.{step}", by=names[person], at=at))
    if funding.state is FundingState.PAID and funding.paid_by_id and funding.paid_on:
        await funding.fetch_related("loan")
        by, number = names[funding.paid_by_id], funding.loan.number if funding.loan else ""
        lines.append(words("funding.step.paid", by=by, paid_on=funding.paid_on, number=number))
    if funding.state in GIVEN_UP:
        lines.append(given_up_in_words(funding))
    elif funding.state is FundingState.CONFIRMED:
        lines.append(words("funding.step.needs_another"))
    elif funding.state is FundingState.APPROVED:
        lines.append(words("funding.step.needs_payment"))
    return tuple(lines)


def given_up_in_words(funding: Funding) -> Words:
    """Why it did not come to this: in somebody's words, or what had changed."""
    reason: Fact = funding.reason
    if funding.reason in set(Hurdle):
        reason = words(f"funding.gone.{funding.reason}")
    return words(f"funding.step.{funding.state.value}", reason=reason)


async def _amounts(funding: Funding) -> Sequence[Rupiah]:
    """The whole that was granted: this part, and the later ones once they stand."""
    later = Funding.filter(application_id=funding.application_id, tranche__gt=funding.tranche)
    parts = [funding, *await later] if funding.state not in IN_TALK else [funding]
    return [Rupiah(part.amount) for part in parts]


async def _in_the_way(funding: Funding, now: datetime) -> tuple[Words, ...]:
    if funding.state not in {*IN_TALK, FundingState.APPROVED}:
        return ()
    return tuple(hurdle_in_words(one) for one in await hurdles(funding, now=now))


async def _names(funding: Funding) -> dict[int, str]:
    people = {funding.confirmed_by_id, funding.approved_by_id, funding.paid_by_id} - {None}
    return dict(await Person.filter(id__in=list(people)).values_list("id", "name"))

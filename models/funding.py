"""Money on its way to a group: proposed once, confirmed, approved by another, paid or given up.

Every function runs inside the caller's transaction. `locked` keeps the programme's books and then
the funding from everybody else, so two who act at the same moment act one after the other, and
the second sees what the first has done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from models import funding_claim
from models.audit import note
from models.calendar import wita_day
from models.contact import Person, Role, holds_role
from models.errors import NotAllowed
from models.funding_errors import FundingHindered, FundingSettled, OwnConfirmation
from models.funding_evidence import evidence_of, fingerprint, latest_photos
from models.funding_hurdles import hurdles
from models.funding_tables import Funding, FundingState
from models.ledger import lock_books
from models.loan_terms import LoanTerms, in_parts
from models.money import Rupiah
from models.next_funding_inputs import Outlook, outlook
from models.queue_record import QueueEventKind, record

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from models.next_funding import NextFunding

IN_TALK: Final = (FundingState.PROPOSED, FundingState.CONFIRMED)
"""Before a second person has approved."""
_NOT_IN_THE_RECORD: Final = {
    "funding_confirmed",
    "funding_refused",
    "funding_withdrawn",
    "funding_planned",
}
GIVEN_UP: Final = (FundingState.POSTPONED, FundingState.REFUSED, FundingState.WITHDRAWN)


async def locked(funding_id: int) -> Funding | None:
    """The funding with its application and group, the programme's books locked before it."""
    found = await Funding.get_or_none(id=funding_id)
    if found is None:
        return None
    await lock_books(found.programme_id)
    funding = await Funding.filter(id=funding_id).select_for_update().get()
    await funding.fetch_related("application__group", "programme")
    return funding


async def propose(
    found: Outlook, cause: str, *, at: datetime, again: bool = False
) -> Funding | None:
    """Propose the first in the queue of a locked programme, if the rule allows it; else none.

    What was refused is not proposed again before something decisive changes, unless staff want
    it `again`.
    """
    first = found.next.first
    if first is None or not found.next.is_possible:
        return None
    if not again and await _refused_before(first.application_id, fingerprint(found)):
        return None
    freed_by = found.next.freed_by
    shown = found.inputs[freed_by].group_id if freed_by is not None else first.group_id
    funding = await Funding.create(
        programme_id=found.programme_id,
        application_id=first.application_id,
        amount=found.next.amount,
        cause=cause,
        evidence=evidence_of(found, await latest_photos(shown), shown),
        proposed_at=at,
    )
    await _claim(funding, found.next)
    await _note(funding, "funding_proposed", by=None, at=at, cause=cause)
    await record(
        funding.programme_id,
        QueueEventKind.PROPOSED,
        application_id=funding.application_id,
        person_id=None,
        at=at,
        funding=funding.id,
        amount=int(funding.amount),
        cause=cause,
    )
    await funding.fetch_related("application__group", "programme")
    return funding


async def confirm(funding: Funding, terms: LoanTerms, *, by: int, at: datetime) -> None:
    """One of staff agrees, with these terms; again until it is approved, by whom else it may be.

    Raises FundingSettled, FundingHindered, NotAllowed, and ImpossibleTerms.
    """
    await _allowed(by, {Role.VERIFIER, Role.TREASURER, Role.APPROVER})
    await _must_be(funding, IN_TALK, at)
    await _unhindered(funding, at)
    if funding.tranche == 1:
        terms.of(Rupiah(funding.amount), wita_day(at))
        funding.terms = terms.to_json()
        funding.tranches = len(terms.parts)
    funding.state = FundingState.CONFIRMED
    funding.confirmed_by_id, funding.confirmed_at = by, at
    await funding.save()
    await _note(funding, "funding_confirmed", by=by, at=at, terms=funding.terms)


async def approve(funding: Funding, *, by: int, at: datetime) -> None:
    """Another person with the approver's role agrees: from now on the cash is reserved.

    Raises FundingSettled, OwnConfirmation, NotAllowed and FundingHindered.
    """
    await _allowed(by, {Role.APPROVER})
    await _must_be(funding, (FundingState.CONFIRMED,), at)
    if funding.confirmed_by_id == by:
        raise OwnConfirmation(group=funding.application.group.name)
    await _unhindered(funding, at)
    if funding.tranche == 1:
        await _settle_claims(funding, at)
        await _split(funding, at)
    funding.state = FundingState.APPROVED
    funding.approved_by_id, funding.approved_at = by, at
    await funding.save()
    await _note(funding, "funding_approved", by=by, at=at)
    await record(
        funding.programme_id,
        QueueEventKind.APPROVED,
        application_id=funding.application_id,
        person_id=by,
        at=at,
        funding=funding.id,
        tranche=funding.tranche,
        amount=int(funding.amount),
    )


async def give_up(
    funding: Funding, state: FundingState, *, reason: str, by: int | None, at: datetime
) -> None:
    """It does not come to this: what it claimed and reserved is free, later parts fall with it.

    A later part that is postponed goes back to waiting for its evidence. Raises FundingSettled
    for one that is paid or given up already, NotAllowed.
    """
    if by is not None:
        approved = funding.state is FundingState.APPROVED
        roles = {Role.APPROVER} if approved else {Role.VERIFIER, Role.TREASURER, Role.APPROVER}
        await _allowed(by, roles)
    await _must_be(funding, (*IN_TALK, FundingState.APPROVED), at)
    if funding.tranche > 1 and state is FundingState.POSTPONED:
        state = FundingState.PLANNED
        funding.confirmed_by_id = funding.approved_by_id = None
        funding.confirmed_at = funding.approved_at = None
    funding.state, funding.reason = state, reason[:300]
    funding.settled_at = at if state in GIVEN_UP else None
    await funding.save()
    if state in GIVEN_UP:
        await funding_claim.free(funding)
        later = Funding.filter(
            application_id=funding.application_id,
            tranche__gt=funding.tranche,
            state=FundingState.PLANNED,
        )
        for part in await later:
            part.state, part.settled_at, part.reason = state, at, reason[:300]
            await part.save()
            await funding_claim.free(part)
    await _note(funding, f"funding_{state.value}", by=by, at=at, reason=reason)


async def living(
    programme_id: int, states: Collection[FundingState] = (*IN_TALK, FundingState.APPROVED)
) -> list[Funding]:
    """The fundings of a programme on their way, the oldest first."""
    found = Funding.filter(programme_id=programme_id, state__in=list(states))
    return await found.order_by("id").prefetch_related("application__group", "programme")


async def must_be_approved(funding: Funding, at: datetime) -> None:
    """Raises FundingSettled unless it waits to be paid out."""
    await _must_be(funding, (FundingState.APPROVED,), at)


async def _must_be(funding: Funding, states: Collection[FundingState], at: datetime) -> None:
    if funding.state in states:
        return
    last = funding.paid_by_id or funding.approved_by_id or funding.confirmed_by_id
    person = await Person.get_or_none(id=last)
    raise FundingSettled(
        funding=funding.id,
        group=funding.application.group.name,
        state=funding.state.value,
        by=person.name if person else "",
        at=funding.settled_at or funding.approved_at or funding.confirmed_at or at,
    )


async def _unhindered(funding: Funding, at: datetime) -> None:
    if found := await hurdles(funding, now=at):
        raise FundingHindered(group=funding.application.group.name, hurdle=found[0].code.value)


async def _allowed(person_id: int, roles: set[Role]) -> None:
    if not await holds_role(person_id, roles):
        raise NotAllowed(name=(await Person.get(id=person_id)).name)


async def _refused_before(application_id: int, what: str) -> bool:
    last = await Funding.filter(application_id=application_id).order_by("-id").first()
    refused = last is not None and last.state is FundingState.REFUSED
    return refused and last is not None and last.evidence.get("fingerprint") == what


async def _claim(funding: Funding, decided: NextFunding) -> None:
    keys = [funding_claim.part(funding.application_id, funding.tranche)]
    if decided.freed_by is not None:
        keys.append(funding_claim.success(decided.freed_by))
    if decided.of_capital:
        keys.append(funding_claim.capital(funding.application_id))
    await funding_claim.lay(funding, *keys)


async def _settle_claims(funding: Funding, at: datetime) -> None:
    """By now another success may free it than when it was proposed; the books tell which."""
    now = await outlook(funding.programme_id, now=at, but=funding.id)
    await funding_claim.free(funding)
    await _claim(funding, now.next)
    photos = tuple(funding.evidence.get("photos", ()))
    funding.evidence = {**funding.evidence, "approved": evidence_of(now, photos)}


async def _split(funding: Funding, at: datetime) -> None:
    """The first part is paid now; the others are promised, and wait for their evidence."""
    terms = LoanTerms.from_json(funding.terms)
    first, *later = in_parts(Rupiah(funding.amount), terms.parts)
    funding.amount = int(first)
    for tranche, amount in enumerate(later, start=2):
        part = await Funding.create(
            programme_id=funding.programme_id,
            application_id=funding.application_id,
            tranche=tranche,
            tranches=funding.tranches,
            amount=amount,
            state=FundingState.PLANNED,
            cause=f"funding:{funding.id}",
            evidence={},
            proposed_at=at,
            terms=funding.terms,
        )
        await funding_claim.lay(part, funding_claim.part(part.application_id, tranche))


async def _note(funding: Funding, deed: str, *, by: int | None, at: datetime, **facts: Any) -> None:
    """In the trail of the funding; in that of its application, what the queue's record lacks."""
    about = {"amount": int(funding.amount), "tranche": funding.tranche, **facts}
    await note(f"funding:{funding.id}", deed, at=at, person_id=by, **about)
    if deed in _NOT_IN_THE_RECORD:
        about["funding"] = funding.id
        subject = f"application:{funding.application_id}"
        await note(subject, deed, at=at, person_id=by, **about)

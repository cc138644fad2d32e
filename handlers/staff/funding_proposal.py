"""Whose turn it is now: looked at whenever something changes, proposed to staff once."""

from handlers.messages import say
from handlers.staff.funding_card import card, photos, subject
from handlers.turn import Telling
from models.calendar import epoch_ms
from models.funding import IN_TALK, give_up, living, propose
from models.funding_claim import FundingClaim, success
from models.funding_evidence import latest_photos
from models.funding_hurdles import Hurdle, hurdles
from models.funding_rule import rule_of
from models.funding_tables import Application, ApplicationStatus, Funding, FundingState
from models.ledger import lock_books
from models.loan import Loan
from models.next_funding_inputs import money_of, outlook
from models.standings import loan_standing
from models.success_inputs import inputs_of
from models.tranche_evidence import part_evidence

_GONE = {Hurdle.LEFT_QUEUE, Hurdle.NOT_FIRST, Hurdle.LOAN_OVER}
"""After these there is nothing left to decide; what else is in the way may go again."""


async def consider(telling: Telling, programme_id: int, cause: str, *, again: bool = False) -> bool:
    """Look at the next funding of a programme, and propose it if the rule allows it.

    `cause` is what has changed, as a subject such as report:17. `again` proposes even what was
    refused before. Returns whether something new was proposed. Nothing is, while the books of the
    programme are halted.
    """
    programme = await lock_books(programme_id)
    if programme.halted_at is not None:
        return False
    await _follow(telling, programme_id)
    proposed = await _later_parts(telling, programme_id, cause)
    if any(one.tranche == 1 for one in await living(programme_id, IN_TALK)):
        return proposed
    waits = Application.filter(programme_id=programme_id, status=ApplicationStatus.WAITING)
    if not await waits.exists() or not (await money_of(programme)).available:
        return proposed
    found = await outlook(programme_id, now=telling.now)
    funding = await propose(found, cause, at=telling.now, again=again)
    if funding is None:
        return proposed
    await post_card(telling, funding, key="card")
    return True


async def consider_loan(telling: Telling, loan_id: int, cause: str) -> None:
    """The same for the programme of a loan on which something has changed."""
    loan = await Loan.get_or_none(id=loan_id)
    if loan is not None:
        await consider(telling, loan.programme_id, cause)


async def consider_group(telling: Telling, group_id: int, cause: str) -> None:
    """The same for every programme in which a group borrows or has borrowed."""
    loans = await Loan.filter(group_id=group_id)
    for programme_id in sorted({loan.programme_id for loan in loans}):
        await consider(telling, programme_id, cause)


async def warn_of_lost_success(telling: Telling, loan_id: int, cause: str) -> None:
    """Money was taken back from a loan whose success has funded somebody: staff hear of it.

    What was paid out stays (DOMAIN.md 3.6); time alone, which ends recommendations, is no news.
    """
    claim = await FundingClaim.get_or_none(key=success(loan_id)).select_related(
        "funding__application__group"
    )
    if claim is None or claim.funding.state is not FundingState.PAID:
        return
    loan = await Loan.get(id=loan_id)
    inputs = (await inputs_of([loan], now=telling.now))[loan_id]
    rule = await rule_of(loan.programme_id)
    needed = rule.percent_repaid if rule.threshold_counts else 100
    if inputs.percent_repaid < needed:
        funded = claim.funding.application.group.name
        told = say("funding.success_reversed", group=inputs.group, funded=funded)
        telling.tell_staff(told, key=f"lost_success:{loan_id}:{cause}")


async def post_card(telling: Telling, funding: Funding, *, key: str) -> None:
    """Show a funding in the staff chat."""
    name = subject(funding.id)
    shown = await card(funding, now=telling.now)
    telling.tell_staff(shown, key=f"{name}:{key}", subject=name)
    if (pictures := await photos(funding)) is not None:
        telling.tell_staff(pictures, key=f"{name}:{key}:photos")


async def change_card(telling: Telling, funding: Funding, *, key: str) -> None:
    """All cards of a funding show how it stands now."""
    name = subject(funding.id)
    telling.change_cards(name, await card(funding, now=telling.now), key=f"{name}:{key}")


async def _follow(telling: Telling, programme_id: int) -> None:
    """Fundings on their way whose ground has changed: their cards say so, or they are gone."""
    for funding in await living(programme_id):
        found = await hurdles(funding, now=telling.now)
        codes = [one.code.value for one in found]
        if found and found[0].code in _GONE:
            await give_up(funding, FundingState.WITHDRAWN, reason=codes[0], by=None, at=telling.now)
        elif funding.evidence.get("hurdles", []) == codes:
            continue
        funding.evidence = {**funding.evidence, "hurdles": codes}
        await funding.save(update_fields=["evidence"])
        await change_card(telling, funding, key=f"ground:{epoch_ms(telling.now)}")


async def _later_parts(telling: Telling, programme_id: int, cause: str) -> bool:
    """Parts that waited for photos and a visit, and have both now."""
    proposed = False
    for part in await living(programme_id, (FundingState.PLANNED,)):
        if part.loan_id is None:
            continue  # The part before it is not paid out yet.
        before = Funding.filter(application_id=part.application_id, tranche=part.tranche - 1)
        if not await before.filter(state=FundingState.PAID).exists():
            continue
        evidence = await part_evidence(part)
        shown = evidence.to_json()
        if not evidence.is_complete or part.evidence.get("part") == shown:
            continue
        pictures = await latest_photos(part.application.group_id, since=evidence.since)
        late = (await loan_standing(part.loan_id, telling.today)).arrears.total
        part.evidence = {"part": shown, "photos": list(pictures), "late": int(late)}
        part.state, part.cause, part.proposed_at = FundingState.PROPOSED, cause, telling.now
        await part.save()
        await post_card(telling, part, key=f"card:{epoch_ms(telling.now)}")
        proposed = True
    return proposed

"""`/cairkan`: the next disbursement of each programme, and what staff do about it."""

from typing import Final

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.messages import Choice, Fact, InboundMessage, Reply, say, words
from handlers.situation import Situation
from handlers.staff import confirm_funding, queue_news
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.answers import OwnReason
from handlers.staff.funding_card import subject
from handlers.staff.funding_proposal import change_card, consider, post_card
from handlers.staff.funding_words import missing_in_words, money_in_words
from handlers.staff.programmes import all_programmes, called, named
from handlers.staff.telling import tell_leader
from handlers.turn import Turn
from models import applying, funding, queue_moves
from models.calendar import wita_day
from models.contact import Role
from models.errors import RuleBroken
from models.funding import IN_TALK, living, locked
from models.funding_errors import PayerApproved
from models.funding_tables import ApplicationStatus, Funding, FundingState
from models.money import Rupiah
from models.next_funding_inputs import Outlook, outlook
from models.programme import Programme

FUNDERS: Final = frozenset({Role.VERIFIER, Role.TREASURER, Role.APPROVER})


async def overview(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Every funding on its way as its card, and what comes next: of all, or of a code."""
    programmes = await all_programmes()
    if not programmes:
        return say("fund.no_programme")
    asked = named(message, programmes)
    replies: list[Reply] = []
    for programme in (asked,) if asked else programmes:
        before = {one.id for one in await living(programme.id)}
        await consider(turn, programme.id, f"inbox:{turn.inbox_id}")
        on_their_way = await living(programme.id)
        for one in on_their_way:
            if one.id in before:  # What was proposed just now has its card already.
                await post_card(turn, one, key=f"show:{turn.inbox_id}")
        if not any(one.state in IN_TALK and one.tranche == 1 for one in on_their_way):
            found = await outlook(programme.id, now=turn.now)
            replies.append(_what_next(found, called(programme, programmes)))
    return tuple(replies)


def _what_next(found: Outlook, name: str) -> Reply:
    """Why nothing is proposed: what is missing, or that the same was refused before."""
    first = found.next.first
    facts: dict[str, Fact] = {"programme": name, "waiting": len(found.queue)}
    if first is None:
        return Reply("funding.empty_queue", facts)
    facts["group"], facts["amount"] = first.group, found.next.amount
    if not found.next.is_possible:
        facts |= {"missing": missing_in_words(found), "money": money_in_words(found.money)}
        return Reply("funding.not_yet", facts)
    facts["money"] = money_in_words(found.money, found.next.amount)
    again = Choice(f"card:next_funding:{found.programme_id}:propose", words("funding.do.propose"))
    return Reply("funding.possible", facts, (again,))


async def press_next(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap below what `/cairkan` said: propose it, though it was refused before."""
    await require(turn, FUNDERS)
    programme = await Programme.get_or_none(id=programme_id)
    if programme is None or verb != "propose":
        return say("form.stale")
    if await consider(turn, programme_id, f"person:{turn.person_id}", again=True):
        return ()
    if await living(programme_id, IN_TALK):
        return say("funding.proposed_already")
    found = await outlook(programme_id, now=turn.now)
    return _what_next(found, called(programme, await all_programmes()))


async def press(turn: Turn, funding_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on the card of a funding."""
    await require(turn, ANY_STAFF)
    found = await locked(funding_id)
    if found is None or verb not in _VERBS:
        return say("form.stale")
    return await _VERBS[verb](turn, found)


async def _approve(turn: Turn, found: Funding) -> Reply | tuple[Reply, ...]:
    try:
        await funding.approve(found, by=turn.person_id, at=turn.now)
    except RuleBroken as broken:  # Raised before anything was written; the card tells why.
        return await _as_it_is(turn, found, broken)
    await change_card(turn, found, key="approved")
    await consider(turn, found.programme_id, subject(found.id))
    return say("funding.approved", group=found.application.group.name, amount=_rupiah(found))


async def _agree(turn: Turn, found: Funding) -> Reply | tuple[Reply, ...]:
    """One person confirms a later part: its terms are those of the loan."""
    try:
        await confirm_funding.agree(turn, found)
    except RuleBroken as broken:
        return await _as_it_is(turn, found, broken)
    await change_card(turn, found, key=f"confirmed:{turn.inbox_id}")
    return say("confirm_funding.done", group=found.application.group.name)


async def _as_it_is(turn: Turn, found: Funding, broken: RuleBroken) -> Reply:
    """Why not, with the card shown anew: what it says may be older than what hinders it."""
    fresh = await locked(found.id)
    assert fresh is not None
    await change_card(turn, fresh, key=f"seen:{turn.inbox_id}")
    return Reply(broken.code, broken.facts)


async def _begin(turn: Turn, found: Funding, form: str) -> tuple[Reply, ...]:
    turn.start(form, funding=found.id, group=found.application.group.name)
    return ()


async def _refuse(turn: Turn, found: Funding) -> Reply | tuple[Reply, ...]:
    return await _begin(turn, found, "refuse_funding")


async def _postpone(turn: Turn, found: Funding) -> Reply | tuple[Reply, ...]:
    return await _begin(turn, found, "postpone_funding")


async def _pay(turn: Turn, found: Funding) -> Reply | tuple[Reply, ...]:
    await require(turn, frozenset({Role.TREASURER}))
    await funding.must_be_approved(found, turn.now)
    if found.approved_by_id == turn.person_id:
        raise PayerApproved(group=found.application.group.name)
    turn.start(
        "pay_out",
        funding=found.id,
        group=found.application.group.name,
        amount=int(found.amount),
        approved_on=_day_of_approval(found),
    )
    return ()


def _day_of_approval(found: Funding) -> str:
    assert found.approved_at is not None
    return wita_day(found.approved_at).isoformat()


def _rupiah(found: Funding) -> Rupiah:
    return Rupiah(found.amount)


_VERBS: Final = {
    "confirm": confirm_funding.begin,
    "terms": confirm_funding.begin,
    "agree": _agree,
    "approve": _approve,
    "pay": _pay,
    "refuse": _refuse,
    "postpone": _postpone,
}


class RefuseFundingForm(Form, name="refuse_funding"):
    """Staff turn a proposal down, or give up what was approved; the group keeps its place."""

    funding: int = given(int)
    group: str = given(str)
    reason: str = question(OwnReason())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"group": answers["group"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        found = await locked(self.funding)
        if found is None:
            return say("form.stale")
        try:
            await funding.give_up(
                found, FundingState.REFUSED, reason=self.reason, by=turn.person_id, at=turn.now
            )
        except RuleBroken as broken:  # Raised before anything was written; the form has ended.
            return Reply(broken.code, broken.facts)
        await _tell_group(turn, found, "refused" if found.tranche == 1 else "part_refused")
        await change_card(turn, found, key="refused")
        await consider(turn, found.programme_id, subject(found.id))
        return say("refuse_funding.done", group=self.group)


class PostponeFundingForm(Form, name="postpone_funding"):
    """The group is passed over until staff let it wait again; it keeps its date."""

    funding: int = given(int)
    group: str = given(str)
    reason: str = question(OwnReason())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"group": answers["group"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        found = await locked(self.funding)
        if found is None:
            return say("form.stale")
        try:
            await funding.give_up(
                found, FundingState.POSTPONED, reason=self.reason, by=turn.person_id, at=turn.now
            )
        except RuleBroken as broken:  # Raised before anything was written; the form has ended.
            return Reply(broken.code, broken.facts)
        await change_card(turn, found, key=f"postponed:{turn.inbox_id}")
        await _pass_over(turn, found, self.reason)
        return say("postpone_funding.done", group=self.group)


async def _pass_over(turn: Turn, found: Funding, reason: str) -> None:
    """The queue goes on without the group for now; a later part only waits for more evidence."""
    if found.tranche > 1:
        await _tell_group(turn, found, "part_postponed")
        return
    application = await applying.locked(found.application_id)
    if application is not None and application.status is ApplicationStatus.WAITING:
        shift = await queue_moves.postpone(
            application, reason=reason, person_id=turn.person_id, at=turn.now
        )
        await queue_news.after(turn, shift)


async def _tell_group(turn: Turn, found: Funding, what: str) -> None:
    """The group hears why, and what happens now."""
    group = found.application.group
    told = say(f"funding.news.{what}", group=group.name, amount=_rupiah(found), reason=found.reason)
    key = f"{subject(found.id)}:{what}:{turn.inbox_id}"
    await tell_leader(turn, group.id, told, key=key)

"""A funding is paid: the group, the one that succeeded, those who wait, and all others hear it."""

from datetime import datetime, timedelta
from typing import Final

from tortoise.queryset import QuerySet

from handlers.forecast_words import when
from handlers.messages import Choice, Fact, Reply, Words, say, words
from handlers.next_group import tell_helpers
from handlers.staff import application_card
from handlers.staff.access import require
from handlers.staff.plan_words import DueThen, in_short
from handlers.staff.telling import leaders_of, tell_leader, tell_leaders
from handlers.turn import Telling, Turn
from models import funding_claim
from models.announcement import Announcement, AnnouncementState
from models.audit import note
from models.contact import Role
from models.forecast_reading import windows
from models.funding_claim import FundingClaim
from models.funding_queue import OPEN
from models.funding_tables import Application, Funding
from models.group import Group
from models.ledger_tables import JournalEntry
from models.loan import Instalment, Loan
from models.loan_terms import LoanTerms
from models.money import Rupiah
from models.outbox import OutboxMessage, OutboxState
from models.paying_out import PaidOut
from models.queue_moves import Shift

ANNOUNCERS: Final = frozenset({Role.TREASURER, Role.APPROVER, Role.ADMINISTRATOR})
_AT_LEAST: Final = timedelta(minutes=1)
_TERMINAL: Final = (OutboxState.SENT, OutboxState.FAILED, OutboxState.DROPPED)


async def announce(telling: Telling, funding: Funding, paid: PaidOut) -> None:
    """Tell everybody whom a payment concerns, each once for ever by the keys of the messages."""
    await _tell_funded(telling, funding, paid.loan)
    if paid.shift is None:  # A later part: whose turn it was has been told with the first.
        return
    await application_card.change(telling, funding.application_id, key=f"funded:{funding.id}")
    thanked = await _thank(telling, funding)
    await _tell_waiting(telling, funding, paid.shift)
    entry = await JournalEntry.get(reference=f"funding:{funding.id}")
    knows = {thanked.id} if thanked else set()
    await tell_helpers(telling, entry, funding.application.group.name, but=knows)
    await _offer(telling, funding, thanked)


def subject(announcement_id: int) -> str:
    """The name by which all cards of an announcement change together."""
    return f"announcement:{announcement_id}"


async def _tell_funded(telling: Telling, funding: Funding, loan: Loan) -> None:
    group = funding.application.group
    rows = await Instalment.filter(loan_id=loan.id, replaced_at__isnull=True).order_by("due_on")
    plan = in_short([DueThen(row.due_on, Rupiah(row.principal + row.fee)) for row in rows])
    key = "part" if funding.tranche > 1 else "funded"
    paid_on = funding.paid_on or telling.today
    ahead = [row.due_on for row in rows if row.due_on > paid_on]
    told = say(
        f"announcement.{key}",
        group=group.name,
        amount=Rupiah(funding.amount),
        paid_on=paid_on,
        first_due=min(ahead, default=rows[-1].due_on),
        plan=plan,
        more=await _more(funding),
        number=loan.number,
        part=funding.tranche,
    )
    await tell_leader(telling, group.id, told, key=f"funding:{funding.id}:{key}")


async def _more(funding: Funding) -> Fact:
    """That the rest comes later, and what it waits for; nothing where all is paid."""
    terms = LoanTerms.from_json(funding.terms)
    left = await Funding.filter(
        application_id=funding.application_id, tranche__gt=funding.tranche
    ).order_by("tranche")
    if not left or len(terms.parts) == 1:
        return words("announcement.whole")
    rest = sum((Rupiah(one.amount) for one in left), Rupiah(0))
    return words("announcement.rest", rest=rest)


async def _thank(telling: Telling, funding: Funding) -> Group | None:
    """Thank the group whose success made this possible, by name, and only once."""
    loan_id = await _freed_by(funding)
    if loan_id is None:
        return None
    loan = await Loan.get(id=loan_id)
    group = await Group.get(id=loan.group_id)
    key = funding_claim.thanks(loan_id)
    if await funding_claim.is_laid(key):
        return group
    await funding_claim.lay(funding, key)
    told = say("announcement.thanks", group=group.name, funded=funding.application.group.name)
    await tell_leader(telling, group.id, told, key=key)
    return group


async def _freed_by(funding: Funding) -> int | None:
    """The loan whose success freed it: the one it claimed, else the first that stood."""
    claim = await FundingClaim.filter(
        funding_id=funding.id, key__startswith=funding_claim.SUCCESS
    ).first()
    if claim is not None:
        return int(claim.key.removeprefix(funding_claim.SUCCESS))
    weighed = (funding.evidence.get("approved") or funding.evidence)["next"]
    if weighed["of_capital"] or not weighed["succeeded"]:
        return None
    return int(weighed["succeeded"][0])


async def _tell_waiting(telling: Telling, funding: Funding, shift: Shift) -> None:
    """Each waiting group its new place, and when its turn may come."""
    if not shift.after:
        return
    turns = await windows(funding.programme_id, telling.today)
    replies = {
        each.group_id: say(
            "announcement.place",
            group=each.group_name,
            funded=funding.application.group.name,
            place=each.place,
            waiting=len(shift.after),
            forecast=words("announcement.forecast", when=when(turns.get(each.application_id))),
        )
        for each in shift.after
    }
    await tell_leaders(telling, replies, key=f"funding:{funding.id}:place")


# To all groups of the programme -----------------------------------------------------------------


async def _offer(telling: Telling, funding: Funding, thanked: Group | None) -> None:
    """Staff see the words and the number of people first, and send them or not."""
    made = await Announcement.create(funding_id=funding.id, made_at=telling.now)
    made.funding = funding
    shown = await card(made, thanked)
    name = subject(made.id)
    telling.tell_staff(shown, key=f"{name}:card", subject=name)


async def card(made: Announcement, thanked: Group | None = None) -> Reply:
    """The card of an announcement as it is to be shown now."""
    await made.fetch_related("funding__application__group", "decided_by")
    funding = made.funding
    if thanked is None:
        thanked = await _thanked(funding)
    facts: dict[str, Fact] = {
        "announcement": made.id,
        "news": _words(funding, thanked),
        "by": made.decided_by.name if made.decided_by else "",
        "at": made.decided_at or made.made_at,
    }
    if made.state is AnnouncementState.PREVIEW:
        audience = await _audience(funding)
        reached = {one.group_id for one in await leaders_of(audience)}
        facts |= {"groups": len(reached), "not_reached": len(audience) - len(reached)}
        facts["people"] = len(await leaders_of(audience))
        choices = tuple(
            Choice(f"card:announcement:{made.id}:{verb}", words(f"announcing.do.{verb}"))
            for verb in ("send", "drop")
        )
        return Reply("announcing.card_preview", facts, choices)
    facts["people"] = made.people
    if made.state is AnnouncementState.TOLD:
        facts["result"] = await _result(made)
    return Reply(f"announcing.card_{made.state.value}", facts)


async def press(turn: Turn, announcement_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap below the preview."""
    await require(turn, ANNOUNCERS)
    made = await Announcement.filter(id=announcement_id).select_for_update().first()
    if made is None or verb not in {"send", "drop"}:
        return say("form.stale")
    if made.state is not AnnouncementState.PREVIEW:
        await made.fetch_related("decided_by")
        by = made.decided_by.name if made.decided_by else ""
        return say("announcing.settled", by=by, state=made.state.value)
    await made.fetch_related("funding__application__group")
    if verb == "send":
        await _send(turn, made)
    made.state = AnnouncementState.SENDING if verb == "send" else AnnouncementState.DROPPED
    made.decided_by_id, made.decided_at = turn.person_id, turn.now
    await made.save()
    about = f"funding:{made.funding_id}"
    await note(
        about,
        f"announcement_{made.state.value}",
        at=turn.now,
        person_id=turn.person_id,
        people=made.people,
    )
    name = subject(made.id)
    turn.change_cards(name, await card(made), key=f"{name}:{made.state.value}")
    return ()


async def _send(turn: Turn, made: Announcement) -> None:
    funding = made.funding
    said = _words(funding, await _thanked(funding))
    replies = {
        group_id: Reply("announcement.to_all", {"news": said})
        for group_id in await _audience(funding)
    }
    made.people = await tell_leaders(turn, replies, key=f"{subject(made.id)}:to", broadcast=True)


async def _audience(funding: Funding) -> list[int]:
    """All groups of the programme but the funded one, which has its own message."""
    of_programme = funding.programme_id
    borrow = await Loan.filter(programme_id=of_programme).values_list("group_id", flat=True)
    wait = await Application.filter(programme_id=of_programme, status__in=list(OPEN)).values_list(
        "group_id", flat=True
    )
    groups: set[int] = {*borrow, *wait}  # type: ignore[arg-type]
    return sorted(groups - {funding.application.group_id})


def _words(funding: Funding, thanked: Group | None) -> Words:
    """Who has been funded and why: only what is good news about anybody."""
    group = funding.application.group
    facts: dict[str, Fact] = {
        "group": group.name,
        "village": group.village,
        "amount": Rupiah(funding.amount),
    }
    if thanked is None:
        return Words("announcement.text_first_round", facts)
    return Words("announcement.text", {**facts, "succeeded": thanked.name})


async def _thanked(funding: Funding) -> Group | None:
    loan_id = await _freed_by(funding)
    if loan_id is None:
        return None
    loan = await Loan.get(id=loan_id).select_related("group")
    return loan.group


# What became of it --------------------------------------------------------------------------------


async def tell_results(telling: Telling) -> None:
    """Where every message of an announcement has arrived or was given up, its card says so.

    Not within the first minute: so the card does not flicker, and a short list is told as a whole.
    """
    for made in await _on_their_way(telling.now).order_by("id").select_for_update():
        rows = OutboxMessage.filter(key__startswith=f"{subject(made.id)}:to:")
        if await rows.exclude(state__in=list(_TERMINAL)).exists():
            continue
        made.state, made.told_at = AnnouncementState.TOLD, telling.now
        await made.save(update_fields=["state", "told_at"])
        name = subject(made.id)
        telling.change_cards(name, await card(made), key=f"{name}:told")


async def any_on_their_way(now: datetime) -> bool:
    """Whether an announcement is being sent whose result could be told by now."""
    return await _on_their_way(now).exists()


def _on_their_way(now: datetime) -> QuerySet[Announcement]:
    return Announcement.filter(state=AnnouncementState.SENDING, decided_at__lte=now - _AT_LEAST)


async def _result(made: Announcement) -> tuple[Words, ...]:
    """How many have it, how many do not, and why not."""
    rows = await OutboxMessage.filter(key__startswith=f"{subject(made.id)}:to:").values_list(
        "state", "trouble"
    )
    delivered = sum(state == OutboxState.SENT for state, _ in rows)
    lines = [words("announcing.delivered", count=delivered)]
    why: dict[str, int] = {}
    for state, trouble in rows:
        if state != OutboxState.SENT:
            code = str(trouble).partition(":")[0]
            reason = code if code in _KNOWN_TROUBLES else "other"
            why[reason] = why.get(reason, 0) + 1
    lines += [
        words("announcing.failed", count=count, why=words(f"announcing.why.{reason}"))
        for reason, count in sorted(why.items())
    ]
    return tuple(lines)


_KNOWN_TROUBLES: Final = frozenset({"recipient_unreachable", "channel_unavailable", "stale"})

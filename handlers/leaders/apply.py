"""A group asks for capital: for what, how much, and the pages of its proposal."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from typing_extensions import override

from handlers.commands import Topic
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.hearing import Hearing, Option
from handlers.leaders import answer_application, photo_quality
from handlers.leaders.apply_answers import OwnGroup, Proposal, Purpose, WantedProgramme
from handlers.messages import Choice, Fact, InboundMessage, Json, Reply, say, words
from handlers.situation import Situation
from handlers.staff import application_card
from handlers.staff.capital_amount import Wanted
from handlers.turn import Turn
from models.applying import ROUND_TO, Wish, apply
from models.funding_limits import most_for_a_group
from models.funding_queue import open_application
from models.funding_tables import Application, ApplicationStatus
from models.money import Rupiah
from models.programme import Programme
from models.queue_errors import AlreadyApplied

_HARD_TO_READ: Final = {
    "apply.proposal.too_dark",
    "apply.proposal.blurred",
    "apply.proposal.tiny",
}
"""Of what may be wrong with a picture; a page may be a picture of a screen."""


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Start the form with what was said; unless every group of theirs has applied already."""
    groups = turn.situation.groups
    if not groups:
        return say("apply.no_group", Choice("go:human", words("menu.human")))
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("apply.no_programme", Choice("go:human", words("menu.human")))
    earlier = {group.id: await open_application(group.id) for group in groups}
    free = [group for group in groups if earlier[group.id] is None]
    if not free:
        return await _applied_already(turn, [one for one in earlier.values() if one], message)
    turn.start(
        "apply",
        heard=message,
        listed=await _listed(programmes),
        busy=" ".join(str(group.id) for group in groups if group not in free),
    )
    return ()


async def _applied_already(
    turn: Turn, earlier: Sequence[Application], message: InboundMessage
) -> Reply | tuple[Reply, ...]:
    """Whom staff have asked something may answer at once; the others read where they stand."""
    returned = next((one for one in earlier if one.status is ApplicationStatus.RETURNED), None)
    if returned is not None:
        return await answer_application.begin(turn, message)
    return tuple(has_applied(one) for one in earlier)


def has_applied(application: Application) -> Reply:
    """The application that a group has already, and what can be done about it."""
    choices = [Choice("go:my_turn", words("menu.my_turn"))]
    choices.append(Choice("go:leave_queue", words("my_turn.leave")))
    return say(
        f"apply.has_applied.{application.status.value}",
        *choices,
        group=application.group.name,
        number=application.number,
        amount=Rupiah(application.granted or application.amount),
        applied_at=application.applied_at,
    )


async def _listed(programmes: Sequence[Programme]) -> str:
    """The programmes to choose from, as a form remembers them: each can be told from others."""
    names = [programme.name for programme in programmes]
    return json.dumps(
        [
            {
                "id": str(one.id),
                "code": one.code,
                "name": one.name if names.count(one.name) == 1 else f"{one.name} ({one.code})",
                "most": int(await most_for_a_group(one.id) or 0),
            }
            for one in programmes
        ]
    )


def _programmes(answers: Answers) -> list[Mapping[str, Any]]:
    return list(json.loads(answers.get("listed") or "[]"))


def _programme(answers: Answers) -> Mapping[str, Any] | None:
    """The only one; else the one that is meant: by its button, its code, or words of its own."""
    said = str(answers.get("programme", "")).casefold()
    listed = _programmes(answers)
    if len(listed) == 1 or not said:
        return listed[0] if len(listed) == 1 else None
    exact = [one for one in listed if said in {one["id"], one["code"].casefold()}]
    coded = [one for one in listed if one["code"].casefold() in said.split()]
    named = [one for one in listed if said in one["name"].casefold()]
    found = next((each for each in (exact, coded, named) if len(each) == 1), None)
    return found[0] if found else None


def _offered_programmes(answers: Answers, _: Situation) -> tuple[Option[str], ...]:
    return tuple(
        Option(one["id"], words("form.value", value=one["name"])) for one in _programmes(answers)
    )


def _offered_groups(answers: Answers, situation: Situation) -> tuple[Option[int], ...]:
    return tuple(
        Option(group.id, words("form.group", name=group.name))
        for group in situation.groups
        if str(group.id) not in _busy(answers)
    )


def _busy(answers: Answers) -> list[str]:
    return str(answers.get("busy", "")).split()


def _several_groups(_: Answers, situation: Situation) -> bool:
    return len(situation.groups) > 1


def _several_programmes(answers: Answers, _: Situation) -> bool:
    return len(_programmes(answers)) > 1


class ApplyForm(Form, name="apply"):
    """Staff look at it, and let the group into the queue or not."""

    listed: str = given(str)
    busy: str = given(str)
    group: int = question(OwnGroup(), when=_several_groups, suggest=_offered_groups)
    programme: str | None = question(
        WantedProgramme(), when=_several_programmes, suggest=_offered_programmes
    )
    purpose: str = question(Purpose())
    amount: Rupiah = question(Wanted())
    proposal: tuple[int, ...] = question(Proposal())

    @override
    @classmethod
    def known(cls, hearing: Hearing) -> dict[str, Json]:
        """The only group of a person, which is not asked for."""
        groups = hearing.situation.groups
        return {"group": groups[0].id} if len(groups) == 1 else {}

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        found = (
            _about_group(answers, situation),
            _about_programme(answers),
            *_about_amount(answers),
            _about_pages(answers, situation),
        )
        return tuple(doubt for doubt in found if doubt is not None)

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        group = situation.group(answers.get("group", 0))
        programme = _programme(answers)
        return {
            "group": group.name if group else words("apply.no_longer"),
            "programme": programme["name"] if programme else words("apply.no_longer"),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        group = turn.situation.group(self.group)
        programme = _programme({"listed": self.listed, "programme": self.programme or ""})
        if group is None or programme is None:
            return say("form.stale")
        wish = Wish(
            group_id=group.id,
            programme_id=int(programme["id"]),
            person_id=turn.person_id,
            purpose=self.purpose,
            amount=self.amount,
            files=self.proposal,
        )
        try:
            application = await apply(wish, draft_id=turn.draft_id or turn.inbox_id, at=turn.now)
        except AlreadyApplied:  # Raised before anything was written.
            earlier = await open_application(group.id)
            return has_applied(earlier) if earlier else say("form.stale")
        await application_card.post(turn, application, key="applied")
        return say(
            "apply.submitted",
            Choice("go:my_turn", words("menu.my_turn")),
            number=application.number,
            group=group.name,
            name=turn.situation.name,
            pages=len(self.proposal),
        )


def _about_group(answers: Answers, situation: Situation) -> Doubt | None:
    """A group that has applied already was named."""
    group = situation.group(answers.get("group", 0))
    if group is None or str(group.id) not in _busy(answers):
        return None
    facts: dict[str, Fact] = {"group": group.name}
    labels = ("form.keep", "apply.other_group")
    return Doubt("group", "has_applied", facts, firm=True, rest={"group": None}, labels=labels)


def _about_programme(answers: Answers) -> Doubt | None:
    said = answers.get("programme")
    if said is None or _programme(answers) is not None:
        return None
    facts: dict[str, Fact] = {"said": str(said)[:60]}
    labels = ("form.keep", "apply.choose_programme")
    return Doubt("programme", "unknown", facts, firm=True, rest={"programme": None}, labels=labels)


def _about_amount(answers: Answers) -> tuple[Doubt, ...]:
    """More than the programme lends to one group, or a crooked sum: possible, but asked about."""
    amount, programme = answers.get("amount"), _programme(answers)
    if amount is None:
        return ()
    most = Rupiah(programme["most"] if programme else 0)
    doubts = []
    if most and amount > most:
        facts: dict[str, Fact] = {"amount": amount, "most": most}
        doubts.append(Doubt("amount", "above_most", facts, offers=(most,)))
    if amount % ROUND_TO:
        below = Rupiah(amount - amount % ROUND_TO)
        offers = tuple(each for each in (below, Rupiah(below + ROUND_TO)) if each)
        facts = {"amount": amount, "round_to": ROUND_TO}
        doubts.append(Doubt("amount", "not_round", facts, offers=offers))
    return tuple(doubts)


def _about_pages(answers: Answers, situation: Situation) -> Doubt | None:
    doubt = photo_quality.doubt("proposal", answers.get("proposal") or (), situation)
    return (
        doubt if doubt is not None and f"apply.proposal.{doubt.reason}" in _HARD_TO_READ else None
    )


def _never(_: Situation) -> bool:
    return False


TOPIC = Topic("apply", frozenset({"apply"}), ("ajukan",), form=ApplyForm, run=begin, open_to=_never)

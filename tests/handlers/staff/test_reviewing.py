"""Staff review applications and keep the queue: roles, amounts, cards, and who hears of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.hearing import Hearing, Rejected
from handlers.messages import InboundMessage, Kind, words
from handlers.staff import application_card, queue, queue_news, reviewing
from handlers.staff.access import NotAllowed
from handlers.staff.capital_amount import Wanted
from handlers.staff.reviewing import AcceptApplicationForm
from handlers.turn import CardChange
from models.applying import last_event, locked
from models.contact import Role
from models.funding_queue import waiting
from models.funding_tables import Application, ApplicationStatus
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.queue_errors import ApplicationDecided
from models.queue_moves import accept, fund, postpone
from tests.builders import (
    NOW,
    TODAY,
    a_group,
    a_loan,
    a_person,
    a_programme,
    a_staff_turn,
    a_verifier,
    an_application,
    waiting_since,
)
from tests.handlers.staff.talking import read, said, told

if TYPE_CHECKING:
    from handlers.turn import Turn
    from models.contact import Person

pytestmark = pytest.mark.usefixtures("database")


async def a_wish() -> Application:
    async with transaction():
        return await an_application(await a_programme())


async def press(person: Person, application: Application, verb: str) -> Turn:
    """A tap on the newest card of an application."""
    turn = await a_staff_turn(person)
    seen = await last_event(application.id)
    async with transaction():
        await reviewing.press(turn, application.id, f"{verb}-{seen}")
    return turn


@pytest.mark.parametrize("verb", ["accept", "ask", "refuse"])
@pytest.mark.parametrize("role", list(Role))
async def test_verifiers_and_approvers_review_and_others_may_not(role: Role, verb: str) -> None:
    wish, person = await a_wish(), await a_person("Joko Pranoto", role)
    if role in {Role.VERIFIER, Role.APPROVER}:
        assert (await press(person, wish, verb)).next_form is not None
    else:
        with pytest.raises(NotAllowed):
            await press(person, wish, verb)


@pytest.mark.parametrize("verb", ["move", "postpone", "resume", "remove"])
@pytest.mark.parametrize("role", list(Role))
async def test_the_same_keep_the_queue(role: Role, verb: str) -> None:
    person = await a_person("Joko Pranoto", role)
    async with transaction():
        wish = await waiting_since(await a_programme())
        if verb == "resume":
            mine = await locked(wish.id)
            assert mine is not None
            await postpone(mine, reason="menunggu", person_id=None, at=NOW)
    if role in {Role.VERIFIER, Role.APPROVER}:
        assert (await press(person, wish, verb)).next_form is not None
    else:
        with pytest.raises(NotAllowed):
            await press(person, wish, verb)


async def test_a_card_from_before_says_who_has_decided() -> None:
    wish, rina, joko = await a_wish(), await a_verifier(), await a_verifier("Joko Pranoto")
    async with transaction():
        mine = await locked(wish.id)
        assert mine is not None
        await accept(mine, granted=Rupiah(1_000_000), priority=5, person_id=rina.id, at=NOW)
    with pytest.raises(ApplicationDecided) as first:
        await press(joko, wish, "refuse")
    facts = first.value.facts
    assert "sudah di antrean, oleh Rina Hartati" in said("rule.application_decided", **facts)


@pytest.mark.parametrize(
    ("granted", "reason"),
    [
        (12_000_000, None),
        (15_050_000, None),
        (12_050_000, "not_round"),
        (16_000_000, "above_wanted"),
        (11_000_000, None),
    ],
)
def test_an_unusual_amount_is_asked_about_and_may_stay(granted: int, reason: str | None) -> None:
    answers = {"granted": Rupiah(granted), "wanted": 15_050_000, "most": 0}
    doubts = AcceptApplicationForm.doubts(answers, None)  # type: ignore[arg-type]  # not looked at
    assert [doubt.reason for doubt in doubts] == ([reason] if reason else [])
    for doubt in doubts:
        assert not doubt.firm
        assert said(f"accept_application.granted.{doubt.reason}", **doubt.facts)
    assert "kelipatan" in said(
        "accept_application.granted.not_round", amount=Rupiah(1), round_to=Rupiah(100_000)
    )


async def test_what_is_no_amount_is_asked_again() -> None:
    rina = await a_verifier()
    situation = (await a_staff_turn(rina)).situation
    too_small = Hearing(InboundMessage(Kind.TEXT, NOW, "50 ribu"), situation, TODAY)
    with pytest.raises(Rejected) as refused:
        Wanted().read(too_small)
    assert refused.value.reason == "too_small"
    facts = refused.value.facts
    assert "Rp100.000" in said("accept_application.granted.too_small", **facts)
    assert "Fotonya" in said("accept_application.granted.photo_instead")


async def test_the_card_tells_the_past_and_what_became_of_it() -> None:
    async with transaction():
        lent = await a_loan()
        await Loan.filter(id=lent.loan.id).update(status=LoanStatus.REPAID)
        wish = await waiting_since(lent.programme, group=lent.group)
        first = await application_card.card(wish.id, today=TODAY)
        mine = await locked(wish.id)
        assert mine is not None
        rina = await a_verifier()
        await postpone(mine, reason="menunggu izin", person_id=rina.id, at=NOW)
        second = await application_card.card(wish.id, today=TODAY)
    assert said("application.past_loan.repaid", number=lent.loan.number) in read(first)
    assert second.key == "application.postponed"
    assert "menunggu izin" in read(second)


async def test_a_funded_application_offers_nothing_more() -> None:
    async with transaction():
        lent = await a_loan()
        wish = await waiting_since(lent.programme)
        mine = await locked(wish.id)
        assert mine is not None
        await fund(mine, lent.loan.id, person_id=None, at=NOW)
        shown = await application_card.card(wish.id, today=TODAY)
    assert shown.key == "application.funded"
    assert not shown.choices
    assert "Modal diterima: Rp15.000.000" in read(shown)
    assert (await Application.get(id=wish.id)).status is ApplicationStatus.FUNDED


async def test_whoever_was_put_behind_by_the_usual_class_hears_it_too() -> None:
    """Somebody of a later class is overtaken by everybody who comes in the usual way."""
    leader = await a_person("Ledia Lungu")
    rina = await a_verifier()
    async with transaction():
        programme = await a_programme()
        group = await a_group(leader, name="KUBE Anyaman Rotan Wehea")
        await waiting_since(programme, group=group, priority=7, reason="masih meminjam")
        wish = await an_application(programme, at=NOW + timedelta(days=1))
        turn = await a_staff_turn(rina)
        shift = await accept(wish, granted=Rupiah(5_000_000), priority=5, person_id=rina.id, at=NOW)
        await queue_news.after(turn, shift)
    (told_ledia,) = told(turn, leader)
    assert told_ledia == said(
        "queue_news.others.further",
        name="Ledia Lungu",
        own="KUBE Anyaman Rotan Wehea",
        place=2,
        count=2,
        before=1,
    )
    assert any(isinstance(notice, CardChange) for notice in turn.notices)


async def test_a_line_can_stand_beside_each_place() -> None:
    """The forecast brings these; here another word of ours stands in its place."""
    async with transaction():
        programme = await a_programme()
        await waiting_since(programme)
        (place,) = await waiting(programme.id)
    line = queue.line_of(place, words("queue.show"))
    beside = said("queue.beside", line=words("queue.show"))
    assert said(line.key, **line.facts).endswith(beside)


async def test_pages_and_a_tap_on_what_is_not_there_any_more() -> None:
    async with transaction():
        programme = await a_programme()
        for day in range(12):
            await waiting_since(programme, NOW - timedelta(days=20 - day))
        turn = await a_staff_turn(await a_verifier())
        first = await queue.press(turn, programme.id, "show-0")
        second = await queue.press(turn, programme.id, "show-10")
        nothing = await queue.press(turn, programme.id, "review")
        stale = await queue.press(turn, 999_999, "show-0")
        odd = await queue.press(turn, programme.id, "dance")
    assert "12 menunggu" in read(first)
    assert "11. " in read(second)
    assert read(nothing) == said("queue.nothing_to_review", programme=programme.name)
    assert read(stale) == read(odd) == said("form.stale")

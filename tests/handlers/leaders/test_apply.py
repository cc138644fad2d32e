"""A leader asks for capital: what is heard in a sentence, and what is only asked about."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from typing_extensions import override

from bot.database import transaction
from handlers.conversation import begin
from handlers.hearing import Hearing, Rejected
from handlers.leaders import apply as applying
from handlers.leaders.apply import ApplyForm
from handlers.leaders.apply_answers import Purpose
from handlers.staff.capital_amount import Wanted
from models.applying import send_back
from models.funding_tables import Application
from tests.builders import a_loan as a_real_loan
from tests.builders import a_verifier, an_application
from tests.handlers.leaders.in_private import Leader
from tests.handlers.leaders.people import (
    NOW,
    TODAY,
    Talking,
    a_waiting_leader,
    message,
)
from tests.handlers.staff.talking import said

if TYPE_CHECKING:
    from handlers.situation import Situation
    from tests.builders import Lent

ONE = [{"id": "1", "code": "UEP", "name": "Dana UEP", "most": 0}]
TWO = [*ONE, {"id": "2", "code": "DUA", "name": "Dana Kabupaten", "most": 0}]


class Applying(Talking):
    """The form as `begin` starts it."""

    def __init__(
        self, programmes: list[dict[str, Any]] | None = None, situation: Situation | None = None
    ) -> None:
        super().__init__(ApplyForm, situation or a_waiting_leader())
        self.given = {"listed": json.dumps(programmes or ONE), "busy": ""}

    @override
    def opens(self, text: str = "", *slips: int) -> str:
        hearing = Hearing(message(text, *slips), self.situation, TODAY)
        return self._told(begin(ApplyForm, 7, hearing, self.given))


def heard(text: str) -> Hearing:
    return Hearing(message(text), a_waiting_leader(), TODAY)


@pytest.mark.parametrize(
    ("said", "purpose"),
    [
        ("mau ajukan modal 15 juta untuk bibit jahe", "bibit jahe"),
        ("ajukan modal untuk bibit jahe sebesar 15 juta", "bibit jahe"),
        ("modal Rp12.500.000 buat 2 mesin jahit", "2 mesin jahit"),
        ("pinjam utk pakan, 5jt", "pakan"),
        ("ajukan modal untuk kelompok kami", None),
        ("mau ajukan modal", None),
        ("untuk x", None),
    ],
)
def test_a_sentence_says_what_it_is_for(said: str, purpose: str | None) -> None:
    assert Purpose().overhear(heard(said)) == purpose


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("mau ajukan modal 15 juta untuk bibit jahe", 15_000_000),
        ("modal Rp12.500.000 buat 2 mesin jahit", 12_500_000),
        ("butuh dana dua puluh juta", 20_000_000),
        ("7,5jt", 7_500_000),
        ("pinjam untuk bibit jahe 7.250.000", 7_250_000),
        ("untuk bibit jahe 500 polybag", None),
        ("antara 10 juta dan 15 juta", None),
        ("minus -5 juta", None),
        ("mau ajukan modal", None),
    ],
)
def test_only_what_is_called_money_is_an_amount(said: str, amount: int | None) -> None:
    assert Wanted().overhear(heard(said)) == amount


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("15", "unsure"),
        ("50 ribu", "too_small"),
        ("-5 juta", "not_an_amount"),
        ("x", "not_an_amount"),
    ],
)
def test_what_cannot_be_meant_is_asked_again(said: str, reason: str) -> None:
    with pytest.raises(Rejected) as refused:
        Wanted().read(heard(said))
    assert refused.value.reason == reason


def test_an_amount_too_large_for_the_books_is_asked_again() -> None:
    with pytest.raises(Rejected) as refused:
        Wanted()._judged(10**13, ())
    assert "terlalu besar" in said(f"apply.amount.{refused.value.reason}")
    for key in ("apply.amount.too_large", "accept_application.granted.too_large"):
        assert "ditulis ulang" in said(key) or "tulis ulang" in said(key)


def budi_says(budi: Applying, text: str) -> str:
    """The keys of what the bot answers."""
    budi.says(text)
    return " ".join(reply.key for reply in budi.outcome.replies)


def test_a_programme_is_named_by_its_code_by_its_name_or_by_a_button() -> None:
    for name in ("dua", "kabupaten", "2"):
        budi = Applying(TWO)
        budi.opens("ajukan modal")
        assert "apply.purpose.ask" in budi_says(budi, name)
    budi = Applying(TWO)
    budi.opens("ajukan modal")
    assert budi.labels == ["Dana UEP", "Dana Kabupaten"]
    assert "apply.programme.unknown" in budi_says(budi, "dana")
    budi = Applying(TWO)
    budi.opens("ajukan modal")
    assert "apply.programme.too_long" in budi_says(budi, "x" * 121)
    assert "apply.programme.no_words" in keys_after_a_photo(budi)


def keys_after_a_photo(budi: Applying) -> str:
    budi.sends(replace(message("", 4), media=()))
    return " ".join(reply.key for reply in budi.outcome.replies)


@pytest.mark.parametrize(
    ("trouble", "key"),
    [
        ("too_dark", "apply.proposal.too_dark"),
        ("blurred", "apply.proposal.blurred"),
        ("tiny", "apply.proposal.tiny"),
        ("screenshot", "apply.confirm"),
    ],
)
def test_pages_that_are_hard_to_read_are_asked_about_once(trouble: str, key: str) -> None:
    budi = Applying(situation=replace(a_waiting_leader(), photo_troubles={4: (trouble,)}))
    budi.opens("ajukan modal 5 juta untuk kemasan")
    budi.says("", 4)
    assert [reply.key for reply in budi.outcome.replies] == [key]


def test_a_group_that_is_gone_meanwhile_is_told_so() -> None:
    budi = Applying()
    budi.opens("ajukan modal 5 juta untuk kemasan")
    budi.situation = replace(budi.situation, groups=())
    budi.says("nanti")
    (confirm,) = budi.outcome.replies
    assert confirm.facts["group"].key == "apply.no_longer"  # type: ignore[union-attr]


# With the database ------------------------------------------------------------------------------


async def lent() -> Lent:
    async with transaction():
        return await a_real_loan()


@pytest.mark.usefixtures("database")
async def test_a_whole_application_in_one_sentence_is_written_once() -> None:
    sari = Leader(await lent())
    told = await sari.says("mau ajukan modal 15 juta untuk bibit jahe")
    assert "foto setiap lembar proposal" in told
    await sari.says("nanti")
    assert "A-1907-0001" in await sari.sends_it()
    assert (await Application.get()).amount == 15_000_000


@pytest.mark.usefixtures("database")
async def test_the_same_again_begins_anew_and_leaves_nothing_aside() -> None:
    sari = Leader(await lent())
    await sari.says("mau ajukan modal 15 juta untuk bibit jahe")
    await sari.says("/ajukan")
    assert not sari.talk.aside
    assert sari.talk.open is not None
    assert "amount" not in sari.talk.open.answers


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("asked", [False, True])
async def test_who_has_applied_reads_where_it_stands(
    asked: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    to = await lent()
    async with transaction():
        wish = await an_application(to.programme, group=to.group, at=NOW)
        assert applying.has_applied(wish).key == "apply.has_applied.submitted"
        if asked:
            await send_back(wish, "di mana?", person_id=(await a_verifier()).id, at=NOW)
            assert applying.has_applied(wish).key == "apply.has_applied.returned"
    told = await Leader(to).says("ajukan modal")
    assert ("di mana?" if asked else "sedang melihatnya") in told


@pytest.mark.usefixtures("database")
async def test_the_second_officer_who_sends_a_moment_later_reads_of_the_first() -> None:
    to = await lent()
    sari = Leader(to)
    await sari.says("mau ajukan modal 15 juta untuk bibit jahe")
    await sari.says("nanti")
    async with transaction():
        await an_application(to.programme, group=to.group, at=NOW)
    assert "sudah mengajukan" in await sari.sends_it()
    assert await Application.all().count() == 1


@pytest.mark.usefixtures("database")
async def test_starting_anew_after_a_silence_keeps_the_group_and_the_programme() -> None:
    sari = Leader(await lent())
    await sari.says("mau ajukan modal 15 juta untuk bibit jahe")
    assert sari.talk.open is not None
    await sari.presses(f"d{sari.talk.open.id}:restart")
    for answer in ("pupuk", "4 juta", "nanti"):
        told = await sari.says(answer)
    assert "Kelompok: KUBE Jahe Merah Mekar" in told
    assert "A-1907-0001" in await sari.sends_it()

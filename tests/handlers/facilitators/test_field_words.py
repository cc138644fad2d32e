"""What is said about work in the field, where no chat comes to it."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.facilitators.answers import GroupInCare, Marks, Recommends, WhatWasSeen, YesOrNo
from handlers.facilitators.reasons import reason_lines, stored
from handlers.hearing import Hearing, Rejected
from handlers.messages import InboundMessage, Kind, say, words
from handlers.situation import Situation
from handlers.speak import render
from models.health import Noticed, Sign
from models.search import Listed
from models.visit import Mark
from tests.builders import NOW, TODAY

CARE = (
    Listed(1, "KUBE Jahe Merah Mekar", "Sepaso", "Bengalon", "KT-001"),
    Listed(2, "KUBE Olahan Ikan Pesisir", "Teluk Pandan", "Teluk Pandan", "KT-002"),
)
SITUATION = Situation(NOW, TODAY, "telegram", "1", 1, 1, name="Dewi", in_care=CARE)


def heard(text: str) -> Hearing:
    return Hearing(InboundMessage(Kind.TEXT, NOW, text), SITUATION, TODAY)


def said(key: str, **facts: object) -> str:
    return render((say(key, **facts),), "id", strict=True).text  # type: ignore[arg-type]


SIGNS = {
    "field_work.sign.later_and_later": (Noticed(Sign.LATER_AND_LATER, 9), "9 hari"),
    "field_work.sign.very_late": (Noticed(Sign.VERY_LATE, 31), "31 hari"),
    "field_work.sign.smaller_and_smaller": (Noticed(Sign.SMALLER_AND_SMALLER, 60), "60%"),
    "field_work.sign.photos_stopped": (Noticed(Sign.PHOTOS_STOPPED, 75), "75 hari"),
    "field_work.sign.no_answer": (Noticed(Sign.NO_ANSWER, 4), "4 pesan"),
}


@pytest.mark.parametrize("key", SIGNS)
def test_every_sign_is_told_with_its_figure(key: str) -> None:
    sign, shown = SIGNS[key]
    lines = reason_lines(stored((sign,)))
    assert [line.key for line in lines] == [key]
    text = said("field_work.told", name="Dewi", group="Mekar", village="Sepaso", reasons=lines)
    assert shown in text


def test_a_recommendation_that_has_run_out_says_so() -> None:
    over = words("field_work.recommendation_over", until=date(2019, 6, 1))
    text = said(
        "field_work.visited",
        visited_on=date(2019, 5, 2),
        stage=words("visit.stage.advanced"),
        verdict=over,
    )
    assert "sudah lewat" in text
    assert "maju" in text


def test_a_group_without_a_facilitator_and_one_that_was_seen_often_have_words() -> None:
    suggested = said(
        "field_work.suggested",
        group="Mekar",
        village="Sepaso",
        district="Bengalon",
        reasons=(words("field_work.sign.no_answer", figure=3),),
        facilitator=words("field_work.nobody_cares"),
    )
    assert "belum ada pendamping" in suggested
    assert "maju" in said("visit.marks_of", stage=words("visit.stage.advanced"), count=3, of=4)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1-6, 8 dan 9", {1, 2, 3, 4, 5, 6, 8, 9}),
        ("1 2 3", {1, 2, 3}),
        ("no 5 & 7", {5, 7}),
        ("1 s/d 3", {1, 2, 3}),
        ("3 sampai 5", {3, 4, 5}),
        ("semua", set(range(1, 17))),
        ("Belum ada.", set()),
    ],
)
def test_marks_are_read_from_numbers(text: str, numbers: set[int]) -> None:
    assert Marks().read(heard(text)) == tuple(list(Mark)[n - 1] for n in sorted(numbers))


@pytest.mark.parametrize("text", ["", "0-3", "17", "bagus", "1 2 banyak", "9" * 4000])
def test_what_is_no_list_of_marks_is_asked_again(text: str) -> None:
    with pytest.raises(Rejected, match="not_marks"):
        Marks().read(heard(text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ya", Recommends.YES),
        ("belum layak", Recommends.NO),
        ("layak direkomendasikan", Recommends.YES),
        ("tidak direkomendasikan", Recommends.NO),
        ("1", Recommends.YES),
        ("2", Recommends.NO),
    ],
)
def test_a_recommendation_is_read_from_everyday_words(text: str, meant: Recommends) -> None:
    assert YesOrNo(Recommends, "visit.recommends").read(heard(text)) is meant


def test_a_group_is_taken_by_name_or_number_and_never_guessed() -> None:
    assert GroupInCare().read(heard("olahan ikan")) == 2
    assert GroupInCare().read(heard("1")) == 1
    with pytest.raises(Rejected, match="not_in_care"):
        GroupInCare().read(heard("rotan"))


@pytest.mark.parametrize(
    ("text", "reason"), [("ok", "no_words"), ("a" * 601, "too_long"), ("", "no_words")]
)
def test_what_was_seen_is_neither_empty_nor_endless(text: str, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        WhatWasSeen().read(heard(text))


@pytest.mark.parametrize(
    "key",
    [
        "visit.visited_on.unsure",
        "visit.visited_on.not_a_day",
        "visit.photos.not_a_photo",
        "visit.title",
    ],
)
def test_questions_are_put_again_in_words(key: str) -> None:
    assert said(key)


def test_what_is_too_long_says_how_long_it_may_be() -> None:
    assert "600" in said("visit.seen.too_long", at_most=600)
    assert "200" in said("visit.reason.too_long", at_most=200)

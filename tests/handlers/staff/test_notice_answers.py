"""How staff say what changes in a plan of notices: one thing or several, in figures or in words."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.conversation import begin
from handlers.messages import Fact, Words
from handlers.speak import render_text
from handlers.staff.notice_parts import Item, parts_of
from handlers.staff.notice_plan import NoticePlanForm
from handlers.staff.notice_steps import steps_in
from handlers.staff.notice_words import item_in_words, plan_in_words
from models.notice_plan import NoticePlan
from tests.handlers.staff.begun import BEGUN
from tests.rehearsal import hearing


@pytest.mark.parametrize(
    ("said", "steps"),
    [
        ("-7 -3 -1 0 3 7", (-7, -3, -1, 0, 3, 7)),
        ("h-7, h-3, h+3", (-7, -3, 3)),
        ("\u22127 0 +7", (-7, 0, 7)),
        ("seminggu sebelum", (-7,)),
        ("tiga dan satu hari sebelumnya, hari H, 2 minggu sesudah", (-3, -1, 0, 14)),
        ("7 hari sebelum jatuh tempo, saat jatuh tempo, 3 hari lewat jatuh tempo", (-7, 0, 3)),
        ("3 hari setelah hari jatuh tempo", (3,)),
        ("a week... no, 7 days before, due day, 3 days after", (-7, 0, 3)),
        ("sebelum itu", ()),
        ("besok", ()),
    ],
)
def test_steps(said: str, steps: tuple[int, ...]) -> None:
    assert steps_in(said) == steps


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("", {}),
        ("-7 0 7", {"item": "steps", "steps": "-7 0 +7"}),
        ("0 3 7", {"item": "steps", "steps": "0 +3 +7"}),
        ("-7 0 jam 9 sampai 16", {"item": "steps hours", "steps": "-7 0", "hours": "540 960"}),
        ("jam ramadan 9 sampai 15", {"item": "fasting", "fasting": "540 900"}),
        ("puasa jam 9 sampai 15", {"item": "fasting", "fasting": "540 900"}),
        ("telepon dua minggu", {"item": "call", "call": 14}),
        ("lapor usaha tgl 12", {"item": "nudge", "nudge": "on 12"}),
        ("kabar antrian matikan", {"item": "place", "place": "off"}),
        ("janji 3 bulan", {"item": "promise", "promise": 90}),
        ("antrean", {"item": "place"}),
        ("jam 9 sampai 25", {"item": "hours"}),
        ("telepon 10 hari jam 8", {"item": "hours call", "call": 10}),
    ],
)
def test_what_is_said_at_once_is_not_asked(said: str, answers: dict[str, Any]) -> None:
    begun_with = BEGUN["notice_plan"]
    begun = begin(NoticePlanForm, 5, hearing(said), begun_with).draft
    assert begun is not None
    asked = {name: value for name, value in begun.answers.items() if name not in begun_with}
    assert asked == answers


def test_what_is_said_of_one_thing_is_not_taken_for_another() -> None:
    assert parts_of("9 sampai 16.30") == {}
    assert parts_of("jam 9 sampai 16, telepon 10") == {
        Item.HOURS: "  9 sampai 16, ",
        Item.CALL: "  10",
    }


def test_a_plan_without_reminders_says_so() -> None:
    assert read_words(item_in_words(NoticePlan(steps=()), Item.STEPS)) == "tanpa pengingat"
    assert read_words(plan_in_words(NoticePlan(steps=()))["steps"]) == "tanpa pengingat"


def read_words(fact: Fact) -> str:
    assert isinstance(fact, Words)
    return render_text(fact, "id")

"""What is answered at once: the menu, help, where to pay, thanks."""

from datetime import UTC, datetime

import pytest

from handlers.commands import Topic
from handlers.contents import CONTENTS
from handlers.leaders import help as leaders_help
from handlers.leaders import how_to_pay, menu
from handlers.messages import Reply
from handlers.situation import LoanFacts, Situation
from handlers.turn import Turn
from tests.handlers.leaders.people import (
    a_borrower,
    a_group,
    a_leader,
    a_loan,
    a_waiting_leader,
    message,
    words_of,
)


async def answer(topic: Topic, situation: Situation, text: str = "") -> Reply:
    assert topic.run is not None
    reply = await topic.run(Turn(situation, 1), message(text))
    assert not isinstance(reply, tuple)
    return reply


def ids(reply: Reply) -> list[str]:
    return [choice.id for choice in reply.choices]


@pytest.mark.parametrize(
    ("hour_wita", "greeting"),
    [(0, "malam"), (4, "pagi"), (10, "pagi"), (11, "siang"), (15, "sore"), (18, "malam")],
)
async def test_people_are_greeted_by_the_time_of_day_in_wita(hour_wita: int, greeting: str) -> None:
    now = datetime(2019, 7, 17, (hour_wita - 8) % 24, 0, tzinfo=UTC)
    said = words_of(await answer(menu.TOPIC, a_borrower(now=now)))
    assert said == f"Selamat {greeting}, Pak/Bu Sari Wulandari. Ada yang bisa kami bantu?"


async def test_a_borrower_is_offered_everything_that_exists() -> None:
    assert ids(await answer(menu.TOPIC, a_borrower())) == [
        "go:repayment_report",
        "go:progress_report",
        "go:what_is_left",
        "go:how_to_pay",
        "go:cannot_pay",
        "go:my_turn",
        "go:apply",
        "go:human",
        "go:help",
    ]


async def test_who_waits_for_a_loan_is_not_offered_to_report_a_repayment() -> None:
    assert ids(await answer(menu.TOPIC, a_waiting_leader())) == [
        "go:progress_report",
        "go:my_turn",
        "go:apply",
        "go:human",
        "go:help",
    ]


async def test_every_choice_of_the_menu_leads_somewhere() -> None:
    for choice in menu.choices(a_borrower()):
        assert CONTENTS.topic(choice.id.removeprefix("go:")) is not None


async def test_an_answer_out_of_the_blue_is_met_with_the_menu() -> None:
    reply = await answer(menu.NOTHING_ASKED_TOPIC, a_borrower(), "tidak")
    assert "tidak ada pertanyaan" in words_of(reply)
    assert "go:human" in ids(reply)


async def test_help_shows_examples_that_fit_the_person() -> None:
    assert "setor 500 ribu kemarin" in words_of(await answer(leaders_help.TOPIC, a_borrower()))
    others = words_of(await answer(leaders_help.TOPIC, a_waiting_leader()))
    assert "giliran" in others
    assert "setor 500 ribu" not in others


async def test_only_the_configured_account_is_named() -> None:
    said = words_of(await answer(how_to_pay.TOPIC, a_borrower()))
    assert "Bank Contoh 000-1234 a.n. Dana Bergulir" in said


async def test_the_accounts_of_two_programmes_are_told_group_by_group() -> None:
    situation = a_leader(
        a_group(a_loan(), name="KUBE Satu", account="Bank A 1"),
        a_group(a_loan(), number=2, name="KUBE Dua", account="Bank B 2"),
    )
    said = words_of(await answer(how_to_pay.TOPIC, situation))
    assert "KUBE Satu: Bank A 1\nKUBE Dua: Bank B 2" in said


async def test_where_codes_are_asked_the_amount_is_told_to_the_rupiah() -> None:
    said = words_of(await answer(how_to_pay.TOPIC, a_leader(a_group(a_loan(code=17)))))
    assert "tepat Rp500.017" in said
    assert "(017) adalah kode kelompok Bapak/Ibu" in said
    assert "Rp17 itu menjadi titipan kelompok" in said


async def test_the_codes_of_two_groups_are_told_group_by_group() -> None:
    situation = a_leader(
        a_group(a_loan(code=17), name="KUBE Satu", account="Bank A 1"),
        a_group(a_loan(code=118), number=2, name="KUBE Dua", account="Bank B 2"),
    )
    said = words_of(await answer(how_to_pay.TOPIC, situation))
    assert "KUBE Satu: mohon transfer tepat Rp500.017" in said
    assert "KUBE Dua: mohon transfer tepat Rp500.118" in said
    assert "KUBE Satu: Bank A 1\nKUBE Dua: Bank B 2" in said


@pytest.mark.parametrize("loan", [a_loan(next_left=0, code=17), a_loan(credit=500_000, code=17)])
async def test_nobody_is_asked_for_what_nobody_need_pay(loan: LoanFacts) -> None:
    said = words_of(await answer(how_to_pay.TOPIC, a_leader(a_group(loan))))
    assert "tepat" not in said
    assert "Bank Contoh" in said


async def test_without_an_account_people_are_sent_to_the_office() -> None:
    situation = a_leader(a_group(a_loan(), account=""))
    assert "belum tercatat di sini" in words_of(await answer(how_to_pay.TOPIC, situation))


async def test_who_owes_nothing_is_told_that_nothing_is_to_be_paid() -> None:
    said = words_of(await answer(how_to_pay.TOPIC, a_waiting_leader()))
    assert "tidak ada yang perlu disetor" in said
    assert "Bank Contoh" not in said


async def test_thanks_are_answered_shortly() -> None:
    reply = await answer(leaders_help.THANKS_TOPIC, a_borrower())
    assert words_of(reply).startswith("Sama-sama, Pak/Bu Sari Wulandari")
    assert reply.choices == ()


def test_no_wish_leads_to_two_topics() -> None:
    wishes = [intent for topic in CONTENTS.topics for intent in topic.intents]
    assert len(wishes) == len(set(wishes))
    commands = [command for topic in CONTENTS.topics for command in topic.commands]
    assert len(commands) == len(set(commands))

"""How facts are written for people, and what happens when a text cannot be said."""

from datetime import UTC, date, datetime

import pytest

from handlers import speak
from handlers.messages import Choice, Fact, Reply, say, words
from handlers.speak import Spoken, render, render_text, written
from locales import LocaleError
from models.money import Rupiah


@pytest.mark.parametrize(
    ("language", "fact", "expected"),
    [
        ("id", Rupiah(500_000), "Rp500.000"),
        ("en", Rupiah(500_000), "Rp500,000"),
        ("id", date(2019, 7, 16), "Selasa, 16 Juli 2019"),
        ("en", date(2019, 7, 16), "Tuesday, 16 July 2019"),
        ("id", datetime(2019, 7, 16, 1, 15, tzinfo=UTC), "16 Juli 2019 09.15 WITA"),
        ("id", datetime(2019, 7, 16, 16, 5, tzinfo=UTC), "17 Juli 2019 00.05 WITA"),
        ("en", datetime(2019, 7, 16, 1, 15, tzinfo=UTC), "16 July 2019 09:15 WITA"),
        ("id", words("form.today"), "Hari ini"),
        ("id", ("satu", words("form.yesterday"), Rupiah(10_000)), "satu\nKemarin\nRp10.000"),
        ("id", 3, 3),
        ("id", "{ $x } & <b>", "{ $x } & <b>"),
    ],
)
def test_every_fact_is_written_as_people_here_write_it(
    language: str, fact: Fact, expected: str | int
) -> None:
    assert written({"it": fact}, language)["it"] == expected


@pytest.mark.parametrize(
    ("amount", "full"),
    [
        (999_999, "Rp999.999"),
        (1_000_000, "Rp1.000.000 (satu juta rupiah)"),
        (1_250_000, "Rp1.250.000 (satu juta dua ratus lima puluh ribu rupiah)"),
    ],
)
def test_from_one_million_on_money_is_repeated_in_words(amount: int, full: str) -> None:
    assert written({"it": Rupiah(amount)}, "id")["it_full"] == full


def test_money_and_days_come_in_all_their_lengths() -> None:
    facts = written({"paid": Rupiah(25_000), "on": date(2019, 12, 1)}, "id")
    assert facts["paid_words"] == "dua puluh lima ribu rupiah"
    assert facts["paid_full"] == "Rp25.000"
    assert facts["on_short"] == "1 Desember 2019"


def test_an_amount_beyond_all_words_is_told_in_figures() -> None:
    assert written({"it": Rupiah(10**16)}, "id")["it_words"] == "Rp10.000.000.000.000.000"


def test_every_month_and_weekday_has_its_name() -> None:
    for language, week in (("id", "Senin Minggu"), ("en", "Monday Sunday")):
        days = [speak.day_with_weekday(date(2024, 1, day), language) for day in range(1, 8)]
        assert [days[0].split(",")[0], days[-1].split(",")[0]] == week.split()
        months = {
            speak.day_without_weekday(date(2024, month, 1), language) for month in range(1, 13)
        }
        assert len(months) == 12


def test_what_people_type_is_never_read_as_a_text_of_ours() -> None:
    said = render_text(say("thanks.welcome", name="{ menu-help } { $name } *tebal*"), "id")
    assert "{ menu-help } { $name } *tebal*" in said


def test_several_replies_of_one_turn_are_one_message() -> None:
    help_button = Choice("go:help", words("menu.help"))
    spoken = render(
        [
            say("form.cancelled", help_button, pictures=(4, 5)),
            say("form.nothing_open", help_button, Choice("go:human", words("menu.human"))),
            Reply("joining.own_contact", pictures=(5, 6), ask_contact=True),
        ],
        "id",
        strict=True,
    )
    assert spoken.text.split("\n\n")[1] == "Tidak ada yang sedang diproses, Pak/Bu."
    assert spoken.buttons == (("go:help", "Bantuan"), ("go:human", "Hubungi petugas"))
    assert spoken.pictures == (4, 5, 6)
    assert spoken.ask_contact_label == "Bagikan nomor saya"


def test_a_long_answer_of_staff_is_passed_on_whole() -> None:
    text = "panjang " * 430
    assert text in render_text(say("staff.answer", text=text), "id")


def test_in_development_a_missing_text_is_an_error() -> None:
    with pytest.raises(LocaleError):
        render([say("menu.nowhere")], "id", strict=True)


def test_in_production_a_missing_text_is_an_apology_and_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    spoken = render([say("menu.nowhere")], "en")
    assert spoken == Spoken(render_text(words("error.speechless"), "id"))
    assert [record.key for record in caplog.records] == ["menu.nowhere", "menu.nowhere"]  # type: ignore[attr-defined]


def test_in_production_an_unknown_language_falls_back_to_indonesian() -> None:
    assert render([say("form.nothing_open")], "fr").text.startswith("Tidak ada")

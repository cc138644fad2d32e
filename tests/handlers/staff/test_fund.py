"""`/saldo`: the fund at a glance, programme by programme."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.database import transaction
from handlers.messages import InboundMessage, Kind
from handlers.staff.fund import overview
from handlers.staff.till import decide
from handlers.staff.verification import press
from models.fund import fund_figures
from models.till import Verdict
from tests.builders import (
    NOW,
    TODAY,
    a_loan,
    a_person,
    a_programme,
    a_report,
    a_staff_turn,
    a_verifier,
    the_clock_looks,
)
from tests.handlers.staff.talking import read

pytestmark = pytest.mark.usefixtures("database")

NOTHING = InboundMessage(Kind.TEXT, NOW)


async def test_the_fund_shows_what_the_ledger_holds() -> None:
    async with transaction():
        programme = await a_programme(capital=50_000_000, minimum_balance=5_000_000)
        lent = await a_loan(
            principal=10_000_000,
            instalments=10,
            fee_basis_points=100,
            disbursed_on=date(2019, 4, 20),
            programme=programme,
        )
        rina = await a_verifier()
        for number in range(2):
            paid_on = TODAY - timedelta(days=40 - number)
            report = await a_report(lent, 600_000, paid_on=paid_on)
            await press(await a_staff_turn(rina), report.id, "accept")
    await the_clock_looks()
    async with transaction():
        reply = await overview(await a_staff_turn(rina), NOTHING)
    assert read(reply).splitlines() == [
        "💰 Dana Bergulir UEP",
        "Tercatat 16 Juli 2019 09.15 WITA",
        "",
        "Kas bergulir: Rp41.000.000",
        "Dapat dicairkan: Rp36.000.000",
        "Di kelompok (pokok): Rp9.000.000",
        "Lewat jadwal: Rp1.000.000",
        "Kas jasa: Rp200.000",
        "Titipan kelompok: Rp0",
        "",
        "Laporan bulan ini:",
        "Dilaporkan: 2 laporan, Rp1.200.000",
        "Diverifikasi: 2 laporan, Rp1.200.000",
        "Ditolak: 0 laporan, Rp0",
        "Tidak ada laporan yang menunggu pemeriksaan.",
        "",
        "Tidak ikut dihitung sebagai dana yang dapat dicairkan:",
        "Sudah dipesan untuk kelompok: Rp0",
        "Cadangan: Rp5.000.000",
    ]
    assert isinstance(reply, tuple)
    assert [[each.name for each in one.drawings] for one in reply] == [["fund_overview"], []]


async def test_waiting_reports_are_counted_apart_and_change_no_balance() -> None:
    async with transaction():
        lent = await a_loan()
        turn = await a_staff_turn(await a_verifier())
        before = read(await overview(turn, NOTHING)).splitlines()
        for amount in (500_000, 750_000):
            await a_report(lent, amount)
        after = read(await overview(turn, NOTHING)).splitlines()
    assert _money(after) == _money(before)
    assert "Dilaporkan: 2 laporan, Rp1.250.000" in after
    assert after[-1] == "Menunggu pemeriksaan: 2 laporan, Rp1.250.000 (belum masuk hitungan)."


def _money(lines: list[str]) -> list[str]:
    return lines[: lines.index("Laporan bulan ini:")]


async def test_only_verified_money_is_in_the_figures_of_the_fund() -> None:
    async with transaction():
        lent = await a_loan()
        rina = await a_verifier()
        figures = await fund_figures(lent.programme.id, today=TODAY)
        refused, accepted = await a_report(lent, 500_000), await a_report(lent, 700_000)
        assert await fund_figures(lent.programme.id, today=TODAY) == figures
        await decide(await a_staff_turn(rina), refused, Verdict.rejecting("no_slip"))
    await the_clock_looks()
    assert await fund_figures(lent.programme.id, today=TODAY) == figures
    async with transaction():
        await press(await a_staff_turn(rina), accepted.id, "accept")
        assert await fund_figures(lent.programme.id, today=TODAY) == figures
    await the_clock_looks()
    now = await fund_figures(lent.programme.id, today=TODAY)
    assert (now.cash, now.lent_out) == (figures.cash + 700_000, figures.lent_out - 700_000)


async def test_programmes_are_kept_apart() -> None:
    async with transaction():
        first = await a_programme(capital=30_000_000, name="Dana APBD")
        await a_programme(capital=7_000_000, name="Dana Provinsi")
        await a_report(await a_loan(principal=10_000_000, programme=first))
        replies = await overview(await a_staff_turn(await a_verifier()), NOTHING)
    assert isinstance(replies, tuple)
    of_first, of_second = (read(reply) for reply in replies)
    assert "Kas bergulir: Rp20.000.000" in of_first
    assert "Menunggu pemeriksaan: 1 laporan" in of_first
    assert "Kas bergulir: Rp7.000.000" in of_second
    assert "Tidak ada laporan" in of_second


@pytest.mark.parametrize("language", ["id", "en"])
async def test_an_office_without_a_programme_is_told_so(language: str) -> None:
    reply = await overview(await a_staff_turn(await a_person("Rina")), NOTHING)
    assert read(reply, language)


@pytest.mark.parametrize("waiting", [0, 1, 2])
async def test_the_fund_can_be_read_in_english(waiting: int) -> None:
    async with transaction():
        lent = await a_loan()
        for _ in range(waiting):
            await a_report(lent)
        text = read(await overview(await a_staff_turn(await a_verifier()), NOTHING), "en")
    expected = {0: "No report", 1: "one report, Rp500,000", 2: "2 reports, Rp1,000,000"}
    assert expected[waiting] in text

"""The digest: agrees with `/saldo` and the journal, and disturbs nobody for nothing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.database import transaction
from handlers.messages import InboundMessage, Kind
from handlers.staff import digest, fund
from handlers.staff.verification import press
from models.decision import DecisionKind, propose
from models.money import Rupiah
from models.tallies import tallies_of_month
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
from tests.handlers.clockwork.mornings import Mornings, wita
from tests.handlers.staff.talking import read
from tests.tampering import change_a_balance

pytestmark = pytest.mark.usefixtures("database")

NOTHING = InboundMessage(Kind.TEXT, NOW)
EVENING = wita(7, 16, 18)
ITS_JOBS = ("self_audit", "digest")


async def a_proposal(number: int = 1) -> None:
    joko = await a_person("Joko Pranoto")
    await propose(
        DecisionKind.CAPITAL,
        f"programme:{number}",
        order={},
        told={},
        amount=Rupiah(5_000_000),
        by=joko.id,
        at=NOW,
    )


async def test_nothing_is_told_while_nothing_waits() -> None:
    async with transaction():
        await a_loan()
    mornings = Mornings(EVENING, only=ITS_JOBS)
    await mornings.put_to(EVENING)
    assert await mornings.put_to(wita(7, 17, 9)) == []


@pytest.mark.parametrize("waits", ["report", "proposal", "difference"])
async def test_whatever_waits_is_told_on_a_working_morning(waits: str) -> None:
    async with transaction():
        lent = await a_loan()
        if waits == "report":
            await a_report(lent, at=EVENING)
        elif waits == "proposal":
            await a_proposal()
    if waits == "difference":
        await change_a_balance()
    mornings = Mornings(EVENING, only=ITS_JOBS)
    await mornings.put_to(EVENING)
    await mornings.put_to(wita(7, 17, 7, 59))
    (told,) = await mornings.put_to(wita(7, 17, 8))
    assert told.startswith("📋 Ringkasan Rabu, 17 Juli 2019")
    books = (
        "ada selisih" if waits == "difference" else "Buku: selisih 0 (diperiksa 07.59 WITA, kepala "
    )
    assert books in told
    assert await mornings.put_to(wita(7, 17, 8, 20)) == []


async def test_on_weekends_and_holidays_nobody_is_disturbed() -> None:
    async with transaction():
        await a_report(await a_loan(), at=wita(7, 19, 16))
    mornings = Mornings(EVENING, only=ITS_JOBS)
    await mornings.put_to(wita(7, 19, 16))
    assert await mornings.put_to(wita(7, 20, 9)) == []
    assert await mornings.put_to(wita(7, 21, 9)) == []
    assert len(await mornings.put_to(wita(7, 22, 9))) == 1


async def test_the_digest_agrees_with_the_fund_and_the_tallies_to_the_rupiah() -> None:
    async with transaction():
        lent = await a_loan()
        rina = await a_verifier()
        for amount, verb in ((512_345, "accept"), (250_000, "accept"), (99_999, "")):
            report = await a_report(lent, amount)
            if verb:
                await press(await a_staff_turn(rina), report.id, verb)
        await a_proposal()
    await the_clock_looks()
    async with transaction():
        turn = await a_staff_turn(rina)
        said = read(await digest.overview(turn, NOTHING))
        fund_said = read(await fund.overview(turn, NOTHING))
        tallies = await tallies_of_month(lent.programme.id, TODAY)
    three = re.compile(r"Dilaporkan: .+\nDiverifikasi: .+\nDitolak: .+")
    found = three.search(said)
    assert found is not None
    assert found[0] in fund_said
    assert tallies.verified.total == 762_345
    assert "Diverifikasi: 2 laporan, Rp762.345" in said
    assert "Menunggu diperiksa: 1 laporan, Rp99.999. Paling lama: S-1907-0003" in said
    assert "Menunggu pemeriksaan: 1 laporan, Rp99.999" in fund_said
    assert "Usulan menunggu persetujuan: 1." in said


async def test_programmes_are_told_apart_on_one_screen() -> None:
    async with transaction():
        first = await a_programme(name="Dana APBD")
        await a_programme(name="Dana Provinsi")
        lent = await a_loan(programme=first)
        await a_report(lent, at=NOW - timedelta(days=3))
        await a_report(lent, 750_000)
        said = read(await digest.overview(await a_staff_turn(await a_verifier()), NOTHING))
    of_first, of_second = said.split("Dana Provinsi")
    assert "Dilaporkan: 2 laporan, Rp1.250.000" in of_first
    assert "Dilaporkan: 0 laporan, Rp0" in of_second
    assert "Tidak ada laporan yang menunggu" in of_second
    assert len(said) < 1_000


@pytest.mark.parametrize("reports", [0, 1, 2])
async def test_the_digest_can_be_read_in_english(reports: int) -> None:
    async with transaction():
        lent = await a_loan()
        for _ in range(reports):
            await a_report(lent)
        for number in range(reports):
            await a_proposal(number)
        reply = await digest.overview(await a_staff_turn(await a_verifier()), NOTHING)
    said = read(reply, "en")
    expected = {0: "No proposal", 1: "One proposal waits", 2: "2 proposals wait"}
    assert expected[reports] in said


async def test_an_office_without_a_programme_is_told_so() -> None:
    assert read(await digest.overview(await a_staff_turn(await a_person("Rina")), NOTHING))

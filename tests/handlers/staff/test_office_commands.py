"""Looking things up in the staff chat, and who may do what there."""

from __future__ import annotations

import asyncio
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import locales
from bot.database import transaction
from handlers.staff import STAFF_COMMANDS
from handlers.staff.trail import TOLD
from models.audit import AuditEvent
from models.contact import Person, Role, StaffRole
from models.errors import LastAdministrator
from models.repayment import RepaymentReport, ReportStatus
from models.staff import grant, revoke
from tests.builders import NOW, a_group, a_loan, a_person, a_report, the_clock_looks
from tests.handlers.staff.office import Staff, written

pytestmark = pytest.mark.usefixtures("database")
ROOT = Path(__file__).parents[3]


async def staff(name: str, *roles: Role) -> Staff:
    async with transaction():
        return Staff(await a_person(name, *roles))


async def test_a_groups_card_tells_officers_loan_class_credit_and_reports() -> None:
    async with transaction():
        lent = await a_loan(disbursed_on=date(2019, 3, 20))
        await a_report(lent, 750_000)
    card = await (await staff("Tina", Role.VIEWER)).says("/kelompok jahe")
    assert "KUBE Jahe Merah Mekar" in card
    assert "Ketua: Sari Wulandari" in card
    assert "sisa Rp20.000.000" in card
    assert "Lewat jadwal: Rp3.000.000, 87 hari" in card
    assert "kolektibilitas III" in card
    assert "Rp750.000, 16 Juli 2019" in card


async def test_a_viewer_sees_no_buttons_that_only_others_may_press() -> None:
    async with transaction():
        await a_loan()
    viewer = await staff("Tina", Role.VIEWER)
    await viewer.says("/kelompok jahe")
    assert list(viewer.labels) == ["Riwayat", "Jadwal"]
    treasurer = await staff("Joko", Role.TREASURER)
    await treasurer.says("/kelompok jahe")
    assert list(treasurer.labels) == [
        *("Riwayat", "Jadwal", "Catat tunai", "Jadwal ulang", "Hapus buku")
    ]


async def test_a_group_that_never_borrowed_says_so() -> None:
    async with transaction():
        await a_group(name="KUBE Olahan Pisang", village="Suka Rahmat")
    joko = await staff("Joko", Role.TREASURER)
    assert "Belum pernah meminjam" in await joko.says("/kelompok pisang")
    assert "belum pernah meminjam" in await joko.says("/catat pisang 500rb")


async def test_late_groups_are_listed_by_class_the_latest_first() -> None:
    async with transaction():
        lent = await a_loan(disbursed_on=date(2019, 3, 20))
        await a_loan(disbursed_on=date(2019, 7, 1), programme=lent.programme)
    answer = await (await staff("Tina", Role.VIEWER)).says("/tunggakan")
    assert "I: 1, Rp20.000.000, Rp0" in answer
    assert "III: 1, Rp20.000.000, Rp3.000.000" in answer
    assert "Lewat jadwal, 1 kelompok" in answer
    assert "Rp3.000.000, 87 hari, kolektibilitas III" in answer


async def test_of_many_late_groups_the_latest_are_listed_and_the_rest_counted() -> None:
    async with transaction():
        first = await a_loan(principal=1_000_000, instalments=2, disbursed_on=date(2019, 5, 1))
        for day in range(2, 24):
            await a_loan(
                principal=1_000_000,
                instalments=2,
                disbursed_on=date(2019, 5, day),
                programme=first.programme,
            )
    answer = await (await staff("Tina", Role.VIEWER)).says("/tunggakan")
    late = re.findall(r"Rp[\d.]+, (\d+) hari", answer)
    assert len(late) == 20
    assert late == sorted(late, key=int, reverse=True)
    assert re.search(r"dan \d+ ", answer)
    assert "kelompok lagi" in answer


async def test_without_a_programme_there_is_nothing_to_list() -> None:
    assert "Belum ada program" in await (await staff("Tina", Role.VIEWER)).says("/tunggakan")


async def test_a_trail_shows_newest_last_and_pages_by_a_button() -> None:
    async with transaction():
        lent = await a_loan()
        for day in range(12):
            await a_report(lent, 100_000 + day, at=NOW + timedelta(hours=day))
    tina = await staff("Tina", Role.VIEWER)
    first = (await tina.says("/riwayat jahe")).splitlines()
    assert len(first) == 9
    assert "Rp100.011" in first[-1]
    older = (await tina.taps("Lebih lama")).splitlines()
    assert "Rp100.003" in older[-1]
    assert "pencairan Rp20.000.000" in older[1]
    assert "Rp100.011" in await tina.taps("Lebih baru")


async def test_a_trail_can_be_asked_for_by_number() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
    tina = await staff("Tina", Role.VIEWER)
    assert f"Riwayat laporan {report.number}" in await tina.says(f"/riwayat {report.number}")
    assert f"Riwayat pinjaman {lent.loan.number}" in await tina.says(
        f"/riwayat {lent.loan.number.lower()}"
    )
    assert "modal masuk" in await tina.says("/riwayat catatan 1")
    for nothing in ("S-1907-9999", "catatan 99", "usulan 99"):
        assert "tidak ada dalam catatan" in await tina.says(f"/riwayat {nothing}")


async def test_odd_pages_of_a_trail_are_answered_kindly() -> None:
    tina = await staff("Tina", Role.VIEWER)
    for button in ("card:trail:1:group-0", "card:trail:1:moon-0", "card:trail:1:group-x"):
        assert "sudah lewat" in await tina.presses(button)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_deed_that_is_noted_has_words_in_the_trail(language: str) -> None:
    sources = [*ROOT.glob("models/*.py"), *ROOT.glob("handlers/**/*.py")]
    noted = set()
    for path in sources:
        text = path.read_text()
        noted |= set(re.findall(r'await note\(\s*[^,()]+(?:\([^)]*\))?,\s*"([a-z_]+)"', text))
    told_elsewhere = {
        *("answered", "closed", "linked", "unlinked", "imported", "undone", "set_aside"),
        *("chose_channel", "chose_language"),
    }
    assert {"submitted", "rescheduled", "reversed", "own_shares"} <= noted
    assert noted - TOLD - told_elsewhere == set()
    assert {f"trail-deed-{deed}" for deed in TOLD} <= locales.keys(language)


async def test_finding_answers_with_groups_and_people() -> None:
    async with transaction():
        await a_loan()
    tina = await staff("Tina Marlina", Role.VIEWER)
    assert "KUBE Jahe Merah Mekar" in await tina.says("/cari jhe merah")
    assert "Bengalon" in await tina.taps("KUBE Jahe Merah Mekar")
    assert "Ketua KUBE Jahe Merah Mekar" in await tina.says("/cari wulandari")
    assert "Tidak ada kelompok atau orang" in await tina.says("/cari zzz")


async def test_an_administrator_grants_and_revokes_and_the_trail_knows() -> None:
    admin = await staff("Joko Pranoto", Role.ADMINISTRATOR)
    rina = await staff("Rina Hartati", Role.VIEWER)
    assert "Rina Hartati diberi peran Penyetuju" in await admin.says("/petugas rina penyetuju")
    assert "sekarang memegang peran Penyetuju" in await admin.taps("Ya, kirim")
    held = StaffRole.filter(person_id=rina.person.id, revoked_at__isnull=True)
    assert {one.role for one in await held} == {Role.VIEWER, Role.APPROVER}
    await admin.says("/petugas rina")
    await admin.taps("Penyetuju")
    assert "tidak lagi memegang peran Penyetuju" in await admin.taps("Ya, kirim")
    assert {one.role for one in await held} == {Role.VIEWER}
    deeds = await AuditEvent.filter(subject=f"person:{rina.person.id}").order_by("id")
    assert [(one.deed, one.person_id, one.facts) for one in deeds] == [
        ("role_granted", admin.person.id, {"role": "approver"}),
        ("role_revoked", admin.person.id, {"role": "approver"}),
    ]


async def test_the_last_administrator_cannot_be_removed() -> None:
    admin = await staff("Joko Pranoto", Role.ADMINISTRATOR, Role.VIEWER)
    await admin.says("/petugas joko admin")
    before = await written()
    assert "administrator terakhir" in await admin.taps("Ya, kirim")
    assert await written() == before
    assert admin.talk.open is None


async def test_two_administrators_cannot_remove_each_other_at_once() -> None:
    first = await staff("Joko Pranoto", Role.ADMINISTRATOR)
    second = await staff("Anwar Said", Role.ADMINISTRATOR)

    async def remove(person: Person, by: Person) -> bool:
        try:
            async with transaction():
                return await revoke(person, Role.ADMINISTRATOR, by=by.id, at=NOW)
        except LastAdministrator:
            return False

    removed = await asyncio.gather(
        remove(first.person, second.person), remove(second.person, first.person)
    )
    assert sorted(removed) == [False, True]
    held = StaffRole.filter(role=Role.ADMINISTRATOR, revoked_at__isnull=True)
    assert await held.count() == 1


async def test_granting_twice_changes_nothing() -> None:
    rina = await staff("Rina Hartati", Role.VIEWER)
    async with transaction():
        assert not await grant(rina.person, Role.VIEWER, by=None, at=NOW)
        assert not await revoke(rina.person, Role.APPROVER, by=None, at=NOW)
    assert await AuditEvent.all().count() == 0


async def test_only_an_administrator_changes_roles() -> None:
    tina = await staff("Tina Marlina", Role.VIEWER, Role.APPROVER)
    assert "Tina Marlina: Pemantau, Penyetuju" in await tina.says("/petugas")
    assert tina.labels == {}
    before = await written()
    assert "peran" in await tina.says("/petugas tina administrator")
    assert "peran" in await tina.presses(f"card:person:{tina.person.id}:roles")
    assert await written() == before


async def test_of_two_people_with_one_name_the_administrator_picks() -> None:
    admin = await staff("Joko Pranoto", Role.ADMINISTRATOR)
    await staff("Rina Hartati", Role.VIEWER)
    await staff("Rina Kusuma", Role.VIEWER)
    assert "Ada beberapa orang" in await admin.says("/petugas rina")
    assert "Peran yang mana?" in await admin.taps("Rina Kusuma")
    assert "Tidak ada orang bernama" in await admin.says("/petugas bambang")


async def test_help_offers_every_allowed_command_as_a_button() -> None:
    everything = await staff("Joko", *Role)
    await everything.says("/bantuan")
    offered = {button.rpartition(":")[2] for button in everything.talk.offered}
    assert offered == set(STAFF_COMMANDS) - {"bantuan"}
    assert "Kelompok mana?" in await everything.taps("Kelompok")
    viewer = await staff("Tina", Role.VIEWER)
    assert "peran" in await viewer.presses("card:command:0:modal")
    assert "sudah lewat" in await viewer.presses("card:command:0:fly")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_command_stands_in_the_help(language: str) -> None:
    assert {f"staff_help-{name}" for name in STAFF_COMMANDS} <= locales.keys(language)


async def test_a_reversed_report_is_told_in_the_trail() -> None:
    async with transaction():
        report = await a_report(await a_loan())
    rina = await staff("Rina Hartati", Role.VERIFIER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    await rina.presses(f"card:report:{report.id}:accept")
    await the_clock_looks()
    await rina.says(f"/koreksi {report.number} salah kelompok")
    await rina.taps("Ya, kirim")
    await anwar.presses("card:decision:1:approve")
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.REVERSED
    trail = await anwar.says(f"/riwayat {report.number}")
    assert "setoran dibatalkan" in trail
    assert "disetujui Anwar Said" in trail

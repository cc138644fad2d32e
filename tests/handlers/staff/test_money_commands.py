"""The commands about money: what they ask, what they refuse, what a decision then does."""

from __future__ import annotations

from datetime import date

import pytest

from bot.database import transaction
from handlers.staff.rhythm_answers import rhythm_in
from models.chart import AccountKind, AccountRef
from models.contact import Role
from models.decision import Decision, DecisionKind
from models.ledger import balance
from models.ledger_audit import balance_differences, verify_chain
from models.ledger_tables import JournalEntry
from models.loan import Instalment, Loan, LoanStatus
from models.repayment import RepaymentReport, ReportStatus
from models.standings import loan_standing
from tests.builders import TODAY, Lent, a_loan, a_person, a_programme, a_report, the_clock_looks
from tests.handlers.staff.office import Staff, written

pytestmark = pytest.mark.usefixtures("database")


class Office:
    """A loan, a treasurer, a verifier and an approver."""

    def __init__(self, lent: Lent, joko: Staff, rina: Staff, anwar: Staff) -> None:
        self.lent, self.joko, self.rina, self.anwar = lent, joko, rina, anwar

    async def owed(self) -> int:
        return int((await loan_standing(self.lent.loan.id, TODAY)).outstanding)

    async def credit(self) -> int:
        return int((await loan_standing(self.lent.loan.id, TODAY)).credit)

    async def approve(self) -> str:
        decision = await Decision.all().order_by("-id").first()
        assert decision is not None
        answer = await self.anwar.presses(f"card:decision:{decision.id}:approve")
        chain = await verify_chain(self.lent.programme.id)
        assert chain.fault is None
        assert await balance_differences(self.lent.programme.id) == []
        return answer

    async def pay(self, words: str) -> None:
        """Cash at the counter, from the first word to the approval."""
        await self.joko.says(f"/catat mekar {words}")
        if "Ya, benar" in self.joko.labels:
            await self.joko.taps("Ya, benar")
        await self.joko.taps("Ya, kirim")
        assert "disetujui" in await self.approve()


@pytest.fixture
async def office(database: str) -> Office:
    async with transaction():
        lent = await a_loan(principal=20_000_000, instalments=20)
        joko = Staff(await a_person("Joko Pranoto", Role.TREASURER))
        rina = Staff(await a_person("Rina Hartati", Role.VERIFIER))
        anwar = Staff(await a_person("Anwar Said", Role.APPROVER))
    return Office(lent, joko, rina, anwar)


async def an_accepted_report(office: Office, amount: int = 500_000) -> RepaymentReport:
    async with transaction():
        report = await a_report(office.lent, amount)
    await office.rina.presses(f"card:report:{report.id}:accept")
    await the_clock_looks()
    return await RepaymentReport.get(id=report.id)


# /catat -----------------------------------------------------------------------------------------


async def test_cash_with_everything_said_at_once_is_only_confirmed(office: Office) -> None:
    summary = await office.joko.says("/catat mekar 500rb kemarin")
    assert "Kelompok: KUBE Jahe Merah Mekar (Sepaso)" in summary
    assert "Jumlah: Rp500.000" in summary
    assert "Diterima: Senin, 15 Juli 2019" in summary
    await office.joko.taps("Ya, kirim")
    await office.approve()
    assert await office.owed() == 19_500_000
    entry = await JournalEntry.all().order_by("-id").first()
    assert entry is not None
    assert entry.booked_on == date(2019, 7, 15)


async def test_cash_asked_step_by_step_remembers_what_was_said_first(office: Office) -> None:
    assert "Kelompok mana?" in await office.joko.says("/catat 500rb kemarin")
    assert "Jumlah: Rp500.000" in await office.joko.says("jahe merah")


async def test_a_group_named_late_may_bring_the_rest_with_it(office: Office) -> None:
    await office.joko.says("/catat")
    assert "Jumlah: Rp500.000" in await office.joko.says("mekar 500rb kemarin")


async def test_of_two_groups_that_fit_one_is_picked(office: Office) -> None:
    async with transaction():
        await a_loan(programme=office.lent.programme)
    assert "Ada 2 kelompok yang cocok" in await office.joko.says("/catat mekar 500rb kemarin")
    assert len(office.joko.talk.offered) == 2
    assert "Jumlah: Rp500.000" in await office.joko.says("2")


@pytest.mark.parametrize("amount", ["lima ratus kerbau sapi", "abc", "0", "-500000", "🙂", "rp"])
async def test_what_is_no_amount_is_asked_again_and_nothing_written(
    office: Office, amount: str
) -> None:
    before = await written()
    await office.joko.says("/catat mekar")
    answer = await office.joko.says(amount)
    assert "jumlah" in answer.casefold() or "Maksudnya" in answer
    assert "Mohon dicek dulu" not in answer
    assert await written() == before


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("31 juni", "Tanggal itu tidak ada atau kurang jelas"),
        ("30 februari", "Tanggal itu tidak ada atau kurang jelas"),
        ("entah", "Tanggal itu belum terbaca"),
        ("besok", "belum tiba"),
        ("1 januari 2019", "sebelum modal dicairkan"),
    ],
)
async def test_a_day_that_cannot_be_is_asked_again(office: Office, day: str, answer: str) -> None:
    before = await written()
    assert "Kapan uangnya diterima?" in await office.joko.says("/catat mekar 500rb")
    assert answer in await office.joko.says(day)
    assert "Mohon dicek dulu" not in await office.joko.says("ya")
    assert await written() == before


async def test_more_than_is_owed_is_asked_about_and_becomes_credit(office: Office) -> None:
    answer = await office.joko.says("/catat mekar 20,5 juta hari ini")
    assert "melebihi sisa pinjaman Rp20.000.000" in answer
    assert "Mohon dicek dulu" in await office.joko.taps("Ya, benar")


async def test_an_unknown_group_is_told_so(office: Office) -> None:
    before = await written()
    answer = await office.joko.says("/catat mawar melati 500rb")
    assert "Belum ada kelompok yang cocok" in answer
    assert await written() == before


async def test_nothing_is_entered_for_a_loan_that_is_repaid(office: Office) -> None:
    await Loan.filter(id=office.lent.loan.id).update(status=LoanStatus.REPAID)
    before = await written()
    for command in ("/catat mekar 500rb", "/jadwalulang mekar", "/hapusbuku mekar"):
        assert "sudah lunas" in await office.joko.says(command)
    assert await written() == before
    assert office.joko.talk.open is None


async def test_a_loan_repaid_while_the_form_was_open_gets_no_proposal(office: Office) -> None:
    await office.joko.says("/catat mekar 500rb kemarin")
    await Loan.filter(id=office.lent.loan.id).update(status=LoanStatus.REPAID)
    before = await written()
    assert "sudah lunas" in await office.joko.taps("Ya, kirim")
    assert await written() == before


@pytest.mark.parametrize("command", ["/catat mekar 500rb", "/modal 50 juta", "/titipan mekar"])
async def test_a_verifier_does_not_do_the_treasurers_work(office: Office, command: str) -> None:
    before = await written()
    assert "peran" in await office.rina.says(command)
    assert await written() == before


@pytest.mark.parametrize("command", ["/koreksi", "/jadwalulang mekar", "/hapusbuku mekar"])
async def test_an_approver_alone_proposes_nothing(office: Office, command: str) -> None:
    assert "peran" in await office.anwar.says(command)


async def test_buttons_of_a_groups_card_check_the_role_too(office: Office) -> None:
    for verb in ("catat", "titipan", "jadwalulang", "hapusbuku"):
        pressed = f"card:group:{office.lent.group.id}:{verb}"
        assert "peran" in await office.anwar.presses(pressed)
    assert "Berapa uang tunai" in await office.joko.presses(
        f"card:group:{office.lent.group.id}:catat"
    )


# /koreksi ---------------------------------------------------------------------------------------


async def test_a_reversal_restores_the_balance_and_marks_the_report(office: Office) -> None:
    report = await an_accepted_report(office)
    assert await office.owed() == 19_500_000
    summary = await office.rina.says(f"/koreksi {report.number} uangnya milik kelompok lain")
    assert "Alasan: uangnya milik kelompok lain" in summary
    await office.rina.taps("Ya, kirim")
    await office.approve()
    assert await office.owed() == 20_000_000
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.REVERSED


async def test_nothing_is_reversed_twice(office: Office) -> None:
    report = await an_accepted_report(office)
    await office.rina.says(f"/koreksi {report.number} salah kelompok")
    await office.joko.says(f"/koreksi {report.number} salah kelompok")
    await office.rina.taps("Ya, kirim")
    await office.approve()
    before = await written()
    assert "sudah pernah dibatalkan" in await office.joko.taps("Ya, kirim")
    assert "sudah pernah dibatalkan" in await office.rina.says(f"/koreksi {report.number}")
    assert await written() == before
    assert await office.owed() == 20_000_000


async def test_what_was_not_accepted_is_not_reversed(office: Office) -> None:
    async with transaction():
        waiting = await a_report(office.lent)
        refused = await a_report(office.lent, 400_000)
    await RepaymentReport.filter(id=refused.id).update(status=ReportStatus.REJECTED)
    before = await written()
    assert "belum diperiksa" in await office.rina.says(f"/koreksi {waiting.number}")
    assert "memang tidak diterima" in await office.rina.says(f"/koreksi {refused.number}")
    assert "tidak ada" in await office.rina.says("/koreksi S-1907-9999")
    assert await written() == before


@pytest.mark.parametrize("said", ["yang kemarin", "12", "S-19", "S-1907-00001234567890"])
async def test_what_is_no_report_number_is_asked_again(office: Office, said: str) -> None:
    await office.rina.says("/koreksi")
    assert "Nomor laporan seperti S-1907-0003" in await office.rina.says(said)


async def test_the_latest_reports_are_offered_as_buttons(office: Office) -> None:
    report = await an_accepted_report(office)
    await office.rina.says("/koreksi")
    assert "Apa yang dikoreksi?" in await office.rina.taps(report.number)
    assert "Mengapa setoran ini dibatalkan?" in await office.rina.taps("Batalkan setoran")


# /jadwalulang -----------------------------------------------------------------------------------


async def test_a_new_schedule_replaces_what_is_unpaid_and_keeps_the_old(office: Office) -> None:
    summary = await office.rina.says("/jadwalulang mekar", "10", "17 agustus", "panen mundur")
    assert "20 April 2019 sampai 20 November 2020: 20 setoran, masing-masing Rp1.000.000" in summary
    assert "17 Agustus 2019 sampai 17 Mei 2020: 10 setoran, masing-masing Rp2.000.000" in summary
    await office.rina.taps("Ya, kirim")
    await office.approve()
    force = await Instalment.filter(loan_id=office.lent.loan.id, replaced_at__isnull=True).order_by(
        "due_on"
    )
    assert [(one.due_on, one.principal) for one in force[:2]] == [
        (date(2019, 8, 17), 2_000_000),
        (date(2019, 9, 17), 2_000_000),
    ]
    assert sum(one.principal for one in force) == 20_000_000
    old = Instalment.filter(loan_id=office.lent.loan.id, replaced_at__not_isnull=True)
    assert await old.count() == 20
    assert await office.owed() == 20_000_000


@pytest.mark.parametrize("count", ["beberapa", "0", "121", "10 atau 12", "-3"])
async def test_a_count_that_makes_no_schedule_is_asked_again(office: Office, count: str) -> None:
    before = await written()
    await office.rina.says("/jadwalulang mekar")
    answer = await office.rina.says(count)
    assert "Antara 1 dan 120" in answer or "satu angka" in answer
    assert await written() == before


@pytest.mark.parametrize("day", ["kemarin", "hari ini", "1 juli 2019", "31 september", "entah"])
async def test_a_first_due_day_lies_ahead_and_exists(office: Office, day: str) -> None:
    await office.rina.says("/jadwalulang mekar", "10")
    answer = await office.rina.says(day)
    assert any(part in answer for part in ("sudah lewat", "tidak ada atau", "belum terbaca"))


async def test_everything_about_a_schedule_can_be_said_at_once(office: Office) -> None:
    answer = await office.rina.says("/jadwalulang mekar 10 kali mulai 17 agustus")
    assert "Apa alasannya?" in answer


async def test_a_proposal_from_before_there_were_rhythms_is_of_monthly_instalments(
    office: Office,
) -> None:
    await office.rina.says("/jadwalulang mekar 2 kali mulai 17 agustus", "panen mundur")
    await office.rina.taps("Ya, kirim")
    decision = await Decision.get()
    decision.content["order"].pop("rhythm")
    await decision.save()
    assert "disetujui" in await office.approve()
    force = Instalment.filter(loan_id=office.lent.loan.id, replaced_at__isnull=True)
    assert await force.order_by("due_on").values_list("due_on", flat=True) == [
        date(2019, 8, 17),
        date(2019, 9, 17),
    ]


@pytest.mark.parametrize(
    ("said", "rhythm"),
    [
        ("tiap minggu", "week"),
        ("mingguan", "week"),
        ("tiap bulan", "month:1"),
        ("bulanan", "month:1"),
        ("setiap 2 bulan", "month:2"),
        ("tiap tiga bulan", "month:3"),
        ("6 bulanan", "month:6"),
        ("triwulan", "month:3"),
        ("per semester", "month:6"),
        ("tiap panen", "season"),
        ("musiman", "season"),
        ("3 bulan lagi", None),
        ("tiap 30 bulan", None),
        ("tiap 0 bulan", None),
        ("20 bulan", None),
        ("", None),
    ],
)
def test_a_rhythm_is_heard_when_it_is_named_as_one(said: str, rhythm: str | None) -> None:
    heard, rest = rhythm_in(f"10 kali {said} mulai 17 agustus")
    assert heard == rhythm
    assert rest == (
        f"10 kali {said} mulai 17 agustus" if rhythm is None else "10 kali mulai 17 agustus"
    )


@pytest.mark.parametrize(
    ("days", "answer"),
    [
        ("kapan saja", "belum terbaca sebagai tanggal"),
        ("4 desember 2019, 31 februari 2020", "belum terbaca sebagai tanggal"),
        ("4 desember 2019, 1 juli 2019", "1 Juli 2019 sudah lewat"),
        ("kemarin", "sudah lewat"),
        (",", "Mohon tulis tanggalnya"),
        (", ".join(f"{day} desember 2019" for day in range(1, 22)), "Mohon tulis tanggalnya"),
    ],
)
async def test_days_of_harvests_lie_ahead_and_exist(office: Office, days: str, answer: str) -> None:
    before = await written()
    await office.rina.says("/jadwalulang mekar musiman")
    assert answer in await office.rina.says(days)
    assert await written() == before


# /hapusbuku -------------------------------------------------------------------------------------


async def test_all_of_the_principal_leaves_the_books(office: Office) -> None:
    await office.rina.says("/hapusbuku mekar", "1", "SK 500/12/2019", "kelompok bubar")
    await office.rina.taps("Ya, kirim")
    await office.approve()
    loan = await Loan.get(id=office.lent.loan.id)
    assert loan.status is LoanStatus.WRITTEN_OFF
    entry = await JournalEntry.all().order_by("-id").first()
    assert entry is not None
    assert "SK 500/12/2019" in entry.note
    assert not [one for one in office.anwar.notices if "Bapak/Ibu" in str(one)]


async def test_more_than_is_owed_is_never_written_off(office: Office) -> None:
    before = await written()
    answer = await office.rina.says("/hapusbuku mekar 21 juta")
    assert "melebihi sisa pokok, Rp20.000.000" in answer
    assert "melebihi sisa pokok" in await office.rina.says("ya")
    assert "Ya, benar" not in office.rina.labels
    assert await written() == before


async def test_a_write_off_above_what_is_owed_by_then_is_not_carried_out(office: Office) -> None:
    await office.rina.says("/hapusbuku mekar 20 juta", "SK 500/12/2019", "kelompok bubar")
    await office.rina.taps("Ya, kirim")
    writing_off = await Decision.get(kind=DecisionKind.WRITE_OFF)
    await office.pay("1 juta kemarin")
    before = await written()
    answer = await office.anwar.presses(f"card:decision:{writing_off.id}:approve")
    assert "melebihi" in answer
    assert await written() == before
    assert await office.owed() == 19_000_000


# /modal and /titipan ----------------------------------------------------------------------------


async def test_capital_is_in_the_fund_once_it_is_approved(office: Office) -> None:
    cash = AccountRef(office.lent.programme.id, AccountKind.FUND_CASH)
    before = await balance(cash)
    await office.joko.says("/modal 50 juta kemarin", "APBD 2019, SP2D 123")
    await office.joko.taps("Ya, kirim")
    assert await balance(cash) == before
    await office.approve()
    assert await balance(cash) == before + 50_000_000
    entry = await JournalEntry.all().order_by("-id").first()
    assert entry is not None
    assert "SP2D 123" in entry.note


async def test_of_several_programmes_one_is_picked_or_named_by_its_code(office: Office) -> None:
    async with transaction():
        other = await a_programme(name="Dana Bergulir KUBE")
    assert "program yang mana" in await office.joko.says("/modal 50 juta")
    assert "Berapa modal yang masuk?" in await office.joko.taps("Dana Bergulir KUBE")
    await office.joko.says("batal")
    answer = await office.joko.says(f"/modal {other.code} 50 juta")
    assert "Kapan uangnya masuk" in answer


async def test_a_credit_goes_back_to_the_group(office: Office) -> None:
    await office.pay("6 juta hari ini")
    held = await office.credit()
    assert held > 0
    owed = await office.owed()
    await office.joko.says("/titipan mekar", "1")
    await office.joko.taps("Ya, kirim")
    assert "disetujui" in await office.approve()
    assert await office.credit() == 0
    assert await office.owed() == owed
    assert "tidak punya titipan" in await office.joko.says("/titipan mekar")


async def test_more_credit_than_is_held_is_never_given_back(office: Office) -> None:
    await office.pay("6 juta hari ini")
    before = await written()
    assert "melebihi titipan yang ada" in await office.joko.says("/titipan mekar 19 juta")
    assert "melebihi titipan yang ada" in await office.joko.says("ya")
    assert await written() == before


async def test_a_group_without_credit_is_told_so(office: Office) -> None:
    before = await written()
    assert "tidak punya titipan" in await office.joko.says("/titipan mekar")
    assert await written() == before

"""A leader corrects a report, and staff decide about it: what is written, and who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.clockwork.decisions import EXPIRING
from handlers.jobs import JobTurn
from handlers.messages import say
from handlers.situation import ReportFacts
from handlers.turn import CardChange
from models.calendar import wita_day
from models.contact import Role
from models.correction_request import CorrectionRequest, RequestState
from models.decision import Decision, DecisionStatus
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.standings import loan_standing
from models.write_off import recover
from tests.builders import NOW, TODAY, a_loan, a_person, a_report, demote, the_clock_looks
from tests.handlers.leaders.in_private import Leader
from tests.handlers.staff.office import Staff, written
from tests.handlers.staff.talking import read

if TYPE_CHECKING:
    from handlers.turn import Notice
    from tests.builders import Lent

pytestmark = pytest.mark.usefixtures("database")


class House:
    """A leader with a report, and the three of staff who can decide about it."""

    def __init__(self, lent: Lent, report: RepaymentReport, *staff: Staff) -> None:
        self.lent, self.report = lent, report
        self.sari = Leader(lent)
        self.rina, self.joko, self.hasan = staff

    async def now(self) -> RepaymentReport:
        return await RepaymentReport.get(id=self.report.id)

    async def owed(self) -> int:
        return int((await loan_standing(self.lent.loan.id, TODAY)).outstanding)

    async def accepts(self) -> None:
        await self.rina.presses(f"card:report:{self.report.id}:accept")
        await the_clock_looks()

    async def wishes(self, words: str = "harusnya 550rb") -> CorrectionRequest:
        """Sari asks for a correction of what is in the books."""
        await self.sari.says(f"koreksi laporan {self.report.number} {words}")
        assert "diperiksa petugas dulu" in await self.sari.sends_it()
        request = await CorrectionRequest.all().order_by("-id").first()
        assert request is not None
        return request


@pytest.fixture
async def house(database: str) -> House:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina = await a_person("Rina Hartati", Role.VERIFIER)
        joko = await a_person("Joko Pranoto", Role.TREASURER, Role.APPROVER)
        hasan = await a_person("Hasan Basri", Role.APPROVER)
    return House(lent, report, *map(Staff, (rina, joko, hasan)))


def told(notices: list[Notice | CardChange]) -> str:
    """All that others were told because of a turn."""
    return "\n".join(read(one.reply) for one in notices)


async def request_state(request: CorrectionRequest) -> RequestState:
    return (await CorrectionRequest.get(id=request.id)).state


async def test_while_it_waits_the_report_changes_and_its_card_shows_old_and_new(
    house: House,
) -> None:
    await house.sari.says("salah, harusnya 550rb")
    assert "Laporan" in await house.sari.sends_it()
    report = await house.now()
    assert (report.amount, report.status) == (550_000, ReportStatus.SUBMITTED)
    assert "Diubah pelapor:\nJumlah: Rp500.000 → Rp550.000" in told(house.sari.notices)
    assert await CorrectionRequest.all().count() == 0


@pytest.mark.parametrize(
    ("words", "caution"),
    [("jadi 25 juta", "melebihi sisa pinjaman"), ("tgl 5 januari 2019", "sebelum modal")],
)
async def test_the_cautions_are_those_of_what_the_report_says_now(
    house: House, words: str, caution: str
) -> None:
    await house.sari.says(f"koreksi laporan {house.report.number} {words}")
    keep = next(one for one in house.sari.talk.offered if one.endswith(":keep"))
    await house.sari.presses(keep)
    await house.sari.sends_it()
    assert caution in told(house.sari.notices)
    await house.sari.says(f"koreksi laporan {house.report.number} jadi 600rb, tgl 15 juli")
    await house.sari.sends_it()
    assert caution not in told(house.sari.notices)


async def test_a_verdict_that_is_not_posted_falls_when_the_report_changes(house: House) -> None:
    await house.rina.presses(f"card:report:{house.report.id}:accept")
    await house.sari.says("salah, harusnya 550rb")
    await house.sari.sends_it()
    assert "diubah pelapor sebelum dicatat" in told(house.sari.notices)
    await the_clock_looks()
    assert (await house.now()).status is ReportStatus.SUBMITTED
    assert await house.owed() == 20_000_000
    await house.accepts()
    assert (await house.now()).accepted_amount == 550_000


async def test_the_last_tap_delivered_twice_changes_the_report_once(house: House) -> None:
    await house.sari.says("salah, harusnya 550rb")
    talk = house.sari.talk
    await house.sari.sends_it()
    before = await written()
    house.sari.talk = talk
    assert "tidak ada yang diubah" in await house.sari.sends_it()
    assert await written() == before


async def test_a_wish_delivered_twice_is_one_wish(house: House) -> None:
    await house.accepts()
    await house.sari.says("salah, harusnya 550rb")
    talk = house.sari.talk
    await house.sari.sends_it()
    house.sari.talk = talk
    await house.sari.sends_it()
    assert await CorrectionRequest.all().count() == 1


async def test_an_edit_that_says_the_same_changes_nothing(house: House) -> None:
    before = await written()
    answer = await house.sari.edits("setor 500 ribu hari ini", house.report.id)
    assert "memang sudah Rp500.000" in answer
    assert await written() == before


async def test_an_edit_whose_amount_is_unclear_is_asked_about(house: House) -> None:
    answer = await house.sari.edits("setor 550 kemarin", house.report.id)
    assert "maksudnya Rp550.000" in answer
    await house.sari.says("ya")
    await house.sari.sends_it()
    assert (await house.now()).amount == 550_000


@pytest.mark.parametrize("words", ["halo", "sisa berapa", "🙏"])
async def test_an_edit_without_amount_or_day_is_answered_kindly(house: House, words: str) -> None:
    before = await written()
    assert await house.sari.edits(words, house.report.id) == read(say("kinds.edited"))
    assert await written() == before


async def test_what_was_sent_long_ago_is_corrected_by_its_number_only(house: House) -> None:
    long_ago = NOW - timedelta(days=31)
    await RepaymentReport.filter(id=house.report.id).update(submitted_at=long_ago)
    assert await house.sari.says("salah, harusnya 550rb") == read(
        say("menu.say.nothing_to_correct")
    )
    answer = await house.sari.says(f"koreksi laporan {house.report.number} jadi 550rb")
    assert "Jumlah: Rp500.000 → Rp550.000" in answer


async def test_a_bare_amount_answers_the_correction_and_starts_no_report(house: House) -> None:
    await house.sari.says("tanggalnya salah")
    await house.sari.says("5rb")
    assert [draft.form for draft in house.sari.talk.drafts] == ["correct_report"]


async def test_a_report_is_corrected_while_another_is_being_made(house: House) -> None:
    await house.sari.says("setor 300rb hari ini tunai")
    answer = await house.sari.says(f"koreksi laporan {house.report.number} jadi 550rb")
    assert "Jumlah: Rp500.000 → Rp550.000" in answer
    assert "Sekarang kita lanjutkan laporan setoran" in await house.sari.sends_it()
    answer = await house.sari.edits("setor 560rb", house.report.id)
    assert "Jumlah: Rp550.000 → Rp560.000" in answer


async def test_what_became_of_the_report_meanwhile_is_said_and_nothing_written(
    house: House,
) -> None:
    for status, words in (
        (ReportStatus.REJECTED, "belum diterima"),
        (ReportStatus.REVERSED, "sudah dibatalkan"),
    ):
        await RepaymentReport.filter(id=house.report.id).update(status=ReportStatus.SUBMITTED)
        await house.sari.says(f"koreksi laporan {house.report.number} jadi 550rb")
        await RepaymentReport.filter(id=house.report.id).update(status=status)
        before = await written()
        assert words in await house.sari.sends_it()
        assert words in await house.sari.edits("setor 570rb", house.report.id)
        assert await written() == before


async def test_the_same_money_in_two_reports_is_asked_about(house: House) -> None:
    async with transaction():
        other = await a_report(house.lent, 550_000)
    loan = house.sari.situation.groups[0]
    facts = ReportFacts(other.number, Rupiah(550_000), TODAY, ReportStatus.SUBMITTED)
    house.sari.situation = replace(house.sari.situation, groups=(replace(loan, reports=(facts,)),))
    answer = await house.sari.says(f"koreksi laporan {house.report.number} jadi 550rb")
    assert f"sudah ada di laporan {other.number}" in answer
    await RepaymentReport.filter(id=other.id).update(amount=500_000, paid_on="2019-07-10")
    facts = replace(facts, amount=Rupiah(500_000), paid_on=TODAY - timedelta(days=6))
    house.sari.situation = replace(house.sari.situation, groups=(replace(loan, reports=(facts,)),))
    await house.sari.says("batal")
    answer = await house.sari.says(f"koreksi laporan {house.report.number} tgl 10")
    assert f"sudah ada di laporan {other.number}" in answer


# In the books ------------------------------------------------------------------------------------


async def test_after_verification_the_leaders_word_moves_nothing(house: House) -> None:
    await house.accepts()
    before = await house.owed()
    request = await house.wishes()
    assert await house.owed() == before
    assert (await house.now()).amount == 500_000
    assert request.words.endswith("harusnya 550rb")
    assert "Menurut Sari Wulandari: Rp550.000" in told(house.sari.notices)


async def test_proposed_by_one_and_approved_by_another_it_is_in_the_books(house: House) -> None:
    await house.accepts()
    request = await house.wishes()
    await house.rina.presses(f"card:correction:{request.id}:propose")
    decision = await Decision.get()
    await house.rina.presses(f"card:decision:{decision.id}:approve")
    assert await house.owed() == 19_500_000
    await house.hasan.presses(f"card:decision:{decision.id}:approve")
    assert await house.owed() == 19_450_000
    assert await request_state(request) is RequestState.DONE
    report = await house.now()
    assert (report.amount, report.accepted_amount) == (550_000, 550_000)
    news = told(house.hasan.notices)
    assert "Jumlah: Rp500.000 → Rp550.000" in news
    assert "Sisa pinjaman sekarang: Rp19.450.000" in news
    again = await house.joko.presses(f"card:correction:{request.id}:propose")
    assert "sudah disetujui dan dicatat" in again


async def test_while_it_is_decided_about_a_second_wish_is_asked_to_wait(house: House) -> None:
    await house.accepts()
    request = await house.wishes()
    await house.rina.presses(f"card:correction:{request.id}:propose")
    assert "menunggu persetujuan" in await house.joko.presses(
        f"card:correction:{request.id}:propose"
    )
    await house.sari.says(f"koreksi laporan {house.report.number} jadi 560rb")
    assert "sedang diputuskan" in await house.sari.sends_it()
    assert await CorrectionRequest.all().count() == 1


async def test_the_approvers_refusal_ends_the_wish_and_the_leader_reads_why(house: House) -> None:
    await house.accepts()
    request = await house.wishes()
    await house.rina.presses(f"card:correction:{request.id}:propose")
    decision = await Decision.get()
    await house.hasan.presses(f"card:decision:{decision.id}:refuse")
    await house.hasan.says("di rekening memang 500 ribu")
    await house.hasan.taps("Ya, kirim")
    assert await request_state(request) is RequestState.REFUSED
    assert "tetap Rp500.000" in told(house.hasan.notices)
    assert "di rekening memang 500 ribu" in told(house.hasan.notices)
    assert await house.owed() == 19_500_000


async def test_a_withdrawn_proposal_leaves_the_wish_to_others(house: House) -> None:
    await house.accepts()
    request = await house.wishes()
    await house.rina.presses(f"card:correction:{request.id}:propose")
    decision = await Decision.get()
    await house.rina.presses(f"card:decision:{decision.id}:refuse")
    assert await request_state(request) is RequestState.OPEN
    assert "sudah dikirim" in await house.joko.presses(f"card:correction:{request.id}:propose")


async def test_a_proposal_that_falls_by_the_clock_leaves_the_wish_to_others(house: House) -> None:
    await house.accepts()
    request = await house.wishes()
    await house.rina.presses(f"card:correction:{request.id}:propose")
    decision = await Decision.get()
    later = NOW + timedelta(days=7)
    async with transaction():
        turn = JobTurn(due_at=later, now=later, today=wita_day(later))
        await EXPIRING.run(turn)
    assert (await Decision.get()).status is DecisionStatus.EXPIRED
    assert await request_state(request) is RequestState.OPEN
    changed = [one.subject for one in turn.notices if isinstance(one, CardChange)]
    assert changed == [f"decision:{decision.id}", f"correction:{request.id}"]


async def test_staff_turn_a_wish_down_once(house: House) -> None:
    await house.accepts()
    request = await house.wishes()
    await house.rina.presses(f"card:correction:{request.id}:refuse")
    await house.joko.presses(f"card:correction:{request.id}:refuse")
    for person in (house.rina, house.joko):
        await person.says("di rekening memang 500 ribu")
    await house.rina.taps("Ya, kirim")
    before = await written()
    assert "sudah ditolak" in await house.joko.taps("Ya, kirim")
    assert await written() == before


async def test_a_wish_about_a_report_that_was_reversed_is_void(house: House) -> None:
    await house.accepts()
    request = await house.wishes()
    await house.rina.says(f"/koreksi {house.report.number} uangnya untuk kelompok lain")
    await house.rina.taps("Ya, kirim")
    decision = await Decision.get()
    await house.hasan.presses(f"card:decision:{decision.id}:approve")
    assert "tidak berlaku lagi" in await house.rina.presses(f"card:correction:{request.id}:propose")
    assert await request_state(request) is RequestState.VOID
    assert await Decision.all().count() == 1


@pytest.mark.parametrize("verb", ["propose", "refuse"])
async def test_who_holds_no_role_any_more_decides_about_no_wish(house: House, verb: str) -> None:
    await house.accepts()
    request = await house.wishes()
    await demote(house.rina.person)
    before = await written()
    assert "di luar peran" in await house.rina.presses(f"card:correction:{request.id}:{verb}")
    assert await written() == before
    assert await request_state(request) is RequestState.OPEN


async def test_whoever_asked_does_not_propose_it(house: House) -> None:
    async with transaction():
        await RepaymentReport.filter(id=house.report.id).update(reporter_id=house.joko.person.id)
    await house.accepts()
    async with transaction():
        request = await CorrectionRequest.create(
            draft_id=4711,
            report_id=house.report.id,
            requester_id=house.joko.person.id,
            amount=Rupiah(550_000),
            paid_on=TODAY,
            asked_at=NOW,
        )
    before = await written()
    assert "Anda kirim sendiri" in await house.joko.presses(f"card:correction:{request.id}:propose")
    assert await written() == before


@pytest.mark.parametrize("pressed", ["card:correction:99:propose", "card:repaid:99:correct"])
async def test_a_card_that_is_about_nothing_is_answered_kindly(house: House, pressed: str) -> None:
    before = await written()
    assert await house.rina.presses(pressed) == read(say("form.stale"))
    assert await written() == before


async def test_the_form_of_staff_ends_when_the_report_was_reversed_meanwhile(house: House) -> None:
    await house.accepts()
    await house.rina.says(f"/koreksi {house.report.number} jadi 550rb", "salah ketik angka")
    await RepaymentReport.filter(id=house.report.id).update(status=ReportStatus.REVERSED)
    before = await written()
    assert "sudah pernah dibatalkan" in await house.rina.taps("Ya, kirim")
    assert await written() == before


async def test_the_form_of_staff_ends_when_somebody_corrected_it_meanwhile(house: House) -> None:
    await house.accepts()
    await house.rina.says(f"/koreksi {house.report.number} jadi 550rb", "salah ketik angka")
    await RepaymentReport.filter(id=house.report.id).update(accepted_amount=550_000)
    before = await written()
    assert await house.rina.taps("Ya, kirim") == read(
        say("rule.nothing_to_correct", number=house.report.number)
    )
    assert await written() == before


# After a write-off --------------------------------------------------------------------------------


async def test_more_than_was_given_up_is_refused_at_the_approval_too(house: House) -> None:
    await house.rina.says("/hapusbuku mekar 5 juta", "SK 500/12/2019", "gagal panen raya")
    await house.rina.taps("Ya, kirim")
    decision = await Decision.get()
    await house.hasan.presses(f"card:decision:{decision.id}:approve")
    await house.joko.says("/pulihkan mekar 4 juta hari ini")
    await house.joko.taps("Ya, kirim")
    async with transaction():
        await recover(
            house.lent.loan.id,
            2_000_000,
            on=TODAY,
            at=NOW,
            reference="elsewhere",
            cause="test:1",
            maker_id=house.joko.person.id,
        )
    proposal = await Decision.all().order_by("-id").first()
    assert proposal is not None
    before = await written()
    answer = await house.hasan.presses(f"card:decision:{proposal.id}:approve")
    assert "belum kembali hanya Rp3.000.000" in answer
    assert await written() == before

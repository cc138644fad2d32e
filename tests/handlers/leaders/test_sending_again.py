"""A report that was not accepted is sent again: what was right is kept, and only once."""

from __future__ import annotations

import pytest

from bot.database import transaction
from handlers.staff.answers import UsualReason
from handlers.staff.resend_offer import again_button
from handlers.talk import Talk
from models.audit import AuditEvent
from models.repayment import RepaymentReport, ReportSlip, ReportStatus
from tests.builders import a_loan, a_picture, a_report
from tests.handlers.leaders.in_private import Leader

pytestmark = pytest.mark.usefixtures("database")


async def a_rejected_report(reason: str) -> tuple[Leader, RepaymentReport, int]:
    async with transaction():
        lent = await a_loan()
        slip = await a_picture()
        report = await a_report(lent, 500_000, slips=(slip.id,))
    await RepaymentReport.filter(id=report.id).update(status=ReportStatus.REJECTED, reason=reason)
    return Leader(lent), report, slip.id


async def newest() -> RepaymentReport:
    report = await RepaymentReport.all().order_by("-id").first()
    assert report is not None
    return report


async def test_an_unreadable_slip_is_the_only_thing_that_is_asked_again() -> None:
    sari, report, old_slip = await a_rejected_report(UsualReason.SLIP_UNREADABLE)
    async with transaction():
        slip = await a_picture()
    asked = await sari.presses(f"again:{report.id}")
    assert f"Laporan {report.number} kita kirim ulang" in asked
    assert "foto bukti" in asked
    assert "Jumlah: Rp500.000" in await sari.says("", slip.id)
    await sari.sends_it()
    again = await newest()
    assert (again.amount, again.paid_on, again.method) == (500_000, report.paid_on, report.method)
    slips = await ReportSlip.filter(report_id=again.id)
    assert [one.media_id for one in slips] == [slip.id]
    assert old_slip != slip.id
    event = await AuditEvent.get(subject=f"report:{report.id}", deed="sent_again")
    assert event.facts == {"number": again.number}


async def test_a_wrong_amount_is_asked_and_the_slip_is_kept() -> None:
    sari, report, slip = await a_rejected_report(UsualReason.WRONG_AMOUNT)
    assert "Berapa jumlah yang disetor" in await sari.presses(f"again:{report.id}")
    assert "Jumlah: Rp450.000" in await sari.says("450 ribu")
    await sari.sends_it()
    again = await newest()
    assert again.amount == 450_000
    assert [one.media_id for one in await ReportSlip.filter(report_id=again.id)] == [slip]


async def test_a_reason_in_own_words_keeps_everything_and_asks_to_confirm() -> None:
    sari, report, _ = await a_rejected_report("tanda tangan bendahara belum ada")
    assert "Mohon dicek dulu" in await sari.presses(f"again:{report.id}")


async def test_tapping_twice_brings_the_same_form_forward() -> None:
    sari, report, _ = await a_rejected_report(UsualReason.WRONG_AMOUNT)
    await sari.presses(f"again:{report.id}")
    first = sari.talk.open
    assert "Berapa jumlah yang disetor" in await sari.presses(f"again:{report.id}")
    assert first is not None
    assert [draft.id for draft in sari.talk.drafts] == [first.id]


async def test_a_report_is_sent_again_only_once() -> None:
    sari, report, _ = await a_rejected_report("tanda tangan bendahara belum ada")
    await sari.presses(f"again:{report.id}")
    await sari.sends_it()
    again = await newest()
    answer = await sari.presses(f"again:{report.id}")
    assert f"sudah dikirim ulang dengan nomor {again.number}" in answer
    assert await RepaymentReport.all().count() == 2


async def test_two_people_with_the_same_form_open_send_one_report() -> None:
    sari, report, _ = await a_rejected_report("tanda tangan bendahara belum ada")
    nurul = Leader.__new__(Leader)
    nurul.situation, nurul.talk, nurul.turns = sari.situation, Talk("p:other"), 500
    await sari.presses(f"again:{report.id}")
    await nurul.presses(f"again:{report.id}")
    await sari.sends_it()
    assert "jadi tidak dikirim dua kali" in await nurul.sends_it()
    assert await RepaymentReport.all().count() == 2


@pytest.mark.parametrize("status", [ReportStatus.SUBMITTED, ReportStatus.ACCEPTED])
async def test_what_was_not_rejected_is_not_sent_again(status: ReportStatus) -> None:
    sari, report, _ = await a_rejected_report("salah")
    await RepaymentReport.filter(id=report.id).update(status=status)
    assert "tidak perlu dikirim ulang, Pak/Bu." in await sari.presses(f"again:{report.id}")
    assert sari.talk.open is None


async def test_somebody_elses_report_and_odd_buttons_are_answered_kindly() -> None:
    sari, _, _ = await a_rejected_report("salah")
    _, other, _ = await a_rejected_report("salah")
    for button in (f"again:{other.id}", "again:99999", "again:x", "again:"):
        assert "sudah lewat" in await sari.presses(button)


def test_a_report_that_was_recorded_before_needs_no_button() -> None:
    assert again_button(17, UsualReason.DUPLICATE) == ()
    for reason in (*UsualReason, "lain"):
        if reason is not UsualReason.DUPLICATE:
            assert [choice.id for choice in again_button(17, reason)] == ["again:17"]

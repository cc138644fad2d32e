"""Verification in the staff chat: who may decide, what a decision does, who hears of it."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from bot.database import transaction
from handlers.messages import InboundMessage, Kind, Reply
from handlers.staff.corrections import OtherAmountForm, RejectReportForm
from handlers.staff.report_card import Caution, card
from handlers.staff.verification import post_waiting, press
from models.audit import AuditEvent
from models.contact import Person, Role
from models.errors import LoanClosed, NotAllowed, OwnReport, ReportAlreadyDecided, RuleBroken
from models.group import Office
from models.ledger_audit import balance_differences, verify_chain
from models.ledger_tables import JournalEntry
from models.loan import LoanStatus
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportSlip, ReportStatus
from models.standings import loan_standing
from models.till import UNDO_TIME, ReportHandling
from models.till_errors import VerdictGiven
from tests.builders import (
    NOW,
    TODAY,
    Lent,
    a_loan,
    a_person,
    a_picture,
    a_report,
    a_staff_turn,
    a_verifier,
    an_officer,
    demote,
    the_clock_looks,
)
from tests.handlers.staff.talking import changed_cards, new_cards, read, told

pytestmark = pytest.mark.usefixtures("database")

NOTHING = InboundMessage(Kind.TEXT, NOW)
A_MINUTE_LATER = NOW + UNDO_TIME


async def outstanding(lent: Lent) -> Rupiah:
    return (await loan_standing(lent.loan.id, TODAY)).outstanding


async def entries(lent: Lent) -> int:
    return await JournalEntry.filter(programme_id=lent.programme.id).count()


async def books_are_in_order(lent: Lent) -> bool:
    chain = await verify_chain(lent.programme.id)
    return chain.fault is None and await balance_differences(lent.programme.id) == []


def told_why(broken: RuleBroken) -> str:
    return read(Reply(broken.code, broken.facts))


def other_amount(report: RepaymentReport, amount: int, reason: str = "") -> OtherAmountForm:
    return OtherAmountForm(
        report=report.id,
        number=report.number,
        group="KUBE Jahe Merah Mekar",
        reported=int(report.amount),
        outstanding=20_000_000,
        amount=Rupiah(amount),
        reason=reason or "yang masuk di rekening kurang dari itu",
    )


def rejection(report: RepaymentReport, reason: str) -> RejectReportForm:
    return RejectReportForm(
        report=report.id, number=report.number, group="KUBE Jahe Merah Mekar", reason=reason
    )


async def test_accepting_lowers_the_balance_by_exactly_the_reported_amount() -> None:
    async with transaction():
        lent = await a_loan(principal=20_000_000, instalments=20)
        report = await a_report(lent, 1_250_000)
        rina = await a_verifier()
        assert await press(await a_staff_turn(rina), report.id, "accept") == ()
    await the_clock_looks()
    assert await outstanding(lent) == 18_750_000
    assert await entries(lent) == 3  # capital, disbursement, repayment
    assert await books_are_in_order(lent)
    entry = await JournalEntry.get(reference=f"repayment_report:{report.id}")
    assert (entry.maker_id, entry.booked_on) == (rina.id, TODAY)
    decided = await RepaymentReport.get(id=report.id)
    assert decided.status is ReportStatus.ACCEPTED
    assert (decided.decided_by_id, decided.decided_at) == (rina.id, A_MINUTE_LATER)
    assert decided.accepted_amount == 1_250_000


async def test_a_decision_leaves_its_trace_in_the_audit_trail() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = await a_verifier()
        await press(await a_staff_turn(rina), report.id, "accept")
    await the_clock_looks()
    event = await AuditEvent.get(subject=f"report:{report.id}", deed="accepted")
    assert (event.person_id, event.at) == (rina.id, A_MINUTE_LATER)
    assert event.facts == {"reported": 500_000, "accepted": 500_000, "reason": ""}


async def test_the_leader_hears_the_new_balance_and_what_comes_next() -> None:
    async with transaction():
        lent = await a_loan(disbursed_on=date(2019, 6, 20))
        report = await a_report(lent, 400_000, paid_on=TODAY - timedelta(days=1))
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    later = await the_clock_looks()
    [text] = told(later, lent.leader)
    assert "Sari Wulandari" in text
    assert "Setoran Rp400.000 tanggal 15 Juli 2019 untuk KUBE Jahe Merah Mekar" in text
    assert "Sisa pinjaman sekarang: Rp19.600.000" in text
    assert "Setoran berikutnya: Sabtu, 20 Juli 2019, Rp600.000" in text
    assert report.number in text


async def test_every_card_changes_to_who_decided_and_when_and_loses_its_buttons() -> None:
    async with transaction():
        lent = await a_loan()
        picture = await a_picture()
        report = await a_report(lent, slips=(picture.id,))
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    later = await the_clock_looks()
    [change] = changed_cards(later)
    assert change.subject == f"report:{report.id}"
    assert change.key == f"report:{report.id}:accepted"
    assert change.reply.choices == ()
    assert change.reply.pictures == (picture.id,)
    assert "Diterima oleh Rina Hartati, 16 Juli 2019 09.16 WITA" in read(change.reply)
    assert "Sisa pinjaman sekarang: Rp19.500.000" in read(change.reply)


async def test_two_verifiers_at_once_make_one_decision() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        verifiers = [await a_verifier("Rina Hartati"), await a_verifier("Joko Pranoto")]

    async def tap(verifier: Person) -> VerdictGiven | None:
        try:
            async with transaction():
                await press(await a_staff_turn(verifier), report.id, "accept")
        except VerdictGiven as late:
            return late
        return None

    first, second = await asyncio.gather(*(tap(verifier) for verifier in verifiers))
    assert (first is None) != (second is None)
    late = first or second
    assert late is not None
    given = await ReportHandling.get(report_id=report.id).select_related("person")
    assert late.facts["decided_by"] == given.person.name
    await the_clock_looks()
    decided = await RepaymentReport.get(id=report.id)
    assert decided.decided_by_id == given.person_id
    assert await outstanding(lent) == 19_500_000
    assert await AuditEvent.filter(subject=f"report:{report.id}", deed="accepted").count() == 1
    assert await books_are_in_order(lent)


async def test_one_accepts_while_another_rejects_and_only_one_of_them_counts() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina, joko = await a_verifier(), await a_verifier("Joko Pranoto")

    async def accept() -> None:
        async with transaction():
            await press(await a_staff_turn(rina), report.id, "accept")

    async def reject() -> str:
        async with transaction():
            reply = await rejection(report, "duplicate").submit(await a_staff_turn(joko))
        return reply.key

    accepted, rejected = await asyncio.gather(accept(), reject(), return_exceptions=True)
    await the_clock_looks()
    if (await RepaymentReport.get(id=report.id)).status is ReportStatus.ACCEPTED:
        assert (accepted, rejected) == (None, "rule.verdict_given")
        assert await outstanding(lent) == 19_500_000
    else:
        assert isinstance(accepted, VerdictGiven)
        assert rejected == "reject_report.done"
        assert await outstanding(lent) == 20_000_000


@pytest.mark.parametrize("verb", ["accept", "other", "reject"])
async def test_a_tap_on_a_decided_card_is_told_who_decided_already(verb: str) -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    await the_clock_looks()
    turn = await a_staff_turn(await a_verifier("Joko Pranoto"))
    with pytest.raises(ReportAlreadyDecided) as refused:
        async with transaction():
            await press(turn, report.id, verb)
    assert told_why(refused.value) == (
        f"Laporan {report.number} sudah diterima oleh Rina Hartati, "
        "16 Juli 2019 09.16 WITA. Tidak ada yang berubah."
    )
    assert turn.notices == []
    assert turn.next_form is None
    assert await outstanding(lent) == 19_500_000


async def test_a_form_about_a_report_decided_meanwhile_ends_with_who_decided() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    await the_clock_looks()
    async with transaction():
        turn = await a_staff_turn(await a_verifier("Joko Pranoto"))
        for form in (other_amount(report, 450_000), rejection(report, "duplicate")):
            assert "sudah diterima oleh Rina Hartati" in read(await form.submit(turn))
    assert turn.notices == []
    assert await outstanding(lent) == 19_500_000


async def test_a_form_about_a_report_that_is_not_there_is_stale() -> None:
    form = RejectReportForm(report=999_999, number="S-1", group="-", reason="duplicate")
    async with transaction():
        assert (await form.submit(await a_staff_turn(await a_verifier()))).key == "form.stale"


async def test_a_reporter_may_not_verify_their_own_report() -> None:
    async with transaction():
        lent = await a_loan()
        rina = await a_verifier()
        report = await a_report(lent, reporter=rina)
    with pytest.raises(OwnReport) as refused:
        async with transaction():
            await press(await a_staff_turn(rina), report.id, "accept")
    assert report.number in told_why(refused.value)
    assert await outstanding(lent) == 20_000_000
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.SUBMITTED


async def test_somebody_demoted_meanwhile_cannot_press_an_old_button() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina = await a_verifier()
    turn = await a_staff_turn(rina)
    await demote(rina)
    with pytest.raises(NotAllowed) as refused:
        async with transaction():
            await press(turn, report.id, "accept")
    assert told_why(refused.value)
    assert await entries(lent) == 2


async def test_somebody_demoted_during_a_form_cannot_send_it() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina = await a_verifier()
    turn = await a_staff_turn(rina)
    await demote(rina)
    for form in (other_amount(report, 450_000), rejection(report, "duplicate")):
        async with transaction():
            reply = await form.submit(turn)
        assert reply.key == "access.not_allowed"
    assert turn.notices == []
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.SUBMITTED
    assert await entries(lent) == 2


@pytest.mark.parametrize("role", [Role.VIEWER, Role.TREASURER, Role.ADMINISTRATOR])
async def test_other_roles_do_not_verify(role: Role) -> None:
    async with transaction():
        report = await a_report(await a_loan())
        with pytest.raises(NotAllowed):
            await press(await a_staff_turn(await a_person("Anwar", role)), report.id, "accept")


async def test_another_amount_is_recorded_and_both_amounts_are_told() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000)
        turn = await a_staff_turn(await a_verifier())
        reply = await other_amount(report, 450_000, "di rekening masuk 450 ribu").submit(turn)
    later = await the_clock_looks()
    assert "dicatat Rp450.000" in read(reply)
    assert await outstanding(lent) == 19_550_000
    [text] = told(later, lent.leader)
    assert "Uang yang masuk Rp450.000, berbeda dari laporan Rp500.000" in text
    assert "Catatan petugas: di rekening masuk 450 ribu" in text
    [change] = changed_cards(later)
    assert "Diterima dengan jumlah lain: Rp450.000" in read(change.reply)
    assert "di rekening masuk 450 ribu" in read(change.reply)
    entry = await JournalEntry.get(reference=f"repayment_report:{report.id}")
    assert entry.note == "di rekening masuk 450 ribu"
    assert await books_are_in_order(lent)


async def test_a_form_that_names_the_reported_amount_after_all_is_a_plain_acceptance() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000)
        turn = await a_staff_turn(await a_verifier())
        await other_amount(report, 500_000).submit(turn)
    later = await the_clock_looks()
    [text] = told(later, lent.leader)
    assert "berbeda dari laporan" not in text
    [change] = changed_cards(later)
    assert change.reply.key == "verification.accepted"


@pytest.mark.parametrize(
    ("reason", "why", "mending"),
    [
        ("slip_unreadable", "foto buktinya tidak terbaca", "foto ulang buktinya"),
        ("money_not_found", "belum kami temukan di rekening", "periksa nomor rekening tujuan"),
        ("wrong_amount", "tidak sama dengan buktinya", "jumlah yang tertulis pada bukti"),
        ("wrong_group", "buktinya untuk kelompok lain", "bukti setoran kelompok Bapak/Ibu"),
        ("duplicate", "sudah pernah dicatat", "Tidak ada yang perlu dikirim ulang"),
        ("struknya terpotong di bagian bawah", "karena struknya terpotong", "Mohon lengkapi"),
    ],
)
async def test_a_rejection_tells_why_and_what_helps(reason: str, why: str, mending: str) -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        turn = await a_staff_turn(await a_verifier())
        reply = await rejection(report, reason).submit(turn)
    later = await the_clock_looks()
    assert report.number in read(reply)
    [text] = told(later, lent.leader)
    assert why in text
    assert mending in text
    [change] = changed_cards(later)
    assert why.removeprefix("karena ") in read(change.reply)
    assert change.reply.choices == ()
    assert await outstanding(lent) == 20_000_000
    assert await entries(lent) == 2
    decided = await RepaymentReport.get(id=report.id)
    assert (decided.status, decided.accepted_amount) == (ReportStatus.REJECTED, None)


async def test_the_last_repayment_ends_the_loan_and_congratulates() -> None:
    async with transaction():
        lent = await a_loan(principal=1_000_000, instalments=2)
        report = await a_report(lent, 1_000_000)
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    later = await the_clock_looks()
    await lent.loan.refresh_from_db()
    assert lent.loan.status is LoanStatus.REPAID
    result, thanks = told(later, lent.leader)
    assert "Sisa pinjaman sekarang: Rp0" in result
    assert "Seluruh pinjaman sudah terbayar" in result
    assert "sudah lunas per 16 Juli 2019" in thanks


async def test_too_much_money_is_kept_for_the_group_and_told() -> None:
    async with transaction():
        lent = await a_loan(principal=1_000_000, instalments=2)
        report = await a_report(lent, 1_100_000)
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    later = await the_clock_looks()
    assert "Kelebihan Rp100.000 kami simpan sebagai titipan" in told(later, lent.leader)[0]
    assert (await loan_standing(lent.loan.id, TODAY)).credit == 100_000
    assert await books_are_in_order(lent)


async def test_a_report_on_a_loan_that_is_repaid_meanwhile_cannot_be_accepted() -> None:
    async with transaction():
        lent = await a_loan(principal=1_000_000, instalments=2)
        first, second = await a_report(lent, 1_000_000), await a_report(lent, 500_000)
        turn = await a_staff_turn(await a_verifier())
        await press(turn, first.id, "accept")
    await the_clock_looks()
    with pytest.raises(LoanClosed) as refused:
        async with transaction():
            await press(turn, second.id, "accept")
    assert lent.loan.number in told_why(refused.value)
    assert (await RepaymentReport.get(id=second.id)).status is ReportStatus.SUBMITTED


async def test_the_leader_hears_of_what_the_treasurer_reported() -> None:
    async with transaction():
        lent = await a_loan()
        treasurer = await a_person("Nurul Aini")
        await an_officer(lent.group, treasurer, Office.TREASURER)
        report = await a_report(lent, reporter=treasurer)
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    later = await the_clock_looks()
    assert ["Nurul Aini" in text for text in told(later, treasurer)] == [True]
    assert ["Sari Wulandari" in text for text in told(later, lent.leader)] == [True]


async def test_a_leader_without_any_address_is_not_written_to() -> None:
    async with transaction():
        lent = await a_loan(leader=await a_person("Hamdan", reachable=False))
        treasurer = await a_person("Nurul Aini")
        report = await a_report(lent, reporter=treasurer)
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    later = await the_clock_looks()
    assert told(later, lent.leader) == []
    assert len(told(later, treasurer)) == 1


async def test_the_leader_of_several_addresses_is_told_once() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, reporter=await a_person("Nurul Aini"))
        await press(await a_staff_turn(await a_verifier()), report.id, "accept")
    later = await the_clock_looks()
    keys = [notice.key for notice in later.notices]
    assert len(keys) == len(set(keys))
    assert len(told(later, lent.leader)) == 1


async def test_a_waiting_card_shows_what_the_verifier_needs() -> None:
    async with transaction():
        lent = await a_loan(disbursed_on=date(2019, 6, 20))
        picture = await a_picture()
        report = await a_report(lent, 1_250_000, slips=(picture.id,))
    shown = await card(report.id)
    assert shown.pictures == (picture.id,)
    assert [choice.id for choice in shown.choices] == [
        f"card:report:{report.id}:{verb}" for verb in ("accept", "other", "reject", "claim")
    ]
    assert read(shown).splitlines() == [
        f"📥 Laporan {report.number}",
        "KUBE Jahe Merah Mekar",
        "Sepaso, Bengalon",
        "Pelapor: Sari Wulandari",
        "Jumlah: Rp1.250.000 (satu juta dua ratus lima puluh ribu rupiah)",
        "Tanggal setor: Selasa, 16 Juli 2019",
        "Cara: transfer",
        "",
        "Menurut jadwal: angsuran ke-1, 20 Juli 2019, kurang Rp1.000.000",
        "Sisa pinjaman: Rp20.000.000",
        "",
        "Tidak ada yang janggal.",
    ]


@pytest.mark.parametrize("language", ["id", "en"])
async def test_a_card_with_every_caution_fits_under_a_picture(language: str) -> None:
    async with transaction():
        warnings = tuple(caution.value for caution in Caution)
        report = await a_report(await a_loan(), 1_250_000, warnings=warnings)
    text = read(await card(report.id), language)
    assert text.count("⚠️") == len(Caution)
    assert len(text) < 1024


async def test_a_slip_that_came_later_takes_its_caution_away() -> None:
    async with transaction():
        report = await a_report(await a_loan(), warnings=("no_slip", "odd_amount"))
        assert read(await card(report.id)).count("⚠️") == 2
        await ReportSlip.create(report_id=report.id, media_id=(await a_picture()).id)
        assert read(await card(report.id)).count("⚠️") == 1


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("outcome", ["accept", "other", "reject", "reversed"])
async def test_decided_cards_and_results_can_be_said_in_each_language(
    outcome: str, language: str
) -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        turn = await a_staff_turn(await a_verifier())
        if outcome == "other":
            await other_amount(report, 450_000).submit(turn)
        elif outcome == "reject":
            await rejection(report, "wrong_group").submit(turn)
        else:
            await press(turn, report.id, "accept")
    later = await the_clock_looks()
    async with transaction():
        if outcome == "reversed":
            await RepaymentReport.filter(id=report.id).update(status=ReportStatus.REVERSED)
    assert "Rina Hartati" in read(await card(report.id), language)
    for notice in (*turn.notices, *later.notices):
        assert read(notice.reply, language)


async def test_asking_more_begins_a_form_that_knows_the_report() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000)
        rina = await a_verifier()
        other, reject = await a_staff_turn(rina), await a_staff_turn(rina)
        said_before = await press(other, report.id, "other")
        await press(reject, report.id, "reject")
    assert report.number in read(said_before)
    known = {"report": report.id, "number": report.number, "group": lent.group.name}
    amounts = {"reported": 500_000, "outstanding": 20_000_000}
    assert other.next_form == ("other_amount", known | amounts)
    assert reject.next_form == ("reject_report", known)
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.SUBMITTED


async def test_a_button_of_a_report_or_verb_that_is_not_there_is_stale() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        turn = await a_staff_turn(await a_verifier())
        for report_id, verb in ((999_999, "accept"), (report.id, "explode")):
            reply = await press(turn, report_id, verb)
            assert not isinstance(reply, tuple)
            assert reply.key == "form.stale"
    assert turn.notices == []


async def test_nothing_waits_is_said_so() -> None:
    turn = await a_staff_turn(await a_verifier())
    assert "Tidak ada laporan yang menunggu" in read(await post_waiting(turn, NOTHING))
    assert turn.notices == []


async def test_the_five_oldest_waiting_cards_are_posted_again_each_time_under_new_keys() -> None:
    async with transaction():
        lent = await a_loan()
        reports = [
            await a_report(lent, 100_000 + number, at=NOW - timedelta(hours=number))
            for number in range(7)
        ]
        rina = await a_verifier()
        await press(await a_staff_turn(rina), reports[-1].id, "accept")
    first, second = await a_staff_turn(rina), await a_staff_turn(rina)
    reply = await post_waiting(first, NOTHING)
    await post_waiting(second, NOTHING)
    assert "6 laporan menunggu" in read(reply)
    oldest = [report.id for report in reversed(reports[1:6])]
    assert [notice.subject for notice in new_cards(first)] == [f"report:{one}" for one in oldest]
    keys = {notice.key for turn in (first, second) for notice in turn.notices}
    assert len(keys) == 10

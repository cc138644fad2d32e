"""A repayment is reported: asked for what is missing, summed up, sent once."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.database import transaction
from handlers.leaders.repayment_report import TOPIC, RepaymentReportForm
from handlers.situation import GroupFacts, Situation
from handlers.turn import Notice, Turn
from models.errors import LoanClosed
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.repayment import Method, RepaymentReport, ReportSlip
from tests.builders import Lent, a_picture
from tests.builders import a_loan as a_real_loan
from tests.handlers.leaders.people import (
    Talking,
    a_borrower,
    a_group,
    a_leader,
    a_loan,
    a_waiting_leader,
    broken_photo,
    message,
    words_of,
)


def talk(situation: Situation | None = None) -> Talking:
    return Talking(RepaymentReportForm, situation or a_borrower())


def test_one_message_with_everything_leads_straight_to_the_summary() -> None:
    said = talk().opens("setor 500rb kemarin transfer", 9)
    assert "Jumlah: Rp500.000" in said
    assert "Tanggal: Selasa, 16 Juli 2019" in said
    assert "Kelompok: KUBE Jahe Merah Mekar" in said
    assert "Bukti: ada" in said


def test_only_what_is_missing_is_asked() -> None:
    leader = talk()
    assert "Kapan disetor" in leader.opens("setor 500 ribu")
    assert "cara apa" in leader.says("kemarin")
    assert "foto bukti" in leader.taps("Transfer bank")
    assert "Bukti: belum ada" in leader.says("nanti")


def test_an_empty_beginning_asks_the_amount_and_offers_the_next_instalment() -> None:
    leader = talk()
    assert "Berapa jumlah" in leader.opens()
    assert leader.labels == ["Rp500.000"]
    assert "Kapan disetor" in leader.taps("Rp500.000")


def test_from_one_million_the_amount_is_repeated_in_words() -> None:
    said = talk(a_leader(a_group(a_loan(next_left=1_250_000)))).opens(
        "setor 1.250.000 kemarin transfer", 9
    )
    assert "Rp1.250.000 (satu juta dua ratus lima puluh ribu rupiah)" in said


def test_the_group_is_asked_only_of_somebody_with_several_loans() -> None:
    several = a_leader(a_group(a_loan()), a_group(a_loan(), number=2, name="Karang Taruna Jaya"))
    leader = talk(several)
    assert "kelompok yang mana" in leader.opens("setor 500rb kemarin")
    assert leader.labels == ["KUBE Jahe Merah Mekar", "Karang Taruna Jaya"]
    assert "cara apa" in leader.taps("Karang Taruna Jaya")
    leader.says("tunai")
    assert "Kelompok: Karang Taruna Jaya" in leader.says("nanti")


def test_a_doubt_is_asked_once_and_may_be_kept() -> None:
    leader = talk()
    assert "atau maksudnya Rp500.000" in leader.opens("setor 50rb kemarin transfer", 9)
    assert leader.labels == ["Ya, benar", "Rp500.000", "Tulis ulang"]
    said = leader.taps("Ya, benar")
    assert "Jumlah: Rp50.000" in said


def test_the_offered_amount_is_taken_with_one_tap() -> None:
    leader = talk()
    leader.opens("setor 50rb kemarin transfer", 9)
    assert "Jumlah: Rp500.000" in leader.taps("Rp500.000")


def test_a_correction_names_the_field() -> None:
    leader = talk()
    leader.opens("setor 500rb kemarin transfer", 9)
    assert "Berapa jumlah" in leader.says("ubah jumlah")
    assert "Jumlah: Rp450.000" in leader.says("450 ribu")


def test_cancelling_sends_nothing() -> None:
    leader = talk()
    leader.opens("setor 500rb")
    assert "dibatalkan" in leader.says("batal")
    assert leader.outcome.cancelled
    assert leader.draft is None


def test_a_broken_picture_is_explained_and_may_come_later() -> None:
    leader = talk()
    leader.opens("setor 500rb kemarin transfer")
    assert "ukurannya terlalu besar" in leader.sends(broken_photo())
    assert "Bukti: belum ada" in leader.says("nanti")


def test_a_photo_instead_of_the_amount_is_kept_and_the_amount_is_asked_again() -> None:
    leader = talk()
    leader.opens()
    leader.sends(message("", 9))
    leader.says("500 ribu")
    leader.says("kemarin")
    assert "Bukti: ada" in leader.says("transfer")


async def test_without_a_loan_the_answer_is_kind_and_offers_a_person() -> None:
    assert TOPIC.run is not None
    reply = await TOPIC.run(Turn(a_waiting_leader(), 1), message("setor 500rb"))
    assert not isinstance(reply, tuple)
    assert "tidak punya pinjaman" in words_of(reply)
    assert "go:human" in [choice.id for choice in reply.choices]


def known(lent: Lent, **changed: Any) -> Situation:
    loan = replace(a_loan(), id=lent.loan.id)
    group = GroupFacts(**{**_facts(a_group(loan)), "id": lent.group.id})
    return replace(a_leader(group), person_id=lent.leader.id, **changed)


def _facts(group: GroupFacts) -> dict[str, Any]:
    return {name: getattr(group, name) for name in group.__slots__}


def filled_in(**changed: Any) -> RepaymentReportForm:
    answers: dict[str, Any] = {
        "amount": Rupiah(500_000),
        "paid_on": date(2019, 7, 16),
        "method": Method.TRANSFER,
        "slips": (),
    }
    return RepaymentReportForm(**(answers | changed))


async def test_a_confirmed_report_is_written_and_shown_to_staff(database: object) -> None:
    async with transaction():
        lent = await a_real_loan()
        slip = await a_picture()
        turn = Turn(known(lent), 40, draft_id=7)
        reply = await filled_in(slips=(slip.id,)).submit(turn)
    report = await RepaymentReport.get()
    assert (report.number, report.amount, report.draft_id) == ("S-1907-0001", 500_000, 7)
    assert report.reporter_id == lent.leader.id
    assert await ReportSlip.filter(report_id=report.id).values_list("media_id", flat=True) == [
        slip.id
    ]
    assert "S-1907-0001" in words_of(reply)
    assert "2 hari kerja" in words_of(reply)
    (card,) = turn.notices
    assert isinstance(card, Notice)
    assert (card.key, card.subject) == (f"report:{report.id}:card", f"report:{report.id}")
    assert card.reply.pictures == (slip.id,)
    assert words_of(card.reply)


async def test_submitting_the_same_draft_again_finds_the_first_report(database: object) -> None:
    async with transaction():
        situation = known(await a_real_loan())
        first = await filled_in().submit(Turn(situation, 40, draft_id=7))
        again = await filled_in().submit(Turn(situation, 41, draft_id=7))
    assert first.facts["number"] == again.facts["number"]
    assert await RepaymentReport.all().count() == 1


async def test_what_the_leader_was_asked_about_is_a_caution_for_staff(database: object) -> None:
    async with transaction():
        situation = known(await a_real_loan())
        form = filled_in(amount=Rupiah(50_000), paid_on=date(2019, 5, 1))
        await form.submit(Turn(situation, 40, draft_id=7))
    report = await RepaymentReport.get()
    assert report.warnings.split() == ["odd_amount", "long_ago", "no_slip"]


async def test_a_loan_that_ended_meanwhile_takes_no_report(database: object) -> None:
    async with transaction():
        lent = await a_real_loan()
        await Loan.filter(id=lent.loan.id).update(status=LoanStatus.REPAID)
        with pytest.raises(LoanClosed):
            await filled_in().submit(Turn(known(lent), 40, draft_id=7))
    assert await RepaymentReport.all().count() == 0


def test_a_second_picture_joins_the_first_whenever_it_comes() -> None:
    leader = talk()
    leader.opens("setor 500rb", 8)
    leader.says("", 9)
    leader.says("kemarin")
    assert "Bukti: ada (2)" in leader.says("transfer")
    assert "Bukti: ada (3)" in leader.says("", 10)
    assert "Bukti: ada (3)" in leader.says("", 10)


def test_a_question_that_does_not_apply_is_never_asked() -> None:
    leader = talk()
    leader.opens("setor 500rb")
    assert "Kapan disetor" in leader.sends(message(button="d7:change:group"))

"""What is left: the loan, the schedule, and three numbers apart from one another."""

from dataclasses import replace
from datetime import date

from bot.database import transaction
from handlers.leaders.what_is_left import TOPIC
from handlers.messages import Reply
from handlers.situation import ReportFacts, Situation
from handlers.turn import Turn
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from tests.builders import a_loan as a_real_loan
from tests.builders import a_report
from tests.handlers.leaders.people import (
    a_group,
    a_leader,
    a_loan,
    a_waiting_leader,
    message,
    words_of,
)


async def answers(situation: Situation) -> tuple[Reply, ...]:
    assert TOPIC.run is not None
    replies = await TOPIC.run(Turn(situation, 1), message("sisa berapa"))
    assert isinstance(replies, tuple)
    return replies


async def test_the_outstanding_amount_and_the_next_day_are_told(database: object) -> None:
    said = words_of(*await answers(a_leader(a_group(a_loan()))))
    assert "Sisa pinjaman: Rp9.000.000 (sembilan juta rupiah)" in said
    assert "Sudah disetor: 25%" in said
    assert "Setoran berikutnya (ke-7): Sabtu, 20 Juli 2019, Rp500.000" in said
    assert "Data per 17 Juli 2019" in said
    assert "Belum ada laporan setoran" in said


async def test_what_is_late_is_told_as_not_recorded(database: object) -> None:
    late = a_loan(arrears=500_000, due_on=date(2019, 6, 20))
    said = words_of(*await answers(a_leader(a_group(late))))
    assert "belum tercatat: Rp500.000" in said
    assert "jadwal 20 Juni 2019" in said
    assert "berikutnya" not in said


async def test_when_every_instalment_is_paid_thanks_stand_where_the_next_one_would(
    database: object,
) -> None:
    said = words_of(*await answers(a_leader(a_group(replace(a_loan(), next=None)))))
    assert "Semua setoran sudah tercatat. Terima kasih, Pak/Bu." in said
    assert "berikutnya" not in said


async def test_where_codes_are_asked_the_amount_to_transfer_is_told(database: object) -> None:
    said = words_of(*await answers(a_leader(a_group(a_loan(next_left=499_983, code=17)))))
    assert "Rp499.983" in said
    assert "Mohon transfer tepat Rp500.017; tiga angka terakhir (017) kode kelompok" in said
    ahead = words_of(*await answers(a_leader(a_group(a_loan(credit=500_000, code=17)))))
    assert "tepat" not in ahead


async def test_a_credit_of_the_group_is_told_only_if_there_is_one(database: object) -> None:
    with_credit = words_of(*await answers(a_leader(a_group(a_loan(credit=75_000)))))
    assert "Titipan kelompok: Rp75.000" in with_credit
    assert "Titipan" not in words_of(*await answers(a_leader(a_group(a_loan()))))


async def test_reported_verified_and_rejected_money_are_three_numbers(database: object) -> None:
    async with transaction():
        lent = await a_real_loan()
        for status, amount, accepted in (
            (ReportStatus.SUBMITTED, 500_000, None),
            (ReportStatus.SUBMITTED, 250_000, None),
            (ReportStatus.ACCEPTED, 400_000, 350_000),
            (ReportStatus.REJECTED, 100_000, None),
            (ReportStatus.REVERSED, 900_000, None),
        ):
            report = await a_report(lent, amount)
            await RepaymentReport.filter(id=report.id).update(
                status=status, accepted_amount=accepted
            )
    latest = ReportFacts("S-1907-0003", Rupiah(400_000), date(2019, 7, 16), ReportStatus.ACCEPTED)
    group = replace(a_group(replace(a_loan(), id=lent.loan.id), latest), id=lent.group.id)
    said = words_of(*await answers(a_leader(group)))
    assert "Dilaporkan: 5 laporan, Rp2.150.000" in said
    assert "Diverifikasi: 1 laporan, Rp350.000" in said
    assert "Ditolak: 1 laporan, Rp100.000" in said
    assert "Menunggu dicek: 2 laporan, Rp750.000" in said
    assert "S-1907-0003, Rp400.000, 16 Juli 2019: sudah dicek dan dicatat" in said


async def test_each_group_is_told_apart_and_the_choices_come_once(database: object) -> None:
    situation = a_leader(a_group(a_loan()), a_group(number=2, name="KUBE Lain"))
    replies = await answers(situation)
    assert "Kelompok KUBE Lain tidak punya pinjaman" in words_of(*replies)
    assert [len(reply.choices) for reply in replies] == [0, 2]


async def test_without_a_loan_nothing_is_to_be_reported(database: object) -> None:
    (reply,) = await answers(a_waiting_leader())
    assert [choice.id for choice in reply.choices] == ["go:human"]


async def test_without_a_group_people_are_offered_a_person(database: object) -> None:
    (reply,) = await answers(a_leader())
    assert "belum terhubung" in words_of(reply)

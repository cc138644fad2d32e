"""What staff read about money on its way: why, what is in the way, what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.clockwork.next_funding import EVERY_MORNING, RESULTS
from handlers.jobs import JobTurn
from handlers.leaders.turn_words import what_comes_first
from handlers.messages import Reply, Words, words
from handlers.speak import render, render_text
from handlers.staff import funding_card
from handlers.staff.announcing import announce, card, press
from handlers.staff.funding_proposal import consider, warn_of_lost_success
from handlers.staff.funding_words import hurdle_in_words, missing_in_words, reason_in_words
from handlers.staff.rule_words import rule_in_words, warning_in_words
from handlers.turn import CardChange, Notice, Telling, ToPerson, ToStaff
from models import applying, funding, queue_moves
from models.announcement import Announcement, AnnouncementState
from models.calendar import epoch_ms, wita_day
from models.corrections import reverse_entry
from models.errors import NotAllowed
from models.funding_hurdles import Hurdle, InTheWay
from models.funding_queue import place_of
from models.funding_rule import Rule, rule_of, set_rule
from models.funding_tables import Funding, FundingState
from models.group import Office as Held
from models.ledger_tables import JournalEntry
from models.loan_terms import LoanTerms
from models.money import Rupiah
from models.next_funding_inputs import outlook
from models.outbox import OutboxMessage, OutboxState
from models.period import month_of
from models.progress import News, accept_progress, keep_news
from models.rule_warnings import Unmeetable, Warned
from models.success import Demand, Reason
from models.visit import MARKS_OF, Seen, Stage, record_visit
from models.write_off import write_off
from tests.builders import NOW, TODAY, a_loan, a_picture, a_staff_turn, an_officer
from tests.funding_world import a_wish, an_office, approved, paid, repay
from tests.handlers.staff.office import Staff
from tests.models.test_success import GOOD

if TYPE_CHECKING:
    from datetime import datetime

    from models.group import Group
    from models.visit import Mark
    from tests.builders import Lent
    from tests.funding_world import Office

pytestmark = pytest.mark.usefixtures("database")


def at(now: datetime = NOW) -> JobTurn:
    return JobTurn(due_at=now, now=now, today=wita_day(now))


def told_staff(telling: Telling) -> list[str]:
    """What stands in the staff chat because of it, cards that changed included."""
    return [
        render((one.reply,), "id", strict=True).text
        for one in telling.notices
        if isinstance(one, CardChange) or isinstance(one.to, ToStaff)
    ]


def told_people(telling: Telling) -> list[str]:
    return [
        render((one.reply,), "id", strict=True).text
        for one in telling.notices
        if isinstance(one, Notice) and isinstance(one.to, ToPerson)
    ]


def said(text: Words | Reply) -> str:
    for language in ("id", "en"):
        assert render_text(text, language)
    return render_text(text, "id")


# Why --------------------------------------------------------------------------------------------


async def _has_earned_it(lent: Lent, office: Office) -> None:
    """A fifth is back on time, with photos accepted, and a good visit."""
    await repay(lent, 4_000_000)
    for back in (0, 32):
        picture = await a_picture()
        when = NOW - timedelta(days=back)
        news = News(
            group_id=lent.group.id,
            loan_id=lent.loan.id,
            reporter_id=lent.leader.id,
            period=month_of(wita_day(when)),
            photos=(picture.id,),
        )
        kept = await keep_news(news, draft_id=9_100_000 + back, at=when)
        await accept_progress(kept.report, seen=1, person_id=office.verifier.id, at=when)
    await an_officer(lent.group, office.verifier, Held.FACILITATOR)
    await _visit(lent.group, office)


async def _visit(group: Group, office: Office) -> None:
    marks: tuple[Mark, ...] = (*MARKS_OF[Stage.GROWING], *MARKS_OF[Stage.THRIVING])
    seen = Seen(
        group_id=group.id,
        facilitator_id=office.verifier.id,
        visited_on=TODAY,
        words="jahe siap panen",
        marks=marks,
        recommended=True,
        reason="tertib",
    )
    await record_visit(seen, draft_id=9_200_000, at=NOW)


async def test_a_success_before_everything_is_repaid_tells_each_demand_and_its_figure() -> None:
    async with transaction():
        office = await an_office(capital=20_000_000)
        lent = await a_loan(
            principal=20_000_000,
            instalments=5,
            disbursed_on=TODAY - timedelta(days=20),
            programme=office.programme,
        )
        await a_wish(office.programme, 3_000_000)
        rule = replace(await rule_of(office.programme.id), percent_repaid=20, worst_class=3)
        await set_rule(office.programme.id, rule, by=None, at=NOW, decision_id=None)
        await _has_earned_it(lent, office)
        telling = at()
        assert await consider(telling, office.programme.id, "visit:1")
    [shown, photos] = told_staff(telling)
    for key, line in {  # What the card says, by the key of each text.
        "funding.success.threshold": "sudah berhasil menurut aturan",
        "funding.met.percent": "• pokok kembali 20% (paling sedikit 20%)",
        "funding.met.no_arrears": "• semua setoran sesuai jadwal",
        "funding.met.history": "• tidak pernah lebih rendah dari kelas I (batasnya kelas III)",
        "funding.met.reports": "• 2 laporan usaha berfoto diterima (paling sedikit 2)",
        "funding.met.recommendation": "• direkomendasikan pendamping, berlaku sampai",
        "funding.met.stage": "• tahap usaha: berkembang (paling sedikit berkembang)",
    }.items():
        assert line in shown, key
    assert said(words("funding.part_on_time")) not in shown
    assert "Foto terbaru KUBE Jahe Merah Mekar" in photos


@pytest.mark.parametrize(
    ("demand", "met", "key"),
    [
        (Demand.REPAID, True, "funding.met.repaid"),
        (Demand.REPAID, False, "funding.missing.repaid"),
        (Demand.HISTORY, False, "funding.missing.history"),
    ],
)
def test_a_demand_is_told_in_words(demand: Demand, met: bool, key: str) -> None:  # noqa: FBT001
    told = reason_in_words(Reason(demand, met, 3, 2), GOOD)
    assert told.key == key
    assert said(told)


# What is in the way -----------------------------------------------------------------------------


IN_THE_WAY = {
    Hurdle.LEFT_QUEUE: ("funding.hurdle.left_queue", "tidak lagi di antrean"),
    Hurdle.NOT_FIRST: ("funding.hurdle.not_first", "urutan pertama sekarang KUBE Melati"),
    Hurdle.NO_SUCCESS: ("funding.hurdle.no_success", "belum ada kelompok yang berhasil"),
    Hurdle.NO_MONEY: ("funding.hurdle.no_money", "kurang Rp1.000.000"),
    Hurdle.RUNNING_LOAN: ("funding.hurdle.running_loan", "belum lunas"),
    Hurdle.HISTORY: ("funding.hurdle.history", "riwayat pinjaman"),
    Hurdle.OTHER_AMOUNT: ("funding.hurdle.other_amount", "jumlahnya Rp1.000.000"),
    Hurdle.NO_EVIDENCE: ("funding.hurdle.no_evidence", "kunjungan pendamping belum ada"),
    Hurdle.LOAN_OVER: ("funding.hurdle.loan_over", "dihapus buku"),
}


@pytest.mark.parametrize("hurdle", Hurdle)
def test_every_hurdle_is_told_with_its_figures(hurdle: Hurdle) -> None:
    key, needle = IN_THE_WAY[hurdle]
    told = hurdle_in_words(InTheWay(hurdle, "KUBE Melati", Rupiah(1_000_000)))
    assert told.key == key
    assert needle in said(told)


async def test_a_group_that_leaves_takes_its_proposal_along_and_the_next_is_proposed() -> None:
    async with transaction():
        office = await an_office()
        first = await a_wish(office.programme)
        await a_wish(office.programme, name="KUBE Melati", leader_name="Mina")
        await consider(at(), office.programme.id, "test:1")
        left = await applying.locked(first.application.id)
        assert left is not None
        await queue_moves.withdraw(
            left, reason="pindah", person_id=first.leader.id, by_group=True, at=NOW
        )
        telling = at()
        await consider(telling, office.programme.id, "application:1")
    gone, new = told_staff(telling)
    assert "Gugur, karena kelompoknya tidak lagi di antrean" in gone  # funding-gone-left_queue
    assert "KUBE Melati" in new


async def test_a_moved_queue_ends_the_proposal_of_who_is_not_first_any_more() -> None:
    async with transaction():
        office = await an_office()
        await a_wish(office.programme)
        second = await a_wish(office.programme, name="KUBE Melati", leader_name="Mina")
        await consider(at(), office.programme.id, "test:1")
        moved = await applying.locked(second.application.id)
        assert moved is not None
        await queue_moves.move(moved, 1, reason="banjir", person_id=office.verifier.id, at=NOW)
        telling = at()
        await consider(telling, office.programme.id, "application:2")
    gone, new = told_staff(telling)
    assert "Gugur, karena urutan antrean berubah" in gone
    assert "KUBE Melati" in new


async def test_a_card_says_that_the_money_is_gone_and_that_it_is_back() -> None:
    async with transaction():
        office = await an_office(capital=12_000_000)
        await a_wish(office.programme)
        await consider(at(), office.programme.id, "test:1")
        rule = replace(await rule_of(office.programme.id), minimum_reserve=Rupiah(5_000_000))
        await set_rule(office.programme.id, rule, by=None, at=NOW, decision_id=None)
        gone, again = at(), at(NOW + timedelta(hours=1))
        await consider(gone, office.programme.id, "decision:1")
        await consider(at(), office.programme.id, "decision:1")
        await set_rule(
            office.programme.id,
            replace(rule, minimum_reserve=Rupiah(0)),
            by=None,
            at=NOW,
            decision_id=None,
        )
        await consider(again, office.programme.id, "decision:2")
    [short] = told_staff(gone)
    [fine] = told_staff(again)
    assert "⚠️ Belum bisa dilanjutkan: dananya kurang Rp3.000.000." in short
    assert "⚠️" not in fine


async def test_halted_books_propose_nothing() -> None:
    async with transaction():
        office = await an_office()
        await a_wish(office.programme)
        office.programme.halted_at = NOW
        await office.programme.save()
        telling = at()
        assert not await consider(telling, office.programme.id, "test:1")
    assert telling.notices == []


async def test_the_morning_looks_without_anybody_having_said_a_word() -> None:
    async with transaction():
        office = await an_office()
        await a_wish(office.programme)
        telling = at()
        await EVERY_MORNING.run(telling)
        again = at()
        await EVERY_MORNING.run(again)
    assert len(told_staff(telling)) == 1
    assert told_staff(again) == []


async def test_a_group_with_a_running_loan_or_a_bad_history_is_told_so() -> None:
    async with transaction():
        office = await an_office(capital=60_000_000)
        lent = await a_loan(principal=20_000_000, programme=office.programme, instalments=2)
        await a_wish(office.programme, group=lent.group)
        running = await outlook(office.programme.id, now=NOW)
        await repay(lent, 20_000_000)
        rule = replace(await rule_of(office.programme.id), repeat_percent=(0, 0, 0, 0, 0))
        await set_rule(office.programme.id, rule, by=None, at=NOW, decision_id=None)
        bad = await outlook(office.programme.id, now=NOW)
    keys = [one.key for one in (*missing_in_words(running), *missing_in_words(bad))]
    assert "funding.waits.running_loan" in keys
    assert "funding.waits.history" in keys
    assert all(said(one) for one in (*missing_in_words(running), *missing_in_words(bad)))


async def test_an_empty_queue_waits_for_nobody() -> None:
    async with transaction():
        office = await an_office()
        found = await outlook(office.programme.id, now=NOW)
    [told] = missing_in_words(found)
    assert told.key == "funding.waits.nobody_waits"
    assert said(told) == "Tidak ada kelompok yang menunggu."


async def test_a_success_that_is_there_is_told_where_only_money_misses() -> None:
    async with transaction():
        office = await an_office(capital=20_000_000)
        lent = await a_loan(principal=20_000_000, programme=office.programme, instalments=2)
        await a_wish(office.programme, 30_000_000)
        await repay(lent, 20_000_000)
        found = await outlook(office.programme.id, now=NOW)
    keys = [one.key for one in missing_in_words(found)]
    assert keys == ["funding.waits.money", "funding.there.success"]


# After it ----------------------------------------------------------------------------------------


async def test_a_reversal_after_the_payment_is_an_alert_and_changes_nothing() -> None:
    async with transaction():
        office = await an_office(capital=40_000_000)
        lent = await a_loan(principal=20_000_000, programme=office.programme, instalments=2)
        await a_wish(office.programme, 30_000_000)
        await repay(lent, 10_000_000)
        await repay(lent, 10_000_000)
        await paid(office, await approved(office))
        quiet, loud = at(), at()
        await warn_of_lost_success(quiet, lent.loan.id, "decision:1")
        entry = await JournalEntry.filter(reference__startswith="test:").order_by("-id").first()
        assert entry is not None
        await reverse_entry(
            entry.id,
            on=TODAY,
            at=NOW,
            reference="reverses:1",
            cause="test:1",
            maker_id=office.verifier.id,
            approver_id=office.approver.id,
        )
        await warn_of_lost_success(loud, lent.loan.id, "decision:1")
        one = await Funding.get()
    assert quiet.notices == []
    [alert] = told_staff(loud)
    assert "padahal sudah membuka giliran" in alert
    assert "KUBE Mawar" in alert
    assert one.state is FundingState.PAID


async def test_the_loan_of_a_later_part_that_is_written_off_ends_the_part() -> None:
    async with transaction():
        office = await an_office(capital=12_000_000)
        await a_wish(office.programme)
        found = await approved(office, terms=LoanTerms(instalments=2, parts=(50, 50)))
        done = await paid(office, found)
        part = await Funding.get(tranche=2)
        part.state = FundingState.PROPOSED
        await part.save()
        await write_off(
            done.loan.id,
            5_000_000,
            on=TODAY,
            at=NOW,
            reference="writes_off:1",
            cause="test:1",
            maker_id=office.verifier.id,
            approver_id=office.approver.id,
        )
        telling = at()
        await consider(telling, office.programme.id, "decision:1")
    [gone] = told_staff(telling)
    assert said(words("funding.gone.loan_over")) in gone


async def test_a_later_part_that_is_refused_is_heard_by_the_group() -> None:
    async with transaction():
        office = await an_office(capital=12_000_000)
        waiting = await a_wish(office.programme)
        found = await approved(office, terms=LoanTerms(instalments=2, parts=(50, 50)))
        await paid(office, found)
        part = await Funding.get(tranche=2)
        part.state = FundingState.PROPOSED
        await part.save()
    staff = Staff(office.approver)
    await staff.presses(f"card:funding:{part.id}:refuse")
    answer = await staff.says("usahanya berhenti", "ya")
    assert "ditolak" in answer
    heard = [
        render((one.reply,), "id", strict=True).text
        for one in staff.notices
        if isinstance(one, Notice) and one.to == ToPerson(waiting.leader.id)
    ]
    assert len(heard) == 1
    assert "tidak jadi dicairkan, karena" in heard[0]
    assert "usahanya berhenti" in heard[0]


# Announcements ---------------------------------------------------------------------------------


async def _announcement(office: Office) -> Announcement:
    """A funding that was paid, and its preview."""
    await a_wish(office.programme)
    await a_wish(office.programme, name="KUBE Melati", leader_name="Mina")
    found = await approved(office)
    telling = at()
    await announce(telling, found, await paid(office, found))
    return await Announcement.get()


async def test_an_announcement_is_sent_or_dropped_once() -> None:
    async with transaction():
        office = await an_office()
        made = await _announcement(office)
        first, second = await a_staff_turn(office.approver), await a_staff_turn(office.treasurer)
        await press(first, made.id, "send")
        again = await press(second, made.id, "drop")
        viewer = await a_staff_turn(office.verifier)
        with pytest.raises(NotAllowed):
            await press(viewer, made.id, "send")
    assert len(told_people(first)) == 1
    assert told_people(second) == []
    assert isinstance(again, Reply)
    assert again.key == "announcing.settled"
    assert said(again) == "Kabar ini sudah dikirim Anwar Said."


FAILURES = {
    "recipient_unreachable": ("announcing.why.recipient_unreachable", "tidak bisa dihubungi"),
    "channel_unavailable: 502": ("announcing.why.channel_unavailable", "terganggu"),
    "stale": ("announcing.why.stale", "tidak membalas"),
    "message_refused: too long": ("announcing.why.other", "ditolak jaringan"),
}


@pytest.mark.parametrize("trouble", FAILURES)
async def test_the_result_says_how_many_have_it_and_why_others_do_not(trouble: str) -> None:
    async with transaction():
        office = await an_office()
        made = await _announcement(office)
        await press(await a_staff_turn(office.approver), made.id, "send")
        for number, state in enumerate((OutboxState.SENT, OutboxState.FAILED)):
            await OutboxMessage.create(
                key=f"announcement:{made.id}:to:{number}",
                channel="telegram",
                chat=str(number),
                language="id",
                reply=[],
                state=state,
                trouble=trouble if state is OutboxState.FAILED else "",
                not_before_ms=0,
                created_at_ms=epoch_ms(NOW),
            )
        early, late = at(NOW + timedelta(seconds=30)), at(NOW + timedelta(minutes=2))
        await RESULTS.run(early)
        await RESULTS.run(late)
        again = at(NOW + timedelta(minutes=3))
        await RESULTS.run(again)
        shown = await card(await Announcement.get())
    assert early.notices == again.notices == []
    key, needle = FAILURES[trouble]
    text = render((shown,), "id", strict=True).text
    assert "Terkirim: 1" in text
    assert "Tidak sampai:" in text
    assert needle in text, key
    assert (await Announcement.get()).state is AnnouncementState.TOLD


# What waiting groups are told --------------------------------------------------------------------


async def test_a_waiting_group_reads_about_its_own_loan_but_never_who_is_late() -> None:
    async with transaction():
        office = await an_office(capital=20_000_000)
        late = await a_loan(
            principal=20_000_000,
            instalments=2,
            programme=office.programme,
            disbursed_on=TODAY - timedelta(days=90),
        )
        first = await a_wish(office.programme, 5_000_000)
        own = await a_wish(office.programme, 5_000_000, group=late.group)
        places = [await place_of(one.application.id) for one in (first, own)]
        assert places[0] is not None
        assert places[1] is not None
        lines = await what_comes_first(at(), places[0])
        of_itself = await what_comes_first(at(), places[1])
    assert [one.key for one in lines] == ["turn_words.success", "turn_words.money"]
    assert late.group.name not in " ".join(said(one) for one in lines)
    assert [one.key for one in of_itself] == ["turn_words.running_loan"]


async def test_what_the_group_in_front_has_to_settle_is_nobody_elses_news() -> None:
    async with transaction():
        office = await an_office(capital=60_000_000)
        lent = await a_loan(principal=20_000_000, programme=office.programme, instalments=2)
        await a_wish(office.programme, 5_000_000, group=lent.group)
        second = await a_wish(office.programme, 5_000_000, name="KUBE Melati", leader_name="Mina")
        place = await place_of(second.application.id)
        assert place is not None
        lines = await what_comes_first(at(), place)
    assert [one.key for one in lines] == ["turn_words.in_front", "turn_words.ahead"]
    assert all(said(one) for one in lines)


async def test_a_part_is_told_whether_its_loan_is_on_schedule() -> None:
    async with transaction():
        office = await an_office(capital=12_000_000)
        await a_wish(office.programme)
        found = await approved(office, terms=LoanTerms(instalments=2, parts=(50, 50)))
        await paid(office, found)
        part = await Funding.get(tranche=2)
        part.state = FundingState.PROPOSED
        await part.save()
        locked = await funding.locked(part.id)
        assert locked is not None
        shown = await funding_card.card(locked, now=NOW)
    assert said(words("funding.part_on_time")) in render((shown,), "id", strict=True).text


def test_every_warning_and_figure_of_a_rule_has_words() -> None:
    for code in Unmeetable:
        assert said(warning_in_words(Warned(code, 1, 2)))
    assert warning_in_words(Warned(Unmeetable.NO_SECOND_LOAN)).key == (
        "rule_words.warning.no_second_loan"
    )
    too_little = warning_in_words(Warned(Unmeetable.RESERVE_LEAVES_TOO_LITTLE, 1, 2))
    assert too_little.key == "rule_words.warning.reserve_leaves_too_little"
    free = Rule(repeat_percent=(None, None, 75, 0, 0))
    assert said(words("rule_words.any_share")) in " ".join(map(said, rule_in_words(free)))


async def test_a_rule_that_became_so_meanwhile_is_not_proposed() -> None:
    async with transaction():
        office = await an_office()
    staff = Staff(office.approver)
    await staff.says("/aturan")
    await staff.taps("✏️ Ubah aturan")
    await staff.says("persen", "80", "supaya aman")
    async with transaction():
        rule = replace(await rule_of(office.programme.id), percent_repaid=80)
        await set_rule(office.programme.id, rule, by=None, at=NOW, decision_id=None)
    answer = await staff.says("ya")
    assert answer == said(words("funding_rule.same_already"))

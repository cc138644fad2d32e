"""The till: who has a report in hand, the minute to take a verdict back, and its posting."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tortoise.exceptions import IntegrityError

from bot.database import transaction
from handlers.clockwork import till as posting
from handlers.messages import Reply
from handlers.staff.report_card import card
from handlers.staff.till import TakenBack, claim, decide, release, take_back, take_back_all
from handlers.staff.verification import press
from handlers.turn import CardChange
from models.audit import AuditEvent
from models.contact import Person, Role
from models.errors import LoanClosed, NotAllowed, OwnReport, RuleBroken, WrittenOff
from models.ledger_audit import balance_differences, verify_chain
from models.ledger_tables import JournalEntry
from models.loan import LoanStatus
from models.money import Rupiah
from models.programme import Programme
from models.repayment import RepaymentReport, ReportStatus
from models.report_correction import change_waiting
from models.standings import loan_standing
from models.till import CLAIM_LASTS, UNDO_TIME, ReportHandling, Ruling, Verdict
from models.till_errors import NotYourVerdict, ReportInHand, TooLateToTakeBack, VerdictGiven
from tests.builders import (
    NOW,
    TODAY,
    Lent,
    a_loan,
    a_person,
    a_report,
    a_staff_turn,
    a_verifier,
    demote,
    the_clock_looks,
)
from tests.handlers.staff.office import Staff
from tests.handlers.staff.talking import changed_cards, new_cards, read, said, told

if TYPE_CHECKING:
    from handlers.jobs import JobTurn
    from handlers.turn import Telling

pytestmark = pytest.mark.usefixtures("database")

A_SECOND = timedelta(seconds=1)


async def entries_of(*reports: RepaymentReport) -> list[int]:
    """How many entries each report caused."""
    causes = [f"repayment_report:{report.id}" for report in reports]
    return [await JournalEntry.filter(cause=cause).count() for cause in causes]


async def status_of(report: RepaymentReport) -> ReportStatus:
    return (await RepaymentReport.get(id=report.id)).status


async def deeds(report: RepaymentReport) -> list[str]:
    events = AuditEvent.filter(subject=f"report:{report.id}").order_by("id")
    return [event.deed for event in await events]


async def books_are_in_order(lent: Lent) -> bool:
    chain = await verify_chain(lent.programme.id)
    return chain.fault is None and await balance_differences(lent.programme.id) == []


def accepted(report: RepaymentReport) -> Verdict:
    return Verdict.accepting(Rupiah(report.amount))


async def decided(report: RepaymentReport, by: Person, verdict: Verdict | None = None) -> None:
    async with transaction():
        await decide(await a_staff_turn(by), report, verdict or accepted(report))


# The minute ---------------------------------------------------------------------------------------


async def test_a_verdict_moves_nothing_and_tells_nobody_until_its_minute_is_over() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        turn = await a_staff_turn(await a_verifier())
        assert await decide(turn, report, accepted(report)) == NOW + UNDO_TIME
    early = await the_clock_looks(NOW + UNDO_TIME - A_SECOND)
    assert await entries_of(report) == [0]
    assert await status_of(report) is ReportStatus.SUBMITTED
    assert (await loan_standing(lent.loan.id, TODAY)).outstanding == 20_000_000
    assert told(turn, lent.leader) == told(early, lent.leader) == []
    later = await the_clock_looks(NOW + UNDO_TIME)
    assert await entries_of(report) == [1]
    assert await status_of(report) is ReportStatus.ACCEPTED
    assert len(told(later, lent.leader)) == 1
    assert not await ReportHandling.exists()
    assert await books_are_in_order(lent)


async def test_what_nobody_looked_at_for_hours_is_still_posted_once() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina = await a_verifier()
    await decided(report, rina)
    await the_clock_looks(NOW + timedelta(hours=9))
    again = await the_clock_looks(NOW + timedelta(hours=10))
    assert await entries_of(report) == [1]
    assert again.notices == []


async def test_two_clocks_that_look_at_once_post_a_verdict_once() -> None:
    async with transaction():
        lent = await a_loan()
        reports = [await a_report(lent, 100_000 + number) for number in range(3)]
        rina = await a_verifier()
    for report in reports:
        await decided(report, rina)
    looks = await asyncio.gather(the_clock_looks(), the_clock_looks())
    assert await entries_of(*reports) == [1, 1, 1]
    heard = [text for look in looks for text in told(look, lent.leader)]
    assert len(heard) == 3
    assert await books_are_in_order(lent)


async def test_taking_back_and_posting_at_the_same_moment_is_one_or_the_other() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina = await a_verifier()
    await decided(report, rina)

    async def undo() -> bool:
        try:
            async with transaction():
                await take_back(await a_staff_turn(rina, now=NOW + UNDO_TIME), report.id)
        except TooLateToTakeBack:
            return False
        return True

    undone, _ = await asyncio.gather(undo(), the_clock_looks())
    await the_clock_looks(NOW + 2 * UNDO_TIME)
    assert await entries_of(report) == [0 if undone else 1]
    assert await status_of(report) is (ReportStatus.SUBMITTED if undone else ReportStatus.ACCEPTED)
    assert not await ReportHandling.exists()


@pytest.mark.only("postgres")
async def test_a_report_that_somebody_holds_this_moment_waits_for_the_next_look() -> None:
    async with transaction():
        lent = await a_loan()
        held, free = await a_report(lent, 100_000), await a_report(lent, 200_000)
        rina = await a_verifier()
    await decided(held, rina)
    await decided(free, rina)
    taken = asyncio.Event()

    async def look_meanwhile() -> None:
        await taken.wait()
        await the_clock_looks()

    looking = asyncio.create_task(look_meanwhile())  # outside, or it would share the transaction
    async with transaction():
        await RepaymentReport.filter(id=held.id).select_for_update().get()
        taken.set()
        await looking
    assert await entries_of(held, free) == [0, 1]
    await the_clock_looks()
    assert await entries_of(held, free) == [1, 1]


async def test_many_verdicts_are_posted_look_by_look() -> None:
    async with transaction():
        lent = await a_loan()
        reports = [await a_report(lent, 10_000 + number) for number in range(35)]
        turn = await a_staff_turn(await a_verifier())
        for report in reports:
            await decide(turn, report, accepted(report))
    first = await the_clock_looks()
    second = await the_clock_looks()
    assert [len(told(look, lent.leader)) for look in (first, second)] == [32, 3]
    assert await entries_of(*reports) == [1] * 35


# Taking back --------------------------------------------------------------------------------------


async def test_a_verdict_taken_back_leaves_the_report_waiting_and_a_trace() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = await a_verifier()
    await decided(report, rina)
    async with transaction():
        turn = await a_staff_turn(rina, now=NOW + A_SECOND)
        answer = await take_back(turn, report.id)
    assert f"Rina Hartati membatalkan putusan atas laporan {report.number}" in read(answer)
    [change] = changed_cards(turn)
    assert read(change.reply).startswith(f"📥 Laporan {report.number}")
    assert (await the_clock_looks()).notices == []
    assert await status_of(report) is ReportStatus.SUBMITTED
    assert await deeds(report) == ["submitted", "verdict", "taken_back"]


async def test_nobody_but_the_decider_takes_a_verdict_back() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = await a_verifier()
        chief = await a_person("Joko Pranoto", Role.VERIFIER, Role.ADMINISTRATOR)
    await decided(report, rina)
    with pytest.raises(NotYourVerdict) as refused:
        async with transaction():
            await press(await a_staff_turn(chief), report.id, "undo")
    assert "hanya Rina Hartati yang dapat membatalkannya" in why(refused.value)
    await the_clock_looks()
    assert await status_of(report) is ReportStatus.ACCEPTED


async def test_somebody_demoted_within_the_minute_takes_nothing_back_and_posts_nothing() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina = await a_verifier()
    await decided(report, rina)
    await demote(rina)
    with pytest.raises(NotAllowed):
        async with transaction():
            await press(await a_staff_turn(rina), report.id, "undo")
    later = await the_clock_looks()
    assert told(later, lent.leader) == []
    [staff] = new_cards(later)
    assert "Rina Hartati sudah tidak memegang peran Verifikator" in read(staff.reply)
    assert await status_of(report) is ReportStatus.SUBMITTED
    assert await entries_of(report) == [0]
    assert await deeds(report) == ["submitted", "verdict", "not_posted"]


async def test_all_verdicts_of_one_tap_are_taken_back_with_one() -> None:
    """Beside them: one that is posted, one of a colleague, one without a verdict, one unknown."""
    async with transaction():
        lent = await a_loan()
        mine = [await a_report(lent, 100_000 + number) for number in range(3)]
        posted, hers, none = [await a_report(lent, 200_000 + number) for number in range(3)]
        joko, rina = await a_verifier("Joko Pranoto"), await a_verifier()
    await decided(posted, joko)
    await the_clock_looks()
    await decided(hers, rina)
    for report in mine:
        await decided(report, joko)
    async with transaction():
        turn = await a_staff_turn(joko)
        many = [*(report.id for report in (*mine, posted, hers, none)), mine[0].id, 999_999]
        back = await take_back_all(turn, many)
    assert back == TakenBack(tuple(report.number for report in mine), (posted.number,))
    assert {change.subject for change in changed_cards(turn)} == {
        f"report:{report.id}" for report in mine
    }
    keys = [notice.key for notice in turn.notices]
    assert len(keys) == len(set(keys))
    await the_clock_looks()
    assert await entries_of(*mine, posted, hers, none) == [0, 0, 0, 1, 1, 0]


async def test_without_the_role_nothing_is_taken_back_together_either() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = await a_verifier()
    await decided(report, rina)
    await demote(rina)
    with pytest.raises(NotAllowed):
        async with transaction():
            await take_back_all(await a_staff_turn(rina), [report.id])


# What stands in the way ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "broken"), [(LoanStatus.REPAID, LoanClosed), (LoanStatus.WRITTEN_OFF, WrittenOff)]
)
async def test_what_can_never_be_entered_is_refused_at_the_tap(
    status: LoanStatus, broken: type[RuleBroken]
) -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina = await a_verifier()
        lent.loan.status = status
        await lent.loan.save()
    with pytest.raises(broken):
        await decided(report, rina)
    assert not await ReportHandling.exists()
    await decided(report, rina, Verdict.rejecting("duplicate"))
    await the_clock_looks()
    assert await status_of(report) is ReportStatus.REJECTED


async def test_a_loan_repaid_within_the_minute_gives_the_report_back_and_undoes_nothing_else() -> (
    None
):
    async with transaction():
        lent = await a_loan(principal=1_000_000, instalments=2)
        first, second = await a_report(lent, 1_000_000), await a_report(lent, 500_000)
        rina = await a_verifier()
    await decided(first, rina)
    await decided(second, rina)
    later = await the_clock_looks()
    assert await entries_of(first, second) == [1, 0]
    assert await status_of(second) is ReportStatus.SUBMITTED
    [staff] = new_cards(later)
    assert f"laporan {second.number} dari KUBE Jahe Merah Mekar tidak jadi" in read(staff.reply)
    assert f"Pinjaman {lent.loan.number} sudah selesai" in read(staff.reply)
    assert len(told(later, lent.leader)) == 2  # the result of the first, and the thanks
    assert await books_are_in_order(lent)


async def test_a_verdict_about_what_the_reporter_has_changed_since_is_not_carried_out() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000)
        rina = await a_verifier()
    await decided(report, rina)
    async with transaction():
        await change_waiting(
            report,
            amount=Rupiah(550_000),
            paid_on=report.paid_on,
            warnings=(),
            by=lent.leader.id,
            at=NOW + A_SECOND,
        )
    later = await the_clock_looks()
    assert await entries_of(report) == [0]
    assert await status_of(report) is ReportStatus.SUBMITTED
    [staff] = new_cards(later)
    assert said("rule.report_changed", number=report.number) in read(staff.reply)
    changed = await RepaymentReport.get(id=report.id)
    async with transaction():
        turn = await a_staff_turn(rina, now=NOW + UNDO_TIME)
        await decide(turn, changed, accepted(changed))
    await the_clock_looks(NOW + 2 * UNDO_TIME)
    assert await status_of(report) is ReportStatus.ACCEPTED
    assert (await RepaymentReport.get(id=report.id)).accepted_amount == 550_000


async def test_books_that_are_halted_within_the_minute_give_back_their_own_reports_alone() -> None:
    async with transaction():
        halted, sound = await a_loan(), await a_loan()
        stays, goes = await a_report(halted), await a_report(sound)
        rina = await a_verifier()
    await decided(stays, rina)
    await decided(goes, rina)
    await Programme.filter(id=halted.programme.id).update(halted_at=NOW, halted_because="entry 4")
    later = await the_clock_looks()
    assert await entries_of(stays, goes) == [0, 1]
    assert await status_of(stays) is ReportStatus.SUBMITTED
    [staff] = new_cards(later)
    assert f"laporan {stays.number}" in read(staff.reply)
    assert told(later, halted.leader) == []
    assert await deeds(stays) == ["submitted", "verdict", "not_posted"]


async def test_a_verdict_that_breaks_the_posting_does_not_hold_up_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with transaction():
        lent = await a_loan()
        broken, sound = await a_report(lent, 100_000), await a_report(lent, 200_000)
        rina = await a_verifier()
    await decided(broken, rina)
    await decided(sound, rina)
    really = posting.carry_out

    async def breaks(
        telling: Telling, report: RepaymentReport, verdict: Verdict, *, by: int
    ) -> None:
        """All of it is done, and then a fault that nobody foresaw."""
        await really(telling, report, verdict, by=by)
        if report.id == broken.id:
            raise KeyError("unforeseen")

    monkeypatch.setattr(posting, "carry_out", breaks)
    later = await the_clock_looks()
    assert await entries_of(broken, sound) == [0, 1]
    assert await status_of(broken) is ReportStatus.SUBMITTED
    assert len(told(later, lent.leader)) == 1
    [staff] = new_cards(later)
    assert said("till.broken") in read(staff.reply)
    assert (await the_clock_looks()).notices == []
    assert await books_are_in_order(lent)


async def test_who_reported_neither_claims_nor_decides() -> None:
    async with transaction():
        rina = await a_verifier()
        report = await a_report(await a_loan(), reporter=rina)
    for verb in ("claim", "accept", "release"):
        with pytest.raises(OwnReport):
            async with transaction():
                await press(await a_staff_turn(rina), report.id, verb)
    assert not await ReportHandling.exists()


# Claims -------------------------------------------------------------------------------------------


async def test_two_verifiers_who_claim_at_once_are_one_claimer_and_one_who_hears_it() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        people = [await a_verifier(), await a_verifier("Joko Pranoto")]

    async def tap(person: Person) -> ReportInHand | None:
        try:
            async with transaction():
                await press(await a_staff_turn(person), report.id, "claim")
        except ReportInHand as late:
            return late
        return None

    results = await asyncio.gather(*(tap(person) for person in people))
    [late] = [result for result in results if result is not None]
    handling = await ReportHandling.get().select_related("person")
    assert late.facts["by"] == handling.person.name


async def test_a_claim_that_has_lapsed_binds_nobody_even_before_the_clock_has_seen_it() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina, joko = await a_verifier(), await a_verifier("Joko Pranoto")
        await press(await a_staff_turn(rina), report.id, "claim")
    for now, free in ((NOW + CLAIM_LASTS - A_SECOND, False), (NOW + CLAIM_LASTS, True)):
        async with transaction():
            turn = await a_staff_turn(joko, now=now)
            try:
                await press(turn, report.id, "claim")
            except ReportInHand:
                assert not free
            else:
                assert free
    assert (await ReportHandling.get()).person_id == joko.id
    assert (await the_clock_looks(NOW + CLAIM_LASTS)).notices == []


async def test_a_lapsed_claim_shows_the_waiting_card_again_once() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        await press(await a_staff_turn(await a_verifier()), report.id, "claim")
    assert (await the_clock_looks(NOW + CLAIM_LASTS - A_SECOND)).notices == []
    [change] = changed_cards(await the_clock_looks(NOW + CLAIM_LASTS))
    assert [choice.id for choice in change.reply.choices][-1] == f"card:report:{report.id}:claim"
    assert (await the_clock_looks(NOW + CLAIM_LASTS)).notices == []
    assert await deeds(report) == ["submitted", "claimed", "lapsed"]


async def test_a_claim_of_ones_own_does_not_stand_in_the_way() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = await a_verifier()
        turn = await a_staff_turn(rina)
        await claim(turn, report)
        await claim(turn, report)
        await decide(turn, report, accepted(report))
    assert len(await ReportHandling.all()) == 1
    await the_clock_looks()
    assert await status_of(report) is ReportStatus.ACCEPTED
    assert await deeds(report) == ["submitted", "claimed", "verdict", "accepted"]


async def test_releasing_never_drops_a_verdict_nor_somebody_elses_claim() -> None:
    async with transaction():
        claimed, ruled = [await a_report(await a_loan()) for _ in range(2)]
        rina, joko = await a_verifier(), await a_verifier("Joko Pranoto")
        await claim(await a_staff_turn(rina), claimed)
        await decide(await a_staff_turn(joko), ruled, accepted(ruled))
        turn = await a_staff_turn(joko)
        for report in (claimed, ruled):
            await release(turn, report.id)
    assert turn.notices == []
    assert await ReportHandling.all().count() == 2


@pytest.mark.parametrize("order", ["batal", "/batal"])
@pytest.mark.parametrize("verb", ["other", "reject"])
async def test_a_cancelled_form_puts_its_report_back(verb: str, order: str) -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = Staff(await a_verifier())
    await rina.presses(f"card:report:{report.id}:{verb}")
    assert await ReportHandling.filter(report_id=report.id).exists()
    assert "dibatalkan" in await rina.says(order)
    assert not await ReportHandling.exists()
    [change] = rina.notices
    assert isinstance(change, CardChange)
    assert read(change.reply).startswith("📥")


async def test_a_form_cancelled_after_its_verdict_leaves_the_verdict_alone() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = Staff(await a_verifier())
    await rina.presses(f"card:report:{report.id}:reject")
    await rina.presses(f"card:report:{report.id}:accept")
    await rina.says("batal")
    await the_clock_looks()
    assert await status_of(report) is ReportStatus.ACCEPTED


async def test_of_two_forms_about_one_report_the_later_one_ends_with_who_has_it() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina, joko = Staff(await a_verifier()), Staff(await a_verifier("Joko Pranoto"))
    await rina.presses(f"card:report:{report.id}:reject")
    await rina.says("2")
    joko.later(CLAIM_LASTS)
    await joko.presses(f"card:report:{report.id}:reject")
    rina.later(CLAIM_LASTS)
    assert "sedang diperiksa Joko Pranoto sejak 09.25 WITA" in await rina.taps("Ya, kirim")
    assert rina.talk.open is None
    await joko.says("1")
    assert "pukul 09.26 WITA" in await joko.taps("Ya, kirim")
    await the_clock_looks(NOW + CLAIM_LASTS + UNDO_TIME)
    assert (await RepaymentReport.get(id=report.id)).reason == "slip_unreadable"


async def test_the_button_below_the_answer_takes_the_verdict_back() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = Staff(await a_verifier())
    await rina.presses(f"card:report:{report.id}:reject")
    await rina.says("1")
    await rina.taps("Ya, kirim")
    assert "membatalkan putusan" in await rina.taps("↩️ Batalkan")
    await the_clock_looks()
    assert await status_of(report) is ReportStatus.SUBMITTED


# What is shown ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_state_of_a_card_can_be_said_in_each_language(language: str) -> None:
    rulings = (
        None,
        Verdict.accepting(Rupiah(500_000)),
        Verdict.accepting(Rupiah(450_000), "potongan bank"),
        Verdict.rejecting("money_not_found"),
    )
    async with transaction():
        lent = await a_loan()
        rina = await a_verifier()
        for verdict in rulings:
            report = await a_report(lent, 500_000)
            turn = await a_staff_turn(rina)
            await (decide(turn, report, verdict) if verdict else claim(turn, report))
            shown = await card(report.id)
            assert "Rina Hartati" in read(shown, language)
            assert len(read(shown, language)) < 1024
    for look in (await the_clock_looks(), await the_clock_looks(NOW + CLAIM_LASTS)):
        _say_all(look, language)
    for broken in (
        VerdictGiven(number="S-1", status="rejected", decided_by="Rina", posts_at=NOW),
        TooLateToTakeBack(number="S-1", status="reversed", decided_by="Rina", decided_at=NOW),
    ):
        assert "Rina" in why(broken, language)


def _say_all(look: JobTurn, language: str) -> None:
    assert look.notices
    for notice in look.notices:
        assert read(notice.reply, language)


def why(broken: RuleBroken, language: str = "id") -> str:
    return read(Reply(broken.code, broken.facts), language)


# The database itself ------------------------------------------------------------------------------


async def test_the_database_refuses_a_second_handling_of_a_report() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = await a_verifier()
        await ReportHandling.create(report_id=report.id, person_id=rina.id, since=NOW)
    with pytest.raises(IntegrityError):
        await ReportHandling.create(report_id=report.id, person_id=rina.id, since=NOW)


@pytest.mark.parametrize(
    "half",
    [
        {"status": Ruling.ACCEPTED, "amount": 0, "posts_at": NOW},
        {"status": Ruling.ACCEPTED, "amount": -1, "posts_at": NOW},
        {"status": Ruling.ACCEPTED, "posts_at": NOW},
        {"status": Ruling.ACCEPTED, "amount": 500_000},
        {"status": Ruling.REJECTED, "amount": 500_000, "posts_at": NOW},
        {"posts_at": NOW},
        {"amount": 500_000},
    ],
)
async def test_the_database_refuses_half_a_verdict(half: dict[str, object]) -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = await a_verifier()
    with pytest.raises(IntegrityError):
        await ReportHandling.create(report_id=report.id, person_id=rina.id, since=NOW, **half)
    assert not await ReportHandling.exists()

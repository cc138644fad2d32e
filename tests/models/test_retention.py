"""What is forgotten in time, and what never is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.database import transaction
from handlers.clockwork.forgetting import FORGETTING
from models.audit import AuditEvent
from models.calendar import epoch_ms
from models.contact import Address
from models.delivery import Delivery
from models.draft import Draft, DraftState, Talk
from models.forgotten_pictures import _NOTHING_SHOWS
from models.funding_tables import Application, ApplicationFile, ApplicationStatus
from models.help_request import HelpMessage, HelpRequest, HelpSide, HelpState
from models.inbox import InboxMessage, InboxState
from models.ledger_audit import verify_chain
from models.ledger_tables import Allocation, JournalEntry, Posting
from models.lending import record_repayment
from models.loan import Instalment, Loan
from models.media import KeptMedia, MediaKind, MediaSighting
from models.outbox import OutboxMessage, OutboxState
from models.progress_tables import ProgressPhoto, ProgressReport
from models.promise import PaymentPromise, PromiseState, Word, promise
from models.repayment import RepaymentReport, ReportSlip, ReportStatus
from models.retention import Retention, forget, forgotten_between
from models.sheet import Sheet
from models.visit import Stage, Visit, VisitPhoto
from tests.builders import (
    NOW,
    a_loan,
    a_person,
    a_programme,
    a_report,
    an_address,
    an_application,
)
from tests.notice_office import Office

pytestmark = pytest.mark.usefixtures("database")

LONG_AGO = NOW - timedelta(days=91)


async def a_slip(report_id: int, letter: str) -> KeptMedia:
    media = await KeptMedia.create(
        sha256=letter * 64, kind=MediaKind.PICTURE, mime="image/jpeg", size_bytes=9, created_at=NOW
    )
    await ReportSlip.create(report_id=report_id, media_id=media.id)
    return media


async def test_slips_of_rejected_reports_go_after_ninety_days_and_no_others() -> None:
    async with transaction():
        lent = await a_loan()
        rejected, fresh, accepted = [await a_report(lent, 500_000) for _ in range(3)]
        slips = [
            await a_slip(one.id, letter)
            for one, letter in ((rejected, "a"), (fresh, "b"), (accepted, "c"))
        ]
        await ReportSlip.create(report_id=rejected.id, media_id=slips[2].id)
        address = await an_address(lent.leader)
        await MediaSighting.create(
            media=slips[0],
            channel="telegram",
            fingerprint="f",
            address_id=address.id,
            seen_at=LONG_AGO,
        )
        for one, status, at in (
            (rejected, ReportStatus.REJECTED, LONG_AGO),
            (fresh, ReportStatus.REJECTED, NOW - timedelta(days=89)),
            (accepted, ReportStatus.ACCEPTED, LONG_AGO),
        ):
            one.status, one.decided_at = status, at
            await one.save(update_fields=["status", "decided_at"])
        forgotten = await forget(NOW)
    assert forgotten.files == (("a" * 64, MediaKind.PICTURE),)
    assert forgotten.counts["rejected_proofs"] == 2
    assert await ReportSlip.filter(report_id=rejected.id).count() == 0
    assert {media.sha256[0] for media in await KeptMedia.all()} == {"b", "c"}
    assert await forgotten_between(NOW, NOW + timedelta(days=1)) == 2
    async with transaction():
        assert (await forget(NOW)).files == ()
    assert await AuditEvent.filter(subject="retention").count() == 1


async def test_what_somebody_has_sent_again_lately_is_kept() -> None:
    async with transaction():
        report = await a_report(await a_loan(), 500_000)
        slip = await a_slip(report.id, "d")
        address = await an_address()
        await MediaSighting.create(
            media=slip, channel="telegram", fingerprint="f", address_id=address.id, seen_at=NOW
        )
        report.status, report.decided_at = ReportStatus.REJECTED, LONG_AGO
        await report.save(update_fields=["status", "decided_at"])
        assert (await forget(NOW)).files == ()
    assert await KeptMedia.exists(id=slip.id)


async def test_words_of_a_chat_go_after_half_a_year_and_their_rows_stay() -> None:
    async with transaction():
        for number, days in enumerate((181, 179)):
            at = epoch_ms(NOW - timedelta(days=days))
            await InboxMessage.create(
                channel="telegram",
                external_id=str(number),
                payload={"text": "halo"},
                event={"text": "halo"},
                state=InboxState.DONE,
                ready_at_ms=at,
                received_at_ms=at,
            )
        assert (await forget(NOW)).counts["chat_text"] == 1
        assert (await forget(NOW)).counts["chat_text"] == 0
    old, new = await InboxMessage.all().order_by("id")
    assert (old.payload, old.event) == ({}, None)
    assert (new.payload, new.event) == ({"text": "halo"}, {"text": "halo"})


async def a_photo(letter: str, at: datetime = NOW) -> KeptMedia:
    return await KeptMedia.create(
        sha256=letter * 64, kind=MediaKind.PICTURE, mime="image/jpeg", size_bytes=9, created_at=at
    )


async def letters() -> set[str]:
    return {media.sha256[0] for media in await KeptMedia.all()}


async def test_photos_of_a_business_go_after_two_years_and_what_was_told_stays() -> None:
    old, new = NOW - timedelta(days=731), NOW - timedelta(days=729)
    async with transaction():
        lent = await a_loan()
        for number, (letter, at) in enumerate((("a", old), ("b", new))):
            report = await ProgressReport.create(
                number=f"U-{number}",
                group=lent.group,
                loan_id=lent.loan.id,
                reporter_id=lent.leader.id,
                period=f"2019-0{number + 1}",
                caption="panen",
                submitted_at=at,
            )
            await ProgressPhoto.create(
                report=report, media=await a_photo(letter, at), position=1, added_at=at
            )
        for letter, at in (("c", old), ("d", new)):
            visit = await Visit.create(
                draft_id=ord(letter),
                group_id=lent.group.id,
                facilitator_id=lent.leader.id,
                visited_on=at.date(),
                seen="ramai",
                stage=Stage.GROWING,
                recommended=False,
                reason="",
                recorded_at=at,
            )
            await VisitPhoto.create(visit=visit, media=await a_photo(letter, at))
        forgotten = await forget(NOW)
    assert forgotten.counts["progress_photos"] == 2
    assert await letters() == {"b", "d"}
    assert [report.caption for report in await ProgressReport.all()] == ["panen", "panen"]
    assert await Visit.all().count() == 2


async def test_pages_of_applications_that_came_to_nothing_go_and_those_of_others_stay() -> None:
    async with transaction():
        programme = await a_programme()
        for letter, status in zip("abc", ("refused", "withdrawn", "funded"), strict=True):
            one = await an_application(programme)
            page = await a_photo(letter, NOW - timedelta(days=800))
            await ApplicationFile.create(application_id=one.id, media=page)
            await Application.filter(id=one.id).update(
                status=ApplicationStatus(status), applied_at=NOW - timedelta(days=800)
            )
        await forget(NOW)
    assert await letters() == {"c"}


async def test_what_was_sent_and_never_used_goes_and_what_somebody_still_needs_stays() -> None:
    """A talk that goes on, a question to the office, a proof of payment: all may name a picture."""
    async with transaction():
        address = await an_address(await a_person())
        photos = [await a_photo(letter, LONG_AGO) for letter in "abcdef"]
        fresh = await a_photo("0", NOW)
        talk = await Talk.create(key="p:1", updated_at_ms=epoch_ms(NOW))
        for state, photo in ((DraftState.OPEN, photos[1]), (DraftState.CANCELLED, photos[2])):
            await Draft.create(
                id=photo.id,
                talk=talk,
                form="repayment_report",
                content={"answers": {"slip": [photo.id]}},
                state=state,
                created_at_ms=0,
                updated_at_ms=epoch_ms(NOW),
            )
        request = await HelpRequest.create(
            address=address, state=HelpState.OPEN, asked_at=NOW, last_words="tolong"
        )
        await HelpMessage.create(
            request=request, side=HelpSide.PERSON, media=[photos[3].id], said_at=NOW
        )
        await MediaSighting.create(
            media=photos[4], channel="t", fingerprint="f", address_id=address.id, seen_at=NOW
        )
        sheet = await a_photo("9", LONG_AGO)
        await Sheet.create(media=sheet, name="mutasi.csv", rows=[["Budi"]], created_at=LONG_AGO)
        forgotten = await forget(NOW)
    assert await letters() == {"b", "d", "e", fresh.sha256[0]}
    assert forgotten.counts["sheets"] == 1
    assert {sha[0] for sha, _ in forgotten.files} == {"a", "c", "f", "9"}


async def test_answers_talks_and_receipts_go_and_numbers_stay() -> None:
    """What we said is forgotten like what was said to us; cards about money are no chat."""
    ms = epoch_ms(NOW - timedelta(days=181))
    async with transaction():
        address = await an_address(await a_person())
        for key, subject, state in (
            ("in:1", "", OutboxState.SENT),
            ("help:1:card", "help:1", OutboxState.SENT),
            ("report:1:card", "report:1", OutboxState.SENT),
            ("waits", "", OutboxState.HELD),
        ):
            await OutboxMessage.create(
                key=key,
                channel="telegram",
                chat="1",
                language="id",
                reply=[{"key": "menu.shown", "facts": {"name": "Sari"}}],
                subject=subject,
                state=state,
                not_before_ms=ms,
                created_at_ms=ms,
                receipt=["7"],
            )
        talk = await Talk.create(key="p:1", updated_at_ms=ms)
        for number, state in enumerate((DraftState.SUBMITTED, DraftState.ASIDE)):
            await Draft.create(
                id=number + 1,
                talk=talk,
                form="repayment_report",
                content={"answers": {"amount": 5}},
                state=state,
                created_at_ms=ms,
                updated_at_ms=ms,
            )
        await Delivery.create(channel="whatsapp", external_id="w", rank=3, told_at_ms=ms)
        request = await HelpRequest.create(
            address=address,
            state=HelpState.CLOSED,
            asked_at=NOW - timedelta(days=200),
            closed_at=NOW - timedelta(days=181),
            last_words="anak saya sakit",
            doing={"topic": "x"},
        )
        said = await HelpMessage.create(
            request=request, side=HelpSide.PERSON, words="anak saya sakit", media=[], said_at=NOW
        )
        counts = (await forget(NOW)).counts
        assert set((await forget(NOW)).counts.values()) == {0}
    assert (counts["messages_sent"], counts["drafts"], counts["receipts"]) == (2, 1, 1)
    emptied = {
        row.key for row in await OutboxMessage.filter(receipt__isnull=False) if not row.reply
    }
    assert emptied == {"in:1", "help:1:card"}
    assert [bool(draft.content) for draft in await Draft.all().order_by("id")] == [False, True]
    assert await Delivery.all().count() == 0
    await request.refresh_from_db()
    await said.refresh_from_db()
    assert (request.last_words, request.doing, said.words) == ("", None, "")


async def test_why_somebody_could_not_pay_is_forgotten_and_that_they_said_so_is_not() -> None:
    """A reason may tell of an illness; an open promise needs it, and the trail never had it."""
    async with transaction():
        lent = await a_loan()
        long_ago = NOW - timedelta(days=181)
        word = Word(
            lent.loan.id, lent.group.id, lent.leader.id, long_ago.date(), None, "anak sakit"
        )
        made = await promise(word, draft_id=1, at=long_ago)
        assert (await forget(NOW)).counts["reasons"] == 0
        await PaymentPromise.filter(id=made.id).update(state=PromiseState.BROKEN)
        assert (await forget(NOW)).counts["reasons"] == 1
    kept = await PaymentPromise.get(id=made.id)
    assert (kept.reason, kept.promised_on) == ("", long_ago.date())
    trail = await AuditEvent.get(deed="payment_promised")
    assert "anak sakit" not in str(trail.facts)


async def test_strangers_who_wrote_long_ago_are_nobody_again() -> None:
    long_ago, lately = NOW - timedelta(days=181), NOW - timedelta(days=10)
    async with transaction():
        gone, back = await an_address(), await an_address()
        ours = await Address.get(person_id=(await a_person()).id)
        for number, (address, at) in enumerate(
            ((gone, long_ago), (back, long_ago), (back, lately), (ours, long_ago))
        ):
            await InboxMessage.create(
                channel="telegram",
                external_id=f"{number}",
                address=address,
                chat=address.external_id,
                payload={"text": "halo"},
                event={"text": "halo"},
                state=InboxState.DONE,
                ready_at_ms=epoch_ms(at),
                received_at_ms=epoch_ms(at),
            )
        talk = await Talk.create(key=f"a:{gone.id}", updated_at_ms=0)
        await Draft.create(
            id=1,
            talk=talk,
            form="x",
            content={},
            state=DraftState.CANCELLED,
            created_at_ms=0,
            updated_at_ms=0,
        )
        await Address.all().update(created_at=long_ago)
        assert (await forget(NOW)).counts["strangers"] == 1
    assert {one.id for one in await Address.all()} == {back.id, ours.id}
    first = await InboxMessage.get(external_id="0")
    assert (first.chat, first.payload, await first.address) == ("", {}, None)


async def test_the_office_says_for_how_long() -> None:
    async with transaction():
        report = await a_report(await a_loan(), 500_000)
        await a_slip(report.id, "a")
        report.status, report.decided_at = ReportStatus.REJECTED, NOW - timedelta(days=40)
        await report.save(update_fields=["status", "decided_at"])
        assert (await forget(NOW)).files == ()
        assert len((await forget(NOW, Retention(rejected_proof_days=30))).files) == 1


async def test_books_proofs_and_the_trail_are_never_forgotten() -> None:
    """However late: ten years on, with the shortest periods, every figure is as it was."""
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000)
        await a_slip(report.id, "a")
        report.status, report.decided_at = ReportStatus.ACCEPTED, NOW
        await report.save(update_fields=["status", "decided_at"])
        await record_repayment(
            lent.loan.id,
            500_000,
            on=NOW.date(),
            at=NOW,
            reference="r",
            cause=f"report:{report.id}",
            maker_id=None,
        )
        before = await _books()
        late = NOW + timedelta(days=3650)
        await forget(
            late, Retention(rejected_proof_days=1, progress_photo_days=1, chat_text_days=1)
        )
    assert await _books() == before
    assert await letters() == {"a"}
    assert (await verify_chain(lent.loan.programme_id)).fault is None


async def _books() -> list[list[dict[str, object]]]:
    kept = (JournalEntry, Posting, Allocation, Instalment, Loan, RepaymentReport, ReportSlip)
    return [await table.all().order_by("id").values() for table in kept]


async def test_a_clock_that_leaps_makes_nobody_forget_in_its_first_night() -> None:
    office = Office(jobs=(FORGETTING,), moment=NOW)
    async with transaction():
        report = await a_report(await a_loan(), 500_000)
        await a_slip(report.id, "a")
        report.status, report.decided_at = ReportStatus.REJECTED, NOW
        await report.save(update_fields=["status", "decided_at"])
    await office.until(NOW)
    for days, kept in ((400, 1), (0, 1), (401, 0)):
        await office.until(NOW + timedelta(days=days))
        assert await KeptMedia.all().count() == kept


async def test_whatever_refers_to_pictures_or_addresses_is_known_to_the_forgetting() -> None:
    """A new table that does is to be thought of here, or its rows would stop the night's work."""
    media = KeptMedia._meta
    assert media.backward_fk_fields | media.backward_o2o_fields == {
        *(name.removesuffix("__isnull") for name in _NOTHING_SHOWS),
        "fundings_proved",  # proofs of payments are kept
        "evidence",  # goes with its picture
        "sightings",  # likewise
    }
    address = Address._meta
    assert address.backward_fk_fields | address.backward_o2o_fields == {
        *("inbox", "help_requests", "sightings")
    }

"""What is forgotten in time, and what never is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.database import transaction
from models.audit import AuditEvent
from models.calendar import epoch_ms
from models.inbox import InboxMessage, InboxState
from models.media import KeptMedia, MediaKind, MediaSighting
from models.repayment import ReportSlip, ReportStatus
from models.retention import forget, forgotten_between
from tests.builders import NOW, a_loan, a_report, an_address

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
        address = await an_address()
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

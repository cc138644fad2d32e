"""Everything that a person can send where something else was expected.

After each there is one kind answer, no line of trouble in the log, and nothing lost or doubled.
"""

from __future__ import annotations

import asyncio
import io
import logging
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import structlog
from PIL import Image

from models.contact import Person, Role, StaffRole
from models.draft import Draft, DraftState
from models.inbox import InboxMessage, InboxState
from models.ledger_tables import JournalEntry
from models.media import KeptMedia
from models.repayment import RepaymentReport, ReportSlip, ReportStatus
from tests.beliefs import believe
from tests.e2e.sample_house import a_house, last_seen, said_since
from tests.transcript import settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from bot.simulator.phone import ShownMessage, SimulatedPhone
    from tests.house import House

SORRY = "G-"
"""What only the apology for our own mistakes contains: the number of the message set aside."""

MEGABYTE = 1024 * 1024


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(database_url, tmp_path) as house:
        yield house


@pytest.fixture(autouse=True)
def nothing_goes_wrong(caplog: pytest.LogCaptureFixture) -> Any:
    """No exception and no error is logged, by us or by a library, while a test runs."""
    with structlog.testing.capture_logs() as lines:
        yield
    troubles = [
        line for line in lines if line["log_level"] in ("error", "critical") or "exc_info" in line
    ]
    assert troubles == []
    records = [r for when in ("setup", "call") for r in caplog.get_records(when)]
    assert [r.getMessage() for r in records if r.levelno >= logging.ERROR or r.exc_info] == []


# What people send ---------------------------------------------------------------------------------


def a_picture(kind: str = "JPEG", shade: int = 200) -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (320, 480), (shade, 255, 255)).save(body, kind)
    return body.getvalue()


def a_bomb() -> bytes:
    """A PNG of some kilobytes that would take 400 million pixels of memory."""
    side = 20_000

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


A_PROGRAM = b"MZ\x90\x00" + bytes(500)
A_SPREADSHEET = b"PK\x03\x04" + bytes(200)
A_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a person sends."""

    name: str
    do: Callable[[SimulatedPhone], Awaitable[Any]]


def a_document(name: str, body: bytes, mime: str) -> Callable[[SimulatedPhone], Awaitable[Any]]:
    return lambda phone: phone.send_document(body, name, mime)


USELESS = (
    Act("a sticker", lambda phone: phone.do("sticker")),
    Act("a voice note", lambda phone: phone.do("voice")),
    Act("a location", lambda phone: phone.do("location")),
    Act("somebody's number", lambda phone: phone.do("contact", of="budi")),
    Act("one's own number", lambda phone: phone.do("contact")),
    Act("4,096 letters", lambda phone: phone.say("selamat pagi pak " * 240 + "x" * 16)),
    Act("emoji", lambda phone: phone.say("🙏🏽👩‍🌾🫚")),
    Act("one dot", lambda phone: phone.say(".")),
    Act("odd signs", lambda phone: phone.say("\u202e\u0000<b>&amp;</b>{x} %s {{}} \ufffd")),
    Act("a program named as a slip", a_document("slip.jpg", A_PROGRAM, "image/jpeg")),
    Act("an empty file", a_document("kosong.jpg", b"", "image/jpeg")),
    Act("a picture that is cut off", a_document("putus.jpg", a_picture()[:300], "image/jpeg")),
    Act("a decompression bomb", a_document("besar.png", a_bomb(), "image/png")),
    Act("a file of 20 MB", a_document("video.bin", bytes(20 * MEGABYTE), "video/mp4")),
    Act("a file of 21 MB", a_document("film.mp4", bytes(21 * MEGABYTE), "video/mp4")),
    Act("a spreadsheet", a_document("buku.xlsx", A_SPREADSHEET, "application/x-excel")),
)  # fmt: skip

STAGES = {
    "nothing asked": (),
    "the amount": ("setor",),
    "the day": ("setor 500rb",),
    "the way": ("setor 500rb kemarin",),
    "the slip": ("setor 500rb kemarin", "transfer"),
    "the confirmation": ("setor 500rb kemarin", "tunai ke petugas", "nanti"),
}


@pytest.mark.parametrize("stage", STAGES, ids=list(STAGES))
async def test_whatever_is_sent_instead_gets_one_kind_answer_and_the_draft_stays(
    stage: str, house: House
) -> None:
    """And then the question that was asked can still be answered."""
    sari = house.simulator.phone("sari", "sari")
    for words in STAGES[stage]:
        await sari.say(words)
        await settled(house)
    before = await answers_given()
    heard: dict[str, str] = {}
    for act in USELESS:
        seen = await last_seen(sari)
        await act.do(sari)
        said = await said_since(house, sari, seen)
        heard[act.name] = " // ".join(m.text for m in said)
        assert len(said) == 1, f"{act.name}: {heard[act.name]!r}"
        assert said[0].text.strip()
        assert SORRY not in said[0].text, act.name
        assert "sudah masuk" not in said[0].text, f"{act.name}: nothing was kept"
        assert await answers_given() == before, f"{act.name} changed the draft: {heard[act.name]}"
        assert not await InboxMessage.exists(state=InboxState.SET_ASIDE), act.name
    print("\n".join(f"{stage} <- {name}: {words!r}" for name, words in heard.items()))  # noqa: T201
    assert not await RepaymentReport.exists(draft_id__gt=0)
    await believe("nothing was lost", house)


async def answers_given() -> list[dict[str, Any]]:
    """What the open draft holds."""
    return [
        draft.content["answers"]
        for draft in await Draft.filter(state=DraftState.OPEN).order_by("id")
        if draft.content["answers"]
    ]


# What is nearly right ----------------------------------------------------------------------------


async def until_slip(house: House) -> SimulatedPhone:
    """Sari's report but for its slip."""
    sari = house.simulator.phone("sari", "sari")
    for words in ("setor 500rb kemarin", "transfer"):
        await sari.say(words)
        await settled(house)
    return sari


async def confirm(house: House, sari: SimulatedPhone) -> RepaymentReport:
    """Tap on the confirmation and give the report that it made."""
    await sari.tap("Ya, kirim", wait_seconds=0)
    await settled(house)
    made = await RepaymentReport.filter(draft_id__gt=0)
    assert len(made) == 1
    return made[0]


async def slips_of(report: RepaymentReport) -> int:
    return int(await ReportSlip.filter(report_id=report.id).count())


async def test_an_album_of_slips_is_one_answer_with_all_pictures(house: House) -> None:
    sari = await until_slip(house)
    seen = await last_seen(sari)
    await sari.send_photo(a_picture(shade=10), a_picture(shade=90), a_picture(shade=170))
    said = await said_since(house, sari, seen)
    assert "Bukti: ada (3)" in said[-1].text
    assert len(said) == 1
    report = await confirm(house, sari)
    assert await slips_of(report) == 3
    staff = house.simulator.phone("staff", "rina")
    assert sum(len(m.photos) for m in await staff.messages() if m.sender == "bot") == 3


async def test_a_pdf_slip_is_kept_and_shown_to_staff(house: House) -> None:
    sari = await until_slip(house)
    seen = await last_seen(sari)
    await sari.send_document(A_PDF, "bukti transfer.pdf", "application/pdf")
    said = await said_since(house, sari, seen)
    assert "Sudah benar" in said[-1].text
    report = await confirm(house, sari)
    assert await slips_of(report) == 1
    shown = [m.facts["document"] for m in await house.simulator.phone("staff").messages()]
    assert [document["name"][-4:] for document in shown if document] == [".pdf"]


async def test_a_forwarded_slip_counts(house: House) -> None:
    budi = house.simulator.phone("budi", "budi")
    original = (await budi.send_photo(a_picture(shade=9)))[0]
    await settled(house)
    sari = await until_slip(house)
    seen = await last_seen(sari)
    await sari.do("forward", message_id=original.id, from_phone="budi")
    said = await said_since(house, sari, seen)
    assert "Bukti: ada" in said[-1].text
    assert await slips_of(await confirm(house, sari)) == 1
    assert await KeptMedia.all().count() == 1, "the same picture is kept once"


async def test_a_picture_sent_as_a_file_counts(house: House) -> None:
    sari = await until_slip(house)
    await sari.send_document(a_picture("PNG"), "slip.png", "image/png")
    await settled(house)
    assert await slips_of(await confirm(house, sari)) == 1


async def test_an_edited_message_corrects_the_report_before_it_is_sent(house: House) -> None:
    """What was written wrong and edited is read anew, or answered kindly; never sent twice."""
    sari = house.simulator.phone("sari", "sari")
    written = await sari.say("setor 500rb kemarin")
    await settled(house)
    seen = await last_seen(sari)
    await sari.do("edit", message_id=written.id, text="setor 550rb kemarin")
    said = await said_since(house, sari, seen)
    assert len(said) == 1
    assert said[0].text.strip()
    assert SORRY not in said[0].text
    assert not await RepaymentReport.exists(draft_id__gt=0)


async def test_an_edit_after_the_report_was_sent_changes_it_once_confirmed(
    house: House,
) -> None:
    sari = await until_slip(house)
    written = next(m for m in await sari.messages() if m.text == "setor 500rb kemarin")
    await sari.send_photo(a_picture())
    await settled(house)
    report = await confirm(house, sari)
    seen = await last_seen(sari)
    await sari.do("edit", message_id=written.id, text="setor 900rb kemarin")
    said = await said_since(house, sari, seen)
    assert len(said) == 1
    assert "Rp500.000 → Rp900.000" in said[0].text
    assert (await RepaymentReport.get(id=report.id)).amount == 500_000
    await sari.tap("Ya, kirim")
    await settled(house)
    assert (await RepaymentReport.get(id=report.id)).amount == 900_000
    assert await RepaymentReport.filter(draft_id__gt=0).count() == 1


async def test_a_deleted_message_takes_nothing_back(house: House) -> None:
    """Telegram does not even tell us; the talk goes on where it was."""
    sari = await until_slip(house)
    for message in await sari.messages():
        if message.sender == "sari":
            await sari.do("delete", message_id=message.id)
    await settled(house)
    await sari.send_photo(a_picture())
    await settled(house)
    assert (await confirm(house, sari)).amount == 500_000


# Buttons ------------------------------------------------------------------------------------------


async def test_the_confirmation_tapped_twice_makes_one_report(house: House) -> None:
    sari = await until_slip(house)
    await sari.send_photo(a_picture())
    await settled(house)
    asked = await with_button(sari, "Ya, kirim")
    await asyncio.gather(
        *(sari.tap("Ya, kirim", asked, wait_seconds=0, stale=True) for _ in range(3))
    )
    await settled(house)
    assert await RepaymentReport.filter(draft_id__gt=0).count() == 1
    numbers = [m.text for m in await sari.messages() if "sudah kami terima" in m.text]
    assert len(numbers) == 1
    cards = [m for m in await house.simulator.phone("staff").messages() if "📥 Laporan" in m.text]
    assert len(cards) == 1


async def test_a_button_of_an_old_report_does_not_send_todays_draft(house: House) -> None:
    sari = await until_slip(house)
    await sari.send_photo(a_picture())
    await settled(house)
    old = await with_button(sari, "Ya, kirim")
    await sari.say("batal")
    await settled(house)
    for words in ("setor 700rb kemarin", "tunai ke petugas", "nanti"):
        await sari.say(words)
        await settled(house)
    seen = await last_seen(sari)
    await sari.tap("Ya, kirim", old, wait_seconds=0, stale=True)
    said = await said_since(house, sari, seen)
    assert not await RepaymentReport.exists(draft_id__gt=0)
    assert len(said) == 1
    assert SORRY not in said[0].text


async def test_a_button_that_nobody_offered_is_answered_kindly(house: House) -> None:
    sari = await until_slip(house)
    asked = (await sari.messages())[-1]
    for data in (
        "d999999:send",
        "card:report:1:accept",
        "card:report:99999999999999999999:accept",
        "go:",
        ":",
        "🫚",
        "x" * 60,
    ):
        seen = await last_seen(sari)
        await sari.tap(data, asked, wait_seconds=0, stale=True)
        said = await said_since(house, sari, seen)
        assert len(said) == 1, data
        assert SORRY not in said[0].text, data
    assert not await InboxMessage.exists(state=InboxState.SET_ASIDE)
    assert not await RepaymentReport.exists(draft_id__gt=0)


async def with_button(phone: SimulatedPhone, label: str) -> ShownMessage:
    """The newest message that shows this button, as it stands now."""
    return next(m for m in reversed(await phone.messages()) if m.button_data(label) is not None)


async def test_two_staff_on_one_card_at_the_same_instant_decide_once(house: House) -> None:
    """One accepts and one accepts too: one entry, and the other hears who was first."""
    sari = await until_slip(house)
    await sari.send_photo(a_picture())
    await settled(house)
    report = await confirm(house, sari)
    rina, joko = (house.simulator.phone("staff", name) for name in ("rina", "joko"))
    card = await with_button(rina, "✅ Terima")
    seen = await last_seen(rina)
    await asyncio.gather(
        rina.tap("✅ Terima", card, wait_seconds=0, stale=True),
        joko.tap("✅ Terima", card, wait_seconds=0, stale=True),
    )
    said = await said_since(house, rina, seen)
    assert len(said) == 1
    assert "sudah diterima oleh" in said[0].text
    await house.a_minute_passes()
    await settled(house)
    assert await JournalEntry.filter(cause=f"repayment_report:{report.id}").count() == 1
    results = [m for m in await sari.messages() if "sudah dicek dan dicatat" in m.text]
    assert len(results) == 1
    await believe("the books balance", house)


async def test_somebody_without_the_role_cannot_press_a_card(house: House) -> None:
    """Joko keeps the money and may not verify: he is told so, and the card stays as it is."""
    joko_id = (await Person.get(name__startswith="Joko")).id
    await StaffRole.filter(person_id=joko_id, role=Role.VERIFIER).update(
        revoked_at=house.clock.now()
    )
    sari = await until_slip(house)
    await sari.send_photo(a_picture())
    await settled(house)
    report = await confirm(house, sari)
    joko = house.simulator.phone("staff", "joko")
    for button in ("✅ Terima", "Jumlah lain", "Tolak"):
        card = await with_button(joko, button)
        seen = await last_seen(joko)
        await joko.tap(button, card, wait_seconds=0)
        said = await said_since(house, joko, seen)
        assert len(said) == 1
        assert said[0].text.strip()
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.SUBMITTED
    assert not await JournalEntry.exists(cause=f"repayment_report:{report.id}")


async def test_a_leader_who_guesses_a_cards_button_verifies_nothing(house: House) -> None:
    sari = await until_slip(house)
    await sari.send_photo(a_picture())
    await settled(house)
    report = await confirm(house, sari)
    last = (await sari.messages())[-1]
    seen = await last_seen(sari)
    await sari.tap(f"card:report:{report.id}:accept", last, wait_seconds=0, stale=True)
    said = await said_since(house, sari, seen)
    assert len(said) == 1
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.SUBMITTED


@pytest.mark.parametrize("question", ["Tolak", "Jumlah lain"])
async def test_staff_may_answer_a_question_with_anything_too(question: str, house: House) -> None:
    """A sticker for a reason, a photo for an amount: asked again, and nothing is decided."""
    sari = await until_slip(house)
    await sari.send_photo(a_picture())
    await settled(house)
    report = await confirm(house, sari)
    rina = house.simulator.phone("staff", "rina")
    await rina.tap(question, wait_seconds=0)
    await settled(house)
    for act in USELESS:
        await act.do(rina)
        await settled(house)
        assert SORRY not in (await rina.last()).text, act.name
        assert not await InboxMessage.exists(state=InboxState.SET_ASIDE), act.name
    assert not await JournalEntry.exists(cause=f"repayment_report:{report.id}")
    await believe("the books balance", house)


async def test_a_stranger_may_send_anything_and_learns_nothing(house: House) -> None:
    guest = house.simulator.phone("tamu", "tamu")
    for act in USELESS:
        seen = await last_seen(guest)
        await act.do(guest)
        said = await said_since(house, guest, seen)
        assert len(said) == 1, act.name
        assert "Rp" not in said[0].text
        assert "Jahe" not in said[0].text
    assert not await InboxMessage.exists(state=InboxState.SET_ASIDE)

"""Our channel against the simulator, made with another library: both read the protocol alike.

Limits are the simulator's usual ones; it refuses what Telegram refuses.
"""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.channels.base import (
    Button,
    ChannelUnavailable,
    ChatMoved,
    InboundEvent,
    MessageGone,
    OutboundMessage,
    OutcomeUnknown,
    RateLimited,
    Reach,
    Receipt,
    RecipientUnreachable,
)
from bot.channels.telegram import Telegram
from bot.channels.telegram_session import Patience
from bot.pacing import Pacer
from bot.simulator.phone import SimulatedPhone, Simulator, running_simulator
from bot.simulator.serve import running
from handlers.messages import Kind
from tests.networks import ON_TELEGRAM

TOKEN = "7000000001:simulated"
SARI, STAFF = "5001", "-1001000000001"
CARD = OutboundMessage(
    "Setoran *Rp500.000*?", (Button("d1:ya", "Ya, kirim"), Button("d1:ubah", "Ubah jumlah"))
)


@pytest.fixture
async def sim(tmp_path: Path) -> AsyncIterator[Simulator]:
    async with running_simulator(token=TOKEN, data_dir=tmp_path, cast=ON_TELEGRAM) as simulator:
        yield simulator


@pytest.fixture
async def telegram(sim: Simulator) -> AsyncIterator[Telegram]:
    patience = Patience(answer_seconds=3, poll_seconds=1, pause_first_seconds=0.001)
    channel = Telegram(token=TOKEN, api_base=sim.base_url, staff_chat=STAFF, patience=patience)
    yield channel
    await channel.close()


@pytest.fixture
async def sari(sim: Simulator) -> SimulatedPhone:
    """Sari, who has started a chat with the bot; else it may not write to her."""
    phone = sim.phone("sari")
    await phone.say("/start")
    return phone


async def show(telegram: Telegram, message: OutboundMessage, chat: str = SARI) -> list[Receipt]:
    return [await telegram.send(chat, request) for request in telegram.render(message)]


@asynccontextmanager
async def events(telegram: Telegram) -> AsyncIterator["asyncio.Queue[InboundEvent]"]:
    """What our channel understands of what happens, as it happens."""
    understood: asyncio.Queue[InboundEvent] = asyncio.Queue()

    async def store(batch: list[Any]) -> None:
        for payload in batch:
            for event in telegram.read(payload):
                understood.put_nowait(event)

    task = asyncio.create_task(telegram.receive(store))
    try:
        yield understood
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def next_of(queue: "asyncio.Queue[InboundEvent]", kind: Kind) -> InboundEvent:
    async with asyncio.timeout(5):
        while True:
            event = await queue.get()
            if event.message and event.message.kind is kind:
                return event


def picture(shade: int = 90) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (320, 240), (shade, 120, 60)).save(file, "JPEG")
    return file.getvalue()


async def test_a_text_with_buttons_is_shown_as_written(
    telegram: Telegram, sari: SimulatedPhone
) -> None:
    """Nothing is taken for markup."""
    [receipt] = await show(telegram, CARD)
    shown = await sari.last()
    assert receipt == Receipt((str(shown.id),))
    assert shown.text == "Setoran *Rp500.000*?"
    assert shown.buttons == [["Ya, kirim", "Ubah jumlah"]]


async def test_a_tap_comes_back_and_is_acknowledged(
    telegram: Telegram, sari: SimulatedPhone
) -> None:
    """With its card's id, and the phone's waiting mark ends."""
    [receipt] = await show(telegram, CARD)
    async with events(telegram) as happened:
        tap = asyncio.create_task(sari.tap("Ya, kirim"))
        event = await next_of(happened, Kind.BUTTON)
        await telegram.acknowledge(event, typing=True)
        assert (await tap)["answered"] is True
    assert event.message is not None
    assert (event.sender.external_id, event.private) == (SARI, True)
    assert event.message.button == "d1:ya"
    assert event.message.reply_to == receipt.external_ids[0]


async def test_a_card_is_edited_and_editing_it_again_changes_nothing(
    telegram: Telegram, sari: SimulatedPhone
) -> None:
    """The buttons go, the card stays; "not modified" is a success."""
    [card] = await show(telegram, CARD)
    decided = OutboundMessage("Diterima oleh Rina", edits=card.external_ids[0])
    assert await show(telegram, decided) == await show(telegram, decided) == [card]
    shown = await sari.last()
    assert (shown.text, shown.buttons) == ("Diterima oleh Rina", [])


async def test_the_caption_of_a_picture_card_is_edited_whatever_we_thought_it_was(
    telegram: Telegram, sari: SimulatedPhone, tmp_path: Path
) -> None:
    """First as a picture, then without naming the picture."""
    slip = tmp_path / "slip.jpg"
    slip.write_bytes(picture())
    [card] = await show(telegram, OutboundMessage("Slip", CARD.buttons, (slip,)))
    number = card.external_ids[0]
    await show(telegram, OutboundMessage("Diperiksa", CARD.buttons, (slip,), edits=number))
    assert (await sari.last()).text == "Diperiksa"
    await show(telegram, OutboundMessage("Diterima", edits=number))
    shown = await sari.last()
    assert (shown.text, shown.buttons, len(shown.photos)) == ("Diterima", [], 1)


async def test_an_album_and_a_document_arrive(
    telegram: Telegram, sari: SimulatedPhone, tmp_path: Path
) -> None:
    """Each picture of an album is a message, and stands in the receipt."""
    album = tuple(tmp_path / f"{number}.jpg" for number in range(3))
    for number, path in enumerate(album):
        path.write_bytes(picture(number * 40))
    paper = tmp_path / "kuitansi.pdf"
    paper.write_bytes(b"%PDF-1.4 %%EOF")
    [receipt] = await show(telegram, OutboundMessage("Kebun", pictures=album))
    assert len(receipt.external_ids) == 3
    await show(telegram, OutboundMessage("Kuitansi", documents=(paper,)))
    shown = (await sari.messages())[-4:]
    assert [len(message.photos) for message in shown] == [1, 1, 1, 0]
    assert [message.text for message in shown] == ["Kebun", "", "", "Kuitansi"]
    assert shown[3].facts["document"]["name"] == "kuitansi.pdf"


async def test_a_very_long_text_arrives_whole(telegram: Telegram, sari: SimulatedPhone) -> None:
    """In pieces that Telegram accepts, the buttons under the last."""
    words = "Kelompok 😀 sudah menyetor. " * 400
    await show(telegram, OutboundMessage(words, CARD.buttons))
    pieces = [message for message in await sari.messages() if message.sender == "bot"]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(words.split())
    assert [bool(piece.buttons) for piece in pieces] == [False] * (len(pieces) - 1) + [True]


async def test_the_phone_number_is_asked_for_and_shared(
    telegram: Telegram, sari: SimulatedPhone
) -> None:
    """Own is own, and somebody else's is not."""
    await show(telegram, OutboundMessage("Nomor Anda?", contact_button="Bagikan nomor"))
    assert (await sari.last()).facts["keyboard"]["rows"] == [
        [{"text": "Bagikan nomor", "request_contact": True}]
    ]
    async with events(telegram) as happened:
        await sari.do("contact")
        own = await next_of(happened, Kind.CONTACT)
        await sari.do("contact", of="budi")
        other = await next_of(happened, Kind.CONTACT)
    assert own.message is not None
    assert own.message.contact is not None
    assert own.message.contact.phone.endswith("81250010001")
    assert own.message.contact.own
    assert other.message is not None
    assert other.message.contact is not None
    assert not other.message.contact.own


async def test_a_photo_that_somebody_sends_is_fetched(
    telegram: Telegram, sari: SimulatedPhone
) -> None:
    """The bytes are a picture, and their size is as announced."""
    async with events(telegram) as happened:
        await sari.send_photo(picture(), caption="setor 500rb kemarin")
        event = await next_of(happened, Kind.PHOTO)
    assert event.message is not None
    assert event.message.text == "setor 500rb kemarin"
    [slip] = event.message.media
    data = await telegram.fetch(slip)
    assert len(data) == slip.size_bytes
    with Image.open(io.BytesIO(data)) as opened:
        assert opened.format == "JPEG"


async def test_what_people_do_is_understood(telegram: Telegram, sari: SimulatedPhone) -> None:
    """Albums, documents, voices, stickers, places, edits, replies and forwards."""
    async with events(telegram) as happened:
        await sari.send_photo(picture(1), picture(2))
        first, second = [await next_of(happened, Kind.PHOTO) for _ in range(2)]
        await sari.send_document(b"%PDF-1.4 %%EOF", "bukti.pdf", "application/pdf")
        paper = await next_of(happened, Kind.DOCUMENT)
        for act, kind in (
            ("voice", Kind.VOICE),
            ("sticker", Kind.STICKER),
            ("location", Kind.LOCATION),
        ):
            await sari.do(act)
            await next_of(happened, kind)
        said = await sari.say("setor 500rb")
        await next_of(happened, Kind.TEXT)
        await sari.do("edit", message_id=said.id, text="setor 550rb")
        edited = await next_of(happened, Kind.EDITED)
        await sari.do("forward", message_id=said.id)
        forwarded = await next_of(happened, Kind.TEXT)
    assert first.message is not None
    assert second.message is not None
    assert first.message.album is not None
    assert first.message.album == second.message.album
    assert paper.message is not None
    assert (paper.message.media[0].name, paper.message.media[0].mime) == (
        "bukti.pdf",
        "application/pdf",
    )
    assert edited.message is not None
    assert (edited.message.edits, edited.message.text) == (str(said.id), "setor 550rb")
    assert forwarded.message is not None
    assert forwarded.message.forwarded


async def test_a_person_who_blocks_us_is_known_and_unreachable(
    telegram: Telegram, sari: SimulatedPhone
) -> None:
    """The network tells at once; sending says the same."""
    async with events(telegram) as happened:
        await next_of(happened, Kind.TEXT)
        await sari.do("block", blocked=True)
        event = await asyncio.wait_for(happened.get(), 5)
    assert (event.sender.external_id, event.reach) == (SARI, Reach.BLOCKED)
    with pytest.raises(RecipientUnreachable):
        await show(telegram, CARD)


async def test_a_stranger_to_whom_we_never_spoke_is_unreachable(telegram: Telegram) -> None:
    """A bot cannot begin a chat; and nobody has this number."""
    for chat in ("5999", "424242"):
        with pytest.raises(RecipientUnreachable):
            await show(telegram, CARD, chat)


async def test_the_staff_chat_moves_and_both_ways_of_telling_agree(
    telegram: Telegram, sim: Simulator
) -> None:
    """Sending to the old id names the new one, as the service messages do."""
    async with events(telegram) as happened:
        await sim.phone("staff").do("migrate")
        event = await asyncio.wait_for(happened.get(), 5)
    with pytest.raises(ChatMoved) as moved:
        await show(telegram, CARD, STAFF)
    assert (event.chat, event.moved_to) == (STAFF, moved.value.new_chat)


async def test_editing_what_is_gone_says_so(telegram: Telegram, sari: SimulatedPhone) -> None:
    """Then the caller says it anew."""
    with pytest.raises(MessageGone):
        await show(telegram, OutboundMessage("Diterima", edits="4711"))


@pytest.mark.parametrize(
    ("rule", "expect"),
    [
        ({"retry_after": 3}, RateLimited),
        ({"status": 500}, ChannelUnavailable),
        ({"kind": "html_error"}, ChannelUnavailable),
        ({"kind": "drop_response"}, OutcomeUnknown),
    ],
)
async def test_misbehaviour_is_classified(
    telegram: Telegram,
    sim: Simulator,
    sari: SimulatedPhone,
    rule: dict[str, Any],
    expect: type[Exception],
) -> None:
    """What was not sent is not on the phone; only the unknown may be."""
    await sim.misbehave({"method": "sendMessage", "times": 1, **rule})
    with pytest.raises(expect):
        await show(telegram, CARD)
    arrived = [message for message in await sari.messages() if message.sender == "bot"]
    assert bool(arrived) is (expect is OutcomeUnknown)


async def test_commands_and_name(telegram: Telegram, sim: Simulator) -> None:
    """Announced where each belongs."""
    await telegram.announce_commands([("menu", "Pilihan")], [("saldo", "Saldo dana")])
    assert await telegram.username() == "gulir_sim_bot"


async def test_sending_at_our_pace_is_never_refused(tmp_path: Path) -> None:
    """To a person and to the staff chat at once; both sides' clock moves instead of us waiting."""
    now = 0.0
    pacer = Pacer()
    async with running(token=TOKEN, data_dir=tmp_path, cast=ON_TELEGRAM) as (world, port):
        world.rates.monotonic = lambda: now
        base = f"http://127.0.0.1:{port}"
        telegram = Telegram(token=TOKEN, api_base=base, staff_chat=STAFF)
        sari = SimulatedPhone(base, "sari")
        await sari.say("/start")
        for number in range(40):
            for chat in (SARI, STAFF):
                while wait := pacer.reserve(chat, group=chat == STAFF, now=now):
                    now += wait
                await show(telegram, OutboundMessage(f"Pesan {number}"), chat)
        assert len([one for one in await sari.messages() if one.sender == "bot"]) == 40
        await sari.close()
        await telegram.close()

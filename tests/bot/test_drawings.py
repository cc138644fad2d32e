"""Pictures that Gulir draws: their looks, where they go, and what happens when one fails."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import orjson
import pytest
from PIL import Image

from bot.drawings import Drawer, UnknownDrawing
from bot.drawings.sheet import AMBER, FRESH, fitted, wrapped
from bot.drawings.side_by_side import Side, side_by_side
from bot.drawings.timeline import Photo, Repayment, Timeline, timeline
from bot.media import MediaStore
from bot.outbound import Outbound
from bot.pictures import SHOWN_BYTES_MAX
from handlers.messages import Drawing, Reply, say, words
from models.media import KeptMedia
from models.money import Rupiah
from tests.bot.evidence_set import encoded, standard_photo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.hot_path import Row

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MediaStore]:
    kept = MediaStore(tmp_path / "media")
    yield kept
    kept.close()


@pytest.fixture
def busy_photo(tmp_path: Path) -> Path:
    """The worst that a compressor can meet."""
    path = tmp_path / "noise.jpg"
    Image.effect_noise((1280, 960), 90).convert("RGB").save(path, quality=90)
    return path


async def keep(store: MediaStore, number: int) -> int:
    kept = await store.keep(encoded(standard_photo("field", number)))
    media = await KeptMedia.create(
        sha256=kept.sha256, kind=kept.kind, mime=kept.mime, size_bytes=9, created_at=NOON
    )
    return int(media.id)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def pixels_like(picture: Image.Image, colour: tuple[int, int, int]) -> int:
    """How many pixels are of a colour, as nearly as a JPEG keeps it."""
    data = picture.tobytes()
    triples = zip(data[0::3], data[1::3], data[2::3], strict=True)
    return sum(all(abs(a - b) < 16 for a, b in zip(one, colour, strict=True)) for one in triples)


def a_timeline(photo: Path, *, count: int = 6, percent: int | None = 50) -> Timeline:
    return Timeline(
        name="Kelompok Tani Harapan",
        about="Kaliorang",
        percent=percent,
        progress="separuh",
        photos_title="Foto",
        photos=[Photo(photo, "12 September 2019", "panen")] * count,
        repayments_title="Angsuran",
        repayments=[Repayment("9 Juli 2019", "Rp500.000", 500_000)] * count,
    )


def both(*names: str, pictures: tuple[int, ...] = ()) -> Drawing:
    facts = {"names": names, "days": (date(2019, 7, 16),) * len(names)}
    return Drawing("side_by_side", {**facts, "title": words("form.today")}, pictures)


def row(reply: Reply, *, edits: Reply | None = None) -> Row:
    """A row of the outbox, as the deliverer claims it."""
    return {
        "id": 1,
        "reply": orjson.dumps([reply.to_json()]).decode(),
        "language": "id",
        "repeated": False,
        "edits_id": 5 if edits else None,
        "edited_receipt": '["77"]' if edits else None,
        "edited_reply": orjson.dumps([edits.to_json()]).decode() if edits else None,
    }


# --- the contract -----------------------------------------------------------------------------


def test_a_reply_with_drawings_is_stored_without_loss() -> None:
    reply = say("form.today", drawings=(both("A", "B", pictures=(1, 2)),), amount=Rupiah(5))
    assert Reply.from_json(orjson.loads(orjson.dumps(reply.to_json()))) == reply


def test_a_reply_that_was_stored_before_there_were_drawings_is_read() -> None:
    stored = say("form.today").to_json()
    assert "drawings" not in stored
    assert Reply.from_json(stored).drawings == ()


# --- what they look like ----------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 1, 2, 6, 40])
def test_a_timeline_fits_a_phone_however_much_there_is(busy_photo: Path, count: int) -> None:
    data = timeline(a_timeline(busy_photo, count=count))
    assert len(data) <= SHOWN_BYTES_MAX
    width, height = opened(data).size
    assert width == 720
    assert 200 <= height <= 1600


def test_the_bar_of_the_loan_grows_with_what_is_repaid(busy_photo: Path) -> None:
    bars = [
        pixels_like(opened(timeline(a_timeline(busy_photo, count=0, percent=percent))), AMBER)
        for percent in (0, 25, 50, 100, 250)
    ]
    assert bars[0] < bars[1] < bars[2] < bars[3]
    assert bars[3] == bars[4], "more than everything is everything"
    assert bars[2] == pytest.approx(bars[3] / 2, rel=0.1)


def test_a_group_without_a_loan_has_no_bar(busy_photo: Path) -> None:
    picture = opened(timeline(a_timeline(busy_photo, count=0, percent=None)))
    assert pixels_like(picture, AMBER) == 0


def test_the_bars_of_repayments_are_as_long_as_their_amounts() -> None:
    def drawn(*amounts: int) -> int:
        repayments = [Repayment("16 Juli 2019", "Rp1", amount) for amount in amounts]
        return pixels_like(opened(timeline(Timeline("A", repayments=repayments))), FRESH)

    assert drawn(1000, 500) == pytest.approx(drawn(1000) * 1.5, rel=0.05)
    assert drawn(1000, 0) == pytest.approx(drawn(1000), rel=0.02)
    assert drawn(0) == 0


def test_two_pictures_stand_next_to_each_other_whole(tmp_path: Path) -> None:
    red, blue = tmp_path / "red.jpg", tmp_path / "blue.jpg"
    Image.new("RGB", (1200, 900), (200, 0, 0)).save(red)
    Image.new("RGB", (900, 1200), (0, 0, 200)).save(blue)
    picture = opened(side_by_side(Side(red, "A", ("1 Mei",)), Side(blue, "B"), title="Mirip"))
    assert picture.width == 1080
    left, right = picture.crop((0, 0, 540, 900)), picture.crop((540, 0, 1080, 900))
    assert pixels_like(left, (200, 0, 0)) == pytest.approx(506 * 506 * 3 / 4, rel=0.03)
    assert pixels_like(right, (0, 0, 200)) == pytest.approx(506 * 506 * 4 / 3, rel=0.03)
    assert pixels_like(left, (0, 0, 200)) == pixels_like(right, (200, 0, 0)) == 0


def test_two_busy_pictures_stay_small(busy_photo: Path) -> None:
    data = side_by_side(Side(busy_photo, "A " * 90, ("x" * 300,)), Side(busy_photo, "B"))
    assert len(data) <= SHOWN_BYTES_MAX


def test_words_that_do_not_fit_end_in_dots() -> None:
    assert fitted("Harapan", 30, 500) == "Harapan"
    assert fitted("Harapan Bersama Maju Terus", 30, 200).endswith("…")
    assert fitted("Harapan", 30, 1) == "…"
    first, second = wrapped("Harapan Bersama Maju Terus Selamanya", 30, 260, lines_max=2)
    assert first == "Harapan Bersama"
    assert second.startswith("Maju Terus Sel")
    assert second.endswith("…")
    assert wrapped("", 30, 260, lines_max=2) == []


# --- where they go ----------------------------------------------------------------------------


@pytest.mark.only("sqlite")
async def test_a_drawing_is_sent_after_the_pictures(database: str, store: MediaStore) -> None:
    first, second = await keep(store, 0), await keep(store, 1)
    reply = say(
        "form.today", pictures=(first,), drawings=(both("A", "B", pictures=(first, second)),)
    )
    message = await Outbound(store, Drawer(store, strict=True), strict=True).message(row(reply))
    kept, drawn = message.pictures
    assert kept.name.endswith(".show.jpg")
    with Image.open(drawn) as picture:
        assert picture.width == 1080


@pytest.mark.only("sqlite")
async def test_a_card_that_changes_keeps_its_drawing(database: str, store: MediaStore) -> None:
    """Its words are edited as the caption of a picture, not as a text."""
    drawing = both("A", "B", pictures=(await keep(store, 0), await keep(store, 1)))
    outbound = Outbound(store, Drawer(store, strict=True), strict=True)
    sent = await outbound.message(row(say("form.today", drawings=(drawing,))))
    changed = row(say("form.yesterday"), edits=say("form.today", drawings=(drawing,)))
    assert (await outbound.message(changed)).pictures == sent.pictures


@pytest.mark.only("sqlite")
async def test_a_timeline_is_drawn_from_typed_facts(database: str, store: MediaStore) -> None:
    facts = {
        "name": "KT Harapan",
        "percent": 40,
        "progress": words("form.today"),
        "photos_title": words("form.today"),
        "days": (date(2019, 7, 16),),
        "captions": ("panen { $x } <b>",),
        "repayments_title": words("form.today"),
        "paid_on": (date(2019, 7, 16), date(2019, 6, 16)),
        "paid": (Rupiah(500_000), Rupiah(1)),
    }
    drawing = Drawing("timeline", facts, (await keep(store, 0),))
    stored = Drawing.from_json(orjson.loads(orjson.dumps(drawing.to_json())))
    drawer = Drawer(store, strict=True)
    (indonesian,) = await drawer.draw([stored], "id")
    (english,) = await drawer.draw([stored], "en")
    with Image.open(indonesian) as first, Image.open(english) as second:
        assert first.size == second.size == (720, 214 + 58 + 310 + 58 + 92 + 28)
        assert first.tobytes() != second.tobytes(), "the words are those of the reader"


async def test_the_same_drawing_is_drawn_once(tmp_path: Path, store: MediaStore) -> None:
    drawer = Drawer(store, strict=True)
    (first,) = await drawer.draw([Drawing("timeline", {"name": "A"})], "id")
    before = first.stat().st_mtime_ns
    again = await drawer.draw([Drawing("timeline", {"name": "A"})], "id")
    assert again == (first,)
    assert first.stat().st_mtime_ns == before
    assert await drawer.draw([Drawing("timeline", {"name": "B"})], "id") != (first,)


def test_old_drawings_make_room_for_new_ones(store: MediaStore) -> None:
    for number in range(7):
        store.write_drawn(store.drawn(f"{number}"), b"x", kept_most=3)
    assert len(list(store.drawn("0").parent.iterdir())) == 3
    assert store.drawn("6").exists()


@pytest.mark.only("sqlite")
async def test_a_drawing_that_fails_leaves_the_words_and_the_others(
    database: str, store: MediaStore, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unknown, with a picture that is not kept, and with facts that are wrong."""
    bad = (Drawing("portrait"), both("A", "B", pictures=(98, 99)), Drawing("timeline", {"days": 3}))
    good = Drawing("timeline", {"name": "KT"})
    reply = say("form.today", drawings=(*bad, good))
    message = await Outbound(store, Drawer(store), strict=True).message(row(reply))
    assert message.text == "Hari ini"
    assert len(message.pictures) == 1
    assert capsys.readouterr().out.count("drawing_failed") == 3


async def test_an_unknown_drawing_is_an_error_in_tests(store: MediaStore) -> None:
    with pytest.raises(UnknownDrawing, match="portrait"):
        await Drawer(store, strict=True).draw([Drawing("portrait")], "id")

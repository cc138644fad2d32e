"""Files from strangers: what is kept, how, and what is refused."""

import asyncio
import hashlib
import io
import os
import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from PIL.ExifTags import GPS, IFD, Base

from bot.media import SIZE_BYTES_MAX, KeptFile, MediaRefused, MediaStore
from bot.pictures import SHOWN_BYTES_MAX, BrokenPicture, TooManyPixels, clean_picture
from models.media import MediaKind

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MediaStore]:
    kept = MediaStore(tmp_path / "media")
    yield kept
    kept.close()


def encoded(picture: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def noise(width: int, height: int) -> Image.Image:
    grain = random.Random(7).randbytes(width * height * 3)  # noqa: S311 -- the same every time
    return Image.frombytes("RGB", (width, height), grain)


def files_below(folder: Path) -> list[Path]:
    return list(folder.rglob("*.*"))


def slip() -> Image.Image:
    """A photographed slip: small dark figures on paper with some grain."""
    picture = Image.effect_noise((2000, 2600), 24).convert("RGB")
    picture = Image.blend(picture, Image.new("RGB", picture.size, "white"), 0.8)
    figures = ImageDraw.Draw(picture)
    figures.text((200, 1200), "Rp 1.583.000", "black", ImageFont.load_default(40))
    return picture


def photo_with_owner_and_place() -> bytes:
    exif = Image.Exif()
    exif[Base.Make] = "Telepon Rahasia"
    exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (0.0, 30.0, 12.5)
    picture = Image.new("RGB", (60, 40), "green")
    return encoded(picture, exif=exif, comment=b"milik Sari", xmp=b"<x>jejak</x>")


async def refusal(store: MediaStore, data: bytes, mime: str | None = None) -> str:
    with pytest.raises(MediaRefused) as raised:
        await store.keep(data, announced_mime=mime)
    return raised.value.code


async def test_a_picture_is_kept_under_the_hash_of_what_arrived(store: MediaStore) -> None:
    """The hash is the evidence; size and type are those of the received bytes."""
    data = encoded(Image.new("RGB", (120, 80), "red"), "PNG")
    sha256 = hashlib.sha256(data).hexdigest()
    kept = await store.keep(data)
    assert kept == KeptFile(sha256, MediaKind.PICTURE, "image/png", len(data), 120, 80)
    assert store.path(sha256, kept.kind).parent.name == sha256[:2]
    with Image.open(store.path(sha256, "picture")) as full:
        assert (full.format, full.size) == ("JPEG", (120, 80))


async def test_place_owner_and_comments_are_gone(store: MediaStore) -> None:
    """Nobody who sends a photo tells us where they live."""
    data = photo_with_owner_and_place()
    assert b"Telepon Rahasia" in data
    with Image.open(io.BytesIO(data)) as sent:
        assert sent.getexif().get_ifd(IFD.GPSInfo)
    kept = await store.keep(data)
    for shown in (False, True):
        path = store.path(kept.sha256, kept.kind, shown=shown)
        for secret in (b"Telepon", b"Exif", b"milik", b"jejak", b"GPS"):
            assert secret not in path.read_bytes()
        with Image.open(path) as picture:
            assert not picture.getexif()
            assert "comment" not in picture.info


async def test_a_picture_taken_sideways_stands_upright(store: MediaStore) -> None:
    """Orientation is applied before it is forgotten."""
    kept = await store.keep(photo_with_owner_and_place())
    assert (kept.width, kept.height) == (40, 60)
    with Image.open(store.path(kept.sha256, kept.kind)) as full:
        assert full.size == (40, 60)


@pytest.mark.parametrize(("form", "mode"), [
    ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"),
    ("PNG", "LA"), ("WEBP", "RGB"), ("WEBP", "RGBA"),
])  # fmt: skip
async def test_every_usual_kind_of_picture_is_kept(store: MediaStore, form: str, mode: str) -> None:
    """Whatever its colours are stored like, a JPEG comes out."""
    kept = await store.keep(encoded(Image.new(mode, (50, 30)), form))
    with Image.open(store.path(kept.sha256, kept.kind)) as full:
        assert (full.mode, full.size) == ("RGB", (50, 30))


async def test_sixteen_bit_grey_keeps_its_shades(store: MediaStore) -> None:
    """A scanner's picture must not turn white."""
    scan = Image.new("I;16", (20, 20), 128 * 256)
    kept = await store.keep(encoded(scan, "PNG"))
    with Image.open(store.path(kept.sha256, kept.kind)) as full:
        assert full.getpixel((10, 10)) == pytest.approx((128, 128, 128), abs=3)


async def test_what_is_transparent_becomes_white_paper(store: MediaStore) -> None:
    """Dark figures on nothing would be dark figures on black."""
    kept = await store.keep(encoded(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG"))
    with Image.open(store.path(kept.sha256, kept.kind)) as full:
        assert full.getpixel((10, 10)) == (255, 255, 255)


async def test_the_copy_for_showing_stays_within_200_kb_even_for_noise(store: MediaStore) -> None:
    """Noise is the worst that a compressor can meet."""
    kept = await store.keep(encoded(noise(1800, 1500), quality=95))
    shown = store.path(kept.sha256, kept.kind, shown=True)
    assert 10_000 < shown.stat().st_size <= SHOWN_BYTES_MAX
    with Image.open(store.path(kept.sha256, kept.kind)) as full:
        assert full.size == (1800, 1500)


async def test_the_figures_of_a_slip_stay_readable(store: MediaStore) -> None:
    """In full resolution unchanged; in the small copy still 1,230 pixels wide with dark strokes."""
    kept = await store.keep(encoded(slip(), quality=90))
    assert (kept.width, kept.height) == (2000, 2600)
    with Image.open(store.path(kept.sha256, kept.kind, shown=True)) as shown:
        assert max(shown.size) >= 1024
        scale = shown.width / 2000
        figures = shown.convert("L").crop(
            (int(200 * scale), int(1200 * scale), int(480 * scale), int(1245 * scale))
        )
        darkest, lightest = min(figures.tobytes()), max(figures.tobytes())
        assert darkest < 80
        assert lightest > 200


async def test_a_strip_gets_margins_so_that_networks_show_it(store: MediaStore) -> None:
    """Telegram refuses photos more than 20 times as long as wide."""
    kept = await store.keep(encoded(Image.new("RGB", (3000, 30), "blue"), "PNG"))
    with Image.open(store.path(kept.sha256, kept.kind, shown=True)) as shown:
        assert max(shown.size) / min(shown.size) <= 20
        assert max(shown.size) <= 1600


async def test_a_pdf_is_kept_as_it_is(store: MediaStore) -> None:
    """It is neither opened nor changed."""
    kept = await store.keep(PDF, announced_mime="application/pdf")
    assert (kept.kind, kept.mime, kept.width) == ("pdf", "application/pdf", 0)
    assert store.path(kept.sha256, kept.kind).read_bytes() == PDF


async def test_a_pdf_that_is_announced_as_a_picture_is_a_pdf(store: MediaStore) -> None:
    """Content decides."""
    assert (await store.keep(PDF, announced_mime="image/jpeg")).kind is MediaKind.PDF


REFUSED = [
    ("nothing", b"", None, "empty"),
    ("too large", b"\xff\xd8\xff" + b"\0" * SIZE_BYTES_MAX, "image/jpeg", "too_large"),
    ("program that calls itself a picture", b"MZ\x90\0" * 9, "image/jpeg", "not_a_picture"),
    ("web page that calls itself a picture", b"<html></html>", "image/png", "not_a_picture"),
    ("words", b"setor 500rb kemarin", None, "not_a_picture"),
    ("program", b"MZ\x90\0" * 9, "application/x-msdownload", "unsupported_type"),
    ("program, not announced", b"\x7fELF" + b"\0" * 40, None, "unsupported_type"),
    ("video", b"\0\0\0\x18ftypmp42" + b"\0" * 40, "video/mp4", "unsupported_type"),
    ("HEIC", b"\0\0\0\x18ftypheic" + b"\0" * 40, "image/heic", "unsupported_type"),
    ("HEIC named .jpg", b"\0\0\0\x18ftypheic" + b"\0" * 40, "image/jpeg", "unsupported_type"),
    ("workbook", b"PK\x03\x04" + b"\0" * 40, None, "unsupported_type"),
    ("GIF", encoded(Image.new("P", (4, 4)), "GIF"), "image/gif", "unsupported_type"),
    ("BMP", encoded(Image.new("RGB", (4, 4)), "BMP"), None, "unsupported_type"),
    ("TIFF", encoded(Image.new("RGB", (4, 4)), "TIFF"), None, "unsupported_type"),
    ("truncated JPEG", encoded(noise(80, 80))[:-900], "image/jpeg", "broken"),
    ("truncated PNG", encoded(noise(80, 80), "PNG")[:-900], "image/png", "broken"),
    ("truncated WEBP", encoded(noise(80, 80), "WEBP")[:-900], "image/webp", "broken"),
    ("only a beginning", b"\xff\xd8\xff\xe0", "image/jpeg", "broken"),
    ("PDF cut off", PDF[:40], "application/pdf", "broken"),
    ("PDF with a password", PDF.replace(b"/Root", b"/Encrypt 5 0 R /Root"), None, "encrypted_pdf"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "mime", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
async def test_what_is_no_slip_is_refused(
    store: MediaStore, tmp_path: Path, data: bytes, mime: str | None, code: str
) -> None:
    """Each refusal has a code, and leaves nothing behind."""
    assert await refusal(store, data, mime) == code
    assert not files_below(tmp_path)


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes((1, 0, 0, 0, 0))
    rows = zlib.compress(b"\0" * min(height * (width // 8 + 1), 50_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")  # as in production
@pytest.mark.parametrize(
    ("width", "height"),
    [(6000, 5001), (20_000, 20_000), (100_000, 100_000), (1_000_000, 30), (16_001, 1)],
)
async def test_a_small_file_with_an_enormous_picture_is_refused(
    store: MediaStore, width: int, height: int
) -> None:
    """A decompression bomb is recognised before it is unpacked."""
    bomb = png_that_claims(width, height)
    assert len(bomb) < 100_000
    assert await refusal(store, bomb) == "too_many_pixels"


async def test_the_same_bytes_twice_are_no_work(
    store: MediaStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time finds the first, with the same answer, and decodes and writes nothing."""
    data = photo_with_owner_and_place()
    first = await store.keep(data)

    def decode_again(_: object) -> None:
        pytest.fail("decoded a second time")

    monkeypatch.setattr("bot.media.clean_picture", decode_again)
    path = store.path(first.sha256, first.kind)
    os.utime(path, ns=(1, 1))
    assert await store.keep(data) == first
    assert path.stat().st_mtime_ns == 1


async def test_many_at_once_are_each_kept_whole(store: MediaStore) -> None:
    """An album and its duplicates arrive side by side."""
    album = [encoded(Image.new("RGB", (30, 30), (shade, 0, 0)), "PNG") for shade in range(6)]
    kept = await asyncio.gather(*(store.keep(data) for data in album * 3))
    assert len({file.sha256 for file in kept}) == 6


async def test_leftovers_of_a_crash_do_no_harm(store: MediaStore) -> None:
    """A half-written file is never taken for a whole one; a copy without its original is remade."""
    data = encoded(Image.new("RGB", (30, 20), "blue"))
    sha256 = hashlib.sha256(data).hexdigest()
    full = store.path(sha256, "picture")
    full.parent.mkdir(parents=True)
    (full.parent / f".{full.name}.0011223344556677.tmp").write_bytes(b"half")
    store.path(sha256, "picture", shown=True).write_bytes(encoded(Image.new("RGB", (3, 2))))
    kept = await store.keep(data)
    assert (kept.width, kept.height) == (30, 20)
    with Image.open(full) as picture:
        assert picture.size == (30, 20)


async def test_a_write_that_fails_leaves_nothing(
    store: MediaStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A full disk: the error goes up, no temporary file stays."""

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="No space"):
        await store.keep(PDF)
    assert not files_below(tmp_path)


WHOLE = [encoded(noise(24, 16), form) for form in ("JPEG", "PNG", "WEBP")] + [
    photo_with_owner_and_place()
]


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow warns of damaged EXIF and goes on
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    whole=st.sampled_from(WHOLE),
    wounds=st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=6)), max_size=8),
    length=st.integers(4, 5000),
)
def test_damaged_pictures_are_kept_or_refused_and_nothing_else(
    whole: bytes, wounds: list[tuple[int, bytes]], length: int
) -> None:
    """No hostile file brings out an exception of the decoder."""
    damaged = bytearray(whole[:length])
    for position, replacement in wounds:
        start = position % len(damaged)
        damaged[start : start + len(replacement)] = replacement
    try:
        cleaned = clean_picture(io.BytesIO(bytes(damaged)))
    except (BrokenPicture, TooManyPixels):
        return
    with Image.open(io.BytesIO(cleaned.full)) as full:
        assert full.size == (cleaned.width, cleaned.height)

"""The store of pictures and documents: checked, stripped of metadata, named by what they hold."""

import asyncio
import hashlib
import io
import os
import re
import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from bot.pictures import (
    BrokenPicture,
    TooManyPixels,
    clean_picture,
    examine_picture,
    measure_picture,
)
from bot.sheets import Rows, SheetRefused, read_sheet, sheet_type
from models.media import MediaKind
from models.photo_rules import Measures

SIZE_BYTES_MAX = 20 * 1024 * 1024
_MAGIC_BYTES = 1024
_PDF_ENDING_BYTES = 2048
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PICTURES = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))
_WEBP = re.compile(rb"RIFF....WEBP", re.DOTALL)
_PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp")
_HEIC = re.compile(rb"....ftyp(?:hei|hev|mif1|msf1|avi)", re.DOTALL)
_KNOWN_STRANGERS = re.compile(
    rb"....ftyp|GIF8|BM....\x00\x00\x00\x00|II\*\x00|MM\x00\*|PK\x03\x04|PK\x05\x06|MZ|\x7fELF|#!"
    rb"|Rar!|7z\xbc\xaf|\x1f\x8b|OggS|ID3|\xff[\xf2\xf3\xfb]|RIFF|\x1aE\xdf\xa3|\xd0\xcf\x11\xe0"
    rb"|\xff\x0a|....JXL |\{\\rtf|\s*<(?:\?xml|!doctype|html|svg)",
    re.DOTALL | re.IGNORECASE,
)
"""How files begin that are something else than we keep: HEIC and video, GIF, archive, program…"""


class MediaRefused(Exception):
    """A file that is not kept; `code` says why: a key of `locales/` below `media.`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What arrived: hash, kind, type and size of the received bytes; measures as people see it."""

    sha256: str
    kind: MediaKind
    mime: str
    size_bytes: int
    width: int = 0
    height: int = 0
    measures: Measures | None = field(default=None, compare=False)
    """What it is worth as evidence; none for a PDF, and for a picture that was kept before."""
    rows: Rows = ()
    """What stands in a sheet."""


class MediaStore:
    """Files below one folder, each under the SHA-256 of the bytes that arrived.

    A picture is kept twice, both without metadata: `ab/<sha>.jpg` at full resolution, and
    `ab/<sha>.show.jpg` of at most 200 KB for showing. A PDF is kept as it is and never opened; a
    sheet, where one is welcome, is kept as it is and read once.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        # One thread: one picture decoded at a time bounds the memory, even when a caller gives up.
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="media")

    async def keep(
        self, data: bytes, *, announced_mime: str | None = None, sheets: bool = False
    ) -> KeptFile:
        """Check and keep a file; the same bytes again cost nothing. Raises MediaRefused.

        Codes: empty, too_large, too_many_pixels, not_a_picture (announced as one), broken,
        encrypted_pdf, unsupported_type; with `sheets` those of `read_sheet`, too.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._worker, self._keep, data, announced_mime, sheets)

    def path(self, sha256: str, kind: str, *, shown: bool = False) -> Path:
        """Where a kept file lies; `shown` names the small copy of a picture."""
        assert _SHA256.fullmatch(sha256), "not a SHA-256"
        ending = "show.jpg" if shown else "jpg"
        ending = {MediaKind.PDF: "pdf", MediaKind.SHEET: "sheet"}.get(MediaKind(kind), ending)
        return self._root / sha256[:2] / f"{sha256}.{ending}"

    async def examine(self, sha256: str) -> Measures | None:
        """Measure a picture that was kept before; none if its file is gone or cannot be read."""
        loop = asyncio.get_running_loop()
        path = self.path(sha256, MediaKind.PICTURE)
        try:
            return await loop.run_in_executor(self._worker, examine_picture, path)
        except OSError:
            return None

    async def let_go(self, files: Sequence[tuple[str, MediaKind]]) -> None:
        """Remove kept files, the small copies of pictures, and what was drawn with them.

        A drawing may show any of them; those that are still needed are drawn again.
        """
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._worker, self._let_go, files)

    def _let_go(self, files: Sequence[tuple[str, MediaKind]]) -> None:
        for sha256, kind in files:
            for shown in (False, True):
                self.path(sha256, kind, shown=shown).unlink(missing_ok=True)
        if any(kind is MediaKind.PICTURE for _, kind in files):
            for drawing in self.drawn("any").parent.glob("*.jpg"):
                drawing.unlink(missing_ok=True)

    def drawn(self, name: str) -> Path:
        """Where a picture lies that we drew ourselves; its name says what it shows."""
        return self._root / "drawn" / f"{name}.jpg"

    def write_drawn(self, target: Path, data: bytes, *, kept_most: int) -> None:
        """Keep what was drawn, and let go of the oldest beyond `kept_most`."""
        self._write_once(target, data)
        files = sorted(
            target.parent.glob(f"*{target.suffix}"), key=lambda file: file.stat().st_mtime_ns
        )
        for old in files[:-kept_most]:
            old.unlink(missing_ok=True)

    def close(self) -> None:
        """Wait for the picture at work and let go of the thread."""
        self._worker.shutdown()

    def _keep(self, data: bytes, announced_mime: str | None, sheets: bool) -> KeptFile:  # noqa: FBT001
        if sheets and _type_of(data) is None and (sheet := sheet_type(data)) is not None:
            return self._keep_sheet(data, sheet)
        mime = _checked_type(data, announced_mime)
        sha256 = hashlib.sha256(data).hexdigest()
        if mime == "application/pdf":
            _refuse_unreadable_pdf(data)
            self._write_once(self.path(sha256, MediaKind.PDF), data)
            return KeptFile(sha256, MediaKind.PDF, mime, len(data))
        width, height, measures = self._keep_picture(data, sha256)
        return KeptFile(sha256, MediaKind.PICTURE, mime, len(data), width, height, measures)

    def _keep_sheet(self, data: bytes, mime: str) -> KeptFile:
        try:
            rows = read_sheet(data)
        except SheetRefused as refused:
            raise MediaRefused(refused.code) from None
        sha256 = hashlib.sha256(data).hexdigest()
        self._write_once(self.path(sha256, MediaKind.SHEET), data)
        return KeptFile(sha256, MediaKind.SHEET, mime, len(data), rows=rows)

    def _keep_picture(self, data: bytes, sha256: str) -> tuple[int, int, Measures | None]:
        full = self.path(sha256, MediaKind.PICTURE)
        if full.exists():
            return *measure_picture(full), None
        try:
            cleaned = clean_picture(io.BytesIO(data))
        except TooManyPixels:
            raise MediaRefused("too_many_pixels") from None
        except BrokenPicture:
            raise MediaRefused("broken") from None
        self._write_once(self.path(sha256, MediaKind.PICTURE, shown=True), cleaned.shown)
        # The full picture comes last: where it is, the small copy is too.
        self._write_once(full, cleaned.full)
        return cleaned.width, cleaned.height, cleaned.measures

    def _write_once(self, target: Path, data: bytes) -> None:
        """Write whole and durably, or not at all; what is half-written has a name of its own."""
        if target.exists():
            return
        if not target.parent.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _make_durable(self._root)
        unfinished = target.with_name(f".{target.name}.{secrets.token_hex(8)}.tmp")
        try:
            with unfinished.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        _make_durable(target.parent)


def _checked_type(data: bytes, announced_mime: str | None) -> str:
    """The type by content. Raises MediaRefused."""
    if not data:
        raise MediaRefused("empty")
    if len(data) > SIZE_BYTES_MAX:
        raise MediaRefused("too_large")
    mime = _type_of(data)
    if mime is None:
        raise MediaRefused(_why_not(data, announced_mime))
    return mime


def _why_not(data: bytes, announced_mime: str | None) -> str:
    """Whether a file is honestly something else, or pretends to be a picture."""
    if _HEIC.match(data):
        return "unsupported_type"  # often named .jpg by the phone itself
    if announced_mime in _PICTURE_TYPES:
        return "not_a_picture"
    if announced_mime or _KNOWN_STRANGERS.match(data):
        return "unsupported_type"
    return "not_a_picture"


def _type_of(data: bytes) -> str | None:
    for magic, mime in _PICTURES:
        if data.startswith(magic):
            return mime
    if _WEBP.match(data):
        return "image/webp"
    if data[:_MAGIC_BYTES].lstrip(b"\xef\xbb\xbf\x00\t\n\x0c\r ").startswith(b"%PDF-"):
        return "application/pdf"
    return None


def _refuse_unreadable_pdf(data: bytes) -> None:
    if b"%%EOF" not in data[-_PDF_ENDING_BYTES:]:
        raise MediaRefused("broken")
    if _ENCRYPTED.search(data):
        raise MediaRefused("encrypted_pdf")


def _make_durable(folder: Path) -> None:
    """A new name in a folder survives a power cut only when the folder itself is written."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

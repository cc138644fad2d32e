"""The pictures and files that people and the bot send each other, kept on disk."""

from __future__ import annotations

import io
import json
import mimetypes
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PIL import Image, ImageOps
from telegram import Document, PhotoSize, Voice
from telegram.constants import FileSizeLimit

from bot.simulator.errors import bad_request

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from bot.simulator.store import Store

Kind = Literal["photo", "document", "voice"]
_File = PhotoSize | Document | Voice
PREFIXES: dict[Kind, str] = {
    "photo": "AgACAgUAAxk",
    "document": "BQACAgUAAxk",
    "voice": "AwACAgUAAxk",
}
FOLDERS: dict[Kind, str] = {"photo": "photos", "document": "documents", "voice": "voice"}
LONGEST_SIDES = (90, 320, 800, 1280)
LARGEST_PICTURE = 10_000
"""Telegram refuses pictures whose width and height sum to more than this many pixels."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One size of a photo, encoded."""

    body: bytes
    width: int
    height: int


def copies_of_photo(body: bytes) -> list[Copy]:
    """The sizes that Telegram makes of a photo, smallest first; Refused when it is no picture."""
    if len(body) > FileSizeLimit.PHOTOSIZE_UPLOAD:
        raise bad_request(
            f"file of size {len(body)} bytes is too big for a photo; "
            f"the maximum size is {int(FileSizeLimit.PHOTOSIZE_UPLOAD)} bytes"
        )
    try:
        opened = Image.open(io.BytesIO(body))
        if sum(opened.size) > LARGEST_PICTURE:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    return [_copy(picture, side) for side in _sides(max(picture.size))]


def _sides(longest: int) -> list[int]:
    smaller = [side for side in LONGEST_SIDES if side < longest]
    return [*smaller, min(longest, LONGEST_SIDES[-1])] if longest <= LONGEST_SIDES[-1] else smaller


def _copy(picture: Image.Image, side: int) -> Copy:
    small = picture.copy()
    small.thumbnail((side, side))
    encoded = io.BytesIO()
    small.save(encoded, "JPEG", quality=82)
    return Copy(encoded.getvalue(), *small.size)


class Files:
    """Keeps files below one folder and knows them by their Telegram ids."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self._store = store
        for name in FOLDERS.values():
            (folder / name).mkdir(parents=True, exist_ok=True)

    def keep_photo(self, copies: list[Copy]) -> list[PhotoSize]:
        """Keep the sizes of a photo that `copies_of_photo` made."""
        sizes = [
            PhotoSize(_new_id("photo"), _new_unique_id(), copy.width, copy.height, len(copy.body))
            for copy in copies
        ]
        facts = json.dumps([size.to_dict() for size in sizes])
        with self._store.transaction():
            for size, copy in zip(sizes, copies, strict=True):
                self._keep("photo", size, copy.body, name="", mime_type="image/jpeg")
                self._store.write("UPDATE files SET sizes = ? WHERE id = ?", facts, size.file_id)
        return sizes

    def keep_document(self, body: bytes, name: str, mime_type: str = "") -> Document:
        mime_type = mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        document = Document(_new_id("document"), _new_unique_id(), name, mime_type, len(body))
        self._keep("document", document, body, name=name, mime_type=mime_type)
        return document

    def keep_voice(self, body: bytes, seconds: int) -> Voice:
        voice = Voice(_new_id("voice"), _new_unique_id(), seconds, "audio/ogg", len(body))
        self._keep("voice", voice, body, name="", mime_type="audio/ogg")
        return voice

    def _keep(self, kind: Kind, file: _File, body: bytes, *, name: str, mime_type: str) -> None:
        ending = mimetypes.guess_extension(mime_type) or ".bin"
        if "." in name:
            ending = "." + "".join(c for c in name.rsplit(".", 1)[1] if c.isalnum())[:8]
        path = f"{FOLDERS[kind]}/file_{self._store.next_number('file')}{ending}"
        (self.folder / path).write_bytes(body)
        self._store.write(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, '[]')",
            file.file_id,
            file.file_unique_id,
            kind,
            path,
            name,
            mime_type,
            len(body),
        )

    def row(self, file_id: str) -> sqlite3.Row | None:
        return self._store.row("SELECT * FROM files WHERE id = ?", file_id)

    def known_photo(self, file_id: str) -> list[PhotoSize]:
        """All sizes of a photo known by the id of one of them; Refused when it is not one."""
        row = self._known(file_id, "photo")
        return list(PhotoSize.de_list(json.loads(row["sizes"]), None))

    def known_document(self, file_id: str) -> Document:
        row = self._known(file_id, "document")
        return Document(row["id"], row["unique_id"], row["name"], row["mime_type"], row["size"])

    def _known(self, file_id: str, kind: Kind) -> sqlite3.Row:
        row = self.row(file_id)
        if row is None:
            raise bad_request(
                "wrong remote file identifier specified: Wrong string length"
                if not file_id.startswith("http")
                else "failed to get HTTP URL content"
            )
        if row["kind"] != kind:
            found = row["kind"].capitalize()
            raise bad_request(f"can't use file of type {found} as {kind.capitalize()}")
        return row


def _new_id(kind: Kind) -> str:
    return PREFIXES[kind] + secrets.token_urlsafe(40)


def _new_unique_id() -> str:
    return "AQAD" + secrets.token_urlsafe(9)

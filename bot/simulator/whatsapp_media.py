"""Pictures and files on the simulated WhatsApp: uploaded, fetched by an address that expires."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import mimetypes
import secrets
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageOps

from bot.simulator.errors import PhoneCannot
from bot.simulator.whatsapp_errors import GraphRefused, not_found, parameter

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from bot.simulator.clock import MovableClock
    from bot.simulator.store import Store

Json = dict[str, Any]

DAY = 24 * 60 * 60
ADDRESS_SECONDS = 5 * 60
KEPT_SECONDS = {"uploaded": 30 * DAY, "received": 7 * DAY}
MEGABYTE = 1024 * 1024
LONGEST_SIDE = 1600
"""WhatsApp sends photos smaller than this by default."""
LARGEST = {"image": 5 * MEGABYTE, "audio": 16 * MEGABYTE, "video": 16 * MEGABYTE,
           "document": 100 * MEGABYTE, "sticker": MEGABYTE // 2}  # fmt: skip
TYPES = {
    "image": ("image/jpeg", "image/png"),
    "sticker": ("image/webp",),
    "audio": ("audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus"),
    "video": ("video/mp4", "video/3gpp"),
    "document": (
        "text/plain", "application/pdf", "application/msword",
        "application/vnd.ms-powerpoint", "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}  # fmt: skip
KIND_OF_TYPE = {each: kind for kind, listed in TYPES.items() for each in listed}


class MediaShelf:
    """Keeps what people and the bot send each other, for as long as WhatsApp does."""

    def __init__(self, folder: Path, store: Store, clock: MovableClock) -> None:
        self.folder = folder
        self._store = store
        self._clock = clock
        self._seal = secrets.token_bytes(16)
        folder.mkdir(parents=True, exist_ok=True)

    def upload(self, body: bytes, name: str, mime_type: str) -> str:
        """Take a file of the bot in, and give its id; GraphRefused by type and size."""
        bare = mime_type.split(";", maxsplit=1)[0].strip().lower()
        kind = KIND_OF_TYPE.get(bare)
        if kind is None:
            raise parameter(
                "Param file must be a file with one of the following types: "
                f"{', '.join(KIND_OF_TYPE)}. Received file of type '{bare}'."
            )
        if not body:
            raise parameter("The parameter file is required.")
        if len(body) > LARGEST[kind]:
            raise GraphRefused(
                131053,
                "Media upload error",
                f"File size is too big. Size: {len(body)} bytes. Allowed size: {LARGEST[kind]}",
            )
        return self.keep(body, name, mime_type, "uploaded")

    def keep(self, body: bytes, name: str, mime_type: str, origin: str) -> str:
        """Put a file on the shelf; what a person sent is `received`, the bot's is `uploaded`."""
        media_id = str(self._store.next_number("wa_media", 2_621_233_374_848_975))
        (self.folder / media_id).write_bytes(body)
        width, height = _measure(body, mime_type)
        self._store.write(
            "INSERT INTO wa_media VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            media_id,
            name,
            mime_type,
            len(body),
            base64.b64encode(hashlib.sha256(body).digest()).decode(),
            width,
            height,
            origin,
            self._now(),
        )
        return media_id

    def row(self, media_id: str) -> sqlite3.Row | None:
        """What stands on the shelf, also when it has expired: phones keep what they have."""
        return self._store.row("SELECT * FROM wa_media WHERE id = ?", media_id)

    def current(self, media_id: str) -> sqlite3.Row:
        """A file that the bot may still use; GraphRefused when it is unknown or has expired."""
        row = self.row(media_id)
        if row is None or row["origin"] not in KEPT_SECONDS:
            raise not_found(media_id)
        if self._now() - row["created_at"] > KEPT_SECONDS[row["origin"]]:
            raise not_found(media_id)
        return row

    def delete(self, media_id: str) -> None:
        """Take a file out of the bot's reach."""
        self.current(media_id)
        self._store.write("UPDATE wa_media SET origin = 'deleted' WHERE id = ?", media_id)

    def facts(self, media_id: str, base_url: str) -> Json:
        """What a media id tells: type, size, hash, and an address that lasts five minutes."""
        row = self.current(media_id)
        until = int(self._now()) + ADDRESS_SECONDS
        seal = self._sealed(media_id, until)
        return {
            "url": f"{base_url}/lookaside/attachments/?mid={media_id}&ext={until}&hash={seal}",
            "mime_type": row["mime_type"],
            "sha256": base64.b64decode(row["sha256"]).hex(),
            "file_size": row["size"],
            "id": media_id,
            "messaging_product": "whatsapp",
        }

    def with_facts(self, message: Json) -> Json:
        """A message with what is known of its file: name, type, size, width and height."""
        return {name: self._with_facts(part) for name, part in message.items()}

    def _with_facts(self, part: Any) -> Any:
        if isinstance(part, list):
            return [self._with_facts(each) for each in part]
        if not isinstance(part, dict):
            return part
        part = {name: self._with_facts(each) for name, each in part.items()}
        row = self.row(part["id"]) if isinstance(part.get("id"), str) else None
        if row is None:
            return part
        facts = {name: row[name] for name in ("mime_type", "size", "width", "height")}
        return {"filename": row["name"], **part, **facts}

    def path_at(self, media_id: str, until: str, seal: str) -> Path | None:
        """The file at such an address, while it lasts and was not made up."""
        if not until.isdigit() or not hmac.compare_digest(self._sealed(media_id, int(until)), seal):
            return None
        row = self.row(media_id)
        is_there = row is not None and row["origin"] in KEPT_SECONDS
        return self.folder / media_id if is_there and self._now() <= int(until) else None

    def _sealed(self, media_id: str, until: int) -> str:
        return hmac.digest(self._seal, f"{media_id}:{until}".encode(), "sha256").hex()[:40]

    def _now(self) -> float:
        return self._clock.now().timestamp()


def photo_as_sent(body: bytes) -> bytes:
    """The JPEG that a phone makes of a photo before sending; PhoneCannot when it is none."""
    try:
        picture = ImageOps.exif_transpose(Image.open(io.BytesIO(body))).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise PhoneCannot(400, "Foto ini tidak bisa dibuka.") from None
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    encoded = io.BytesIO()
    picture.save(encoded, "JPEG", quality=82)
    return encoded.getvalue()


def type_of(name: str, mime_type: str) -> str:
    return mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _measure(body: bytes, mime_type: str) -> tuple[int, int]:
    if not mime_type.startswith("image/"):
        return 0, 0
    try:
        with Image.open(io.BytesIO(body)) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0, 0

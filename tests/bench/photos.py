"""What a photo of 12 megapixels costs, as ratios to bare Pillow, and a hundred that come at once.

`python -m tests.bench.photos`, or `--quick` with fewer. Each measurement is a process of its own,
so that its highest memory is its own: bare Pillow decodes the photo and saves it again; Gulir
decodes it once, re-encodes it twice, measures and hashes it; the crowd goes through Fetcher and
MediaStore.
"""

from __future__ import annotations

import asyncio
import io
import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

import numpy as np
from PIL import Image

from bot.clock import SystemClock
from bot.database import close_database, migrate, open_database
from bot.fetch import Fetcher
from bot.media import MediaStore
from bot.pictures import clean_picture
from bot.staff_chat import StaffChat
from bot.wake import Wake
from handlers.messages import InboundMessage, Kind, Media
from models.evidence import PictureEvidence
from models.inbox import InboxMessage, InboxState
from tests.bot.evidence_set import encoded, standard_photo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.channels.base import Channel

ROOT = Path(__file__).parents[2]
SIZE = (4000, 3000)
CROWD = 100
TIME_MOST = 5.0
MEMORY_MOST = 2.5
CROWD_MEMORY_MOST = 2.0
"""Of a single photo's memory: what a hundred may need, with what waits to be decoded."""
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU for each photo, and megabytes at the highest point above the start."""

    seconds: float
    megabytes: float


class Served:
    """A network that serves the same photo under many names, each with other bytes behind it."""

    name: ClassVar[str] = "telegram"

    def __init__(self, photo: bytes) -> None:
        self.photo = photo

    async def fetch(self, media: Media, *, size_bytes_max: int) -> bytes:
        await asyncio.sleep(0)
        return self.photo + media.file_id.encode()


async def bring(photos: Sequence[tuple[str, bytes]], folder: Path) -> None:
    """Let photos arrive at once, in an opened database, and wait until none is on its way."""
    for name, _ in photos:
        media = Media(file_id=name, fingerprint=name)
        now = SystemClock().now()
        await InboxMessage.create(
            channel=Served.name,
            external_id=name,
            payload={},
            event=InboundMessage(kind=Kind.PHOTO, sent_at=now, media=(media,)).to_json(),
            state=InboxState.FETCHING,
            ready_at_ms=0,
            received_at_ms=0,
        )
    store = MediaStore(folder / "media")
    channel = cast("Channel", Served(photos[0][1]))
    fetcher = Fetcher(
        {Served.name: channel}, store, SystemClock(), Wake(), StaffChat("telegram", "-1", "id")
    )
    running = asyncio.create_task(fetcher.run())
    try:
        while await InboxMessage.filter(state=InboxState.FETCHING).exists():  # noqa: ASYNC110 (in the database)
            await asyncio.sleep(0.02)
    finally:
        running.cancel()
        store.close()


def a_photo() -> bytes:
    """A 12-megapixel photo with the grain of a small sensor, as a phone saves it."""
    large = standard_photo("field", 0).resize(SIZE, Image.Resampling.BICUBIC)
    grain = np.random.default_rng(3).normal(0, 5, (*SIZE[::-1], 1)).astype(np.float32)
    pixels = np.clip(np.asarray(large, np.float32) + grain, 0, 255).astype(np.uint8)
    return encoded(Image.fromarray(pixels), 90)


def _bare(photo: bytes, _folder: Path, _count: int) -> None:
    with Image.open(io.BytesIO(photo)) as opened:
        opened.load()
        opened.save(io.BytesIO(), "JPEG", quality=92)


def _gulir(photo: bytes, _folder: Path, _count: int) -> None:
    clean_picture(io.BytesIO(photo))


def _crowd(photo: bytes, folder: Path, count: int) -> None:
    async def arrive() -> None:
        url = f"sqlite://{folder / 'crowd.db'}"
        await migrate(url)
        await open_database(url)
        try:
            await bring([(f"photo{number}", photo) for number in range(count)], folder)
            assert await PictureEvidence.all().count() == count
        finally:
            await close_database()

    asyncio.run(arrive())


_WORK = {"bare": _bare, "gulir": _gulir, "crowd": _crowd}


def measure(what: str, photo: Path, count: int = 1) -> Cost:
    """The cost of one kind of work, in a process of its own."""
    said = subprocess.run(  # noqa: S603 (our own module)
        [sys.executable, "-m", "tests.bench.photos", "work", what, str(photo), str(count)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return Cost(**json.loads(said.stdout.splitlines()[-1]))


def _work(what: str, path: Path, count: int) -> Cost:
    photo = path.read_bytes()
    tiny = encoded(Image.new("RGB", (320, 320), "green"))
    with tempfile.TemporaryDirectory(prefix="gulir-photos-") as name:
        folder = Path(name)
        _WORK[what if what != "crowd" else "gulir"](tiny, folder, 1)  # what loads once, is loaded
        before = _megabytes("VmRSS")
        seconds = []
        for _ in range(_ROUNDS if count == 1 else 1):
            began = time.process_time()
            _WORK[what](photo, folder, count)
            seconds.append((time.process_time() - began) / count)
        return Cost(min(seconds), _megabytes("VmHWM") - before)


def _megabytes(which: str) -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(rf"^{which}:\s+(\d+) kB", status, re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1000


def main(arguments: Sequence[str]) -> int:
    """Print the ratios; 1 when a bar is not kept."""
    count = 12 if "--quick" in arguments else CROWD
    with tempfile.TemporaryDirectory(prefix="gulir-photos-") as name:
        photo = Path(name) / "photo.jpg"
        photo.write_bytes(a_photo())
        bare, gulir = measure("bare", photo), measure("gulir", photo)
        crowd = measure("crowd", photo, count)
    slower, larger = gulir.seconds / bare.seconds, gulir.megabytes / bare.megabytes
    crowded = crowd.megabytes / gulir.megabytes
    print(  # noqa: T201
        f"bare Pillow (decode, save): {bare.seconds:.2f} s, {bare.megabytes:.0f} MB\n"
        f"Gulir (decode, save twice, measure, hash): {gulir.seconds:.2f} s, "
        f"{gulir.megabytes:.0f} MB: {slower:.1f}x the time (bar {TIME_MOST}), "
        f"{larger:.1f}x the memory (bar {MEMORY_MOST})\n"
        f"{count} photos at once: {crowd.seconds:.2f} s each, {crowd.megabytes:.0f} MB: "
        f"{crowded:.1f}x the memory of one (bar {CROWD_MEMORY_MOST})"
    )
    kept = slower <= TIME_MOST and larger <= MEMORY_MOST and crowded <= CROWD_MEMORY_MOST
    return 0 if kept else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        cost = _work(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
        print(json.dumps({"seconds": cost.seconds, "megabytes": cost.megabytes}))  # noqa: T201
        sys.exit(0)
    sys.exit(main(sys.argv[1:]))

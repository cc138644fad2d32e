"""How long the search for recycled photos takes among 100,000: `python -m tests.bench.recycled`.

An album of ten is looked up at once, as when a progress report is sent; on SQLite and PostgreSQL.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg

from bot.database import close_database, migrate, open_database
from models.evidence import Shown, bands, similar
from tests.postgres import throwaway_postgres

if TYPE_CHECKING:
    from collections.abc import Collection

PICTURES = 100_000
ALBUM = 10
SECONDS_MOST = 0.5
_ROUNDS = 5
_NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
_MEDIA = ("id", "sha256", "kind", "mime", "size_bytes", "width", "height", "created_at")
_EVIDENCE = (
    *("media_id", "width", "height", "brightness", "brightness_dark", "brightness_light"),
    *("sharpness", "screenshot", "screen_photo", "phash", "dhash"),
    *("band_0", "band_1", "band_2", "band_3", "computed_at"),
)


def rows(count: int) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Pictures with hashes drawn by lot; every tenth looks like the one before it."""
    lot = random.Random(7)  # noqa: S311 (the same every time)
    media, evidence = [], []
    phash = dhash = 0
    for number in range(1, count + 1):
        if number % 10:
            phash, dhash = lot.getrandbits(64) - 2**63, lot.getrandbits(64) - 2**63
        else:
            phash ^= 1 << lot.randrange(63)
        media.append((number, f"{number:064x}", "picture", "image/jpeg", 9, 1280, 960, _NOON))
        measures = (1280, 960, 120, 80, 160, 800, 1, 1)
        evidence.append((number, *measures, phash, dhash, *bands(phash), _NOON))
    return media, evidence


async def _fill(url: str) -> None:
    """Put the pictures in without the ORM, which takes minutes for as many."""
    media, evidence = rows(PICTURES)
    tables = (("kept_media", _MEDIA, media), ("picture_evidence", _EVIDENCE, evidence))
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite://"))) as connection, connection:
            for table, columns, records in tables:
                places = ", ".join("?" * len(columns))
                connection.executemany(
                    f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",
                    [(*record[:-1], f"{_NOON}") for record in records],
                )
            connection.execute("ANALYZE")
        return
    connection = await asyncpg.connect(url)
    try:
        for table, columns, records in tables:
            await connection.copy_records_to_table(table, records=records, columns=columns)
        await connection.execute("ANALYZE")
    finally:
        await connection.close()


async def _search(url: str) -> tuple[float, float]:
    """Seconds for an album, and those of our own CPU; each photo has one that looks alike."""
    await migrate(url)
    await _fill(url)
    await open_database(url)
    try:
        taken = []
        for turn in range(_ROUNDS):
            album = [(turn * 100 + number + 1) * 10 for number in range(ALBUM)]
            began, cpu = time.perf_counter(), time.process_time()
            found = await similar(album, _shown_before)
            taken.append((time.perf_counter() - began, time.process_time() - cpu))
            assert sorted(one.media_id for one in found) == album, found
        return min(taken)
    finally:
        await close_database()


async def _shown_before(media_ids: Collection[int]) -> list[Shown]:
    """Every picture that is not the last of its ten was shown as progress."""
    return [Shown(media_id, 1, _NOON) for media_id in media_ids if media_id % 10]


def main() -> int:
    """Print the best of each; 1 when the bar is not kept."""
    with tempfile.TemporaryDirectory(prefix="gulir-bench-") as name, throwaway_postgres() as server:
        urls = {
            "SQLite": f"sqlite://{Path(name) / 'gulir.db'}",
            "PostgreSQL": server.url("postgres"),
        }
        taken = {kind: asyncio.run(_search(url)) for kind, url in urls.items()}
    for kind, (seconds, cpu) in taken.items():
        print(  # noqa: T201
            f"{kind}: {seconds * 1000:.0f} ms, of which {cpu * 1000:.0f} ms of our own CPU, for an "
            f"album of {ALBUM} among {PICTURES:,} pictures (bar: {SECONDS_MOST * 1000:.0f} ms)"
        )
    return 0 if max(taken.values())[0] < SECONDS_MOST else 1


if __name__ == "__main__":
    sys.exit(main())

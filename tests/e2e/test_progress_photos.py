"""Pictures of a business on a bad network: kept once, told once, whatever happens on the way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from models.inbox import InboxMessage, InboxState
from models.media import KeptMedia
from models.outbox import OutboxMessage
from models.progress_tables import ProgressPhoto, ProgressReport
from tests.beliefs import believe
from tests.e2e.sample_house import a_house, last_seen, said_since
from tests.photos_for_chats import photo
from tests.transcript import settled

if TYPE_CHECKING:
    from pathlib import Path

    from bot.simulator.phone import SimulatedPhone
    from tests.house import House

BURST_SECONDS = 0.6


def a_picture(number: int) -> bytes:
    return photo(f"usaha-{number}.jpg")


def pictures(count: int) -> list[bytes]:
    return [a_picture(number) for number in range(count)]


async def finish(house: House, sari: SimulatedPhone) -> ProgressReport:
    """Pass over the questions and send."""
    await sari.say("lewati semua")
    await sari.wait_for_reply("Sudah benar")
    await sari.tap("Ya, kirim", wait_seconds=0)
    await settled(house)
    await believe("nothing was lost", house)
    return await ProgressReport.get()


async def kept(report: ProgressReport) -> int:
    return int(await ProgressPhoto.filter(report_id=report.id).count())


async def test_a_burst_of_single_photos_is_one_answer_and_one_report(
    database_url: str, tmp_path: Path
) -> None:
    async with a_house(database_url, tmp_path, burst_seconds=BURST_SECONDS) as house:
        sari = house.simulator.phone("sari", "sari")
        seen = await last_seen(sari)
        for picture in pictures(5):
            await sari.send_photo(picture)
        await sari.say("panen jahe, laku 2 juta")
        said = await said_since(house, sari, seen)
        assert len(said) == 1
        assert "Berapa anggota" in said[0].text
        report = await finish(house, sari)
        assert (await kept(report), report.sales) == (5, 2_000_000)


async def test_of_eleven_photos_in_a_burst_ten_are_kept_and_nothing_is_lost(
    database_url: str, tmp_path: Path
) -> None:
    async with a_house(database_url, tmp_path, burst_seconds=BURST_SECONDS) as house:
        sari = house.simulator.phone("sari", "sari")
        await sari.say("lapor usaha")
        await sari.wait_for_reply("kirim foto")
        seen = await last_seen(sari)
        for picture in pictures(11):
            await sari.send_photo(picture)
        said = await said_since(house, sari, seen)
        assert len(said) == 2
        assert "10 foto pertama" in said[1].text
        assert await kept(await finish(house, sari)) == 10


@pytest.mark.parametrize("kind", ["file", "getFile"])
async def test_slow_and_failing_downloads_are_waited_for(
    kind: str, database_url: str, tmp_path: Path
) -> None:
    """Some answer late, one fails once and is tried again: the album is one answer."""
    async with a_house(database_url, tmp_path) as house:
        sari = house.simulator.phone("sari", "sari")
        await house.simulator.misbehave(
            {"kind": "fail", "method": kind, "status": 502, "times": 1},
            {"kind": "delay", "method": kind, "seconds": 0.4, "times": 4},
        )
        seen = await last_seen(sari)
        await sari.send_photo(*pictures(6), caption="panen jahe")
        said = await said_since(house, sari, seen)
        assert len(said) == 1
        assert "Berapa hasil jualan" in said[0].text
        assert await kept(await finish(house, sari)) == 6


async def test_the_bot_is_restarted_while_an_album_is_on_its_way(
    database_url: str, tmp_path: Path
) -> None:
    """What was announced is fetched by the next process; no picture is kept or told twice."""
    async with a_house(database_url, tmp_path) as house:
        sari = house.simulator.phone("sari", "sari")
        await house.simulator.misbehave(
            {"kind": "delay", "method": "file", "seconds": 5.0, "times": 3}
        )
        seen = await last_seen(sari)
        await sari.send_photo(*pictures(6), caption="panen jahe")
        async with asyncio.timeout(10):
            while not await InboxMessage.exists(state=InboxState.FETCHING):  # noqa: ASYNC110 (a table)
                await asyncio.sleep(0.01)
        await house.restart()
        await house.simulator.behave()
        said = await said_since(house, sari, seen)
        assert len(said) == 1
        assert await kept(await finish(house, sari)) == 6
        assert await KeptMedia.all().count() == 6


async def test_a_restart_between_the_answers_loses_no_picture(
    database_url: str, tmp_path: Path
) -> None:
    async with a_house(database_url, tmp_path) as house:
        sari = house.simulator.phone("sari", "sari")
        await sari.send_photo(*pictures(3), caption="panen jahe")
        await sari.wait_for_reply("hasil jualan")
        await house.restart()
        await sari.send_photo(a_picture(250))
        await sari.wait_for_reply("Sudah 4 foto")
        await house.restart()
        assert await kept(await finish(house, sari)) == 4


async def test_staff_get_one_album_and_its_buttons_and_both_survive_a_refusal(
    database_url: str, tmp_path: Path
) -> None:
    """The album arrived, the words did not: the album is not sent again."""
    async with a_house(database_url, tmp_path) as house:
        sari = house.simulator.phone("sari", "sari")
        rina = house.simulator.phone("staff", "rina")
        await sari.send_photo(*pictures(4), caption="panen jahe")
        await sari.wait_for_reply("hasil jualan")
        await house.simulator.misbehave(
            {"kind": "fail", "method": "sendMessage", "chat_id": -1001000000001, "status": 502}
        )
        report = await finish(house, sari)
        shown = [m for m in await rina.messages() if m.sender == "bot"]
        assert len([m for m in shown if m.photos]) == 4
        (card,) = [m for m in shown if "Laporan usaha" in m.text]
        assert [label for row in card.buttons for label in row] == [
            "✅ Terima",
            "Minta lagi",
            "Catatan",
        ]
        row = await OutboxMessage.get(key__startswith=f"progress:{report.id}:card")
        assert len(row.receipt) == 2
        await rina.say("bagus sekali", reply_to=next(m for m in shown if m.photos).id)
        await settled(house)
        await believe(f"progress report {report.number} has 1 note", house)

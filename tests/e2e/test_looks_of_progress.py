"""What staff see of a business in a real browser: the album of a report, and a group's timeline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.e2e.sample_house import a_house
from tests.photos_for_chats import photo
from tests.transcript import settled

if TYPE_CHECKING:
    from pathlib import Path

    from bot.simulator.phone import SimulatedPhone
    from tests.house import House
    from tests.page.browser import Chromium, Page

ON_STAFF = '[data-phone="staff"]'
LAPTOP, PHONE = (1440, 900), (390, 844)
BYTES_MOST = 200 * 1024

pytestmark = pytest.mark.timeout(180)


async def report(house: House, sari: SimulatedPhone, caption: str, *names: str) -> None:
    await sari.send_photo(*(photo(f"{name}.jpg") for name in names), caption=caption)
    await sari.wait_for_reply("hasil jualan")
    await sari.say("laku 3 juta")
    await sari.wait_for_reply("anggota")
    await sari.say("semua")
    await sari.wait_for_reply("kendala")
    await sari.say("hujan terus, sebagian rimpang busuk")
    await sari.wait_for_reply("Sudah benar")
    await sari.tap("Ya, kirim", wait_seconds=0)
    await settled(house)


async def seen(page: Page, words: str) -> None:
    """Scroll the staff chat to the bubble with these words, once all its pictures are there."""
    bubbles = f"[...document.querySelectorAll({json.dumps(ON_STAFF + ' article')})]"
    found = f"{bubbles}.filter((b) => b.textContent.includes({json.dumps(words)}))"
    await page.until(f"{found}.length > 0", seconds=25)
    await page.evaluate(f"{found}.at(-1).scrollIntoView({{block: 'end'}})")


async def photographed(page: Page, picture: int, path: Path) -> None:
    """The staff chat with a picture of it at the top, counted from the last."""
    photos = f"[...document.querySelectorAll({json.dumps(ON_STAFF + ' article .photo')})]"
    await page.evaluate(f"{photos}.at({picture}).scrollIntoView({{block: 'start'}})")
    images = f"[...{photos}.at({picture}).closest('article').querySelectorAll('img')]"
    await page.until(f"{images}.every((i) => i.complete && i.naturalWidth > 0)", seconds=25)
    await page.screenshot(path)


WIDER_THAN_THE_PHONE = f"""[...document.querySelectorAll({json.dumps(ON_STAFF + " article")})]
  .filter((b) => b.getBoundingClientRect().right >
    document.querySelector({json.dumps(ON_STAFF)}).getBoundingClientRect().right)
  .map((b) => b.textContent.slice(0, 80))"""


APART = """(() => {
  const [picture, words] = [".viewer img", ".viewer p"]
    .map((each) => document.querySelector(each).getBoundingClientRect());
  return picture.bottom <= words.top && words.bottom <= innerHeight;
})()"""


def kept_for_looking(drawn: list[Path], screenshots: Path) -> None:
    """The timeline was drawn last; it is small enough for a weak signal."""
    picture = max(drawn, key=lambda file: file.stat().st_mtime_ns).read_bytes()
    assert len(picture) <= BYTES_MOST
    screenshots.mkdir(exist_ok=True)
    (screenshots / "timeline.jpg").write_bytes(picture)


@pytest.mark.only("sqlite")  # the page does not know which database stands behind it
async def test_the_album_and_the_timeline_are_photographed(
    database_url: str, tmp_path: Path, chromium: Chromium, screenshots: Path
) -> None:
    """Nothing overflows, every picture loads, and each is small enough for a weak signal."""
    async with a_house(database_url, tmp_path) as house:
        sari = house.simulator.phone("sari", "sari")
        rina = house.simulator.phone("staff", "rina")
        await report(house, sari, "panen jahe bedeng timur", "kebun", "panen", "gudang", "pasar")
        await house.simulator.advance_clock(20 * 86400)
        await house.clock_has_looked()
        await settled(house)  # the pictures of digests come before those that are looked at
        await report(house, sari, "tanam lagi di bedeng barat", "bibit", "tanam", "pupuk")
        await rina.say("/kelompok mekar")
        await settled(house)
        async with chromium.page(tmp_path) as page:
            await page.look(*LAPTOP)
            await page.visit(house.simulator.base_url)
            await seen(page, "panen jahe bedeng timur")
            await photographed(page, 0, screenshots / "staff-album-laptop.png")
            await seen(page, "Usaha: Budi daya jahe merah")
            await photographed(page, -1, screenshots / "staff-timeline-laptop.png")
            assert await page.evaluate(WIDER_THAN_THE_PHONE) == []
            await page.evaluate(
                f"[...document.querySelectorAll('{ON_STAFF} .photo')].at(-1).click()"
            )
            await page.until("document.querySelector('.viewer img').complete")
            await page.screenshot(screenshots / "staff-timeline-open.png")
            assert await page.evaluate(APART)
            await page.press("Escape")
            await page.look(*PHONE, touch=True)
            await page.evaluate("document.querySelector('[data-tab=staff]')?.click()")
            await photographed(page, -1, screenshots / "staff-timeline-phone.png")
            assert page.errors == []
        kept_for_looking(list(tmp_path.rglob("drawn/*.jpg")), screenshots)  # noqa: ASYNC240 (a test)

"""How the page looks: a played conversation, photographed at the sizes that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.page.conftest import BUDI, SARI, STAFF

if TYPE_CHECKING:
    from pathlib import Path

    from tests.page.browser import Page
    from tests.page.conftest import World

SUMMARY = """Mohon diperiksa dulu.
Jumlah: <b>Rp500.000</b>
Tanggal: 9 Maret 2026
Cara: transfer
Slip: 1 foto"""
CARD = """Laporan 17 · KUBE Jahe Merah Mekar
Rp500.000 · 9 Maret 2026 · transfer
Sesuai jadwal (angsuran 4)."""

FINISHED = """Promise.all(document.getAnimations()
  .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
  .map((animation) => animation.finished.catch(() => null)))"""


def rows(*labels: list[str]) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": t, "callback_data": t} for t in row] for row in labels]}


async def play(world: World) -> None:
    """A repayment and its verification, a waiting leader's album, and a phone without signal."""
    bot = world.bot
    await world.greeted("sari", "budi")
    keyboard = {"keyboard": [[{"text": "Lapor setoran"}, {"text": "Sisa kami"}]]}
    await bot.says(SARI, "Selamat datang, Bu Sari.", reply_markup=keyboard)
    await world.at_phone("sari", "text", text="setor 500rb kemarin")
    sent = await world.at_phone("sari", "sample-slip", amount=500_000, date="2026-03-09")
    slip = sent["message"]
    await bot.says(
        SARI, SUMMARY, parse_mode="HTML",
        reply_parameters={"message_id": slip["id"]},
        reply_markup=rows(["Kirim"], ["Ubah jumlah", "Batal"]),
    )  # fmt: skip
    await bot.says(BUDI, "Kelompok Olahan Pisang Lestari berada di urutan ke-2.")
    await world.at_phone("budi", "sample-field", caption="Kebun pisang kami")
    await world.at_phone("budi", "voice")
    await world.at_phone("budi", "location")
    await world.at_phone("budi", "contact")
    await world.at_phone("staff", "text", person="joko", text="Bu Rina, yang Bengalon dicek ya")
    await world.at_phone("staff", "text", person="rina", text="Siap, Pak")
    await bot.shows(STAFF, await world.media(slip["photos"][0]["url"]), CARD)
    await world.at_phone("tamu", "online", online=False)
    await world.at_phone("tamu", "text", text="Halo, ini apa ya?")


async def settled(page: Page) -> None:
    """Wait for pictures and for changes of colour, so that the screenshot shows them."""
    await page.until("[...document.images].every((i) => !i.checkVisibility() || i.complete)")
    await page.evaluate(FINISHED)


async def test_the_page_is_photographed(page: Page, world: World, screenshots: Path) -> None:
    """A laptop in light and dark, a menu, a dialog, a photo, and a phone's screen."""
    await play(world)
    await page.until("!!document.querySelector('[data-phone=tamu] .status-waiting')")
    for name, dark in (("light", False), ("dark", True)):
        await page.look(1440, 900, dark=dark)
        await settled(page)
        await page.screenshot(screenshots / f"page-laptop-{name}.png")
    await page.click('[data-phone="sari"] [data-testid="samples"]')
    await settled(page)
    await page.screenshot(screenshots / "page-menu.png")
    await page.look(1440, 900)
    await page.click('[data-testid="sample-slip"]')
    await settled(page)
    await page.screenshot(screenshots / "page-dialog.png")
    await page.press("Escape")
    await page.click('[data-phone="sari"] .photo')
    await page.until("document.querySelector('.viewer img').complete")
    await page.screenshot(screenshots / "page-photo.png")
    await page.press("Escape")
    for name, dark in (("light", False), ("dark", True)):
        await page.look(390, 844, dark=dark, touch=True)
        await settled(page)
        await page.screenshot(screenshots / f"page-phone-{name}.png")


CONTRAST = """(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const channel = (c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (node) => node ? [...ground(node.parentElement),
    getComputedStyle(node).backgroundColor] : ['Canvas'];
  const paint = (colours) => {
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const faint = [];
  const seen = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (seen.nextNode()) {
    const node = seen.currentNode.parentElement;
    if (!seen.currentNode.data.trim() || !node.checkVisibility() || node.closest(':disabled, .avatar')) continue;
    const behind = ground(node);
    const below = light(paint(behind));
    const text = light(paint([...behind, getComputedStyle(node).color]));
    const ratio = (Math.max(below, text) + 0.05) / (Math.min(below, text) + 0.05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${node.className} ${seen.currentNode.data}`);
  }
  return faint;
})()"""  # noqa: E501 -- one condition


async def test_every_text_has_enough_contrast(page: Page, world: World) -> None:
    """At least 4.5 to 1 (WCAG AA), in light and dark."""
    await play(world)
    await page.until("!!document.querySelector('[data-phone=tamu] .status-waiting')")
    for dark in (False, True):
        await page.look(1440, 900, dark=dark)
        await settled(page)
        assert await page.evaluate(CONTRAST) == []

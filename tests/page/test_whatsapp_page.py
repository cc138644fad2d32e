"""Phones with WhatsApp in a real browser; the business is played by raw calls of the Graph API."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bot.simulator.phone import running_simulator
from bot.simulator.rates import RateLimits
from tests.page.conftest import LAPTOP, TOKEN
from tests.page.test_page import bubble, shows, text_of, write
from tests.simulator.raw_whatsapp import Business, business_at
from tests.simulator.test_whatsapp_sending import LISTED, RIGHT, TEMPLATE, filled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.page.browser import Chromium, Page

ON_SARI = '[data-phone="sari"] '
WINDOW = f'{ON_SARI}[data-testid="window"]'


def has(selector: str) -> str:
    return f"document.querySelector({selector!r}) !== null"


@pytest.fixture
async def business(tmp_path: Path) -> AsyncIterator[Business]:
    """The sample's own cast: Sari and the stranger on WhatsApp, the others on Telegram."""
    limits = RateLimits.none()
    async with (
        running_simulator(
            token=TOKEN, data_dir=tmp_path / "simulator", rate_limits=limits
        ) as simulator,
        business_at(simulator) as known,
    ):
        yield known


@pytest.fixture
async def page(chromium: Chromium, business: Business, downloads: Path) -> AsyncIterator[Page]:
    async with chromium.page(downloads) as page:
        await page.look(*LAPTOP)
        await page.visit(business.sim.base_url)
        await page.until("document.querySelector('.phones')?.getAttribute('aria-busy') === 'false'")
        yield page
        assert page.errors == []


async def test_one_tick_two_ticks_and_blue(page: Page, business: Business) -> None:
    """Sent, taken by the bot, read by the bot."""
    business.answers = [500] * 100
    await write(page, ON_SARI, "setor 500rb kemarin")
    message = await business.message()
    assert message["text"]["body"] == "setor 500rb kemarin"
    own = bubble("sari", 1)
    await page.until(has(f'{own} [aria-label="terkirim"]'))
    business.answers.clear()
    await page.until(has(f'{own} [aria-label="sampai"]'))
    mark = {"messaging_product": "whatsapp", "status": "read", "message_id": message["id"]}
    await business.call("POST", f"{business.number}/messages", json=mark)
    await page.until(has(f'{own} [aria-label="dibaca"]'))


async def test_a_button_says_its_words_as_a_message_of_ones_own(
    page: Page, business: Business
) -> None:
    await write(page, ON_SARI, "halo")
    await business.message()
    await business.sent(**RIGHT)
    card = bubble("sari", 2)
    await page.until(shows(card, "Sudah benar, Pak/Bu?"))
    assert await page.evaluate(shows(card, "Dinas Sosial"))
    await page.click(f'{card} [data-callback="yes"]')
    reply = (await business.message(2))["interactive"]["button_reply"]
    assert reply == {"id": "yes", "title": "Ya, kirim"}
    await page.until(shows(f"{bubble('sari', 3)} .quotation", "Sudah benar"))
    assert await page.evaluate(shows(f"{bubble('sari', 3)} .words", "Ya, kirim"))


async def test_a_template_shows_its_mark_and_buttons_that_still_work_when_the_window_is_closed(
    page: Page, business: Business
) -> None:
    await business.sim.call("POST", "/api/whatsapp/templates", json=TEMPLATE)
    sending = filled("Mekar", "Rp500.000")
    payload = {"type": "payload", "payload": "owed:7:paid"}
    quick = {"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [payload]}
    sending["template"]["components"].append(quick)
    await business.sent(**sending)
    card = bubble("sari", 1)
    await page.until(has(f'{card} [data-testid="template"]'))
    assert await page.evaluate(shows(card, "Angsuran Mekar sebesar Rp500.000"))
    await page.click(f'{card} [data-callback="owed:7:paid"]')
    tapped = (await business.message())["button"]
    assert tapped == {"payload": "owed:7:paid", "text": "Lapor setoran"}
    await page.until(shows(f"{bubble('sari', 2)} .words", "Lapor setoran"))


async def test_a_list_opens_over_the_phone_and_a_row_is_chosen(
    page: Page, business: Business
) -> None:
    await write(page, ON_SARI, "halo")
    await business.message()
    await business.sent(**LISTED)
    await page.until(has(f'{bubble("sari", 2)} [data-testid="open-list"]'))
    await page.click(f'{bubble("sari", 2)} [data-testid="open-list"]')
    await page.until(shows(f'{ON_SARI}[data-testid="list"]', "Lestari, Teluk Pandan"))
    await page.press("Escape")
    await page.until(f"!({has(f'{ON_SARI}.sheet')})")
    await page.click(f'{bubble("sari", 2)} [data-testid="open-list"]')
    await page.click(f'{ON_SARI}[data-testid="list-row"][data-callback="2"]')
    assert (await business.message(2))["interactive"]["list_reply"]["id"] == "2"
    await page.until(shows(bubble("sari", 3), "KUBE Olahan Pisang Lestari, Teluk Pandan"))


async def test_the_window_opens_runs_with_the_clock_and_closes(
    page: Page, business: Business
) -> None:
    await page.until(shows(WINDOW, "Jendela tertutup"))
    await write(page, ON_SARI, "halo")
    await page.until(shows(WINDOW, "sisa 23.59."))
    await page.click('[data-testid="clock-plus-hour"]')
    await page.until(shows(WINDOW, "sisa 22.59."))
    await page.click('[data-testid="clock-plus-day"]')
    await page.until(shows(WINDOW, "hanya templat"))
    await business.sim.call("POST", "/api/whatsapp/templates", json=TEMPLATE)
    await business.sent(**filled("Mekar", "Rp500.000"))
    await page.until(shows(bubble("sari", 2), "jatuh tempo besok"))
    assert await page.evaluate(shows(f'{bubble("sari", 2)} [data-testid="template"]', "layanan"))
    assert "hanya templat" in await page.evaluate(text_of(WINDOW))


async def test_no_signal_and_blocked_are_switches(page: Page, business: Business) -> None:
    await write(page, ON_SARI, "halo")
    await business.message()
    await page.click(f'{ON_SARI}[data-testid="online-switch"]')
    await page.until(has('[data-phone="sari"].offline'))
    await write(page, ON_SARI, "tanpa sinyal")
    await page.until(has(f'{bubble("sari", 2)} [aria-label="menunggu sinyal"]'))
    wamid = await business.sent(text="Nanti sampai")
    await page.click(f'{ON_SARI}[data-testid="online-switch"]')
    await business.outcome(wamid, "delivered")
    await page.until(shows(bubble("sari", 3), "Nanti sampai"))
    await page.click(f'{ON_SARI}[data-testid="block-switch"]')
    await page.until(shows(f'{ON_SARI}[data-testid="blocked-note"]', "Buka blokir"))


async def test_another_number_from_the_menu(page: Page, business: Business) -> None:
    await page.click(f'{ON_SARI}[data-testid="samples"]')
    await page.click('[data-testid="change-number"]')
    await page.type('[data-testid="new-number"]', "+62 812-5001-7777")
    await page.click('[data-testid="new-number-go"]')
    assert (await business.message())["system"]["wa_id"] == "6281250017777"


async def test_photos_go_up_and_come_down(page: Page, business: Business, photo_file: Path) -> None:
    await page.choose_files(f'{ON_SARI}[data-testid="file"]', photo_file)
    await write(page, ON_SARI, "kebun jahe")
    image = (await business.message())["image"]
    assert image["caption"] == "kebun jahe"
    picture = io.BytesIO()
    Image.new("RGB", (640, 400), "#0b6b5d").save(picture, "JPEG")
    _, answer = await business.upload(picture.getvalue(), "image/jpeg")
    await business.sent(type="image", image={"id": answer["id"], "caption": "Jadwal"})
    shown = f"{bubble('sari', 2)} img"
    await page.until(f"document.querySelector({shown!r})?.naturalWidth === 640")


async def test_it_looks_like_itself_in_light_and_dark(
    page: Page, business: Business, screenshots: Path
) -> None:
    """Both networks side by side, a list open, a template, a reaction: kept to be looked at."""
    await business.sim.call("POST", "/api/whatsapp/templates", json=TEMPLATE)
    await business.sent(**filled("KUBE Jahe Merah Mekar", "Rp500.000"))
    await write(page, ON_SARI, "setor 500rb kemarin")
    wamid = (await business.message())["id"]
    await business.sent(type="reaction", reaction={"message_id": wamid, "emoji": "🙏"})
    await business.sent(**RIGHT)
    await write(page, '[data-phone="tamu"] ', "Assalamualaikum")
    await business.message(2)
    await business.sent("6281250099999", **LISTED)
    listed = '[data-phone="tamu"] [data-testid="open-list"]'
    await page.until(has(listed))
    await page.click(listed)
    await page.until(has('[data-phone="tamu"] .sheet'))
    for scheme in ("light", "dark"):
        await page.look(*LAPTOP, dark=scheme == "dark")
        await page.screenshot(screenshots / f"whatsapp-{scheme}.png")
    overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert await page.evaluate(overflow) is False

"""The phones page in a real browser, with the bot played by raw calls."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp

from bot.simulator.serve import running
from tests.networks import ON_TELEGRAM
from tests.page.conftest import BUDI, SARI, STAFF, TOKEN, World

if TYPE_CHECKING:
    from pathlib import Path

    from tests.page.browser import Chromium, Page

ON_SARI = '[data-phone="sari"] '
ON_BUDI = '[data-phone="budi"] '
ON_STAFF = '[data-phone="staff"] '


def bubble(phone: str, message_id: int) -> str:
    return f'[data-phone="{phone}"] article[data-message-id="{message_id}"]'


def text_of(selector: str) -> str:
    return f"document.querySelector({json.dumps(selector)})?.textContent"


def shows(selector: str, words: str) -> str:
    return f"({text_of(selector)} ?? '').includes({json.dumps(words)})"


def buttons(*labels: str) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label}] for label in labels]}


async def write(page: Page, phone: str, text: str) -> None:
    await page.type(f'{phone}[data-testid="input"]', text)
    await page.press("Enter")


async def open_message_menu(page: Page, selector: str) -> None:
    await page.click(f'{selector} [data-testid="message-menu"]')
    await page.until("document.activeElement.getAttribute('role') === 'menuitem'")


async def test_what_a_person_types_reaches_the_bot(page: Page, world: World) -> None:
    """Enter sends; Shift with Enter begins a new line."""
    await page.type(f'{ON_SARI}[data-testid="input"]', "setor 500rb")
    await page.press("Enter", shift=True)
    await page.type(f'{ON_SARI}[data-testid="input"]', "kemarin")
    await page.press("Enter")
    heard = await world.bot.hears("message")
    assert heard["text"] == "setor 500rb\nkemarin"
    assert heard["from"]["id"] == SARI
    await page.until(shows(bubble("sari", heard["message_id"]), "setor 500rb\nkemarin"))
    await world.bot.confirms()
    await page.until(f"!!document.querySelector('{ON_SARI}.status-read')")


async def test_what_the_bot_says_appears_on_the_right_phone_only(page: Page, world: World) -> None:
    await world.greeted("sari", "budi")
    said = await world.bot.says(BUDI, "Urutan ke-2.")
    await page.until(shows(bubble("budi", said), "Urutan ke-2."))
    assert not await page.evaluate(shows(ON_SARI, "Urutan ke-2."))


async def test_formatting_is_shown_and_hostile_text_stays_text(page: Page, world: World) -> None:
    """No text from a chat is ever markup, whoever wrote it."""
    await world.greeted("sari")
    hostile = "<img src=x onerror=\"document.title='broken'\"><b>tebal</b>"
    await write(page, ON_SARI, hostile)
    heard = await world.bot.hears("message")
    await page.until(shows(bubble("sari", heard["message_id"]), hostile))
    formatted = "🌱 <b>Rp500.000 &lt;img src=x onerror=alert(1)&gt;</b> <code>/sisa</code>"
    said = await world.bot.says(SARI, formatted, parse_mode="HTML")
    await page.until(shows(bubble("sari", said), "🌱 Rp500.000 <img src=x onerror=alert(1)> /sisa"))
    strong = text_of(f"{bubble('sari', said)} strong")
    assert await page.evaluate(strong) == "Rp500.000 <img src=x onerror=alert(1)>"
    assert await page.evaluate(text_of(f"{bubble('sari', said)} code")) == "/sisa"
    assert await page.evaluate("document.querySelectorAll('.words img, .words b').length") == 0
    assert "broken" not in await page.evaluate("document.title")


async def test_a_tap_reaches_the_bot_and_its_answer_is_a_toast(page: Page, world: World) -> None:
    await world.greeted("sari")
    card = await world.bot.says(SARI, "Periksa dulu.", reply_markup=buttons("Kirim", "Batal"))
    await page.click(f'{bubble("sari", card)} [data-callback="Kirim"]')
    tap = await world.bot.hears("callback_query")
    assert (tap["data"], tap["message"]["message_id"]) == ("Kirim", card)
    await world.bot.call("answerCallbackQuery", callback_query_id=tap["id"], text="Terkirim.")
    await page.until(shows(f'{ON_SARI}[data-testid="toast"]', "Terkirim."))
    assert await page.evaluate(f"document.querySelectorAll('{ON_SARI}.toast').length") == 1
    await page.until(f"!document.querySelector('{ON_SARI}.busy')")


async def test_an_edit_by_the_bot_changes_the_bubble_in_place(page: Page, world: World) -> None:
    await world.greeted("sari")
    card = await world.bot.says(SARI, "Menunggu.", reply_markup=buttons("Terima"))
    await page.until(shows(bubble("sari", card), "Terima"))
    await world.bot.call("editMessageText", chat_id=SARI, message_id=card, text="Diterima Rina.")
    await page.until(shows(bubble("sari", card), "Diterima Rina."))
    await page.until(shows(f"{bubble('sari', card)} .edited", "diubah"))
    gone = f"!document.querySelector('{bubble('sari', card)} .inline-button')"
    assert await page.evaluate(gone)


async def test_a_message_that_the_bot_deletes_is_marked(page: Page, world: World) -> None:
    await world.greeted("sari")
    said = await world.bot.says(SARI, "keliru")
    await page.until(shows(bubble("sari", said), "keliru"))
    await world.bot.call("deleteMessage", chat_id=SARI, message_id=said)
    await page.until(shows(bubble("sari", said), "Pesan dihapus"))


async def test_photos_with_a_caption_arrive_as_one_album(
    page: Page, world: World, photo_file: Path
) -> None:
    await page.choose_files(f'{ON_SARI}[data-testid="file"]', photo_file, photo_file)
    await page.until(f"document.querySelectorAll('{ON_SARI}.thumbnail').length === 2")
    await page.type(f'{ON_SARI}[data-testid="input"]', "kebun kami")
    await page.click(f'{ON_SARI}[data-testid="send"]')
    first = await world.bot.hears("message")
    second = await world.bot.hears("message")
    assert first["caption"] == "kebun kami"
    assert first["media_group_id"] == second["media_group_id"]
    grid = f"{bubble('sari', first['message_id'])} .photos-2 img"
    await page.until(f"document.querySelectorAll('{grid}').length === 2")
    await page.until(f"document.querySelector('{grid}').naturalWidth > 0")


async def test_a_file_that_is_no_picture_is_sent_as_a_document(
    page: Page, world: World, tmp_path: Path
) -> None:
    proposal = tmp_path / "proposal.pdf"
    proposal.write_bytes(b"%PDF-1.4\n%%EOF\n")
    await page.choose_files(f'{ON_BUDI}[data-testid="file"]', proposal)
    await page.click(f'{ON_BUDI}[data-testid="send"]')
    heard = await world.bot.hears("message")
    assert heard["document"]["file_name"] == "proposal.pdf"
    await page.until(shows(bubble("budi", heard["message_id"]), "proposal.pdf"))


async def test_a_dropped_photo_waits_for_its_caption(page: Page, world: World) -> None:
    """What is dropped on a phone, or pasted into it, is shown before it is sent."""
    await page.evaluate(
        """new Promise((done) => document.createElement('canvas').toBlob((blob) => {
            const data = new DataTransfer();
            data.items.add(new File([blob], 'slip.png', { type: 'image/png' }));
            const facts = { bubbles: true, cancelable: true };
            document.querySelector('[data-phone="sari"] .thread')
                .dispatchEvent(new DragEvent('drop', { ...facts, dataTransfer: data }));
            document.querySelector('[data-phone="sari"] [data-testid="input"]')
                .dispatchEvent(new ClipboardEvent('paste', { ...facts, clipboardData: data }));
            done();
        }))"""
    )
    await page.until(f"document.querySelectorAll('{ON_SARI}.thumbnail').length === 2")
    await page.click(f"{ON_SARI}.thumbnail button")
    await page.until(f"document.querySelectorAll('{ON_SARI}.thumbnail').length === 1")
    await page.click(f'{ON_SARI}[data-testid="send"]')
    assert (await world.bot.hears("message"))["photo"]


async def test_a_sample_slip_is_drawn_and_can_be_looked_at_closely(
    page: Page, world: World
) -> None:
    await page.click(f'{ON_SARI}[data-testid="samples"]')
    await page.click('[data-testid="sample-slip"]')
    await page.evaluate("document.querySelector('[data-testid=sample-slip-amount]').select()")
    await page.type('[data-testid="sample-slip-amount"]', "1250000")
    written = "document.querySelector('[data-testid=sample-slip-amount]').value"
    assert await page.evaluate(written) == "1.250.000"
    await page.type('[data-testid="sample-slip-caption"]', "setor kemarin")
    await page.click('[data-testid="sample-slip-send"]')
    heard = await world.bot.hears("message")
    assert heard["caption"] == "setor kemarin"
    await page.click(f"{bubble('sari', heard['message_id'])} .photo")
    await page.until("document.querySelector('[data-testid=viewer] img')?.naturalWidth > 0")
    await page.press("Escape")
    await page.until("!document.querySelector('[data-testid=viewer]')")


async def test_every_sample_reaches_the_bot(page: Page, world: World) -> None:
    for sample in ("sticker", "voice", "location", "contact"):
        await page.click(f'{ON_BUDI}[data-testid="samples"]')
        await page.click(f'[data-testid="sample-{sample}"]')
        heard = await world.bot.hears("message")
        assert sample in heard
        await page.until(f"!!document.querySelector('{bubble('budi', heard['message_id'])}')")


async def test_a_person_replies_to_edits_and_deletes_a_message(page: Page, world: World) -> None:
    await world.greeted("sari")
    question = await world.bot.says(SARI, "Berapa rupiah?")
    await open_message_menu(page, bubble("sari", question))
    await page.click('[data-testid="reply"]')
    await write(page, ON_SARI, "500rb")
    answer = await world.bot.hears("message")
    assert answer["reply_to_message"]["message_id"] == question
    mine = bubble("sari", answer["message_id"])
    await page.until(shows(f"{mine} .quotation", "Berapa rupiah?"))

    await open_message_menu(page, mine)
    await page.click('[data-testid="edit"]')
    await page.evaluate(f"document.querySelector('{ON_SARI}[data-testid=input]').select()")
    await write(page, ON_SARI, "550rb")
    assert (await world.bot.hears("edited_message"))["text"] == "550rb"
    await page.until(shows(f"{mine} .edited", "diubah"))

    await open_message_menu(page, mine)
    await page.click('[data-testid="delete"]')
    await page.until(shows(mine, "Pesan dihapus"))


async def test_a_message_is_forwarded_on_another_phone(page: Page, world: World) -> None:
    await world.greeted("sari", "budi")
    await write(page, ON_SARI, "slip bulan ini")
    heard = await world.bot.hears("message")
    await page.until(f"!!document.querySelector('{bubble('sari', heard['message_id'])}')")
    await open_message_menu(page, bubble("sari", heard["message_id"]))
    await page.click('[data-testid="forward"]')
    await page.click('[data-testid="forward-budi"]')
    forwarded = await world.bot.hears("message")
    assert (forwarded["chat"]["id"], forwarded["text"]) == (BUDI, "slip bulan ini")
    await page.until(shows(f"{ON_BUDI}.forwarded", "Sari"))


async def test_in_the_staff_chat_a_chooser_says_who_speaks(page: Page, world: World) -> None:
    await page.click(f'{ON_STAFF}input[value="joko"]')
    await write(page, ON_STAFF, "/saldo")
    heard = await world.bot.hears("message")
    assert (heard["chat"]["id"], heard["from"]["first_name"]) == (STAFF, "Joko")
    await page.until(f"!!document.querySelector('{ON_STAFF}.own')")
    await page.click(f'{ON_STAFF}input[value="rina"]')
    await page.until(shows(f"{ON_STAFF}.other .sender", "Joko"))


async def test_the_bots_keyboard_replaces_typing_until_it_is_removed(
    page: Page, world: World
) -> None:
    await world.greeted("sari")
    rows = [[{"text": "Bagikan nomor saya", "request_contact": True}, {"text": "Menu"}]]
    await world.bot.says(SARI, "Silakan.", reply_markup={"keyboard": rows})
    await page.click(f"{ON_SARI}.key:nth-child(2)")
    assert (await world.bot.hears("message"))["text"] == "Menu"
    await page.click(f"{ON_SARI}.key:nth-child(1)")
    assert (await world.bot.hears("message"))["contact"]["user_id"] == SARI
    await world.bot.says(SARI, "Terima kasih.", reply_markup={"remove_keyboard": True})
    await page.until(f"!document.querySelector('{ON_SARI}.key')")


async def test_without_signal_a_message_waits_and_goes_out_later(page: Page, world: World) -> None:
    await page.click(f'{ON_SARI}[data-testid="online-switch"]')
    await page.until(f"!!document.querySelector('{ON_SARI[:-1]}.offline')")
    await write(page, ON_SARI, "setor 500rb")
    await page.until(f"!!document.querySelector('{ON_SARI}.status-waiting')")
    assert await world.bot.call("getUpdates", timeout=0) == []
    await page.click(f'{ON_SARI}[data-testid="online-switch"]')
    assert (await world.bot.hears("message"))["text"] == "setor 500rb"
    await page.until(f"!document.querySelector('{ON_SARI}.status-waiting')")


async def test_a_blocked_bot_cannot_be_written_to_until_unblocked(page: Page, world: World) -> None:
    await world.greeted("sari")
    await page.click(f'{ON_SARI}[data-testid="block-switch"]')
    await page.until(f"document.querySelector('{ON_SARI}.composer').hidden")
    await page.click(f'{ON_SARI}[data-testid="blocked-note"] button')
    await page.until(f"!document.querySelector('{ON_SARI}.composer').hidden")


async def test_the_clock_moves_forward_and_back_to_real_time(page: Page, world: World) -> None:
    before = datetime.fromisoformat(await world.now())
    shown = "document.querySelector('[data-testid=clock-now]').dateTime"
    moves = (
        ("minute", timedelta(minutes=1)),
        ("hour", timedelta(hours=1)),
        ("day", timedelta(days=1)),
        ("week", timedelta(weeks=1)),
    )
    total = timedelta()
    for name, step in moves:
        await page.click(f'[data-testid="clock-plus-{name}"]')
        total += step
        target = json.dumps((before + total).isoformat())
        await page.until(f"new Date({shown}) >= new Date({target})")
        assert datetime.fromisoformat(await world.now()) - before >= total
    await page.click('[data-testid="clock-reset"]')
    latest = json.dumps((before + timedelta(minutes=5)).isoformat())
    await page.until(f"new Date({shown}) < new Date({latest})")
    await page.until("document.querySelector('[data-testid=clock-reset]').disabled")


async def test_the_clock_goes_to_a_chosen_moment_in_wita(page: Page, world: World) -> None:
    target = (datetime.fromisoformat(await world.now()) + timedelta(days=40)).date()
    await page.click('[data-testid="clock-to"]')
    await page.evaluate(
        f"document.querySelector('[data-testid=clock-date]').value = '{target}T08:30'"
    )
    await page.click('[data-testid="clock-go"]')
    await page.until(shows(".clock-time", "08.30."))
    assert (await world.now()).startswith(f"{target}T00:30")


async def test_the_chat_is_saved_as_a_transcript(page: Page, world: World, downloads: Path) -> None:
    await world.greeted("sari")
    await world.bot.says(SARI, "Berapa rupiah?")
    await page.click(f'{ON_SARI}[data-testid="transcript"]')
    saved = await page.downloaded(downloads, ".chat")
    assert "/start" in saved
    assert "Berapa rupiah?" in saved


async def test_the_typing_dots_come_and_go_with_the_message(page: Page, world: World) -> None:
    await world.greeted("sari")
    await world.bot.call("sendChatAction", chat_id=SARI, action="typing")
    dots = f"document.querySelector('{ON_SARI}[data-testid=typing]').hidden"
    await page.until(f"!{dots}")
    await world.bot.says(SARI, "Baik.")
    await page.until(dots)


async def test_unread_messages_are_counted_until_the_phone_is_looked_at(
    page: Page, world: World
) -> None:
    await world.greeted("sari", "budi")
    await page.evaluate("document.activeElement.blur()")
    await world.bot.says(BUDI, "satu")
    await world.bot.says(BUDI, "dua")
    await page.until(f"{text_of(ON_BUDI + '[data-testid=unread]')} === '2'")
    await page.until("document.title.startsWith('(')")
    await page.evaluate(f"document.querySelector('{ON_BUDI}[data-testid=input]').focus()")
    await page.until(f"document.querySelector('{ON_BUDI}[data-testid=unread]').hidden")


async def test_who_reads_old_messages_is_not_torn_away_by_a_new_one(
    page: Page, world: World
) -> None:
    """The list follows new messages only for a reader who is at its end."""
    texts = [f"pesan lama nomor {number}" for number in range(40)]
    await world.at_phone("sari", "burst", texts=texts)
    scroller = f"document.querySelector('{ON_SARI}.scroller')"
    left = f"({scroller}.scrollHeight - {scroller}.clientHeight - {scroller}.scrollTop)"
    await page.until(f"document.querySelectorAll('{ON_SARI}article').length === 40")
    await page.until(f"{left} < 2")
    await page.evaluate(f"{scroller}.scrollTop = 50")
    await page.until(f"!document.querySelector('{ON_SARI}.jump').hidden")
    said = await world.bot.says(SARI, "pesan baru")
    await page.until(f"!!document.querySelector('{bubble('sari', said)}')")
    assert await page.evaluate(f"{scroller}.scrollTop") == 50
    await page.until(shows(f"{ON_SARI}.jump", "1 baru"))
    await page.click(f"{ON_SARI}.jump")
    await page.until(f"{left} < 2")


async def test_a_long_conversation_shows_its_end_and_more_on_request(
    page: Page, world: World
) -> None:
    """Two hundred messages at first, so that a year of chat opens at once."""
    await world.at_phone("sari", "burst", texts=[f"pesan {number}" for number in range(250)])
    await page.visit(world.address)
    count = f"document.querySelectorAll('{ON_SARI}article').length"
    await page.until(f"{count} === 200")
    await page.click(f"{ON_SARI}.older")
    await page.until(f"{count} === 250")
    assert await page.evaluate(f"document.querySelector('{ON_SARI}.older').hidden")


async def test_a_reload_shows_the_same_conversation(page: Page, world: World) -> None:
    await world.greeted("sari")
    said = await world.bot.says(SARI, "Masih ada.", reply_markup=buttons("Kirim"))
    await page.visit(world.address)
    await page.until(shows(bubble("sari", said), "Masih ada."))
    await page.click(f'{bubble("sari", said)} [data-callback="Kirim"]')
    assert (await world.bot.hears("callback_query"))["data"] == "Kirim"


async def test_what_cannot_be_done_is_said_and_the_words_are_kept(page: Page, world: World) -> None:
    """Too long a text is refused; it stands in the input again, to be shortened."""
    await page.type(f'{ON_SARI}[data-testid="input"]', "x" * 5000)
    await page.click(f'{ON_SARI}[data-testid="send"]')
    await page.until(f"!!document.querySelector('{ON_SARI}.toast-error')")
    kept = f"document.querySelector('{ON_SARI}[data-testid=input]').value.length"
    assert await page.evaluate(kept) == 5000
    assert any("status of 400" in error for error in page.errors)
    page.errors.clear()


async def test_every_control_has_a_name(page: Page, world: World) -> None:
    await world.greeted("sari")
    await world.bot.says(SARI, "Periksa.", reply_markup=buttons("Kirim"))
    nameless = await page.evaluate(
        """[...document.querySelectorAll('button, a[href], input, textarea')].filter((control) =>
            !(control.getAttribute('aria-label') || control.textContent.trim() ||
              control.labels?.[0]?.textContent.trim())).map((control) => control.outerHTML)"""
    )
    assert nameless == []


async def test_the_menu_is_worked_by_keyboard(page: Page, world: World) -> None:
    await page.click(f'{ON_SARI}[data-testid="samples"]')
    first = "document.activeElement.dataset.testid"
    await page.until(f"{first} === 'sample-slip'")
    await page.press("ArrowDown")
    assert await page.evaluate(first) == "sample-field"
    await page.press("Escape")
    await page.until("!document.querySelector('[data-testid=menu]')")
    assert await page.evaluate(first) == "samples"


async def test_a_small_screen_shows_one_phone_with_tabs_and_no_sideways_scroll(
    page: Page, world: World
) -> None:
    await world.greeted("sari", "budi")
    await page.look(390, 844, touch=True)
    shown = "[...document.querySelectorAll('.phone')].filter((p) => p.offsetWidth).length"
    await page.until(f"{shown} === 1")
    await world.bot.says(BUDI, "Panjang" * 60)
    await page.until(f"{text_of('[data-tab=budi] .badge')} === '1'")
    await page.click("[data-tab=budi]")
    await page.until("document.querySelector('[data-tab=budi] .badge').hidden")
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    sideways = f"(s => s.scrollWidth - s.clientWidth)(document.querySelector('{ON_BUDI}.scroller'))"
    assert await page.evaluate(sideways) == 0


async def test_on_a_laptop_all_phones_stand_side_by_side_without_scrolling(page: Page) -> None:
    for width, height in ((1360, 768), (1440, 900)):
        await page.look(width, height)
        corners = await page.evaluate(
            "[...document.querySelectorAll('.phone')].map((p) => p.getBoundingClientRect())"
            ".map(({ left, right, bottom }) => [left, right, bottom])"
        )
        assert len(corners) == 5
        assert all(
            left >= 0 and right <= width and bottom <= height for left, right, bottom in corners
        )


async def test_a_lost_connection_is_shown_and_mends_itself(
    chromium: Chromium, tmp_path: Path, downloads: Path
) -> None:
    """What happened meanwhile is there afterwards, without a reload."""
    folder = tmp_path / "simulator"
    notice = "document.querySelector('[data-testid=connection]').hidden"
    async with chromium.page(downloads) as page:
        async with running(token=TOKEN, data_dir=folder, cast=ON_TELEGRAM) as (_, port):
            await page.visit(f"http://127.0.0.1:{port}")
            await page.until(f"!!document.querySelector('{ON_SARI}[data-testid=input]')")
            await page.until(notice)
        await page.until(f"!{notice}")
        async with (
            running(token=TOKEN, data_dir=folder, port=port, cast=ON_TELEGRAM) as (_, same_port),
            aiohttp.ClientSession() as client,
        ):
            world = World(client, f"http://127.0.0.1:{same_port}")
            await world.at_phone("sari", "text", text="sementara itu")
            await page.until(notice)
            await page.until(shows(f"{ON_SARI}article", "sementara itu"))
            await world.bot.says(SARI, "Tersambung lagi.")
            await page.until(shows(f"{ON_SARI}.list", "Tersambung lagi."))

"""A simulator that stops, or is killed, goes on where it was."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator.phone import PhoneRefused, Simulator, running_simulator
from bot.simulator.rates import RateLimits
from tests.networks import ON_TELEGRAM
from tests.simulator.real_bot import TOKEN, bot_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

SARI, STAFF = 5001, -1001000000001


@asynccontextmanager
async def session_on(folder: Path) -> AsyncIterator[Simulator]:
    limits = RateLimits.none()
    async with running_simulator(
        token=TOKEN, data_dir=folder, rate_limits=limits, cast=ON_TELEGRAM
    ) as sim:
        yield sim


async def test_what_the_bot_has_not_taken_waits_for_it(tmp_path: Path) -> None:
    async with session_on(tmp_path) as sim, bot_for(sim) as bot:
        await sim.phone("sari").burst("satu", "dua")
        first, _ = await bot.get_updates(timeout=0)
        await bot.get_updates(offset=first.update_id + 1, timeout=0)
    async with session_on(tmp_path) as sim, bot_for(sim) as bot:
        [update] = await bot.get_updates(timeout=0)
        assert update.message is not None
        assert update.message.text == "dua"
        assert update.update_id == first.update_id + 1
        await sim.phone("sari").say("tiga")
        assert [u.update_id - first.update_id for u in await bot.get_updates(timeout=0)] == [1, 2]


async def test_the_chat_its_pictures_and_its_numbers_stay(tmp_path: Path) -> None:
    async with session_on(tmp_path) as sim, bot_for(sim) as bot:
        sari = sim.phone("sari")
        await sari.say("/start")
        slip = await sari.send_sample_slip(500_000, "2026-03-09")
        card = await bot.send_message(SARI, "Terima kasih")
        before = [message.facts for message in await sari.messages()]
    async with session_on(tmp_path) as sim, bot_for(sim) as bot:
        sari = sim.phone("sari")
        assert [message.facts for message in await sari.messages()] == before
        async with sim.session.get(sim.base_url + slip.photos[0]) as answer:
            assert answer.status == 200
        assert (await sari.say("lagi")).id == card.message_id + 1
        edited = await bot.edit_message_text("Diubah", chat_id=SARI, message_id=card.message_id)
        assert edited
        assert "Sari: lagi" in await sari.transcript()


async def test_blocks_signal_and_clock_stay(tmp_path: Path) -> None:
    async with session_on(tmp_path) as sim:
        await sim.phone("budi").do("block", blocked=True)
        await sim.phone("sari").go_offline()
        await sim.phone("sari").say("menunggu sinyal")
        await sim.advance_clock(3600)
    async with session_on(tmp_path) as sim, bot_for(sim) as bot:
        state = await sim.state()
        phones = {phone["id"]: phone for phone in state["phones"]}
        assert phones["budi"]["blocked"]
        assert not phones["sari"]["online"]
        assert state["clock"]["offset_seconds"] == 3600
        await bot.get_updates(offset=-1, timeout=0)
        await sim.phone("sari").go_online()
        last = (await bot.get_updates(timeout=0))[-1]
        assert last.message is not None
        assert last.message.text == "menunggu sinyal"


async def test_a_tap_can_be_answered_after_the_restart(tmp_path: Path) -> None:
    button = InlineKeyboardButton(text="Terima", callback_data="accept:1")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    async with session_on(tmp_path) as sim, bot_for(sim) as bot:
        await bot.send_message(STAFF, "Setoran", reply_markup=markup)
        await sim.phone("staff", "rina").tap("Terima", wait_seconds=0)
    async with session_on(tmp_path) as sim, bot_for(sim) as bot:
        [update] = await bot.get_updates(timeout=0)
        assert update.callback_query is not None
        assert await bot.answer_callback_query(update.callback_query.id)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def process(folder: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    arguments = ["--port", str(port), "--token", TOKEN, "--data", str(folder)]
    simulator = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.simulator", *arguments, stderr=asyncio.subprocess.PIPE
    )
    try:
        assert simulator.stderr is not None
        line = await asyncio.wait_for(simulator.stderr.readline(), 20)
        assert b"listens on http://127.0.0.1:" in line
        yield simulator
    finally:
        if simulator.returncode is None:
            simulator.kill()
        await simulator.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_the_process_stops_cleanly_even_while_someone_listens(
    tmp_path: Path, number: signal.Signals
) -> None:
    port = free_port()
    async with process(tmp_path, port) as simulator, aiohttp.ClientSession() as session:
        base_url = f"http://127.0.0.1:{port}"
        async with session.get(f"{base_url}/api/events") as events:
            await events.content.readuntil(b"\n\n")
            poll = asyncio.create_task(
                session.get(f"{base_url}/bot{TOKEN}/getUpdates", params={"timeout": 30})
            )
            await asyncio.sleep(0.02)
            os.kill(simulator.pid, number)
            assert await asyncio.wait_for(simulator.wait(), 5) == 0
        poll.cancel()
        await asyncio.gather(poll, return_exceptions=True)


async def test_a_killed_process_has_lost_nothing(tmp_path: Path) -> None:
    port = free_port()
    async with aiohttp.ClientSession() as session:
        sim = Simulator(f"http://127.0.0.1:{port}", TOKEN, tmp_path, session)
        async with process(tmp_path, port) as simulator:
            for number in range(20):
                await sim.phone("budi").say(f"pesan {number}")
            simulator.kill()
            await simulator.wait()
        async with process(tmp_path, port), bot_for(sim) as bot:
            updates = await bot.get_updates(timeout=0)
            texts = [update.message.text for update in updates if update.message]
    assert texts == [f"pesan {number}" for number in range(20)]


async def test_the_page_is_served_and_nothing_beside_it(sim: Simulator) -> None:
    async with sim.session.get(sim.base_url) as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
    for path in ("/media/nothing", "/api/nothing", "/page/../serve.py", "/page/nothing.js"):
        async with sim.session.get(sim.base_url + path) as answer:
            assert answer.status == 404
    with pytest.raises(PhoneRefused, match="404"):
        await sim.phone("nobody").messages()

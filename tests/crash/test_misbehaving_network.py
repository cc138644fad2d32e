"""Everything that a network may do to us; the conversation is completed all the same, once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.simulator.rates import RateLimits
from models.chat_move import ChatMove
from models.contact import Address
from models.inbox import InboxMessage, InboxState
from models.outbox import OutboxMessage, OutboxState
from models.repayment import RepaymentReport, ReportStatus
from tests.beliefs import believe
from tests.e2e.sample_house import a_house
from tests.house import STAFF_CHAT
from tests.transcript import settled

if TYPE_CHECKING:
    from pathlib import Path

    from bot.simulator.phone import SimulatedPhone
    from tests.house import House

NEW_CHAT = -1002000000777
MARK = "(kirim ulang)"


def people(house: House) -> tuple[SimulatedPhone, SimulatedPhone]:
    return house.simulator.phone("sari", "sari"), house.simulator.phone("staff", "rina")


async def report(house: House, patience: float = 20.0) -> None:
    """Sari reports a repayment, waiting for each answer."""
    sari, rina = people(house)
    await sari.say("setor 500rb kemarin")
    await sari.wait_for_reply("Disetor dengan cara apa", timeout_seconds=patience)
    await sari.tap("Transfer bank", wait_seconds=0)
    await sari.wait_for_reply("foto bukti", timeout_seconds=patience)
    await sari.send_sample_slip(500_000, "2019-07-16")
    await sari.wait_for_reply("Sudah benar", timeout_seconds=patience)
    await sari.tap("Ya, kirim", wait_seconds=0)
    await sari.wait_for_reply("S-1907-0001 sudah kami terima", timeout_seconds=patience)
    await rina.wait_for_reply("📥 Laporan S-1907-0001", timeout_seconds=patience)


async def verify(house: House, patience: float = 20.0) -> None:
    """Rina accepts, and a minute later both hear of it."""
    sari, rina = people(house)
    cards = [m for m in await rina.messages() if "📥 Laporan S-1907-0001" in m.text]
    await rina.tap("✅ Terima", cards[-1], wait_seconds=0)
    await rina.wait_for_reply("⏳ Laporan S-1907-0001", timeout_seconds=patience)
    await house.a_minute_passes()
    await sari.wait_for_reply("sudah dicek dan dicatat", timeout_seconds=patience)
    await rina.wait_for_reply("✅ Laporan S-1907-0001", timeout_seconds=patience)


async def happened_once(house: House) -> None:
    await settled(house)
    new = await RepaymentReport.filter(draft_id__gt=0)
    assert [(each.number, each.status) for each in new] == [("S-1907-0001", ReportStatus.ACCEPTED)]
    await believe("Jahe Merah owes Rp13.500.000", house)
    await believe("the books balance", house)
    await believe("nothing was lost", house)


async def unmarked_doubles(phone: SimulatedPhone) -> list[str]:
    """What the bot has said twice without saying so."""
    said = [m.text for m in await phone.messages() if m.sender == "bot"]
    return [words for words in set(said) if said.count(words) > 1 and not words.endswith(MARK)]


SENDING = ("sendMessage", "sendPhoto", "editMessageCaption")
COMING_IN = ("getUpdates", "getFile", "file", "answerCallbackQuery")


def each(methods: tuple[str, ...], **fault: Any) -> list[dict[str, Any]]:
    """The same fault for several methods."""
    return [{"method": method, **fault} for method in methods]


TWICE = {"kind": "duplicate_updates", "percent": 60}
AGAIN = {"kind": "redeliver_updates", "percent": 60}
FAULTS: dict[str, list[dict[str, Any]]] = {
    "every update twice": [{"kind": "duplicate_updates", "percent": 100}],
    "updates again": [AGAIN],
    "updates twice and again": [TWICE, AGAIN],
    "slow down": each((*SENDING, "getUpdates", "getFile"), retry_after=1),
    "server error": each(SENDING, status=500, percent=30),
    "page of a proxy": each(SENDING, kind="html_error", percent=30),
    "page of a proxy coming in": each(COMING_IN, kind="html_error"),
    # Twice for each method: a message whose outcome stays unknown three times is given up, loudly.
    "no answer after acting": each(SENDING, kind="drop_response", percent=50, times=2),
}


@pytest.mark.parametrize("faults", FAULTS.values(), ids=list(FAULTS))
async def test_the_main_job_survives(
    faults: list[dict[str, Any]], database_url: str, tmp_path: Path
) -> None:
    """Whatever the network does, there is one report, one entry, and no double without a mark."""
    async with a_house(database_url, tmp_path) as house:
        await house.simulator.misbehave(*faults, seed=7)
        await report(house)
        await verify(house)
        await house.simulator.behave()
        await happened_once(house)
        for phone in people(house):
            assert await unmarked_doubles(phone) == []


@pytest.mark.only("sqlite")
async def test_no_rate_is_exceeded_when_everybody_writes_at_once(
    database_url: str, tmp_path: Path
) -> None:
    """The simulator counts as strictly as Telegram: not one request is refused for haste."""
    async with a_house(database_url, tmp_path, RateLimits()) as house:
        sari = house.simulator.phone("sari", "sari")
        budi = house.simulator.phone("budi", "budi")
        for _ in range(3):
            await asyncio.gather(sari.say("menu"), budi.say("menu"))
            await settled(house)
        refused = await OutboxMessage.filter(attempts__gt=1).count()
        assert refused == 0
        await believe("nothing was lost", house)


async def test_a_leader_who_blocks_the_bot_is_marked_and_staff_hear_of_it_once(
    database_url: str, tmp_path: Path
) -> None:
    """Two answers fail; one message to staff. Whoever comes back is reached again."""
    async with a_house(database_url, tmp_path) as house:
        sari, rina = people(house)
        await house.simulator.misbehave(
            {"method": "sendMessage", "status": 500, "times": 2, "chat_id": 5001}
        )
        await sari.say("menu")
        await sari.say("sisa")
        await sari.do("block", blocked=True)
        told = await rina.wait_for_reply("tidak dapat dihubungi")
        assert "Sari Wulandari" in told.text
        await settled(house)
        assert (await Address.get(external_id="5001")).unreachable_since is not None
        about = [m for m in await rina.messages() if "tidak dapat dihubungi" in m.text]
        assert len(about) == 1
        await sari.do("block", blocked=False)
        await sari.say("menu")
        await sari.wait_for_reply()
        await settled(house)
        assert (await Address.get(external_id="5001")).unreachable_since is None
        assert not await InboxMessage.exists(state=InboxState.SET_ASIDE)


async def test_a_report_decided_while_its_leader_has_blocked_the_bot_reaches_staff(
    database_url: str, tmp_path: Path
) -> None:
    async with a_house(database_url, tmp_path) as house:
        sari, rina = people(house)
        await report(house)
        await sari.do("block", blocked=True)
        await settled(house)
        await rina.tap("✅ Terima", wait_seconds=0)
        await settled(house)
        await house.a_minute_passes()
        passed_on = await rina.wait_for_reply("sudah dicek dan dicatat")
        assert "Mohon disampaikan lewat jalan lain" in passed_on.text
        await settled(house)
        await believe("report S-1907-0001 is accepted", house)


async def test_the_staff_group_becomes_a_supergroup_and_work_goes_on_there(
    database_url: str, tmp_path: Path
) -> None:
    """Later cards, taps on them, commands and a restart: all in the new chat."""
    async with a_house(database_url, tmp_path) as house:
        _, rina = people(house)
        await rina.do("migrate", to=NEW_CHAT)
        await settled(house)
        await report(house)
        await verify(house)
        await happened_once(house)
        await house.restart()
        await rina.say("/saldo")
        await rina.wait_for_reply("Kas bergulir")
        await settled(house)
        assert await OutboxMessage.filter(chat=STAFF_CHAT).count() == 0


async def test_the_move_is_first_heard_of_when_a_card_is_refused(
    database_url: str, tmp_path: Path
) -> None:
    """Telegram keeps updates for a day only: what waits is sent to the new chat all the same."""
    async with a_house(database_url, tmp_path) as house:
        await house.stop()
        await house.simulator.phone("staff").do("migrate", to=NEW_CHAT)
        await forget_updates(house)
        await house.start()
        await report(house)
        card = (await house.simulator.phone("staff").messages())[-1]
        assert len(card.photos) == 1
        await verify(house)
        await happened_once(house)
        assert await ChatMove.filter(old_chat=STAFF_CHAT, new_chat=str(NEW_CHAT)).count() == 1


async def forget_updates(house: House) -> None:
    """Nobody asked for too long: what had happened is not told any more."""
    ask = f"/bot{house.simulator.token}/getUpdates"
    waiting = (await house.simulator.call("POST", ask, json={"timeout": 0}))["result"]
    assert waiting
    last = waiting[-1]["update_id"]
    await house.simulator.call("POST", ask, json={"timeout": 0, "offset": last + 1})


async def test_a_card_from_before_the_move_is_decided_in_the_new_chat(
    database_url: str, tmp_path: Path
) -> None:
    """Old ids mean nothing there: the decided card is posted anew, no other message is changed."""
    async with a_house(database_url, tmp_path) as house:
        sari, rina = people(house)
        await report(house)
        await rina.do("migrate", to=NEW_CHAT)
        await settled(house)
        await rina.say("/verifikasi")
        await rina.wait_for_reply("Satu laporan menunggu")
        await settled(house)
        await rina.tap("✅ Terima", wait_seconds=0)
        await settled(house)
        await house.a_minute_passes()
        await sari.wait_for_reply("sudah dicek dan dicatat")
        await happened_once(house)
        decided = [m for m in await rina.messages() if "✅ Laporan S-1907-0001" in m.text]
        assert len(decided) == 2, "the card tapped, and the old one said anew"
        assert not await OutboxMessage.exists(state=OutboxState.FAILED)

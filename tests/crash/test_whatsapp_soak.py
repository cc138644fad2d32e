"""WhatsApp for a long time at its worst: each message is handled once, each answer arrives once.

Webhooks come twice, out of order, many in one and again long after they were taken; one call in
twenty of the Graph API ends in a server error, one in a hundred is carried out but not answered.
`make soak` posts ten thousand webhooks; the usual run fewer.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from bot.simulator.cast import cast_from
from models.inbox import InboxMessage, InboxState
from models.outbox import OutboxMessage, OutboxState
from tests.house import STAFF_CHAT, living_gulir

if TYPE_CHECKING:
    from pathlib import Path

    from tests.house import House

PEOPLE = 40
CAST = {
    "bot": {"id": 7000000001, "username": "gulir_sim_bot", "first_name": "Gulir"},
    "staff_chat": {"id": int(STAFF_CHAT), "title": "Petugas"},
    "whatsapp": {
        "phone_id": "106540352242922",
        "business_id": "102290129340398",
        "display_phone_number": "+62 811-5550-0100",
        "verified_name": "Dana Bergulir",
    },
    "people": [
        {"id": f"p{n}", "telegram_id": 8000 + n, "first_name": f"P{n}", "phone": f"+628129{n:06d}"}
        for n in range(PEOPLE)
    ],
    "phones": [
        {"id": f"p{n}", "label": f"P{n}", "people": [f"p{n}"], "chat": "private",
         "network": "whatsapp"}
        for n in range(PEOPLE)
    ]
    + [{"id": "staff", "label": "Petugas", "people": ["p0"], "chat": "staff"}],
}  # fmt: skip
MISBEHAVIOUR = (
    {"kind": "duplicate_updates", "percent": 10},
    {"kind": "redeliver_updates", "percent": 5},
    {"kind": "reorder_updates", "percent": 20},
    {"kind": "batch_updates", "percent": 10},
    {"method": "whatsapp.*", "status": 500, "percent": 3},
    {"method": "whatsapp.*", "status": 503, "percent": 2},
    {"method": "whatsapp.messages", "kind": "drop_response", "percent": 1},
)
UNSENT = (OutboxState.WAITING, OutboxState.SENDING)
PATIENCE_SECONDS = 1500.0


async def posted(house: House) -> int:
    return int((await house.simulator.call("GET", "/api/whatsapp"))["posted"])


async def everybody_writes(house: House, number: int) -> None:
    """A round of messages, all different; every second person has the chat open."""
    for n in range(PEOPLE):
        phone = house.simulator.phone(f"p{n}")
        if number == 0 and n % 2:
            await phone.look(looking=True)
        await phone.say(f"pesan {number} dari {n}")


async def heard(house: House) -> None:
    """Wait until all that was written has been handled."""
    while await house.simulator.pending() or await InboxMessage.exists(
        state__in=[InboxState.FETCHING, InboxState.WAITING]
    ):
        house.check_that_it_lives()
        await asyncio.sleep(0.01)


async def answered(house: House) -> None:
    """Wait until all answers are out; the clock runs ahead to what is to be tried again.

    It runs only when nothing is on its way, as no webhook takes minutes.
    """
    await heard(house)
    while await OutboxMessage.exists(state__in=UNSENT):
        await house.simulator.advance_clock(10)
        await asyncio.sleep(0.1)
        await heard(house)


@pytest.mark.only("postgres")
async def test_each_message_is_handled_once_and_each_answer_arrives_once(
    database_url: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    wanted, rounds = request.config.getoption("--webhooks"), 0
    async with (
        asyncio.timeout(PATIENCE_SECONDS),
        living_gulir(database_url, tmp_path, cast=cast_from(CAST)) as house,
    ):
        await house.simulator.misbehave(*MISBEHAVIOUR, seed=7)
        while await posted(house) < wanted:
            await everybody_writes(house, rounds)
            rounds += 1
            await heard(house)
        await answered(house)
        await each_message_was_handled_once(rounds)
        await each_answer_arrived_once(house, tmp_path)


async def each_message_was_handled_once(rounds: int) -> None:
    rows = await InboxMessage.filter(channel="whatsapp", address_id__isnull=False)
    assert {row.state for row in rows} == {InboxState.DONE}
    texts = Counter(row.event["text"] for row in rows)
    said = {f"pesan {number} dari {n}" for number in range(rounds) for n in range(PEOPLE)}
    assert set(texts) == said
    assert set(texts.values()) == {1}


async def each_answer_arrived_once(house: House, data_dir: Path) -> None:
    """By our own number in each message: what we sent is what stands on the phones, once each."""
    sent = await OutboxMessage.filter(channel="whatsapp")
    assert {row.state for row in sent} == {OutboxState.SENT}
    with sqlite3.connect(data_dir / "simulator" / "simulator.sqlite3") as simulator:
        rows = simulator.execute("SELECT callback_data FROM wa_ids WHERE callback_data IS NOT NULL")
        tags = Counter(tag for (tag,) in rows)
    assert [tag for tag, times in tags.items() if times > 1] == []
    assert {int(tag.partition(":")[0]) for tag in tags} == {row.id for row in sent}
    shown = 0
    for n in range(PEOPLE):
        messages = await house.simulator.phone(f"p{n}").messages()
        shown += sum(message.sender == "bot" for message in messages)
    assert shown == len(tags)

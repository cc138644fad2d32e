"""What can never be handled or never be sent: set aside, apologised for, and told to staff once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import structlog

from models.draft import Draft, DraftState
from models.inbox import InboxMessage, InboxState
from models.outbox import OutboxMessage, OutboxState
from tests.e2e.sample_house import a_house
from tests.transcript import settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[Any]]:
    """What is logged, kept: a trace with all its variables takes seconds to draw."""
    with structlog.testing.capture_logs() as lines:
        yield lines


async def test_a_message_that_always_fails_is_set_aside_and_holds_nobody_up(
    database_url: str, tmp_path: Path, logged: list[Any]
) -> None:
    """Somebody has written nonsense into a stored talk: its next message can only fail."""
    async with a_house(database_url, tmp_path) as house:
        sari, budi = (house.simulator.phone(name, name) for name in ("sari", "budi"))
        rina = house.simulator.phone("staff", "rina")
        await sari.say("setor 500rb")
        await sari.wait_for_reply("Kapan")
        draft = await Draft.get(state=DraftState.OPEN)
        draft.content = {**draft.content, "held": {"nonsense": True}}
        await draft.save(update_fields=["content"])
        await sari.say("ya")
        await budi.say("menu")
        await budi.wait_for_reply()
        sorry = await sari.wait_for_reply("sistem sedang ada gangguan")
        told = await rina.wait_for_reply("tidak dapat diproses dan kami sisihkan dengan nomor")
        await settled(house)
        aside = await InboxMessage.get(state=InboxState.SET_ASIDE)
        assert f"G-{aside.id}" in sorry.text
        assert f"G-{aside.id}" in told.text
        assert aside.attempts == 3
        assert [line["attempts"] for line in logged if line["event"] == "message_failed"] == [
            1,
            2,
            3,
        ]
        about = [m for m in await rina.messages() if "kami sisihkan" in m.text]
        assert len(about) == 1
        await sari.say("batal")
        await sari.wait_for_reply("dibatalkan")


async def test_a_message_that_a_network_refuses_is_told_to_staff(
    database_url: str, tmp_path: Path
) -> None:
    async with a_house(database_url, tmp_path) as house:
        sari, rina = house.simulator.phone("sari", "sari"), house.simulator.phone("staff", "rina")
        await house.simulator.misbehave(
            {"method": "sendMessage", "status": 400, "times": 1, "chat_id": 5001}
        )
        await sari.say("sisa")
        told = await rina.wait_for_reply("Ada pesan keluar yang tidak dapat dikirim, nomor")
        await settled(house)
        failed = await OutboxMessage.get(state=OutboxState.FAILED)
        assert f"K-{failed.id}" in told.text
        await sari.say("menu")
        await sari.wait_for_reply("Ada yang bisa kami bantu")

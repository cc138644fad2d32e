"""How webhooks come: after a handshake, signed, until they are taken, twice and late on request."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.simulator.phone import PhoneRefused, running_simulator
from bot.simulator.rates import RateLimits
from tests.networks import ON_WHATSAPP
from tests.simulator.raw_whatsapp import VERIFY_TOKEN, business_at
from tests.simulator.real_bot import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.simulator.raw_whatsapp import Business


async def webhook_of(business: Business) -> str:
    return str((await business.sim.call("GET", "/api/whatsapp"))["webhook"])


async def test_only_who_knows_the_word_becomes_the_webhook(business: Business) -> None:
    url = await webhook_of(business)
    with pytest.raises(PhoneRefused, match="403"):
        await business.sim.set_webhook(url, "wrong")
    with pytest.raises(PhoneRefused, match="tidak terjangkau"):
        await business.sim.set_webhook("http://127.0.0.1:1/hook", VERIFY_TOKEN)
    assert await webhook_of(business) == url


async def test_what_is_not_taken_comes_again_with_the_same_bytes(business: Business) -> None:
    business.answers = [503, 500, 404]
    await business.sim.phone("sari").say("halo")
    await business.until(lambda: len(business.raw) == 4)
    assert len(set(business.raw)) == 1
    async with asyncio.timeout(5):
        while await business.sim.pending():  # noqa: ASYNC110 (asked of another process's API)
            await asyncio.sleep(0.005)


async def test_what_fails_does_not_hold_up_what_follows(business: Business) -> None:
    business.answers = [500]
    sari = business.sim.phone("sari")
    await sari.say("satu")
    await business.until(lambda: business.raw)
    await sari.say("dua")
    await business.until(lambda: len(business.raw) == 3)
    assert [m["text"]["body"] for m in business.messages] == ["satu", "dua", "satu"]


async def test_updates_come_twice_and_again_on_request(business: Business) -> None:
    await business.sim.misbehave({"kind": "duplicate_updates", "times": 1})
    sari = business.sim.phone("sari")
    await sari.say("satu")
    await business.message(2)
    assert business.raw[0] == business.raw[1]
    await business.sim.misbehave({"kind": "redeliver_updates", "times": 1})
    await sari.say("dua")
    await business.message(4)
    assert [m["text"]["body"] for m in business.messages] == ["satu", "satu", "satu", "dua"]


async def test_updates_come_out_of_order_on_request(business: Business) -> None:
    await business.sim.misbehave({"kind": "reorder_updates", "times": 1}, seed=1)
    sari = business.sim.phone("sari")
    await sari.say("satu")
    await sari.say("dua")
    await business.message(2)
    assert [m["text"]["body"] for m in business.messages] == ["dua", "satu"]


async def test_many_people_come_in_one_webhook_on_request(business: Business) -> None:
    await business.sim.call("DELETE", "/api/whatsapp/webhook")
    for phone in ("sari", "budi", "dewi"):
        await business.sim.phone(phone).say("halo")
    await business.sim.misbehave({"kind": "batch_updates"})
    async with business_at(business.sim) as again:
        await again.message(3)
        assert len(again.payloads) == 1
        [entry] = again.payloads[0]["entry"]
        assert len(entry["changes"]) == 3
        for change in entry["changes"]:
            value = change["value"]
            assert value["contacts"][0]["wa_id"] == value["messages"][0]["from"]


async def test_what_waits_survives_a_restart_of_the_simulator(tmp_path: Path) -> None:
    arguments = {"token": TOKEN, "data_dir": tmp_path, "cast": ON_WHATSAPP}
    async with running_simulator(**arguments) as sim:  # type: ignore[arg-type]
        await sim.phone("sari").say("halo")
        async with business_at(sim) as business:
            business.answers = [500] * 50
            await business.message()
        await sim.phone("sari").say("masih di sini")
    async with running_simulator(**arguments) as sim, business_at(sim) as business:  # type: ignore[arg-type]
        await business.message(2)
        assert sorted(m["text"]["body"] for m in business.messages) == ["halo", "masih di sini"]


async def test_calls_fail_as_asked(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.say("halo")
    await business.sim.misbehave(
        {"method": "whatsapp.messages", "status": 500},
        {"method": "whatsapp.messages", "status": 503},
        {"method": "whatsapp.messages", "code": 131056},
        {"method": "whatsapp.*", "kind": "html_error"},
    )
    found = [await business.send(text="Halo") for _ in range(5)]
    assert [status for status, _ in found] == [500, 503, 400, 502, 200]
    assert [answer["error"]["code"] for _, answer in found[:3]] == [1, 2, 131056]
    await business.sim.misbehave({"kind": "fail_later", "code": 131049})
    late = await business.sent(text="Halo")
    assert (await business.outcome(late, "failed"))["errors"][0]["code"] == 131049
    assert len(await sari.messages()) == 2


async def test_an_answer_can_get_lost_after_the_message_was_sent(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.say("halo")
    await business.sim.misbehave({"method": "whatsapp.messages", "kind": "drop_response"})
    with pytest.raises(Exception, match=r"disconnected|reset"):
        await business.send(text="Halo", biz_opaque_callback_data="outbox:1")
    assert (await sari.last()).text == "Halo"
    told = await business.until(lambda: business.statuses)
    assert told[0]["biz_opaque_callback_data"] == "outbox:1"


async def test_a_change_of_any_kind_can_be_told(business: Business) -> None:
    value = {"event": "FLAGGED", "display_phone_number": "628115550100"}
    body = {"field": "phone_number_quality_update", "value": value}
    await business.sim.call("POST", "/api/whatsapp/event", json=body)
    [change] = (await business.until(lambda: business.payloads))[0]["entry"][0]["changes"]
    assert (change["field"], change["value"]) == ("phone_number_quality_update", value)


async def test_two_networks_live_side_by_side(tmp_path: Path) -> None:
    """The sample's own cast: Sari on WhatsApp, Budi on Telegram."""
    limits = RateLimits.none()
    async with (
        running_simulator(token=TOKEN, data_dir=tmp_path, rate_limits=limits) as sim,
        business_at(sim) as business,
    ):
        await sim.phone("sari").say("halo")
        await sim.phone("budi").say("halo")
        await business.message()
        assert await sim.call("GET", "/api/pending") == {"updates": 1, "webhooks": 0}
        phones = {phone["id"]: phone for phone in (await sim.state())["phones"]}
        assert (phones["sari"]["kind"], phones["budi"]["kind"]) == ("whatsapp", "telegram")
        assert phones["sari"]["title"] == "Dana Bergulir Kutim"
        assert phones["sari"]["window_until"] is not None
        assert "window_until" not in phones["budi"]

"""What the bot sends by the Graph API: how it is answered, shown, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.simulator.phone import running_simulator
from bot.simulator.rates import RateLimits
from tests.networks import ON_WHATSAPP
from tests.simulator.raw_whatsapp import BUDI, SARI, business_at
from tests.simulator.real_bot import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.simulator.raw_whatsapp import Business

RIGHT = {
    "type": "interactive",
    "interactive": {
        "type": "button",
        "header": {"type": "text", "text": "Laporan"},
        "body": {"text": "Sudah *benar*, Pak/Bu?"},
        "footer": {"text": "Dinas Sosial"},
        "action": {
            "buttons": [
                {"type": "reply", "reply": {"id": "yes", "title": "Ya, kirim"}},
                {"type": "reply", "reply": {"id": "no", "title": "Batal"}},
            ]
        },
    },
}
LISTED = {
    "type": "interactive",
    "interactive": {
        "type": "list",
        "body": {"text": "Pilih kelompok"},
        "action": {
            "button": "Pilih",
            "sections": [
                {
                    "rows": [
                        {"id": "1", "title": "Jahe Mekar"},
                        {
                            "id": "2",
                            "title": "KUBE Olahan Pisang Lest…",
                            "description": "KUBE Olahan Pisang Lestari, Teluk Pandan",
                        },
                    ]
                }
            ],
        },
    },
}
TEMPLATE = {
    "name": "angsuran_jatuh_tempo",
    "language": "id",
    "category": "UTILITY",
    "components": [
        {
            "type": "BODY",
            "text": "Angsuran {{1}} sebesar {{2}} jatuh tempo besok.",
            "example": {"body_text": [["Mekar", "Rp500.000"]]},
        },
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Lapor setoran"}]},
    ],
}


def filled(*values: str, **more: Any) -> dict[str, Any]:
    parameters = [{"type": "text", "text": value} for value in values]
    template = {
        "name": TEMPLATE["name"],
        "language": {"code": "id"},
        "components": [{"type": "body", "parameters": parameters}],
        **more,
    }
    return {"type": "template", "template": template}


async def test_a_text_is_answered_as_meta_answers_and_stands_on_the_phone(
    business: Business,
) -> None:
    await business.sim.phone("sari").say("halo")
    status, answer = await business.send(text="Selamat pagi, *Bu Sari* _dan_ kelompok_mekar")
    contact, message = answer["contacts"][0], answer["messages"][0]
    assert (status, answer["messaging_product"]) == (200, "whatsapp")
    assert (contact["input"], contact["wa_id"], contact["user_id"][:3]) == (SARI, SARI, "ID.")
    assert message["id"].startswith("wamid.")
    shown = await business.sim.phone("sari").last()
    assert shown.text == "Selamat pagi, Bu Sari dan kelompok_mekar"
    assert [(e["type"], e["offset"], e["length"]) for e in shown.facts["entities"]] == [
        ("bold", 14, 7),
        ("italic", 22, 3),
    ]


async def test_statuses_tell_how_far_it_came_and_carry_our_data_back(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.say("halo")
    wamid = await business.sent(text="Selamat pagi", biz_opaque_callback_data="outbox:17")
    told = await business.outcome(wamid, "delivered")
    assert told["biz_opaque_callback_data"] == "outbox:17"
    assert told["recipient_id"] == SARI
    assert told["pricing"]["category"] == "service"
    await sari.look()
    assert (await business.outcome(wamid, "read"))["biz_opaque_callback_data"] == "outbox:17"
    assert [s["status"] for s in business.statuses] == ["sent", "delivered", "read"]


async def test_who_has_the_chat_open_reads_at_once_and_nothing_says_delivered(
    business: Business,
) -> None:
    await business.sim.phone("sari").say("halo")
    await business.sim.phone("sari").look(looking=True)
    wamid = await business.sent(text="Selamat pagi")
    await business.outcome(wamid, "read")
    assert [s["status"] for s in business.statuses] == ["sent", "read"]


async def test_without_signal_it_is_sent_and_delivered_later(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.say("halo")
    await sari.go_offline()
    wamid = await business.sent(text="Selamat pagi")
    await business.outcome(wamid, "sent")
    assert [m.text for m in await sari.messages()] == ["halo"]
    await sari.go_online()
    await business.outcome(wamid, "delivered")
    assert (await sari.last()).text == "Selamat pagi"


async def test_to_somebody_who_blocks_us_it_is_sent_for_ever(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.say("halo")
    await sari.block()
    wamid = await business.sent(text="Selamat pagi")
    await business.outcome(wamid, "sent")
    await sari.block(blocked=False)
    await sari.say("saya kembali")
    await business.message(2)
    assert [s["status"] for s in business.statuses] == ["sent"]
    assert [m.text for m in await sari.messages()] == ["halo", "saya kembali"]


async def test_buttons_and_lists_stand_below_their_words(business: Business) -> None:
    await business.sim.phone("sari").say("halo")
    await business.sent(**RIGHT)
    shown = await business.sim.phone("sari").last()
    assert (shown.text, shown.buttons) == ("Sudah benar, Pak/Bu?", [["Ya, kirim"], ["Batal"]])
    assert (shown.facts["header"], shown.facts["footer"]) == ("Laporan", "Dinas Sosial")
    await business.sent(**LISTED)
    shown = await business.sim.phone("sari").last()
    assert shown.facts["list"]["button"] == "Pilih"
    assert shown.buttons == [["Jahe Mekar"], ["KUBE Olahan Pisang Lestari, Teluk Pandan"]]


@pytest.mark.parametrize("hours", [0, 25])
async def test_outside_the_window_a_free_message_fails_by_webhook(
    business: Business, hours: int
) -> None:
    """Never written, or not for a day: both are accepted, and fail a moment later."""
    if hours:
        await business.sim.phone("sari").say("halo")
        await business.sim.advance_clock(hours * 3600)
    wamid = await business.sent(text="Selamat pagi", biz_opaque_callback_data="outbox:18")
    failed = await business.outcome(wamid, "failed")
    [error] = failed["errors"]
    assert (error["code"], error["title"]) == (131047, "Re-engagement message")
    assert "more than 24 hours" in error["error_data"]["details"]
    assert failed["biz_opaque_callback_data"] == "outbox:18"
    assert [m.text for m in await business.sim.phone("sari").messages()] == ["halo"] * bool(hours)


async def test_a_template_opens_the_chat_but_not_the_window(business: Business) -> None:
    await business.sim.call("POST", "/api/whatsapp/templates", json=TEMPLATE)
    wamid = await business.sent(**filled("Mekar", "Rp500.000"))
    told = await business.outcome(wamid, "delivered")
    assert told["pricing"]["category"] == "utility"
    shown = await business.sim.phone("sari").last()
    assert shown.text == "Angsuran Mekar sebesar Rp500.000 jatuh tempo besok."
    assert shown.facts["template"] == {"name": TEMPLATE["name"], "category": "UTILITY"}
    assert shown.buttons == [["Lapor setoran"]]
    free = await business.sent(text="Selamat pagi")
    assert (await business.outcome(free, "failed"))["errors"][0]["code"] == 131047
    await business.sim.phone("sari").tap("Lapor setoran")
    message = await business.message()
    assert message["button"] == {"payload": "Lapor setoran", "text": "Lapor setoran"}
    assert message["context"]["id"] == wamid
    await business.outcome(await business.sent(text="Baik, Bu"), "delivered")


async def test_a_number_without_whatsapp_fails_by_webhook(business: Business) -> None:
    wamid = await business.sent("6280000000000", text="Halo?")
    assert (await business.outcome(wamid, "failed"))["errors"][0]["code"] == 131026


async def test_a_business_scoped_id_reaches_the_same_person(business: Business) -> None:
    await business.sim.phone("sari").say("halo")
    user_id = (await business.message())["from_user_id"]
    await business.sent(user_id, text="Lewat id")
    assert (await business.sim.phone("sari").last()).text == "Lewat id"


async def test_so_many_people_a_day_can_be_written_to_first(business: Business) -> None:
    await business.sim.call("POST", "/api/whatsapp/limits", json={"people_a_day": 1})
    await business.sim.call("POST", "/api/whatsapp/templates", json=TEMPLATE)
    for _ in range(2):
        await business.outcome(await business.sent(**filled("Mekar", "Rp1")), "delivered")
    late = await business.sent(BUDI, **filled("Lestari", "Rp1"))
    assert (await business.outcome(late, "failed"))["errors"][0]["code"] == 131048
    await business.sim.advance_clock(24 * 3600 + 1)
    await business.outcome(await business.sent(BUDI, **filled("Lestari", "Rp1")), "delivered")


async def test_marketing_is_held_back_for_those_who_got_enough(business: Business) -> None:
    template = TEMPLATE | {"category": "MARKETING"}
    await business.sim.call("POST", "/api/whatsapp/templates", json=template)
    for _ in range(2):
        await business.outcome(await business.sent(**filled("Mekar", "Rp1")), "delivered")
    third = await business.sent(**filled("Mekar", "Rp1"))
    assert (await business.outcome(third, "failed"))["errors"][0]["code"] == 131049


async def test_reading_and_typing_are_seen_on_the_phone(business: Business) -> None:
    sari = business.sim.phone("sari")
    first, second = await sari.say("halo"), await sari.say("ada orang?")
    wamid = (await business.message(2))["id"]
    mark = {"messaging_product": "whatsapp", "status": "read", "message_id": wamid}
    async with business.session.get(f"{business.sim.base_url}/api/events") as events:
        await events.content.readuntil(b"\n\n")
        path = f"{business.number}/messages"
        body = mark | {"typing_indicator": {"type": "text"}}
        assert await business.call("POST", path, json=body) == (200, {"success": True})
        lines = b""
        while b"event: typing" not in lines:
            lines = await events.content.readuntil(b"\n\n")
        assert b'"seconds": 25' in lines
    status = {m.id: m.facts["status"] for m in await sari.messages()}
    assert status == {first.id: "read", second.id: "read"}
    _, answer = await business.call("POST", path, json=mark | {"message_id": "wamid.unknown"})
    assert answer["error"]["code"] == 131009


async def test_a_reaction_sits_on_the_message_it_is_about(business: Business) -> None:
    await business.sim.phone("sari").say("halo")
    wamid = (await business.message())["id"]
    await business.sent(type="reaction", reaction={"message_id": wamid, "emoji": "🙏"})
    assert (await business.sim.phone("sari").last()).facts["reaction"] == "🙏"


async def test_the_real_rates_are_kept(tmp_path: Path) -> None:
    """45 to one person at once, then one in six seconds; 80 a second from the number."""
    async with (
        running_simulator(token=TOKEN, data_dir=tmp_path, cast=ON_WHATSAPP) as sim,
        business_at(sim) as business,
    ):
        for phone in ("sari", "budi"):
            await sim.phone(phone).say("halo")
        for _ in range(45):
            await business.sent(text="Halo")
        code, details = await business.refused(text="Halo")
        assert (code, "same phone number" in details) == (131056, True)
        await business.sent(BUDI, text="Halo")
    limits = RateLimits(number=0.001, number_burst=1)
    async with (
        running_simulator(token=TOKEN, rate_limits=limits, cast=ON_WHATSAPP) as sim,
        business_at(sim) as business,
    ):
        await business.sent(text="Halo")
        status, answer = await business.send(BUDI, text="Halo")
        assert (status, answer["error"]["code"]) == (429, 130429)

"""Receipts, unknown outcomes, crashes, and people who cannot be reached."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from bot.deliveries import RECONCILE_MS
from bot.taking_over import take_over
from handlers.messages import say
from models.calendar import epoch_ms
from models.contact import Address, Person
from models.delivery import Delivery
from models.outbox import OutboxMessage, OutboxState
from tests.channels.graph_api import refusing
from tests.channels.whatsapp_payloads import SARI, status, statuses
from tests.whatsapp.conftest import TELEGRAM_ID, keys_said

if TYPE_CHECKING:
    from handlers.messages import Reply
    from tests.whatsapp.conftest import Post


def news(text: str = "Kabar baik.") -> Reply:
    return say("staff.answer", text=text)


async def taken_but_silent(request: web.Request) -> web.StreamResponse:
    """The request is carried out, and its answer is lost."""
    await asyncio.sleep(1)
    return web.json_response({})


def tagged(row: OutboxMessage, word: str, message_id: str, **more: Any) -> dict[str, Any]:
    tag = f"{row.id}:0/1"
    return statuses(status(word, message_id, biz_opaque_callback_data=tag, **more))


async def test_receipts_only_rise_whatever_order_they_come_in(post: Post, sari: Person) -> None:
    row = await post.tell(sari, news())
    await post.deliver()
    for word in ("read", "sent", "delivered", "read"):
        await post.comes(tagged(row, word, "wamid.1"))
    known = await Delivery.get(external_id="wamid.1")
    assert (known.rank, known.outbox_id, known.failed_at_ms) == (3, row.id, None)


async def test_a_failure_after_delivery_is_another_device_of_theirs(
    post: Post, sari: Person
) -> None:
    row = await post.tell(sari, news())
    await post.deliver()
    await post.comes(tagged(row, "delivered", "wamid.1"))
    await post.comes(tagged(row, "failed", "wamid.1", code=131026))
    await post.deliver()
    known = await Delivery.get(external_id="wamid.1")
    assert (known.rank, known.failed_at_ms is not None) == (2, True)
    assert (await Address.get(external_id=SARI)).unreachable_since is None
    assert len(post.graph.said) == 1


async def test_a_status_without_our_number_is_known_by_its_own(post: Post, sari: Person) -> None:
    row = await post.tell(sari, news())
    await post.deliver()
    await post.comes(statuses(status("read", "wamid.1")))
    known = await Delivery.get(external_id="wamid.1")
    assert (known.rank, known.outbox_id) == (3, row.id)


async def test_a_status_of_a_message_that_is_not_ours_is_kept(post: Post, sari: Person) -> None:
    await post.comes(statuses(status("failed", "wamid.foreign", code=131026)))
    await post.comes(statuses(status("read", "wamid.9", biz_opaque_callback_data="999:0/1")))
    await post.comes(statuses(status("read", "wamid.8", biz_opaque_callback_data="x'; --")))
    await post.deliver()
    assert await Delivery.all().count() == 3
    assert (await Address.get(external_id=SARI)).unreachable_since is None


async def test_a_request_without_an_answer_is_found_again_by_our_number_on_it(
    post: Post, sari: Person
) -> None:
    post.graph.will("POST messages", taken_but_silent)
    row = await post.tell(sari, news())
    await post.deliver()
    await row.refresh_from_db()
    assert (row.state, row.repeated) == (OutboxState.WAITING, True)
    await post.comes(tagged(row, "sent", "wamid.lost"))
    post.clock.passes(minutes=10)
    await post.deliver()
    await row.refresh_from_db()
    assert (row.state, row.receipt) == (OutboxState.SENT, ["wamid.lost"])
    assert len(post.graph.said) == 1


async def test_so_it_is_when_the_status_is_quicker_than_our_patience(
    post: Post, sari: Person
) -> None:
    row = await post.tell(sari, news())

    async def told_meanwhile(request: web.Request) -> web.StreamResponse:
        await post.comes(tagged(row, "delivered", "wamid.lost"))
        return await taken_but_silent(request)

    post.graph.will("POST messages", told_meanwhile)
    await post.deliver()
    await row.refresh_from_db()
    assert (row.state, row.receipt) == (OutboxState.SENT, ["wamid.lost"])


async def test_of_which_nothing_is_ever_told_is_sent_again_with_a_mark(
    post: Post, sari: Person
) -> None:
    post.graph.will("POST messages", taken_but_silent)
    await post.tell(sari, news())
    await post.deliver()
    post.clock.passes(seconds=60)
    await post.deliver()
    assert len(post.graph.said) == 1
    post.clock.passes(seconds=60)
    await post.deliver()
    first, second = post.on_whatsapp
    assert second.startswith(first)
    assert "kirim ulang" in second.lower()


async def test_what_a_dead_process_was_sending_waits_for_its_status_first(
    post: Post, sari: Person
) -> None:
    row = await post.tell(sari, news())
    now_ms = epoch_ms(post.clock.now())
    await OutboxMessage.filter(id=row.id).update(
        state=OutboxState.SENDING, claimed_by="dead", claimed_at_ms=now_ms, attempts=1
    )
    assert await take_over({"dead"}) == 1
    await row.refresh_from_db()
    assert (row.state, row.not_before_ms) == (OutboxState.WAITING, now_ms + RECONCILE_MS)
    await post.comes(tagged(row, "delivered", "wamid.dead"))
    post.clock.passes(minutes=5)
    await post.deliver()
    assert post.graph.said == []
    await row.refresh_from_db()
    assert row.state is OutboxState.SENT


async def test_of_a_message_in_two_parts_only_the_lost_one_is_said_again(
    post: Post, sari: Person
) -> None:
    row = await post.tell(sari, news("a" * 5000))
    post.graph.will("POST messages", refusing(131000, status=500))
    await post.deliver()
    post.clock.passes(minutes=5)
    await post.deliver()
    ids = [each["biz_opaque_callback_data"] for each in post.graph.said]
    assert ids == [f"{row.id}:0/2", f"{row.id}:0/2", f"{row.id}:1/2"]
    second = status("failed", "wamid.3", code=131000, biz_opaque_callback_data=f"{row.id}:1/2")
    await post.comes(statuses(second))
    post.clock.passes(minutes=5)
    await post.deliver()
    assert [each["biz_opaque_callback_data"] for each in post.graph.said[3:]] == [f"{row.id}:1/2"]


async def test_who_has_no_whatsapp_any_more_is_marked_and_staff_hear_of_it(
    post: Post, sari: Person
) -> None:
    post.graph.will("POST messages", refusing(131026))
    row = await post.tell(sari, news())
    await post.deliver()
    await row.refresh_from_db()
    assert (row.state, row.trouble) == (OutboxState.FAILED, "recipient_unreachable")
    assert (await Address.get(external_id=SARI)).unreachable_since is not None
    assert [w for w in post.to_staff if "Sari Wulandari tidak dapat dihubungi" in w] != []
    await post.writes("halo")
    assert (await Address.get(external_id=SARI)).unreachable_since is None


@pytest.mark.usefixtures("also_on_telegram")
@pytest.mark.parametrize("later", [False, True])
async def test_their_other_channel_says_it_under_the_same_key(
    post: Post, sari: Person, *, later: bool
) -> None:
    sari.preferred_channel = "whatsapp"
    await sari.save()
    row = await post.tell(sari, news())
    if not later:
        post.graph.will("POST messages", refusing(131026))
    await post.deliver()
    if later:
        await post.comes(tagged(row, "failed", "wamid.1", code=131026))
        await post.deliver()
    await row.refresh_from_db()
    assert (row.channel, row.state) == ("telegram", OutboxState.SENT)
    assert (TELEGRAM_ID, "Kabar baik.") in [
        (chat, words.splitlines()[-1]) for chat, words in post.on_telegram
    ]
    assert any("lewat WhatsApp" in words for words in post.to_staff)


@pytest.mark.usefixtures("also_on_telegram")
async def test_from_telegram_it_goes_to_whatsapp_and_never_in_circles(
    post: Post, sari: Person
) -> None:
    sari.preferred_channel = "telegram"
    await sari.save()
    from tests.channels.bot_api import failure  # noqa: PLC0415

    post.telegram_api.will("sendMessage", failure(403, "Forbidden: bot was blocked by the user"))
    post.graph.will("POST messages", refusing(131026))
    row = await post.tell(sari, news())
    await post.deliver()
    await row.refresh_from_db()
    assert (row.channel, row.state) == ("whatsapp", OutboxState.FAILED)
    assert len(post.graph.said) == 1


async def test_a_wrong_token_stops_whatsapp_and_telegram_goes_on(
    post: Post, sari: Person, also_on_telegram: Address
) -> None:
    await also_on_telegram.delete()
    post.graph.will("POST messages", *[refusing(190, status=401)] * 2)
    first = await post.tell(sari, news(), "n:1")
    await post.deliver()
    await first.refresh_from_db()
    assert first.state is OutboxState.WAITING
    assert [w for w in post.to_staff if "WhatsApp menolak akun" in w] != []
    assert {"whatsapp.trouble", "whatsapp.channel_misconfigured"} <= set(await keys_said())
    await post.deliver()
    assert len(post.graph.said) == 1
    for _ in range(2):
        post.clock.passes(seconds=31)
        await post.deliver()
    await first.refresh_from_db()
    assert first.state is OutboxState.SENT
    assert len([w for w in post.to_staff if "WhatsApp menolak akun" in w]) == 1


async def test_when_meta_restricts_what_we_begin_answers_go_on(post: Post, sari: Person) -> None:
    post.graph.will("POST messages", refusing(131048))
    waiting = await post.tell(sari, news(), "n:1")
    await post.deliver()
    await post.tell(sari, news(), "n:2")
    await post.writes("menu")
    assert len(post.on_whatsapp) == 2  # the one that was refused, and the answer
    assert "whatsapp.answers_only" in await keys_said()
    assert any("membatasi" in words for words in post.to_staff)
    post.clock.passes(minutes=61)
    await post.deliver()
    await waiting.refresh_from_db()
    assert waiting.state is OutboxState.SENT


async def test_what_goes_wrong_there_again_and_again_is_given_up_loudly(
    post: Post, sari: Person
) -> None:
    row = await post.tell(sari, news())
    for _ in range(8):
        post.clock.passes(hours=1)
        await post.deliver()
        await row.refresh_from_db()
        if row.state is OutboxState.SENT:
            await post.comes(tagged(row, "failed", row.receipt[0], code=131000))
    await row.refresh_from_db()
    assert row.state is OutboxState.FAILED
    assert len(post.graph.said) == 5
    assert any("tidak dapat dikirim" in words for words in post.to_staff)

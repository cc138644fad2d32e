"""What we ask of the Graph API: every request as documented, every answer in its class."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web
from PIL import Image

from bot.channels.base import (
    AnswersOnly,
    Button,
    ChannelMisconfigured,
    ChannelUnavailable,
    InboundEvent,
    MediaGone,
    MediaTooLarge,
    MessageRefused,
    OutboundMessage,
    OutcomeUnknown,
    OutsideWindow,
    RateLimited,
    RecipientUnreachable,
    Sender,
    SendError,
    TemplateRefused,
)
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_client import Patience
from bot.channels.whatsapp_errors import MEANINGS, GraphError, send_error
from bot.channels.whatsapp_reading import read
from handlers.messages import Media
from tests.channels.graph_api import PHONE_ID, GraphApi, error, refusing, running_graph_api
from tests.channels.whatsapp_payloads import SARI, SARI_ID, message, said

QUICK = Patience(connect_seconds=0.2, answer_seconds=0.3, acknowledge_seconds=0.2)


@pytest.fixture
async def api() -> AsyncIterator[GraphApi]:
    async with running_graph_api() as running:
        yield running


@pytest.fixture
async def whatsapp(api: GraphApi) -> AsyncIterator[WhatsApp]:
    channel = WhatsApp(api.account, QUICK)
    yield channel
    await channel.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / f"{'ab' * 32}.show.jpg"
    Image.new("RGB", (40, 30), "green").save(path)
    return path


async def say(
    channel: WhatsApp, text: str = "Terima kasih.", chat: str = SARI, **more: object
) -> list[str]:
    """Render and send; the ids of the messages that came of it."""
    ids: list[str] = []
    for request in channel.render(OutboundMessage(text, **more)):  # type: ignore[arg-type]
        ids += (await channel.send(chat, request)).external_ids
    return ids


async def trouble(channel: WhatsApp, **more: object) -> SendError:
    with pytest.raises(SendError) as caught:
        await say(channel, **more)  # type: ignore[arg-type]
    return caught.value


async def test_words_go_to_a_number_and_their_id_comes_back(
    api: GraphApi, whatsapp: WhatsApp
) -> None:
    assert await say(whatsapp, tag="17") == ["wamid.1"]
    [asked] = api.said
    assert (asked["to"], asked["biz_opaque_callback_data"]) == (SARI, "17:0/1")


async def test_who_hides_their_number_is_a_recipient(api: GraphApi, whatsapp: WhatsApp) -> None:
    await say(whatsapp, chat=SARI_ID, contact_button="Bagikan nomor")
    [asked] = api.said
    assert asked["recipient"] == SARI_ID
    assert "to" not in asked


async def test_a_file_is_handed_over_once_and_sent_by_its_id(
    api: GraphApi, whatsapp: WhatsApp, picture: Path
) -> None:
    for _ in range(3):
        await say(whatsapp, pictures=(picture,), buttons=(Button("d7:yes", "Ya"),))
    [upload] = api.asked("POST media")
    assert upload["file"]["content_type"] == "image/jpeg"
    assert {m["interactive"]["header"]["image"]["id"] for m in api.said} == {"9001"}


async def test_a_file_that_failed_there_is_handed_over_afresh(
    api: GraphApi, whatsapp: WhatsApp, picture: Path
) -> None:
    api.will("POST messages", refusing(131053))
    assert isinstance(await trouble(whatsapp, pictures=(picture,)), ChannelUnavailable)
    await say(whatsapp, pictures=(picture,))
    assert len(api.asked("POST media")) == 2


async def test_a_document_shows_a_name_and_no_digest(
    api: GraphApi, whatsapp: WhatsApp, tmp_path: Path
) -> None:
    slip = tmp_path / f"{'0f' * 32}.pdf"
    slip.write_bytes(b"%PDF-1.4 %%EOF")
    await say(whatsapp, documents=(slip,))
    [asked] = api.said
    assert asked["document"]["filename"] == "gulir-0f0f0f0f.pdf"


async def test_a_file_that_is_gone_from_our_store_is_our_mistake(
    api: GraphApi, whatsapp: WhatsApp, tmp_path: Path
) -> None:
    assert isinstance(await trouble(whatsapp, pictures=(tmp_path / "no.jpg",)), MessageRefused)
    assert api.calls == []


CLASSES = [
    (ChannelMisconfigured, [0, 190, 3, 10, 200, 250, 299, 131005, 368, 131031, 130497, 133016,
                            131045, 131037, 131021, 131030]),
    (RateLimited, [4, 80007, 130429, 131056, 131057]),
    (AnswersOnly, [131048, 131064]),
    (OutsideWindow, [131047]),
    (RecipientUnreachable, [131026, 130472, 131062]),
    (TemplateRefused, [132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 131049,
                       131050, 131042, 131063]),
    (MessageRefused, [131008, 131009, 100, 131051, 131052, 132068, 132069, 137000, 999999]),
    (ChannelUnavailable, [131053, 131000, 131016, 135000, 1, 2]),
]  # fmt: skip
CODES = [(code, kind) for kind, codes in CLASSES for code in codes]


@pytest.mark.parametrize(("code", "kind"), CODES)
async def test_every_code_has_its_class(
    code: int, kind: type[SendError], api: GraphApi, whatsapp: WhatsApp
) -> None:
    api.will("POST messages", refusing(code, message=f"to {SARI} it cannot go"))
    caught = await trouble(whatsapp)
    assert type(caught) is kind
    assert SARI not in str(caught)


def test_no_code_of_the_table_is_without_a_test() -> None:
    assert set(MEANINGS) - {code for code, _ in CODES} == {132018, 133010, 33}


def test_what_meta_calls_transient_is_tried_again() -> None:
    assert isinstance(send_error(GraphError(424242, transient=True)), ChannelUnavailable)
    assert isinstance(send_error(GraphError(424242)), MessageRefused)


async def test_limits_of_a_person_grow_and_those_of_the_number_stop_everybody(
    api: GraphApi, whatsapp: WhatsApp
) -> None:
    api.will("POST messages", *[refusing(131056)] * 4)
    waits = []
    for _ in range(4):
        caught = await trouble(whatsapp)
        assert isinstance(caught, RateLimited)
        assert not caught.whole_channel
        waits.append(caught.retry_after_seconds)
    assert waits == [4, 16, 64, 256]
    await say(whatsapp)
    api.will("POST messages", refusing(131056), *[refusing(130429)] * 2)
    again = await trouble(whatsapp)
    assert isinstance(again, RateLimited)
    assert again.retry_after_seconds == 4
    first, second = await trouble(whatsapp), await trouble(whatsapp)
    assert isinstance(first, RateLimited)
    assert isinstance(second, RateLimited)
    assert first.whole_channel
    assert second.retry_after_seconds > first.retry_after_seconds


async def late(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(1)
    return web.json_response({})


async def proxy(_: web.Request) -> web.StreamResponse:
    return web.Response(status=502, text="<html>bad gateway</html>", content_type="text/html")


async def gateway(_: web.Request) -> web.StreamResponse:
    return web.Response(status=504, text="<html>time-out</html>", content_type="text/html")


async def empty(_: web.Request) -> web.StreamResponse:
    return web.json_response({"messages": []})


async def half(_: web.Request) -> web.StreamResponse:
    return web.Response(text='{"messages": [{"id": "wa', content_type="application/json")


async def hang_up(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.close()
    return web.Response()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (late, OutcomeUnknown),
        (gateway, OutcomeUnknown),
        (empty, OutcomeUnknown),
        (half, OutcomeUnknown),
        (hang_up, OutcomeUnknown),
        (proxy, ChannelUnavailable),
    ],
)
async def test_an_outcome_that_nobody_knows_is_told_from_one_that_did_not_come_about(
    answer: object, kind: type[SendError], api: GraphApi, whatsapp: WhatsApp
) -> None:
    api.will("POST messages", answer)  # type: ignore[arg-type]
    assert type(await trouble(whatsapp)) is kind


async def test_without_a_connection_nothing_was_sent(api: GraphApi) -> None:
    nowhere = WhatsApp(replace(api.account, api_base="http://127.0.0.1:9"), QUICK)
    caught = await trouble(nowhere)
    await nowhere.close()
    assert type(caught) is ChannelUnavailable
    assert "127.0.0.1" not in str(caught)


async def test_a_wrong_token_stops_the_channel(api: GraphApi) -> None:
    other = WhatsApp(replace(api.account, token="EAAG-another-token"), QUICK)
    assert isinstance(await trouble(other), ChannelMisconfigured)
    await other.close()


# Media -------------------------------------------------------------------------------------------


async def test_a_picture_comes_in_two_steps_with_our_token(
    api: GraphApi, whatsapp: WhatsApp
) -> None:
    api.files["77"] = b"jpeg" * 100
    assert await whatsapp.fetch(Media("77", "x"), size_bytes_max=1000) == api.files["77"]
    assert api.asked("GET media") == [{"phone_number_id": PHONE_ID}]


async def test_what_is_gone_or_too_large_says_so(api: GraphApi, whatsapp: WhatsApp) -> None:
    with pytest.raises(MediaGone):
        await whatsapp.fetch(Media("unknown", "x"), size_bytes_max=1000)
    api.files["77"] = b"x" * 1001
    with pytest.raises(MediaTooLarge):
        await whatsapp.fetch(Media("77", "x"), size_bytes_max=1000)

    async def longer_than_told(_: web.Request) -> web.StreamResponse:
        return web.Response(body=b"x" * 1001)

    async def expired(_: web.Request) -> web.StreamResponse:
        return web.Response(status=404)

    api.files["78"] = b"x"
    api.will("GET file", longer_than_told, expired)
    with pytest.raises(MediaTooLarge):
        await whatsapp.fetch(Media("78", "x"), size_bytes_max=1000)
    with pytest.raises(MediaGone):
        await whatsapp.fetch(Media("78", "x"), size_bytes_max=1000)


async def test_our_token_goes_to_nobody_without_encryption(
    api: GraphApi, whatsapp: WhatsApp
) -> None:
    async def elsewhere(_: web.Request) -> web.StreamResponse:
        return web.json_response({"url": "http://example.org/file/77"})

    api.will("GET media", elsewhere)
    with pytest.raises(MediaGone):
        await whatsapp.fetch(Media("77", "x"), size_bytes_max=1000)


async def test_after_many_downloads_that_failed_we_stop_before_meta_does(
    api: GraphApi, whatsapp: WhatsApp
) -> None:
    for _ in range(15):
        with pytest.raises(MediaGone):
            await whatsapp.fetch(Media("unknown", "x"), size_bytes_max=1000)
    asked = len(api.calls)
    with pytest.raises(ChannelUnavailable):
        await whatsapp.fetch(Media("unknown", "x"), size_bytes_max=1000)
    assert len(api.calls) == asked


# Ticks -------------------------------------------------------------------------------------------


async def test_a_message_is_marked_read_and_nobody_waits_for_it(
    api: GraphApi, whatsapp: WhatsApp
) -> None:
    [event] = read(said(message()), PHONE_ID)
    await whatsapp.acknowledge(event, typing=True)
    assert api.calls == []
    await api.until(1)
    [asked] = api.asked("POST messages")
    assert (asked["message_id"], asked["typing_indicator"]) == ("wamid.in1", {"type": "text"})


async def test_a_tick_that_fails_troubles_nobody(api: GraphApi, whatsapp: WhatsApp) -> None:
    api.will("POST messages", late, lambda _: _refused())
    for number in (1, 2):
        told = message(number=number, **{"from": f"62812555000{number}"})
        [event] = read(said(told), PHONE_ID)
        await whatsapp.acknowledge(event, typing=False)
    await whatsapp.acknowledge(InboundEvent("s:1", Sender(""), SARI, private=True), typing=True)
    await api.until(2)
    assert len(api.calls) == 2


async def test_of_many_messages_of_one_person_the_last_is_ticked(
    api: GraphApi, whatsapp: WhatsApp
) -> None:
    for number in range(50):
        [event] = read(said(message(number=number)), PHONE_ID)
        await whatsapp.acknowledge(event, typing=False)
    await api.until(1)
    assert [each["message_id"] for each in api.asked("POST messages")] == ["wamid.in49"]


async def _refused() -> web.StreamResponse:
    return error(131000, status=500)

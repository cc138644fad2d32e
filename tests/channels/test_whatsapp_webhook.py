"""The address that Meta calls: signatures, durability, and everything that can be wrong with it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_webhook import PATH
from bot.web import BODY_BYTES_MAX, application
from tests.channels.graph_api import VERIFY, GraphApi, running_graph_api
from tests.channels.whatsapp_payloads import message, posted, said


@pytest.fixture
async def api() -> AsyncIterator[GraphApi]:
    async with running_graph_api() as running:
        yield running


class Shelf:
    """Where payloads are put; it can be away, and it can be slow."""

    def __init__(self) -> None:
        self.batches: list[list[Any]] = []
        self.away = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def store(self, payloads: list[Any]) -> None:
        await self.gate.wait()
        if self.away:
            raise ConnectionError("the database is away")
        self.batches.append(payloads)

    @property
    def kept(self) -> list[Any]:
        return [payload for batch in self.batches for payload in batch]


@asynccontextmanager
async def listening(api: GraphApi, shelf: Shelf | None) -> AsyncIterator[httpx.AsyncClient]:
    """The bot's own web server with a webhook; nothing stores what arrives without a shelf."""
    channel = WhatsApp(api.account)

    async def ready() -> dict[str, bool]:
        return {}

    runner = web.AppRunner(
        application(ready, page=None, webhooks=channel.webhook.routes()), access_log=None
    )
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
    storing = asyncio.create_task(channel.receive(shelf.store)) if shelf else None
    await asyncio.sleep(0)
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            yield client
    finally:
        if storing is not None:
            storing.cancel()
            with suppress(asyncio.CancelledError):
                await storing
        await runner.cleanup()
        await channel.close()


async def send(client: httpx.AsyncClient, payload: Any, **headers: str) -> httpx.Response:
    body, signature = posted(payload)
    return await client.post(PATH, content=body, headers=signature | headers)


async def test_meta_is_told_that_the_address_is_ours_if_it_knows_our_word(api: GraphApi) -> None:
    async with listening(api, Shelf()) as client:
        asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444"}
        right = await client.get(PATH, params={**asked, "hub.verify_token": VERIFY})
        assert (right.status_code, right.text) == (200, "1158201444")
        for wrong in ({"hub.verify_token": "guess"}, {}, {"hub.verify_token": "é\ud800"[:1]}):
            refused = await client.get(PATH, params={**asked, **wrong})
            assert (refused.status_code, refused.text) == (403, "")
        mode = {**asked, "hub.mode": "unsubscribe", "hub.verify_token": VERIFY}
        assert (await client.get(PATH, params=mode)).status_code == 403


async def test_what_is_signed_is_stored_before_it_is_answered(api: GraphApi) -> None:
    shelf = Shelf()
    shelf.gate.clear()
    async with listening(api, shelf) as client:
        sending = asyncio.create_task(send(client, said(message())))
        done, _ = await asyncio.wait([sending], timeout=0.1)
        assert not done
        shelf.gate.set()
        assert (await sending).status_code == 200
    assert shelf.kept == [said(message())]


async def test_what_arrives_while_a_commit_is_on_its_way_is_committed_together(
    api: GraphApi,
) -> None:
    shelf = Shelf()
    async with listening(api, shelf) as client:
        shelf.gate.clear()
        first = asyncio.create_task(send(client, said(message(number=0))))
        await asyncio.sleep(0.05)
        rest = [asyncio.create_task(send(client, said(message(number=n)))) for n in range(1, 9)]
        await asyncio.sleep(0.2)
        shelf.gate.set()
        answers = await asyncio.gather(first, *rest)
    assert {answer.status_code for answer in answers} == {200}
    assert [len(batch) for batch in shelf.batches] == [1, 8]


async def test_a_stranger_is_refused_and_learns_nothing(api: GraphApi) -> None:
    shelf = Shelf()
    body, right = posted(said(message()))
    wrong = [
        {},
        {"X-Hub-Signature-256": ""},
        {"X-Hub-Signature-256": "sha256=" + "0" * 64},
        {"X-Hub-Signature-256": right["X-Hub-Signature-256"].removeprefix("sha256=")},
        posted(said(message()), secret="another-secret-of-somebody")[1],
    ]
    async with listening(api, shelf) as client:
        for headers in wrong:
            answer = await client.post(PATH, content=body, headers=headers)
            assert answer.status_code in (401, 403)
            assert answer.content == b""
            assert "sha256" not in str(answer.headers)
        changed = body.replace(b"halo", b"hola")
        assert (await client.post(PATH, content=changed, headers=right)).status_code == 403
    assert shelf.kept == []


async def test_the_signature_is_of_the_bytes_as_they_came(api: GraphApi) -> None:
    shelf = Shelf()
    escaped = b'{"entry": [{"changes":[{"value" : {"x": "\\u00e9 \\ud83d\\ude4f"}}]}]}'
    plain = '{"entry":[{"changes":[{"value":{"x":"é 🙏"}}]}]}'.encode()
    async with listening(api, shelf) as client:
        for body in (escaped, plain):
            assert (await send(client, body)).status_code == 200
    assert shelf.kept[0] == shelf.kept[1]


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"entry": [{"changes"', b"\xff\xfe", b"[" * 5000, b"NaN"]
)
async def test_what_is_signed_but_no_json_is_kept_aside(api: GraphApi, body: bytes) -> None:
    shelf = Shelf()
    async with listening(api, shelf) as client:
        assert (await send(client, body)).status_code == 200
    assert shelf.kept == [{"unreadable": body.decode("utf-8", "backslashreplace")}]


async def test_three_megabytes_are_taken_and_more_are_not(api: GraphApi) -> None:
    shelf = Shelf()
    frame = b'{"x":"%s"}'
    async with listening(api, shelf) as client:
        whole = frame % (b"a" * (BODY_BYTES_MAX - len(frame) + 2))
        assert len(whole) == BODY_BYTES_MAX
        assert (await send(client, whole)).status_code == 200
        assert (await send(client, whole + b" ")).status_code == 413
    assert len(shelf.kept) == 1


async def test_while_the_store_is_away_meta_keeps_it_for_us(api: GraphApi) -> None:
    shelf = Shelf()
    async with listening(api, shelf) as client:
        shelf.away = True
        assert (await send(client, said(message()))).status_code == 503
        shelf.away = False
        assert (await send(client, said(message()))).status_code == 200
    assert len(shelf.kept) == 1


async def test_before_and_after_we_store_anything_meta_keeps_it(api: GraphApi) -> None:
    async with listening(api, None) as client:
        assert (await send(client, said(message()))).status_code == 503


async def test_a_caller_who_hangs_up_spoils_nothing(api: GraphApi) -> None:
    shelf = Shelf()
    async with listening(api, shelf) as client:
        shelf.gate.clear()
        with pytest.raises(httpx.ReadTimeout):
            await client.post(
                PATH, content=posted(said(message()))[0], headers=posted(said(message()))[1],
                timeout=0.1,
            )  # fmt: skip
        shelf.gate.set()
        assert (await send(client, said(message(number=2)))).status_code == 200
    assert [p["entry"][0]["changes"][0]["value"]["messages"][0]["id"] for p in shelf.kept] == [
        "wamid.in1",
        "wamid.in2",
    ]

"""How many webhooks of WhatsApp are accepted a second, as a ratio to a bare handler.

`python -m tests.bench.whatsapp`, or `--quick` with fewer. The rival is an aiohttp handler that only
checks the signature and keeps nothing; Gulir checks it, reads the message, and answers when it is
committed to SQLite with full sync (and marks it as read, as in real life). Both are processes of
their own, called by the same client over so many connections, one after the other in one run.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_account import WhatsAppAccount
from bot.channels.whatsapp_webhook import PATH, SIGNATURE, signed
from bot.clock import SystemClock
from bot.database import close_database, migrate, open_database
from bot.inbox import Inbox
from bot.log import configure_logs
from bot.staff_chat import StaffChat
from bot.wake import Wake
from bot.web import application
from models.inbox import InboxMessage
from tests.bench.processes import end_with_parent, first_line, running

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

SECRET = "made-up-secret-of-the-bench"
PHONE_ID = "106540352242922"
CONNECTIONS = (1, 8, 32)
RATIO_LEAST = 0.1
"""Of the rival's rate over 32 connections: below this something is wrong, not slow."""
_WEBHOOKS, _QUICK = 3000, 200
_ROUNDS, _QUICK_ROUNDS = 3, 1
Rates = dict[tuple[str, int], float]


# The two servers, each in a process of its own ---------------------------------------------------


async def _bare() -> None:
    """Checks the signature, and that is all."""

    async def receive(request: web.Request) -> web.Response:
        body = await request.read()
        right = hmac.new(SECRET.encode(), body, sha256).hexdigest()
        if not hmac.compare_digest(request.headers.get(SIGNATURE, ""), f"sha256={right}"):
            return web.Response(status=403)
        return web.Response()

    app = web.Application()
    app.router.add_post(PATH, receive)
    await _serve(app)


async def _gulir(graph: str) -> None:
    """The bot's own web server, webhook and inbox on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite://{Path(folder) / 'gulir.db'}"
        await migrate(url)
        await open_database(url)
        account = WhatsAppAccount("made-up-token", PHONE_ID, "1", SECRET, "word", graph, "v26.0")
        channel = WhatsApp(account)
        staff = StaffChat("telegram", "-1", "id")
        inbox = Inbox(clock=SystemClock(), wake=Wake(), burst_seconds=2.5, staff_chat=staff)

        async def store(payloads: list[Any]) -> None:
            await inbox.store(channel, payloads)

        async def ready() -> dict[str, bool]:
            return {}

        storing = asyncio.create_task(channel.receive(store))
        app = application(ready, page=None, webhooks=channel.webhook.routes())

        async def kept(_: web.Request) -> web.Response:
            return web.json_response(await InboxMessage.all().count())

        app.router.add_get("/kept", kept)
        try:
            await _serve(app)
        finally:
            storing.cancel()
            await channel.close()
            await close_database()


async def _serve(app: web.Application) -> None:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)  # noqa: T201 (its parent reads it)
    await asyncio.Event().wait()


# The client --------------------------------------------------------------------------------------


def _webhook(number: int) -> bytes:
    """A message as Meta sends it, signed, as the bytes of a whole request."""
    sender = f"62812{number % 500:07d}"
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "628115550100", "phone_number_id": PHONE_ID},
        "contacts": [{"profile": {"name": "Sari Wulandari"}, "wa_id": sender}],
        "messages": [
            {
                "from": sender,
                "id": f"wamid.HBgNNjI4MTI1NTUwMTAwMRUCABIYFDNBN{number:012d}",
                "timestamp": str(int(time.time())),
                "type": "text",
                "text": {"body": "setor 500rb kemarin, buktinya menyusul ya Bu"},
            }
        ],
    }
    change = {"field": "messages", "value": value}
    whole = {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [change]}]}
    body = json.dumps(whole).encode()
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n{SIGNATURE}: {signed(body, SECRET.encode())}\r\n\r\n"
    )
    return head.encode() + body


async def _send(port: int, requests: Sequence[bytes]) -> None:
    """Requests over one connection, each after the answer to the one before."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        if length:
            await reader.readexactly(length)
    writer.close()


async def _rate(port: int, requests: Sequence[bytes], connections: int) -> float:
    parts = [requests[start::connections] for start in range(connections)]
    began = time.perf_counter()
    await asyncio.gather(*(_send(port, part) for part in parts))
    return len(requests) / (time.perf_counter() - began)


async def _measure(
    ports: dict[str, int], webhooks: int, rounds: int, *, first: int
) -> tuple[Rates, int]:
    """The median rates of both, taken in turns; and how many webhooks Gulir was sent."""
    rates: dict[tuple[str, int], list[float]] = {}
    number = first
    for _ in range(rounds):
        for connections in CONNECTIONS:
            for name, port in ports.items():
                requests = [_webhook(number + one) for one in range(webhooks)]
                number += webhooks
                rate = await _rate(port, requests, connections)
                rates.setdefault((name, connections), []).append(rate)
    sent = rounds * len(CONNECTIONS) * webhooks
    return {key: median(each) for key, each in rates.items()}, sent


async def _kept(port: int) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /kept HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return int(answer.rpartition(b"\r\n\r\n")[2])


async def _compare(webhooks: int, rounds: int) -> tuple[Rates, int, int]:
    graph, port = await _lean_graph()
    try:
        with (
            running("-m", "tests.bench.whatsapp", "--serve", "bare") as bare,
            running("-m", "tests.bench.whatsapp", "--serve", f"http://127.0.0.1:{port}") as gulir,
        ):
            ports = {"bare aiohttp": int(first_line(bare)), "Gulir": int(first_line(gulir))}
            warm, _ = await _measure(ports, 50, 1, first=0)
            rates, sent = await _measure(ports, webhooks, rounds, first=1_000_000)
            assert warm.keys() == rates.keys()
            return rates, sent, await _kept(ports["Gulir"]) - 50 * len(CONNECTIONS)
    finally:
        await graph.cleanup()


async def _lean_graph() -> tuple[web.AppRunner, int]:
    """Takes the ticks, each after a tenth of a second, as over a real network."""

    async def answer(_: web.Request) -> web.Response:
        await asyncio.sleep(0.1)
        return web.json_response({"success": True})

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, int(runner.addresses[0][1])


def main(arguments: Sequence[str]) -> int:
    """Print the rates and their ratios; 1 when a webhook was lost, or when it is far too slow."""
    quick = "--quick" in arguments
    webhooks, rounds = (_QUICK, _QUICK_ROUNDS) if quick else (_WEBHOOKS, _ROUNDS)
    rates, sent, kept = asyncio.run(_compare(webhooks, rounds))
    print("connections  bare aiohttp     Gulir  ratio")  # noqa: T201
    for connections in CONNECTIONS:
        theirs, ours = rates["bare aiohttp", connections], rates["Gulir", connections]
        print(f"{connections:11}  {theirs:10.0f}/s  {ours:6.0f}/s  {ours / theirs:.2f}x")  # noqa: T201
    print(f"{kept} of {sent} stored")  # noqa: T201
    most = CONNECTIONS[-1]
    slow = rates["Gulir", most] / rates["bare aiohttp", most] < RATIO_LEAST
    return int(kept != sent or slow)


if __name__ == "__main__":
    if "--serve" in sys.argv:
        end_with_parent()
        configure_logs("ERROR", "json")
        which = sys.argv[-1]
        serve: Callable[[], Awaitable[None]] = _bare if which == "bare" else lambda: _gulir(which)
        asyncio.run(serve())  # type: ignore[arg-type]
    sys.exit(main(sys.argv[1:]))

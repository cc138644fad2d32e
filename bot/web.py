"""The bot's own web server: whether it is alive, and whether it is ready."""

from collections.abc import Awaitable, Callable, Sequence

import orjson
import structlog
from aiohttp import web

from bot.database import connection

log = structlog.get_logger()

Ready = Callable[[], Awaitable[dict[str, bool]]]


async def database_answers() -> bool:
    """Whether a statement comes back from the database."""
    try:
        await connection().execute_query("SELECT 1")
    except Exception as trouble:  # noqa: BLE001 (whatever it is, we are not ready)
        log.warning("database_silent", trouble=repr(trouble))
        return False
    return True


BODY_BYTES_MAX = 3 * 1024 * 1024
"""More is answered with 413: no network sends more at once."""


def application(
    ready: Ready, *, page: str | None, webhooks: Sequence[web.RouteDef] = ()
) -> web.Application:
    """`/healthz`: the process runs. `/readyz`: everything it needs works, or 503 with what lacks.

    `page` is the address of the simulator's phones, to which `/` leads; `webhooks` are the
    addresses that networks call.
    """

    async def healthz(_request: web.Request) -> web.Response:
        return _json({"status": "alive"}, 200)

    async def readyz(_request: web.Request) -> web.Response:
        parts = await ready()
        well = all(parts.values())
        return _json({"status": "ready" if well else "not ready", **parts}, 200 if well else 503)

    async def front(_request: web.Request) -> web.Response:
        if page is None:
            raise web.HTTPNotFound
        raise web.HTTPFound(page)

    app = web.Application(client_max_size=BODY_BYTES_MAX)
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/", front)])
    app.add_routes(webhooks)
    return app


def _json(body: dict[str, object], status: int) -> web.Response:
    return web.Response(
        body=orjson.dumps(body), status=status, content_type="application/json", charset="utf-8"
    )

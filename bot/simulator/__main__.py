"""`python -m bot.simulator`: the simulator by itself."""

from __future__ import annotations

import argparse
import asyncio
import logging
from pathlib import Path

from bot.simulator.cast import SAMPLE_CAST, read_cast
from bot.simulator.rates import RateLimits
from bot.simulator.serve import LOCALHOST, serve
from bot.simulator.whatsapp_business import Keys


def main() -> None:
    """Read the command line and serve until told to stop."""
    usual = RateLimits()
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    parser.add_argument("--host", default=LOCALHOST)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--whatsapp-token", default=Keys().token)
    parser.add_argument("--whatsapp-app-secret", default=Keys().app_secret)
    parser.add_argument("--data", type=Path, required=True, help="folder for everything it keeps")
    parser.add_argument("--cast", type=Path, default=SAMPLE_CAST)
    parser.add_argument("--per-chat", type=float, default=usual.per_chat, help="messages a second")
    parser.add_argument("--per-chat-burst", type=int, default=usual.per_chat_burst)
    parser.add_argument("--per-group", type=float, default=usual.per_group)
    parser.add_argument("--per-group-burst", type=int, default=usual.per_group_burst)
    parser.add_argument("--overall", type=float, default=usual.overall)
    parser.add_argument("--overall-burst", type=int, default=usual.overall_burst)
    parser.add_argument(
        "--until-stdin-closes", action="store_true", help="stop when whoever started us is gone"
    )
    _serve(parser.parse_args())


def _serve(given: argparse.Namespace) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    limits = RateLimits(
        per_chat=given.per_chat,
        per_chat_burst=given.per_chat_burst,
        per_group=given.per_group,
        per_group_burst=given.per_group_burst,
        overall=given.overall,
        overall_burst=given.overall_burst,
    )
    asyncio.run(
        serve(
            host=given.host,
            port=given.port,
            token=given.token,
            data_dir=given.data,
            cast=read_cast(given.cast),
            rate_limits=limits,
            keys=Keys(given.whatsapp_token, given.whatsapp_app_secret),
            until_stdin_closes=given.until_stdin_closes,
        )
    )


if __name__ == "__main__":
    main()

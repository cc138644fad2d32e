"""No call, however odd, breaks the server: it answers in JSON, as Telegram does."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from bot.simulator.telegram_server import METHODS, PARAMETERS
from tests.simulator.real_bot import TOKEN

if TYPE_CHECKING:
    from bot.simulator.phone import Simulator

WORDS = [
    "",
    "x",
    "{",
    "[]",
    "5001",
    "HTML",
    "MarkdownV2",
    "attach://f",
    "photo",
    "<b>",
    "*_`[",
    "😀",
]
NUMBERS = [0, 1, -1, 5001, -1001000000001, 2**63, 1.5, True, None]
NAMES = ["inline_keyboard", "keyboard", "text", "callback_data", "url", "type", "media", "offset",
         "length", "message_id", "command", "description", "user", "caption"]  # fmt: skip
METHODS_CALLED = sorted(set(METHODS) - {"setWebhook"})
"""Setting a webhook would make the server call an invented address."""


def odd_value(lot: random.Random, depth: int = 0) -> Any:
    kind = lot.randrange(4 if depth < 4 else 2)
    if kind == 0:
        return lot.choice(WORDS)
    if kind == 1:
        return lot.choice(NUMBERS)
    if kind == 2:
        return [odd_value(lot, depth + 1) for _ in range(lot.randrange(4))]
    return {lot.choice(NAMES): odd_value(lot, depth + 1) for _ in range(lot.randrange(5))}


def odd_call(lot: random.Random) -> tuple[str, dict[str, Any]]:
    method = lot.choice(METHODS_CALLED)
    names = sorted(PARAMETERS[method] - {"self", "timeout"})
    body = {name: odd_value(lot) for name in names if lot.random() < 0.5}
    if lot.random() < 0.8:
        body |= {"chat_id": lot.choice([5001, -1001000000001]), "text": "halo"}
    if lot.random() < 0.5:
        body["message_id"] = lot.randrange(5)
    return method, body


@pytest.mark.parametrize("seed", range(4))
async def test_an_odd_call_is_answered_in_json(sim: Simulator, seed: int) -> None:
    lot = random.Random(seed)  # noqa: S311 -- repeatable on purpose
    await sim.phone("sari").say("/start")
    for _ in range(150):
        method, body = odd_call(lot)
        async with sim.session.post(f"{sim.base_url}/bot{TOKEN}/{method}", json=body) as answer:
            facts = await answer.json()
            assert answer.status < 500, (method, body, facts)
            assert facts["ok"] == (answer.status == 200)

"""Every chat under tests/transcripts is played, word for word, on both databases."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.database import close_database, open_database
from tests.givens import make
from tests.house import living_gulir
from tests.transcript import Player, read_chat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.clock import ShiftedClock
    from tests.transcript import Chat
    from tests.worlds import Worlds

FOLDER = Path(__file__).parent / "transcripts"
SAMPLE = "the sample data"
CHATS = sorted(FOLDER.rglob("*.chat"))


@pytest.mark.parametrize("path", CHATS, ids=lambda path: str(path.relative_to(FOLDER)))
async def test_the_chat_goes_as_written(
    path: Path, database_url: str, worlds: Worlds, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The bot says exactly what the transcript says; `--accept` rewrites its lines."""
    chat = read_chat(path)
    async with living_gulir(
        database_url,
        tmp_path,
        today=chat.begins,
        before_start=lambda clock: given(chat, clock, database_url, worlds),
    ) as house:
        played = await Player(house).play(chat)
    if request.config.getoption("--accept"):
        accept(path, played)
        return
    changes = difflib.unified_diff(
        chat.text.splitlines(), played.splitlines(), "as written", "as it went", lineterm=""
    )
    assert played == chat.text, "\n" + "\n".join(changes)


def accept(path: Path, played: str) -> None:
    path.write_text(played, encoding="utf-8")


async def given(chat: Chat, clock: ShiftedClock, database_url: str, worlds: Worlds) -> None:
    """Make the world that the chat begins with."""

    async def make_each(sentences: Sequence[str]) -> None:
        await open_database(database_url)
        try:
            for sentence in sentences:
                await make(sentence, clock)
        finally:
            await close_database()

    sentences = chat.givens
    if sentences[:1] == (SAMPLE,):
        name = f"{SAMPLE} on {chat.begins.isoformat()}"
        await worlds.enter(name, database_url, lambda: make_each(sentences[:1]))
        sentences = sentences[1:]
    if sentences:
        await make_each(sentences)

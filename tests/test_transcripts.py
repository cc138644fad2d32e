"""Every chat under tests/transcripts is played, word for word, on both networks and databases.

A chat goes over Telegram on PostgreSQL, and with all private phones on WhatsApp on SQLite. One that
can happen on one network only says so (`channel: telegram`) and is played there on both databases.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.database import close_database, open_database
from tests.givens import make
from tests.house import living_gulir
from tests.networks import ON_TELEGRAM, ON_WHATSAPP, reach_private_people_on_whatsapp
from tests.transcript import Player, read_chat
from tests.transcript_forms import differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from _pytest.mark import ParameterSet

    from bot.clock import ShiftedClock
    from tests.transcript import Chat
    from tests.worlds import Worlds

FOLDER = Path(__file__).parent / "transcripts"
SAMPLE = "the sample data"
CHATS = sorted(FOLDER.rglob("*.chat"))


def games() -> Iterator[ParameterSet]:
    """Every chat as often as it is played: its file, its network, its database."""
    for path in CHATS:
        only_on = read_chat(path).only_on
        for database, usual in (("postgres", "telegram"), ("sqlite", "whatsapp")):
            network = only_on or usual
            name = f"{path.relative_to(FOLDER)}-{network}-{database}"
            yield pytest.param(path, network, database, id=name)


@pytest.mark.parametrize(("path", "network", "database_kind"), [*games()])
async def test_the_chat_goes_as_written(
    *,
    path: Path,
    network: str,
    database_url: str,
    worlds: Worlds,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    """The bot says exactly what the transcript says; `--accept` rewrites its lines."""
    chat = read_chat(path)
    is_foreign = network == "whatsapp" and chat.only_on is None
    if is_foreign and request.config.getoption("--accept"):
        pytest.skip("the file holds what Telegram shows")
    async with living_gulir(
        database_url,
        tmp_path,
        today=chat.begins,
        before_start=lambda clock: given(chat, clock, database_url, worlds, network),
        cast=ON_WHATSAPP if network == "whatsapp" else ON_TELEGRAM,
    ) as house:
        played = await Player(house, network=network).play(chat)
    if request.config.getoption("--accept"):
        accept(path, played)
    elif is_foreign:
        found = differences(chat.text, played)
        assert found == [], "\n".join([*found, "", "as it went:", played])
    else:
        written, went = chat.text.splitlines(), played.splitlines()
        changes = difflib.unified_diff(written, went, "as written", "as it went", lineterm="")
        assert played == chat.text, "\n" + "\n".join(changes)


def accept(path: Path, played: str) -> None:
    path.write_text(played, encoding="utf-8")


async def given(
    chat: Chat, clock: ShiftedClock, database_url: str, worlds: Worlds, network: str
) -> None:
    """Make the world that the chat begins with."""

    async def make_each(sentences: Sequence[str], *, at_last: bool) -> None:
        await open_database(database_url)
        try:
            for sentence in sentences:
                await make(sentence, clock)
            if at_last and network == "whatsapp":
                await reach_private_people_on_whatsapp()
        finally:
            await close_database()

    sentences = chat.givens
    if sentences == (SAMPLE,):
        name = f"{SAMPLE} on {chat.begins.isoformat()} by {network}"
        await worlds.enter(name, database_url, lambda: make_each(sentences, at_last=True))
    elif sentences[:1] == (SAMPLE,):
        name = f"{SAMPLE} on {chat.begins.isoformat()}"
        await worlds.enter(name, database_url, lambda: make_each(sentences[:1], at_last=False))
        await make_each(sentences[1:], at_last=True)
    elif sentences:
        await make_each(sentences, at_last=True)

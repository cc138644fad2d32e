"""Formatted text is read and refused as Telegram does."""

from __future__ import annotations

import pytest

from bot.simulator.entities import read_formatted
from bot.simulator.errors import Refused

READ = [
    ("HTML", "<b>tebal</b> &amp; biasa", "tebal & biasa", [("bold", 0, 5)]),
    ("HTML", "<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("html", "😀<u>x</u>", "😀x", [("underline", 2, 1)]),
    ("HTML", "&lt;tag&gt; &nbsp;", "<tag> &nbsp;", []),
    ("HTML", '<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("HTML", "<b></b>x", "x", []),
    ("Markdown", "*tebal* _miring_ `kode`", "tebal miring kode",
     [("bold", 0, 5), ("italic", 6, 6), ("code", 13, 4)]),
    ("Markdown", r"\*bukan tebal", "*bukan tebal", []),
    ("MarkdownV2", r"*tebal _keduanya_* 1\.5", "tebal keduanya 1.5",
     [("bold", 0, 14), ("italic", 6, 8)]),
    ("MarkdownV2", "||rahasia|| __garis__", "rahasia garis",
     [("spoiler", 0, 7), ("underline", 8, 5)]),
    ("MarkdownV2", "`a.b`", "a.b", [("code", 0, 3)]),
    (None, "/setujui 17 https://x.id/a", "/setujui 17 https://x.id/a",
     [("bot_command", 0, 8), ("url", 12, 14)]),
]  # fmt: skip


@pytest.mark.parametrize(("mode", "source", "text", "entities"), READ)
def test_formatting_becomes_entities(
    mode: str | None, source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    visible, found = read_formatted(source, mode)
    assert visible == text
    assert [(str(e.type), e.offset, e.length) for e in found] == entities


@pytest.mark.parametrize(
    ("mode", "source"),
    [
        ("HTML", '<a href="https://x.id/?a=1&amp;b=2">x</a>'),
        ("MarkdownV2", "[x](https://x.id/?a=1&b=2)"),
    ],
)
def test_links_keep_their_address(mode: str, source: str) -> None:
    _, [link] = read_formatted(source, mode)
    assert link.url == "https://x.id/?a=1&b=2"


REFUSED = [
    ("HTML", "<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("HTML", "é<x>", 'Unsupported start tag "x" at byte offset 2'),
    ("HTML", "a < b", "Unclosed start tag at byte offset 2"),
    ("HTML", "x</b>", "Unexpected end tag at byte offset 1"),
    ("HTML", "<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("Markdown", "setor_500", "Can't find end of the entity starting at byte offset 5"),
    ("MarkdownV2", "Rp1.5", "Character '.' is reserved and must be escaped"),
    ("MarkdownV2", "*tebal", "Can't find end of Bold entity at byte offset 0"),
    ("MarkdownV2", "*a_b*c_", "Can't find end of Italic entity at byte offset 2"),
]


@pytest.mark.parametrize(("mode", "source", "reason"), REFUSED)
def test_ill_formed_text_is_refused_with_the_place(mode: str, source: str, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_formatted(source, mode)
    assert refusal.value.description.startswith("Bad Request: can't parse entities: " + reason)

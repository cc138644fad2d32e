"""Sending, fetching, acknowledging and announcing, over real HTTP."""

import json
import traceback
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.base import (
    Button,
    ChannelMisconfigured,
    ChannelUnavailable,
    InboundEvent,
    MediaGone,
    MediaTooLarge,
    OutboundMessage,
    Receipt,
    Sender,
)
from bot.channels.telegram import Telegram
from bot.channels.telegram_reading import read
from handlers.messages import InboundMessage, Kind, Media
from tests.channels.bot_api import (
    TOKEN,
    Answer,
    BotApi,
    chunked,
    failure,
    hangs_up,
    never_answers,
    page,
    success,
)

SLIP = Media("AgAC-large", "AQADl")
PAYLOADS = Path(__file__).parent / "payloads"


async def test_a_text_with_buttons_arrives_as_it_was_rendered(
    api: BotApi, telegram: Telegram
) -> None:
    """Plain text: signs of markup stay what they are."""
    [request] = telegram.render(OutboundMessage("<b>*500_rb*", (Button("d1:ya", "Ya"),)))
    api.will("sendMessage", success({"message_id": 91}))
    assert await telegram.send("-100777", request) == Receipt(("91",))
    assert api.called("sendMessage") == [
        {
            "chat_id": "-100777",
            "text": "<b>*500_rb*",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": {"inline_keyboard": [[{"text": "Ya", "callback_data": "d1:ya"}]]},
        }
    ]


async def test_an_album_is_uploaded_and_every_message_is_in_the_receipt(
    api: BotApi, telegram: Telegram, tmp_path: Path
) -> None:
    """Files go along as they lie on the disk."""
    pictures = (tmp_path / "a.jpg", tmp_path / "b.jpg")
    for number, path in enumerate(pictures):
        path.write_bytes(b"picture %d" % number)
    [request] = telegram.render(OutboundMessage("Kebun", pictures=pictures))
    api.will("sendMediaGroup", success([{"message_id": 5}, {"message_id": 6}]))
    assert await telegram.send("42", request) == Receipt(("5", "6"))
    [fields] = api.called("sendMediaGroup")
    uploaded = [fields[item["media"].removeprefix("attach://")] for item in fields["media"]]
    assert uploaded == [b"picture 0", b"picture 1"]
    assert fields["media"][0]["caption"] == "Kebun"


async def test_an_answer_with_odd_fields_is_a_receipt_all_the_same(
    api: BotApi, telegram: Telegram
) -> None:
    """The message exists, whatever else the answer says."""
    api.will("sendMessage", success({"message_id": 3, "date": "odd", "chat": None}))
    assert await telegram.send("42", telegram.render(OutboundMessage("Halo"))[0]) == Receipt(("3",))


async def test_a_file_is_fetched(api: BotApi, telegram: Telegram) -> None:
    """First its path, then its bytes."""
    api.will("getFile", success({"file_id": "x", "file_size": 4, "file_path": "photos/1.jpg"}))
    api.files["photos/1.jpg"] = b"slip"
    assert await telegram.fetch(SLIP) == b"slip"


async def test_a_file_announced_as_too_large_is_not_even_asked_for(
    api: BotApi, telegram: Telegram
) -> None:
    """The announced size is enough to refuse."""
    with pytest.raises(MediaTooLarge):
        await telegram.fetch(Media("x", "y", size_bytes=11), size_bytes_max=10)
    assert not api.calls


async def test_a_file_that_is_larger_than_announced_is_cut_short(
    api: BotApi, telegram: Telegram
) -> None:
    """With a header that admits it, and without one."""
    api.will("getFile", *[success({"file_id": "x", "file_path": "big"})] * 2)
    api.files["big"] = b"x" * 300_000
    with pytest.raises(MediaTooLarge):
        await telegram.fetch(SLIP, size_bytes_max=200_000)
    api.will("file", chunked(b"x" * 300_000))
    with pytest.raises(MediaTooLarge):
        await telegram.fetch(SLIP, size_bytes_max=200_000)


FOUND = success({"file_id": "x", "file_path": "photos/1.jpg"})
FETCH_FAILURES: list[tuple[str, Answer, Answer | None, type[Exception]]] = [
    ("too big", failure(400, "Bad Request: file is too big"), None, MediaTooLarge),
    ("wrong id", failure(400, "Bad Request: wrong file_id"), None, MediaGone),
    ("no path", success({"file_id": "x"}), None, MediaGone),
    ("odd answer", success([]), None, MediaGone),
    ("announced by getFile", success({"file_size": 10**9, "file_path": "x"}), None, MediaTooLarge),
    ("rate", failure(429, "Too Many Requests", retry_after=3), None, ChannelUnavailable),
    ("out of order", failure(500, "Internal Server Error"), None, ChannelUnavailable),
    ("no answer", never_answers(), None, ChannelUnavailable),
    ("token", failure(401, "Unauthorized"), None, ChannelMisconfigured),
    ("link expired", FOUND, page(404), MediaGone),
    ("download out of order", FOUND, page(502), ChannelUnavailable),
    ("download refused", FOUND, page(403), ChannelUnavailable),
    ("download hangs up", FOUND, hangs_up(), ChannelUnavailable),
    ("download never answers", FOUND, never_answers(), ChannelUnavailable),
]


@pytest.mark.parametrize(
    ("found", "download", "expect"),
    [case[1:] for case in FETCH_FAILURES],
    ids=[case[0] for case in FETCH_FAILURES],
)
async def test_each_failure_to_fetch_has_one_meaning(
    api: BotApi,
    telegram: Telegram,
    found: Answer,
    download: Answer | None,
    expect: type[Exception],
) -> None:
    """And none of them tells the link, which holds the token."""
    api.will("getFile", found)
    if download:
        api.will("file", download, download)  # a cut line is tried again by aiohttp itself
    with pytest.raises(expect) as raised:
        await telegram.fetch(SLIP)
    assert type(raised.value) is expect
    assert TOKEN not in "".join(traceback.format_exception(raised.value))


def tapped() -> InboundEvent:
    return read(json.loads((PAYLOADS / "tap.json").read_text()))[0]


def wrote(*, private: bool) -> InboundEvent:
    message = InboundMessage(Kind.TEXT, datetime(2026, 3, 10, tzinfo=UTC), text="halo")
    return InboundEvent("42:1", Sender("42"), "42", private=private, message=message)


async def test_a_tap_is_answered(api: BotApi, telegram: Telegram) -> None:
    """Else the person's phone shows a waiting mark."""
    await telegram.acknowledge(tapped(), typing=True)
    assert [call.method for call in api.calls] == ["answerCallbackQuery"]
    assert api.calls[0].fields == {"callback_query_id": "3006100200300400500"}


@pytest.mark.parametrize(
    "answer",
    [
        failure(400, "Bad Request: query is too old and response timeout expired"),
        failure(429, "Too Many Requests", retry_after=9),
        failure(401, "Unauthorized"),
        failure(403, "Forbidden: bot was blocked by the user"),
        page(502),
        page(200),
        hangs_up(),
        never_answers(),
    ],
)
async def test_acknowledging_never_raises(api: BotApi, telegram: Telegram, answer: Answer) -> None:
    """It is a courtesy; the message is stored already."""
    api.will("answerCallbackQuery", answer)
    await telegram.acknowledge(tapped(), typing=False)
    api.will("sendChatAction", answer)
    await telegram.acknowledge(wrote(private=True), typing=True)
    assert len(api.calls) == 2


async def test_typing_is_shown_in_private_and_only_when_asked(
    api: BotApi, telegram: Telegram
) -> None:
    """A staff chat is not disturbed."""
    await telegram.acknowledge(wrote(private=True), typing=False)
    await telegram.acknowledge(wrote(private=False), typing=True)
    assert not api.calls
    await telegram.acknowledge(wrote(private=True), typing=True)
    assert api.called("sendChatAction") == [{"chat_id": "42", "action": "typing"}]


async def test_commands_are_announced_to_each_audience(api: BotApi, telegram: Telegram) -> None:
    """Leaders see theirs, the staff chat its own."""
    await telegram.announce_commands([("menu", "Pilihan")], [("saldo", "Saldo dana")])
    assert api.called("setMyCommands") == [
        {
            "commands": [{"command": "menu", "description": "Pilihan"}],
            "scope": {"type": "all_private_chats"},
        },
        {
            "commands": [{"command": "saldo", "description": "Saldo dana"}],
            "scope": {"type": "chat", "chat_id": "-1001"},
        },
    ]


async def test_our_own_name_is_known(api: BotApi, telegram: Telegram) -> None:
    """Invitations link to it."""
    api.will("getMe", success({"id": 1, "is_bot": True, "username": "gulir_contoh_bot"}))
    assert await telegram.username() == "gulir_contoh_bot"

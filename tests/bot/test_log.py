"""Logs: machines can read them, and nobody's data or secrets are in them."""

from __future__ import annotations

import io
import json
import logging
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import structlog

from bot.log import configure_logs, mask_personal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings import LogFormat, LogLevel

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def configured(level: LogLevel = "INFO", form: LogFormat = "json") -> io.StringIO:
    stream = io.StringIO()
    configure_logs(level, form, stream)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_line_of_json_with_its_facts() -> None:
    stream = configured()
    structlog.get_logger().info("reply_sent", outbox_id=17, milliseconds=84.5)
    (line,) = lines(stream)
    at = line.pop("at")
    assert at.endswith("Z")
    assert line == {
        "event": "reply_sent",
        "level": "info",
        "outbox_id": 17,
        "milliseconds": 84.5,
    }


def test_the_readable_form_has_no_colour_codes() -> None:
    stream = configured(form="text")
    structlog.get_logger().warning("reply_refused", outbox_id=17)
    text = stream.getvalue()
    assert "reply_refused" in text
    assert "outbox_id=17" in text
    assert "\x1b" not in text


def test_events_below_the_level_are_not_written() -> None:
    stream = configured("WARNING")
    structlog.get_logger().info("too_quiet")
    logging.getLogger("anything").info("too quiet as well")
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("0812-3456-7890", "<phone>"),
        ("hubungi 081234567890 ya", "hubungi <phone> ya"),
        ("+62 812 3456 7890", "<phone>"),
        ("6281234567890", "<phone>"),
        (6281234567890, "<phone>"),
        ("+14155550123", "<phone>"),
        ("6472031234567890", "<16 digits>"),
        (6472031234567890, "<16 digits>"),
        ("6472 0312 3456 7890", "<16 digits>"),
        (f"https://api.telegram.org/bot{TOKEN}/getMe", "https://api.telegram.org/bot<token>/getMe"),
        ("postgres://me:hunter2@host/db", "postgres://me:<password>@host/db"),
        ({"to": ["081234567890"], 7: None}, {"to": ["<phone>"], 7: None}),
        (ValueError("no 081234567890"), "no <phone>"),
        (500_000, 500_000),
        (-1001234567890, -1001234567890),
        (7_000_000_001, 7_000_000_001),
        (True, True),
        ("Rp12.500.000", "Rp12.500.000"),
        ("S-2611-0007", "S-2611-0007"),
        ("2026-11-23T08:30:00.123456", "2026-11-23T08:30:00.123456"),
    ],
)
def test_personal_data_and_secrets_are_masked_and_nothing_else(said: Any, written: Any) -> None:
    assert mask_personal(said) == written


@pytest.mark.parametrize("form", ["json", "text"])
def test_masking_reaches_every_value_and_the_trace_of_an_error(form: LogFormat) -> None:
    stream = configured(form=form)
    log = structlog.get_logger().bind(token=TOKEN)

    def look_up() -> None:
        raise LookupError(f"nobody has 081234567890, {TOKEN}")

    try:
        look_up()
    except LookupError:
        log.exception("unknown_081234567890", facts={"nik": "6472031234567890"})
    logging.getLogger("some.library").error("calling %s for %s", TOKEN, "081234567890")
    text = stream.getvalue()
    assert "LookupError" in text
    assert "calling <token> for <phone>" in text
    for secret in (TOKEN, "081234567890", "6472031234567890"):
        assert secret not in text


def test_what_is_bound_for_a_message_appears_in_each_of_its_events() -> None:
    stream = configured()
    with structlog.contextvars.bound_contextvars(inbox_id=5):
        structlog.get_logger().info("message_received")
    assert lines(stream)[0]["inbox_id"] == 5


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
async def test_a_call_of_the_bot_api_never_shows_its_token(level: LogLevel) -> None:
    stream = configured(level)
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"ok": True}))
    async with httpx.AsyncClient(transport=transport) as client:
        await client.get(f"https://api.telegram.org/bot{TOKEN}/getMe")
    logging.getLogger("aiogram.event").info("Update handled by %s", TOKEN)
    logging.getLogger("aiohttp.access").info("POST /bot%s/getMe", TOKEN)
    assert TOKEN not in stream.getvalue()
    assert "getMe" not in stream.getvalue()

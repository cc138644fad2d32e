"""Logs: one event per line, facts beside it, ids instead of texts, no personal data, no secrets.

log = structlog.get_logger()
log.info("reply_sent", outbox_id=17, milliseconds=84)
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

import orjson
import structlog

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

    from bot.settings import LogFormat, LogLevel

TOO_TALKATIVE = {
    # At INFO these print addresses, and the address of a Telegram call contains the token.
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "aiohttp.access": logging.WARNING,
    "aiohttp.client": logging.WARNING,
    "aiogram": logging.WARNING,
    "apscheduler": logging.WARNING,
    # At DEBUG these print statements with their values, which are people's.
    "tortoise": logging.INFO,
    "aiosqlite": logging.INFO,
    "asyncio": logging.INFO,
}

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{8,}")
_PASSWORD_IN_URL = re.compile(r"(://[^:/@\s]*):[^@/\s]+@")
_PHONE = re.compile(r"(?<![A-Za-z0-9.])(?:\+|00)?(?:62|0)[ .-]?8(?:[ .-]?\d){8,12}(?!\w)")
_FOREIGN_PHONE = re.compile(r"(?<!\w)\+\d(?:[ .-]?\d){7,14}(?!\w)")
_SIXTEEN_DIGITS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)")
_MASKS = (
    (_TOKEN, "<token>"),
    (_PASSWORD_IN_URL, r"\1:<password>@"),
    (_SIXTEEN_DIGITS, "<16 digits>"),
    (_PHONE, "<phone>"),
    (_FOREIGN_PHONE, "<phone>"),
)


def configure_logs(level: LogLevel, form: LogFormat, stream: TextIO | None = None) -> None:
    """Send our own events and those of every library to one stream, standard error by default."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_common(),
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_ending(form)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name, least in TOO_TALKATIVE.items():
        logging.getLogger(name).setLevel(max(least, root.level))
    structlog.configure(
        processors=[*_common(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(root.level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def mask_personal(value: Any) -> Any:
    """The same value with phone numbers, 16-digit runs (NIK, cards), tokens and passwords masked.

    Whole numbers are ids and amounts and stay, unless they look like one of these.
    """
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, Mapping):
        return {mask_personal(key): mask_personal(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [mask_personal(inner) for inner in value]
    text = masked = str(value)
    for pattern, replacement in _MASKS:
        masked = pattern.sub(replacement, masked)
    return value if isinstance(value, int) and masked == text else masked


def _common() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
    ]


def _ending(form: LogFormat) -> list[Processor]:
    """Masking comes last before rendering, when error traces are text already."""
    render: Processor = structlog.processors.JSONRenderer(serializer=_json)
    if form == "text":
        render = structlog.dev.ConsoleRenderer(colors=False, timestamp_key="at")
    return [structlog.processors.format_exc_info, _mask_event, render]


def _mask_event(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    at = event.pop("at", None)  # digits of a time are not a phone number
    masked: EventDict = {key: mask_personal(value) for key, value in event.items()}
    return masked if at is None else {"at": at, **masked}


def _json(event: EventDict, **_: Any) -> str:
    return orjson.dumps(event, default=str).decode()

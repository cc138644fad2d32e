"""What can be set from outside: read once, all mistakes reported together, frozen afterwards."""

from __future__ import annotations

import difflib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from dotenv import dotenv_values

from bot import whatsapp_settings as of_whatsapp
from bot.photo_settings import DEFAULT, PHOTO_SETTINGS, photo_rules_of
from bot.retention_settings import RETENTION_SETTINGS, USUAL, retention_of
from bot.setting import Setting, http_address, mask, one_of, whole_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.channels.whatsapp_account import WhatsAppAccount
    from models.photo_rules import PhotoRules
    from models.retention import Retention

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
LogFormat = Literal["json", "text"]
Language = Literal["id", "en"]

_HIGHEST_PORT = 65535
_LONGEST_BURST_SECONDS = 60


class SettingsError(Exception):
    """One or more settings are wrong; the text has a line for each, with the mending."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        count = "1 setting is" if len(mistakes) == 1 else f"{len(mistakes)} settings are"
        lines = [f"  {m.name}: found {m.found}; {m.mending}" for m in mistakes]
        super().__init__("\n".join([f"{count} wrong, in the environment or in .env:", *lines]))


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong setting: its name, what was found (secrets masked), and how to mend it."""

    name: str
    found: str
    mending: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting of Gulir, read and checked."""

    telegram_token: str | None = field(repr=False)
    telegram_api_base: str
    staff_chat_id: int | None
    database_url: str = field(repr=False)
    data_dir: Path
    host: str
    port: int
    simulator_port: int
    burst_seconds: float
    clock_shift_file: Path | None
    log_level: LogLevel
    log_format: LogFormat
    default_language: Language
    photo_tiny_below: int = DEFAULT.tiny_below
    photo_dark_below: int = DEFAULT.dark_below
    photo_blurred_below: int = DEFAULT.blurred_below
    photo_screenshot_from: int = DEFAULT.screenshot_from
    photo_screen_from: int = DEFAULT.screen_photo_from
    photo_same_phash: int = DEFAULT.same_phash
    photo_same_dhash: int = DEFAULT.same_dhash
    keep_rejected_proof_days: int = USUAL.rejected_proof_days
    keep_progress_photo_days: int = USUAL.progress_photo_days
    keep_chat_text_days: int = USUAL.chat_text_days
    whatsapp_token: str | None = field(default=None, repr=False)
    whatsapp_phone_id: str | None = None
    whatsapp_business_id: str | None = None
    whatsapp_app_secret: str | None = field(default=None, repr=False)
    whatsapp_verify_token: str | None = field(default=None, repr=False)
    whatsapp_api_base: str = of_whatsapp.API_BASE
    whatsapp_api_version: str = of_whatsapp.API_VERSION
    whatsapp_people_a_day: int = of_whatsapp.PEOPLE_A_DAY

    @property
    def whatsapp(self) -> WhatsAppAccount | None:
        """Our account on WhatsApp, if there is one: it is set whole, or not at all."""
        return of_whatsapp.account_of(self)

    @property
    def simulated(self) -> bool:
        """Whether the bot talks to the simulator, because it has no token of a real network."""
        return self.telegram_token is None

    @property
    def photo_rules(self) -> PhotoRules:
        """What is warned of in photos."""
        return photo_rules_of(self)

    @property
    def retention(self) -> Retention:
        """For how long things are kept."""
        return retention_of(self)


def _only_scheme(url: str) -> str:
    return f"{url.partition('://')[0]}://***" if "://" in url else "***"


def _token(text: str) -> str:
    if not re.fullmatch(r"\d{6,}:[A-Za-z0-9_-]{8,}", text):
        raise ValueError(text)
    return text


def _chat_id(text: str) -> int:
    number = int(text)
    if number == 0:
        raise ValueError(text)
    return number


def _database_url(text: str) -> str:
    from bot.database_url import database_config  # noqa: PLC0415 (the drivers load slowly)

    database_config(text)
    return text


def _burst(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= _LONGEST_BURST_SECONDS:
        raise ValueError(text)
    return seconds


SETTINGS = (
    Setting(
        "TELEGRAM_TOKEN",
        "The token that @BotFather gave. Without it Gulir runs with the simulator.",
        "copy the whole token from @BotFather, such as 123456789:AAE…",
        _token,
        shown=mask,
    ),
    Setting(
        "TELEGRAM_API_BASE",
        "The address of the Telegram Bot API; another one for a local Bot API server.",
        "give an address such as https://api.telegram.org",
        http_address,
        default="https://api.telegram.org",
    ),
    Setting(
        "STAFF_CHAT_ID",
        "The Telegram chat of the staff: a whole number, below zero for a group.",
        "give the number of the staff chat, such as -1001234567890",
        _chat_id,
    ),
    Setting(
        "DATABASE_URL",
        "sqlite://PATH or postgres://USER:PASSWORD@HOST:5432/NAME. Default: gulir.db in DATA_DIR.",
        "give sqlite://PATH or postgres://USER:PASSWORD@HOST:5432/NAME",
        _database_url,
        shown=_only_scheme,
    ),
    Setting(
        "DATA_DIR",
        "The folder for the database file and for the photos that people send.",
        "give a folder that may be written",
        Path,
        default="./data",
    ),
    Setting(
        "HOST",
        "The address on which the bot's own web server listens.",
        "give an address of this machine, such as 127.0.0.1 or 0.0.0.0",
        str,
        default="127.0.0.1",
    ),
    Setting(
        "PORT",
        "The port of the bot's own web server, with /healthz and /readyz.",
        "give a free port from 1 to 65535",
        whole_number(1, _HIGHEST_PORT),
        default="8080",
    ),
    Setting(
        "SIMULATOR_PORT",
        "The port of the simulator's page. Default: the one after PORT.",
        "give a free port from 1 to 65535, other than PORT",
        whole_number(1, _HIGHEST_PORT),
    ),
    Setting(
        "BURST_SECONDS",
        "How long the bot waits for the next of several small messages, in seconds; 0 for never.",
        "give seconds from 0 to 60, such as 2.5",
        _burst,
        default="2.5",
    ),
    Setting(
        "CLOCK_SHIFT_FILE",
        "A file that the simulator writes to move the bot's clock forward. Not for real use.",
        "give the path of a file, or leave it out",
        Path,
    ),
    Setting(
        "LOG_LEVEL",
        "The least important events to log: DEBUG, INFO, WARNING or ERROR.",
        "give DEBUG, INFO, WARNING or ERROR",
        one_of("DEBUG", "INFO", "WARNING", "ERROR", change=str.upper),
        default="INFO",
    ),
    Setting(
        "LOG_FORMAT",
        "json for machines, text for people.",
        "give json or text",
        one_of("json", "text"),
        default="text",
    ),
    Setting(
        "DEFAULT_LANGUAGE",
        "The language for people who have not chosen one: id (Bahasa Indonesia) or en.",
        "give id or en",
        one_of("id", "en"),
        default="id",
    ),
    *PHOTO_SETTINGS,
    *RETENTION_SETTINGS,
    *of_whatsapp.WHATSAPP_SETTINGS,
)


def read_settings(
    environment: Mapping[str, str] | None = None, file: Path = Path(".env")
) -> Settings:
    """The settings of the environment, which wins, and of the file; raises SettingsError."""
    surrounding = os.environ if environment is None else environment
    written = {name: value or "" for name, value in dotenv_values(file).items()}
    given = {name: text for name, text in {**written, **surrounding}.items() if text.strip()}
    mistakes = _misspelt(written)
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        text = given.get(setting.name, setting.default)
        values[setting.name] = None
        if text is None:
            continue
        try:
            values[setting.name] = setting.read(text.strip())
        except ValueError as error:
            mistakes.append(_mistake(setting, text.strip(), error))
    mistakes += _contradictions(values, {mistake.name for mistake in mistakes})
    if mistakes:
        raise SettingsError(mistakes)
    if values["DATABASE_URL"] is None:
        values["DATABASE_URL"] = f"sqlite://{values['DATA_DIR'] / 'gulir.db'}"
    return Settings(**{name.lower(): value for name, value in values.items()})


def _mistake(setting: Setting, text: str, error: ValueError) -> Mistake:
    """What `error` says is told only when it is ours: Python's own may quote a secret."""
    ours = type(error) is not ValueError and not isinstance(error, UnicodeError)
    mending = f"{error}; {setting.expected}" if ours else setting.expected
    return Mistake(setting.name, setting.shown(text), mending)


def _misspelt(written: Mapping[str, str]) -> list[Mistake]:
    """Names in the file that are nearly ours: nobody else would notice that they do nothing."""
    known = [setting.name for setting in SETTINGS]
    mistakes = []
    for name in written:
        near = difflib.get_close_matches(name.upper(), known, n=1, cutoff=0.85)
        if near and name not in known:
            mistakes.append(Mistake(name, "a name that Gulir does not know", f"write {near[0]}"))
    return mistakes


def _contradictions(values: dict[str, Any], wrong: set[str]) -> list[Mistake]:
    """Mistakes that only show when several settings are seen together."""
    mistakes = []
    token, chat = values["TELEGRAM_TOKEN"], values["STAFF_CHAT_ID"]
    has_token = token is not None or "TELEGRAM_TOKEN" in wrong
    if has_token and chat is None and "STAFF_CHAT_ID" not in wrong:
        expected = next(s.expected for s in SETTINGS if s.name == "STAFF_CHAT_ID")
        mistakes.append(Mistake("STAFF_CHAT_ID", "nothing", expected))
    lacking = of_whatsapp.half_set(values, wrong)
    mistakes += [Mistake(each.name, "nothing", each.expected) for each in lacking]
    if values["WHATSAPP_TOKEN"] is not None and not has_token:
        mending = "give it, too: staff work in a Telegram chat, also for people on WhatsApp"
        mistakes.append(Mistake("TELEGRAM_TOKEN", "nothing", mending))
    port, simulator = values["PORT"], values["SIMULATOR_PORT"]
    if simulator is None and port is not None and "SIMULATOR_PORT" not in wrong:
        simulator = values["SIMULATOR_PORT"] = port + 1 if port < _HIGHEST_PORT else port - 1
    if port is not None and port == simulator:
        mistakes.append(Mistake("SIMULATOR_PORT", repr(str(port)), "give another one than PORT"))
    return mistakes

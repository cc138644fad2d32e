"""`gulir check`: tries everything that the settings name, one finding a line."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import httpx

from bot.check_whatsapp import check_whatsapp
from bot.clock import SystemClock, clock_for
from bot.database_url import DatabaseUnreachable, without_password
from bot.finding import Finding
from bot.migrate import pending_migrations
from bot.setting import mask
from bot.settings import SETTINGS, Settings, SettingsError, read_settings
from locales import LANGUAGES, ill_formed

if TYPE_CHECKING:
    from collections.abc import Mapping

EARLIEST_SANE = datetime(2026, 1, 1, tzinfo=UTC)
LARGEST_CLOCK_ERROR = timedelta(seconds=60)
_TELEGRAM_SECONDS = 10


async def check_everything(environment: Mapping[str, str] | None = None) -> list[Finding]:
    """Every setting and what lies behind it; wrong settings leave the rest untried."""
    try:
        settings = read_settings(environment)
    except SettingsError as error:
        wrong = {mistake.name for mistake in error.mistakes}
        fine = [Finding(s.name, "in order") for s in SETTINGS if s.name not in wrong]
        return [Finding(m.name, m.found, m.mending) for m in error.mistakes] + fine
    return [
        *_settings(settings),
        _data_dir(settings),
        await _database(settings),
        *await _telegram(settings),
        *await check_whatsapp(settings.whatsapp),
        _clock(settings),
        _texts(),
    ]


def _settings(settings: Settings) -> list[Finding]:
    shown: dict[str, Any] = {name: getattr(settings, name.lower()) for name in _names()}
    shown["TELEGRAM_TOKEN"] = (
        mask(settings.telegram_token) if settings.telegram_token else "none: simulated"
    )
    for each in SETTINGS:
        if each.shown is mask and shown[each.name] and each.name != "TELEGRAM_TOKEN":
            shown[each.name] = mask(str(shown[each.name]))
    shown["DATABASE_URL"] = without_password(settings.database_url)
    return [
        Finding(name, "not set" if value is None else str(value)) for name, value in shown.items()
    ]


def _names() -> list[str]:
    return [setting.name for setting in SETTINGS]


def _data_dir(settings: Settings) -> Finding:
    folder = settings.data_dir.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder) as trial:
            trial.write(b"gulir")
    except OSError as error:
        mending = "give the user that runs Gulir the right to write there, or change DATA_DIR"
        return Finding("data folder", f"{folder} cannot be written: {error}", mending)
    return Finding("data folder", f"{folder} can be written")


def _texts() -> Finding:
    wrong = [where for language in LANGUAGES for where in ill_formed(language)]
    if wrong:
        mending = "mend the file in locales/ that was changed, as the texts around it are written"
        return Finding("texts", f"{wrong[0]} cannot be read", mending)
    return Finding("texts", f"can be read, in {' and '.join(LANGUAGES)}")


async def _database(settings: Settings) -> Finding:
    try:
        missing = await pending_migrations(settings.database_url)
    except DatabaseUnreachable as error:
        return Finding("database", str(error), "then run `gulir check` again")
    if missing:
        seen = f"lacks {len(missing)} migrations, up to {missing[-1]}"
        return Finding("database", seen, "run `gulir migrate`, or `gulir run`, which does")
    return Finding("database", "reached, and its schema is the newest")


async def _telegram(settings: Settings) -> list[Finding]:
    if settings.telegram_token is None:
        return [Finding("Telegram", "not used: `gulir run` starts the simulator")]
    async with httpx.AsyncClient(timeout=_TELEGRAM_SECONDS) as client:
        return [
            await _bot_token(client, settings),
            *await asyncio.gather(_staff_chat(client, settings), _clock_against(client, settings)),
        ]


async def _bot_token(client: httpx.AsyncClient, settings: Settings) -> Finding:
    answer = await _call(client, settings, "getMe")
    if isinstance(answer, Finding):
        return answer
    if not answer.get("ok"):
        mending = "copy the token from @BotFather into TELEGRAM_TOKEN again"
        return Finding("Telegram token", _refusal(answer), mending)
    return Finding("Telegram token", f"belongs to @{answer['result'].get('username')}")


async def _staff_chat(client: httpx.AsyncClient, settings: Settings) -> Finding:
    answer = await _call(client, settings, "getChat", chat_id=settings.staff_chat_id)
    if isinstance(answer, Finding):
        return answer
    if not answer.get("ok"):
        mending = "add the bot to the staff chat, and put that chat's number into STAFF_CHAT_ID"
        return Finding("staff chat", _refusal(answer), mending)
    chat = answer["result"]
    return Finding("staff chat", f"{chat.get('title') or chat.get('type')}, a known chat")


async def _call(
    client: httpx.AsyncClient, settings: Settings, method: str, **arguments: Any
) -> dict[str, Any] | Finding:
    """One call of the Bot API; the address holds the token, so no error text is passed on."""
    address = f"{settings.telegram_api_base}/bot{settings.telegram_token}/{method}"
    try:
        answer = (await client.post(address, json=arguments)).json()
    except (httpx.HTTPError, ValueError) as error:
        seen = f"{settings.telegram_api_base} does not answer ({type(error).__name__})"
        mending = "check the network, and TELEGRAM_API_BASE"
        return Finding(f"Telegram {method}", seen, mending)
    return answer if isinstance(answer, dict) else {"ok": False}


def _refusal(answer: dict[str, Any]) -> str:
    return f"refused: {answer.get('description', 'without a reason')}"


async def _clock_against(client: httpx.AsyncClient, settings: Settings) -> Finding:
    """The machine's clock beside the one in Telegram's answer."""
    try:
        answer = await client.head(settings.telegram_api_base)
        theirs = parsedate_to_datetime(answer.headers["Date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return Finding("clock and Telegram", "not compared: its answer shows no time")
    error = abs(SystemClock().now() - theirs)
    seen = f"they differ by {error.total_seconds():.0f} s"
    mending = "" if error < LARGEST_CLOCK_ERROR else "set the clock of this machine"
    return Finding("clock and Telegram", seen, mending)


def _clock(settings: Settings) -> Finding:
    clock = clock_for(settings.clock_shift_file)
    seen = f"{clock.now():%Y-%m-%d %H:%M:%S} UTC, the day in WITA is {clock.today()}"
    if clock.now() < EARLIEST_SANE:
        return Finding("clock", seen, "set the clock of this machine")
    if settings.clock_shift_file is not None and not settings.simulated:
        mending = "take CLOCK_SHIFT_FILE out: with real money the clock must be real"
        return Finding("clock", f"{seen}, moved by a file", mending)
    return Finding("clock", seen)

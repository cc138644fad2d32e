"""The `gulir` command. Heavy parts are imported inside the commands, so that help is quick."""

from __future__ import annotations

import sys
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Settings

app = typer.Typer(
    name="gulir",
    help="Gulir, the chat-bot of a revolving fund. Begin with `gulir run`.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

WRONG_SETTINGS = 2


class Expecting(StrEnum):
    """What a question would have asked for."""

    AMOUNT = "amount"
    DATE = "date"
    PROMISE = "promise"
    YESNO = "yesno"
    CHOICE = "choice"


@app.command()
def run() -> None:
    """Start the bot; without a Telegram token, with the simulator."""
    settings = _settings()
    from bot.app import run as run_bot  # noqa: PLC0415

    run_bot(settings)


@app.command("migrate")
def migrate_database() -> None:
    """Bring the database up to the newest schema, as `run` does."""
    import asyncio  # noqa: PLC0415

    settings = _settings()
    from bot.database import migrate  # noqa: PLC0415

    applied = asyncio.run(migrate(settings.database_url))
    typer.echo("\n".join(f"applied {name}" for name in applied) or "The database is up to date.")


@app.command("sample-data")
def sample_data() -> None:
    """Put invented groups, people and loans into the database."""
    import asyncio  # noqa: PLC0415

    settings = _settings()
    typer.echo(f"{asyncio.run(_load_sample(settings))} groups added.")


@app.command()
def check() -> None:
    """Try every setting, and say how to mend what is wrong."""
    import asyncio  # noqa: PLC0415

    from bot.check import check_everything  # noqa: PLC0415

    findings = asyncio.run(check_everything())
    for finding in findings:
        typer.echo(finding.line)
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)


@app.command()
def understand(
    today: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day that `kemarin` counts from; now in WITA."),
    ] = None,
    expecting: Annotated[
        Expecting | None, typer.Option(help="What the bot would just have asked for.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Read messages, one a line, and say what Gulir understands."""
    from bot.clock import SystemClock  # noqa: PLC0415
    from handlers.understanding import understand as read  # noqa: PLC0415

    day = SystemClock().today() if today is None else today.date()
    show: Callable[[Any], str] = _as_json if as_json else _as_sentence
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        understood = read(text, today=day, expecting=None if expecting is None else str(expecting))
        typer.echo(show(understood))
        sys.stdout.flush()


def main() -> None:
    """The entry of the `gulir` command: says plainly what is wrong outside, and exits."""
    from bot.settings import SettingsError  # noqa: PLC0415

    try:
        app()
    except SettingsError as error:
        typer.echo(str(error), err=True)
        sys.exit(WRONG_SETTINGS)
    except Exception as error:
        if type(error).__name__ != "DatabaseUnreachable":  # its module loads the drivers
            raise
        typer.echo(str(error), err=True)
        sys.exit(1)


def _settings() -> Settings:
    """The settings, after the logs were set up by them; raises SettingsError."""
    from bot.log import configure_logs  # noqa: PLC0415
    from bot.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    configure_logs(settings.log_level, settings.log_format)
    return settings


async def _load_sample(settings: Settings) -> int:
    from bot.clock import clock_for  # noqa: PLC0415
    from bot.database import close_database, migrate, open_database  # noqa: PLC0415
    from bot.sample.load import load  # noqa: PLC0415

    await migrate(settings.database_url)
    await open_database(settings.database_url)
    try:
        return await load(clock_for(settings.clock_shift_file))
    finally:
        await close_database()


UNDERSTOOD_KEYS = (
    "text",
    "intent",
    "amount",
    "amount_certainty",
    "amount_candidates",
    "date",
    "date_certainty",
    "why",
)


def _as_json(understood: Any) -> str:
    import json  # noqa: PLC0415

    facts = {key: getattr(understood, key) for key in UNDERSTOOD_KEYS}
    return json.dumps(facts, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)


def _as_sentence(understood: Any) -> str:
    parts = [f"intent {understood.intent}"]
    if understood.amount is not None:
        parts.append(f"amount {understood.amount} ({understood.amount_certainty})")
    elif understood.amount_candidates:
        parts.append(f"amount one of {', '.join(map(str, understood.amount_candidates))}")
    if understood.date is not None:
        parts.append(f"date {understood.date} ({understood.date_certainty})")
    return f"{understood.text!r}: {'; '.join(parts)}; because {understood.why}"

"""The `gulir` command. Heavy parts are imported inside the commands, so that help is quick."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from bot.templates_command import templates_app

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(
    name="gulir",
    help="Gulir, the chat-bot of a revolving fund. Begin with `gulir run`.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

admin_app = typer.Typer(help="Who may give out roles.", no_args_is_help=True)
app.add_typer(admin_app, name="admin")
app.add_typer(templates_app, name="templates")

WRONG_SETTINGS = 2
DAY = "%Y-%m-%d"
Day: TypeAlias = datetime | None


class FeePer(StrEnum):
    """What a flat fee is charged for."""

    PERIOD = "period"
    LOAN = "loan"


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
    missed: Annotated[
        bool, typer.Option("--missed", help="What was not understood, most frequent first.")
    ] = False,
) -> None:
    """Read messages, one a line, and say what Gulir understands; or list what it did not."""
    if missed:
        _show_missed(as_json=as_json)
        return
    from bot.clock import SystemClock  # noqa: PLC0415
    from bot.understand import answers, lines_of  # noqa: PLC0415

    day = SystemClock().today() if today is None else today.date()
    _speak_utf8()
    texts = lines_of(sys.stdin.buffer)
    for answer in answers(texts, day, str(expecting) if expecting else None, as_json=as_json):
        typer.echo(answer)
        sys.stdout.flush()


@app.command()
def schedule(  # noqa: PLR0917 (typer calls it by name)
    principal: Annotated[int, typer.Option(help="Rupiah, such as 10000000.")],
    instalments: Annotated[
        int | None, typer.Option(help="Periods, those of the grace included.")
    ] = None,
    every: Annotated[str, typer.Option(help="week, month, 'N months' or season.")] = "month",
    dates: Annotated[str, typer.Option(help="Due days of the seasons: 2020-03-01,2020-09-01")] = "",
    fee: Annotated[str, typer.Option(help="Flat fee in percent, such as 1.5.")] = "0",
    fee_per: Annotated[FeePer, typer.Option(help="What the percentage is for.")] = FeePer.PERIOD,
    grace: Annotated[int, typer.Option(help="First periods without principal.")] = 0,
    first: Annotated[Day, typer.Option(formats=[DAY], help="The first due day.")] = None,
    disbursed: Annotated[Day, typer.Option(formats=[DAY], help="Today, unless told.")] = None,
    *,
    grace_fee: Annotated[bool, typer.Option(help="Whether the grace has a fee.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
) -> None:
    """Show the instalments that follow from a loan's terms."""
    from bot import plan_loan  # noqa: PLC0415
    from bot.clock import SystemClock  # noqa: PLC0415
    from models.schedule import FeeBasis  # noqa: PLC0415

    asked = plan_loan.Asked(
        principal=principal,
        instalments=instalments,
        every=every,
        dates=dates,
        fee=fee,
        fee_per=FeeBasis(f"per_{fee_per}"),
        grace=grace,
        grace_fee=grace_fee,
        first=first.date() if first else None,
        disbursed=disbursed.date() if disbursed else None,
    )
    try:
        rows = plan_loan.plan(asked, today=SystemClock().today())
    except plan_loan.CannotPlan as error:
        raise _refused(error) from error
    typer.echo(plan_loan.as_json(rows) if as_json else plan_loan.as_table(rows))


@app.command()
def audit() -> None:
    """Prove the books: every entry, every balance, every figure that people are shown."""
    import asyncio  # noqa: PLC0415

    settings = _settings()
    if not asyncio.run(_audit(settings)):
        raise typer.Exit(1)


@app.command()
def forecast(
    seed: Annotated[
        int | None, typer.Option(help="Of the random numbers; the day's, unless told.", min=0)
    ] = None,
    programme: Annotated[str | None, typer.Option(help="The code of one programme.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a programme.")] = False,
) -> None:
    """Say when each waiting group's turn may come."""
    import asyncio  # noqa: PLC0415

    settings = _settings()
    from bot.forecasting import CannotForecast, Wanted, say_when  # noqa: PLC0415

    try:
        asyncio.run(say_when(settings, Wanted(programme, seed, as_json), typer.echo))
    except CannotForecast as error:
        raise _refused(error) from error


@admin_app.command("add")
def add_admin(
    name: Annotated[str, typer.Option(help="The person's name.")],
    phone: Annotated[str | None, typer.Option(help="As 0812-3456-7890.")] = None,
    telegram_id: Annotated[int | None, typer.Option(help="The number of the account.")] = None,
) -> None:
    """Make somebody an administrator, the first one or one more."""
    import asyncio  # noqa: PLC0415

    settings = _settings()
    from bot.admin import CannotAdd, add_administrator, read_administrator  # noqa: PLC0415
    from bot.clock import clock_for  # noqa: PLC0415

    try:
        new = read_administrator(name, phone, telegram_id)
        now = clock_for(settings.clock_shift_file).now()
        typer.echo(asyncio.run(add_administrator(settings.database_url, new, at=now)))
    except CannotAdd as error:
        raise _refused(error) from error


def _refused(error: Exception) -> typer.Exit:
    """Say why on the error stream; what was typed has to change."""
    typer.echo(str(error), err=True)
    return typer.Exit(WRONG_SETTINGS)


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


async def _audit(settings: Settings) -> bool:
    """Whether every programme's books are right; says so a line each."""
    from bot.books import audit_books  # noqa: PLC0415
    from bot.clock import clock_for  # noqa: PLC0415

    today = clock_for(settings.clock_shift_file).today()
    right = True
    async for verdict in audit_books(settings.database_url, today):
        typer.echo(verdict.line)
        right &= verdict.right
    return right


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


def _speak_utf8() -> None:
    """Answers in any script leave whole, whatever the terminal calls its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _show_missed(*, as_json: bool) -> None:
    import asyncio  # noqa: PLC0415

    from bot.missed import missed_lines  # noqa: PLC0415

    _speak_utf8()
    for line in asyncio.run(missed_lines(_settings().database_url, as_json=as_json)):
        typer.echo(line)

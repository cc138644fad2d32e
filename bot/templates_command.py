"""`gulir templates`: the approved texts of WhatsApp, listed, checked, submitted and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from locales.templates import broken_rules, templates

if TYPE_CHECKING:
    from bot.channels.whatsapp_account import WhatsAppAccount
    from bot.channels.whatsapp_admin import Difference

templates_app = typer.Typer(
    help="The texts that WhatsApp approves beforehand: files in locales/whatsapp.",
    no_args_is_help=True,
)

WRONG = 1
NO_ACCOUNT = 2


@templates_app.command("list")
def list_all() -> None:
    """Each text: name, language, category, and which of our replies it stands for."""
    for each in templates():
        uses = ", ".join(sorted(each.replies)) or "for later"
        typer.echo(f"{each.network_name}  {each.language}  {each.category}  {uses}")


@templates_app.command()
def samples() -> None:
    """Each text as a person would read it, with its sample values."""
    for each in templates():
        buttons = "".join(f"[{text}] " for text in each.buttons.values())
        shown = "\n".join(part for part in (each.sample, buttons.strip()) if part)
        typer.echo(f"{each.shown_name}\n{shown}\n")


@templates_app.command()
def check() -> None:
    """Check every text against WhatsApp's rules and ours."""
    broken = [(each, rule) for each in templates() for rule in broken_rules(each)]
    for each, rule in broken:
        typer.echo(f"✗ {each.shown_name}: {rule}")
    if broken:
        raise typer.Exit(WRONG)
    typer.echo(f"✓ {len(templates())} templates keep every rule")


@templates_app.command()
def compare() -> None:
    """Compare our files with what WhatsApp has approved."""
    import asyncio  # noqa: PLC0415

    differences = asyncio.run(_compared())
    for each in differences:
        typer.echo(line_of(each))
    if any(each.mending for each in differences):
        raise typer.Exit(WRONG)


@templates_app.command()
def submit(
    name: Annotated[
        str | None, typer.Argument(help="One of them; without it, all that lack.")
    ] = None,
) -> None:
    """Ask WhatsApp to approve what it does not have yet."""
    import asyncio  # noqa: PLC0415

    check()
    known = {t.network_name for t in templates()} | {t.name for t in templates()}
    if name is not None and name not in known:
        typer.echo(f"there is no template {name}; `gulir templates list` shows all", err=True)
        raise typer.Exit(NO_ACCOUNT)
    failed = asyncio.run(_submit(name))
    if failed:
        raise typer.Exit(WRONG)


def line_of(difference: Difference) -> str:
    """One finding a line, with its mending."""
    ending = f" -> {difference.mending}" if difference.mending else ""
    mark = "✗" if difference.mending else "✓"
    return f"{mark} {difference.template.shown_name}: {difference.seen}{ending}"


async def _compared() -> list[Difference]:
    from bot.channels.base import SendError  # noqa: PLC0415
    from bot.channels.whatsapp_admin import WhatsAppAdmin  # noqa: PLC0415
    from bot.channels.whatsapp_admin import compare as beside  # noqa: PLC0415

    admin = WhatsAppAdmin(_account())
    try:
        return beside(templates(), await admin.templates())
    except SendError as error:
        typer.echo(f"WhatsApp does not tell: {error}", err=True)
        raise typer.Exit(WRONG) from None
    finally:
        await admin.close()


async def _submit(name: str | None) -> int:
    """Submit what lacks; returns how many were refused."""
    from bot.channels.base import SendError  # noqa: PLC0415
    from bot.channels.whatsapp_admin import WhatsAppAdmin  # noqa: PLC0415

    lacking = [each.template for each in await _compared() if each.seen == "not submitted"]
    wanted = [each for each in lacking if name in (None, each.name, each.network_name)]
    if not wanted:
        typer.echo("WhatsApp has all of them.")
    admin, failed = WhatsAppAdmin(_account()), 0
    try:
        for each in wanted:
            try:
                typer.echo(f"✓ {each.shown_name}: {await admin.submit(each)}")
            except SendError as error:
                failed += 1
                typer.echo(f"✗ {each.shown_name}: {error}")
    finally:
        await admin.close()
    return failed


def _account() -> WhatsAppAccount:
    from bot.settings import read_settings  # noqa: PLC0415

    account = read_settings().whatsapp
    if account is None:
        typer.echo("there is no WhatsApp account: set WHATSAPP_TOKEN and its four others", err=True)
        raise typer.Exit(NO_ACCOUNT)
    return account

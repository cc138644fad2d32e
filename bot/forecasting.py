"""`gulir forecast`: the forecast of each programme, for checks and for other programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.clock import clock_for
from bot.database import close_database, open_database, pending_migrations
from bot.snapshot import standing_still
from models.forecast import QUANTILES, forecast
from models.forecast_reading import read_world, seed_of
from models.funding_queue import waiting
from models.programme import Programme

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from datetime import date

    from bot.settings import Settings
    from models.forecast import Outlook, World


class CannotForecast(Exception):
    """What was asked for does not exist; says so."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which programme (all, unless told), with which seed (the day's), and in which form."""

    code: str | None = None
    seed: int | None = None
    as_json: bool = False


async def say_when(settings: Settings, wanted: Wanted, say: Callable[[str], None]) -> None:
    """Say the forecast of each programme as soon as it is known; raises as `forecasts` does."""
    today = clock_for(settings.clock_shift_file).today()
    async for found in forecasts(settings.database_url, today, wanted):
        say(json.dumps(found, ensure_ascii=False) if wanted.as_json else _as_text(found))


async def forecasts(
    database_url: str, today: date, wanted: Wanted
) -> AsyncIterator[dict[str, Any]]:
    """Plain values for each programme, the queue in its order; days as 2020-03-01.

    Raises CannotForecast for an unknown code or an old database, and DatabaseUnreachable.
    """
    if await pending_migrations(database_url):
        raise CannotForecast("The database is not up to date; run `gulir migrate` first.")
    await open_database(database_url)
    try:
        async with standing_still():
            for programme in await _asked_for(wanted.code):
                yield await _of(programme, today, wanted.seed)
    finally:
        await close_database()


async def _asked_for(code: str | None) -> Sequence[Programme]:
    programmes = await Programme.all().order_by("id")
    asked = [one for one in programmes if code is None or one.code.casefold() == code.casefold()]
    if not asked:
        known = ", ".join(one.code for one in programmes) or "none"
        raise CannotForecast(f"There is no such programme; those that exist: {known}.")
    return asked


async def _of(programme: Programme, today: date, seed: int | None) -> dict[str, Any]:
    world = await read_world(programme.id, today)
    used = seed_of(programme.id, today) if seed is None else seed
    names = {one.application_id: one.group_name for one in await waiting(programme.id)}
    places = [_place(each, names) for each in forecast(world, seed=used)]
    return {"programme": programme.code, "seed": used, **_about(world), "places": places}


def _about(world: World) -> dict[str, Any]:
    return {
        "today": world.today.isoformat(),
        "available": world.cash - world.reserve,
        "reserve": world.reserve,
        "borrowers": len(world.borrowers),
        "outstanding": sum(owed.principal for one in world.borrowers for owed in one.owed),
        "coming": [[one.on.isoformat(), one.amount] for one in world.coming],
    }


def _place(outlook: Outlook, names: dict[int, str]) -> dict[str, Any]:
    window = outlook.window
    return {
        "application": outlook.application_id,
        "group": names.get(outlook.application_id, ""),
        "known": window is not None,
        "earliest": window.earliest.isoformat() if window else None,
        "likely_from": window.likely_from.isoformat() if window else None,
        "likely_until": window.likely_until.isoformat() if window else None,
        "certain": window.certain if window else False,
        "funded_percent": outlook.funded_percent,
        "days": {
            str(percent): day.isoformat() if day else None
            for percent, day in zip(QUANTILES, outlook.days, strict=True)
        },
    }


def _as_text(found: dict[str, Any]) -> str:
    lines = [f"{found['programme']}, as of {found['today']} (seed {found['seed']})"]
    for number, place in enumerate(found["places"], start=1):
        when = (
            f"{place['earliest']} .. {place['likely_until']}, half of it by {place['likely_from']}"
            if place["known"]
            else f"cannot be known: within three years in {place['funded_percent']} % of the paths"
        )
        lines.append(f"{number}. {place['group']}: {when}")
    return "\n".join(lines if found["places"] else [*lines, "Nobody is waiting."])

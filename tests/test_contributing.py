"""The walk-through in CONTRIBUTING.md is followed to the letter, on a copy of the project."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.hygiene import ROOT, repository_files

if TYPE_CHECKING:
    from pathlib import Path

FENCED = re.compile(r"```(?:\w*)\n(.*?)```", re.DOTALL)


def blocks() -> list[str]:
    """The fenced blocks of the walk-through, in order: the form, its words, its chat."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return FENCED.findall(text.partition("## A conversation in ten minutes")[2])


def copy_of_the_project(folder: Path) -> Path:
    for file in repository_files():
        target = folder / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    return folder


def follow_the_steps(project: Path) -> Path:
    form, words, chat, *_ = blocks()
    (project / "handlers/leaders/meeting_day.py").write_text(form, encoding="utf-8")
    for language in ("id", "en"):
        (project / f"locales/{language}/meeting_day.ftl").write_text(words, encoding="utf-8")
    contents = project / "handlers/contents.py"
    text = contents.read_text(encoding="utf-8")
    text = text.replace("    menu,\n", "    meeting_day,\n    menu,\n", 1)
    text = text.replace("TOPICS = (\n", "TOPICS = (\n    meeting_day.TOPIC,\n", 1)
    listed = "for form in (meeting_day.MeetingDayForm, "
    text = text.replace("for form in (", listed, 1)
    contents.write_text(text, encoding="utf-8")
    transcript = project / "tests/transcripts/leaders/meeting_day/sent.chat"
    transcript.parent.mkdir(parents=True)
    transcript.write_text(chat, encoding="utf-8")
    return transcript


def play(project: Path, *options: str) -> None:
    command = [sys.executable, "-m", "pytest", "tests/test_transcripts.py", "-q", "-p", "no:xdist"]
    chosen = ["-p", "no:cacheprovider", "-k", "postgres and meeting_day", *options]
    result = subprocess.run(  # noqa: S603
        [*command, *chosen], cwd=project, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_conversation_is_added_as_the_walk_through_says(tmp_path: Path) -> None:
    """A form, its words, one line in the contents and a chat: nothing else is needed."""
    project = copy_of_the_project(tmp_path / "gulir")
    transcript = follow_the_steps(project)
    play(project, "--accept")
    told = transcript.read_text(encoding="utf-8")
    assert "Bot: Kelompok rapat hari apa, Pak/Bu?" in told
    assert "Terima kasih. Hari rapat Jumat sore sudah kami catat." in told

"""What holds for every file of the repository; also the hooks of .pre-commit-config.yaml.

python -m tests.hygiene --mend FILE…    end each text file with one newline
python -m tests.hygiene --large FILE…   refuse files above 500 kB
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LARGEST_BYTES = 500_000
LONGEST_FILE = 300
OUR_PACKAGES = ("bot", "handlers", "models", "locales")


def repository_files() -> list[Path]:
    """Every file that is, or would be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [file for name in listed.split("\0") if name and (file := ROOT / name).is_file()]


def our_modules() -> list[Path]:
    """The Python files of the product, without tests and written migrations."""
    return [
        file
        for file in repository_files()
        if file.suffix == ".py"
        and file.relative_to(ROOT).parts[0] in OUR_PACKAGES
        and file.parent != ROOT / "models" / "migrations"
    ]


def text_of(file: Path) -> str | None:
    """The text of a file, or None when it is not text."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def tidy(text: str) -> str:
    """The same text without blanks at line ends, and with exactly one newline at its end."""
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).rstrip("\n") + "\n" if text else text


def _mend(files: list[Path]) -> int:
    mended = 0
    for file in files:
        text = text_of(file)
        if text is not None and tidy(text) != text:
            file.write_text(tidy(text), encoding="utf-8")
            print(f"mended {file}")  # noqa: T201
            mended += 1
    return min(mended, 1)


def _large(files: list[Path]) -> int:
    large = [file for file in files if file.stat().st_size > LARGEST_BYTES]
    for file in large:
        print(f"{file} has more than {LARGEST_BYTES} bytes")  # noqa: T201
    return min(len(large), 1)


if __name__ == "__main__":
    jobs = {"--mend": _mend, "--large": _large}
    sys.exit(jobs[sys.argv[1]]([Path(name) for name in sys.argv[2:]]))

"""What Gulir says: Fluent texts of each language, one file for each feature."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

LANGUAGES = ("id", "en")
"""The languages that are complete; Indonesian is the one that people are spoken to first."""

_LONG = 2000
"""Characters of a fact."""

_FOLDER = Path(__file__).parent
_BEGIN = re.compile(r"^([A-Za-z][\w-]*) *=", re.MULTILINE)
_OTHER_TEXT = re.compile(r"\{\s*([A-Za-z][\w-]*)\s*\}")


class LocaleError(LookupError):
    """A text is missing, or could not be filled in with the facts that were given."""


def text(key: str, *, language: str, facts: Mapping[str, str | int]) -> str:
    """The text `key` filled with facts; raises LocaleError rather than say half a sentence."""
    bundle = _bundle(language)
    identifier = message_id(key)
    if not _knows(language, identifier):
        raise LocaleError(f"{language}: there is no text {key}")
    pattern = bundle.get_message(identifier).value
    if pattern is None:
        raise LocaleError(f"{language}: the text {key} is empty")
    long = {name: fact for name, fact in facts.items() if _is_long(fact)}
    said, errors = bundle.format_pattern(
        pattern, {**facts, **{name: _stand_in(name) for name in long}}
    )
    if errors:
        raise LocaleError(f"{language}: {key}: {errors[0]}") from errors[0]
    whole = str(said)
    for name, fact in long.items():
        whole = whole.replace(_stand_in(name), str(fact))
    return whole


def message_id(key: str) -> str:
    """The Fluent identifier of a key: `menu.help` is the message `menu-help`."""
    return key.replace(".", "-")


def _is_long(fact: str | int) -> bool:
    """Fluent refuses facts of more than 2,500 characters; staff's answers may be longer."""
    return isinstance(fact, str) and len(fact) > _LONG


def _stand_in(name: str) -> str:
    """Stands where a long fact is put in afterwards; of characters that nobody can type."""
    return f"\ue000{name}\ue001"


@cache
def keys(language: str) -> frozenset[str]:
    """The Fluent identifiers of every text of a language."""
    return frozenset(_sources(language))


def files(language: str) -> tuple[Path, ...]:
    """The files of a language; raises LocaleError for one that we do not speak."""
    if language not in LANGUAGES:
        raise LocaleError(f"there is no language {language}")
    return tuple(sorted((_FOLDER / language).glob("*.ftl")))


def ill_formed(language: str) -> list[str]:
    """What cannot be read in the files of a language: each file with the line where it begins."""
    return [
        f"{path.parent.name}/{path.name} at: {_first_line(junk)}"
        for path in files(language)
        for junk in _junk(FluentParser().parse(path.read_text(encoding="utf-8")))
    ]


@cache
def _sources(language: str) -> dict[str, str]:
    """Every text as it stands in its file, by its identifier.

    To parse them all takes a second, and hardly any is said: each is parsed when it is needed.
    """
    found: dict[str, str] = {}
    for path in files(language):
        source = path.read_text(encoding="utf-8")
        begins = [*_BEGIN.finditer(source)]
        ends = [*(each.start() for each in begins[1:]), len(source)]
        for begin, end in zip(begins, ends, strict=True):
            found.setdefault(begin[1], source[begin.start() : end])
    return found


@cache
def _bundle(language: str) -> FluentBundle:
    files(language)
    return FluentBundle([language], use_isolating=False)


def _knows(language: str, identifier: str) -> bool:
    """Whether there is such a text; it and those that it speaks of are in the bundle then."""
    bundle = _bundle(language)
    if bundle.has_message(identifier):
        return True
    source = _sources(language).get(identifier)
    if source is None:
        return False
    resource = FluentParser().parse(source)
    for junk in _junk(resource):
        raise LocaleError(f"{language}: {identifier} is ill-formed at: {_first_line(junk)}")
    bundle.add_resource(resource)
    for other in _OTHER_TEXT.findall(source):
        _knows(language, other)
    return bundle.has_message(identifier)


def _junk(resource: ast.Resource) -> list[ast.Junk]:
    return [entry for entry in resource.body if isinstance(entry, ast.Junk)]


def _first_line(junk: ast.Junk) -> str:
    return (junk.content or "").strip().partition("\n")[0]

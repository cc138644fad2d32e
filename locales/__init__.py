"""What Gulir says: Fluent texts of each language, one file for each feature."""

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


class LocaleError(LookupError):
    """A text is missing, or could not be filled in with the facts that were given."""


def text(key: str, *, language: str, facts: Mapping[str, str | int]) -> str:
    """The text `key` filled with facts; raises LocaleError rather than say half a sentence."""
    bundle = _bundle(language)
    identifier = message_id(key)
    if not bundle.has_message(identifier):
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
    return frozenset(
        entry.id.name
        for path in files(language)
        for entry in _parsed(path).body
        if isinstance(entry, ast.Message)
    )


def files(language: str) -> tuple[Path, ...]:
    """The files of a language; raises LocaleError for one that we do not speak."""
    if language not in LANGUAGES:
        raise LocaleError(f"there is no language {language}")
    return tuple(sorted((_FOLDER / language).glob("*.ftl")))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in files(language):
        bundle.add_resource(_parsed(path))
    return bundle


def _parsed(path: Path) -> ast.Resource:
    """A file of texts; raises LocaleError for what the parser could not read."""
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            first_line = (entry.content or "").strip().partition("\n")[0]
            raise LocaleError(f"{path.parent.name}/{path.name} is ill-formed at: {first_line}")
    return resource

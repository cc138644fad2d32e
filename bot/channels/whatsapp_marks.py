"""Words as they were typed, on a network that takes `*`, `_`, `~` and the backtick for marks. Pure.

WhatsApp formats whatever stands between two such signs and knows no way to escape them (Telegram is
sent plain text, which it shows as it is). None of our own texts is formatted, so signs come from
names and words that people typed. Where two of them would become marks, look-alikes take their
place, which show the same and mean nothing.
"""

import re

_LOOK_ALIKES = {"*": "\u2217", "_": "\u02cd", "~": "\u223c", "`": "\u02cb"}
_ADDRESS = re.compile(r"(https?://\S+)")
_PAIR_AT_LEAST = 2


def unmarked(text: str) -> str:
    """The text without anything that would be formatted; addresses of the web stay as they are."""
    if not any(mark in text for mark in _LOOK_ALIKES):
        return text
    if text.count("`") >= _PAIR_AT_LEAST:
        text = _replaced(text, "`")
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    for mark in "*_~":
        if line.count(mark) >= _PAIR_AT_LEAST and _may_open(line, mark):
            line = _replaced(line, mark)
    return line


def _may_open(line: str, mark: str) -> bool:
    """Whether one of these signs stands where a mark would begin: before a word, after none."""
    return bool(re.search(rf"(?<![^\W_]){re.escape(mark)}+\S", line))


def _replaced(text: str, mark: str) -> str:
    pieces = _ADDRESS.split(text)
    for position in range(0, len(pieces), 2):
        pieces[position] = pieces[position].replace(mark, _LOOK_ALIKES[mark])
    return "".join(pieces)

"""What goes to staff while somebody talks with them, and what is a topic of ours all the same."""

import re
from typing import Final

_NAMES_NO_TOPIC: Final = {
    *("unclear", "off_topic", "yes", "no", "choose"),
    *("give_date", "correct", "photo_only"),
}
_WANTS_TO_REPORT: Final = re.compile(
    r"\b(?:lapor\w*|perkembangan|(?:foto|kabar) usaha|kirim foto)\b", re.IGNORECASE
)
"""News of the business is what people tell staff, too: a report of ours is asked for by name."""


def is_for_the_office(intent: str, text: str) -> bool:
    """Whether words of this intent, said in an open talk with the office, are for staff."""
    if intent == "report_progress":
        return _WANTS_TO_REPORT.search(text) is None
    return intent in _NAMES_NO_TOPIC

"""The words that stand on drawn pictures, which no chat shows as text."""

from __future__ import annotations

import pytest

from handlers.messages import Fact, say
from handlers.speak import render

WRITTEN: dict[str, dict[str, Fact]] = {
    "group_story.photos": {},
    "group_story.visit": {},
    "group_story.repayments": {},
    "group_story.repaid": {"percent": 30},
    "group_story.visit_suggested": {},
    "progress.compare.title": {"exact": 1},
}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("key", WRITTEN)
def test_what_is_drawn_has_words_in_every_language(key: str, language: str) -> None:
    said = render((say(key, **WRITTEN[key]),), language, strict=True).text  # type: ignore[arg-type]
    assert said
    assert "{" not in said

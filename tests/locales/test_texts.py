"""Every text exists in every language, is used, is well formed, short, plain and kind."""

import inspect
import re
from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import ast

import locales
from handlers import answers, report_number, what_changes
from handlers.facilitators import answers as care
from handlers.leaders import (
    business_answers,
    progress_answers,
    promise_answers,
    repayment_doubts,
)
from handlers.staff import answers as staff_answers
from handlers.staff import (
    bank_columns,
    coming_month,
    notice_answers,
    plan_answers,
    review_reasons,
    rhythm_answers,
    rule_answers,
    terms_answers,
)
from locales import LANGUAGES, LocaleError
from tests.locales.reading import REASONS, STAFF_FILES, Text, entries, spoken, texts

HARSH = ("hutang", "utang", "tagih", "menunggak", "tunggakan", "macet", "sanksi", "wajib segera")
LABEL_MOST = 20
"""Characters: WhatsApp's reply buttons (DOMAIN.md 4.4)."""
CHAT_MOST, CAPTION_MOST, PLEASANT = 4096, 1024, 300
SAID_WITH_PICTURES = ("verification-card", "loose_photo-card", "help_talk-said")
LONG_BY_NATURE = {
    "visit-marks-ask",
    "help-borrower",
    "joining-consent",
    "joining-welcome",
    "verification-result-accepted_other",
    "what_is_left-standing",
}
FILLED_BY_PEOPLE = {
    "form-value",
    "form-group",
    "correct_report-offered",
    "planned_capital-drop",  # an amount, and no longer than one
}
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")

LONGEST = {"text": 3500, "last_words": 1000, "caption": 300, "reason": 200, "reports": 500}
LISTS = {
    "news": 500,
    "plan": 400,
    "schedule": 400,
    "groups": 300,
    "cautions": 400,
    "accounts": 500,
    "about": 500,
}


def spoken_texts(language: str = "id") -> dict[str, Text]:
    return {key: text for key, text in texts(language).items() if text.file not in STAFF_FILES}


def said_to_leaders() -> dict[str, Text]:
    result = {
        key: text
        for key, text in texts("id").items()
        if key.startswith(
            (
                "verification-result",
                "verification-next",
                "staff-answer",
                "decision-news",
                "correction_request-news",
                "progress-result",
                "funding-news",
            )
        )
    }
    return spoken_texts() | result


def filled(key: str, language: str, *, length: int | None = None) -> str:
    """The text with facts of an ordinary length, or the longest that may come."""
    text = texts(language)[key]
    facts: dict[str, str | int] = {}
    for name in text.variables:
        most = LONGEST.get(name, LISTS.get(name, 120))
        facts[name] = 123_456 if name in text.counted else "n" * min(most, length or most)
    return locales.text(key, language=language, facts=facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_holds_anything_that_the_parser_cannot_read(language: str) -> None:
    assert locales.ill_formed(language) == []
    parsed = {
        entry.id.name
        for path in locales.files(language)
        for entry in entries(path)
        if isinstance(entry, ast.Message)
    }
    assert locales.keys(language) == parsed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_written_twice(language: str) -> None:
    names = Counter(
        entry.id.name
        for path in locales.files(language)
        for entry in entries(path)
        if isinstance(entry, ast.Message)
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_every_text_exists_in_both_languages() -> None:
    assert locales.keys("id") == locales.keys("en")


def test_a_text_needs_the_same_facts_in_both_languages() -> None:
    differing = {
        key: text.variables ^ texts("en")[key].variables
        for key, text in texts("id").items()
        if text.variables != texts("en")[key].variables
    }
    assert differing == {}


def test_a_text_lives_in_the_same_file_in_both_languages() -> None:
    assert {key: text.file for key, text in texts("id").items()} == {
        key: text.file for key, text in texts("en").items()
    }


def test_every_key_that_the_code_speaks_has_a_text() -> None:
    assert spoken().said - locales.keys("id") == set()


def test_every_text_is_spoken_somewhere() -> None:
    assert [key for key in sorted(locales.keys("id")) if not spoken().uses(key)] == []


def test_every_reason_of_an_answer_is_known_to_these_tests() -> None:
    asking = (
        answers,
        staff_answers,
        plan_answers,
        rhythm_answers,
        report_number,
        what_changes,
        progress_answers,
        business_answers,
        promise_answers,
        care,
        bank_columns,
        coming_month,
        notice_answers,
        terms_answers,
        rule_answers,
        review_reasons,
    )
    source = "".join(inspect.getsource(module) for module in asking)
    raised = set(re.findall(r'Rejected\(\s*"([a-z_]+)"', source))
    raised |= {"photo_instead", "not_an_amount", "not_a_sum", "no_end"}
    # What a plan of notices must keep, in the words of its rules.
    raised |= REASONS[notice_answers.Steps] | REASONS[notice_answers.Span]
    assert raised == set().union(*REASONS.values())


def test_every_key_that_the_code_puts_together_has_at_least_one_text() -> None:
    patterns = spoken().patterns | spoken().doubts
    silent = {
        pattern
        for pattern in patterns
        if not any(re.fullmatch(pattern, key) for key in locales.keys("id"))
    }
    assert silent == set()


def test_every_doubt_about_a_repayment_has_a_text_and_a_caution_for_staff() -> None:
    doubts = re.findall(
        r'Doubt\(\s*"([a-z_]+)",\s*"([a-z_]+)"', inspect.getsource(repayment_doubts)
    )
    assert len(doubts) >= 8
    for question, reason in doubts:
        assert f"repayment_report-{question}-{reason}" in locales.keys("id")
        assert f"verification-caution-{reason}" in locales.keys("id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_a_button_fits_on_every_channel(language: str) -> None:
    labels = set(spoken().labels)
    for pattern in spoken().label_patterns:
        labels |= {key for key in locales.keys(language) if re.fullmatch(pattern, key)}
    labels -= FILLED_BY_PEOPLE
    assert len(labels) > 30
    too_long = {
        key: said
        for key in labels
        if key in locales.keys(language)
        and len(said := filled(key, language)) > LABEL_MOST
        and texts(language)[key].file not in STAFF_FILES
    }
    assert too_long == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_even_with_the_longest_facts_a_text_is_one_message(language: str) -> None:
    for key in locales.keys(language):
        assert len(filled(key, language)) <= CHAT_MOST, key
    for key in SAID_WITH_PICTURES:
        assert len(filled(key, language, length=300)) <= CAPTION_MOST, key


def test_what_leaders_read_is_short() -> None:
    long = {
        key: len(said)
        for key in said_to_leaders()
        if key not in LONG_BY_NATURE and len(said := filled(key, "id", length=14)) > PLEASANT
    }
    assert long == {}


def test_nobody_is_spoken_to_harshly() -> None:
    harsh = {
        key: word
        for key, text in said_to_leaders().items()
        for word in HARSH
        if word in text.source.partition("=")[2].casefold()
    }
    assert harsh == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_plain_without_any_mark_up(language: str) -> None:
    marked = [
        key for key in locales.keys(language) if re.search(r"[*`<>]|__|\]\(", filled(key, language))
    ]
    assert marked == []


def test_a_leader_reads_at_most_one_emoji_and_none_with_a_refusal() -> None:
    for key in said_to_leaders():
        emoji = EMOJI.findall(filled(key, "id").replace("\ufe0f", ""))
        assert len(emoji) <= 1, key
        refusing = any(key.endswith(f"-{reason}") for reason in set().union(*REASONS.values()))
        assert not (emoji and (refusing or "rejected" in key or key.startswith("rule-"))), key


def test_a_missing_text_is_an_error_that_names_it() -> None:
    with pytest.raises(LocaleError, match=r"menu\.nowhere"):
        locales.text("menu.nowhere", language="id", facts={})


def test_a_text_that_cannot_be_read_is_an_error_that_names_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "trial.ftl").write_text(
        "# Said nowhere.\ntrial-fine = Ada { trial-other }.\ntrial-other = yang lain\n"
        "trial-open = Halo { $name\ntrial-last = Baik.\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(locales, "_FOLDER", tmp_path)
    for cached in (locales._sources, locales._bundle):
        cached.cache_clear()
    try:
        assert locales.text("trial.fine", language="id", facts={}) == "Ada yang lain."
        assert locales.text("trial.last", language="id", facts={}) == "Baik."
        with pytest.raises(LocaleError, match=r"trial-open is ill-formed at: trial-open = Halo"):
            locales.text("trial.open", language="id", facts={"name": "Sari"})
        assert locales.ill_formed("id") == ["id/trial.ftl at: trial-open = Halo { $name"]
    finally:
        for cached in (locales._sources, locales._bundle):
            cached.cache_clear()


def test_a_missing_fact_is_an_error_and_not_half_a_sentence() -> None:
    with pytest.raises(LocaleError, match="name"):
        locales.text("thanks.welcome", language="id", facts={})


def test_a_language_that_we_do_not_speak_is_an_error() -> None:
    with pytest.raises(LocaleError, match="fr"):
        locales.text("thanks.welcome", language="fr", facts={"name": "Sari"})


def test_every_variant_of_every_text_can_be_said() -> None:
    for language in LANGUAGES:
        for key, text in texts(language).items():
            for name, variants in text.variants.items():
                for variant in variants:
                    facts: dict[str, str | int] = dict.fromkeys(text.variables, "x")
                    facts |= dict.fromkeys(text.counted, 7)
                    facts[name] = int(variant) if variant.isdigit() else facts[name]
                    facts[name] = facts[name] if name in text.counted else variant
                    assert locales.text(key, language=language, facts=facts)

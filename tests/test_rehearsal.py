"""Each of the texts that few chats show is said when it should be, in every language."""

from __future__ import annotations

import pytest

from handlers.messages import Reply
from handlers.speak import render_text
from locales import LANGUAGES
from models.books_audit import Difference  # noqa: TC001 (pytest reads it)
from tests.rehearsal import DIFFERENCES, everything, refusals, rehearsed


def test_every_reason_to_ask_staff_again_has_its_own_sentence() -> None:
    wrong = {
        key: [reply.key for reply in replies]
        for key, replies in refusals()
        if [reply.key for reply in replies] != [key]
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_one_can_be_said(language: str) -> None:
    for said in everything():
        assert render_text(said, language).strip(), said.key
        for choice in said.choices if isinstance(said, Reply) else ():
            assert render_text(choice.label, language).strip(), choice.label.key


def test_what_was_rehearsed_is_known_by_its_key() -> None:
    assert {
        "recovery-amount-too_large",
        "correct_accepted-paid_on-not_a_day",
        "rule-terms_months_out_of_range",
        "rule-needs_another_person",
        "trail-kind-treasury_release",
        "trail-deed-role_revoked",
        "self_audit-chain-rewritten",
    } <= rehearsed()


@pytest.mark.parametrize("found", DIFFERENCES, ids=lambda found: f"{found.where}-{found.what}")
def test_a_difference_is_a_whole_sentence(found: Difference) -> None:
    from handlers.staff.difference_words import in_words  # noqa: PLC0415

    assert render_text(in_words(found), "id").endswith(".")

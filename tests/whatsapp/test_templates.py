"""Approved texts: their rules, what they stand for, submitting them and comparing them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import locales
from bot.channels.base import MessageRefused, OutboundMessage
from bot.channels.whatsapp_admin import ApprovedTemplate, WhatsAppAdmin, compare, submission
from bot.channels.whatsapp_rendering import render
from bot.check import check_everything
from bot.check_whatsapp import check_whatsapp
from bot.spoken_templates import SOMETHING_WAITS, template_message
from handlers.messages import Choice, say, words
from locales.templates import (
    BODY_LENGTH_MAX,
    Template,
    broken_rules,
    clean,
    templates,
    templates_for,
)
from models.money import Rupiah
from tests.channels.graph_api import TOKEN, breaches, refusing
from tests.hygiene import ROOT
from tests.locales.reading import texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.channels.graph_api import GraphApi

ANY = Template(
    name="gulir_x",
    version=1,
    row="own",
    language="id",
    category="UTILITY",
    body="Bapak/Ibu {{1}}, setoran {{2}} sudah dicatat. Terima kasih.",
    variables=("leader", "amount"),
    samples={"leader": "Sari", "amount": "Rp500.000"},
    replies={"x.y": {"leader": "name", "amount": "amount"}},
)


@pytest.mark.parametrize("template", templates(), ids=lambda each: each.name)
def test_every_template_keeps_every_rule(template: Template) -> None:
    assert broken_rules(template) == []
    assert breaches("POST message_templates", submission(template)) == []
    assert "{{" not in template.sample


@pytest.mark.parametrize("row", [f"M{n}" for n in (1, *range(16, 27), 28, *range(31, 37))])
def test_every_model_text_that_needs_approval_has_a_template(row: str) -> None:
    row = "M01" if row == "M1" else row
    assert any(each.row == row for each in templates())


TOLD = re.compile(
    r"(reminder-(week|soon|tomorrow|today|late|late_again|called|promised_\w+)"
    r"|notices-(progress|place|several|several_owed)"
    r"|verification-result-\w+|progress-result-(accepted|more)|application-result-\w+"
    r"|queue_news-.+|decision-news-\w+|correction_request-news_\w+|next_group-helped"
    r"|announcement-(funded|part|thanks|place|to_all)"
    r"|calls-for_facilitator|field_work-told|cannot_pay-for_facilitator)"
)
"""What people are told unasked, so perhaps long after they last wrote."""
ANNOUNCED_ONLY = {
    "announcement-to_all": "news of others, which Meta would judge marketing",
}


def test_what_people_are_told_unasked_has_an_approved_text() -> None:
    told = {key for key in texts("id") if TOLD.fullmatch(key)}
    ours = {locales.message_id(key) for each in templates() for key in each.replies}
    assert len(told) > 40
    assert told - ours == set(ANNOUNCED_ONLY)


def test_the_names_are_different() -> None:
    names = {(each.network_name, each.language) for each in templates()}
    assert len(names) == len(templates())


def test_no_reply_has_two_templates_with_the_same_buttons() -> None:
    keys = [
        (key, each.language, tuple(each.buttons)) for each in templates() for key in each.replies
    ]
    assert len(keys) == len(set(keys))


ONLY_IN_TEMPLATES = {"announcement.funded": {"first_due"}, "announcement.part": {"first_due"}}
"""Facts that a reply has for its approved text, which has no room for all that it says freely."""


def test_a_template_asks_for_facts_that_its_reply_has() -> None:
    ours = {key.replace(".", "-") for each in templates() for key in each.replies}
    for each in templates():
        for key, places in each.replies.items():
            known = texts("id")[locales.message_id(key)].variables
            facts = {plain(fact) for fact in known} | ONLY_IN_TEMPLATES.get(key, set())
            wanted = {plain(fact) for fact in places.values()}
            assert wanted <= facts, (key, wanted - facts)
    assert locales.message_id(SOMETHING_WAITS) in ours


def plain(fact: str) -> str:
    """A fact's name without the form in which it is written."""
    return fact.removesuffix("_short").removesuffix("_full").removesuffix("_words")


@pytest.mark.parametrize("template", templates(), ids=lambda each: each.name)
def test_a_button_says_what_the_choice_says_that_it_stands_for(template: Template) -> None:
    """One name for one thing; and a chat taps the same on all networks."""
    for label, text in template.buttons.items():
        assert locales.text(label, language=template.language, facts={}) == text


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"body": "{{1}} dan {{2}} sudah kami catat di kantor kami sekarang ini."}, "begins"),
        ({"body": "Sudah kami catat di kantor kami untuk {{1}} dan {{2}}."}, "ends"),
        ({"body": "Bapak/Ibu {{1}} {{2}} sudah kami catat di kantor kami."}, "side by side"),
        ({"body": "Bapak/Ibu {{2}}, setoran {{1}} sudah dicatat. Terima kasih."}, "numbered"),
        ({"body": "Bapak/Ibu {{1}}, setoran {{3}} sudah dicatat. Terima kasih."}, "numbered"),
        ({"body": "Yth. {{1}}, {{2}} ok."}, "too few words"),
        ({"body": f"Bapak/Ibu {{{{1}}}}, {'a' * 1024} {{{{2}}}} ya."}, "longer than"),
        ({"body": "Bapak/Ibu {{1}}, hutang {{2}} sudah dicatat. Terima kasih."}, "hutang"),
        ({"body": "Bapak/Ibu {{1}}, setoran {{2}} dicatat {ya}. Terima kasih banyak."}, "brace"),
        ({"body": "Bapak/Ibu {{1}},    setoran {{2}} sudah dicatat. Terima kasih."}, "blanks"),
        ({"name": "Gulir-X"}, "name"),
        ({"category": "NEWS"}, "category"),
        ({"samples": {"leader": "Sari"}}, "samples"),
        ({"samples": {"leader": "Sari", "amount": "$5"}}, "no value"),
        ({"replies": {"x.y": {"leader": "name"}}}, "does not fill"),
        ({"buttons": {f"x.{n}": f"Ya {n}" for n in range(11)}}, "more than 10"),
        ({"buttons": {"x.a": "Ya", "x.b": "Ya"}}, "say the same"),
        ({"buttons": {"x.a": "Y" * 26}}, "longer than 25"),
        ({"buttons": {"x.a": " "}}, "empty"),
        ({"buttons": {"x.a": "Ya 🙏"}}, "an emoji"),
        ({"buttons": {"x.a": "*Ya*"}}, "formatting"),
        ({"buttons": {"x.a": "Ya {{1}}"}}, "a variable"),
    ],
)
def test_what_meta_would_refuse_is_found(change: dict[str, Any], why: str) -> None:
    assert broken_rules(ANY) == []
    assert any(why in rule for rule in broken_rules(replace(ANY, **change)))


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_whatever_a_value_is_meta_takes_it(value: str) -> None:
    cleaned = clean(value)
    assert cleaned
    assert not set("\n\t#$%") & set(cleaned)
    assert len(cleaned) <= 200
    assert "    " not in cleaned
    assert clean(cleaned) == cleaned


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=3000))
def test_whatever_a_group_is_called_an_approved_text_stays_short(name: str) -> None:
    reply = say("verification.result.repaid", name=name, group=name, day=date(2019, 7, 22))
    found = template_message([reply], "id")
    template = templates_for(reply.key, "id")[0]
    assert found is not None
    assert len(template.filled(found.values)) <= BODY_LENGTH_MAX


BUTTONS = (
    Choice("owed:7:paid", words("reminder.paid")),
    Choice("owed:7:later", words("reminder.later")),
    Choice("go:what_is_left", words("reminder.left")),
)


def test_an_approved_text_stands_for_one_reply_and_what_adds_nothing_to_it() -> None:
    facts = {"name": "Sari", "group": "Mawar", "amount": Rupiah(500_017), "due_on": "besok"}
    reminder, exact = say("reminder.today", *BUTTONS, **facts), say("reminder.exact", code="017")
    assert template_message([reminder], "id") is not None
    assert template_message([reminder, exact], "en") is not None
    assert template_message([reminder, say("place.now")], "id") is None
    assert template_message([say("staff.answer_in_pictures")], "id") is None
    assert template_message([say("reminder.today", *BUTTONS, name="Sari")], "id") is None


def test_the_choices_of_a_message_are_the_buttons_of_its_approved_text() -> None:
    facts = {"name": "Sari", "group": "Mawar", "amount": Rupiah(500_017)}
    without = say("reminder.today", **facts)
    exact = say("reminder.exact", *BUTTONS, code="017")
    found = template_message([without, exact], "id")
    assert found is not None
    assert found.payloads == ("owed:7:paid", "owed:7:later", "go:what_is_left")
    assert template_message([without], "id") is None  # a button that would do nothing
    long = (Choice("owed:" + "7" * 128, words("reminder.paid")), *BUTTONS[1:])
    assert template_message([say("reminder.today", *long, **facts)], "id") is None


def test_what_people_wrote_is_never_cut_and_never_without_its_pictures() -> None:
    finish = Choice("talk:7:close", words("human.finish"))
    short, long = ("Silakan datang hari Senin.\nBawa buku.", "Silakan datang. " * 60)
    found = template_message([say("staff.answer", finish, text=short)], "id")
    assert found is not None
    assert found.values == ("Silakan datang hari Senin., Bawa buku.",)
    assert template_message([say("staff.answer", finish, text=long)], "id") is None
    with_picture = say("staff.answer", finish, text=short, pictures=(7,))
    assert template_message([with_picture], "id") is None


def test_several_things_are_one_line_as_long_as_they_fit() -> None:
    lines = ("• Mawar: hari ini", "• Melati: besok")
    replies = [say("notices.several_owed", *BUTTONS, name="Sari", lines=lines)]
    found = template_message(replies, "id")
    assert found is not None
    assert found.values == ("Sari", "Mawar: hari ini; Melati: besok")
    many = say("notices.several_owed", *BUTTONS, name="Sari", lines=lines * 30)
    assert template_message([many], "id") is None


@pytest.mark.parametrize("template", templates(), ids=lambda each: f"{each.name}-{each.language}")
@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_whatever_stands_in_its_places_the_request_is_as_meta_documents_it(
    template: Template, typed: str
) -> None:
    choices = [Choice(f"owed:{n}:paid", words(key)) for n, key in enumerate(template.buttons)]
    for key, places in template.replies.items():
        facts = dict.fromkeys(places.values(), typed)
        found = template_message([say(key, *choices, **facts)], template.language)
        assert found is not None
        [request] = render(OutboundMessage("", template=found, tag="7"))
        whole = {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": "6281255501001",
            **request.parameters,
        }
        assert breaches("POST messages", whole) == []


def test_of_two_approved_texts_the_one_is_said_whose_buttons_have_their_choices() -> None:
    facts = {"name": "Sari", "number": "S-1", "reason": "sudah tercatat"}
    again = Choice("again:7", words("verification.send_again"))
    one = template_message([say("verification.result.rejected", again, **facts)], "id")
    other = template_message([say("verification.result.rejected", **facts)], "id")
    assert one is not None
    assert other is not None
    assert (one.payloads, other.payloads) == (("again:7",), ())
    assert one.name != other.name


def test_words_inside_words_are_said_in_the_language_of_the_template() -> None:
    reply = say(
        "verification.result.rejected",
        name="Sari",
        number="S-1",
        reason=words("media.broken"),
    )
    found = template_message([reply], "en")
    assert found is not None
    assert (found.language, found.values[2]) == ("id", "berkasnya rusak")


# What Meta has -----------------------------------------------------------------------------------


def theirs(**change: Any) -> ApprovedTemplate:
    return replace(ApprovedTemplate("gulir_x_v1", "id", "APPROVED", "UTILITY", ANY.body), **change)


@pytest.mark.parametrize(
    ("found", "seen", "mending"),
    [
        ([theirs()], "approved", ""),
        ([], "not submitted", "submit"),
        ([theirs(name="gulir_x_v0")], "not submitted", "submit"),
        ([theirs(language="en")], "not submitted", "submit"),
        ([theirs(status="PENDING")], "PENDING", "wait"),
        ([theirs(status="REJECTED", reason="INVALID_FORMAT")], "INVALID_FORMAT", "change"),
        ([theirs(status="PAUSED")], "PAUSED", "change"),
        ([theirs(body="Lain.")], "another text", "raise `version`"),
        ([theirs(buttons=("Ya",))], "other buttons", "raise `version`"),
        ([theirs(category="MARKETING")], "MARKETING", "Meta judges"),
    ],
)
def test_our_files_are_compared_with_what_meta_has(
    found: list[ApprovedTemplate], seen: str, mending: str
) -> None:
    [difference] = compare([ANY], found)
    assert seen in difference.seen
    assert mending in difference.mending
    assert bool(difference.mending) == bool(mending)


async def test_templates_are_submitted_and_read_page_by_page(graph: GraphApi) -> None:
    admin = WhatsAppAdmin(graph.account)
    for template in templates():
        assert await admin.submit(template) == "PENDING"
    assert {each.status for each in await admin.templates()} == {"PENDING"}
    for each in graph.templates:
        each["status"] = "APPROVED"
    assert [d for d in compare(templates(), await admin.templates()) if d.mending] == []
    graph.will("POST message_templates", refusing(100, message="Invalid parameter"))
    with pytest.raises(MessageRefused):
        await admin.submit(templates()[0])
    await admin.close()


def gulir(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "bot", "templates", *arguments],
        cwd=folder,
        env=surroundings | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_command_lists_samples_and_checks(tmp_path: Path) -> None:
    listed = gulir(tmp_path, "list").stdout.splitlines()
    assert len(listed) == len(templates())
    assert "Terima kasih Bapak/Ibu Sari. Setoran Rp500.000" in gulir(tmp_path, "samples").stdout
    checked = gulir(tmp_path, "check")
    assert (checked.returncode, checked.stdout[0]) == (0, "✓")
    without = gulir(tmp_path, "compare")
    assert (without.returncode, "WHATSAPP_TOKEN" in without.stderr) == (2, True)
    assert gulir(tmp_path, "submit", "gulir_nothing").returncode == 2


# `gulir check` -----------------------------------------------------------------------------------


async def test_an_account_in_order_is_told_so(graph: GraphApi) -> None:
    graph.templates = [{**submission(each), "status": "APPROVED"} for each in templates()]
    found = await check_whatsapp(graph.account)
    assert [each.line for each in found if not each.ok] == []
    assert not any(TOKEN in each.line for each in found)


async def test_what_is_wrong_with_an_account_is_told_with_its_mending(graph: GraphApi) -> None:
    graph.apps, graph.quality = [], "RED"
    found = {each.subject: each for each in await check_whatsapp(graph.account)}
    assert "people complain" in found["WhatsApp number"].line
    graph.quality = "GREEN"
    found = {each.subject: each for each in await check_whatsapp(graph.account)}
    assert "subscribe the app" in found["WhatsApp webhook"].line
    assert "gulir templates compare" in found["WhatsApp templates"].line
    wrong = {
        each.subject: each
        for each in await check_whatsapp(replace(graph.account, token="EAAG-of-somebody"))
    }
    assert "make a new token" in wrong["WhatsApp token"].line
    away = await check_whatsapp(replace(graph.account, api_base="http://127.0.0.1:9"))
    assert any("check the network" in each.line for each in away)


async def test_secrets_of_the_account_are_masked(graph: GraphApi, tmp_path: Path) -> None:
    account = graph.account
    environment = {
        "TELEGRAM_TOKEN": "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc",
        "TELEGRAM_API_BASE": "http://127.0.0.1:9",
        "STAFF_CHAT_ID": "-1",
        "DATA_DIR": str(tmp_path),
        "WHATSAPP_TOKEN": account.token,
        "WHATSAPP_PHONE_ID": account.phone_id,
        "WHATSAPP_BUSINESS_ID": account.business_id,
        "WHATSAPP_APP_SECRET": account.app_secret,
        "WHATSAPP_VERIFY_TOKEN": account.verify_token,
        "WHATSAPP_API_BASE": account.api_base,
    }
    lines = [each.line for each in await check_everything(environment)]
    for secret in (account.token, account.app_secret, account.verify_token):
        assert not any(secret in line for line in lines)
    assert any(line.startswith("✓ WhatsApp number: +62") for line in lines)

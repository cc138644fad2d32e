"""What the simulated WhatsApp refuses, with the error that Meta answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.simulator.raw_whatsapp import SARI
from tests.simulator.test_whatsapp_sending import LISTED, RIGHT, TEMPLATE, filled

if TYPE_CHECKING:
    from tests.simulator.raw_whatsapp import Business


def buttons(*titles: str) -> dict[str, Any]:
    action = {
        "buttons": [{"type": "reply", "reply": {"id": f"b{n}", "title": t}}
                    for n, t in enumerate(titles)]
    }  # fmt: skip
    return {"type": "interactive", "interactive": {**RIGHT["interactive"], "action": action}}  # type: ignore[dict-item]


def rows(*listed: dict[str, str], button: str = "Pilih") -> dict[str, Any]:
    action = {"button": button, "sections": [{"rows": list(listed)}]}
    return {"type": "interactive", "interactive": {**LISTED["interactive"], "action": action}}  # type: ignore[dict-item]


def row(number: int, title: str = "", description: str = "") -> dict[str, str]:
    return {"id": str(number), "title": title or f"Baris {number}", "description": description}


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("a title of 21 characters", buttons("x" * 21), 131009,
     "Button title length invalid. Min length: 1, Max length: 20"),
    ("no title", buttons(""), 131009, "Button title length invalid. Min length: 1, Max length: 20"),
    ("four buttons", buttons(*"abcd"), 131009, "Max allowed buttons: 3"),
    ("the same title twice", buttons("Ya", "Ya"), 131009, "Duplicated title"),
    ("eleven rows", rows(*map(row, range(11))), 131009,
     "Total row count exceed max allowed count: 10"),
    ("a row of 25 characters", rows(row(1, "x" * 25)), 131009,
     "Row title is too long. Max length is 24"),
    ("a long description", rows(row(1, "A", "x" * 73)), 131009, "Max length is 72"),
    ("the same row twice", rows(row(1), row(1)), 131009, "Duplicated id"),
    ("a list's button of 21", rows(row(1), button="x" * 21), 131009, "Max length: 20"),
    ("an empty text", {"type": "text", "text": {"body": " "}}, 100, "text['body'] is required"),
    ("a long text", {"text": "x" * 4097}, 100, "must be at most 4096 characters long"),
    ("no text", {"type": "text"}, 100, "The parameter text is required"),
    ("an unknown type", {"type": "hologram", "hologram": {}}, 100, "Param type must be one of"),
    ("a long caption", {"type": "image", "image": {"id": "1", "caption": "x" * 1025}}, 100,
     "must be at most 1024 characters long"),
    ("an unknown picture", {"type": "image", "image": {"id": "1"}}, 131009,
     "is not a valid whatsapp business account media attachment ID"),
    ("an id and a link", {"type": "image", "image": {"id": "1", "link": "https://x"}}, 100,
     "exactly one of id and link"),
    ("a sticker with words", {"type": "sticker", "sticker": {"id": "1", "caption": "x"}}, 100,
     "Unexpected key caption"),
    ("long data of ours", {"text": "x", "biz_opaque_callback_data": "x" * 513}, 100,
     "at most 512 characters"),
    ("an unknown template", filled("a", "b", name="tidak_ada"), 132001,
     "template name (tidak_ada) does not exist in id"),
    ("a language that is not there", filled("a", "b", language={"code": "en"}), 132001,
     "template name (angsuran_jatuh_tempo) does not exist in en"),
    ("too few values", filled("a"), 132000,
     "body: number of localizable_params (1) does not match the expected number of params (2)"),
    ("a new line in a value", filled("a\nb", "c"), 132018,
     "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code", "words"), [pytest.param(*rest, id=name) for name, *rest in REFUSED]
)
async def test_it_is_refused_with_the_real_error(
    business: Business, content: dict[str, Any], code: int, words: str
) -> None:
    await business.sim.phone("sari").say("halo")
    await business.sim.call("POST", "/api/whatsapp/templates", json=TEMPLATE)
    found, details = await business.refused(**content)
    assert found == code
    assert words in details
    assert [m.text for m in await business.sim.phone("sari").messages()] == ["halo"]


async def test_the_longest_of_everything_is_accepted(business: Business) -> None:
    await business.sim.phone("sari").say("halo")
    await business.sent(**buttons("x" * 20, "y" * 20, "z" * 20))
    await business.sent(**rows(*(row(n, f"{n}".ljust(24, "x"), "d" * 72) for n in range(10))))
    await business.sent(text="x" * 4096, biz_opaque_callback_data="x" * 512)


async def test_a_wrong_token_opens_nothing(business: Business) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}):
        path = f"{business.number}/messages"
        status, answer = await business.call("POST", path, headers=headers, json={})
        assert (status, answer["error"]["code"]) == (401, 190)
        assert answer["error"]["type"] == "OAuthException"


async def test_what_is_not_ours_does_not_exist(business: Business) -> None:
    for method, path in (
        ("POST", "1/messages"),
        ("GET", "1/message_templates"),
        ("GET", "12345"),
        ("GET", "a/b/c"),
    ):
        body = {"json": {"messaging_product": "whatsapp", "to": SARI}} if method == "POST" else {}
        status, answer = await business.call(method, path, **body)
        assert (status, answer["error"]["code"], answer["error"]["error_subcode"]) == (400, 100, 33)


async def test_our_number_tells_what_it_is(business: Business) -> None:
    status, answer = await business.call("GET", business.number)
    assert (status, answer["id"]) == (200, business.number)
    assert answer["verified_name"] == "Dana Bergulir Kutim"
    assert answer["quality_rating"] == "GREEN"


@pytest.mark.parametrize(
    ("status", "code"), [("PAUSED", 132015), ("DISABLED", 132016), ("REJECTED", 132001)]
)
async def test_a_template_that_was_judged_is_not_sent(
    business: Business, status: str, code: int
) -> None:
    await business.sim.call("POST", "/api/whatsapp/templates", json=TEMPLATE | {"status": status})
    assert (await business.refused(**filled("a", "b")))[0] == code


def button(index: int, payload: str) -> dict[str, Any]:
    """What a sending gives to one quick reply."""
    parameters = [{"type": "payload", "payload": payload}]
    part = {"type": "button", "sub_type": "quick_reply", "index": str(index)}
    return {**part, "parameters": parameters}


@pytest.mark.parametrize(
    ("part", "code", "detail"),
    [
        (button(1, "a"), 131009, "index 1"),
        (button(0, "x" * 129), 131009, "longer than 128"),
        (button(0, ""), 131008, "requires a payload"),
        (button(0, "a") | {"sub_type": "phone_number"}, 100, "sub_type"),
        (button(0, "a") | {"sub_type": "url"}, 131009, "not of that type"),
        (button(0, "a") | {"index": "first"}, 100, "index"),
    ],
)
async def test_a_template_whose_buttons_are_given_wrongly_is_not_sent(
    business: Business, part: dict[str, Any], code: int, detail: str
) -> None:
    await business.sim.call("POST", "/api/whatsapp/templates", json=TEMPLATE)
    sending = filled("a", "b")
    sending["template"]["components"].append(part)
    found, told = await business.refused(**sending)
    assert (found, detail in told) == (code, True)


def quick_replies(*texts: str) -> dict[str, Any]:
    """The components of a template with these quick replies."""
    replies = [{"type": "QUICK_REPLY", "text": text} for text in texts]
    return {"components": [BODY, {"type": "BUTTONS", "buttons": replies}]}


BODY = TEMPLATE["components"][0]
BAD_TEMPLATES: list[tuple[str, dict[str, Any], int | None]] = [
    ("capitals in the name", {"name": "Angsuran"}, None),
    ("no such category", {"category": "NEWS"}, None),
    ("a value at the end", {"components": [BODY | {"text": "Angsuran kelompok Anda {{1}}."}]},
     2388299),
    ("a value at the start", {"components": [BODY | {"text": "{{1}} akan jatuh tempo besok"}]},
     2388299),
    ("values and hardly a word", {"components": [BODY | {"text": "a {{1}} b {{2}} c"}]}, 2388293),
    ("no example", {"components": [{"type": "BODY", "text": "Angsuran {{1}} Anda besok pagi"}]},
     2388043),
    ("a long body", {"components": [BODY | {"text": "x" * 1025}]}, 2388040),
    ("a value in the footer", {"components": [BODY, {"type": "FOOTER", "text": "a {{1}} b"}]},
     2388073),
    ("no body", {"components": []}, 2388043),
    ("an emoji on a button", quick_replies("Ya 🙏"), 2388060),
    ("a bold button", quick_replies("*Ya*"), 2388060),
    ("a long button", quick_replies("x" * 26), 2388060),
    ("two buttons that say the same", quick_replies("Ya", "Ya"), 2388060),
    ("eleven buttons", quick_replies(*"abcdefghijk"), None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "subcode"), [pytest.param(*rest, id=name) for name, *rest in BAD_TEMPLATES]
)
async def test_a_template_against_the_rules_is_not_taken_in(
    business: Business, change: dict[str, Any], subcode: int | None
) -> None:
    account = business.sim.cast.business.business_id
    status, answer = await business.call(
        "POST", f"{account}/message_templates", json={**TEMPLATE, **change}
    )
    assert (status, answer["error"]["code"]) == (400, 100)
    assert answer["error"].get("error_subcode") == subcode


async def test_a_template_is_submitted_judged_and_listed(business: Business) -> None:
    path = f"{business.sim.cast.business.business_id}/message_templates"
    status, answer = await business.call("POST", path, json=TEMPLATE)
    assert (status, answer["status"], answer["category"]) == (200, "PENDING", "UTILITY")
    change = (await business.until(lambda: business.payloads))[0]["entry"][0]["changes"][0]
    assert change["field"] == "message_template_status_update"
    assert (change["value"]["event"], change["value"]["message_template_name"]) == (
        "APPROVED",
        TEMPLATE["name"],
    )
    _, again = await business.call("POST", path, json=TEMPLATE)
    assert again["error"]["error_subcode"] == 2388024
    for number in range(3):
        await business.call("POST", path, json=TEMPLATE | {"name": f"lain_{number}"})
    found, after = [], ""
    while True:
        _, page = await business.call("GET", f"{path}?limit=3{after}")
        found += [each["name"] for each in page["data"]]
        if "next" not in page["paging"]:
            break
        after = f"&after={page['paging']['cursors']['after']}"
    assert found == [TEMPLATE["name"], "lain_0", "lain_1", "lain_2"]
    assert page["data"][0]["status"] == "APPROVED"

"""What we say, and the requests that WhatsApp gets for it: always within its limits."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Button, OutboundMessage, Rendered, TemplateMessage
from bot.channels.texts import length
from bot.channels.whatsapp_rendering import render
from bot.simulator.whatsapp_view import read_marks
from tests.channels.graph_api import breaches

SLIP, FIELD, RECEIPT = Path("slip.jpg"), Path("kebun.jpg"), Path("kuitansi.pdf")
YES, NO = Button("d7:yes", "Ya, kirim"), Button("d7:no", "Batal")
LONG = Button("d7:more", "Terima dengan jumlah lain")


def shown(message: OutboundMessage) -> list[dict[str, Any]]:
    return [request.parameters for request in render(message)]


def kinds(message: OutboundMessage) -> list[str]:
    """The kind of each message; of interactive ones which."""
    return [
        p["interactive"]["type"] if p["type"] == "interactive" else p["type"]
        for p in shown(message)
    ]


def asked(rendered: Rendered) -> dict[str, Any]:
    """The request as it is sent: with a recipient, and with its file handed over."""
    parameters = rendered.parameters
    for name, _ in rendered.files:
        parameters = _replaced(parameters, f"attach://{name}", "9001")
    base = {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "6281255501001"}
    return base | parameters


def _replaced(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(inner, old, new) for inner in value]
    return new if value == old else value


def test_words_alone_are_one_text_without_a_preview() -> None:
    assert shown(OutboundMessage("Terima kasih, Bu.")) == [
        {"type": "text", "text": {"preview_url": False, "body": "Terima kasih, Bu."}}
    ]


def test_up_to_three_short_choices_are_buttons() -> None:
    assert shown(OutboundMessage("Sudah benar?", buttons=(YES, NO))) == [
        {
            "type": "interactive",
            "interactive": {
                "type": "button",
                "body": {"text": "Sudah benar?"},
                "action": {
                    "buttons": [
                        {"type": "reply", "reply": {"id": "d7:yes", "title": "Ya, kirim"}},
                        {"type": "reply", "reply": {"id": "d7:no", "title": "Batal"}},
                    ]
                },
            },
        }
    ]


def test_a_long_label_makes_a_list_in_which_it_stands_whole() -> None:
    [request] = shown(OutboundMessage("?", buttons=(YES, LONG), choose_label="Pilih"))
    assert request["interactive"]["action"] == {
        "button": "Pilih",
        "sections": [
            {
                "rows": [
                    {"id": "d7:yes", "title": "Ya, kirim"},
                    {
                        "id": "d7:more",
                        "title": "Terima dengan jumlah…",
                        "description": "Terima dengan jumlah lain",
                    },
                ]
            }
        ],
    }


@pytest.mark.parametrize(
    ("buttons", "expect"),
    [
        ([f"Pilihan {n}" for n in range(4)], ["list"]),
        ([f"Pilihan {n}" for n in range(10)], ["list"]),
        ([f"Pilihan {n}" for n in range(11)], ["text"]),
        (["Mawar", "Mawar"], ["text"]),
        (["M" * 73, "Melati"], ["text"]),
        (["x" * 20, "y"], ["button"]),
        (["x" * 21, "y"], ["list"]),
        (["👩‍🌾" * 7, "y"], ["list"]),
    ],
)
def test_choices_are_buttons_else_a_list_else_numbers(
    buttons: list[str], expect: list[str]
) -> None:
    choices = tuple(Button(f"d7:{n}", label) for n, label in enumerate(buttons))
    assert kinds(OutboundMessage("Yang mana?", buttons=choices)) == expect


def test_choices_that_are_numbers_count_from_one() -> None:
    choices = tuple(Button(f"g:{n}", f"Kelompok {n}") for n in range(1, 12))
    [request] = shown(OutboundMessage("Kelompok mana?", buttons=choices))
    lines = request["text"]["body"].split("\n")
    assert lines[0] == "Kelompok mana?"
    assert lines[2] == "1. Kelompok 1"
    assert lines[-1] == "11. Kelompok 11"


def test_a_picture_carries_the_words_and_the_buttons() -> None:
    message = OutboundMessage("Sudah benar?", buttons=(YES,), pictures=(SLIP,))
    [request] = render(message)
    assert request.parameters["interactive"]["header"] == {
        "type": "image",
        "image": {"id": "attach://file"},
    }
    assert request.files == (("file", SLIP),)


def test_a_picture_above_many_choices_carries_them_as_numbers() -> None:
    choices = tuple(Button(f"g:{n}", f"Kelompok {n}") for n in range(1, 6))
    message = OutboundMessage("Yang mana?", buttons=choices, pictures=(SLIP,))
    [request] = shown(message)
    assert request["image"]["caption"].endswith("5. Kelompok 5")


def test_where_a_number_is_an_answer_by_itself_buttons_stay_buttons() -> None:
    own = Button("d7:today", "Hari ini", numbered=False)
    message = OutboundMessage("x" * 1500, buttons=(own,))
    assert kinds(message) == ["text", "button"]
    assert kinds(OutboundMessage("x" * 1500, buttons=(YES,))) == ["text"]


def test_several_pictures_are_several_messages_and_the_words_are_below_the_last() -> None:
    message = OutboundMessage("Dua foto.", pictures=(SLIP, FIELD), documents=(RECEIPT,))
    assert kinds(message) == ["image", "image", "document"]
    last = shown(message)[-1]["document"]
    assert last == {"id": "attach://file", "filename": "kuitansi.pdf", "caption": "Dua foto."}


def test_a_message_cannot_be_changed_so_what_is_new_is_said_and_nothing_else() -> None:
    assert render(OutboundMessage("Sudah diterima.", edits="wamid.1", changed=False)) == []
    assert kinds(OutboundMessage("Sudah diterima.", edits="wamid.1")) == ["text"]


def test_every_request_says_which_row_of_the_outbox_it_is() -> None:
    message = OutboundMessage("x" * 5000, tag="17")
    assert [p["biz_opaque_callback_data"] for p in shown(message)] == ["17:0/2", "17:1/2"]


def test_whoever_hides_their_number_is_asked_by_whatsapps_own_button() -> None:
    assert kinds(OutboundMessage("Mohon nomornya.", contact_button="Bagikan nomor")) == [
        "request_contact_info"
    ]


def test_an_approved_text_has_its_values_in_order() -> None:
    values = ("Sari", "Rp500.000")
    template = TemplateMessage("gulir_x_v1", "id", values, ("owed:7:paid", "go:what_is_left"))
    [rendered] = render(OutboundMessage("", template=template, tag="9"))
    assert rendered.parameters["template"]["components"] == [
        {
            "type": "body",
            "parameters": [
                {"type": "text", "text": "Sari"},
                {"type": "text", "text": "Rp500.000"},
            ],
        },
        {
            "type": "button",
            "sub_type": "quick_reply",
            "index": "0",
            "parameters": [{"type": "payload", "payload": "owed:7:paid"}],
        },
        {
            "type": "button",
            "sub_type": "quick_reply",
            "index": "1",
            "parameters": [{"type": "payload", "payload": "go:what_is_left"}],
        },
    ]
    assert breaches("POST messages", asked(rendered)) == []


# Whatever a group is called ----------------------------------------------------------------------

NAMES = st.text(st.characters(exclude_categories=[]), min_size=1, max_size=200)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=300),
    st.text("a\n .👩‍🌾é\u0301", min_size=900, max_size=5000),
)


@st.composite
def messages(draw: st.DrawFn) -> OutboundMessage:
    labels = draw(st.lists(NAMES, max_size=14))
    pictures = tuple(draw(st.lists(st.sampled_from([SLIP, FIELD]), max_size=3)))
    text = draw(TEXTS)
    if not pictures and not text.strip():
        text = "Yang mana?"
    return OutboundMessage(
        text=text,
        buttons=tuple(
            Button(f"d7:group:{number}", label, draw(st.booleans()))
            for number, label in enumerate(labels)
        ),
        pictures=pictures,
        documents=(RECEIPT,) if draw(st.booleans()) else (),
        contact_button=draw(st.sampled_from([None, None, None, "Bagikan nomor saya"])),
        choose_label=draw(st.sampled_from(["Pilih", "Choose", "x" * 40])),
        tag="123456789012345678",
    )


@settings(max_examples=400, deadline=None)
@given(messages())
def test_whatever_a_group_is_called_every_request_stays_within_every_limit(
    message: OutboundMessage,
) -> None:
    requests = render(message)
    assert requests
    for request in requests:
        body = asked(request)
        assert breaches("POST messages", body) == []
        _check_utf16(body)


def _check_utf16(body: dict[str, Any]) -> None:
    """The schema counts characters; the network may count UTF-16 units, which are more."""
    if body["type"] == "text":
        assert length(body["text"]["body"]) <= 4096
    if body["type"] == "interactive":
        interactive = body["interactive"]
        assert length(interactive["body"]["text"]) <= 1024
        for button in interactive["action"].get("buttons", ()):
            assert length(button["reply"]["title"]) <= 20
        titles = [b["reply"]["title"] for b in interactive["action"].get("buttons", ())]
        assert len(set(titles)) == len(titles)
    if body["type"] in ("image", "document"):
        assert length(body[body["type"]].get("caption", "")) <= 1024


@settings(max_examples=200, deadline=None)
@given(messages())
def test_every_choice_can_be_made(message: OutboundMessage) -> None:
    """Its id can be tapped, or it is written out beside its number."""
    requests = [request.parameters for request in render(message)]
    tapped: set[str] = set()
    written = ""
    for each in requests:
        if each["type"] == "interactive":
            action = each["interactive"]["action"]
            tapped |= {b["reply"]["id"] for b in action.get("buttons", ())}
            tapped |= {row["id"] for s in action.get("sections", ()) for row in s["rows"]}
            written += each["interactive"]["body"]["text"]
        else:
            written += str(each[each["type"]].get("body", "")) + str(
                each[each["type"]].get("caption", "")
            )
    for number, button in enumerate(message.buttons, start=1):
        assert button.id in tapped or f"{number}." in written


# What people typed is shown as they typed it ------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "shown_as"),
    [
        ("KUBE *Mekar* Jaya", "KUBE \u2217Mekar\u2217 Jaya"),
        ("_Mawar_ dan ~Melati~", "\u02cdMawar\u02cd dan \u223cMelati\u223c"),
        ("kode `rm -rf`", "kode \u02cbrm -rf\u02cb"),
        ("```a\nb```", "\u02cb\u02cb\u02cba\nb\u02cb\u02cb\u02cb"),
        ("*tebal\nbukan*", "*tebal\nbukan*"),
        ("kelompok_mekar_jaya", "kelompok_mekar_jaya"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("satu * saja", "satu * saja"),
        ("_a_ https://t.me/gulir_bot?start=_x_", "\u02cda\u02cd https://t.me/gulir_bot?start=_x_"),
    ],
)
def test_what_would_become_a_mark_is_shown_by_its_look_alike(typed: str, shown_as: str) -> None:
    assert shown(OutboundMessage(typed))[0]["text"]["body"] == shown_as
    template = TemplateMessage("gulir_x_v1", "id", (typed.replace("\n", " "),))
    [request] = shown(OutboundMessage("", template=template))
    [value] = request["template"]["components"][0]["parameters"]
    assert read_marks(value["text"])[1] == [] or "https" in typed


@settings(max_examples=300, deadline=None)
@given(st.text("ab *_~`\n.ä", max_size=60))
def test_nothing_that_people_typed_is_formatted(typed: str) -> None:
    body = shown(OutboundMessage(f"Kelompok {typed}."))[0]["text"]["body"]
    assert read_marks(body) == (body, [])

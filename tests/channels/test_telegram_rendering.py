"""What we say, and the requests that Telegram gets for it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Button, OutboundMessage, Rendered
from bot.channels.telegram_rendering import length, other_edit, render, split_text

SLIP, FIELD, RECEIPT = Path("slip.jpg"), Path("kebun.jpg"), Path("kuitansi.pdf")
QUIET = {"link_preview_options": {"is_disabled": True}}
YES, NO = Button("d7:yes", "Ya"), Button("d7:no", "Tidak")
LONG = Button("d7:more", "Terima dengan jumlah lain")
ONE_ROW = {
    "inline_keyboard": [
        [{"text": "Ya", "callback_data": "d7:yes"}, {"text": "Tidak", "callback_data": "d7:no"}]
    ]
}
ASK_PHONE = {
    "keyboard": [[{"text": "Bagikan nomor", "request_contact": True}]],
    "one_time_keyboard": True,
    "resize_keyboard": True,
}


@dataclass
class Case:
    """A message of ours and the requests that show it."""

    name: str
    message: OutboundMessage
    expect: list[Rendered]


def text(words: str, **more: Any) -> Rendered:
    return Rendered("sendMessage", {"text": words, **QUIET, **more})


def photo(path: Path, **more: Any) -> Rendered:
    return Rendered("sendPhoto", {"photo": "attach://file", **more}, (("file", path),))


def paper(path: Path, **more: Any) -> Rendered:
    return Rendered("sendDocument", {"document": "attach://file", **more}, (("file", path),))


def album(*paths: Path, caption: str | None = None) -> Rendered:
    media: list[dict[str, str]] = [
        {"type": "photo", "media": f"attach://file{number}"} for number in range(len(paths))
    ]
    if caption:
        media[0]["caption"] = caption
    files = tuple((f"file{number}", path) for number, path in enumerate(paths))
    return Rendered("sendMediaGroup", {"media": media}, files)


def edit(what: str, **parameters: Any) -> Rendered:
    return Rendered(f"editMessage{what}", {"message_id": 7, **parameters})


LONG_CAPTION = "Setoran diterima. " * 60
OUTBOUND = [
    Case("text", OutboundMessage("Halo"), [text("Halo")]),
    Case("nothing", OutboundMessage("  \n"), []),
    Case(
        "short buttons share a row",
        OutboundMessage("Kirim?", (YES, NO)),
        [text("Kirim?", reply_markup=ONE_ROW)],
    ),
    Case(
        "long buttons have their own",
        OutboundMessage("Kirim?", (YES, LONG, NO)),
        [
            text(
                "Kirim?",
                reply_markup={
                    "inline_keyboard": [
                        [{"text": "Ya", "callback_data": "d7:yes"}],
                        [{"text": "Terima dengan jumlah lain", "callback_data": "d7:more"}],
                        [{"text": "Tidak", "callback_data": "d7:no"}],
                    ]
                },
            )
        ],
    ),
    Case(
        "one picture carries text and buttons",
        OutboundMessage("Slip", (YES, NO), (SLIP,)),
        [photo(SLIP, caption="Slip", reply_markup=ONE_ROW)],
    ),
    Case(
        "a text too long for a caption follows its picture",
        OutboundMessage(LONG_CAPTION, (YES, NO), (SLIP,)),
        [photo(SLIP), text(LONG_CAPTION.strip(), reply_markup=ONE_ROW)],
    ),
    Case(
        "album",
        OutboundMessage("Kebun", pictures=(SLIP, FIELD)),
        [album(SLIP, FIELD, caption="Kebun")],
    ),
    Case(
        "an album cannot have buttons, so they follow with the text",
        OutboundMessage("Kebun", (YES, NO), (SLIP, FIELD)),
        [album(SLIP, FIELD), text("Kebun", reply_markup=ONE_ROW)],
    ),
    Case(
        "buttons without text hang on the last picture",
        OutboundMessage("", (YES, NO), (SLIP, FIELD, SLIP)),
        [album(SLIP, FIELD), photo(SLIP, reply_markup=ONE_ROW)],
    ),
    Case(
        "eleven pictures",
        OutboundMessage("Kebun", pictures=(SLIP,) * 11),
        [album(*(SLIP,) * 10), photo(SLIP), text("Kebun")],
    ),
    Case(
        "document",
        OutboundMessage("Kuitansi", (YES, NO), documents=(RECEIPT,)),
        [paper(RECEIPT, caption="Kuitansi", reply_markup=ONE_ROW)],
    ),
    Case(
        "picture and document",
        OutboundMessage("Bukti", pictures=(SLIP,), documents=(RECEIPT,)),
        [photo(SLIP), paper(RECEIPT), text("Bukti")],
    ),
    Case(
        "ask for the phone number",
        OutboundMessage("Nomor Anda?", contact_button="Bagikan nomor"),
        [text("Nomor Anda?", reply_markup=ASK_PHONE)],
    ),
    Case(
        "both kinds of keyboard",
        OutboundMessage("Nomor Anda?", (YES, NO), contact_button="Bagikan nomor"),
        [
            text("Nomor Anda?", reply_markup=ONE_ROW),
            text("Bagikan nomor", reply_markup=ASK_PHONE),
        ],
    ),
    Case(
        "edit",
        OutboundMessage("Diterima", (YES, NO), edits="7"),
        [edit("Text", text="Diterima", **QUIET, reply_markup=ONE_ROW)],
    ),
    Case(
        "edit without buttons takes them away",
        OutboundMessage("Diterima", edits="7"),
        [edit("Text", text="Diterima", **QUIET)],
    ),
    Case(
        "edit of a card with a picture",
        OutboundMessage("Diterima", pictures=(SLIP,), edits="7"),
        [edit("Caption", caption="Diterima")],
    ),
    Case(
        "edit of the buttons alone",
        OutboundMessage("", (YES, NO), edits="7"),
        [edit("ReplyMarkup", reply_markup=ONE_ROW)],
    ),
]


@pytest.mark.parametrize("case", OUTBOUND, ids=lambda case: case.name)
def test_each_message_becomes_these_requests(case: Case) -> None:
    """The channel decides how a message is shown, and decides nothing else."""
    assert render(case.message) == case.expect


def test_the_other_edit_swaps_text_and_caption_and_comes_back() -> None:
    """Only the network knows whether a card is a picture."""
    caption = edit("Caption", caption="Diterima", reply_markup=ONE_ROW)
    words = edit("Text", text="Diterima", **QUIET, reply_markup=ONE_ROW)
    assert other_edit(caption) == words
    assert other_edit(words) == caption
    assert other_edit(edit("ReplyMarkup", reply_markup=ONE_ROW)) is None
    assert other_edit(edit("Text", text="a" * 1025)) is None


@pytest.mark.parametrize(("words", "pieces"), [
    ("Satu.\n\nDua.", ["Satu.\n\nDua."]),
    ("Satu dua tiga.\n\nEmpat lima", ["Satu dua tiga.", "Empat lima"]),
    ("Satu dua tiga.\nEmpat lima enam", ["Satu dua tiga.", "Empat lima enam"]),
    ("Satu dua tiga. Empat lima", ["Satu dua tiga.", "Empat lima"]),
    ("Satu dua tiga empat lima", ["Satu dua tiga empat", "lima"]),
    ("a" * 25, ["a" * 20, "a" * 5]),
    ("😀" * 11, ["😀" * 10, "😀"]),
    ("a" * 19 + "e\u0301" + "b", ["a" * 19, "e\u0301b"]),
])  # fmt: skip
def test_texts_are_cut_where_a_reader_would_pause(words: str, pieces: list[str]) -> None:
    """Paragraph, line, sentence, word, and never inside a letter."""
    assert split_text(words, 20) == pieces


WHATEVER = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from("ab .\n😀e\u0301\u200d"), min_size=900, max_size=9000),
    st.builds(str.__mul__, st.sampled_from(["kata ", "😀", "a", "Baris.\n"]), st.integers(0, 5000)),
)
IDS = st.binary(min_size=1, max_size=32).map(bytes.hex)
LABELS = st.text(min_size=1, max_size=60).filter(str.strip)
MESSAGES = st.builds(
    OutboundMessage,
    text=st.one_of(WHATEVER, WHATEVER.map(lambda some: f"x{some}")),
    buttons=st.lists(st.builds(Button, IDS, LABELS), max_size=12).map(tuple),
    pictures=st.lists(st.just(SLIP), max_size=23).map(tuple),
    documents=st.lists(st.just(RECEIPT), max_size=2).map(tuple),
    contact_button=st.one_of(st.none(), LABELS),
    edits=st.one_of(st.none(), st.just("7")),
)


def said(request: Rendered) -> str:
    parameters = request.parameters
    captions = [item.get("caption", "") for item in parameters.get("media", [])]
    return str(parameters.get("text", parameters.get("caption", ""))) + "".join(captions)


def assert_within_limits(request: Rendered) -> None:
    parameters = request.parameters
    if "text" in parameters:
        assert 1 <= length(parameters["text"]) <= 4096
    for captioned in [parameters, *parameters.get("media", [])]:
        assert length(captioned.get("caption", "")) <= 1024
    if request.method == "sendMediaGroup":
        assert 2 <= len(parameters["media"]) <= 10
        assert "reply_markup" not in parameters
    rows = parameters.get("reply_markup", {}).get("inline_keyboard", [])
    assert sum(map(len, rows)) <= 100
    for button in (button for row in rows for button in row):
        assert 1 <= len(button["callback_data"].encode()) <= 64


@settings(max_examples=200, deadline=None)
@given(message=MESSAGES.filter(lambda one: bool(one.text.strip())))
def test_whatever_the_text_every_request_is_within_every_limit(message: OutboundMessage) -> None:
    """And nothing of the text, no button and no file is lost or said twice."""
    requests = render(message)
    for request in requests:
        assert_within_limits(request)
    words = [said(request) for request in requests]
    asks_apart = bool(message.buttons and message.contact_button)
    kept = words[:-1] if asks_apart else words
    assert "".join("".join(kept).split()) == "".join(message.text.split())
    shown = [
        button["callback_data"]
        for request in requests
        for row in request.parameters.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    ]
    assert shown == [button.id for button in message.buttons]
    if not message.edits or message.contact_button:
        files = [path for request in requests for _, path in request.files]
        assert files == [*message.pictures, *message.documents]


@given(text=WHATEVER, limit=st.integers(8, 60))
def test_pieces_fit_and_hold_all_words(text: str, limit: int) -> None:
    """Only white space at the cuts is lost; no piece is empty."""
    pieces = split_text(text, limit)
    assert all(0 < length(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "buttons",
    [
        (Button("x" * 65, "Ya"),),
        (Button("", "Ya"),),
        (Button("ya", " "),),
        tuple(Button(str(number), "Ya") for number in range(101)),
    ],
    ids=["id too long", "no id", "no label", "too many"],
)
def test_buttons_that_cannot_be_are_a_programming_error(buttons: tuple[Button, ...]) -> None:
    """They come from us, not from people, so they stop where they are made."""
    with pytest.raises(AssertionError):
        render(OutboundMessage("Pilih", buttons))


def test_half_a_character_is_replaced() -> None:
    """A lone surrogate cannot be sent by any request."""
    assert render(OutboundMessage("a\ud83d")) == [text("a?")]

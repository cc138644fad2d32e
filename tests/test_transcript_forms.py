"""One file serves two networks: what counts as the same chat, and what does not."""

from __future__ import annotations

import pytest

from tests.transcript_forms import differences

FILE = """# A chat.

Sari: halo
Bot: Mohon pilih, Pak/Bu:
      Ada tiga.
      [Satu] [Dua]
      [Tiga]
Bot to staff: 📥 Kartu
      [Terima]
Sari: [Dua]
Bot edits: Mohon pilih, Pak/Bu: dua
Bot: Baik.

--- 2 days later ---
Bot to Sari: Ada kabar panjang.

Sari: apa?
Bot: Ini.

then: nothing was lost
"""


def played(*changes: tuple[str, str]) -> str:
    text = FILE
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text


ROWS = ("      [Satu] [Dua]\n      [Tiga]", "      [Satu]\n      [Dua]\n      [Tiga]")
NUMBERS = ("      [Satu] [Dua]\n      [Tiga]", "\n      1. Satu\n      2. Dua\n      3. Tiga")
NO_EDIT = ("Bot edits: Mohon pilih, Pak/Bu: dua\n", "")
ANEW = ("Bot edits: Mohon", "Bot: Mohon")
OWN_TEMPLATE = ("Bot to Sari: Ada kabar panjang.", "Bot to Sari: (template gulir_lunas_v1) Lunas.")
NEWS = ("Bot to Sari: Ada kabar panjang.", "Bot to Sari: (template gulir_ada_kabar_v1) Ada kabar.")
SAID_LATE = ("Bot: Ini.", "Bot: Ada kabar panjang.\nBot: Ini.")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([], id="word for word"),
        pytest.param([ROWS], id="choices in rows of their own"),
        pytest.param([NUMBERS], id="choices as numbers"),
        pytest.param([NO_EDIT], id="an edit that is nothing"),
        pytest.param([ANEW], id="an edit said anew"),
        pytest.param([OWN_TEMPLATE], id="a notice in approved words"),
        pytest.param([NEWS, SAID_LATE], id="a notice announced and said later"),
    ],
)
def test_it_is_the_same_chat(changes: list[tuple[str, str]]) -> None:
    assert differences(FILE, played(*changes)) == []


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([("Ada tiga.", "Ada empat.")], id="other words"),
        pytest.param([("[Tiga]", "[Empat]")], id="another choice"),
        pytest.param([("      [Tiga]\n", "")], id="a choice less"),
        pytest.param([("[Satu] [Dua]", "[Dua] [Satu]")], id="choices in another order"),
        pytest.param([("Bot: Baik.\n", "")], id="silence"),
        pytest.param([("Bot: Baik.", "Bot: Baik.\nBot: Baik.")], id="said twice"),
        pytest.param([("Bot to staff: 📥", "Bot to Budi: 📥")], id="told to somebody else"),
        pytest.param([("Bot to Sari: Ada kabar panjang.\n", "")], id="a notice forgotten"),
        pytest.param([NEWS], id="a notice announced and never said"),
        pytest.param([("Sari: apa?", "Sari: siapa?")], id="another chat altogether"),
    ],
)
def test_it_is_another_chat(changes: list[tuple[str, str]]) -> None:
    assert differences(FILE, played(*changes)) != []


def test_an_edit_of_a_card_in_the_staff_chat_may_not_be_missing() -> None:
    with_edit = FILE.replace("Bot: Baik.", "Bot edits to staff: ✅ Kartu\nBot: Baik.")
    assert differences(with_edit, FILE) != []

"""What is kept of words that were not understood tells nobody's name and no number of a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.masking import without_personal_data

CASES = [
    ("hubungi pak Darwis di 0812-3456-7890", "hubungi pak [nama] di [nomor]"),
    ("nama saya siti aminah dari bengalon", "nama saya [nama] dari bengalon"),
    ("kata bu rahmawati nomornya +62 812 3456 7890", "kata bu [nama] nomornya [nomor]"),
    ("NIK 6408012345670001 punya suami", "NIK [nomor] punya suami"),
    ("rek 0123-01-000123-53-4 atas nama Jumiati Hasan", "rek [nomor] atas nama [nama]"),
    ("hp o8l2 3456 789o", "hp [nomor]"),
    ("nol delapan satu dua tiga empat lima enam tujuh delapan", "[nomor]"),
    ("Kemarin Darwis sudah bayar 500rb", "Kemarin [nama] sudah bayar 500rb"),
    ("surel saya siti@contoh.id lihat www.contoh.id", "surel saya [alamat] lihat [alamat]"),
    ("setor 1.250.000 tgl 17/07/2019 jam 14:02", "setor 1.250.000 tgl 17/07/2019 jam 14:02"),
    ("setor 500 000 kemarin", "setor 500 000 kemarin"),
    ("pak mau setor ke mana", "pak mau setor ke mana"),
    ("bu bendahara hj Siti Nur Aini yang pegang", "bu bendahara hj [nama] yang pegang"),
    ("", ""),
]


@pytest.mark.parametrize(("said", "kept"), CASES)
def test_what_is_personal_is_masked(said: str, kept: str) -> None:
    assert without_personal_data(said) == kept


def test_names_that_the_office_knows_are_masked_wherever_they_stand() -> None:
    names = {"siti", "aminah", "untung"}
    masked = without_personal_data("siti aminah untung 2jt, kata pak untung", names)
    assert masked == "[nama] untung 2jt, kata pak [nama]"


@given(
    digits=st.text(alphabet="0123456789", min_size=10, max_size=18),
    mark=st.sampled_from(["", " ", "-", ".", " - "]),
    around=st.sampled_from(["no {}", "{}", "hub {} ya", "({})", "hp:{}."]),
)
def test_no_long_number_survives_however_it_is_written(digits: str, mark: str, around: str) -> None:
    said = around.format(mark.join(digits))
    kept = without_personal_data(said)
    assert sum(character.isdigit() for character in kept) == 0, kept


@given(st.text(max_size=300))
def test_any_text_can_be_masked(text: str) -> None:
    masked = without_personal_data(text)
    assert without_personal_data(masked) == masked or "[" in masked

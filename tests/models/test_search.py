"""Groups are found by how people call them: a table of what is typed and who is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.search import Listed, find

MEKAR = Listed(1, "KUBE Jahe Merah Mekar", "Sepaso", "Bengalon", "KT-001")
IKAN = Listed(2, "KUBE Olahan Ikan Pesisir", "Teluk Pandan", "Teluk Pandan", "KT-002")
TUNAS = Listed(3, "Karang Taruna Tunas Etam", "Sangkima", "Sangatta Selatan", "KT-003")
PISANG = Listed(4, "KUBE Olahan Pisang Lestari", "Suka Rahmat", "Teluk Pandan", "KT-004")
AMPLANG = Listed(6, "KUBE Amplang Pesisir Jaya", "Benua Baru Ilir", "Sangkulirang", "KT-006")
WEHEA = Listed(5, "KUBE Anyaman Rotan Wehea", "Nehes Liah Bing", "Muara Wahau", "KT-010")
ALL = (MEKAR, IKAN, TUNAS, PISANG, AMPLANG, WEHEA)


@pytest.mark.parametrize(
    ("said", "meant", "rest"),
    [
        ("KUBE Jahe Merah Mekar", MEKAR, ""),
        ("jahe bengalon", MEKAR, ""),
        ("jhe merah", MEKAR, ""),
        ("jaeh merah", MEKAR, ""),
        ("MEKAR 500rb kemarin", MEKAR, "500rb kemarin"),
        ("jahe bangalon", MEKAR, ""),
        ("tunas sengata", TUNAS, ""),
        ("tunas sangata selatan", TUNAS, ""),
        ("ikan tp", IKAN, ""),
        ("ikan tlk pandan 2 juta", IKAN, "2 juta"),
        ("olahn ikan", IKAN, ""),
        ("anyaman wahau", WEHEA, ""),
        ("KT-003", TUNAS, ""),
        ("kt 3 1.500.000", TUNAS, "1.500.000"),
        ("kt001 500rb", MEKAR, "500rb"),
        ("KT-010", WEHEA, ""),
        ("etam 1.500.000 tgl 5 juli", TUNAS, "1.500.000 tgl 5 juli"),
    ],
)
def test_a_group_is_found_by_its_words_and_the_rest_is_left_over(
    said: str, meant: Listed, rest: str
) -> None:
    found = find(said, ALL)
    assert (found.sure, found.rest) == (meant, rest)


@pytest.mark.parametrize(
    ("said", "candidates"),
    [
        ("pesisir", {IKAN, AMPLANG}),
        ("olahan teluk pandan", {IKAN, PISANG}),
        ("kube", {MEKAR, IKAN, PISANG, AMPLANG, WEHEA}),
        ("jahe sangatta", {MEKAR, TUNAS}),
    ],
)
def test_what_may_be_several_is_offered_and_never_guessed(
    said: str, candidates: set[Listed]
) -> None:
    found = find(said, ALL)
    assert found.sure is None
    assert set(found.candidates) == candidates


@pytest.mark.parametrize("said", ["", "   ", "mawar melati", "500rb kemarin", "🙂", "x", "KT-999"])
def test_nobody_is_found_by_other_words(said: str) -> None:
    found = find(said, ALL)
    assert (found.sure, found.candidates) == (None, ())


def test_an_everyday_word_is_not_the_beginning_of_a_name() -> None:
    goats = Listed(9, "Ternak Kambing", "Bukit Makmur", "Kaliorang", "KT-013")
    assert find("ikan 12 kali", (*ALL, goats), {"kali"}).sure == IKAN
    assert find("ikan 12 kali", (*ALL, goats), {"kali"}).rest == "12 kali"
    assert goats in find("kalior", (*ALL, goats), {"kali"}).candidates


def test_an_empty_directory_finds_nobody() -> None:
    assert find("jahe", ()).candidates == ()


def test_words_as_typed_go_before_mistyped_ones() -> None:
    marah = Listed(7, "KUBE Marah Haloq", "Marah Haloq", "Telen", "KT-011")
    merah = Listed(8, "KUBE Merah Delima", "Batu Lepoq", "Karangan", "KT-012")
    assert find("merah", (marah, merah)).sure == merah
    assert find("marah", (marah, merah)).sure == marah


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_can_be_searched_for(said: str) -> None:
    found = find(said, ALL)
    assert found.sure is None or found.sure in found.candidates


@given(st.sampled_from(ALL), st.data())
@settings(max_examples=150, deadline=None)
def test_one_slip_of_the_finger_in_a_long_word_still_offers_the_group(
    group: Listed, data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from([one for one in group.name.split() if len(one) >= 5]))
    place = data.draw(st.integers(1, len(word) - 1))
    assert group in find(word[:place] + word[place + 1 :], ALL).candidates

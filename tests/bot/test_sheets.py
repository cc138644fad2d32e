"""Sheets from strangers: what is read, what is refused, and that nothing of it runs."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import locales
from bot.media import MediaRefused, MediaStore
from bot.sheets import (
    COLUMNS_MAX,
    CSV_MIME,
    ROWS_MAX,
    SIZE_BYTES_MAX,
    XLSX_MIME,
    SheetRefused,
    read_sheet,
    sheet_type,
)
from models.media import MediaKind
from tests.sheets_for_chats import SHEETS, comma_separated, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = [("Tanggal", "Kredit"), ("16/07/2019", "500.000,00")]


def refusal(data: bytes) -> str:
    with pytest.raises(SheetRefused) as raised:
        read_sheet(data)
    return raised.value.code


def with_part(data: bytes, name: str, change: bytes | None = None, *, size: int = 0) -> bytes:
    """A workbook in which one part was replaced."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, change if change is not None else bytes(size))
    return changed.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_in_every_usual_encoding(delimiter: str, encoding: str) -> None:
    rows = [("Tanggal", "Keterangan", "Kredit"), ("16/07/2019", "Café Réka", "500.000,00")]
    data = comma_separated(rows, delimiter=delimiter, encoding=encoding)
    assert sheet_type(data) == CSV_MIME
    assert read_sheet(data) == tuple(rows)


def test_quotes_and_line_breaks_inside_a_cell_are_part_of_it() -> None:
    data = b'Tanggal,Keterangan,Kredit\r\n16/07/2019,"TRF ""SARI"",\nMEKAR",500000\r\n'
    assert read_sheet(data)[1] == ("16/07/2019", 'TRF "SARI", MEKAR', "500000")


def test_a_row_keeps_its_number_after_empty_ones() -> None:
    assert read_sheet(b"Bank,Contoh\n\n\nTanggal,Kredit\n")[3] == ("Tanggal", "Kredit")


def test_cells_of_a_workbook_become_what_a_person_would_type() -> None:
    data = workbook(
        [
            ("Tanggal", "Jam", "Kredit", "Sen", "Ya"),
            (date(2019, 7, 16), datetime(2019, 7, 16, 9, 15), 500000, 1234.5, True),  # noqa: DTZ001
            (None, None, 1e6, 0.1 + 0.2, None),
        ]
    )
    assert sheet_type(data) == XLSX_MIME
    assert read_sheet(data) == (
        ("Tanggal", "Jam", "Kredit", "Sen", "Ya"),
        ("2019-07-16", "2019-07-16T09:15:00", "500000", "1234.50"),
        ("", "", "1000000", "0.30"),
    )


def test_a_formula_gives_its_last_value_and_is_never_worked_out() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="str"><f>cmd|calc</f><v>Tanggal</v></c>'
        b'<c r="B1"><f>2+2</f><v>7</v></c>'
        b'<c r="C1"><f>1/0</f></c></row></sheetData></worksheet>'
    )
    data = with_part(workbook(ROWS), "xl/worksheets/sheet1.xml", sheet)
    assert read_sheet(data) == (("Tanggal", "7"),)


def test_what_a_file_says_of_its_own_size_is_not_believed() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        b"</sheetData></worksheet>"
    )
    assert read_sheet(with_part(workbook(ROWS), "xl/worksheets/sheet1.xml", sheet)) == (("1",),)


def test_a_page_without_anything_is_passed_over() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Mutasi").append(["Tanggal", "Kredit"])
    body = io.BytesIO()
    book.save(body)
    assert read_sheet(body.getvalue()) == (("Tanggal", "Kredit"),)


def test_more_than_the_bounds_is_refused() -> None:
    full = [("16/07/2019", "1")] * ROWS_MAX
    assert len(read_sheet(comma_separated(full))) == ROWS_MAX
    assert refusal(comma_separated([*full, ("17/07/2019", "1")])) == "too_many_rows"
    assert refusal(comma_separated([("1",) * (COLUMNS_MAX + 1)])) == "too_many_columns"
    assert refusal(comma_separated([("a", "b" * 501)])) == "cell_too_long"
    assert refusal(b"a,b\n" * (SIZE_BYTES_MAX // 4 + 1)) == "too_large"
    assert refusal(workbook([("x",) * (COLUMNS_MAX + 1)])) == "too_many_columns"
    assert refusal(workbook([()] * ROWS_MAX + [("x", "y")])) == "too_many_rows"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(workbook(ROWS), "xl/worksheets/sheet1.xml", size=60 * 1024 * 1024)
    assert len(bomb) < 200_000
    assert refusal(bomb) == "too_large"


def test_xml_that_defines_what_it_repeats_is_refused() -> None:
    laughs = b'<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    assert refusal(with_part(workbook(ROWS), "xl/worksheets/sheet1.xml", laughs)) == "broken"


@pytest.mark.parametrize(
    ("name", "code"), [("mutasi_terkunci.xlsx", "encrypted_sheet"), ("mutasi_rusak.xlsx", "broken")]
)
def test_a_locked_or_torn_workbook_is_refused(name: str, code: str) -> None:
    data, _ = SHEETS[name]
    assert refusal(data) == code


def test_an_empty_workbook_is_refused() -> None:
    assert refusal(workbook([])) == "empty"
    assert refusal(workbook([("", None)])) == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"just one line of talk",
        b"#!/bin/sh\necho hello\n",
        b"\xff\xd8\xff\xe0 picture",
        b"MZ\x90\x00" + bytes(200),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"PK\x03\x04 some other archive",
    ],
)
def test_what_is_no_sheet_is_not_taken_for_one(data: bytes) -> None:
    assert sheet_type(data) is None


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=40))
def test_a_damaged_workbook_is_read_or_refused_and_never_worse(place: int, noise: bytes) -> None:
    whole = workbook(ROWS)
    place = min(place, len(whole) - len(noise))
    damaged = whole[:place] + noise + whole[place + len(noise) :]
    with suppress(SheetRefused):
        assert all(isinstance(cell, str) for row in read_sheet(damaged) for cell in row)


# In the store -------------------------------------------------------------------------------------


def files_below(folder: Path) -> list[Path]:
    return list(folder.rglob("*.sheet"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[MediaStore]:
    kept = MediaStore(tmp_path / "media")
    yield kept
    kept.close()


async def test_a_sheet_is_kept_where_it_is_welcome_and_nowhere_else(store: MediaStore) -> None:
    data = comma_separated(ROWS)
    kept = await store.keep(data, announced_mime="text/csv", sheets=True)
    assert (kept.kind, kept.mime, kept.rows) == (MediaKind.SHEET, CSV_MIME, tuple(ROWS))
    assert store.path(kept.sha256, kept.kind).stat().st_size == len(data)
    with pytest.raises(MediaRefused, match="unsupported_type"):
        await store.keep(data, announced_mime="text/csv")
    with pytest.raises(MediaRefused, match="unsupported_type"):
        await store.keep(workbook(ROWS), announced_mime=XLSX_MIME)


async def test_a_sheet_that_is_refused_leaves_no_file(store: MediaStore, tmp_path: Path) -> None:
    with pytest.raises(MediaRefused, match="encrypted_sheet"):
        await store.keep(SHEETS["mutasi_terkunci.xlsx"][0], sheets=True)
    assert files_below(tmp_path) == []


def test_every_refusal_has_its_words() -> None:
    """What people are told when a file is not taken, by the codes that are raised."""
    words = {
        *("media.encrypted_pdf", "media.encrypted_sheet", "media.too_many_rows"),
        *("media.too_many_columns", "media.cell_too_long"),
    }
    assert all(locales.text(key, language="id", facts={}) for key in words)

"""Bank statements that people drop into simulated chats, by the name of the file."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Sequence

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_HEADER = ("Tanggal", "Keterangan", "No. Referensi", "Debet", "Kredit", "Saldo")
_JULY = (
    ("01/07/2019", "SALDO AWAL", "", "", "", "30.000.000,00"),
    ("15/07/2019", "TRF DARI NURUL AINI", "FT1907150001", "", "500.000,00", "30.500.000,00"),
    ("16/07/2019", "SETORAN TUNAI HAMDAN", "FT1907160007", "", "1.120.000,00", "31.620.000,00"),
    ("16/07/2019", "BIAYA ADMINISTRASI", "", "15.000,00", "", "31.605.000,00"),
    (
        "17/07/2019",
        "TRF KARANG TARUNA TUNAS ETAM",
        "FT1907170003",
        "",
        "750.000,00",
        "32.355.000,00",
    ),
    ("17/07/2019", "SETORAN TANPA NAMA", "FT1907170009", "", "275.000,00", "32.630.000,00"),
)
_AUGUST = (
    *_JULY[4:],
    ("18/07/2019", "TRF DARI NURUL AINI", "FT1907180001", "", "500.000,00", "33.130.000,00"),
)


def comma_separated(
    rows: Sequence[Sequence[str]], *, delimiter: str = ";", encoding: str = "utf-8"
) -> bytes:
    """A CSV file as a bank writes it, with Windows line ends."""
    body = io.StringIO(newline="")
    csv.writer(body, delimiter=delimiter).writerows(rows)
    return body.getvalue().encode(encoding)


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """An XLSX file of one page."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def _statement(rows: Sequence[Sequence[str]], period: str) -> bytes:
    above = (
        ("Bank Contoh", "", "", "", "", ""),
        ("No. Rekening", "000-1234-5678", "", "", "", ""),
        ("Periode", period, "", "", "", ""),
    )
    below = (("", "TOTAL", "", "15.000,00", "2.645.000,00", ""),)
    return comma_separated((*above, _HEADER, *rows, *below))


def _workbook_without_header() -> bytes:
    return workbook(
        [
            (date(2019, 7, 15), "TRF DARI NURUL AINI", 500_000),
            (date(2019, 7, 16), "SETORAN TUNAI HAMDAN", 1_120_000),
        ]
    )


def _broken_rows() -> bytes:
    rows = (
        ("15/07/2019", "TRF DARI NURUL AINI", "FT1907150001", "", "500.000,00", ""),
        ("32/07/2019", "TANGGAL ANEH", "", "", "100.000,00", ""),
        ("16/07/2019", "JUMLAH ANEH", "", "", "seratus 1", ""),
        ("31/07/2019", "BUNGA", "", "", "1.234,56", ""),
    )
    return _statement(rows, "01/07/2019 - 31/07/2019")


def _locked() -> bytes:
    """How a spreadsheet with a password begins: it is no archive any more."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return ole + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(480)


SHEETS = {
    "mutasi_juli.csv": (_statement(_JULY, "01/07/2019 - 17/07/2019"), CSV),
    "mutasi_sampai_agustus.csv": (_statement(_AUGUST, "17/07/2019 - 18/07/2019"), CSV),
    "mutasi_tanpa_judul.xlsx": (_workbook_without_header(), XLSX),
    "mutasi_rusak_sebagian.csv": (_broken_rows(), CSV),
    "mutasi_terkunci.xlsx": (_locked(), XLSX),
    "mutasi_rusak.xlsx": (_workbook_without_header()[:3000], XLSX),
    "daftar_hadir.csv": (comma_separated([("Nama", "Desa"), ("Sari", "Sepaso")]), CSV),
}
"""What is in each file, and the type that the phone announces."""

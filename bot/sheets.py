"""CSV and XLSX files made into plain rows of text: typed by content, bounded, never executed."""

import codecs
import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, Final

SIZE_BYTES_MAX: Final = 5 * 1024 * 1024
UNZIPPED_BYTES_MAX: Final = 50 * 1024 * 1024
ROWS_MAX: Final = 20_000
COLUMNS_MAX: Final = 40
CELL_LENGTH_MAX: Final = 500
TEXT_LENGTH_MAX: Final = 5_000_000
"""Characters of all cells together: what one row of the database has to hold."""
CSV_MIME: Final = "text/csv"
XLSX_MIME: Final = "application/vnd.ms-excel"
"""The short name of the family: the long one of XLSX alone says nothing more to us."""

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PART: Final = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK: Final = b"xl/"
_DELIMITERS: Final = ",;\t|"
_VISITED_ROWS_MAX: Final = 5 * ROWS_MAX
"""Empty rows cost time, too; a sheet may be formatted far below its last figure."""
_LOOKED_AT: Final = 100
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_READER_ERRORS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile, the XML parser (a SyntaxError) and openpyxl raise on hostile bytes."""

Rows = tuple[tuple[str, ...], ...]


class SheetRefused(Exception):
    """A sheet that is not read; `code` says why: a key of `locales/` below `media.`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def sheet_type(data: bytes) -> str | None:
    """The MIME type of what is a sheet by its content; none for anything else."""
    if data.startswith(_ZIP):
        return XLSX_MIME if _WORKBOOK in data else None
    if data.startswith(_OLE):
        return XLSX_MIME if _ENCRYPTED_PART in data else None
    text = _decoded(data)
    return CSV_MIME if text is not None and _delimiter(text) else None


def read_sheet(data: bytes) -> Rows:
    """Every row of the first page that holds anything, as text; raises SheetRefused.

    Codes: too_large, too_many_rows, too_many_columns, encrypted_sheet, broken, empty.
    """
    if len(data) > SIZE_BYTES_MAX:
        raise SheetRefused("too_large")
    if data.startswith(_OLE):
        raise SheetRefused("encrypted_sheet")
    rows = _rows_of_workbook(data) if data.startswith(_ZIP) else _rows_of_text(data)
    if not rows:
        raise SheetRefused("empty")
    return rows


# Text ---------------------------------------------------------------------------------------------


def _decoded(data: bytes) -> str | None:
    """Text in one of the encodings that banks write; none for what is no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _NOT_TEXT.search(text) else text
    return None


def _delimiter(text: str) -> str | None:
    """The one that parts the most rows into the same number of cells; none if none parts any."""
    best, most = None, 0
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in _first_rows(text, delimiter) if len(row) > 1]
        alike = max((widths.count(width) * width for width in set(widths)), default=0)
        if alike > most:
            best, most = delimiter, alike
    return best


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in _parsed(text, delimiter):
            rows.append(row)
            if len(rows) >= _LOOKED_AT:
                break
    except csv.Error:
        pass  # a cell without an end: another delimiter may read it
    return rows


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)


def _rows_of_text(data: bytes) -> Rows:
    text = _decoded(data)
    delimiter = None if text is None else _delimiter(text)
    if text is None or delimiter is None:
        raise SheetRefused("broken")
    try:
        return _bounded(_parsed(text, delimiter))
    except csv.Error:
        raise SheetRefused("broken") from None


# Workbooks ----------------------------------------------------------------------------------------


def _rows_of_workbook(data: bytes) -> Rows:
    # Loaded with the first workbook: it brings numpy along, which nobody needs at the start
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        _refuse_bombs(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that we do not look at
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                return _first_page_with_rows(book)
            finally:
                book.close()
    except (InvalidFileException, *_READER_ERRORS):
        raise SheetRefused("broken") from None


def _refuse_bombs(data: bytes) -> None:
    """Before anything is unpacked: how much it would be, and XML that defines what it repeats.

    The sizes stand in the archive's own list; unpacking never gives more than is listed there.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise SheetRefused("encrypted_sheet")
        if sum(part.file_size for part in parts) > UNZIPPED_BYTES_MAX:
            raise SheetRefused("too_large")
        for part in parts:
            with archive.open(part) as opened:
                if b"<!DOCTYPE" in opened.read().replace(b"\x00", b""):
                    raise SheetRefused("broken")


def _first_page_with_rows(book: Any) -> Rows:
    for page in book.worksheets:
        page.reset_dimensions()  # what a file claims of its own size is not believed
        cells = page.iter_rows(max_col=COLUMNS_MAX + 1, values_only=True)
        rows = _bounded([_as_text(cell) for cell in row] for row in cells)
        if rows:
            return rows
    return ()


def _as_text(cell: object) -> str:
    """A cell as a person would type it: days as 2019-07-16, figures without separators."""
    match cell:
        case None:
            return ""
        case bool():
            return ""
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date():
            return cell.isoformat()[:19]
        case float() if not cell.is_integer():
            return f"{cell:.2f}"
        case float() | int():
            return str(int(cell))
    return str(cell)


# Bounds -------------------------------------------------------------------------------------------


def _bounded(rows: Iterable[Sequence[str]]) -> Rows:
    """The rows down to the last that holds anything, within every limit. Raises SheetRefused."""
    kept: list[tuple[str, ...]] = []
    last, length = 0, 0
    for number, row in enumerate(rows, start=1):
        if number > _VISITED_ROWS_MAX:
            raise SheetRefused("too_many_rows")
        cells = tuple(_short(cell) for cell in row)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if cells:
            last = number
            length += sum(map(len, cells))
            _refuse_beyond(number, len(cells), length)
        if number <= ROWS_MAX:
            kept.append(cells)
    return tuple(kept[:last])


def _refuse_beyond(row: int, columns: int, length: int) -> None:
    if row > ROWS_MAX:
        raise SheetRefused("too_many_rows")
    if columns > COLUMNS_MAX:
        raise SheetRefused("too_many_columns")
    if length > TEXT_LENGTH_MAX:
        raise SheetRefused("too_large")


def _short(cell: str) -> str:
    """One line of text; a longer one than any bank writes refuses the sheet."""
    said = " ".join(cell.replace("\x00", "").split())
    if len(said) > CELL_LENGTH_MAX:
        raise SheetRefused("cell_too_long")
    return said

"""Reading a bank's sheet: every shape that banks think of, and nothing dropped in silence."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.bank_cells import (
    Money,
    Order,
    Period,
    Side,
    UnreadableCell,
    period_in,
    read_day,
    read_money,
    read_side,
)
from models.bank_columns import Columns, column_of, find_layout, letter
from models.bank_statement import BankStatement, BrokenRow, Trouble, read_statement

JULY = Period(date(2019, 7, 1), date(2019, 7, 31))
THE_16TH = date(2019, 7, 16)


def sheet(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def read(text: str, delimiter: str = ",") -> BankStatement:
    rows = sheet(text, delimiter)
    layout = find_layout(rows)
    return read_statement(rows, layout, layout.guess)


def came_in(statement: BankStatement) -> list[tuple[date, int, str]]:
    return [(line.booked_on, int(line.amount), line.description) for line in statement.lines]


# Cells --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [
        *("16/07/2019", "16-07-19", "16.07.2019", "2019-07-16", "2019/7/16", "20190716", "43662"),
        *("16 Jul 2019", "16-Jul-19", "16 Juli 2019", "16 JULI 2019", "Jul 16, 2019", "16/07"),
        *("'16/07", "16 Jul", "16/07/2019 09:15:22", "2019-07-16T09:15:22", "16-07-2019, 09.15"),
    ],
)
def test_a_day_is_read_however_it_is_written(cell: str) -> None:
    assert read_day(cell, Order.DAY_FIRST, JULY) == THE_16TH


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        *((cell, "day") for cell in ("", "PEND", "32/07/2019", "31/06/2019", "16", "16/13/2019")),
        ("16/08", "day"),
        ("29/02/2019", "day"),
    ],
)
def test_what_is_no_day_is_not_guessed(cell: str, code: str) -> None:
    with pytest.raises(UnreadableCell) as raised:
        read_day(cell, Order.DAY_FIRST, JULY)
    assert raised.value.code == code


def test_a_day_without_a_year_needs_a_period() -> None:
    with pytest.raises(UnreadableCell) as raised:
        read_day("16/07", Order.DAY_FIRST, None)
    assert raised.value.code == "no_year"


def test_a_period_over_new_year_gives_each_day_its_own_year() -> None:
    period = Period(date(2019, 12, 15), date(2020, 1, 14))
    assert read_day("20/12", Order.DAY_FIRST, period) == date(2019, 12, 20)
    assert read_day("10/01", Order.DAY_FIRST, period) == date(2020, 1, 10)


@pytest.mark.parametrize(
    ("cell", "sen", "side"),
    [
        ("1.000.000,00", 100_000_000, None),
        ("1,000,000.00", 100_000_000, None),
        ("1000000", 100_000_000, None),
        ("500.000", 50_000_000, None),
        ("500,000", 50_000_000, None),
        ("1.234,56", 123_456, None),
        ("1234.5", 123_450, None),
        (".00", 0, None),
        ("0", 0, None),
        ("Rp 500.000,-", 50_000_000, None),
        ("Rp500.000", 50_000_000, None),
        ("IDR 500,000.00", 50_000_000, None),
        ("500,000.00 CR", 50_000_000, Side.IN),
        ("500.000,00 DB", 50_000_000, Side.OUT),
        ("500.000 K", 50_000_000, Side.IN),
        ("500.000D", 50_000_000, Side.OUT),
        ("-500.000", 50_000_000, Side.OUT),
        ("(500.000)", 50_000_000, Side.OUT),
        ("500.000-", 50_000_000, Side.OUT),
        ("+500.000", 50_000_000, None),
    ],
)
def test_an_amount_is_read_however_it_is_written(cell: str, sen: int, side: Side | None) -> None:
    assert read_money(cell) == Money(sen, side)


@pytest.mark.parametrize(
    "cell",
    ["", "-", "lima ratus", "5.00.000", "1.000,000,00", "1.0000", "12:30", "5e5", "500 ribu", "=1"],
)
def test_what_is_no_amount_is_not_guessed(cell: str) -> None:
    with pytest.raises(UnreadableCell):
        read_money(cell)


def test_the_sign_of_a_bank_is_seen_from_the_account() -> None:
    ins, outs = ("K", "kredit", "CR", "Cr.", "C"), ("D", "Debet", "DB", "DR", "debit")
    assert {read_side(cell) for cell in ins} == {Side.IN}
    assert {read_side(cell) for cell in outs} == {Side.OUT}
    with pytest.raises(UnreadableCell):
        read_side("X")


def test_a_period_is_read_from_what_stands_above() -> None:
    assert period_in(["Periode : 01/07/2019 - 31/07/2019"]) == JULY
    assert period_in(["Periode", "1 Juli 2019 s/d 31 Juli 2019"]) == JULY
    assert period_in(["PERIODE : JULI 2019"]) == JULY
    assert period_in(["Desember 2019"]) == Period(date(2019, 12, 1), date(2019, 12, 31))
    assert period_in(["Dicetak 31/07/2019"]) is None


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12))
def test_every_amount_is_read_back_from_every_way_of_writing_it(rupiah: int) -> None:
    english = f"{rupiah:,}"
    for cell in (english, english.replace(",", "."), str(rupiah), f"{english}.00", f"Rp {rupiah}"):
        assert read_money(cell) == Money(rupiah * 100), cell


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_no_cell_makes_a_reader_fall_over(cell: str) -> None:
    for reader in (read_money, read_side):
        try:
            reader(cell)
        except UnreadableCell:
            continue
    try:
        read_day(cell, Order.DAY_FIRST, JULY)
    except UnreadableCell:
        return


# Layouts ------------------------------------------------------------------------------------------


def test_a_file_with_the_account_above_and_marks_beside_the_amounts() -> None:
    """A column of CR and DB that has no name, days without a year, apostrophes, a footer."""
    statement = read(
        "Informasi Rekening\n"
        "No. rekening : ,0001234567\n"
        "Periode : ,01/07/2019 - 31/07/2019\n"
        "Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo\n"
        '\'16/07,TRSF E-BANKING CR KUBE JAHE,\'0000,"500,000.00",CR,"1,500,000.00"\n'
        '\'17/07,BIAYA ADM,\'0000,"15,000.00",DB,"1,485,000.00"\n'
        'PEND,TRSF,\'0000,"20,000.00",CR,\n'
        '\'31/07,BUNGA,\'0000,"1,234.56",CR,"1,486,234.56"\n'
        'Saldo Awal,:,"1,000,000.00"\n'
        'Mutasi Kredit,:,"521,234.56"\n'
    )
    assert came_in(statement) == [(THE_16TH, 500_000, "TRSF E-BANKING CR KUBE JAHE")]
    assert statement.lines[0].balance == 1_500_000
    assert (statement.outgoing, statement.others) == (1, 2)
    assert statement.broken == (BrokenRow(7, Trouble.DAY), BrokenRow(8, Trouble.SEN))
    assert statement.period == JULY


def test_a_file_in_english_with_two_descriptions_and_two_columns_of_money() -> None:
    statement = read(
        "Account No,Date,Val. Date,Transaction Code,Description,Description,Reference No.,"
        "Debit,Credit,\n"
        '1234,16/07/19,16/07/19,11,TRF,DARI SARI,99,.00,"500,000.00",\n'
        '1234,17/07/19,17/07/19,11,TRF,KE SARI,98,"500,000.00",.00,\n'
    )
    assert came_in(statement) == [(THE_16TH, 500_000, "TRF DARI SARI")]
    assert statement.lines[0].reference == "99"
    assert statement.outgoing == 1


def test_a_file_with_underscores_semicolons_and_a_total_at_the_end() -> None:
    statement = read(
        "TGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI\n"
        "16-Jul-2019;SETORAN SARI;0,00;1.000.000,00;2.000.000,00\n"
        "17-Jul-2019;PENARIKAN;500.000,00;;1.500.000,00\n"
        ";TOTAL;500.000,00;1.000.000,00;\n",
        ";",
    )
    assert came_in(statement) == [(THE_16TH, 1_000_000, "SETORAN SARI")]
    assert (statement.outgoing, statement.others, statement.broken) == (1, 1, ())


def test_a_file_whose_amounts_carry_the_mark_themselves() -> None:
    statement = read(
        "Date|Remarks|Mutasi\n2019-07-16|A|500,000.00 CR\n2019-07-17|B|500,000.00 DB\n", "|"
    )
    assert came_in(statement) == [(THE_16TH, 500_000, "A")]
    assert statement.outgoing == 1


def test_a_file_whose_marks_stand_under_a_name_of_their_own() -> None:
    statement = read(
        "Post Date,Description,Amount,Db/Cr,Balance\n"
        "16/07/2019,A,500000,K,1\n17/07/2019,B,400000,D,1\n18/07/2019,C,300000,?,1\n"
    )
    assert came_in(statement) == [(THE_16TH, 500_000, "A")]
    assert statement.broken == (BrokenRow(4, Trouble.SIDE),)


def test_american_days_are_noticed_when_no_other_order_makes_sense() -> None:
    statement = read("Date,Description,Credit\n07/16/2019,A,500000\n07/05/2019,B,400000\n")
    assert [line.booked_on for line in statement.lines] == [THE_16TH, date(2019, 7, 5)]


def test_money_without_a_day_is_told_and_a_description_that_goes_on_is_not() -> None:
    statement = read(
        "Tanggal,Keterangan,Kredit\n16/07/2019,A,500000\n,lanjutan A,\n,B,400000\n,Total,900000\n"
    )
    assert len(statement.lines) == 1
    assert statement.others == 2
    assert statement.broken == (BrokenRow(4, Trouble.NO_DAY),)


def test_a_header_that_comes_again_on_each_page_is_no_broken_row() -> None:
    header = "Tanggal,Keterangan,Kredit\n"
    statement = read(f"{header}16/07/2019,A,500000\n{header}17/07/2019,B,400000\n")
    assert len(statement.lines) == 2
    assert statement.broken == ()


def test_an_amount_that_cannot_be_read_is_told_with_its_row() -> None:
    statement = read("Tanggal,Keterangan,Kredit\n16/07/2019,A,lima 5\n32/07/2019,B,400000\n")
    assert statement.broken == (BrokenRow(2, Trouble.MONEY), BrokenRow(3, Trouble.DAY))


def test_days_without_a_year_and_without_a_period_are_told() -> None:
    statement = read("Tanggal,Keterangan,Kredit\n16/07,A,500000\n")
    assert statement.broken == (BrokenRow(2, Trouble.NO_YEAR),)


def test_a_sheet_without_a_header_offers_its_day_and_leaves_the_rest_open() -> None:
    layout = find_layout(sheet("2019-07-16,SETORAN,500000\n2019-07-17,SETORAN,400000\n"))
    assert (layout.header, layout.guess.day, layout.guess.money) == (None, 0, None)
    assert not layout.guess.complete


def test_the_same_columns_have_the_same_signature_whatever_stands_around_them() -> None:
    header = "Tanggal,Keterangan,Kredit\n16/07/2019,A,500000\n"
    first, second = find_layout(sheet(header)), find_layout(sheet(f"Bank,,\nJuli,,\n{header}"))
    other = find_layout(sheet(header.replace("Kredit", "Masuk")))
    assert first.signature == second.signature != other.signature


def test_columns_are_called_as_in_spreadsheets() -> None:
    assert [letter(index) for index in (0, 25, 26, 39)] == ["A", "Z", "AA", "AN"]
    assert [column_of(letters) for letters in ("a", "Z", "AA", "an")] == [0, 25, 26, 39]
    assert [column_of(words) for words in ("", "jumlah", "1", "ABC")] == [None] * 4


def test_columns_are_remembered_as_plain_json() -> None:
    columns = find_layout(sheet("Tanggal,Keterangan,Jumlah,D/K\n16/07/2019,A,5,K\n")).guess
    assert Columns.from_json(json.loads(json.dumps(columns.to_json()))) == columns
    with pytest.raises((TypeError, KeyError, ValueError)):
        Columns.from_json({"day": 1, "strange": 2})


# Identity -----------------------------------------------------------------------------------------

_HEAD = "Tanggal,Keterangan,Kredit,Saldo\n"
_A, _B = "16/07/2019,TRF SARI,500000,1500000\n", "16/07/2019,TRF SARI,500000,2000000\n"


def prints(text: str) -> list[str]:
    return [line.fingerprint for line in read(text).lines]


def test_an_overlapping_file_gives_the_same_lines_the_same_fingerprints() -> None:
    assert prints(_HEAD + _A + _B)[1:] == prints(_HEAD + _B)


def test_two_equal_transfers_of_one_day_stay_two_in_every_file() -> None:
    alike = "16/07/2019,TRF SARI,500000,\n"
    both = prints(_HEAD + alike + alike)
    assert len(set(both)) == 2
    assert both == prints(_HEAD + alike + alike + "17/07/2019,X,1000,\n")[:2]


def test_how_a_file_writes_the_same_line_makes_no_other_line_of_it() -> None:
    english = 'Tanggal,Keterangan,Kredit,Saldo\n2019-07-16,Trf  SARI,"500,000.00","1,500,000.00"\n'
    assert prints(english) == prints(_HEAD + _A)


rows_of_cells = st.lists(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "16/07/2019",
                    "TOTAL",
                    "500.000",
                    "CR",
                    "",
                    "=cmd|' /C calc'!A0",
                    "Tanggal",
                    "Kredit",
                ]
            ),
            st.text(max_size=8),
        ),
        max_size=6,
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(rows_of_cells, st.integers(0, 6), st.integers(0, 6), st.none() | st.integers(0, 6))
def test_whatever_stands_in_a_sheet_every_row_is_accounted_for(
    rows: list[list[str]], day: int, money: int, flag: int | None
) -> None:
    layout = find_layout(rows)
    read = read_statement(rows, layout, Columns(day, money, flag, (1,)))
    filled = sum(any(cell.strip() for cell in row) for row in rows[layout.first :])
    assert len(read.lines) + read.outgoing + read.others + len(read.broken) == filled
    assert all(line.amount > 0 for line in read.lines)

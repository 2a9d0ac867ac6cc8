"""Cells copied in a spreadsheet program."""

from __future__ import annotations

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.list_reading import read_class_list
from smsdesk.spreadsheets.pasted import LONGEST_PASTE, read_pasted


def rows(text: str) -> list[list[object]]:
    (sheet,) = read_pasted(text, "Pasted").sheets
    return [list(row) for row in sheet.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nom\tTél\r\nMartin\t0639980001\r\n", [["Nom", "Tél"], ["Martin", "0639980001"]]),
        ('a\t"two\nlines"\tb\n', [["a", "two\nlines", "b"]]),
        ('"He said ""no"""\tx', [['He said "no"', "x"]]),
        ('"Léa" Martin\tx\n', [['"Léa" Martin', "x"]]),
        ('"open\tx\ny\tz', [['"open', "x"], ["y", "z"]]),
        ("a\t\t\n\tb", [["a", "", ""], ["", "b"]]),
        ("Nom;Tél\nMartin;0639980001\n", [["Nom", "Tél"], ["Martin", "0639980001"]]),
    ],
)
def test_cells_as_the_clipboard_has_them(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


def test_a_pasted_list_is_read_as_any_other() -> None:
    pasted = read_pasted("Nom\tPrénom\tTél mère\nMARTIN\tLéa\t06 39 98 00 01\n", "Pasted")
    (lea,) = read_class_list(pasted, "Piano").people
    assert (lea.name, lea.groups) == ("Léa MARTIN", ("Piano",))
    assert lea.guardians[0].guardian.phones[0].e164 == "+33639980001"


def test_cards_can_be_pasted_too() -> None:
    pasted = read_pasted("BEGIN:VCARD\nN:Martin;Léa\nTEL:0639980001\nEND:VCARD", "Pasted")
    assert [person.name for person in read_class_list(pasted).people] == ["Léa Martin"]


@pytest.mark.parametrize("text", ["", "  \n\t ", "\0"])
def test_nothing_to_paste_is_said(text: str) -> None:
    with pytest.raises(InputError, match="nothing to paste"):
        read_pasted(text, "Pasted")


@pytest.mark.timeout(240)
def test_a_cell_of_some_megabytes_is_a_cell() -> None:
    remark = "a b" * 5_000_000
    (sheet,) = read_pasted(f'Nom\tRemarque\n"{remark}"\tx', "collé").sheets
    assert sheet.rows == [["Nom", "Remarque"], [remark, "x"]]


def test_too_much_is_refused_at_once() -> None:
    with pytest.raises(InputError, match="too much"):
        read_pasted("a\t" * (LONGEST_PASTE // 2 + 1), "Pasted")

"""National language tables: their shape, their letters at known places, and whole messages."""

from __future__ import annotations

import unicodedata

import pytest
from pdu_frames import deliver, packed

from smsdesk.modem.pdu import decode, shifts, shifts_indic

LOCKING = {**shifts.LOCKING, **shifts_indic.LOCKING}
SINGLE = {**shifts.SINGLE, **shifts_indic.SINGLE}
SCRIPTS = {
    1: "LATIN", 2: "LATIN", 3: "LATIN", 4: "BENGALI", 5: "GUJARATI", 6: "DEVANAGARI", 7: "KANNADA", 8: "MALAYALAM",
    9: "ORIYA", 10: "GURMUKHI", 11: "TAMIL", 12: "TELUGU", 13: "ARABIC",
}  # fmt: skip


def test_every_language_of_the_annex_is_there():
    assert set(SINGLE) == set(range(1, 14))
    assert set(LOCKING) == set(range(1, 14)) - {2}  # Spanish has no locking table


@pytest.mark.parametrize("language", sorted(LOCKING))
def test_a_locking_table_has_a_place_for_each_septet(language: int):
    table = LOCKING[language]
    assert len(table) == 128
    assert (table[0x0A], table[0x0D], table[0x1B], table[0x20]) == ("\n", "\r", "\x1b", " ")
    letters = [sign for sign in table if sign != shifts_indic.UNASSIGNED]
    assert len(set(letters)) == len(letters)
    assert table[0x30:0x3A] == "0123456789"
    assert table[0x61:0x7B] == "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("language", sorted(SINGLE))
def test_tables_hold_letters_of_their_own_script(language: int):
    own = [*LOCKING.get(language, ""), *SINGLE[language].values()]
    shared = {"DEVANAGARI"} if language > 3 else {"GREEK"}  # the dandas; capitals of the default table
    for sign in own:
        if sign.isalpha() and not sign.isascii():
            assert unicodedata.name(sign).split()[0] in {SCRIPTS[language], *shared, "FEMININE", "MASCULINE"}


@pytest.mark.parametrize(
    ("language", "septet", "sign"),
    [
        (1, 0x04, "€"), (1, 0x07, "ı"), (1, 0x0B, "Ğ"), (1, 0x1D, "ş"), (1, 0x40, "İ"), (1, 0x60, "ç"), (1, 0x7F, "à"),
        (3, 0x04, "ê"), (3, 0x12, "ª"), (3, 0x15, "∞"), (3, 0x18, "€"), (3, 0x24, "º"), (3, 0x60, "~"), (3, 0x7D, "`"),
        (4, 0x00, "ঁ"), (4, 0x60, "ৎ"), (4, 0x7F, "\u09f1"), (5, 0x7F, "\u0af1"), (6, 0x00, "\u0901"), (6, 0x24, "ड"),
        (6, 0x5F, "\u094d"), (6, 0x7B, "\u0972"), (7, 0x24, "\u0ca1"), (8, 0x7F, "\u0d79"), (9, 0x60, "\u0b56"),
        (10, 0x7F, "\u0a74"), (11, 0x3C, "\u0ba9"), (11, 0x7B, "\u0bd7"), (12, 0x53, "\u0c41"), (13, 0x00, "\u0627"),
        (13, 0x2F, "\u0698"), (13, 0x60, "\u0654"), (13, 0x7F, "\u0670"),
    ],
)  # fmt: skip
def test_locking_tables_at_known_places(language: int, septet: int, sign: str):
    assert LOCKING[language][septet] == sign


@pytest.mark.parametrize(
    ("language", "septet", "sign"),
    [
        (1, 0x47, "Ğ"), (1, 0x65, "€"), (2, 0x09, "ç"), (2, 0x6F, "ó"), (3, 0x05, "ê"), (3, 0x1F, "Ê"), (3, 0x7F, "â"),
        (4, 0x19, "\u09e6"), (4, 0x24, "\u09df"), (4, 0x34, "\u09fa"), (5, 0x25, "\u0aef"), (6, 0x19, "\u0964"),
        (6, 0x2C, "\u0958"), (6, 0x3A, "\u0971"), (7, 0x2A, "\u0cf2"), (8, 0x34, "\u0d7f"), (9, 0x2C, "\u0b71"),
        (10, 0x2D, "\u0a75"), (11, 0x24, "\u0bee"), (11, 0x2E, "\u0bfa"), (12, 0x1C, "\u0c66"), (12, 0x32, "\u0c7f"),
        (13, 0x19, "\u0600"), (13, 0x3F, "\u06d4"), (13, 0x41, "A"), (6, 0x2F, "\\"), (7, 0x00, "@"),
    ],
)  # fmt: skip
def test_single_shift_tables_at_known_places(language: int, septet: int, sign: str):
    assert SINGLE[language][septet] == sign


def message(elements: str, septets: bytes) -> str | None:
    """The text of a message with these header elements and septets."""
    header = f"{len(elements) // 2:02X}{elements}"
    size = len(header) // 2
    body = packed(septets, -size * 8 % 7)
    return decode(deliver(header + body, -(-size * 8 // 7) + len(septets), header=True)).text


def test_a_turkish_message():
    assert message("240101", b"\x1bS\x1bi\x1bg a\x1b\x65") == "Şığ a€"
    assert message("250101", b"\x04\x1c\x0b") == "€ŞĞ"
    assert message("250101240101", b"\x04\x1bc") == "€ç"


def test_a_spanish_and_a_portuguese_message():
    assert message("240102", b"\x1ba\x1bu \x1b\x3c") == "áú ["
    assert message("250103240103", b"\x0c\x1b\x7b \x1bx") == "ôã x"


def test_a_hindi_message_in_parts():
    namaste = bytes([0x2F, 0x42, 0x4C, 0x5F, 0x27, 0x59])
    assert message("0003AA0201250106240106", namaste + b"\x1b\x1ca") == "नमस्ते०a"


def test_an_unknown_language_reads_as_the_default():
    assert message("25017F24017F", b"\x04\x1b\x65") == "è€"


def test_shift_elements_of_wrong_length_are_skipped():
    assert message("25020101", b"\x04") == "è"

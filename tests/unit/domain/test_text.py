"""The text of an SMS, checked against the gsm0338 package and a naive counter of its own."""

from __future__ import annotations

import random
import unicodedata

import gsm0338
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain import gsm0338 as tables
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.text import Offender, economise, measure, normalise, segment

ANY_TEXT = st.text(alphabet=st.characters(codec=None))
CLEAN_TEXT = st.text().map(normalise)
CODEC = gsm0338.Codec()


def theirs(character: str) -> bytes | None:
    """The septets of one character by the package, None where it knows none."""
    try:
        return CODEC.encode(character)[0]
    except UnicodeEncodeError:
        return None


def test_the_alphabet_is_that_of_the_independent_package():
    ours = {character: bytes([septet]) for septet, character in enumerate(tables.BASIC)}
    del ours["\x1b"]
    ours |= {character: bytes([0x1B, septet]) for septet, character in tables.EXTENSION.items()}
    everything = (chr(point) for point in range(0x3000) if chr(point) != "\x1b")
    assert {character: septets for character in everything if (septets := theirs(character))} == ours
    assert len(tables.BASIC) == 128
    assert set(ours) == tables.ALPHABET


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("d\u00e9j\u00e0", "déjà"),
        ("de\u0301ja\u0300", "déjà"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d\fe\vf", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a b"),
        ("AT\x1a\x1b\x00\x7f\x9bZ", "ATZ"),
        ("e\x00\u0301", "é"),
        ("\ud83d", "\ufffd"),
        ("\ude00a", "\ufffda"),
        ("\ud83d\ude00", "😀"),
        ("\ud83dé\ude00", "\ufffdé\ufffd"),
        ("🎻 ÿ § ` @", "🎻 ÿ § ` @"),
        ("", ""),
    ],
)
def test_the_normal_form(given_text: str, expected: str):
    assert normalise(given_text) == expected


@given(ANY_TEXT)
def test_normalising_gives_clean_text_and_is_done_once(text: str):
    clean = normalise(text)
    assert normalise(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert not [c for c in clean if unicodedata.category(c) in {"Cc", "Cs"} and c != "\n"]


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", Encoding.GSM7, 0, 1),
        ("a" * 160, Encoding.GSM7, 160, 1),
        ("a" * 161, Encoding.GSM7, 161, 2),
        ("€" * 80, Encoding.GSM7, 160, 1),
        ("€" * 81, Encoding.GSM7, 162, 2),
        ("€" * 153, Encoding.GSM7, 306, 3),  # 76 of them fill a part: a pair is never cut
        ("a" * 306, Encoding.GSM7, 306, 2),
        ("ê" * 70, Encoding.UCS2, 70, 1),
        ("ê" * 71, Encoding.UCS2, 71, 2),
        ("😀" * 35, Encoding.UCS2, 70, 1),
        ("😀" * 36, Encoding.UCS2, 72, 2),
        ("😀" * 67, Encoding.UCS2, 134, 3),
        ("à é è ù ì ò ä ö ü æ É Ç ñ §", Encoding.GSM7, 27, 1),
    ],
)
def test_the_measure_at_its_edges(text: str, encoding: Encoding, units: int, parts: int):
    found = measure(text)
    assert (found.encoding, found.units, found.parts) == (encoding, units, parts)
    assert (found.limit, found.per_part) == ((160, 153) if encoding is Encoding.GSM7 else (70, 67))


def test_each_offender_is_named_where_it_stands():
    assert measure("L’été à la fête").offenders == (Offender(1, "’"), Offender(12, "ê"))
    assert measure("été à Noël [ok]").offenders == (Offender(8, "ë"),)
    assert measure("[€]").offenders == ()


@pytest.mark.parametrize("character", list("çâêëîïôœûÿÀÈÊ’«»–…°`\u00a0\u202f"))
def test_these_force_ucs2(character: str):
    assert measure(character).encoding is Encoding.UCS2


FRENCH = "abcdeéèàùçêôœ ’'.,;:!?-–…«»€[]{}@£ABCÉÇ0123456789\n😀🎻"


def random_french(source: random.Random) -> str:
    """Words of a random part of the alphabet, so that some texts are GSM 7 bit and some are not."""
    letters = source.sample(FRENCH, source.randint(1, 12)) + list("aeé ")
    return "".join(source.choices(letters, k=source.randint(0, 500)))


def naively_cut(text: str) -> list[str]:
    """The same rules, one character at a time."""
    gsm = all(theirs(character) for character in text)
    sizes = [len(theirs(c) or b"") if gsm else len(c.encode("utf-16-be")) // 2 for c in text]
    single, per_part = (160, 153) if gsm else (70, 67)
    if sum(sizes) <= single:
        return [text]
    parts, room = [""], per_part
    for character, size in zip(text, sizes, strict=True):
        if size > room:
            parts.append("")
            room = per_part
        parts[-1] += character
        room -= size
    return parts


def test_segments_are_those_of_the_naive_cutter():
    source = random.Random(20261121)
    for _ in range(10_000):
        text = random_french(source)
        encoding, parts = segment(text)
        assert list(parts) == naively_cut(text)
        found = measure(text)
        assert (found.encoding, found.parts) == (encoding, len(parts))
        assert "".join(parts) == text


@given(CLEAN_TEXT)
def test_any_text_is_cut_into_whole_characters(text: str):
    encoding, parts = segment(text)
    assert "".join(parts) == text
    assert all(parts) or parts == ("",)
    assert [part.encode("utf-8").decode("utf-8") for part in parts] == list(parts)
    assert measure(text).encoding is encoding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’œuvre de Noël", "L'oeuvre de Noel"),
        ("« Fête »…", '" Fete "...'),
        ("14\u00a0h\u202f30 – n°\u00a02", "14 h 30 - no 2"),
        ("Ça coûte 20 €", "Ça coute 20 €"),
        ("ÀÈÊËÎÏÔŒÛŸ çâêëîïôœûÿ", "AEEEIIOOEUY caeeiiooeuy"),
        ("élu·e·s", "élu.e.s"),
        ("ﬁn, m², ①", "fin, m2, 1"),
        ("mot\u200bs co\u00adupés\ufeff", "mots coupés"),
        ("`x´", "'x'"),
        ("à é è ù ì ò ä ö ü æ É Ç ñ § [€]", "à é è ù ì ò ä ö ü æ É Ç ñ § [€]"),
        ("2 ≠ 3, 😀, Привет, ½", "2 ≠ 3, 😀, Привет, ½"),
    ],
)
def test_a_cheaper_writing(text: str, expected: str):
    assert economise(text) == expected


def test_what_french_writes_becomes_gsm_7_bit():
    text = "çâêëîïôœûÿÀÈÊ’«»–…°\u00a0\u202f\u2009ÂËÎÏÔÛÙŒŸ“”‘—"
    assert measure(economise(text)).encoding is Encoding.GSM7


@given(CLEAN_TEXT)
def test_saving_never_costs_nor_touches_the_alphabet(text: str):
    cheaper = economise(text)
    assert economise(cheaper) == cheaper
    kept = [character for character in text if character in tables.ALPHABET]
    rest = iter(cheaper)
    assert all(character in rest for character in kept)
    if measure(text).encoding is Encoding.GSM7:
        assert cheaper == text

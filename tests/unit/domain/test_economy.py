"""Rewriting for fewer SMS, signing once, and the library as a file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.economy import Rewrite, economised, rewrites
from smsdesk.domain.errors import InputError
from smsdesk.domain.library import LARGEST_FILE, read_document, write_document
from smsdesk.domain.outgoing import Encoding, Purpose
from smsdesk.domain.signatures import Signature, signature_of, signed
from smsdesk.domain.templates import FIELDS, MergeText, folded
from smsdesk.domain.text import measure, normalise
from smsdesk.domain.views import Template
from smsdesk.services.shipped_templates import shipped

SCHOOL, TOWN = Signature("École", "École : "), Signature("Mairie", "MAIRIE - ")


def test_what_would_be_rewritten_is_told_with_how_often() -> None:
    assert rewrites("L’été… {prénom|l’élève} fête, tête 🎵") == (
        Rewrite("’", "'", 2),
        Rewrite("…", "...", 1),
        Rewrite("ê", "e", 2),
    )


@pytest.mark.parametrize(
    ("text", "cheaper"),
    [
        ("ê â î ô û ë ï ç œ Œ À È Ê", "e a i o u e i c oe OE A E E"),
        ("l’été – « oui » …", 'l\'été - " oui " ...'),
        ("12\u00a0h\u202f30", "12 h 30"),
        ("à é è ù É", "à é è ù É"),
        ("{remplaçant} à la fête", "{remplacant} à la fete"),
        ("{{ {prénom|l’élève}", "{{ {prénom|l'élève}"),
    ],
)
def test_rewriting_leaves_fields_what_they_are(text: str, cheaper: str) -> None:
    assert economised(text) == cheaper
    assert MergeText(cheaper).unknown() == ()


def test_what_is_kept_is_kept_and_values_only_on_request() -> None:
    assert economised("ê…", kept={"ê"}) == "ê..."
    assert economised("ê {prénom} {de nom|x}", values=True) == "e {prénom sans accent} {de nom sans accent|x}"
    merged = MergeText(economised("{prénom}", values=True)).merge(folded({"prénom": "Anaëlle"}))
    assert merged == "Anaelle"


@given(st.text(alphabet="aéê’…œç{}|/ prénomà\u00a0🎵"))
def test_rewriting_twice_changes_nothing_and_keeps_every_place(text: str) -> None:
    cheaper = economised(text)
    assert economised(cheaper) == cheaper
    assert len(MergeText(cheaper).places) == len(MergeText(normalise(text)).places)


@pytest.mark.parametrize("template", shipped(), ids=lambda template: template.name)
def test_every_shipped_template_stays_the_same(template: Template) -> None:
    cheaper = MergeText(economised(template.body)).merge(folded(FIELDS))
    assert cheaper == MergeText(template.body).merge(folded(FIELDS))
    assert measure(cheaper).encoding is Encoding.GSM7


@pytest.mark.parametrize(
    ("text", "signature", "result"),
    [
        ("Pas de cours", SCHOOL, "École : Pas de cours"),
        ("École : Pas de cours", SCHOOL, "École : Pas de cours"),
        ("ecole : Pas de cours", SCHOOL, "ecole : Pas de cours"),
        ("MAIRIE - Travaux", SCHOOL, "École : Travaux"),
        ("{institution} : Travaux", SCHOOL, "École : Travaux"),
        ("{Institution}, bonjour", TOWN, "MAIRIE - bonjour"),
        ("ALERTE {institution} : gaz", TOWN, "ALERTE {institution} : gaz"),
        ("École : Pas de cours", None, "Pas de cours"),
        ("Pas de cours", None, "Pas de cours"),
        ("", SCHOOL, "École : "),
    ],
)
def test_a_text_is_signed_once(text: str, signature: Signature | None, result: str) -> None:
    assert signed(text, signature, (SCHOOL, TOWN)) == result
    assert signed(result, signature, (SCHOOL, TOWN)) == result


def test_whose_signature_a_text_has() -> None:
    assert signature_of("mairie - Travaux", (SCHOOL, TOWN)) == TOWN
    assert signature_of("Travaux", (SCHOOL, TOWN)) is None


LIBRARY = (
    Template(
        None,
        'Gala "d\'été" \\ {x}',
        "concerts et auditions",
        "Ligne 1\nLigne 2 \U0001f3b5",
        Purpose.PROMOTION,
        ("CM2 A",),
    ),
    Template(None, "Autre", "", "Texte"),
)


@pytest.mark.parametrize("as_json", [True, False])
def test_a_library_comes_back_as_it_went(as_json: bool) -> None:
    document = write_document(LIBRARY, as_json=as_json)
    assert read_document(document.encode()).templates == LIBRARY
    assert read_document(b"\xef\xbb\xbf" + document.encode()).templates == LIBRARY


@given(st.lists(st.text(min_size=1, max_size=40), max_size=4), st.text(max_size=200), st.booleans())
def test_any_names_and_texts_come_back(names: list[str], body: str, as_json: bool) -> None:
    templates = [Template(None, name, "x", body) for name in names]
    read = read_document(write_document(templates, as_json=as_json).encode("utf-8", "replace"))
    assert len(read.templates) + len(read.rejected) == len(names)


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"\xff\xfe\x00",
        b"{",
        b"[1, 2]",
        b"null",
        b"\x00" * 100,
        b"a = " + b"[" * 5_000,
        b'{"a":' * 5_000,
        b'smsdesk_templates = "1"\ntemplate = []',
        b"PK\x03\x04" + b"\x00" * 50,
        b"x" * (LARGEST_FILE + 1),
        b"smsdesk_templates = 2\ntemplate = []",
        json.dumps({"smsdesk_templates": 1, "template": [{}] * 2_001}).encode(),
    ],
)
def test_a_file_that_is_no_library_is_refused_in_a_sentence(octets: bytes) -> None:
    with pytest.raises(InputError):
        read_document(octets)


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (1, "no template"),
        ({}, "no name"),
        ({"name": "\x00 \u0007", "body": "x"}, "no name"),
        ({"name": "A"}, "no text"),
        ({"name": "A", "body": ["x"]}, "not written as text"),
        ({"name": "A", "body": "x", "audience": "CM2"}, "not written as text"),
        ({"name": "A", "body": "x", "audience": [1]}, "not written as text"),
        ({"name": "A", "body": "x", "audience": ["g"] * 51}, "not written as text"),
        ({"name": "A", "body": "x", "purpose": "spam"}, "spam does not exist"),
        ({"name": "A" * 81, "body": "x"}, "too long"),
        ({"name": "A", "body": "x" * 1531}, "too long"),
        ({"name": "b", "body": "x"}, "B twice"),
    ],
)
def test_a_bad_entry_is_left_out_and_told(entry: object, reason: str) -> None:
    document = json.dumps({"smsdesk_templates": 1, "template": [{"name": "B", "body": "y"}, entry]})
    read = read_document(document.encode())
    assert [template.name for template in read.templates] == ["B"]
    ((number, said),) = [(each.number, str(each.reason)) for each in read.rejected]
    assert number == 2
    assert reason in said or reason.replace("B", "b") in said

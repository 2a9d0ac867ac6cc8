"""vCards as telephones and programs write them, and as nobody should."""

from __future__ import annotations

import random

import pytest

from smsdesk.domain.class_lists import ClassList
from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.sheets import SheetFile
from smsdesk.domain.vcard_lists import cards_sheet
from smsdesk.domain.vcards import parse_cards

GOOGLE = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Léa Martin\r
N:Martin;Léa;;;\r
item1.EMAIL;TYPE=INTERNET:lea@example.org\r
item2.TEL:+33 6 39 98 00 01\r
item2.X-ABLabel:Maison de vacances\r
TEL;TYPE=CELL,PREF:06 39 98 00 02\r
ADR;TYPE=HOME:;;1 rue d'Ys\\, bât. A;Quimper;;29000;France\r
BDAY:20140304\r
CATEGORIES:Piano,Solfège\\, cycle 1,myContacts\r
NOTE:Deux\\nlignes\\; et une virgule\\,\r
PHOTO;ENCODING=b;TYPE=JPEG:AAAA\r
 BBBB\r
END:VCARD\r
"""
NOKIA = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Ren=C3=A9=
e
TEL;CELL;VOICE:0639980003
TEL;HOME:01 99 00 01 01
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:d=E9j=E0=0D=0Avu
END:VCARD
"""
MODERN = """begin:vcard
version:4.0
kind:individual
fn:王 小明
tel;value=uri;type="voice,cell";pref=1:tel:+33-6-39-98-00-04;ext=5
tel;type=fax:+33199000199
bday:--0304
"""


def listed(text: str) -> ClassList:
    return read_class_list(SheetFile("a.vcf", "a", (cards_sheet(parse_cards(text), "a"),)))


def test_a_card_of_google_or_apple() -> None:
    (lea,) = listed(GOOGLE).people
    assert (lea.first_name, lea.last_name, lea.email) == ("Léa", "Martin", "lea@example.org")
    assert [(p.e164, p.label) for p in lea.phones] == [
        ("+33639980002", "portable"),
        ("+33639980001", "Maison de vacances"),
    ]
    assert (lea.address, lea.postcode, lea.city) == ("1 rue d'Ys, bât. A", "29000", "Quimper")
    assert str(lea.birth_date) == "2014-03-04"
    assert lea.groups == ("Piano", "Solfège, cycle 1")
    assert lea.notes == "Deux\nlignes; et une virgule,"


def test_a_card_of_an_old_telephone() -> None:
    (person,) = listed(NOKIA).people
    assert (person.first_name, person.last_name, person.notes) == ("Renée", "Lefèvre", "déjà\nvu")
    assert [(p.e164, p.label, p.mobile) for p in person.phones] == [
        ("+33639980003", "portable", True),
        ("+33199000101", "domicile", False),
    ]


def test_a_card_in_lower_case_without_end() -> None:
    (person,) = listed(MODERN).people
    assert person.name == "王 小明"
    assert person.phones[0].e164 == "+33639980004"
    assert person.birth_date is None


def test_a_useless_number_is_named_with_its_line() -> None:
    found = listed(
        "BEGIN:VCARD\nN:Martin;Léa\nTEL:12\nTEL:06 39 98 00 01\nEND:VCARD\nBEGIN:VCARD\nN:A;B\nTEL:9999\n"
    )
    assert [(reject.cell, reject.value) for reject in found.rejected] == [("3", "12"), ("8", "9999")]
    assert [person.row for person in found.people] == [1, 6]


def test_groups_of_cards_and_cards_without_a_name() -> None:
    text = "BEGIN:VCARD\nX-ADDRESSBOOKSERVER-KIND:group\nN:Famille\nEND:VCARD\nBEGIN:VCARD\nORG:Mairie d'Ys;Voirie\nTEL:0639980001\nEND:VCARD\nBEGIN:VCARD\nEMAIL:a@b\nEND:VCARD\n"
    found = listed(text)
    assert [person.name for person in found.people] == ["Mairie d'Ys Voirie"]
    assert [reject.cell for reject in found.rejected] == ["10"]


@pytest.mark.parametrize("seed", range(200))
def test_nothing_in_a_file_makes_it_fail(seed: int) -> None:
    dice = random.Random(seed)
    pieces = [
        *GOOGLE.splitlines(True),
        *NOKIA.splitlines(True),
        *MODERN.splitlines(True),
        "\0",
        "=",
        '"',
        ":",
        ";",
        "\n ",
        "TEL",
        "END:VCARD\n",
        "X-SMSDESK-REF:z\n",
        "X-SMSDESK-PHONE;N=²:1\n",
        "\ud800",
        "BDAY:0000-99-99\n",
        "=ZZ=\n",
        "\\",
    ]
    text = "BEGIN:VCARD\nN:A\n" + "".join(dice.choice(pieces) for _ in range(60))
    for person in listed(text).people:
        assert all(phone.e164.startswith("+") for phone in person.phones)


def test_a_large_photo_and_a_line_without_end_cost_nothing() -> None:
    photo = "PHOTO;ENCODING=b:" + "\n ".join(["A" * 74] * 100_000)
    found = listed(f"BEGIN:VCARD\nN:Martin;Léa\n{photo}\nTEL:0639980001\nNOTE:{'x' * 3_000_000}\nEND:VCARD\n")
    assert [person.name for person in found.people] == ["Léa Martin"]
    assert len(found.people[0].notes) <= 50_000

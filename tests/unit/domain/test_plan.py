from __future__ import annotations

import pytest

from smsdesk.domain.audience import Audience, LeftOut, Recipient
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.people import Contact, ContactKind, Group, GroupKind
from smsdesk.domain.plan import MOST_PARTS, NotifyPlan, plan_notice, plan_same
from smsdesk.domain.sentences import say

PIANO = Group(1, "Piano", GroupKind.COURSE, teacher="M. Durand")
SOLFEGE = Group(2, "Solfège", GroupKind.COURSE, teacher="Mme Roux")
LEA = Contact(1, ContactKind.PUPIL, "Léa", "Martin", groups=("Piano", "Danse"))
TOM = Contact(2, ContactKind.PUPIL, "Tom", "Martin", groups=("Solfège",))
ZOE = Contact(3, ContactKind.PUPIL, "Zoé", "Petit", groups=("Danse",))
NOBODY_LEFT_OUT: tuple[LeftOut, ...] = ()


def reached(*recipients: tuple[str, tuple[Contact, ...]], left_out: tuple[LeftOut, ...] = ()) -> Audience:
    return Audience(tuple(Recipient(e164, people) for e164, people in recipients), left_out)


def plan(text: str, audience: Audience | None = None, **given: str) -> NotifyPlan:
    audience = audience or reached(("+33639980001", (LEA, TOM)), ("+33639980002", (ZOE,)))
    return plan_notice(audience, text, given, [PIANO, SOLFEGE], {"institution": "École"})


def test_a_shared_phone_gets_one_message_that_says_for_whom() -> None:
    planned = plan("{prénom} ({classe}, {professeur}) : absent {date}. {institution}", date="jeudi")
    assert [message.text for message in planned.messages] == [
        "Léa et Tom (Piano et Solfège, M. Durand et Mme Roux) : absent jeudi. École",
        "Zoé (Danse, {professeur}) : absent jeudi. École",
    ]
    assert planned.messages[0].people == ("Léa Martin", "Tom Martin")
    assert (planned.people, planned.phones, planned.parts) == (3, 2, 2)
    assert planned.missing == ("professeur",)


def test_what_a_person_gives_stands_before_what_is_known() -> None:
    planned = plan("{PROFESSEUR} {prenom}", Professeur="Mme Blanc")
    assert [message.text for message in planned.messages] == ["Mme Blanc Léa et Tom", "Mme Blanc Zoé"]
    assert planned.problem is None


def test_a_course_of_its_own_changes_the_class_and_not_the_group() -> None:
    audience = reached(("+33639980001", (TOM,)), ("+33639980002", (ZOE,)))
    planned = plan_notice(
        audience, "{classe}, {groupe}", {}, [PIANO, SOLFEGE], {}, values_of=lambda _phone: {"classe": "CM2"}
    )
    assert [message.text for message in planned.messages] == ["CM2, Solfège", "CM2, Danse"]


def test_the_worst_message_is_measured() -> None:
    long = Contact(4, ContactKind.PUPIL, "É" * 80, "Petit")
    planned = plan("{prénom} " + "x" * 100, reached(("+33639980001", (LEA,)), ("+33639980002", (long,))))
    assert (planned.worst.units, planned.worst.parts, planned.parts) == (181, 2, 3)
    assert planned.worst.encoding is Encoding.GSM7
    assert [message.parts for message in planned.messages] == [1, 2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The text is empty"),
        (" \n ", "The text is empty"),
        ("{prénom", "double the brace"),
        ("{inconnu}", "{inconnu} does not exist"),
        ("{Date} {salle}", "no value for {date}, {salle}"),
        ("x" * (153 * MOST_PARTS + 1), f"makes {MOST_PARTS + 1} SMS"),
    ],
)
def test_what_cannot_be_sent_is_said(text: str, said: str) -> None:
    assert said in str(plan(text).problem)


def test_the_longest_text_that_goes() -> None:
    assert plan("x" * 153 * MOST_PARTS).problem is None


def test_nobody_to_send_to_is_said_with_the_first_reason() -> None:
    assert "Choose a group" in str(plan("Bonjour", reached()).problem)
    left_out = (LeftOut(3, "Zoé Petit", say("No phone number.")),)
    planned = plan("Bonjour", reached(left_out=left_out))
    assert "Zoé Petit: No phone number." in str(planned.problem)
    assert planned.left_out == left_out


def test_without_recipients_the_text_as_written_is_measured() -> None:
    planned = plan("Bonjour {prénom}", reached())
    assert planned.worst.units == len("Bonjour ") + 2 * len("{}") + len("prénom")


def test_a_text_to_bare_numbers_is_literal() -> None:
    planned = plan_same("{prénom} {{ {", [("+33639980001", ()), ("+33639980002", ((1, "Léa Martin"),))])
    assert [message.text for message in planned.messages] == ["{prénom} {{ {"] * 2
    assert planned.messages[1].people == ("Léa Martin",)
    assert planned.problem is None


def test_a_text_is_brought_into_its_normal_form_before_it_is_counted() -> None:
    planned = plan("e\u0301te\u0301\r\n{motif}", motif="a\x00b\u0301")
    assert {message.text for message in planned.messages} == {"été\na" + "b\u0301"}

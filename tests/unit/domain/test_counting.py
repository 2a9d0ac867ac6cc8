"""Counting of merged texts against an implementation of its own: no table, no regular expression of ours.

The independent one asks the gsm0338 package for the septets of each character and cuts one character after
the other; the texts are French words with real accents, typography and names, merged for families.
"""

from __future__ import annotations

import random
import unicodedata

import gsm0338
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.domain.audience import Audience, Recipient
from smsdesk.domain.names import civility_of
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.people import Contact, ContactKind, Group, GroupKind
from smsdesk.domain.plan import MOST_PARTS, NotifyPlan, PartLimits, plan_notice
from smsdesk.domain.text import measure, normalise, segment

CODEC = gsm0338.Codec()
_FRENCH = (
    "le la les un une des du de à au aux élève élèves été forêt fête hôpital théâtre leçon reçu garçon maïs naïf Noël"
    " cœur sœur bœuf œuvre Œuvre chœur où là-bas déjà goût août sûr château peut-être aujourd’hui l'école l’école"
    " d’Anaëlle qu’Inès façade ça Ça À É Être École ÉCOLE cañon señor naïve ambiguë aiguë Saint-Étienne Besançon"
    " Nîmes Évian Genève 17h30 20 % 12,50 € n° 3 1er 2e « oui » “non” – — … · • ° ² ½ œ æ Æ ÿ Ÿ [1] {{x ~ ^ \\ | @ # §"
    " 06 39 98 00 01 merci désolés prévenus annulé rattrapé reporté maintenu 🎵 🎻 😀 👩‍👧"
)
WORDS = _FRENCH.split()
_NAMED = (
    "Léa Tom Zoé Anaëlle Maël Chloé François Hélène Noé Inès Loïc Raphaël Jean-Noël Gaëlle Cléa Océane Eloïse Œdipe"
    " L’Hôte Lefèvre Müller Núñez Gonçalves Nguyễn Łukasz D'Angelo Sørensen Ängström"
)
NAMES = _NAMED.split()


def septets(character: str) -> int:
    """How many septets the package writes for a character; 0 for one that it does not know."""
    try:
        return len(CODEC.encode(character)[0])
    except UnicodeEncodeError:
        return 0


KNOWN = {
    character: septets(character)
    for character in {*"".join(WORDS), *"".join(NAMES), " ", ",", ".", "(", ")", "\n", *"et"}
}


def independently(text: str) -> tuple[bool, int, int]:
    """Whether it is GSM 7 bit, its units, its parts."""
    counts = [KNOWN.get(character, -1) for character in text]
    counts = [septets(text[at]) if count < 0 else count for at, count in enumerate(counts)]
    gsm = all(counts)
    sizes = counts if gsm else [len(character.encode("utf-16-be")) // 2 for character in text]
    single, per_part = (160, 153) if gsm else (70, 67)
    if sum(sizes) <= single:
        return gsm, sum(sizes), 1
    parts, room = 1, per_part
    for size in sizes:
        if size > room:
            parts, room = parts + 1, per_part
        room -= size
    return gsm, sum(sizes), parts


def words(source: random.Random, most: int) -> str:
    text = " ".join(source.choices(WORDS, k=source.randint(1, most)))
    if source.random() < 0.2:
        text = unicodedata.normalize("NFD", text)  # as some systems write accents
    if source.random() < 0.3:
        text = text.replace(" ", source.choice("\u00a0\u202f\n "), 2)
    return text


def test_ten_thousand_french_texts_are_counted_and_cut_like_the_independent_one() -> None:
    source = random.Random(20261122)
    for _ in range(10_000):
        text = normalise(words(source, 60))
        found = measure(text)
        assert (found.encoding is Encoding.GSM7, found.units, found.parts) == independently(text), text
        encoding, parts = segment(text)
        assert "".join(parts) == text
        for part in parts:
            assert independently(part)[2] == 1 or len(parts) > 1
            limit = {(True, True): 160, (True, False): 153, (False, True): 70, (False, False): 67}
            gsm = encoding is Encoding.GSM7
            size = sum(map(septets, part)) if gsm else len(part.encode("utf-16-be")) // 2
            assert size <= limit[gsm, len(parts) == 1]


def family(source: random.Random, number: int) -> Recipient:
    people = tuple(
        Contact(
            10 * number + child,
            ContactKind.PUPIL,
            source.choice(NAMES),
            source.choice(NAMES),
            groups=(source.choice(("Piano", "Chœur", "Flûte à bec [2]")),),
        )
        for child in range(source.choice((1, 1, 2, 3)))
    )
    return Recipient(f"+336399{number:05}", people)


PLACES = (
    "{prénom}", "{nom}", "{classe}", "{cours}", "{prénom|votre enfant}", "{de prénom}", "{prénom sans accent}",
    "{motif}", "{est//sont}", "{inscrit/inscrite}", "{professeur|le professeur}", "{salle|}",
)  # fmt: skip


def test_ten_thousand_merged_texts_are_counted_like_the_independent_one() -> None:
    source = random.Random(7)
    counted = 0
    groups = [Group(1, "Piano", GroupKind.COURSE, teacher="Mme Roux"), Group(2, "Chœur", GroupKind.ENSEMBLE)]
    for _ in range(250):
        pieces = [source.choice(PLACES) if source.random() < 0.3 else words(source, 6) for _ in range(8)]
        audience = Audience(tuple(family(source, number) for number in range(40)), ())
        given_values = {"motif": words(source, 3)}
        plan = plan_notice(audience, " ".join(pieces), given_values, groups, {}, limits=PartLimits(3, 10))
        measures = []
        for message in plan.messages:
            gsm, units, parts = independently(message.text)
            assert (message.encoding is Encoding.GSM7, message.parts) == (gsm, parts), message.text
            assert message.text == normalise(message.text).strip()
            measures.append((parts, units))
            counted += 1
        assert (plan.worst.parts, plan.worst.units) == max(measures)
        assert plan.parts == sum(parts for parts, _ in measures)
        forcing = {each.character for each in (*plan.dear, *plan.dear_values)}
        everything = {
            character for message in plan.messages for character in message.text if not septets(character)
        }
        assert forcing == everything
    assert counted == 10_000


HOSTILE = st.text(alphabet="aé%s{}|/:\\$\n\x00\u0301\u200b\ud83d\U0001f3b5 prénomdate", max_size=12)


@settings(max_examples=300)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_value_is_ever_read_again(first: str, last: str, typed: str) -> None:
    person = Contact(1, ContactKind.PUPIL, first, last, groups=("{date}",))
    audience = Audience((Recipient("+33639980001", (person,)),), ())
    plan = plan_notice(
        audience, "A{prénom}B{nom}C{motif|-}D{classe}E%s%%{{", {"motif": typed, "date": "LEAK"}, [], {}
    )
    (message,) = plan.messages
    assert "LEAK" not in message.text
    assert message.text.endswith("D{date}E%s%%{")
    assert message.text == normalise(message.text)
    spoken = normalise(person.first_name or person.last_name)
    if spoken and not unicodedata.combining(spoken[0]) and not civility_of(first):
        assert message.text.startswith(normalise("A" + spoken))


def planned(text: str, *people: Contact, **typed: str) -> NotifyPlan:
    recipients = tuple(Recipient(f"+3363998000{number}", (person,)) for number, person in enumerate(people))
    return plan_notice(Audience(recipients, ()), text, typed, [], {})


def pupil(number: int, first: str, last: str = "Petit", *groups: str) -> Contact:
    return Contact(number, ContactKind.PUPIL, first, last, groups=groups)


def test_each_dear_character_of_the_text_has_its_own_cost() -> None:
    plan = planned("ê 🎵 " + "x" * 80, pupil(1, "Léa"))
    assert [(each.character, each.sms, each.instead_of, each.rewritten) for each in plan.dear] == [
        ("ê", 2, 1, "e"),
        ("🎵", 2, 1, ""),
    ]
    assert plan.dear_values == ()
    assert not planned("ê", pupil(1, "Léa")).dear[0].costs


def test_a_dear_name_is_told_with_whose_it_is() -> None:
    plan = planned(
        "{prénom} " + "x" * 70, pupil(1, "Maël"), pupil(2, "Léa"), pupil(3, "Loïc"), pupil(4, "Gaël")
    )
    assert plan.dear == ()
    assert [(each.character, each.names, each.sms, each.instead_of) for each in plan.dear_values] == [
        ("ë", ("Maël Petit", "Gaël Petit"), 2, 1),
        ("ï", ("Loïc Petit",), 2, 1),
    ]
    assert planned("{prénom sans accent} " + "x" * 70, pupil(1, "Maël")).dear_values == ()


def test_who_lacks_a_value_is_named() -> None:
    plan = planned("{classe} {date}", pupil(1, "Léa", "Petit", "CM2"), pupil(2, "Tom"), pupil(3, "Zoé"))
    assert plan.missing_for == {
        "classe": ("Tom Petit", "Zoé Petit"),
        "date": ("Léa Petit", "Tom Petit", "Zoé Petit"),
    }
    assert "{classe}, {date}" in str(plan.problem)
    alone = planned("{classe}", pupil(1, "Léa", "Petit", "CM2"), pupil(2, "Tom"))
    assert "no value of {classe} for Tom Petit" in str(alone.problem)
    assert planned("{classe|sa classe}", pupil(2, "Tom")).messages[0].text == "sa classe"


def test_words_agree_with_the_people_of_a_phone() -> None:
    lady = Contact(1, ContactKind.RESIDENT, "Mme", "Roux")
    assert planned("{Cher/Chère} {prénom}, {vous êtes attendu/vous êtes attendue}", lady).messages[
        0
    ].text == ("Chère Mme Roux, vous êtes attendue")
    two = Audience((Recipient("+33639980001", (pupil(1, "Léa"), pupil(2, "Tom"))),), ())
    plan = plan_notice(two, "{prénom} {est attendu/est attendue//sont attendus/sont attendues}", {}, [], {})
    assert plan.messages[0].text == "Léa et Tom sont attendu(e)s"


def test_values_of_one_phone_stand_over_those_of_its_people_and_under_those_typed() -> None:
    audience = Audience(
        (Recipient("+33639980001", (pupil(1, "Léa"),)), Recipient("+33639980002", (pupil(2, "Tom"),))), ()
    )

    def values_of(recipient: Recipient) -> dict[str, str]:
        return {"prénom": "P", "heure": recipient.e164[-1], "date": "d", "tenue": "noire", "salle": ""}

    plan = plan_notice(
        audience,
        "{prénom} {Heure} {date} {tenue} {salle}",
        {"date": "lundi"},
        [],
        {"salle": "S"},
        values_of=values_of,
    )
    assert [message.text for message in plan.messages] == ["P 1 lundi noire S", "P 2 lundi noire S"]
    assert plan.unknown == ()


def test_an_empty_message_is_explained_with_its_people() -> None:
    plan = planned("{classe|}", pupil(1, "Léa", "Petit", "CM2"), pupil(2, "Tom"))
    assert "the text is empty for Tom Petit" in str(plan.problem)


@pytest.mark.parametrize(
    ("limits", "warned", "refused"),
    [((2, 3), True, False), ((4, 9), False, False), ((1, 2), True, True), ((9, 99), False, False)],
)
def test_how_long_a_text_may_be(limits: tuple[int, int], warned: bool, refused: bool) -> None:
    audience = Audience((Recipient("+33639980001", (pupil(1, "Léa"),)),), ())
    plan = plan_notice(audience, "x" * 400, {}, [], {}, limits=PartLimits(*limits))
    assert (bool(plan.warnings), plan.problem is not None) == (warned, refused)
    assert plan_notice(audience, "x" * 153 * 11, {}, [], {}, limits=PartLimits(3, 99)).problem is not None
    assert MOST_PARTS == 10


def test_accents_apart_from_their_letters_join_across_a_field() -> None:
    plan = planned("cafe{motif}", pupil(1, "Léa"), motif="\u0301s")
    (message,) = plan.messages
    assert message.text == "cafés"
    assert message.encoding is Encoding.GSM7

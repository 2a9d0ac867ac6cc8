from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.library import CATEGORIES
from smsdesk.domain.outgoing import Encoding, Purpose
from smsdesk.domain.templates import FIELDS, LONG_VALUES, MergeText, folded
from smsdesk.domain.text import measure, normalise
from smsdesk.domain.views import Template
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.shipped_templates import shipped
from smsdesk.services.templates import Templates
from smsdesk.storage.database import Database


@pytest.fixture
def templates(database: Database, events: Events, clock) -> Templates:
    return Templates(database, events, clock)


SIBLINGS = {
    **LONG_VALUES,
    "prénom": "Anne-Charlotte et Maxime",
    "cours": "Anne-Charlotte (Solfège 17h30) et Maxime (Piano 18h)",
}


@pytest.mark.parametrize("template", shipped(), ids=lambda template: template.name)
@pytest.mark.parametrize("values", [FIELDS, LONG_VALUES, SIBLINGS], ids=["typical", "long", "siblings"])
def test_a_shipped_text_fits_one_cheap_sms(template: Template, values: Mapping[str, str]) -> None:
    merge = MergeText(normalise(template.body))
    measured = measure(merge.merge(folded(values)))
    assert merge.well_formed
    assert merge.unknown() == ()
    assert (measured.encoding, measured.parts) == (Encoding.GSM7, 1), measured


def test_the_library_has_texts_for_every_category() -> None:
    counts = Counter(template.category for template in shipped())
    assert tuple(counts) == CATEGORIES
    assert min(counts.values()) >= 3
    assert sum(counts.values()) >= 40


def test_a_fresh_profile_has_the_shipped_texts(templates: Templates) -> None:
    listed = templates.list()
    assert {template.name for template in listed} == {template.name for template in shipped()}
    assert tuple(dict.fromkeys(template.category for template in listed)) == CATEGORIES
    assert [template.purpose for template in listed if template.name == "Alerte"] == [Purpose.ALERT]


def test_deleted_texts_do_not_come_back(database: Database, events: Events, clock) -> None:
    first = Templates(database, events, clock)
    for template in first.list():
        assert template.id is not None
        first.delete(template.id)
    assert Templates(database, events, clock).list() == ()


def test_a_name_is_found_without_case_accents_or_its_end(templates: Templates) -> None:
    assert templates.get("REUNION DE PARENTS").name == "Réunion de parents"
    assert templates.get("  travaux ").name == "Travaux"
    assert templates.get("fermeture").name == "Fermeture exceptionnelle"
    assert templates.get("absence d’un professeur").name == "Absence d'un professeur"


def test_an_ambiguous_name_lists_the_candidates(templates: Templates) -> None:
    with pytest.raises(InputError, match=r"Absence d'un professeur, Absence signalée.*whole name") as refused:
        templates.get("absence")
    assert "Travaux" not in str(refused.value)


@pytest.mark.parametrize("name", ["nulle part", "", "  "])
def test_an_unknown_name_lists_what_there_is(templates: Templates, name: str) -> None:
    with pytest.raises(InputError, match=r"There is no template named .*Travaux"):
        templates.get(name)


def test_an_exact_name_wins_over_longer_ones(templates: Templates) -> None:
    templates.save(Template(None, "Travaux de nuit", "Mairie", "Bruit {date}."))
    assert templates.get("travaux").name == "Travaux"


def test_search_looks_at_name_category_and_text(templates: Templates) -> None:
    assert {template.name for template in templates.list("dechets")} == {"Collecte des déchets"}
    assert "Alerte" in {template.name for template in templates.list("CONSIGNES")}
    assert templates.list("zzz") == ()


def test_a_text_is_added_changed_and_deleted(templates: Templates, heard: list[Changed]) -> None:
    saved = templates.save(
        Template(None, "  Sortie  scolaire ", "École", "Sortie {date}.\r\nMerci", Purpose.INFORMATION)
    )
    assert saved.name == "Sortie scolaire"
    assert saved.body == "Sortie {date}.\nMerci"
    changed = templates.save(replace(saved, body="Sortie le {date}."))
    assert templates.get("sortie scolaire") == changed
    assert changed.id is not None
    templates.delete(changed.id)
    with pytest.raises(InputError, match="no template named"):
        templates.get("sortie scolaire")
    assert heard == [Changed(Topic.TEMPLATES, saved.id)] * 3


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (Template(None, " ", "", "Texte"), "has no name"),
        (Template(None, "Vide", "", " \x00 "), "Vide has no text"),
        (Template(None, "TRAVAUX", "", "Texte"), "already a template named TRAVAUX"),
        (Template(99999, "Autre", "", "Texte"), "no longer exists"),
    ],
)
def test_what_cannot_be_saved_changes_nothing(
    templates: Templates, heard: list[Changed], template: Template, said: str
) -> None:
    before = templates.list()
    with pytest.raises(InputError, match=said):
        templates.save(template)
    assert templates.list() == before
    assert heard == []


def test_a_text_that_is_gone_cannot_be_deleted(templates: Templates) -> None:
    with pytest.raises(InputError, match="no longer exists"):
        templates.delete(99999)

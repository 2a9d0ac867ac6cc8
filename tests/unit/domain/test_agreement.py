"""French that agrees: forms by civility and number, small words that elide and contract."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smsdesk.domain.agreement import Agreement, Forms, agreement_of, linked
from smsdesk.domain.templates import FIELDS, MergeText, folded

M, F, X = "masculine", "feminine", "unknown"


@pytest.mark.parametrize(
    ("written", "one", "several"),
    [
        ("cher/chère", ("cher", "chère", "cher(e)"), ("chers", "chères", "cher(e)s")),
        ("inscrit/inscrite", ("inscrit", "inscrite", "inscrit(e)"), ("inscrits", "inscrites", "inscrit(e)s")),
        ("le/la", ("le", "la", "le/la"), ("les", "les", "les")),
        ("Du/De la", ("Du", "De la", "Du/De la"), ("Des", "Des", "Des")),
        ("/e", ("", "e", "(e)"), ("s", "es", "(e)s")),
        ("est//sont", ("est", "est", "est"), ("sont", "sont", "sont")),
        ("//s", ("", "", ""), ("s", "s", "s")),
        ("cher/chère/bonjour", ("cher", "chère", "bonjour"), ("chers", "chères", "bonjour")),
        ("né/née//nés/nées", ("né", "née", "né(e)"), ("nés", "nées", "né(e)s")),
        ("loyal/loyale", ("loyal", "loyale", "loyal(e)"), ("loyaux", "loyales", "loyaux/loyales")),
    ],
)
def test_the_form_that_fits(written: str, one: tuple[str, ...], several: tuple[str, ...]) -> None:
    forms = Forms.read(written)
    assert tuple(forms.fitting(Agreement(gender)) for gender in (M, F, X)) == one
    assert tuple(forms.fitting(Agreement(gender, True)) for gender in (M, F, X)) == several


@pytest.mark.parametrize(
    ("names", "agreement"),
    [
        (["Mme Roux"], Agreement(F)),
        (["M. Durand"], Agreement(M)),
        (["Mlle"], Agreement(F)),
        (["Camille"], Agreement(X)),
        (["Marie"], Agreement(X)),  # a first name tells nothing for sure
        (["Dr Petit"], Agreement(X)),
        (["M. et Mme Roux"], Agreement(M, True)),
        (["Mme Roux", "Mme Petit"], Agreement(F, True)),
        (["Mme Roux", "M. Durand"], Agreement(M, True)),
        (["Mme Roux", "Camille"], Agreement(X, True)),
        ([], Agreement(X)),
    ],
)
def test_only_a_civility_tells_the_gender(names: list[str], agreement: Agreement) -> None:
    assert agreement_of(names) == agreement


@pytest.mark.parametrize(
    ("link", "value", "said"),
    [
        ("de", "Tom", "de Tom"),
        ("de", "Alice", "d'Alice"),
        ("de", "Élodie", "d'Élodie"),
        ("de", "Œdipe", "d'Œdipe"),
        ("de", "Hélène", "d'Hélène"),
        ("de", "Hamza", "de Hamza"),
        ("de", "harpe", "de harpe"),
        ("de", "hautbois", "de hautbois"),
        ("de", "Harmonie", "d'Harmonie"),
        ("de", "Yves", "d'Yves"),
        ("de", "Yann", "de Yann"),
        ("de", "onze heures", "de onze heures"),
        ("de", "Tom et Alice", "de Tom et d'Alice"),
        ("de", "Alice, Tom et Inès", "d'Alice, de Tom et d'Inès"),
        ("de", "le théâtre", "du théâtre"),
        ("de", "les halles", "des halles"),
        ("de", "la mairie", "de la mairie"),
        ("de", "l'école", "de l'école"),
        ("de", "Le Goff", "de Le Goff"),
        ("du", "Alice", "d'Alice"),
        ("d'", "Tom", "de Tom"),
        ("à", "le stade", "au stade"),
        ("à", "Alice", "à Alice"),
        ("que", "Inès", "qu'Inès"),
        ("jusqu'à", "les vacances", "jusqu'aux vacances"),
        ("de", "M. et Mme Roux", "de M. et Mme Roux"),
    ],
)
def test_small_words_elide_and_contract(link: str, value: str, said: str) -> None:
    assert linked(link, value) == said


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("{prénom|votre enfant} {est//sont} {attendu/attendue}", "votre enfant est attendu(e)"),
        ("{professeur: absent/absente}", "absente"),
        ("{professeur : absent/absente}", "absente"),
        ("classe {de professeur}, cours {de groupe}", "classe de Mme Roux, cours d'Alto"),
        ("{d'groupe} {d’groupe}", "d'Alto d'Alto"),
        ("{de classe|sa classe}", "de sa classe"),
        ("{motif sans accent}", "fete a Noel"),
        ("{de motif sans accents|x}", "de fete a Noel"),
        ("{salle|}.", "."),
        ("{lieu|au choix : salle 1/2}", "au choix : salle 1/2"),
    ],
)
def test_a_text_with_them(text: str, merged: str) -> None:
    merge = MergeText(text)
    assert merge.well_formed
    assert merge.unknown() == ()
    values = folded({"professeur": "Mme Roux", "groupe": "Alto", "motif": "fête à Noël"})
    assert merge.merge(values).replace("à", "a") == merged.replace("à", "a")


@pytest.mark.parametrize(
    "text", ["{/}", "{01/02}", "{a/b/c/d}", "{a|b|c}", "{a|{b}}", "{|x}", "{a:b}", "{ a}"]
)
def test_what_is_neither_field_nor_word_is_found(text: str) -> None:
    assert not MergeText(text).well_formed


def test_a_word_about_a_field_that_does_not_exist_is_told() -> None:
    assert MergeText("{directeur: absent/absente}").unknown() == ("directeur",)
    assert MergeText("{directeur: absent/absente}").unknown(["Directeur"]) == ()
    assert MergeText("voir {http://x}").unknown() == ("http",)


GUIDE = (Path(__file__).parents[3] / "docs" / "guide" / "ecrire-un-texte.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\| `(.+)` \| (.+) \|$", GUIDE, re.MULTILINE)


def test_the_guide_has_examples_and_names_every_field() -> None:
    assert len(EXAMPLES) >= 10
    assert all(f"`{{{name}}}`" in GUIDE for name in FIELDS)


@pytest.mark.parametrize(("written", "read"), EXAMPLES)
def test_the_examples_of_the_guide_are_read_as_it_says(written: str, read: str) -> None:
    values = {"prénom": "Alice", "groupe": "Alto", "professeur": "Mme Roux", "lieu": "le théâtre"}
    assert MergeText(written).unknown() == ()
    assert MergeText(written).merge(folded(values)) == read

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.library import CATEGORIES, write_document
from smsdesk.domain.outgoing import Encoding, Purpose
from smsdesk.domain.plan import PartLimits
from smsdesk.domain.signatures import Signature
from smsdesk.domain.templates import FIELDS, LONG_VALUES, MergeText, folded
from smsdesk.domain.text import measure, normalise
from smsdesk.domain.views import Template
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.shipped_templates import give, shipped
from smsdesk.services.template_sharing import OnConflict
from smsdesk.services.templates import Templates
from smsdesk.services.wording import Wording, WordingChoices
from smsdesk.storage import templates as table
from smsdesk.storage.database import Database

RELEASED = Path(__file__).parents[2] / "databases" / "version-0.1.0.sqlite3"


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


def test_each_save_keeps_the_former_version(templates: Templates, clock) -> None:
    first = templates.save(Template(None, "Gala", "crise", "Un", Purpose.ALERT, ("CM2",)))
    assert first.id is not None
    clock.pass_(hours=1)
    second = templates.save(replace(first, name="Grand gala", body="Deux", audience=()))
    templates.save(second)  # nothing changed: no version
    assert [version.template for version in templates.versions(first.id)] == [first]
    assert templates.versions(first.id)[0].saved_at == clock()
    assert templates.restore(templates.versions(first.id)[0]) == first
    assert [version.template for version in templates.versions(first.id)] == [second, first]


def test_a_version_whose_name_was_taken_meanwhile_is_refused(templates: Templates) -> None:
    gala = templates.save(Template(None, "Gala", "", "Un"))
    templates.save(replace(gala, name="Bal"))
    templates.save(Template(None, "Gala", "", "Autre"))
    with pytest.raises(InputError, match="already a template named Gala"):
        templates.restore(templates.versions(gala.id)[0])


def test_a_deleted_text_comes_back_as_it_was(templates: Templates) -> None:
    gala = templates.save(Template(None, "Gala", "", "Un"))
    gala = templates.save(replace(gala, body="Deux"))
    former = templates.versions(gala.id)
    deleted = templates.delete(gala.id)
    assert templates.versions(gala.id) == ()
    assert templates.bring_back(deleted) == gala
    assert templates.versions(gala.id) == former
    with pytest.raises(InputError, match="already a template named Gala"):
        templates.bring_back(deleted)


def library(*entries: tuple[str, str, str]) -> bytes:
    blocks = [
        f'[[template]]\nkey = "{key}"\nname = "{name}"\ncategory = "c"\nbody = "{body}"\n'
        for key, name, body in entries
    ]
    return "".join(blocks).encode()


def bodies(database: Database) -> dict[str, str]:
    return {each.name: each.body for each in table.all_templates(database.read())}


class TestShippedTemplates:
    def test_a_new_one_reaches_an_old_profile_once(self, database: Database, clock) -> None:
        give(database, clock(), library(("a", "A", "1")))
        give(database, clock(), library(("a", "A", "1"), ("b", "B", "1")))
        assert bodies(database) == {"A": "1", "B": "1"}

    def test_what_nobody_edited_follows_its_new_version(self, database: Database, clock) -> None:
        give(database, clock(), library(("a", "A", "1")))
        give(database, clock(), library(("a", "A neuf", "2")))
        assert bodies(database) == {"A neuf": "2"}

    def test_what_was_edited_renamed_or_deleted_is_left_alone(
        self, database: Database, events: Events, clock
    ) -> None:
        give(database, clock(), library(("a", "A", "1"), ("b", "B", "1"), ("c", "C", "1")))
        for name, changes in (("A", {"body": "mien"}), ("B", {"name": "Le mien"})):
            number = table.id_of(database.read(), name)
            with database.write() as connection:
                table.update(connection, replace(table.find(connection, number), **changes), clock())
        with database.write() as connection:
            table.delete(connection, table.id_of(connection, "C"))
        give(database, clock(), library(("a", "A", "2"), ("b", "B", "2"), ("c", "C", "2")))
        assert bodies(database) == {"A": "mien", "Le mien": "1"}

    def test_a_name_that_the_person_has_is_not_taken(self, database: Database, clock) -> None:
        give(database, clock(), library(("a", "A", "1")))
        with database.write() as connection:
            table.insert(connection, Template(None, "b", "", "mien"), clock())
        give(database, clock(), library(("a", "A", "1"), ("b", "B", "1")))
        assert bodies(database) == {"A": "1", "b": "mien"}
        give(database, clock(), library(("a", "A", "1"), ("b", "B", "2")))
        assert bodies(database) == {"A": "1", "b": "mien"}

    def test_a_profile_of_the_first_version(self, tmp_path: Path, events: Events, clock) -> None:
        path = tmp_path / "old.sqlite3"
        shutil.copyfile(RELEASED, path)
        with closing(Database(path)) as database:
            before = {each.name: each for each in table.all_templates(database.read())}
            assert "Événements" in {each.category for each in before.values()}
            edited = replace(before["Travaux"], body="Nos travaux {date}.")
            with database.write() as connection:
                table.rewrite(connection, edited, clock())
                table.delete(connection, before["Répétition"].id)
            templates = Templates(database, events, clock)
            after = {each.name: each for each in templates.list()}
            assert after["Travaux"] == edited
            assert "Répétition" not in after
            assert after["Cours annulé"].category == "cours"
            assert after["Cours annulé"].id == before["Cours annulé"].id
            assert set(after) == {each.name for each in shipped()} - {"Répétition"}
            assert {each.name for each in Templates(database, events, clock).list()} == set(after)


class TestSharing:
    def file(self, tmp_path: Path, *templates: Template, name: str = "m.toml") -> Path:
        path = tmp_path / name
        path.write_text(write_document(templates, as_json=name.endswith("json")), "utf-8")
        return path

    @pytest.mark.parametrize("name", ["m.toml", "m.json", "M.JSON", "m.txt"])
    def test_what_is_exported_is_known_again(self, templates: Templates, tmp_path: Path, name: str) -> None:
        templates.save(Template(None, "Gala", "crise", 'Le "gala"\n{date}', Purpose.ALERT, ("CM2",)))
        assert templates.sharing.export(tmp_path / name, templates.list()) == len(templates.list())
        plan = templates.sharing.read(tmp_path / name)
        assert (plan.new, plan.conflicts, plan.rejected) == ((), (), ())
        assert plan.same == templates.list()

    @pytest.mark.parametrize(
        ("decision", "mine", "theirs"),
        [
            (OnConflict.KEEP, "Mien", None),
            (OnConflict.REPLACE, "Leur", None),
            (OnConflict.BOTH, "Mien", "Leur"),
        ],
    )
    def test_a_taken_name_is_decided(
        self, templates: Templates, tmp_path: Path, decision: OnConflict, mine: str, theirs: str | None
    ) -> None:
        gala = templates.save(Template(None, "Gala", "", "Mien"))
        path = self.file(tmp_path, Template(None, "GALA", "", "Leur"), Template(None, "Neuf", "", "x"))
        plan = templates.sharing.read(path)
        assert [conflict.ours for conflict in plan.conflicts] == [gala]
        done = templates.sharing.apply(plan, {"Gala": decision})
        assert templates.get("gala") == replace(gala, body=mine) if theirs is None else True
        names = {each.name: each.body for each in templates.list() if each.category == ""}
        assert names["Gala"] == mine
        assert names["Neuf"] == "x"
        assert names.get("GALA (2)") == theirs
        assert len(done.added) == 1 + (theirs is not None)
        assert len(templates.versions(gala.id)) == (decision is OnConflict.REPLACE)

    @pytest.mark.parametrize("path", ["missing.toml", "."])
    def test_a_file_that_cannot_be_read_is_told(
        self, templates: Templates, tmp_path: Path, path: str
    ) -> None:
        with pytest.raises(InputError, match="cannot be read"):
            templates.sharing.read(tmp_path / path)

    def test_a_folder_that_is_not_there_is_told(self, templates: Templates, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="cannot be written"):
            templates.sharing.export(tmp_path / "nowhere" / "m.toml", templates.list())


class TestWording:
    def test_a_fresh_profile_signs_nothing_and_has_the_usual_limits(
        self, database: Database, events: Events
    ) -> None:
        assert Wording(database, events).read() == WordingChoices((), PartLimits(3, 10))

    def test_choices_are_kept_and_found_by_name(
        self, database: Database, events: Events, heard: list[Changed]
    ) -> None:
        wording = Wording(database, events)
        kept = wording.keep(WordingChoices((Signature(" Service  scolaire ", "Écoles :"),), PartLimits(2, 4)))
        assert (
            kept
            == wording.read()
            == WordingChoices((Signature("Service scolaire", "Écoles : "),), PartLimits(2, 4))
        )
        assert wording.signature_named("SERVICE SCOLAIRE").prefix == "Écoles : "
        assert heard == [Changed(Topic.SETTINGS)]
        with pytest.raises(InputError, match="Service scolaire"):
            wording.signature_named("mairie")

    @pytest.mark.parametrize(
        ("choices", "said"),
        [
            (WordingChoices((Signature("", "x"),)), "needs a name"),
            (WordingChoices((Signature("x", " "),)), "needs a name"),
            (WordingChoices((Signature("x", "y" * 41),)), "too long"),
            (WordingChoices((Signature("x", "{nom}"),)), "brace"),
            (WordingChoices((Signature("x", "y"), Signature("X", "z"))), "two services named X"),
            (WordingChoices((), PartLimits(3, 11)), "1 to 10"),
            (WordingChoices((), PartLimits(0, 5)), "1 to 10"),
        ],
    )
    def test_what_makes_no_sense_changes_nothing(
        self, database: Database, events: Events, choices: WordingChoices, said: str
    ) -> None:
        wording = Wording(database, events)
        with pytest.raises(InputError, match=said):
            wording.keep(choices)
        assert wording.read() == WordingChoices()

    def test_no_service_yet(self, database: Database, events: Events) -> None:
        with pytest.raises(InputError, match="settings"):
            Wording(database, events).signature_named("x")

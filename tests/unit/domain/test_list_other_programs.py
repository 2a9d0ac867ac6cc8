"""Lists as other programs write them: HelloAsso, Google Forms, music schools, town halls, associations."""

from __future__ import annotations

import pytest
from list_reader import e164, family, groups, own, read, tel

from smsdesk.domain.class_lists import ClassList
from smsdesk.domain.sheets import MergedRange

HOUSE = "02 99 00 00 01"
HOUSE_E164 = "+33299000001"
SOPHIE, PAUL, LUC = "Sophie Martin", "Paul Durand", "Luc Petit"


def families(found: ClassList) -> dict[str, list[tuple[str, list[str]]]]:
    """The people by name; the phones of his own stand first, as those of nobody else."""
    return {draft.name: [("", own(draft)), *family(draft)] for draft in found.people}


BOTH = [("", []), (SOPHIE, [e164(1)]), (PAUL, [e164(2)])]
ONE = [("", []), (LUC, [e164(3)])]


class TestHelloAsso:
    HEADERS = (
        "Référence commande", "Date de la commande", "Nom adhérent", "Prénom adhérent", "Nom payeur", "Prénom payeur",
        "Email payeur", "Tarif", "Code Promo", "Téléphone", "Nom et prénom du responsable légal",
        "Téléphone du responsable légal", "Instrument",
    )  # fmt: skip

    def found(self, payer: str = "Sophie") -> ClassList:
        """A child, her brother in the same order, and an adult who pays for herself."""
        child = ("98123451", "02/09/2026 18:22", "Martin")
        paid = ("Martin", payer, "s@example.org", "Enfant", "RENTREE10", "", SOPHIE, tel(1))
        adult = (
            "98123507",
            "03/09/2026 09:10",
            "Roux",
            "Anne",
            "Roux",
            "Anne",
            "a@example.org",
            "Adulte",
            "",
            tel(2),
            "",
            "",
        )
        return read(self.HEADERS, (*child, "Léa", *paid, "Piano"), (*child, "Tom", *paid, "Violon"), (*adult, "Chant"))  # fmt: skip

    def test_the_moment_of_an_order_is_no_phone_and_its_number_not_one_childs(self) -> None:
        found = self.found()
        assert families(found) == {
            "Léa Martin": [("", []), (SOPHIE, [e164(1)])],
            "Tom Martin": [("", []), (SOPHIE, [e164(1)])],
            "Anne Roux": [("", [e164(2)])],
        }
        assert not found.doubts
        assert not found.rejected

    def test_whoever_pays_is_the_guardian_of_that_name_or_another_one(self) -> None:
        assert [link.guardian.email for link in self.found().people[0].guardians] == ["s@example.org"]
        assert family(self.found("Jeanne").people[0]) == [("Jeanne Martin", []), (SOPHIE, [e164(1)])]

    def test_a_code_of_a_discount_is_no_class(self) -> None:
        assert set(groups(self.found())) == {"Piano", "Violon", "Chant"}


@pytest.mark.parametrize(
    "question",
    [
        "Numéro de téléphone portable du parent 1 (pour être prévenu en cas d'absence)",
        "Sur quel numéro souhaitez-vous être prévenu en cas d'absence d'un professeur ou de fermeture ?",
    ],
)
def test_answers_of_a_form_with_the_moment_of_each(question: str) -> None:
    found = read(
        ["Horodateur", "Adresse e-mail", "Nom de l'enfant", "Prénom de l'enfant", "Nom et prénom du parent 1",
         question, "Téléphone du parent 2 (facultatif)",
         "Quel instrument souhaitez-vous pratiquer ?", "Acceptez-vous de recevoir des SMS de l'école ?"],
        ["02/09/2026 18:22:05", "s@example.org", "Martin", "Léa", "MARTIN Sophie", tel(1), "", "Piano", "Oui"],
        ["03/09/2026 07:02:51", "a@example.org", "Roux", "Max", "ROUX Anne", "639980003", tel(4), "Violon", "Oui"],
    )  # fmt: skip
    assert families(found) == {
        "Léa Martin": [("", []), ("Sophie MARTIN", [e164(1)])],
        "Max Roux": [("", []), ("Anne ROUX", [e164(3)]), ("Responsable de Max Roux", [e164(4)])],
    }
    assert not found.rejected


def test_several_enrolments_of_a_music_school_are_one_pupil() -> None:
    pupil = ["E12", "Martin", "Léa", SOPHIE, HOUSE, tel(1), PAUL, tel(2)]
    found = read(
        ["Code", "Nom", "Prénom", "Resp. légal 1", "Tél. dom. R1", "Portable R1", "Resp. légal 2", "Portable R2",
         "Discipline", "Professeur", "Jour", "Heure", "Durée", "Site"],
        [*pupil, "Piano", "ROUX Claire", "Mercredi", "14:00", "30", "Centre"],
        [*pupil, "Formation musicale", "KLEIN Marc", "Lundi", "17:30", "60", "Centre"],
    )  # fmt: skip
    assert families(found) == {"Léa Martin": [("", []), (SOPHIE, [HOUSE_E164, e164(1)]), (PAUL, [e164(2)])]}
    assert {name: teacher for name, (_, teacher) in groups(found).items()} == {
        "Piano": "Claire ROUX",
        "Formation musicale": "Marc KLEIN",
    }


def test_names_of_columns_from_a_database() -> None:
    found = read(
        ["ELEVE_ID", "ELEVE_NOM", "ELEVE_PRENOM", "ELEVE_DATNAIS", "RESP1_NOM", "RESP1_PRENOM", "RESP1_TELDOM",
         "RESP1_TELPORT", "RESP2_NOM", "RESP2_PRENOM", "RESP2_TELPORT", "CLASSE_LIB", "PROF_NOM"],
        ["12", "Martin", "Léa", "2014-03-12", "Martin", "Sophie", HOUSE, tel(1), "Durand", "Paul", tel(2), "Piano 1C2", "Roux"],
    )  # fmt: skip
    assert families(found) == {"Léa Martin": [("", []), (SOPHIE, [HOUSE_E164, e164(1)]), (PAUL, [e164(2)])]}
    assert {name: teacher for name, (_, teacher) in groups(found).items()} == {"Piano 1C2": "Roux"}


def test_tutors_in_one_cell_have_the_phones_of_the_cell_beside_it_in_their_order() -> None:
    found = read(
        ["Nom", "Prénom", "Tuteurs", "Mobile des tuteurs", "Instrument"],
        ["Martin", "Léa", f"{SOPHIE}, {PAUL}", f"{tel(1)}, {tel(2)}", "Piano"],
        ["Petit", "Zoé", LUC, tel(3), "Violon"],
    )
    assert families(found) == {"Léa Martin": BOTH, "Zoé Petit": ONE}


def test_the_head_of_a_file_of_a_family_is_a_guardian_and_no_number() -> None:
    found = read(
        ["Code famille", "Responsable du dossier", "Tel portable", "Conjoint", "Tel portable conjoint", "Enfant", "École", "Niveau"],
        ["F88", SOPHIE, tel(1), PAUL, tel(2), "Léa Martin", "Jules Ferry", "CM1"],
        ["F91", LUC, tel(3), "", "", "Zoé Petit", "Prévert", "CM2"],
    )  # fmt: skip
    assert families(found) == {"Léa Martin": BOTH, "Zoé Petit": ONE}


def test_phones_of_somebody_named_beside_them_are_not_the_residents_whatever_the_gender() -> None:
    found = read(
        ["Civilité", "Nom", "Prénom", "Tél. fixe", "Tél. portable", "Personne référente", "Tél. référent", "Médecin traitant", "Tél. médecin"],
        ["Mme", "Lebrun", "Odette", HOUSE, tel(7), "Fille - Marie Lebrun", tel(8), "Dr Noir", "02 99 00 00 09"],
    )  # fmt: skip
    assert own(found.people[0]) == [HOUSE_E164, e164(7)]
    assert [reject.cell for reject in found.rejected] == ["G", "I"]


@pytest.mark.parametrize("header", ["Personnes autorisées", "LEID", "N° RNA"])
def test_numbers_below_a_header_that_says_nothing_known_are_nobodys_phones(header: str) -> None:
    found = read(
        ["Nom", "Prénom", "Parent 1", "Téléphone parent 1", header],
        ["Martin", "Léa", SOPHIE, tel(1), "639980009"],
        ["Petit", "Zoé", LUC, tel(3), "639980008"],
    )
    assert families(found) == {"Léa Martin": [("", []), (SOPHIE, [e164(1)])], "Zoé Petit": ONE}
    assert [reject.cell for reject in found.rejected] == ["E2", "E3"]


@pytest.mark.parametrize("header", ["Autre numéro", "2ème", "Perso", "06", "Other", ""])
def test_below_a_header_that_only_counts_they_are_the_same_persons(header: str) -> None:
    rows = (["Martin", "Léa", tel(1), tel(2)], ["Petit", "Zoé", tel(3), tel(4)])
    found = read(["Nom", "Prénom", "Téléphone", header], *rows)
    assert [own(draft) for draft in found.people] == [[e164(1), e164(2)], [e164(3), e164(4)]]


def test_the_moment_of_a_consent_is_no_lesson_and_tags_are_several() -> None:
    found = read(
        ["Email Address", "First Name", "Last Name", "Phone Number", "TAGS", "OPTIN_TIME"],
        ["s@example.org", "Sophie", "Martin", tel(1), '"Chorale","Parents"', "2026-09-02 18:22:05"],
    )
    assert families(found) == {SOPHIE: [("", [e164(1)])]}
    assert set(groups(found)) == {"Chorale", "Parents"}
    assert not found.rejected


def test_players_below_the_name_of_their_desk() -> None:
    found = read(
        ["Harmonie municipale - saison 2026/2027"], [],
        ["Pupitre", "Musicien", "Coordonnées", "", "Instrument personnel (O/N)", "Orchestre junior (O/N)"], ["", "", "Tél.", "Mail", "", ""],
        ["Flûtes", "Martin Sophie", tel(1), "s@example.org", "O", "N"], ["", "Durand Léa", tel(2), "", "N", "O"],
        ["Clarinettes", "Petit Luc", tel(3), "", "O", "N"], ["", "Roux Anne", tel(4), "", "O", "N"],
        merged=[MergedRange(2, 2, 2, 3), MergedRange(4, 0, 5, 0), MergedRange(6, 0, 7, 0)],
    )  # fmt: skip
    assert {draft.name: (own(draft), draft.groups) for draft in found.people} == {
        SOPHIE: ([e164(1)], ("Flûtes",)), "Léa Durand": ([e164(2)], ("Flûtes", "Orchestre junior")),
        LUC: ([e164(3)], ("Clarinettes",)), "Anne Roux": ([e164(4)], ("Clarinettes",)),
    }  # fmt: skip


PARENTS = (
    ["Martin", "Léa", "CP", SOPHIE, tel(1), PAUL, tel(2)],
    ["Petit", "Zoé", "CP", LUC, tel(3), "Anne Petit", tel(4)],
)


@pytest.mark.parametrize(
    "headers",
    [
        [["Nom", "Prénom", "Classe", "Responsables légaux"], ["", "", "", "Mère", "", "Père", ""], ["", "", "", *["Nom", "Tél."] * 2]],
        [["Nom", "Prénom", "Classe", "", "", "", ""], ["", "", "", "Mère", "", "Père", ""], ["", "", "", *["Nom", "Tél."] * 2]],
        [["", "", "", "Responsables légaux"], ["", "", "", "Mère", "", "Père"], ["Nom", "Prénom", "Classe", *["Nom", "Tél."] * 2]],
    ],
    ids=["from the top", "without a word above the parents", "names below"],
)  # fmt: skip
def test_headers_in_three_rows(headers: list[list[str]]) -> None:
    found = read(*headers, *PARENTS)
    assert families(found) == {
        "Léa Martin": BOTH,
        "Zoé Petit": [("", []), (LUC, [e164(3)]), ("Anne Petit", [e164(4)])],
    }
    assert {draft.groups for draft in found.people} == {("CP",)}


def test_headers_in_three_merged_rows() -> None:
    headers = [["Nom", "Prénom", "Classe", "Responsables légaux"], ["", "", "", "Mère", "", "Père", ""], ["", "", "", *["Nom", "Tél."] * 2]]  # fmt: skip
    tall = [MergedRange(0, at, 2, at) for at in range(3)]
    found = read(
        *headers,
        *PARENTS,
        merged=[*tall, MergedRange(0, 3, 0, 6), MergedRange(1, 3, 1, 4), MergedRange(1, 5, 1, 6)],
    )
    assert families(found)["Léa Martin"] == BOTH


def test_a_class_written_above_the_headers_is_none_of_them() -> None:
    found = read(
        ["École Jules Ferry", "", "", "Classe", "CM2"],
        ["Nom", "Prénom", "Tél mère", "", ""],
        ["Martin", "Léa", tel(1), "", ""],
    )
    assert found.people[0].name == "Léa Martin"
    assert [column.header for column in found.sheets[0].columns][:3] == ["Nom", "Prénom", "Tél mère"]


def test_a_timetable_with_each_day_once_and_a_free_hour() -> None:
    found = read(
        ["Professeur : Claire ROUX - Piano - année 2026/2027"], [],
        ["Jour", "Heure", "Élève", "Tél. parents", "Niveau"],
        ["Lundi", "16h30", "Martin Léa", tel(1), "1C2"], ["", "17h00", "Petit Zoé", tel(3), "1C3"],
        ["Mercredi", "14h00", "Roux Max", tel(4), "2C1"], ["", "14h30", "(libre)", "", ""],
    )  # fmt: skip
    assert {draft.name: draft.groups for draft in found.people} == dict.fromkeys(
        ["Léa Martin", "Zoé Petit", "Max Roux"], ("Piano",)
    )
    (piano,) = found.groups
    assert piano.teacher
    assert piano.teacher.name == "Claire ROUX"
    hours = [(slot.weekday, f"{slot.start:%H:%M}") for slot in piano.slots]
    assert hours == [(0, "16:30"), (0, "17:00"), (2, "14:00")]


@pytest.mark.parametrize("title", ["CM2 de Mme Roux", "CM2 - Mme Roux", "CM2 Mme Roux"])
def test_a_class_called_after_its_teacher(title: str) -> None:
    found = read(
        [title, "", ""],
        ["Photo", "Élève", "Contact parents"],
        ["", "Léa MARTIN", f"Maman : {tel(1)}\nPapa : {tel(2)}"],
    )
    assert {name: teacher for name, (_, teacher) in groups(found).items()} == {"CM2": "Mme Roux"}
    assert family(found.people[0]) == [("Mère de Léa MARTIN", [e164(1)]), ("Père de Léa MARTIN", [e164(2)])]


def test_whoever_draws_the_allowance_is_the_parent_of_all_children_of_the_row() -> None:
    found = read(
        [
            "Allocataire",
            "N° allocataire",
            "Enfant 1",
            "Date naiss. 1",
            "Enfant 2",
            "Date naiss. 2",
            "Téléphone",
        ],
        [SOPHIE, "0612345", "Léa", "12/03/2014", "Tom", "01/05/2016", tel(1)],
        [LUC, "0698765", "Zoé", "09/09/2013", "", "", tel(3)],
    )
    assert families(found) == {
        "Léa Martin": [("", []), (SOPHIE, [e164(1)])], "Tom Martin": [("", []), (SOPHIE, [e164(1)])], "Zoé Petit": ONE,
    }  # fmt: skip
    assert not found.rejected


def test_contacts_by_priority_as_english_schools_have_them() -> None:
    found = read(
        ["Forename", "Legal surname", "DOB", "Priority 1 name", "Priority 1 mobile", "Priority 2 name", "Priority 2 mobile"],
        ["Emma", "Stone", "25/03/2014", "Mrs Anna Stone", "+44 7400 123456", "Mr Bob Stone", "+44 7400 123457"],
    )  # fmt: skip
    assert families(found) == {
        "Emma Stone": [("", []), ("Anna Stone", ["+447400123456"]), ("Bob Stone", ["+447400123457"])]
    }


def test_without_a_parent_the_phone_of_a_row_of_children_reaches_each_of_them() -> None:
    found = read(["Enfant 1", "Enfant 2", "Téléphone"], ["Martin Léa", "Martin Tom", tel(1)])
    assert {name: [numbers for _, numbers in told] for name, told in families(found).items()} == {
        "Léa Martin": [[], [e164(1)]], "Tom Martin": [[], [e164(1)]],
    }  # fmt: skip


def test_persons_to_warn_have_the_phones_beside_them() -> None:
    found = read(
        ["Nom", "Prénom", "Personne 1 à prévenir", "Tél.", "Personne 2 à prévenir", "Tél."],
        ["Martin", "Léa", f"{SOPHIE} (mère)", tel(1), f"{PAUL} (père)", tel(2)],
        ["Petit", "Zoé", f"{LUC} (père)", tel(3), "", ""],
    )
    assert families(found) == {"Léa Martin": BOTH, "Zoé Petit": ONE}


def test_a_parent_in_one_cell_with_phone_and_address() -> None:
    found = read(["Nom Prénom", "Père"], ["MARTIN Léa", "DURAND Paul\n06 39 98 00 02\np@example.org"])
    (link,) = found.people[0].guardians
    assert (link.relation, link.guardian.name, link.guardian.email) == (
        "père",
        "Paul DURAND",
        "p@example.org",
    )
    assert not found.rejected


def test_a_dash_between_the_halves_of_a_name_as_the_header_has_it() -> None:
    found = read(["Nom - Prénom", "Tél."], ["Martin - Léa", tel(1)], ["Petit-Roux Jean-Marc", tel(2)])
    assert [(draft.first_name, draft.last_name) for draft in found.people] == [
        ("Léa", "Martin"),
        ("Jean-Marc", "Petit-Roux"),
    ]


def test_volunteers_at_their_stands() -> None:
    found = read(["Stand", "Bénévole", "Tél"], ["Pêche", SOPHIE, tel(1)], ["Crêpes", LUC, tel(3)])
    assert families(found) == {SOPHIE: [("", [e164(1)])], LUC: [("", [e164(3)])]}

"""Files exactly as ONDE, SIECLE, Google Contacts and Outlook write them."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from .checking import Person, Truth
from .school import Adult, School
from .spelling import french
from .tables import Table, named_guardians


def _cut(text: str, separator: str) -> list[str]:
    return text.split(separator)


def _cut(text: str, separator: str) -> list[str]:
    return text.split(separator)


ONDE_PUPILS = _cut(
    "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;INE;Sexe;Adresse;CP;Commune;Pays;Etat;Cycle;Niveau;Libellé classe;"
    "Identifiant classe;Attestation fournie;Autorisation associations;Autorisation photo", ";")  # fmt: skip
ONDE_GUARDIANS = _cut(
    "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;Commune responsable;"
    "Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable",
    ";",
) + ["Nom d'usage enfant", "Nom de famille enfant", "Prénom enfant", "Classes enfants"] * 3  # fmt: skip
SIECLE = _cut(
    "Nom de famille;Nom d'usage;Prénom 1;Prénom 2;Prénom 3;Date de naissance;Sexe;INE;Division;Régime;Nom de famille repr. légal;"
    "Prénom repr. légal;Tél. maison repr. légal;Tél. portable repr. légal;Tél. travail repr. légal;Courriel repr. légal;"
    "Ligne 1 Adresse repr. légal;Code postal repr. légal;Commune repr. légal;Nom de famille autre repr. légal;Prénom autre repr. légal;"
    "Tél. maison autre repr. légal;Tél. portable autre repr. légal;Tél. travail autre repr. légal;Courriel autre repr. légal",
    ";",
)  # fmt: skip
GOOGLE = _cut(
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,"
    "Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,"
    "Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Website 1 - Label,Website 1 - Value",
    ",",
)  # fmt: skip
OLD_GOOGLE = _cut(
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,"
    "Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,"
    "Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Phone 2 - Type,Phone 2 - Value,Organization 1 - Type,Organization 1 - Name",
    ",",
)  # fmt: skip
OUTLOOK = _cut(
    "Title;First Name;Middle Name;Last Name;Suffix;Company;Department;Job Title;Business Street;Business City;Business Postal Code;"
    "Home Street;Home Street 2;Home City;Home State;Home Postal Code;Home Country/Region;Assistant's Phone;Business Fax;Business Phone;"
    "Business Phone 2;Callback;Car Phone;Company Main Phone;Home Fax;Home Phone;Home Phone 2;ISDN;Mobile Phone;Other Fax;Other Phone;"
    "Pager;Primary Phone;Radio Phone;TTY/TDD Phone;Telex;Account;Anniversary;Assistant's Name;Billing Information;Birthday;Categories;"
    "Children;Directory Server;E-mail Address;E-mail Type;E-mail Display Name;Gender;Government ID Number;Hobby;Initials;"
    "Internet Free Busy;Keywords;Language;Location;Manager's Name;Mileage;Notes;Office Location;Organizational ID Number;PO Box;Priority;"
    "Private;Profession;Referred By;Sensitivity;Spouse;User 1;User 2;Web Page",
    ";",
)  # fmt: skip
FRENCH_OUTLOOK = _cut(
    "Titre;Prénom;Deuxième prénom;Nom;Suffixe;Société;Service;Titre;Rue (bureau);Ville (bureau);Code postal (bureau);Rue (domicile);"
    "Ville (domicile);Dép/Région (domicile);Code postal (domicile);Pays/Région (domicile);Téléphone de l'assistant(e);Télécopie (bureau);"
    "Téléphone (bureau);Téléphone 2 (bureau);Rappel;Téléphone (voiture);Téléphone société;Télécopie (domicile);Téléphone (domicile);"
    "Téléphone 2 (domicile);RNIS;Tél. mobile;Télécopie (autre);Téléphone (autre);Récepteur de radiomessagerie;Téléphone principal;"
    "Radiotéléphone;Téléphone TDD/TTY;Télex;Adresse de messagerie;Type de messagerie;Nom complet de l'adresse de messagerie;Anniversaire;"
    "Anniversaire de mariage ou fête;Autre boîte postale;B.P. professionnelle;Boîte postale du domicile;Bureau;Catégories;"
    "Code gouvernement;Compte;Conjoint(e);Critère de diffusion;Disponibilité Internet;Emplacement;Enfants;Informations facturation;"
    "Initiales;Kilométrage;Langue;Mots clés;Nom de l'assistant(e);Notes;Page Web;Passe-temps;Priorité;Privé;Profession;Recommandé par;"
    "Responsable;Serveur d'annuaire;Sexe;Utilisateur 1;Utilisateur 2",
    ";",
)  # fmt: skip


def _put(headers: list[str], cells: dict[str, Any]) -> list[Any]:
    row: list[Any] = [""] * len(headers)
    for header, value in cells.items():
        row[headers.index(header)] = value
    return row


def onde_pupils(rng: random.Random, school: School) -> list[Table]:
    """ONDE's pupils have no phones: they are read together with the guardians, or named as a sheet without phones."""
    rows = [
        _put(ONDE_PUPILS, {"Nom élève": child.last.upper(), "Prénom élève": child.first, "Date naissance": f"{child.birth:%d/%m/%Y}",
                           "INE": child.ident, "Sexe": "F", "Niveau": child.classroom.split(maxsplit=1)[0], "Libellé classe": child.classroom,
                           "Identifiant classe": "1044", "Cycle": "CYCLE III", "Commune": "GRENOBLE", "CP": "38000"})
        for child in school.children
    ]  # fmt: skip
    people = [
        Person(c.first, c.last, groups=frozenset({c.classroom}), birth=c.birth, ident=c.ident)
        for c in school.children
    ]
    return [Table(list(ONDE_PUPILS), rows, Truth(tuple(people), shape="onde_pupils"), strict=True)]


def onde_guardians(rng: random.Random, school: School) -> list[Table]:
    """One row a parent, three times the same headers for the children."""
    rows, people = [], []
    for family in school.families:
        for adult in family[0].guardians:
            row: list[Any] = [
                adult.civility.upper(), adult.last.upper(), "AUTRENOM", adult.first, "1 rue X", "38000", "GRENOBLE", "FRANCE", adult.email,
                french(adult.landline) if adult.landline else "", "", french(adult.mobile),
            ]  # fmt: skip
            for child in family:
                row += ["", child.last.upper(), child.first, child.classroom]
            rows.append(row + [""] * (len(ONDE_GUARDIANS) - len(row)))
        people += [
            Person(c.first, c.last, groups=frozenset({c.classroom}), guardians=named_guardians(c))
            for c in family
        ]
    return [Table(list(ONDE_GUARDIANS), rows, Truth(tuple(people), shape="onde_guardians"), strict=True)]


def siecle(rng: random.Random, school: School) -> list[Table]:
    """Both legal guardians of each pupil; the rest of the columns in the order of the export."""
    rows = []
    for child in school.children:
        cells: dict[str, Any] = {
            "Nom de famille": child.last.upper(), "Prénom 1": child.first, "Prénom 2": "Marie", "Date de naissance": f"{child.birth:%d/%m/%Y}",
            "INE": child.ident, "Division": child.classroom, "Sexe": "F", "Régime": "DP DAN",
        }  # fmt: skip
        for word, adult in zip(("repr. légal", "autre repr. légal"), child.guardians, strict=False):
            cells |= {
                f"Nom de famille {word}": adult.last.upper(), f"Prénom {word}": adult.first, f"Courriel {word}": adult.email,
                f"Tél. portable {word}": french(adult.mobile), f"Tél. maison {word}": french(adult.landline) if adult.landline else "",
            }  # fmt: skip
        rows.append(_put(SIECLE, cells))
    people = [
        Person(
            c.first,
            c.last,
            groups=frozenset({c.classroom}),
            birth=c.birth,
            ident=c.ident,
            guardians=named_guardians(c),
        )
        for c in school.children
    ]
    return [Table(list(SIECLE), rows, Truth(tuple(people), shape="siecle"), strict=True)]


def google(rng: random.Random, school: School) -> list[Table]:
    """Google Contacts of today or of before: labels of a contact are groups, several phones in one cell stand apart by ":::"."""
    old = rng.random() < 0.5
    headers, first, last = (
        (OLD_GOOGLE, "Given Name", "Family Name") if old else (GOOGLE, "First Name", "Last Name")
    )
    labels = "Group Membership" if old else "Labels"
    kind = "Type" if old else "Label"
    rows, people = [], []
    for adult in _adults(school):
        group = rng.choice(("Chorale", "Parents 2026"))
        both = bool(adult.landline) and rng.random() < 0.5
        cells = {
            first: adult.first, last: adult.last, labels: rng.choice((f"{group} ::: * myContacts", f"* myContacts ::: {group}", group, f"* {group} ::: * starred")),
            f"Phone 1 - {kind}": "Mobile", "Phone 1 - Value": f"{adult.mobile} ::: {french(adult.landline)}" if both else adult.mobile,
            "E-mail 1 - Value": adult.email, f"E-mail 1 - {kind}": "* Home",
        }  # fmt: skip
        if adult.landline and not both:
            cells |= {"Phone 2 - Value": french(adult.landline), f"Phone 2 - {kind}": "Home"}
        if old:
            cells["Name"] = f"{adult.first} {adult.last}"
        rows.append(_put(headers, cells))
        people.append(
            Person(adult.first, adult.last, phones=frozenset(adult.phones), groups=frozenset({group}))
        )
    return [Table(list(headers), rows, Truth(tuple(people), shape="google"), strict=True)]


def outlook(rng: random.Random, school: School) -> list[Table]:
    """Outlook in English or French: a phone for every purpose, categories as groups."""
    english = rng.random() < 0.5
    names = {
        "first": "First Name", "last": "Last Name", "mobile": "Mobile Phone", "home": "Home Phone", "mail": "E-mail Address", "groups": "Categories",
    } if english else {
        "first": "Prénom", "last": "Nom", "mobile": "Tél. mobile", "home": "Téléphone (domicile)", "mail": "Adresse de messagerie", "groups": "Catégories",
    }  # fmt: skip
    headers = OUTLOOK if english else FRENCH_OUTLOOK
    rows, people = [], []
    for adult in _adults(school):
        cells = {
            names["first"]: adult.first, names["last"]: adult.last, names["mobile"]: french(adult.mobile),
            names["home"]: french(adult.landline) if adult.landline else "", names["mail"]: adult.email, names["groups"]: "Chorale",
        }  # fmt: skip
        if english:
            cells |= {
                "Sensitivity": "Normal",
                "Priority": "Normal",
                "Private": "False",
                "Gender": "Unspecified",
            }
        else:
            cells |= {"Sexe": "Non spécifié", "Priorité": "Normale", "Privé": "Faux"}
        rows.append(_put(headers, cells))
        people.append(
            Person(adult.first, adult.last, phones=frozenset(adult.phones), groups=frozenset({"Chorale"}))
        )
    return [Table(list(headers), rows, Truth(tuple(people), shape="outlook"), strict=True)]


def _adults(school: School) -> list[Adult]:
    return list({(a.first, a.last): a for child in school.children for a in child.guardians}.values())


def onde_both(rng: random.Random, school: School) -> tuple[Table, Table, Truth]:
    """The two files of ONDE, and what they tell together."""
    (pupils,), (guardians,) = onde_pupils(rng, school), onde_guardians(rng, school)
    known = {person.name: person for person in guardians.truth.people}
    people = tuple(
        replace(person, guardians=known[person.name].guardians)
        for person in pupils.truth.people
        if person.name in known
    )
    return pupils, guardians, Truth(people)

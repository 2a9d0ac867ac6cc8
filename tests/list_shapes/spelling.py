"""The ways in which lists write the same thing: headers, phones, names, dates, hours."""

from __future__ import annotations

import random
from datetime import date, datetime, time

from smsdesk.domain.folding import fold
from smsdesk.domain.sheets import Cell

LAST = (
    "Nom",
    "Nom de famille",
    "Nom élève",
    "Nom de l'élève",
    "Nom enfant",
    "Nom de l'enfant",
    "Patronyme",
    "Nom élv.",
    "NOM",
)
FIRST = (
    "Prénom",
    "Prénom élève",
    "Prénom de l'élève",
    "Prénom enfant",
    "Prénom de l'enfant",
    "Prén.",
    "Prénom usuel",
)
WHOLE = (
    "Élève",
    "Nom et prénom",
    "Nom Prénom",
    "NOM - Prénom",
    "Nom de l'élève",
    "Enfant",
    "Nom/Prénom",
    "Nom & prénom de l'enfant",
)
BIRTH = (
    "Né(e) le",
    "Date de naissance",
    "Date naiss.",
    "Naissance",
    "DDN",
    "Date de naiss.",
    "Né le",
    "D. de naissance",
    "Date nais.",
    "Naiss.",
)
CLASS = (
    "Classe",
    "Division",
    "Cl.",
    "Libellé classe",
    "Classe de l'élève",
    "Groupe",
    "Groupe classe",
    "Clas.",
    "Classe 2026-2027",
    "Lib. classe",
)
IDENT = (
    "INE",
    "Identifiant",
    "Matricule",
    "N° élève",
    "Identifiant élève",
    "Id. national",
    "N° INE",
    "Code élève",
)
NAMELESS = (  # what is said of a mother; a father is said by `of_father`
    "Tél. mère", "Tél mère", "Portable mère", "Port. maman", "Tel. m.", "N° mobile de la mère", "GSM maman", "Mobile mère",
    "Tél. portable de la mère", "TELMERE", "Tph. mère", "N° de tél. de la mère", "Téléphone (mère)", "Mère (tél.)",
    "Contact mère", "Tél. mob. mère", "Cell. maman", "Tél. Mme", "Portable Madame", "Num. mère", "Tél maman",
    "tel_mere", "TelMere", "Mère", "N° tél mère", "Mère : portable", "Tél. de la maman", "Numéro de la mère", "Tel m", "Port. m.",
    "Tél (M)", "N° port. mère",
)  # fmt: skip
OF_FATHER = {
    "mère": "père", "mere": "pere", "maman": "papa", "Mme": "M.", "Madame": "Monsieur", " m.": " p.", "MERE": "PERE",
    "Mere": "Pere", "de la": "du", "Mère": "Père", "Tel m": "Tel p", "(M)": "(P)",
}  # fmt: skip
GUARDIANS = (
    "Resp. {n}", "Responsable {n}", "Représentant légal {n}", "resp. légal {n}", "Parent {n}", "RL{n}", "R{n}", "Rep. légal {n}",
    "Repr. lég. {n}", "responsable légal n°{n}", "Resp{n}", "Tuteur {n}", "Adulte {n}", "Parent n° {n}", "Resp. lég. {n}",
    "responsable_{n}", "Resp.{n}", "P{n}", "{o} responsable", "Famille {n}",
)  # fmt: skip
ORDINALS = {1: "1er", 2: "2e"}
GUARDIAN_FIELDS = (
    "{f} {g}",
    "{g} - {f}",
    "{g} : {f}",
    "{g} ({f})",
    "{f} du {g}",
    "{g}_{f}",
    "{f} ({g})",
    "{f}_{g}",
)
MOBILE = (
    "Tél. portable",
    "Portable",
    "Mobile",
    "Tél.",
    "Téléphone",
    "Port.",
    "GSM",
    "N° de portable",
    "Tél. mob.",
    "Tél port",
    "Num. portable",
)
HOME = ("Tél. domicile", "Tél. fixe", "Fixe", "Tél. maison", "Domicile", "Tél. dom.")
EMAIL = ("Courriel", "E-mail", "Mail", "Adresse mail", "Email", "Mél", "Adresse électronique", "@")
USELESS = (
    ("Quotient familial", lambda n: 400 + 37 * n), ("Cantine", lambda n: ("oui", "non", "L M J V")[n % 3]), ("Photo", lambda n: ("OK", "")[n % 2]),
    ("Assurance", lambda n: "x"), ("Droit à l'image", lambda n: ("oui", "non")[n % 2]), ("Sexe", lambda n: "FM"[n % 2]),
    ("Régime", lambda n: "Demi-pensionnaire"), ("LV1", lambda n: "Anglais"), ("Bus", lambda n: ("Ligne 12", "")[n % 2]),
    ("Cotisation", lambda n: 120.5 + n), ("Payé le", lambda n: date(2026, 9, 1 + n % 28)), ("Taille", lambda n: 120 + n), ("", lambda n: ""),
    ("Médecin", lambda n: "Dr Vidal 01 99 00 55 55"), ("Personne à prévenir", lambda n: ""), ("Nb enfants", lambda n: 1 + n % 3),
    ("Date d'inscription", lambda n: "01/09/2026"), ("N° allocataire CAF", lambda n: str(1234567 + n)), ("Mode de garde", lambda n: "Garderie"),
)  # fmt: skip
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")


def scribbled(rng: random.Random, header: str) -> str:
    """A header as another hand would write it."""
    ways = [
        shortened(header), header.upper(), fold(header), fold(header).upper(), header.lower(), f" {header}  ", header.replace(" ", "\n", 1),
        header if ":" in header else f"{header} :", header, header,
    ]  # fmt: skip
    return rng.choice(ways)


def shortened(header: str) -> str:
    """A header without accents, its long words cut: "Prénom de l'élève" gives "pren. de l'eleve"."""
    words = (word if len(word) < 6 or not word.isalpha() else f"{word[:4]}." for word in fold(header).split())
    return " ".join(words)


def of_father(header: str) -> str:
    """The father's header for a mother's."""
    for mother, father in OF_FATHER.items():
        header = header.replace(mother, father)
    return header


def phone_spelled(rng: random.Random, e164: str) -> Cell:
    """A number as a list writes it, so that nobody could take it for another one."""
    if not e164:
        return ""
    if not e164.startswith("+33"):
        return _abroad(rng, e164)
    nine = e164[3:]
    pairs = ["0" + nine[0], *(nine[at : at + 2] for at in range(1, 9, 2))]
    ways: list[Cell] = [
        " ".join(pairs), ".".join(pairs), "-".join(pairs), "/".join(pairs), "".join(pairs), float(nine), int(nine), nine,
        f"+33{nine}", f"+33 {nine[0]} {' '.join(pairs[1:])}", f"0033{nine}", f"+33 (0){nine}", f"(+33) {nine}", f"33{nine}",
        f"{nine[0]}.{nine[1:]}E+08", f"{nine[0]},{nine[1:]}E+08", f"{nine}.0", f"33{nine}.0", "\u00a0".join(pairs), " ".join(pairs) + " (après 18h)",
        f"tél : {' '.join(pairs)}", f"O{''.join(pairs)[1:]}", f"{pairs[0]}{pairs[1][0]} {pairs[1][1]}{pairs[2]} {''.join(pairs[3:])}",
        " ".join(pairs) + " ", f"'{''.join(pairs)}", f"0 {nine}", f"tel:+33{nine}", f"(0){nine}", "_".join(pairs), float("33" + nine), "\u202f".join(pairs), "\u202a" + "".join(pairs) + "\u202c",
    ]  # fmt: skip
    return rng.choice(ways)


def _abroad(rng: random.Random, e164: str) -> Cell:
    ways: list[Cell] = [e164, f"{e164[:3]} {e164[3:]}", f"00{e164[1:]}"]
    for code in ("+262", "+590", "+594", "+596"):
        if e164.startswith(code) and not e164.startswith("+262639"):
            rest = e164[len(code) :]
            ways += [
                f"0{rest}",
                f"0{rest[:3]} {rest[3:5]} {rest[5:7]} {rest[7:]}",
                float(rest),
                f"{code} (0){rest}",
            ]
    return rng.choice(ways)


def name_spelled(rng: random.Random, first: str, last: str, way: int) -> str:
    """A whole name; ways 0 to 2 tell the halves apart, way 3 does not."""
    return (f"{last.upper()} {first}", f"{first} {last.upper()}", f"{last}, {first}", f"{last} {first}")[way]


def date_spelled(rng: random.Random, day: date) -> Cell:
    """A birth date as lists hold it."""
    ways: list[Cell] = [
        day, datetime.combine(day, time()), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%d-%m-%Y}", day.isoformat(),
        float((day - date(1899, 12, 30)).days), f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%y}", f"{day:%d/%m/%Y} 00:00", f"le {day:%d/%m/%Y}", f"{day:%d / %m / %Y}",
    ]  # fmt: skip
    return rng.choice(ways)


def hour_spelled(rng: random.Random, start: time) -> Cell:
    """An hour of the day as lists hold it."""
    ways: list[Cell] = [
        start, f"{start.hour}h{start.minute:02d}", f"{start.hour}:{start.minute:02d}", f"{start.hour} h {start.minute:02d}",
        (start.hour * 60 + start.minute) / 1440, f"{start.hour}H{start.minute:02d}-{start.hour + 1}H{start.minute:02d}", f"{start:%H:%M:%S}", f"de {start.hour}h{start.minute:02d} à {start.hour + 1}h",
        f"{start.hour}.{start.minute:02d}h" if start.minute else f"{start.hour}h",
    ]  # fmt: skip
    return rng.choice(ways)


def french(e164: str) -> str:
    """A French number in pairs; any other as it is."""
    if not e164.startswith("+33"):
        return e164
    nine = e164[3:]
    return " ".join(["0" + nine[0], *(nine[at : at + 2] for at in range(1, 9, 2))])

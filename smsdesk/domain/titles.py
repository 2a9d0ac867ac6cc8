"""Titles that name a class and its teacher: above the list, between two lists, a sheet's or file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from smsdesk.domain.folding import fold
from smsdesk.domain.names import PersonName, split_name, take_civility
from smsdesk.domain.people import GroupKind, WeeklySlot
from smsdesk.domain.weekly import with_hour_apart

_CLASS_WORD = re.compile(
    r"\b(classes?|cours|ateliers?|groupes?|instruments?|disciplines?|ensembles?|orchestres?|divisions?|niveaux?"
    r"|sections?|choeurs?|chœurs?|chorales?)\b\s*(?::|\bde\b\s+(?:la\b\s+|l['’])?|\bdu\b\s+|\bd['’]\s*|n[°o]\s*)?\s*"
    r"(\S.*)",
    re.IGNORECASE,
)
_TEACHER_WORD = re.compile(
    r"\b(?:professeure?s?|profs?\.?|enseignant(?:e|\(e\))?s?|intervenant(?:e|\(e\))?s?|teacher)\b\s*:?\s*(\S.*)",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:(?:petite|moyenne|grande) section|tps|ps|ms|gs|cp|ce[12]|cm[12]|ulis|segpa|upe2a)(?: ?[a-h])?\b"
    r"|[6543] ?(?:e|eme|ème)? ?[a-h]\b|[6543] ?(?:e|eme|ème)\b"
    r"|(?:seconde|premi[eè]re|terminale|2nde|1[eè]re|tle)\b(?! guerre)",
    re.IGNORECASE,
)
_DISCIPLINE = re.compile(
    r"(?:piano|clavecin|orgue|accord[ée]on|harpe|guitares?|violon|alto|violoncelle|contrebasse|fl[uû]te|hautbois"
    r"|clarinette|basson|saxo(?:phone)?|trompette|trombone|cor|tuba|euphonium|percussions?|batterie|basse|chant"
    r"|chorale|solf[eè]ge|formation musicale|fm|[ée]veil(?: musical)?|jardin musical|parcours d[ée]couverte"
    r"|musiques? actuelles?|musiques? anciennes?|jazz|danse|th[ée][âa]tre|arts? plastiques?)\b",
    re.IGNORECASE,
)
"""Of conservatoires; like a level of a school, such a title needs no word "classe"."""
_PUPILS_OF = re.compile(r"\b[ée]l[èe]ves\s+(?:de\s+(?:la\s+)?|du\s+|des\s+|en\s+)(\S.*)", re.IGNORECASE)
""" "Liste des élèves de la 6e 3"."""
_MOST_WORDS_OF_A_CLASS = 3
_REMEMBERED = 1_000
"""Names of classes, which stand in row after row."""
_BETWEEN = re.compile(r"\s+[-–—|/•]\s+|\s*[,;:(]\s*|\s*\)\s*")
_TAUGHT_BY = re.compile(
    r"(.+?)(?:\s+(?:de|avec|chez))?\s+((?:m\.?|mr|mme|mlle|monsieur|madame|mademoiselle)\s+\S.*)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"^(?:(?:ann[ée]e|saison|rentr[ée]e)\s*(?:scolaire)?\s*)?(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?$",
    re.IGNORECASE,
)
_KEEPS_ITS_WORD = {
    "ensemble": GroupKind.ENSEMBLE,
    "orchestre": GroupKind.ENSEMBLE,
    "choeur": GroupKind.ENSEMBLE,
    "chorale": GroupKind.ENSEMBLE,
    "atelier": GroupKind.COURSE,
    "groupe": GroupKind.CLASS,
}
"""Words that belong to the name itself: "Orchestre junior", "Groupe 3"."""
_COURSE_WORDS = frozenset({"cours", "instrument", "instruments", "discipline", "disciplines"})
_EMPTY_SHEET_NAMES = re.compile(
    r"(?:feuil(?:le)?|sheet|tabelle|hoja|table)?\s*\d*|liste?s?|donn[ée]es|export|data|[ée]l[èe]ves?|inscrits?",
    re.IGNORECASE,
)
_FILE_NOISE = re.compile(
    r"\(\d+\)|\b\d{4}[ _-]\d{2,4}\b|\b(?:copie|copy)(?: de| of)?\b|\s-\s*$", re.IGNORECASE
)
_WORDS_OF_FILES = re.compile(
    r"listes?|listing|exports?|extraction|fichiers?|[ée]l[eè]ves?|classes?|contacts?|parents?|responsables?|familles?"
    r"|coordonn[ée]es|t[ée]l[ée]phones?|pronote|siecle|onde|des?|du|la|les|d|l",
    re.IGNORECASE,
)
_SUMS = r"(?:sous[- ])?tota(?:l|ux)\b|effectifs?\b|nombre\b|nb\b|moyenne\b"
_SUM = re.compile(_SUMS, re.IGNORECASE)
_SPACE_OR_SUM = re.compile(rf"\n(?:\s|{_SUMS})", re.IGNORECASE)

_NOTE = re.compile(
    r"[*(•·→]|(?:nb|n\.b\.|note|remarque|l[ée]gende|page|p\.|document|[ée]dit[ée]|imprim[ée]|extrait|source|fin|attention|rappel"
    r"|mis[e]? [àa] jour|le secr[ée]tariat|merci|liste|date)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Title:
    """The class and the teacher that a title names; None where it names none."""

    group: str | None = None
    kind: GroupKind = GroupKind.CLASS
    teacher: PersonName | None = None
    slot: WeeklySlot | None = None
    """When the lesson is, for the name of a sheet or file: "Piano mercredi 14h"."""


def read_title(text: str) -> Title:
    """What a cell above a list says: only with the words for it, "Classe de piano - Mme Martin"."""
    match = _CLASS_WORD.search(text)
    teacher_match = _TEACHER_WORD.search(text)
    teacher = teacher_name(_BETWEEN.split(teacher_match[1])[0]) if teacher_match else None
    if not match:
        return _bare_class(text, teacher)
    parts = _parts(match[2])
    rest = [part for part in parts if not _YEAR.match(part)]
    if not rest or _TEACHER_WORD.match(rest[0]):
        return Title(teacher=teacher)
    teacher = teacher or next(filter(None, map(_teacher_of, rest[1:])), None)
    if _teacher_of(rest[0]) and len(rest) > 1:
        return Title(*_named(match[1], rest[1]), _teacher_of(rest[0]))
    if _teacher_of(rest[0]):
        return Title(_capital(match[0].split(" - ")[0].strip()), GroupKind.CLASS, _teacher_of(rest[0]))
    return Title(*_named(match[1], rest[0]), teacher)


def _parts(text: str) -> list[str]:
    """What stands between dashes, commas and brackets, a teacher apart from his class: "Piano Mme Roux"."""
    parts = (part.strip() for part in _BETWEEN.split(text))
    return [piece for part in parts if part for piece in _with_teacher(part)]


def _with_teacher(part: str) -> tuple[str, ...]:
    match = _TAUGHT_BY.fullmatch(part)
    return (match[1], match[2]) if match and is_class_name(match[1]) else (part,)


def _bare_class(text: str, teacher: PersonName | None) -> Title:
    """A title that begins with a level or a discipline: "6e B", "Violoncelle - M. Nguyen"."""
    pupils = _PUPILS_OF.search(text)
    parts = _parts(pupils[1] if pupils else text)
    named = next(filter(is_class_name, parts), "") if teacher else "".join(parts[:1])
    name = named if len(named.split()) <= _MOST_WORDS_OF_A_CLASS else ""
    course = bool(_DISCIPLINE.match(name))
    if not course and not _LEVEL.match(name):
        return Title(teacher=teacher)
    teacher = teacher or next(filter(None, map(_teacher_of, parts[1:])), None)
    return Title(_capital(name), GroupKind.COURSE if course else GroupKind.CLASS, teacher)


def read_section(text: str) -> Title:
    """What a line alone between two lists says: "Piano - Mme Martin", "Classe : CM2 A", "6e B"."""
    title = read_title(text)
    if title.group or title.teacher:
        return title
    parts = _parts(text)
    teacher = next(filter(None, map(_teacher_of, parts)), None)
    named = [part for part in parts if not _teacher_of(part) and not _YEAR.match(part)]
    return (
        Title(_capital(named[0]), GroupKind.COURSE if teacher else GroupKind.CLASS, teacher)
        if named
        else Title(teacher=teacher)
    )


def teacher_name(text: str) -> PersonName | None:
    """A teacher as a list writes him; None for an empty text. "Mme Martin" keeps its civility."""
    text = text.strip(" :-–")
    return split_name(text) if text and any(c.isalpha() for c in text) else None


@lru_cache(_REMEMBERED)
def teacher_in(group: str) -> PersonName | None:
    """The teacher that the name of a class ends with: "Piano (Mme Roux)", "Violon - M. Leroy"."""
    parts = _parts(group)
    return _teacher_of(parts[-1]) if len(parts) > 1 else None


def sheet_title(name: str) -> Title:
    """The class, and perhaps the teacher, that a sheet's name is; nothing for "Feuil1" and the like."""
    text = " ".join(name.replace("_", " ").split())
    if not text or _EMPTY_SHEET_NAMES.fullmatch(text):
        return Title()
    text, slot = with_hour_apart(text)
    title = read_title(text)
    return replace(title if title.group else _taught_title(text) or Title(_capital(text)), slot=slot)


def file_title(stem: str) -> Title:
    """The class that a file's name tells of, and its weekly hour."""
    text, slot = with_hour_apart(stem.replace("_", " "))
    return Title(file_group(text), slot=slot)


def _taught_title(text: str) -> Title | None:
    """ "M. Garnier (violoncelle)", "Mme Roux - Piano": what stands beside the teacher; None without one."""
    parts = _parts(text)
    teacher = next(filter(None, map(_teacher_of, parts)), None)
    if teacher is None:
        return None
    named = next((part for part in parts if not _teacher_of(part) and not _YEAR.match(part)), "")
    course = bool(_DISCIPLINE.match(named))
    return Title(_capital(named or text), GroupKind.COURSE if course else GroupKind.CLASS, teacher)


def file_group(stem: str) -> str:
    """The class that a file's name tells of, or the name itself made readable."""
    text = " ".join(_FILE_NOISE.sub(" ", stem.replace("_", " ")).split()).strip(" -–")
    text = text or " ".join(stem.replace("_", " ").split())
    parts = [part for part in map(str.strip, _BETWEEN.split(text)) if is_class_name(part)]
    if len(parts) == 1:
        return _capital(parts[0])
    words = [word for word in re.split(r"[\s\-–]+", text) if not _WORDS_OF_FILES.fullmatch(word)]
    if len(words) > 1 and all(map(_LEVEL.fullmatch, words)) and "-".join(words) in text:
        return "-".join(words)
    if is_class_name(" ".join(words)):
        return _capital(" ".join(words))
    return read_title(text).group or _capital(text)


def is_class_name(text: str) -> bool:
    """Whether a text is a level of a school or a discipline of a conservatoire: "CE1 B", "6e A", "Violon"."""
    short = len(text.split()) <= _MOST_WORDS_OF_A_CLASS
    return short and bool(_LEVEL.match(text) or _DISCIPLINE.match(text))


def is_sum(text: str) -> bool:
    """Whether a line counts people instead of naming one: "Total : 25 élèves"."""
    return bool(_SUM.match(text))


def begin_with_names(texts: Sequence[object]) -> bool:
    """A quick yes for a block of texts none of which begins like a sum, or with a space."""
    try:
        return _SPACE_OR_SUM.search("\n".join(["", *texts])) is None  # type: ignore[list-item]
    except TypeError:
        return False


def is_note(text: str) -> bool:
    """Whether a line alone below or between lists is a remark: "* garde alternée", "Page 2", "NB : ..."."""
    return bool(_NOTE.match(text)) or (text[:1].islower() and len(text.split()) > _MOST_WORDS_OF_A_CLASS)


def _teacher_of(part: str) -> PersonName | None:
    match = _TEACHER_WORD.match(part)
    if match:
        return teacher_name(match[1])
    return split_name(part) if take_civility(part)[0] else None


def _named(word: str, rest: str) -> tuple[str, GroupKind]:
    key = fold(word)
    kind = _KEEPS_ITS_WORD.get(key.removesuffix("s"))
    if kind:
        return _capital(f"{word} {rest}"), kind
    return _capital(rest), GroupKind.COURSE if key in _COURSE_WORDS else GroupKind.CLASS


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

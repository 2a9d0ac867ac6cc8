"""What the header of a column says, in French or English, abbreviated or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from smsdesk.domain import header_words as known
from smsdesk.domain.class_lists import GUARDIAN, PAYER, TEACHER, Meaning
from smsdesk.domain.names import words_key
from smsdesk.domain.people import ContactKind, GroupKind

LONGEST_HEADER = 60
"""Characters; a longer cell is a sentence, not a header."""

_M = Meaning
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_YEARS = re.compile(r"\b\d\d\s*[-/–]\s*\d\d\b|\b(?:19|20)\d\d(?:\s*[-/–]\s*(?:(?:19|20)?\d\d))?\b")
""" "Classe 2026-2027" is a class all the same."""
_NUMBERED_GUARDIAN = re.compile(
    r"\b(?:[rp]|res|rep|pare?|adu|adult?e?|fami|famille?|foyer|tute?|priority)(?= (?:n )?[1-4]\b)"
    r"|\brep(?= leg)"
)
""""Tél R1", "Nom P2", "Adulte 1", "Famille 2"."""
_GLUED = re.compile(
    r"\b(tel|telephone|portable|port|mobile|mob|gsm|e?mail|courriel|nom|prenom|civilite|adresse|date|lib|libelle|code)"
    r"(pere|mere|papa|maman|resp|responsable|parent|tuteur|tutrice|rl|eleve|enfant|portable|port|mobile|domicile"
    r"|dom|maison|travail|bureau|pro|fixe|naiss|naissance|classe|division|postal|m|p)s?\b"
)
"""Column names of a database, without a space: "TELMERE", "NOMELEVE"."""
_LATER_FIRST = re.compile(
    r"\bprenoms? (?:[2-4]|secondaires?)\b"
    r"|\b(?:autres?|deuxieme|second|troisieme|[2-4](?: e(?:me)?)?) prenoms?\b"
)
"""A second first name: "Prénom 2"; but "Prénom enfant 2" is another child's."""
_NUMBERED_CHILD = re.compile(r"\b(?:enfant|eleve|child|student|pupil) (?:n )?[1-9]\b")
_WHO = r"(?:responsables?|resp|rl|representants?|repr|legale?|leg|tuteur|tutrice|parents?|guardians?|carer)"
_GUARDIAN_NUMBER = re.compile(
    rf"\b{_WHO} (?:n |no |numero )?([1-4])\b|\b([1-4]) (?:er|re|ere|e|eme|st|nd|rd) (?:\w+ )?{_WHO}\b"
)
"""Of several numbers the one beside the guardian is his: "Tél. 1 responsable 2"."""
_PHONE_NUMBERED = re.compile(
    r"\b(?:tel|telephone|portable|port|mobile|mob|phone|mail|courriel|email) (?:n )?[1-4]\b"
)
_MAY_BE_SEVERAL = re.compile(r"(?<=[^\W\d_]{3})\([sS]\)")
""" "Enfant(s)" are children."""
_ITS_OWN_NUMBER = re.compile(r"^\s*\d{1,2}\s*[.):\-]\s+(?=\D)")
"""Of the column itself: "2. Prénom"."""
_LONGEST_QUESTION = 200
"""Characters of a header that are looked at."""
_REMARK = re.compile(r"\([^()]*\)")
"""What a question of a form goes on with: "Téléphone (pour être prévenu d'une absence)"."""
_YES_OR_NO = re.compile(r"\s*\(?\b(?:o ?/ ?n|oui ?/ ?non|y ?/ ?n|yes ?/ ?no)\b\)?", re.IGNORECASE)
_LIST_OF_TEACHERS = re.compile(
    r"(?:(?:liste|annuaire|coordonnees|contacts?|telephones?|equipe) (?:des? )?(?:nos )?)?"
    r"(?:professeurs|profs|enseignante?s|intervenante?s)\b(?!.*\b(?:m|mr|mme|mlle|monsieur|madame)\b)"
)
_GRAND, _IN_LAW = frozenset({"grand", "grands"}), frozenset({"belle", "beau", "step"})
_REMEMBERED = 5_000
"""Words that are kept: the cells of a list come back."""
_FEWEST_LETTERS = 4
"""Of a shortened word; fewer could be anything."""
_SLIP_LETTERS = 7
"""A word with a slip of the finger; shorter ones are names of people as well."""
_SLIP = 0.87
"""How alike it has to be, from 0 to 1."""


@dataclass(frozen=True)
class Reading:
    """What a header says. `owner` None leaves open whose column it is; `child` names the pupil himself."""

    meaning: Meaning
    owner: str | None = None
    child: bool = False
    label: str = ""
    group_kind: GroupKind = GroupKind.CLASS
    last_first: bool | None = None


@lru_cache(_REMEMBERED)
def read_header(text: str) -> Reading | None:
    """Understand one header; None when it says nothing known."""
    if len(text) > LONGEST_HEADER:
        text = _REMARK.sub(" ", text[:_LONGEST_QUESTION])
    if not text or len(text) > LONGEST_HEADER or "@" in text or _is_value(text):
        return None
    key = header_key(text)
    words = _words(key)
    owner = _owner(words, key)
    meaning = _meaning(words, key)
    child = owner is None and meaning is not _M.RELATION and bool(words & known.CHILD or kind_named(text))
    if meaning is None:
        meaning = _bare(owner, child)
    if meaning is None:
        return None
    if owner == TEACHER and meaning in {_M.LAST_NAME, _M.FULL_NAME, _M.CONTACT, _M.CLASS}:
        of_a_class = meaning is _M.CLASS and not _words(key.partition(" ")[0]) & known.TEACHER
        meaning = _M.CLASS if of_a_class else _M.TEACHER
    if meaning is _M.CLASS or meaning is _M.LEVEL:
        owner = None
    return Reading(meaning, owner, child, _label(words, meaning), _group_kind(words), _last_first(key))


def kind_named(text: str) -> ContactKind | None:
    """What the people of a list are, when a header, title or file name says it: "Agents", "Riverains"."""
    words = _words(words_key(text))
    if words & (known.PHONE | known.EMAIL | known.ADDRESS):
        words -= known.PERSONAL
    return next((kind for kind, said in known.PERSON.items() if words & said), None)


def names_organisation(text: str) -> bool:
    """Whether what stands below a header is called as a whole: "Nom de l'association"."""
    return bool(_words(header_key(text)) & known.ORGANISATION)


def lists_teachers(text: str) -> bool:
    """Whether a title, sheet or file is called "Liste des enseignants", "Profs 2026"."""
    return ":" not in text and bool(_LIST_OF_TEACHERS.match(words_key(text)))


def names_instrument(text: str) -> bool:
    """Whether a header says that a column holds what is taught by one teacher: "UV instrument"."""
    return bool(_words(header_key(text)) & known.INSTRUMENT)


def names_several(text: str) -> bool:
    """Whether a header says that a cell names the children of a family: "Enfants"."""
    return bool(_words(header_key(text)) & known.CHILDREN)


def names_parents(text: str) -> bool:
    """Whether a header says that a cell names the parents, not one of them: "Tuteurs"."""
    return bool(_words(header_key(text)) & known.BOTH_PARENTS)


def names_a_number(text: str) -> bool:
    """Whether a header only tells one phone from another: "Autre numéro", "Perso", "06"."""
    return _words(header_key(text)) <= known.A_FURTHER_ONE | known.NUMBER


def names_ensemble(text: str) -> bool:
    """Whether a header is called after an orchestra or a choir."""
    return bool(_words(header_key(text)) & known.CLASS[GroupKind.ENSEMBLE])


def without_question(text: str) -> str:
    """A header without the answers that it allows: "Chorale (O/N)" is one of the chorus."""
    return _YES_OR_NO.sub("", text)


def says_whose(text: str) -> bool:
    """Whether a cell of an upper header row names a person: "Responsable 1", "Mère", "Élève"."""
    words = _words(header_key(text))
    said = words & (known.GUARDIAN | known.TEACHER | known.CHILD)
    return bool(said) and not words & known.ABOVE and len(text) <= LONGEST_HEADER


@lru_cache(_REMEMBERED)
def header_key(text: str) -> str:
    """The words of a header, folded, parted where they are glued and written out where they are shortened."""
    text = _MAY_BE_SEVERAL.sub("s", _ITS_OWN_NUMBER.sub("", text))
    parted = _GLUED.sub(r"\1 \2", words_key(_YEARS.sub(" ", _CAMEL.sub(" ", text))))
    whole = " ".join(map(_written_out, parted.split()))
    return _NUMBERED_GUARDIAN.sub("responsable", whole)


@lru_cache(_REMEMBERED)
def _written_out(word: str) -> str:
    if len(word) < _FEWEST_LETTERS or word in known.ALL:
        return known.SHORTENED.get(word, word)
    starting = [whole for whole in known.WRITTEN_OUT if whole.startswith(word)]
    if not starting and len(word) >= _SLIP_LETTERS:
        starting = get_close_matches(word, known.WRITTEN_OUT, 1, _SLIP)
    return starting[0] if len(starting) == 1 else word


def _is_value(text: str) -> bool:
    """A title such as "Classe : Piano", or a cell with a number in it."""
    before, colon, after = text.partition(":")
    titled = _words(words_key(before)) & known.TITLED if colon and after.strip() else ()
    return bool(titled) or sum(c.isdigit() for c in _YEARS.sub("", text)) > 3


def _owner(words: frozenset[str], key: str) -> str | None:
    said = words & known.GUARDIAN
    if words & known.TITLES and words & (known.PHONE | known.EMAIL):
        return _guardian(words, key)
    if said and not (said == {"legal"} and words & known.ENGLISH_NAMES):
        return _guardian(words, key)
    if words & known.TEACHER and not key.startswith(("classe", "cours")):
        return TEACHER
    return None


def _guardian(words: frozenset[str], key: str) -> str:
    number = _GUARDIAN_NUMBER.search(key)
    if number:
        return f"{GUARDIAN} {number[1] or number[2]}"
    relation = relation_named(words)
    if relation:
        return f"{GUARDIAN} {relation}"
    if words & known.PAYER:
        return PAYER
    alone = [word for word in words if word in "1234"]
    if len(alone) == 1 and not _PHONE_NUMBERED.search(key):
        return f"{GUARDIAN} {alone[0]}"
    return f"{GUARDIAN} 2" if words & known.SECOND else GUARDIAN


def relation_named(words: frozenset[str]) -> str:
    """Whose mother or father's a header is: "mère", "grand-père"; "" when it is anybody's or both their."""
    mother, father = words & known.MOTHER, words & known.FATHER
    if bool(mother) == bool(father):
        return ""
    further = (
        "grand-"
        if words & _GRAND
        else "belle-"
        if words & _IN_LAW and mother
        else "beau-"
        if words & _IN_LAW
        else ""
    )
    return further + ("mère" if mother else "père")


def _bare(owner: str | None, child: bool) -> Meaning | None:
    if owner == TEACHER:
        return _M.TEACHER
    if owner is not None:
        return _M.PERSON
    return _M.FULL_NAME if child else None


def _meaning(words: frozenset[str], key: str) -> Meaning | None:  # noqa: PLR0911  # a table in order
    if _of_no_use(words):
        return _M.IGNORED
    if words & known.EMAIL or key in {"e", "adresse e"}:
        return _M.EMAIL
    agreement = _agreement(words, key)
    if agreement is not None:
        return agreement
    if words & known.PHONE:
        return _M.PHONE
    birth = words & known.BIRTH or any(phrase in key for phrase in known.BIRTH_PHRASES)
    if (birth or key in known.BIRTH_ALONE) and not words & known.LAST:
        return _M.IGNORED if words & known.BIRTH_PLACE else _M.BIRTH_DATE
    if _identifies(words) or ((words & known.NUMBER | words & {"code"}) and words & known.CHILD):
        return _M.IGNORED if words & known.OF_A_CLASS else _M.EXTERNAL_ID
    return (None if _of_a_group(words) else _name(words, key)) or _other(words, key)


def _identifies(words: frozenset[str]) -> bool:
    """Whether a header names a number; "Responsable du dossier" names a person."""
    said = words & known.IDENTIFIER
    return bool(said) and not (said == known.FILE and words & known.GUARDIAN and not words & known.NUMBER)


def _agreement(words: frozenset[str], key: str) -> Meaning | None:
    """Whether a header asks who wants messages ("SMS autorisés"), or who does not ("Désinscrit")."""
    objects = words & known.OBJECTS or any(phrase in key for phrase in known.OBJECTION_PHRASES)
    if objects and words <= known.OBJECTS | known.OF_MESSAGES | known.ABOUT:
        return _M.REFUSES if words & (known.OBJECTS | known.OF_MESSAGES) or "opt out" in key else None
    if (words & known.AGREES and "sms" in words) or key in known.AGREE_ALONE:
        return _M.RECEIVES
    return None


def _of_no_use(words: frozenset[str]) -> bool:
    """Whether a header tells of what no message needs: a doctor, the kind of a phone, the school."""
    kind = words & known.KINDS_OF and words & (known.PHONE | known.EMAIL | known.ADDRESS) - {"voie"}
    school = words & known.SCHOOL and words & known.ANY_NAME
    return bool(words & known.NEVER or kind or school or words >= known.DISCOUNT)


def _of_a_group(words: frozenset[str]) -> bool:
    """Whether a name is that of a class: "Nom du groupe", "Class name"."""
    return not words & known.CHILD and any(words & said for said in known.CLASS.values())


def _name(words: frozenset[str], key: str) -> Meaning | None:  # a table in order
    if words & known.CIVILITY:
        return _M.CIVILITY
    first = words & known.FIRST or "first name" in key
    last = words & known.LAST or "last name" in key or "family name" in key
    if any(phrase in key for phrase in known.FULL_PHRASES) or (first and last):
        return _M.FULL_NAME
    if first:
        later = _LATER_FIRST.search(key) and not words & known.GUARDIAN and not _NUMBERED_CHILD.search(key)
        return _M.IGNORED if later else _M.FIRST_NAME
    if last and words & known.AT_BIRTH:
        return _M.BIRTH_NAME
    if last:
        return _M.USUAL_NAME if words & known.USUAL else _M.LAST_NAME
    return _M.FULL_NAME if "name" in words and len(words) <= 2 else None


def _other(words: frozenset[str], key: str) -> Meaning | None:  # a table in order
    first, last = key.partition(" ")[0], key.rpartition(" ")[2]
    if words & known.END and words & known.TIME:
        return _M.END_TIME
    for said, meaning in ((known.DAY, _M.DAY), (known.TIME, _M.TIME), (known.ROOM, _M.ROOM)):
        if first in said or (last in said & known.ENGLISH_HOURS):  # "Jour du cours", "Lesson day"
            return meaning
    if any(words & said for said in known.CLASS.values()):
        return _M.CLASS
    for said, meaning in (
        (known.LEVEL, _M.LEVEL),
        (known.DAY, _M.DAY),
        (known.END, _M.END_TIME),
        (known.TIME, _M.TIME),
        (known.POSTCODE, _M.POSTCODE),
        (known.CITY, _M.CITY),
        (known.ADDRESS, _M.ADDRESS),
        (known.ROOM, _M.ROOM),
        (known.NOTES, _M.NOTES),
        (known.RELATION, _M.RELATION),
        (known.CONTACT, _M.CONTACT),
    ):
        if words & said:
            return meaning
    return _M.NUMBER if words and words <= known.NUMBER | {"de", "1", "2"} else None


def _label(words: frozenset[str], meaning: Meaning) -> str:
    kind = next((label for label in known.PHONE_LABELS if label in words), "")
    return kind if meaning is _M.PHONE else (meaning is _M.CONTACT and kind) or relation_named(words)


def _group_kind(words: frozenset[str]) -> GroupKind:
    return next((kind for kind, said in known.CLASS.items() if words & said), GroupKind.CLASS)


def _last_first(key: str) -> bool | None:
    first, last = key.find("prenom"), re.search(r"\bnom", key)
    return last.start() < first if first >= 0 and last else None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())

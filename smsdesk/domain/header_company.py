"""Headers that only others explain: "Tel. m." beside "Tel. p.", "Contact 1" beside "Nom contact 1"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smsdesk.domain import header_words as known
from smsdesk.domain.class_lists import Meaning
from smsdesk.domain.column_content import Content
from smsdesk.domain.headers import header_key, read_header

_M = Meaning

_PERSONAL = known.PHONE | known.EMAIL | known.FIRST | known.LAST
_MOTHER_AND_FATHER = {"m": "mère", "p": "père"}
_MADAM_AND_SIR = {"mme": "mère", "madame": "mère", "m": "père", "mr": "père", "monsieur": "père"}
_PLACES = frozenset("dftb")
"""Domicile, fixe, travail, bureau: with them "m" and "p" are kinds of phones as well."""
_NUMBERED_CONTACT = re.compile(r"\bcontact n? ?([1-4])\b")
_CONTACT_ALONE = frozenset({"contact", "personne", "a", "contacter", "nom", "du", "de"})
_OF_A_PARENT = frozenset(
    {_M.LAST_NAME, _M.USUAL_NAME, _M.FIRST_NAME, _M.FULL_NAME, _M.CIVILITY, _M.PHONE, _M.EMAIL, _M.NUMBER}
)
_CHILDS_NAMES = ([_M.FULL_NAME], [_M.LAST_NAME], sorted([_M.LAST_NAME, _M.FIRST_NAME]))
"""All that a list of parents says of whom it names beside them."""
_RANKS = frozenset({"prioritaire", "principal", "principale", "priorite", "secondaire"})
"""Words beside the number of a phone that add nothing to it."""
_OTHERS = known.URGENT | frozenset(
    {
        "medecin", "doctor", "nounou", "nourrice", "maternelle", "voisin", "voisine", "taxi", "employeur",
        "employer",
    }
)  # fmt: skip
"""People who are no guardians, and get no messages."""
_ANOTHERS = "prevenir"
"""Written into the header of a phone that is theirs."""
_FEWEST_LETTERS = 5
"""Of a word that tells whose a phone is; shorter ones tell nothing ("tel dom")."""


def clarified(headers: Sequence[str], contents: Sequence[Content]) -> list[str]:
    """The headers as they would be written out; `contents` are what stands below them."""
    headers = _with_relations(
        _of_parents(_of_strangers(_urgent_alone(headers), contents), contents), contents
    )
    keys = [header_key(header) for header in headers]
    marks = [_mark(key) for key in keys]
    meant = _meant(keys, marks, contents)
    parents = any(
        _NUMBERED_CONTACT.search(key) and (set(key.split()) & known.LAST or content.names)
        for key, content in zip(keys, contents, strict=True)
    )
    keys = [_NUMBERED_CONTACT.sub(r"responsable \1", key) if parents else key for key in keys]
    numbered = _numbered_guardians(keys)
    clear = list(headers)
    for at, key in enumerate(keys):
        if marks[at] in meant:
            clear[at] = " ".join(meant[word] if word == marks[at] else word for word in key.split())
        elif (number := _lone_number(key)) in numbered:
            clear[at] = f"{key} responsable {number}".replace(f" {number} ", " ", 1)
        elif parents and key != header_key(headers[at]):
            clear[at] = key
    return clear


def _of_parents(headers: Sequence[str], contents: Sequence[Content]) -> Sequence[str]:
    """Names beside a column "Enfants" are those of a parent, and so are the phones: nobody else is named."""
    readings = [read_header(header) for header in headers]
    told = [reading for reading in readings if reading is not None]
    children = [at for at, reading in enumerate(readings) if reading and reading.child]
    named = [reading.meaning for reading in told if reading.child]
    if sorted(named) not in _CHILDS_NAMES or not contents[children[0]].children:
        return headers
    if any(reading.owner for reading in told):
        return headers
    if not _is_whole({reading.meaning for reading in told if not reading.child}):
        return headers
    return [
        f"{header} responsable"
        if reading and reading.meaning in _OF_A_PARENT and not reading.child
        else header
        for header, reading in zip(headers, readings, strict=True)
    ]


def _is_whole(meanings: set[Meaning]) -> bool:
    return _M.FULL_NAME in meanings or {_M.LAST_NAME, _M.FIRST_NAME} <= meanings


def _with_relations(headers: Sequence[str], contents: Sequence[Content]) -> Sequence[str]:
    """ "Contact" beside "Lien de parenté" is the guardian's name."""
    keys = [set(header_key(header).split()) for header in headers]
    related = {at for at, words in enumerate(keys) if words & known.RELATION}
    return [
        f"{header} responsable"
        if words and words <= _CONTACT_ALONE and {at - 1, at + 1} & related and contents[at].names
        else header
        for at, (header, words) in enumerate(zip(headers, keys, strict=True))
    ]


def _urgent_alone(headers: Sequence[str]) -> Sequence[str]:
    """A phone for emergencies is a guardian's where the list has no other."""
    keys = [header_key(header) for header in headers]
    urgent = [bool(known.URGENT.intersection(key.split())) for key in keys]
    urgent = [is_urgent or _follows(keys, at, known.URGENT) for at, is_urgent in enumerate(urgent)]
    others = (key for key, is_urgent in zip(keys, urgent, strict=True) if not is_urgent)
    if any(known.PHONE.intersection(key.split()) for key in others):
        return headers
    return [
        " ".join("responsable" if word in known.URGENT else word for word in key.split())
        if known.URGENT.intersection(key.split())
        else f"{header} responsable {_number_in(keys[at - 1])}".strip()
        if is_urgent
        else header
        for at, (header, key, is_urgent) in enumerate(zip(headers, keys, urgent, strict=True))
    ]


def _number_in(key: str) -> str:
    """Which of several people a header is about: "Personne 2 à prévenir"."""
    return next((word for word in key.split() if word in {"1", "2", "3", "4"}), "")


def _of_strangers(headers: Sequence[str], contents: Sequence[Content]) -> Sequence[str]:
    """ "Propriétaire" and "Tél. propriétaire", "Nounou" and "Tél." beside it: no phones of the row."""
    keys = [header_key(header) for header in headers]
    named = [
        set(key.split())
        for key, content in zip(keys, contents, strict=True)
        if not (_reached(key) or content.answers)
    ]
    if not any(words & (known.ANY_NAME | known.CHILD | known.FIRST) for words in named):
        return headers
    strangers = [words for words in named if not words & known.ALL]
    theirs = [
        _reached(key) and (_named_in(key, strangers) or _follows(keys, at, _OTHERS))
        for at, key in enumerate(keys)
    ]
    if all(of_them for key, of_them in zip(keys, theirs, strict=True) if known.PHONE & set(key.split())):
        return headers  # nobody would be reached: the heads of an association
    return [
        f"{header} {_ANOTHERS}" if of_them else header
        for header, of_them in zip(headers, theirs, strict=True)
    ]


def _reached(key: str) -> bool:
    return bool((known.PHONE | known.EMAIL).intersection(key.split()))


def _named_in(key: str, strangers: Sequence[set[str]]) -> bool:
    """Whether the words of a phone's header that say nothing known are those of a column of its own."""
    unknown = {_stem(word) for word in key.split() if word not in known.ALL and len(word) >= _FEWEST_LETTERS}
    return bool(unknown) and any(unknown <= set(map(_stem, words)) for words in strangers)


def _stem(word: str) -> str:
    """A word without its gender and number: "référente", "référents"."""
    return word.rstrip("s").removesuffix("e")


def _follows(keys: Sequence[str], at: int, people: frozenset[str]) -> bool:
    """Whether a column says "Tél." and no more, right behind one that names somebody of these."""
    words = set(keys[at].split())
    bare = bool(words) and words <= known.PHONE | known.EMAIL | known.NUMBER
    return bare and at > 0 and not _reached(keys[at - 1]) and bool(people.intersection(keys[at - 1].split()))


def _numbered_guardians(keys: Sequence[str]) -> set[str]:
    """The numbers of guardians who have names but no phones of their own: "Responsable 1"."""
    told = [set(key.split()) for key in keys]
    guardians = [words for words in told if words & known.GUARDIAN]
    reached = [words for words in guardians if words & (known.PHONE | known.EMAIL)]
    return set() if reached else {number for number in "12" if any(number in words for words in guardians)}


def _lone_number(key: str) -> str:
    """The number of "Tél 1", "Portable n° 2", "Mail 1", which say nothing else."""
    words = key.split()
    said = set(words) - known.NUMBER - _RANKS - {"1", "2"}
    numbers = [word for word in words if word in {"1", "2"}]
    return numbers[0] if len(numbers) == 1 and said and said <= known.PHONE | known.EMAIL else ""


def _mark(key: str) -> str:
    """The lone letter, or "mme", that stands beside a word for a phone, a name or an address."""
    words = key.split()
    if not 2 <= len(words) <= 4 or not _PERSONAL.intersection(words):
        return ""
    return next((word for word in words if word in _MADAM_AND_SIR or word == "p" or word in _PLACES), "")


def _meant(keys: Sequence[str], marks: Sequence[str], contents: Sequence[Content]) -> dict[str, str]:
    present = {mark for mark, key in zip(marks, keys, strict=True) if known.PHONE.intersection(key.split())}
    if "m" in present and present & {"mme", "madame"}:
        return _MADAM_AND_SIR
    if not {"m", "p"} <= present or present & _PLACES:
        return {}
    house = any(mark == "m" and contents[at].landlines for at, mark in enumerate(marks))
    return {} if house else _MOTHER_AND_FATHER

"""What the header of a column says, in French or English, abbreviated or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from smsdesk.domain.class_lists import GUARDIAN, TEACHER, Meaning
from smsdesk.domain.names import words_key
from smsdesk.domain.people import ContactKind, GroupKind

LONGEST_HEADER = 60
"""Characters; a longer cell is a sentence, not a header."""

_M = Meaning
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")

_NUMBERED_GUARDIAN = re.compile(r"\b[rp] (?=[1-4]\b)")
""""Tél R1", "Nom P2"."""
_GLUED = re.compile(
    r"\b(tel|telephone|portable|port|mobile|gsm|e?mail|courriel|nom|prenom|civilite|adresse|date|lib|libelle|code)"
    r"(pere|mere|papa|maman|resp|responsable|parent|tuteur|tutrice|rl|eleve|enfant|portable|port|mobile|domicile"
    r"|dom|maison|travail|bureau|pro|fixe|naiss|naissance|classe|division|postal)s?\b"
)
"""Column names of a database, without a space: "TELMERE", "NOMELEVE"."""

_LIST_OF_TEACHERS = re.compile(
    r"(?:(?:liste|annuaire|coordonnees|contacts?|telephones?|equipe) (?:des? )?(?:nos )?)?"
    r"(?:professeurs|profs|enseignante?s|intervenante?s)\b(?!.*\b(?:m|mr|mme|mlle|monsieur|madame)\b)"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GUARDIAN = _words(
    "responsable responsables resp rl representant representants repr legal legale legaux tuteur "
    "tutrice parent parents guardian guardians mere maman mother mum mom pere papa father dad payeur "
    "payeuse conjoint beau belle"
)
_MOTHER = _words("mere maman mother mum mom")
_FATHER = _words("pere papa father dad")
_SECOND = _words("autre second seconde deuxieme other conjoint")
_TEACHER = _words(
    "professeur professeurs prof profs enseignant enseignante enseignants teacher intervenant maitre"
)
_PERSON = {
    ContactKind.STAFF: _words("agent agents salarie salaries personnel employe employes staff"),
    ContactKind.RESIDENT: _words(
        "habitant habitants resident residents riverain riverains administre administres usager usagers "
        "abonne abonnes foyer foyers locataire locataires"
    ),
    ContactKind.PUPIL: _words(
        "adherent adherents membre membres inscrit inscrits participant participants stagiaire"
    ),
}
"""Words for the person of a row who is no pupil of a class."""
_PERSONAL = _words("personnel personnels")
"""With a phone no member of staff: "Tél. personnel" is anybody's own."""
_CHILD = _words("eleve eleves enfant enfants pupil pupils student students child children apprenant elv")
_NEVER = _words(
    "fax urgence medecin assistant pager telex tty isdn callback radio referred manager hobby web "
    "website url photo image sexe genre gender regime company organization organisation societe "
    "profession csp nationalite initials phonetic yomi middle additional nickname surnom suffix "
    "keyword billing jeune allergie allergies"
)
_KINDS_OF = _words("type label libelle")

_EMAIL = _words("mail mails email emails mel courriel courriels electronique messagerie")
_PHONE = _words(
    "tel tels telephone telephones phone phones portable portables mobile mobiles gsm cell cellulaire "
    "cellphone port tph fixe whatsapp sms telportable teldomicile telmobile"
)
_AGREES = _words(
    "accepte accord autorise autorisation envoi recevoir reception recoit consentement ok opt avis"
)
_NUMBER = _words("numero num n no number numeros nr")
_BIRTH = _words("naissance naiss ddn dob birthday birthdate birth anniversaire nele")
_BIRTH_PHRASES = ("ne le", "nee le", "ne e le", "d d n", "date de nais", "date nais")
_BIRTH_PLACE = _words("lieu pays departement commune ville place country code")
_IDENTIFIER = _words("ine matricule identifiant id uid dossier reference ref licence")
_OF_A_CLASS = _words("classe class etablissement ecole famille foyer division groupe school rne uai")
_LATER_FIRST = re.compile(
    r"\bprenoms? (?:[2-4]|secondaires?)\b"
    r"|\b(?:autres?|deuxieme|second|troisieme|[2-4](?: e(?:me)?)?) prenoms?\b"
)
"""A second first name: "Prénom 2"; but "Prénom enfant 2" is another child's."""
_FIRST = _words("prenom prenoms forename firstname given")
_LAST = _words("nom noms surname lastname patronyme")
_USUAL = _words("usage usuel usuelle marital epouse")
_AT_BIRTH = _words("naissance birth maiden patronymique")
_CIVILITY = _words("civilite civ title titre prefix")
_CLASS = {
    GroupKind.CLASS: _words("classe classes cl division divisions class groupe groupes group groups section"),
    GroupKind.COURSE: _words(
        "cours course courses discipline disciplines instrument instruments atelier ateliers activite "
        "activites pratique pratiques matiere specialite enseignement"
    ),
    GroupKind.ENSEMBLE: _words("ensemble ensembles orchestre orchestres chorale"),
    GroupKind.SERVICE: _words("service services equipe equipes secteur secteurs quartier quartiers tournee"),
    GroupKind.FREE: _words("membership categories labels liste tags"),
}
_LEVEL = _words("niveau niveaux cycle degre cursus level grade")
_DAY = _words("jour jours day weekday")
_TIME = _words("heure heures horaire horaires creneau creneaux time start debut hour")
_END = _words("fin end")
_ROOM = _words("salle room lieu local")
_ADDRESS = _words("adresse adresses address rue street voie")
_POSTCODE = _words("cp postal postcode zip")
_CITY = _words("ville commune city localite town")
_NOTES = _words(
    "note notes remarque remarques observation observations commentaire commentaires comments info infos"
)
_RELATION = _words("lien parente relation relationship qualite")
_CONTACT = _words("contact contacts coordonnees coordonnee joindre joignable domicile maison travail bureau")
_PHONE_LABELS = (
    "portable", "mobile", "gsm", "domicile", "maison", "fixe", "travail", "bureau", "pro", "home", "work",
    "business",
)  # fmt: skip
_TITLED = _TEACHER | _CLASS[GroupKind.CLASS] | _CLASS[GroupKind.COURSE] | _words("annee ecole date saison")
"""Words before the colon of a title ("Classe : Piano"); other colons are part of a header."""
BESIDE_PHONES = (
    _PHONE | _MOTHER | _FATHER | _words("domicile maison travail bureau perso personnel grand soir")
)
"""Words that stand beside a phone without being a name."""
_FULL_PHRASES = (
    "nom complet",
    "full name",
    "display name",
    "nom affiche",
    "identite",
    "file as",
    "nom prenom",
)


@dataclass(frozen=True)
class Reading:
    """What a header says. `owner` None leaves open whose column it is; `child` names the pupil himself."""

    meaning: Meaning
    owner: str | None = None
    child: bool = False
    label: str = ""
    group_kind: GroupKind = GroupKind.CLASS
    last_first: bool | None = None


def read_header(text: str) -> Reading | None:
    """Understand one header; None when it says nothing known."""
    if not text or len(text) > LONGEST_HEADER or "@" in text or _is_value(text):
        return None
    key = _key(text)
    words = _words(key)
    owner = _owner(words, key)
    child = owner is None and bool(words & _CHILD or kind_named(text))
    meaning = _meaning(words, key)
    if meaning is None:
        meaning = _bare(owner, child)
    if meaning is None:
        return None
    if owner == TEACHER and meaning in {_M.LAST_NAME, _M.FULL_NAME, _M.CONTACT, _M.CLASS}:
        meaning = _M.CLASS if meaning is _M.CLASS else _M.TEACHER
    if meaning is _M.CLASS or meaning is _M.LEVEL:
        owner = None
    return Reading(meaning, owner, child, _label(words, meaning), _group_kind(words), _last_first(key))


def kind_named(text: str) -> ContactKind | None:
    """What the people of a list are, when a header, title or file name says it: "Agents", "Riverains"."""
    words = _words(words_key(text))
    if words & (_PHONE | _EMAIL | _ADDRESS):
        words -= _PERSONAL
    return next((kind for kind, known in _PERSON.items() if words & known), None)


def lists_teachers(text: str) -> bool:
    """Whether a title, sheet or file is called "Liste des enseignants", "Profs 2026"."""
    return ":" not in text and bool(_LIST_OF_TEACHERS.match(words_key(text)))


def says_whose(text: str) -> bool:
    """Whether a cell of an upper header row names a person: "Responsable 1", "Mère", "Élève"."""
    words = _words(_key(text))
    return bool(words & (_GUARDIAN | _TEACHER | _CHILD)) and len(text) <= LONGEST_HEADER


def _key(text: str) -> str:
    parted = _GLUED.sub(r"\1 \2", words_key(_CAMEL.sub(" ", text)))
    return _NUMBERED_GUARDIAN.sub("responsable ", parted)


def _is_value(text: str) -> bool:
    """A title such as "Classe : Piano", or a cell with a number in it."""
    before, colon, after = text.partition(":")
    titled = _words(words_key(before)) & _TITLED if colon and after.strip() else ()
    return bool(titled) or sum(c.isdigit() for c in text) > 3


def _owner(words: frozenset[str], key: str) -> str | None:
    if words & _GUARDIAN:
        return _guardian(words)
    if words & _TEACHER and not key.startswith(("classe", "cours")):
        return TEACHER
    return None


def _guardian(words: frozenset[str]) -> str:
    number = next((word for word in sorted(words) if word in "1234"), "")
    if number:
        return f"{GUARDIAN} {number}"
    if words & _MOTHER and not words & _FATHER:
        return f"{GUARDIAN} mère"
    if words & _FATHER and not words & _MOTHER:
        return f"{GUARDIAN} père"
    return f"{GUARDIAN} 2" if words & _SECOND else GUARDIAN


def _bare(owner: str | None, child: bool) -> Meaning | None:
    if owner == TEACHER:
        return _M.TEACHER
    if owner is not None:
        return _M.PERSON
    return _M.FULL_NAME if child else None


def _meaning(words: frozenset[str], key: str) -> Meaning | None:  # noqa: PLR0911  # a table in order
    if words & _NEVER or (words & _KINDS_OF and words & (_PHONE | _EMAIL | _ADDRESS)):
        return _M.IGNORED
    if words & _EMAIL or key in {"e", "adresse e"}:
        return _M.EMAIL
    if words & _AGREES and "sms" in words:
        return _M.RECEIVES
    if words & _PHONE:
        return _M.PHONE
    birth = words & _BIRTH or any(phrase in key for phrase in _BIRTH_PHRASES)
    if birth and not words & _LAST:
        return _M.IGNORED if words & _BIRTH_PLACE else _M.BIRTH_DATE
    if words & _IDENTIFIER or ((words & _NUMBER | words & {"code"}) and words & _CHILD):
        return _M.IGNORED if words & _OF_A_CLASS else _M.EXTERNAL_ID
    return _name(words, key) or _other(words)


def _name(words: frozenset[str], key: str) -> Meaning | None:  # a table in order
    if words & _CIVILITY:
        return _M.CIVILITY
    first = words & _FIRST or "first name" in key
    last = words & _LAST or "last name" in key or "family name" in key
    if any(phrase in key for phrase in _FULL_PHRASES) or (first and last):
        return _M.FULL_NAME
    if first:
        return _M.IGNORED if _LATER_FIRST.search(key) and not words & _GUARDIAN else _M.FIRST_NAME
    if last and words & _AT_BIRTH:
        return _M.BIRTH_NAME
    if last:
        return _M.USUAL_NAME if words & _USUAL else _M.LAST_NAME
    return _M.FULL_NAME if "name" in words and len(words) <= 2 else None


def _other(words: frozenset[str]) -> Meaning | None:  # a table in order
    if any(words & known for known in _CLASS.values()):
        return _M.CLASS
    for known, meaning in (
        (_LEVEL, _M.LEVEL),
        (_DAY, _M.DAY),
        (_END, _M.END_TIME),
        (_TIME, _M.TIME),
        (_POSTCODE, _M.POSTCODE),
        (_CITY, _M.CITY),
        (_ADDRESS, _M.ADDRESS),
        (_ROOM, _M.ROOM),
        (_NOTES, _M.NOTES),
        (_RELATION, _M.RELATION),
        (_CONTACT, _M.CONTACT),
    ):
        if words & known:
            return meaning
    return _M.NUMBER if words and words <= _NUMBER | {"de", "1", "2"} else None


def _label(words: frozenset[str], meaning: Meaning) -> str:
    if meaning is _M.PHONE:
        return next((label for label in _PHONE_LABELS if label in words), "")
    if words & _MOTHER and not words & _FATHER:
        return "mère"
    return "père" if words & _FATHER and not words & _MOTHER else ""


def _group_kind(words: frozenset[str]) -> GroupKind:
    return next((kind for kind, known in _CLASS.items() if words & known), GroupKind.CLASS)


def _last_first(key: str) -> bool | None:
    first, last = key.find("prenom"), re.search(r"\bnom", key)
    return last.start() < first if first >= 0 and last else None

"""Reading STOP and its kin: tolerant of how people write it, deaf to every other use of the same words.

A text is taken for an order when it says nothing else: one order or several, and words of politeness. An
order beside other words is only a hint that a person should look at. English keywords are those of the CTIA's
messaging principles (STOP, UNSUBSCRIBE...); the French ones are those that families write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.spelling import letters_apart
from smsdesk.domain.stop_hints import wants_none

LONGEST_ORDER = 200
"""Characters: whoever writes more has something else to say as well."""

LONGEST_READ = 2_000
"""Characters that are looked at: no order stands behind so many."""


class StopKind(StrEnum):
    """What a text asks for."""

    STOP = "stop"
    START = "start"
    MAYBE_STOP = "maybe_stop"
    NONE = "none"


@dataclass(frozen=True)
class StopReading:
    """What was read; `purpose` is the only kind of SMS that is meant ("STOP PUB"), None is all of them."""

    kind: StopKind
    purpose: Purpose | None = None


_NOTHING = StopReading(StopKind.NONE)

_POLITE = (
    r"bonjour|bonsoir|salut|coucou|hello|s ?il (?:vous|te) plait|s ?v ?p|s ?t ?p|merci(?: beaucoup"
    r"| d avance| bien)?"
    r"|beaucoup|cordialement|bien a vous|bonne (?:journee|soiree)|madame|monsieur|please|thanks|ok|d accord"
    r"|par avance|veuillez|priere de|je (?:vous|te) prie|immediatement|maintenant|tout de suite"
    r"|definitivement|(?:envoye|envoyee) (?:de|depuis) mon \w+"
)
"""What a telephone or politeness adds to an order."""

_SMS = (
    r"(?:(?:de |d |des |du |vos |votre |les |le |ces |ce |cet |cette |l |aux? |a |mes |tous |toutes |tout "
    r"|la |autres? |aucun ){0,4}(?:sms|textos?|mess?ages?|msgs?|notifications?|notifs?|alertes? sms|envois?)"
    r"(?: sms| texto| de votre part| de l ecole| du conservatoire| de la mairie| a ce numero| sur ce numero"
    r"| sur mon (?:portable|telephone|tel|numero))*)"
)
_ADVERTISING = (
    r"(?:(?:de |d |des |du |vos |votre |la |les |aux? |a |l ){0,4}"
    r"(?:pubs?|publicites?|promos?|promotions?|reclames?|demarchages?|spams?)(?: sms| par sms)?)"
)
_LIST = r"(?:de |des )(?:votre|vos|cette|la|ces) listes?(?: de diffusion| d envoi| d envois| sms| de sms)?"
_OUR_LIST = (
    r"(?:de |des )(?:(?:votre|vos) (?:listes?|fichiers?|contacts|base)|(?:cette|la|ces) listes? "
    r"(?:de diffusion|d envois?|sms|de sms))(?: de diffusion| d envois?| sms| de sms)?"
)
_ME = r"(?: ?-?(?:moi|nous|me|m|mon numero|ce numero|mon telephone|mon tel|mon portable|mon nom))?"
_WANT = (
    r"(?:(?:je|j|nous|on) )?(?:(?:ne |n )?(?:veux|voulons|souhaite|souhaitons|desire|desirons|voudrais"
    r"|aimerais|souhaiterais|demande a|demande de|demande) )"
)
_WRITE = r"(?:envoyer|envoye|envoyez|envoie|ecrire|ecrivez|contacter|contactez|solliciter|texter|adresser)"

_STOP_WORDS = (
    r"sto+p+e?|s t o p|stop ?all|stop ?tout|stop+e[zr] tout|stopper|stoppez|stopez|arr?et+s?|arr?et+ez"
    r"|arr?et+er|unsubscribe"
    r"|unsub|un subscribe|desinscription|desinscrire|desinscris|desabonnement|desabonner|desabonne"
    r"|desinscrivez|desabonnez|opt ?out"
)
_SIGN_OFF = rf"(?:desinscri(?:vez|s|re)|desabonne[zr]?){_ME}"
_BACK = r"(?:a nouveau|de nouveau|nouveau|encore)"

_SHORT_ORDERS = (
    _STOP_WORDS,
    r"stop (?:au )?(?:\d ?){4,11}\d",
    r"stop (?:infos?|tout)",
    rf"(?:plus|plus jamais|plus aucun) {_SMS}",
    _SIGN_OFF,
    r"(?:de )?(?:me|nous) (?:desinscrire|desabonner)",
)
"""Orders when they stand alone; among other words they may mean anything."""

_STOP_SENTENCES = (
    rf"(?:de |d )?(?:stop(?:per|pez)?|arr?et+(?:ez|er)?|cessez|cesser|fin|desinscription|desabonnement"
    rf"|unsubscribe) {_SMS}",
    rf"(?:de |d )?(?:arr?et+(?:ez|er|e)|cesse[zr]?|stop(?:pez|per)?) (?:de |d )?(?:me |m |nous )?"
    rf"(?:envoyer|ecrire|contacter|solliciter)(?: {_SMS})?",
    rf"(?:ne |n )(?:me |m |nous )?{_WRITE} plus(?: jamais)?(?: {_SMS})?",
    rf"(?:me |m |nous ){_WRITE} plus {_SMS}",
    rf"(?:de |d )?ne plus (?:jamais )?(?:me |m |nous )?{_WRITE}(?: {_SMS})?",
    rf"(?:(?:je|nous|on) )?(?:ne |n )(?:veux|voulons|veut|souhaite|souhaitons) plus {_SMS}",
    rf"(?:de |pour )?ne (?:plus|pas) (?:jamais )?(?:recevoir|avoir) {_SMS}",
    rf"{_WANT}(?:plus|pas) (?:jamais )?(?:recevoir|avoir|etre destinataire) {_SMS}",
    rf"{_WANT}ne plus (?:jamais )?(?:recevoir|avoir) {_SMS}",
    rf"(?:{_WANT}|de )?(?:me |m |nous |se )?(?:desinscrire|desabonner|retirer|supprimer|enlever) "
    rf"(?:{_OUR_LIST}|{_SMS})",
    rf"{_WANT}(?:me |m |nous )(?:desabonner)",
    rf"{_SIGN_OFF} (?:{_SMS}|{_OUR_LIST})",
    rf"(?:retire[zr]?|supprime[zr]?|enleve[zr]?|raye[zr]?|efface[zr]?|sortez){_ME} (?:{_OUR_LIST}|{_SMS})",
    r"(?:de |d )?(?:supprime[zr]?|efface[zr]?|retire[zr]?|enleve[zr]?) "
    r"(?:mon|ce|notre) (?:numero|telephone|tel|portable)"
    rf"(?: (?:{_OUR_LIST}|{_SMS}))?",
    rf"(?:de |d )?(?:stopper|arr?et+er|cesser|arr?et+ez|cessez) (?:de |d |l )?(?:envois?|envoi) {_SMS}",
    rf"(?:{_WANT}|de )?ne plus etre (?:contacte|sollicite|derange)e?s?(?: par sms)?",
    r"stop (?:texting|messaging|contacting) (?:me|us)",
)
_ADVERTISING_ORDERS = (
    rf"(?:stop(?:pez)?|arr?et+(?:ez|er)?|plus|plus jamais|desinscription|fin) {_ADVERTISING}",
    rf"{_WANT}(?:plus|pas) (?:recevoir )?{_ADVERTISING}",
    rf"(?:ne |n )(?:me |m |nous )?{_WRITE} plus {_ADVERTISING}",
)
_START_ORDERS = (
    r"start|restart|re start|unstop|un stop|reprise|reprendre|reprenez|reactiver|reactivez|reabonnement"
    r"|reabonner|reabonnez(?: moi| nous)?|opt ?in",
    rf"(?:start|reprise|reprendre|reprenez|reactive[zr]?|reactivation|reinscription|reabonnement) {_SMS}",
    rf"(?:de )?(?:reprendre|reactiver|renvoyer) {_SMS}",
    r"(?:annule[zr]?|annulation|oubliez) (?:du |de |le |mon |l )*(?:stop|arret|desinscription|desabonnement)",
    rf"{_WANT}(?:bien )?(?:{_BACK} )?recevoir (?:{_BACK} )?{_SMS}(?: {_BACK})?",
    rf"(?:renvoyez|envoyez){_ME} {_BACK} {_SMS}",
    rf"(?:me |m )?(?:reinscrire|reabonner) {_SMS}",
    r"(?:reabonne[zr]|reinscrivez) ?(?:moi|nous)? (?:aux |a vos )sms",
)


def _any_of(orders: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?:{order})(?= |$)") for order in orders)


_POLITE_WORDS = re.compile(rf"(?:{_POLITE})(?= |$)")
_STOPS = _any_of((*_SHORT_ORDERS, *_STOP_SENTENCES))
_PUBS, _STARTS = map(_any_of, (_ADVERTISING_ORDERS, _START_ORDERS))

_NEAR_STOP = frozenset(
    {"sotp", "stpo", "tsop", "dtop", "srop", "stip", "stiop", "st0p", "stol", "stoo", "stops"}
)
"""Slips of the thumb; "stp" and "top" are words of their own."""
_LONG_WORDS = ("desinscription", "desabonnement", "desinscrire", "unsubscribe", "desabonner")
_SLIPS = 2
"""Letters that may be wrong in words as long as these."""

_NOT_AN_ORDER = re.compile(
    r"\b(?:non stop|auto ?stop|stop motion|stop and go|pit stop|panneaux? stop|feux? stop|ping stop)\b"
    r"|\b(?:repond(?:ez|re)|envoye[zr]|tape[zr]|ecri(?:re|t|vez)|faire) (?:le mot )?(?:stop|arret)\b"
    r"|\b(?:je|j|on|il|elle|ils|elles|vous) n (?:envoie|envoient|envoyez|ecris|ecrit|ecrivez)\b"
    r"|\bpas (?:\w+ )?(?:stopper|arreter|desinscrire|desabonner|me desinscrire|me desabonner)\b"
)
"""The words without their meaning: quoted, denied, or part of another word."""

_HINTS = tuple(
    re.compile(rf"(?:^|(?<= ))(?:{order})(?= |$)")
    for order in (
        *_STOP_SENTENCES,
        *_ADVERTISING_ORDERS,
        rf"{_SIGN_OFF}$",
        r"desinscri(?:vez|re)\w* .{0,40}\bsms",
    )
)
_FIRST_WORD = re.compile(
    r"stop+(?! (?:aux?|a la|a l|le|la|les|bus|tram|metro|ou|covid|and|motion) )(?: \w+){1,5}$"
)
"""STOP in front of a few more words, unless they tell what else should stop ("stop au retard")."""
_LAST_WORD = re.compile(
    r"\b(?:mais|dit|redit|repete|donc|alors|oui|et|deja|fois|encore|c est|pour|demande|moi|non|sms)"
    r" (?:un )?stop+$"
)
_SHOUTED = re.compile(r"(?:^|[^\w-])STOP(?![\w-])")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_NOW = re.compile(rf"(?:^|(?<= ))ne (?:me |m |nous )?{_WRITE} pas {_SMS}$")
_OF_THE_LIST = re.compile(
    rf"(?:^|(?<= ))(?:retire[zr]?|supprime[zr]?|enleve[zr]?|desinscri(?:vez|re)|sortez){_ME} {_LIST}(?= |$)"
)
_HOW = re.compile(
    r"\bcomment (?:\w+ ){0,3}(?:desinscrire|desabonner|(?:arreter|stopper) \w+ (?:sms|messages?))\b"
)
_WISH = re.compile(rf"(?:^|(?<= )){_WANT}(?:me |m |nous )desinscrire$")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_SHORT_WORDS = {
    "veu": "veux",
    "jveux": "je veux",
    "jveu": "je veux",
    "plu": "plus",
    "pu": "plus",
    "pa": "pas",
}
_SHORTENED = re.compile(rf"\b(?:{'|'.join(_SHORT_WORDS)})\b")


def read_stop(text: str) -> StopReading:
    """Whether a text asks to receive no more SMS, or to receive them again; never raises."""
    said = _words(text[:LONGEST_READ])
    if not said:
        return StopReading(StopKind.MAYBE_STOP) if "\N{OCTAGONAL SIGN}" in text else _NOTHING
    if _NOT_AN_ORDER.search(said) and not _is_negated_comma(text):
        return _NOTHING
    if len(said) <= LONGEST_ORDER:
        exact = _only_orders(said)
        if exact is not None:
            return _NOTHING if exact.kind is StopKind.START and _asks(text, said) else exact
    return StopReading(StopKind.MAYBE_STOP) if _hints(text, said) else _NOTHING


def _words(text: str) -> str:
    """The folded words of a text with one space between them; letters written apart are joined."""
    plain = _NO_WORD.sub(" ", fold(text)).strip()
    return _SHORTENED.sub(lambda found: _SHORT_WORDS[found[0]], plain)


def _is_negated_comma(text: str) -> bool:
    """ "Non, stop" is an order, "non-stop" is not."""
    return re.search(r"\bnon\s*[,.;:!]\s*stop\b", text, re.IGNORECASE) is not None


def _asks(text: str, said: str) -> bool:
    """ "Reprise ?" asks when the courses go on."""
    return "?" in text and set(_bare(said)) <= {"reprise", "reprendre", "reprenez"}


def _only_orders(said: str) -> StopReading | None:
    """What a text says that is orders and politeness from end to end; None when it says more."""
    at, found = 0, set[tuple[StopKind, Purpose | None]]()
    while at < len(said):
        order = _longest(said, at)
        if order is None:
            return None
        end, meant = order
        if meant is not None:
            found.add(meant)
        at = end + 1
    return _agreed(found)


_Meant = tuple[StopKind, Purpose | None]

_ORDERS: tuple[tuple[tuple[re.Pattern[str], ...], _Meant | None], ...] = (
    ((_POLITE_WORDS,), None),
    (_STOPS, (StopKind.STOP, None)),
    (_PUBS, (StopKind.STOP, Purpose.PROMOTION)),
    (_STARTS, (StopKind.START, None)),
)


def _longest(said: str, at: int) -> tuple[int, _Meant | None] | None:
    """The longest order or courtesy that begins here: where it ends, and what it means."""
    best: tuple[int, _Meant | None] | None = None
    for patterns, meant in _ORDERS:
        for pattern in patterns:
            match = pattern.match(said, at)
            if match and (best is None or match.end() > best[0]):
                best = match.end(), meant
    return best or _slip(said, at)


def _slip(said: str, at: int) -> tuple[int, _Meant | None] | None:
    word = said[at:].split(" ", 1)[0]
    if any(
        word[0] == known[0] and abs(len(word) - len(known)) <= _SLIPS and letters_apart(word, known) <= _SLIPS
        for known in _LONG_WORDS
    ):
        return at + len(word), (StopKind.STOP, None)
    return None


def _agreed(found: set[_Meant]) -> StopReading | None:
    """What several orders come to; STOP and START in one text are for a person."""
    kinds = {kind for kind, _ in found}
    if not kinds:
        return None
    if len(kinds) > 1:
        return StopReading(StopKind.MAYBE_STOP)
    purposes = {purpose for _, purpose in found}
    return StopReading(kinds.pop(), purposes.pop() if len(purposes) == 1 else None)


def _hints(text: str, said: str) -> bool:
    """Whether somebody should look: an order among other words, or a word that is nearly one."""
    bare = " ".join(_bare(said))
    if bare in _NEAR_STOP or bare in {
        "arrete",
        "ne plus recevoir",
        "desabo",
        "cancel",
        "quit",
        "end",
        "resiliation",
        "resilier",
    }:
        return True
    if any(hint.search(said) for hint in (*_HINTS, _OF_THE_LIST, _HOW, _WISH, _NOT_NOW)):
        return True
    if _FIRST_WORD.match(bare) or _LAST_WORD.search(bare) or _shouts(text, said):
        return True
    return wants_none(said, bare, asks="?" in text)


def _bare(said: str) -> list[str]:
    """The words without those of politeness."""
    return [word for word in said.split() if not _POLITE_WORDS.fullmatch(word)]


def _shouts(text: str, said: str) -> bool:
    """STOP in capitals among words that are not, at the beginning or the end of a line."""
    if not _SHOUTED.search(text) or "".join(_LETTER.findall(text)).isupper():
        return False
    lines = (line.strip(" .,;:!?()\"'«»") for line in text.splitlines())
    return bool(said) and any(line.startswith("STOP") or line.endswith("STOP") for line in lines)

"""Keywords: words that a family sends to get an answer by itself, to join a service list, or to leave it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from smsdesk.domain.answer_reading import AnswerKind, read_answer
from smsdesk.domain.folding import fold
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.spelling import letters_apart
from smsdesk.domain.stop_reading import StopKind, read_stop
from smsdesk.domain.untrusted import hides, visible

MOST_WORDS = 3
LONGEST_WORD = 30
"""A keyword is typed on a telephone, from a poster."""

_SHOWN = 60
"""Characters of a refused text that are shown."""

LONGEST_COMMAND = 120
"""Characters: whoever writes more writes to people."""

_LONG_ENOUGH = 5
"""Letters of a word in which one slip leaves it recognisable."""

_JOIN = frozenset(
    {
        "inscrire", "inscris", "inscrit", "inscrivez", "inscription", "abonner", "abonne",
        "abonnez", "abonnement", "rejoindre", "ajouter", "ajoutez", "join",
    }
)  # fmt: skip
_LEAVE = frozenset(
    {
        "quitter", "quitte", "quittez", "desinscrire", "desinscris", "desinscrivez",
        "desinscription", "desabonner", "desabonne", "desabonnez", "desabonnement", "stop", "arret",
        "arreter", "arretez", "sortir", "retirer", "retirez", "leave",
    }
)  # fmt: skip
_AROUND = frozenset(
    {
        "bonjour", "bonsoir", "salut", "svp", "stp", "merci", "s", "il", "vous", "te", "plait", "d",
        "avance", "par", "madame", "monsieur", "cordialement", "je", "j", "veux", "souhaite",
        "voudrais", "aimerais", "desire", "me", "m", "nous", "moi", "a", "au", "aux", "la", "le",
        "les", "l", "de", "des", "du", "liste", "service", "sms", "en", "pour", "information",
        "informations", "infos", "info", "y", "ete", "etre",
    }
)  # fmt: skip
"""Words of courtesy and grammar around a keyword."""

_SUBJECTS = frozenset({"information", "informations", "infos", "info"})
"""Those of them that one may well ask for by themselves."""

_ANSWERS = frozenset(
    {
        "oui", "non", "ok", "yes", "no", "ouais", "nan", "okay", "daccord", "si",
    }
)  # fmt: skip
_NO_WORD = re.compile(r"[^a-z0-9]+")


class KeywordAction(StrEnum):
    """What a keyword does."""

    LIST = "list"
    """INSCRIRE and the word joins a group, QUITTER and the word leaves it; the word alone tells how."""
    ANSWER = "answer"
    """The word alone gets a text."""
    POLL = "poll"
    """The word alone gets the question of a broadcast, as if one had been among its recipients."""


class Asked(StrEnum):
    """What somebody asks about a keyword."""

    JOIN = "join"
    LEAVE = "leave"
    ABOUT = "about"


@dataclass(frozen=True)
class Keyword:
    """One keyword; `id` None is new. `answer` is what ANSWER answers, what POLL asks, how LIST explains."""

    word: str
    action: KeywordAction
    answer: str = ""
    group_id: int | None = None
    broadcast_id: int | None = None
    id: int | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The folded words, without those that people leave out."""
        return _key(self.word)


@dataclass(frozen=True)
class Command:
    """A text understood: what it asks, and about which keyword."""

    keyword: Keyword
    asked: Asked


@dataclass(frozen=True)
class Conflict:
    """What is wrong with a keyword as things stand: it cannot do what it should, or is easily confused."""

    keyword: Keyword
    reason: Sentence


def find_command(text: str, keywords: Iterable[Keyword]) -> Command | None:
    """The command that a text is, whatever its case, accents and courtesy; None when it is none."""
    if len(text) > LONGEST_COMMAND:
        return None
    words = _words(text)
    verbs = {_verb(word) for word in words} - {None}
    rest = tuple(word for word in words if word not in _AROUND and _verb(word) is None)
    if not verbs and not rest:
        rest = tuple(words)
    if not rest or len(verbs) > 1:
        return None
    asked = next(iter(verbs)) if verbs else None
    known = [keyword for keyword in keywords if asked is None or keyword.action is KeywordAction.LIST]
    found = _same(rest, known) or (_near(rest, known) if asked is not None else None)
    return Command(found, asked or Asked.ABOUT) if found is not None else None


def _verb(word: str) -> Asked | None:
    if word in _JOIN:
        return Asked.JOIN
    return Asked.LEAVE if word in _LEAVE else None


def _words(text: str) -> list[str]:
    return _NO_WORD.sub(" ", fold(text)).split()


def _key(text: str) -> tuple[str, ...]:
    words = _words(text)
    return tuple(word for word in words if word not in _AROUND) or tuple(words)


def _same(rest: tuple[str, ...], keywords: Sequence[Keyword]) -> Keyword | None:
    """The keyword of these words; one in the singular is the same as in the plural."""
    exact = (keyword for keyword in keywords if keyword.key == rest)
    alike = (keyword for keyword in keywords if _singular(keyword.key) == _singular(rest))
    return next(exact, None) or next(alike, None)


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in words)


def _near(rest: tuple[str, ...], keywords: Sequence[Keyword]) -> Keyword | None:
    """The one keyword that these words miss by a letter: beside "inscrire" nothing else can be meant."""
    near = [keyword for keyword in keywords if _one_slip(rest, keyword.key)]
    return near[0] if len(near) == 1 else None


def _one_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    written, known = "".join(one), "".join(other)
    return min(len(written), len(known)) >= _LONG_ENOUGH and letters_apart(written, known) <= 1


def refusal(keyword: Keyword, others: Iterable[Keyword]) -> Sentence | None:
    """Why a keyword cannot be kept beside the others; None when it can."""
    problem = _hidden(keyword) or _misfit(keyword.word.strip())
    if problem is not None:
        return problem
    if keyword.action is not KeywordAction.LIST and not keyword.answer.strip():
        return say("Write the text that {word} is answered with.", word=keyword.word.strip())
    for other in others:
        if other.id != keyword.id and _singular(other.key) == _singular(keyword.key):
            return say("There is a keyword {word} already. Change that one.", word=other.word)
    return None


def _hidden(keyword: Keyword) -> Sentence | None:
    """What nobody sees would make two words look alike, or show families something else than the desk."""
    if keyword.word.isprintable() and not hides(keyword.answer):
        return None
    shown = keyword.answer if keyword.word.isprintable() else keyword.word
    return say("There are invisible characters in it: {text}. Type it anew.", text=visible(shown)[:_SHOWN])


def _misfit(word: str) -> Sentence | None:
    """Why a word cannot be a keyword at all."""
    words = _words(word)
    if len("".join(words)) < 2:
        return say("A keyword needs at least two letters.")
    if len(words) > MOST_WORDS or len(word) > LONGEST_WORD:
        return say(
            "A keyword has {words} words and {letters} letters at most: it is typed on a telephone.",
            words=MOST_WORDS,
            letters=LONGEST_WORD,
        )
    if any(map(_verb, words)):
        return say("{word}: such words join or leave a list. Write the name of the list alone.", word=word)
    if _is_taken(word, words):
        return say("{word} means something else: STOP, OUI, NON, a number. Choose another word.", word=word)
    return None


def _is_taken(word: str, words: Sequence[str]) -> bool:
    plain = _ANSWERS | _AROUND - _SUBJECTS
    if all(each in plain or each.isdigit() for each in words):
        return True
    answer = read_answer(word)
    return read_stop(word).kind is not StopKind.NONE or (answer.sure and answer.kind is not AnswerKind.OTHER)


def confused(keyword: Keyword, others: Iterable[Keyword]) -> Keyword | None:
    """Another keyword that one slip of the thumb makes of this one."""
    return next((each for each in others if each.id != keyword.id and _one_slip(keyword.key, each.key)), None)

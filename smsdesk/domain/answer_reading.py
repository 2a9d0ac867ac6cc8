"""Tolerant reading of what French families answer: yes, no, a number, a choice, or something for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from smsdesk.domain.answer_choices import read_choice
from smsdesk.domain.answer_numbers import read_number
from smsdesk.domain.answer_words import Signal, signals
from smsdesk.domain.folding import fold

LONGEST_READ = 480
"""Characters of three SMS: whoever writes more tells a story, and only its beginning can be an answer."""

FEW_WORDS = 3
"""So many words beside "ok" or a bare number may stand there; more of them are about something else."""


MANY_WORDS = 6
"""A greeting and an excuse may stand before a yes or no; behind more of them it may be somebody else's."""


NEXT_TO_NO_WORDS = 1
"""Beside an answer that nobody has to read: a name, or the day that was chosen."""


class AnswerKind(StrEnum):
    """What an answer says."""

    YES = "yes"
    NO = "no"
    NUMBER = "number"
    CHOICE = "choice"
    OTHER = "other"


@dataclass(frozen=True)
class Reading:
    """How a text is read. A YES may come with a `value` ("oui nous serons 3"), a NUMBER has one.

    `choice` is the position of a CHOICE, from 1. `sure` is False where a person should look at it.
    """

    kind: AnswerKind
    value: int | None = None
    choice: int | None = None
    sure: bool = True


NOTHING = Reading(AnswerKind.OTHER, sure=False)
"""A text that is read as no answer."""

_EMOJI = {
    **dict.fromkeys("👍👌✅✔☑🆗🙋💯🤝", " emojiyes "),
    **dict.fromkeys("👎❌🚫✖⛔🙅", " emojino "),
    **dict.fromkeys("🙏😊🙂😀😃😄😁😉☺😍🥰❤💕🎶🎵🎻🎹🎉☀🌞🎄🌸", " emoji "),
    **dict.fromkeys("\ufe0e\ufe0f\u20e3\u200d🏻🏼🏽🏾🏿♂♀", ""),
}
_TRANSLATION = str.maketrans(_EMOJI)
_BESIDE_NUMBERS = re.compile(
    r"\b(?:(?:nous|on|y) )*(?:serons|sera|seront|serions|sommes|viendrons|viendra) (?=(?:a )?(?:\d|un|deux"
    r"|trois|quatre|cinq|six|sept|huit|neuf|dix)\b)|\ben tout\b|\bau total\b"
)
_HYPHENED_NO = re.compile(r"\bnon-(?=[a-z])")
_WORD = re.compile(r"[a-z0-9]+")
_FIRST = re.compile(r"\W*(?:oui+|non+)\b(?!\W*(?:allo|bonjour|bonsoir)\b)")
""" "Oui bonjour" is how one answers a call."""
_ASKS = re.compile(
    r"\?|\best.ce.qu|\b(?:savez|pouvez|pourriez|pourrez|auriez).vous\b|\ba quelle heure"
    r"|\b(?:voudrais|voulais|voudrions|souhaite(?:rais)?|aimerais) (?:bien )?(?:savoir|connaitre|demander)"
)
_CLAUSE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_QUOTED = re.compile(r"^[ \t]*>.*$|[\"“«](?:[^\"”»\s]+\s+){2,}[^\"”»]*[\"”»]", re.MULTILINE)
"""A line behind the sign of quoted mail, or three words and more between quotation marks."""
_APART = re.compile(r"[^a-z0-9/]+")
_RUN_TOGETHER = re.compile(
    r"\bj(?=(?:y|en|(?:ser[ae]|peu|vien|suis|pourr?[ae]|confirm|particip|arriv|accept|autoris)[a-z]*)\b)"
)
"""The apostrophe or the "e" that thumbs leave out: "jy serai", "jpeux pas"."""
_SHORT_WORDS = {"pa": "pas", "ns": "nous", "vs": "vous", "pr": "pour", "chui": "je suis", "pe": "peux"}
_SHORTENED = re.compile(rf"\b(?:{'|'.join(_SHORT_WORDS)})\b")
_LAUGHS = re.compile(r"([a-z])\1{2,}")


def read_answer(text: str, choices: Sequence[str] = ()) -> Reading:
    """Read a text as it came; `choices` are what was asked, where there were some. It raises for no text."""
    plain = _written_out(_LAUGHS.sub(r"\1\1", _plain(text)))
    if choices:
        chosen, sure = read_choice(plain, choices)
        if chosen is not None:
            return Reading(AnswerKind.CHOICE, choice=chosen, sure=sure)
    return _read_plain(plain)


def says_no_more(text: str) -> bool:
    """Whether a text that answers does nothing else: it asks nothing, and has next to no words beside."""
    clauses = _CLAUSE.findall(_written_out(_plain(text)))
    said = (_BESIDE_NUMBERS.sub(" ", _APART.sub(" ", clause)) for clause in clauses)
    unknown = sum(signals(" ".join(each.split()))[1] for each in said)
    return unknown <= NEXT_TO_NO_WORDS and not any(map(_ASKS.search, clauses))


def _own_words(text: str) -> str:
    """Without what is quoted of the question, where anything else was written."""
    own = _QUOTED.sub(" ", text)
    return own if any(map(str.isalnum, own)) else text


def _plain(text: str) -> str:
    """Folded, line by line: the end of a line ends a clause."""
    lines = _own_words(text[:LONGEST_READ]).translate(_TRANSLATION).splitlines()
    return "\n".join(_HYPHENED_NO.sub("nonx ", fold(line)) for line in lines).strip()


def _written_out(plain: str) -> str:
    """Folded text without the shortest of what thumbs write."""
    apart = _RUN_TOGETHER.sub("j ", plain)
    return _SHORTENED.sub(lambda found: _SHORT_WORDS[found[0]], apart)


@dataclass
class _Said:
    """What was found in all clauses so far."""

    signals: list[tuple[Signal, int]]
    unknown: int = 0

    def has(self, *wanted: Signal) -> bool:
        return any(signal in wanted for signal, _ in self.signals)


def _read_plain(plain: str) -> Reading:
    said = _Said([])
    told = ""
    for clause in _CLAUSE.findall(plain):
        found, unknown = signals(" ".join(_APART.sub(" ", clause).split()))
        if _ASKS.search(clause) and not _answers_first(found, clause):
            continue
        told += clause
        said.signals += [(signal, before + said.unknown) for signal, before in found]
        said.unknown += unknown
    value, certain = read_number(told)
    return _judge(said, value, certain=certain)


def _answers_first(found: list[tuple[Signal, int]], clause: str) -> bool:
    """ "Oui, à quelle heure ?" answers before it asks; "Oui ?" and "On vient demain ?" only ask."""
    firm = found and found[0][0] in {Signal.YES, Signal.NO} and found[0][1] == 0
    return bool(firm) and len(_WORD.findall(clause)) > FEW_WORDS and _FIRST.match(clause) is not None


def _judge(said: _Said, value: int | None, *, certain: bool) -> Reading:
    contradicts = said.has(Signal.YES) and said.has(Signal.NO, Signal.RELUCTANT)
    if said.has(Signal.UNDECIDED) or contradicts:
        return NOTHING
    if said.has(Signal.NO):
        doubted = said.has(Signal.ASSENT, Signal.REPORTED, Signal.DOUBT)
        return Reading(AnswerKind.NO, sure=_outright(said, Signal.NO) and not doubted)
    if said.has(Signal.YES):
        sure = _outright(said, Signal.YES) and not said.has(Signal.HEDGE, Signal.DOUBT, Signal.REPORTED)
        return Reading(AnswerKind.YES, value, sure=sure and (value is None or certain))
    if value is not None and (said.unknown <= FEW_WORDS + 2 or certain):
        return Reading(AnswerKind.NUMBER, value, sure=certain and said.unknown <= FEW_WORDS)
    return _judge_politeness(said)


def _judge_politeness(said: _Said) -> Reading:
    """Where nothing was said outright."""
    if said.has(Signal.ASSENT) and said.unknown <= FEW_WORDS and not said.has(Signal.SORRY):
        return Reading(AnswerKind.YES, sure=False)
    if said.has(Signal.RELUCTANT) or (said.has(Signal.SORRY) and said.unknown == 0):
        return Reading(AnswerKind.NO, sure=False)
    return NOTHING


def _outright(said: _Said, wanted: Signal) -> bool:
    """Whether it is said before much else is."""
    return min(before for signal, before in said.signals if signal is wanted) <= MANY_WORDS

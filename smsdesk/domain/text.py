"""The text of an SMS: its normal form, what it costs, where it is cut, and how to make it cheaper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from smsdesk.domain import gsm0338
from smsdesk.domain.outgoing import Encoding

SINGLE = {Encoding.GSM7: 160, Encoding.UCS2: 70}
"""Septets or UTF-16 units of a message of one part (3GPP TS 23.040, 9.2.3.16: 140 octets)."""

PER_PART = {Encoding.GSM7: 153, Encoding.UCS2: 67}
"""The same beside the concatenation element with an 8-bit reference, which takes 6 octets."""


def _one_of(characters: frozenset[str]) -> str:
    return "[" + re.escape("".join(sorted(characters))) + "]"


_is_gsm7 = re.compile(_one_of(gsm0338.ALPHABET) + "*").fullmatch
_OFFENDING = re.compile(_one_of(gsm0338.ALPHABET).replace("[", "[^", 1))
_EXTENDED = re.compile(_one_of(gsm0338.TWO_SEPTETS))
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True)
class Offender:
    """A character that forces the whole message into UCS-2, and where it stands."""

    index: int
    character: str


@dataclass(frozen=True)
class Measure:
    """What a text costs. `units` are septets (GSM 7 bit) or UTF-16 units (UCS-2) of the whole text."""

    encoding: Encoding
    units: int
    parts: int
    limit: int
    """Units that fit in a message of one part."""
    per_part: int
    """Units that fit in each part of a longer message."""
    offenders: tuple[Offender, ...] = ()


_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Unicode categories of controls, of marks such as a space without width, and of spaces."""


def normalise(text: str) -> str:
    """Bring any text into the form in which it is stored, counted and sent.

    NFC, so that an accent is one character; every line end and page break becomes LF; a tab becomes a
    space; every other control character is dropped, because phones show none and some obey them; a
    surrogate pair becomes its character and a lone surrogate U+FFFD. Normalising twice changes nothing.
    """
    if _UNCLEAN.search(text):
        text = _clean(text)
    return unicodedata.normalize("NFC", text)


def reads_empty(text: str) -> bool:
    """Whether nobody would see anything of it: but spaces, line ends and characters without a shape."""
    # The first character settles it for nearly every text: this is asked for each of thousands.
    return not text[:1].isalnum() and all(unicodedata.category(each) in _UNSEEN for each in text)


def _clean(text: str) -> str:
    text = _CONTROL.sub("", _LINE_END.sub("\n", text).replace("\t", " "))
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def measure(text: str) -> Measure:
    """Tell what a normalised text costs. An empty text is one part of 0 units."""
    if _is_gsm7(text):
        return _measured(Encoding.GSM7, len(text) + len(_EXTENDED.findall(text)), text, ())
    offenders = tuple(Offender(found.start(), found.group()) for found in _OFFENDING.finditer(text))
    return _measured(Encoding.UCS2, len(_utf16(text)) // 2, text, offenders)


def _measured(encoding: Encoding, units: int, text: str, offenders: tuple[Offender, ...]) -> Measure:
    limit = SINGLE[encoding]
    parts = 1 if units <= limit else len(segment(text)[1])
    return Measure(encoding, units, parts, limit, PER_PART[encoding], offenders)


def offending(text: str) -> tuple[str, ...]:
    """The characters that force a normalised text into UCS-2, each once, in their order."""
    return tuple(dict.fromkeys(_OFFENDING.findall(text)))


def doubled(text: str) -> int:
    """How many characters of a text take two septets."""
    return len(_EXTENDED.findall(text))


def utf16_length(text: str) -> int:
    """The length of a normalised text in UTF-16 units."""
    return len(_utf16(text)) // 2


def segment(text: str) -> tuple[Encoding, tuple[str, ...]]:
    """Cut a normalised text into the texts of its parts; joined, they are the text again.

    One part when it fits (160 septets or 70 UTF-16 units), else parts of at most 153 or 67. A character
    of two septets or two UTF-16 units is never cut: it moves to the next part as a whole.
    """
    if _is_gsm7(text):
        return Encoding.GSM7, _segment_gsm7(text)
    return Encoding.UCS2, _segment_ucs2(text)


_ESC = chr(gsm0338.ESCAPE)
_WITH_ESCAPE = _ESC + r"\g<0>"
_HIGH_SURROGATE = range(0xD8, 0xDC)
"""The high octet of the first half of a surrogate pair."""


def _segment_gsm7(text: str) -> tuple[str, ...]:
    wide = _EXTENDED.sub(_WITH_ESCAPE, text)
    if len(wide) <= SINGLE[Encoding.GSM7]:
        return (text,)
    cuts = _cuts(len(wide), PER_PART[Encoding.GSM7], lambda end: wide[end - 1] == _ESC)
    return tuple(wide[start:end].replace(_ESC, "") for start, end in cuts)


def _segment_ucs2(text: str) -> tuple[str, ...]:
    octets = _utf16(text)
    if len(octets) // 2 <= SINGLE[Encoding.UCS2]:
        return (text,)
    length, per_part = len(octets) // 2, PER_PART[Encoding.UCS2]
    cuts = _cuts(length, per_part, lambda end: octets[2 * end - 1] in _HIGH_SURROGATE)
    return tuple(octets[2 * start : 2 * end].decode("utf-16-le", "surrogatepass") for start, end in cuts)


def _cuts(length: int, per_part: int, splits_pair: Callable[[int], bool]) -> list[tuple[int, int]]:
    """Greedy (start, end) over `length` units; `splits_pair(end)`: the unit before `end` opens a pair."""
    cuts = []
    start = 0
    while start < length:
        end = min(start + per_part, length)
        if end < length and splits_pair(end):
            end -= 1
        cuts.append((start, end))
        start = end
    return cuts


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def economise(text: str) -> str:
    """Replace what costs UCS-2 by the nearest writing in GSM 7 bit: ê by e, ’ by ', œ by oe.

    Takes a normalised text. Characters of the GSM alphabet stay as they are, and so do those without a
    near writing (emoji, other scripts).
    """
    return _OFFENDING.sub(lambda found: _cheaper(found.group()), text)


_WRITTEN = {
    "'": "`´‘’‚‛′ʼ‹›",
    '"': "«»“”„‟″",
    "-": "‐‑‒–—―−•",
    ".": "·",
    "x": "×",
    "oe": "œ",
    "OE": "Œ",
    "o": "°",
    "c": "¢",
    "d": "đð",
    "D": "ĐÐ",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "f": "ƒ",
    "(c)": "©",
    "(r)": "®",
    "->": "→",
    "<-": "←",
    "=>": "⇒",
    "<=": "≤",
    ">=": "≥",
    "": "\u00ad\u200b\u2060\ufeff",
}
"""What is written for which characters; the empty writing is for those that nobody sees."""

_EXPLICIT = {character: writing for writing, characters in _WRITTEN.items() for character in characters}


@lru_cache(maxsize=4096)
def _cheaper(character: str) -> str:
    """The writing of one character outside the GSM alphabet, or itself.

    Beyond the explicit ones, compatibility forms are opened (…, ﬁ, ², no-break spaces) and accents taken off
    letters; off letters only, since without its stroke ≠ would say the contrary.
    """
    if character in _EXPLICIT:
        return _EXPLICIT[character]
    opened = unicodedata.normalize("NFKD", character)
    bare = "".join(sign for sign in opened if not unicodedata.combining(sign))
    accented = bare != opened
    return bare if _is_gsm7(bare) and (bare.isalpha() or not accented) else character

"""Phones as people type them and spreadsheets keep them, made into E.164 or refused with a reason."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import phonenumbers

from smsdesk.domain.french_phones import french_phone, has_lost_digits, spelt_elsewhere
from smsdesk.domain.nothing_said import means_nothing
from smsdesk.domain.sentences import Sentence, say

CellValue = str | int | float
"""What a cell or a person can give for a phone."""

_OVERSEAS = ("RE", "GP", "MQ", "GF", "YT")
"""Departments whose numbers are written as French ones (0692...) and belong to other country codes."""
_FICTION = re.compile(r"\+33(?:63998|19900|26191|35301|46571|53649)\d{4}")
"""Numbers that ARCEP keeps for works of fiction (numbering plan, 2.5.12): samples and tests use them."""
_FICTION_MOBILE = "+3363998"
_NEIGHBOURS = (
    "262",
    "590",
    "594",
    "596",
    "32",
    "352",
    "41",
    "49",
    "39",
    "34",
    "44",
    "351",
    "212",
    "213",
    "216",
)
"""Country codes accepted without "+": a spreadsheet has taken "00" or "+" away from a long number."""
_BARE_INTERNATIONAL_DIGITS = 11
"""Fewer digits could be a French number with a slip of the finger."""
_LONGEST_SHORT_CODE = 6
_LEFTOVER_DIGITS = 4
"""A run of at most so many digits beside a real number is an extension or a count, not a phone."""
_LONGEST_CELL = 300
"""Characters: a dozen numbers with words beside them; reading more would take too long."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000]")
_EMAIL = re.compile(r"\S+@\S+")
_LETTER_O = re.compile(r"(?<![^\W\d])[oO]{1,2}(?=[ .\-]?[\doO])|(?<=\d)[oO]{1,2}(?![^\W\d])")
_COUNTED_WORD = re.compile(r"(?<=[^\W\d])\d(?=[\s:.)])|(?:^|(?<=\s))\d[).:°]+(?=\s)")
_RUN = re.compile(r"[+(]?[+(]?\d[\d\s.\-_/\\()·•*,']*")
_SCIENTIFIC = re.compile(r"\s*(\d(?:[.,]\d+)?)[eE]\+?(\d{1,2})\s*")
_POINT_ZERO = re.compile(r"\s*\+?\d+[.,]0+\s*")
_FRENCH_IN_RUN = re.compile(
    r"(?:(?:\+|00)33[\s.\-/()]*(?:\(0\)|0)?|0)[\s.\-]?[1-9](?:[\s.\-_/·•*,']{0,3}\d){8}(?!\d)"
)
_SHORT_SECOND = re.compile(r"\d\s*/\s*\d{2,4}\s*$")
""" "06 12 34 56 78 / 79": a second number of which only the end is written."""
_MOMENT = re.compile(
    r"(?<![\d/.\-])(?:\d{1,2}([/.\-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([/.\-])\d{1,2}\2\d{1,2})"
    r"(?![/.\-]?\d)(?:[ T]+\d{1,2} ?[:hH] ?\d{2}(?::\d{2})?)?"
    r"|(?<!\d)\d{1,2} ?[hH](?: ?\d{2})?(?![^\W_])"
)
"""A day, with its hour as many digits as a phone ("02/09/2026 18:22"), and an hour beside one ("9h-17h")."""
_AROUND_LABELS = " :;,()[]-+./|'\n\t"
_NO_LABELS = frozenset({"ou", "et", "puis", "sinon", "ou bien", "or", "and", "tel", "tél", "le", "n°"})
"""Words beside a number that tell it from no other."""
_BETWEEN_NUMBERS = re.compile(r"\s*[/\\,]\s*|\s+-\s+|\s{2,}|\n")


class ParsedPhone(NamedTuple):
    """A number in E.164 with "+", whether SMS can reach it, and the words that stood beside it."""

    e164: str
    mobile: bool
    label: str = ""


@dataclass(frozen=True)
class PhoneReject:
    """A piece of a cell that is no usable number, and why."""

    text: str
    reason: Sentence


class CellPhones(NamedTuple):
    """Everything found in one cell, in the order written."""

    phones: tuple[ParsedPhone, ...] = ()
    rejects: tuple[PhoneReject, ...] = ()


def normalise_phone(value: CellValue) -> ParsedPhone | Sentence:
    """Read exactly one number, or say why not; words beside it are ignored."""
    found = parse_phones(value)
    if found.rejects:
        return found.rejects[0].reason
    if len(found.phones) > 1:
        return say("There are several numbers here; write one only.")
    return found.phones[0] if found.phones else say("There is no phone number here.")


def parse_phones(value: CellValue) -> CellPhones:
    """Read every number of a cell: a number, a text with one or several numbers, words beside them."""
    if isinstance(value, str):
        if len(value) > _LONGEST_CELL:
            return _refused(value[:_LONGEST_CELL], say("This text is too long for a phone number."))
        quick = french_phone(value)
        return CellPhones((ParsedPhone(*quick),)) if quick else _parse_text(value)
    return _parse_number(value)


def _parse_number(value: float) -> CellPhones:
    if isinstance(value, bool) or not math.isfinite(value) or value != int(value) or value < 0:
        return _refused(str(value), say("This is not a phone number."))
    digits = str(int(value))
    if has_lost_digits(digits):
        return _refused(digits, _shortened())
    quick = french_phone(digits)
    return CellPhones((ParsedPhone(*quick),)) if quick else _one_or_refused(digits)


def _parse_text(text: str) -> CellPhones:
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific:
        return _from_scientific(text, scientific)
    if _POINT_ZERO.fullmatch(text):
        text = re.split("[.,]", text)[0]
    if has_lost_digits(text):
        return _refused(text, _shortened())
    clean = _clean(text)
    undated = _MOMENT.sub(" ", clean)
    runs = list(_RUN.finditer(undated))
    if runs:
        return _parse_runs(undated, runs)
    if undated == clean and means_nothing(clean):
        return CellPhones()
    return _refused(text, say("There is no phone number here."))


def _from_scientific(text: str, match: re.Match[str]) -> CellPhones:
    """6.12345678E+08; with fewer digits than the number has, the others are lost."""
    digits, length = match[1].replace(",", "").replace(".", ""), int(match[2]) + 1
    if len(digits) < length or digits[length:].strip("0"):
        return _refused(text, _shortened())
    return _one_or_refused(digits[:length])


def _shortened() -> Sentence:
    return say("The spreadsheet has shortened this number; make the column text and type it again.")


def _clean(text: str) -> str:
    """One kind of space, dash and digit, no invisible mark, no e-mail address, "O6" as "06", no "1) "."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    text = _EMAIL.sub(" ", _DASHES.sub("-", text))
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    text = _LETTER_O.sub(lambda found: "0" * len(found.group()), text)
    return _COUNTED_WORD.sub(" ", text).strip()


def _parse_runs(clean: str, runs: list[re.Match[str]]) -> CellPhones:
    phones: dict[str, ParsedPhone] = {}
    rejects: list[PhoneReject] = []
    for run, label in zip(runs, _labels(clean, runs), strict=True):
        for found in _numbers_of(run.group()):
            if isinstance(found, PhoneReject):
                rejects.append(found)
            else:
                phones.setdefault(found.e164, ParsedPhone(found.e164, found.mobile, label))
    if phones:
        rejects = [reject for reject in rejects if _digit_count(reject.text) > _LEFTOVER_DIGITS]
    return CellPhones(tuple(phones.values()), tuple(rejects))


def _labels(clean: str, runs: list[re.Match[str]]) -> Iterator[str]:
    """The words before each number when the cell begins with words, else those after it."""
    ends = [0, *(run.end() for run in runs)]
    starts = [*(run.start() for run in runs), len(clean)]
    between = [clean[end:start].strip(_AROUND_LABELS) for end, start in zip(ends, starts, strict=True)]
    labels = between[:-1] if between[0] else between[1:]
    spaced = (" ".join(label.split()) for label in labels)
    return ("" if label.casefold() in _NO_LABELS else label for label in spaced)


def _numbers_of(run: str) -> list[ParsedPhone | PhoneReject]:
    """One number, or several that only separators keep apart, or the whole run refused."""
    whole = _single(run)
    if isinstance(whole, ParsedPhone):
        return [whole]
    french = _FRENCH_IN_RUN.findall(run)
    pieces = french if not _digit_count(_FRENCH_IN_RUN.sub("", run)) else _BETWEEN_NUMBERS.split(run.strip())
    pieces = [piece for piece in pieces if _digit_count(piece)]
    singles = [_single(piece) for piece in pieces]
    if _SHORT_SECOND.search(run):
        pieces[-1] = run
    if len(pieces) > 1 and any(isinstance(single, ParsedPhone) for single in singles):
        return [
            single if isinstance(single, ParsedPhone) else PhoneReject(piece.strip(), single)
            for piece, single in zip(pieces, singles, strict=True)
        ]
    return [PhoneReject(run.strip(), whole)]


def _one_or_refused(digits: str) -> CellPhones:
    found = _single(digits)
    return CellPhones((found,)) if isinstance(found, ParsedPhone) else _refused(digits, found)


def _refused(text: str, reason: Sentence) -> CellPhones:
    return CellPhones(rejects=(PhoneReject(text.strip(), reason),))


def _digit_count(text: str) -> int:
    return sum(c.isdigit() for c in text)


def _single(text: str) -> ParsedPhone | Sentence:
    """Read one number without words, or say why it is none."""
    digits = "".join(c for c in text if c in "0123456789")
    international = text.lstrip(" (").startswith("+") or digits.startswith("00")
    if not international and len(digits) <= _LONGEST_SHORT_CODE:
        return say("{digits} is a short number; an SMS needs a complete one.", digits=digits)
    if spelt_elsewhere(text.strip()):
        return say(
            "Swiss and Belgian numbers are written like this and French ones are not; "
            "write it with +41, +32 or +33."
        )
    for candidate, region in _readings(digits.removeprefix("00") if international else digits, international):
        parsed = _valid(candidate, region)
        if parsed:
            return parsed
    return _why_not(digits, international)


def _readings(digits: str, international: bool) -> Iterator[tuple[str, str]]:
    """The ways to read these digits, the likeliest first, as phonenumbers takes them."""
    national = digits
    if international or (digits.startswith("33") and len(digits) >= _BARE_INTERNATIONAL_DIGITS):
        yield "+" + digits, "ZZ"
        if not digits.startswith("33"):
            return
        national = digits[2:]
    national = "0" + national.lstrip("0") if len(national.lstrip("0")) == 9 else national
    for region in ("FR", *_OVERSEAS):
        yield national, region
    if len(digits) >= _BARE_INTERNATIONAL_DIGITS and digits.startswith(_NEIGHBOURS):
        yield "+" + digits, "ZZ"


def _valid(candidate: str, region: str) -> ParsedPhone | None:
    try:
        number = phonenumbers.parse(candidate, None if region == "ZZ" else region)
    except phonenumbers.NumberParseException:
        return None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if _FICTION.fullmatch(e164):
        return ParsedPhone(e164, mobile=e164.startswith(_FICTION_MOBILE))
    if not phonenumbers.is_valid_number(number):
        return None
    kind = phonenumbers.number_type(number)
    mobile = kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return ParsedPhone(e164, mobile=mobile)


def _why_not(digits: str, international: bool) -> Sentence:
    if international:
        return say("This international number does not exist; check its country code and its digits.")
    if len(digits) != len("0612345678"):
        return say("It has {count} digits where a French number has 10; check it.", count=len(digits))
    return say("No French phone has such a number; check its digits.")

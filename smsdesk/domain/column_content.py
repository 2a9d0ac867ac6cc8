"""What the cells of a column look like: phones, e-mail addresses, dates, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from smsdesk.domain.class_lists import Meaning
from smsdesk.domain.dates import read_date
from smsdesk.domain.folding import fold
from smsdesk.domain.french_phones import code_abroad, is_surely_french
from smsdesk.domain.header_words import BESIDE_PHONES
from smsdesk.domain.names import (
    first_name_share,
    looks_like_name,
    order_of_names,
    without_counter,
    words_key,
)
from smsdesk.domain.names_together import children_in, is_first_name
from smsdesk.domain.phones import ParsedPhone, parse_phones
from smsdesk.domain.sheets import text_of
from smsdesk.domain.titles import is_class_name

_MOST = 0.6
"""Share of the filled cells that makes a column one of a kind."""
_HALVES_DIFFER = 0.3
"""Of last names: three siblings in each family."""
_VARIED = 0.5
"""Names hardly repeat; classes do."""
_SHORT = 25
"""Characters that the name of a class hardly exceeds."""
_FEW_DIGITS = re.compile(r"(?:\d\D{0,3}){8}|\d[.,]\d{3,}[eE]")
"""Without eight digits near one another, or an exponent, there is no phone."""
_TWO_NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{2}")
_BRACKETED = re.compile(r"\([^()]{1,20}\)")
_FIRST_FEW = 4
_ANSWERS = frozenset({"oui", "non", "o", "n", "yes", "no", "true", "false", "vrai", "faux", "x"})
TICKS = frozenset({"x", "xx", "oui", "o", "✓", "✔", "☑", "ok", "yes"})
"""Marks for yes, below the name of a class or course."""
_NOT_TICKED = frozenset({"non", "n", "no", "-", "0"})
_NAME_LETTERS = 4


class Content:
    """The filled cells of one column; each question is answered once, when it is asked."""

    def __init__(self, values: Sequence[object]) -> None:
        self._values = values
        self._wanted = _MOST * len(values) if values else 1
        self._texts = [value.strip() for value in values if isinstance(value, str)]

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return not self._values

    @cached_property
    def phones(self) -> bool:
        """Whether most are phones."""
        return sum(map(_is_phone, self._values)) >= self._wanted

    @cached_property
    def begins_with_phones(self) -> bool:
        """Whether one of the first few is a phone: a quick no."""
        return any(map(_is_phone, self._values[:_FIRST_FEW]))

    @cached_property
    def any_phone(self) -> bool:
        """Whether at least one is a phone."""
        return any(map(_is_phone, self._values))

    @cached_property
    def landlines(self) -> bool:
        """Whether most are phones that no SMS reaches."""
        fixed = (not phone.mobile for value in self._values for phone in _phones_in(value))
        return sum(fixed) >= self._wanted

    @cached_property
    def abroad(self) -> str:
        """The code of the neighbouring country whose phones are here as often as surely French ones."""
        texts = [text for value in self._values if (text := text_of(value))]  # type: ignore[arg-type]
        codes = [code for text in texts if (code := code_abroad(text))]
        if not codes:
            return ""
        commonest = max(dict.fromkeys(codes), key=codes.count)
        french = sum(is_surely_french(text, commonest) for text in texts)
        return commonest if codes.count(commonest) >= french else ""

    @cached_property
    def answers(self) -> bool:
        """Whether all are yes or no: who gets messages, below "SMS"."""
        said = {fold(text) for text in self._texts}
        return bool(said) and len(self._texts) == len(self._values) and said <= _ANSWERS

    @cached_property
    def ticks(self) -> bool:
        """Whether all are marks for yes, or a no: who takes what stands above."""
        marks = {fold(text_of(value)) for value in self._values}  # type: ignore[arg-type]
        return bool(marks & TICKS) and marks <= TICKS | _NOT_TICKED

    @cached_property
    def emails(self) -> bool:
        """Whether most are e-mail addresses."""
        return sum("@" in text for text in self._texts) >= self._wanted

    def unlike(self, cell: object) -> bool:
        """Whether a text above the column is none of its phones, dates or e-mail addresses: its header."""
        if not isinstance(cell, str) or not any(map(str.isalpha, cell)):
            return False
        others = (self.phones and not _is_phone(cell), self.emails and "@" not in cell)
        return any(others) or (self.dates and not _is_date(cell))

    @cached_property
    def dates(self) -> bool:
        """Whether most are dates."""
        return sum(map(_is_date, self._values)) >= self._wanted

    @cached_property
    def month_first(self) -> bool:
        """Whether the dates are American: some has a day that is no month where the month should stand."""
        parts = [match.groups() for text in self._texts if (match := _TWO_NUMBERS.match(text))]
        return any(int(second) > 12 for _, second in parts) and all(int(first) <= 12 for first, _ in parts)

    @cached_property
    def distinct(self) -> int:
        """How many different values there are."""
        return len(set(map(str, self._values)))

    @cached_property
    def _names(self) -> list[str]:
        return [name for text in self._texts if looks_like_name(name := without_counter(text))]

    @property
    def without_digits(self) -> bool:
        """Whether most begin with no number: streets whose houses stand elsewhere."""
        return sum(not text[:1].isdigit() for text in self._texts) >= self._wanted

    @property
    def counts_lines(self) -> bool:
        """Whether the values are 1, 2, 3 and so on; a lone one counts as well."""
        counted = range(1, len(self._values) + 1)
        return list(map(text_of, self._values)) == list(map(str, counted))  # type: ignore[arg-type]

    @property
    def mere_numbers(self) -> bool:
        """Whether all are numbers and none a phone: "N° resp." counts the guardians and names none."""
        texts = [text_of(value) for value in self._values]  # type: ignore[arg-type]
        return bool(texts) and all(map(str.isdecimal, texts)) and not self.any_phone

    @cached_property
    def names(self) -> bool:
        """Whether most could be names."""
        return len(self._names) >= self._wanted

    @cached_property
    def varied(self) -> bool:
        """Whether they hardly repeat."""
        return len(set(self._values)) > _VARIED * len(self._values)

    @cached_property
    def several_words(self) -> bool:
        """Whether most names have two words or more."""
        return bool(self._names) and sum(" " in name for name in self._names) >= _MOST * len(self._names)

    @cached_property
    def first_names_alone(self) -> bool:
        """Whether most are first names without a last one, of one child or of several."""
        alone = (
            children_in(text, whole=False, commas=True) or (" " not in text and is_first_name(text))
            for text in self._texts
        )
        return sum(map(bool, alone)) >= self._wanted

    @cached_property
    def children(self) -> bool:
        """Whether most name children, with their classes or not."""
        if self.answers or self.known_classes or self.any_phone:
            return False
        bare = (_BRACKETED.sub("", text) for text in self._texts)
        return sum(map(looks_like_name, bare)) >= self._wanted

    @cached_property
    def beside(self) -> bool:
        """Whether names stand beside the phones, in the same cells."""
        return sum(map(_has_name_beside, self._texts)) >= _VARIED * max(len(self._values), 1)

    @cached_property
    def first_names(self) -> float:
        """Which share are known first names, from 0 to 1."""
        return first_name_share(self._names)

    @cached_property
    def last_first(self) -> bool | None:
        """For whole names: whether the last name stands first, where the content leaves no doubt."""
        return order_of_names(self._names)

    @property
    def is_class(self) -> bool:
        """Whether they are short words that come back, like the names of classes."""
        short = all(len(text) <= _SHORT for text in self._texts)
        words = len(self._texts) >= self._wanted and short and not self.varied
        return self.known_classes or (words and not (self.phones or self.emails or self.dates))

    @cached_property
    def known_classes(self) -> bool:
        """Whether most are levels or disciplines."""
        return sum(map(is_class_name, self._texts)) >= self._wanted

    @property
    def halves(self) -> bool:
        """Whether they could be the halves of names: siblings share one."""
        differing = self.distinct > _HALVES_DIFFER * len(self._values)
        return self.names and differing and not self.known_classes

    def phone_or_email(self) -> Meaning | None:
        """PHONE or EMAIL when the content is clearly that."""
        if self.phones:
            return Meaning.PHONE
        return Meaning.EMAIL if self.emails else None

    def date_or_none(self) -> Meaning | None:
        """BIRTH_DATE when the content is dates."""
        return Meaning.BIRTH_DATE if self.dates else None


def _is_date(value: object) -> bool:
    """Whether a cell is a date; a bare number could be anything."""
    return isinstance(value, date) or (
        isinstance(value, str) and not value.strip().isdecimal() and read_date(value) is not None
    )


def _is_phone(value: object) -> bool:
    return bool(_phones_in(value))


def _phones_in(value: object) -> tuple[ParsedPhone, ...]:
    if isinstance(value, str):
        return parse_phones(value).phones if _FEW_DIGITS.search(value) else ()
    return parse_phones(value).phones if isinstance(value, (int, float)) else ()


def _has_name_beside(text: str) -> bool:
    """Whether a cell with a phone has a name beside it, and not only "portable" or "mère"."""
    words = [word for word in words_key(text).split() if not word.isdigit()]
    named = any(len(word) >= _NAME_LETTERS for word in words if word not in BESIDE_PHONES)
    return named and len(words) >= 2

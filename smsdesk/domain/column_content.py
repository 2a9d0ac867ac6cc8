"""What the cells of a column look like: phones, e-mail addresses, dates, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.class_lists import Meaning
from smsdesk.domain.headers import BESIDE_PHONES
from smsdesk.domain.names import first_name_share, looks_like_name, order_of_names, words_key
from smsdesk.domain.phones import parse_phones

_MOST = 0.6
"""Share of the filled cells that makes a column one of a kind."""
_SHORT = 25
"""Characters that the name of a class hardly exceeds."""
_NAME_LETTERS = 4
_VARIED = 0.5
"""Names hardly repeat; classes do."""


@dataclass(frozen=True)
class Content:
    """What most filled cells of one column are; all False for an empty column."""

    phones: bool = False
    emails: bool = False
    dates: bool = False
    names: bool = False
    varied: bool = False
    short: bool = False
    numbers: bool = False
    beside: bool = False
    """Names stand beside the phones, in the same cells."""
    several_words: bool = False
    first_names: float = 0.0
    last_first: bool | None = None
    """For columns of whole names, where the content tells; None where it does not."""

    @property
    def is_class(self) -> bool:
        """Short words that come back: the name of a class."""
        return self.short and not (self.varied or self.phones or self.emails or self.dates or self.numbers)

    def phone_or_email(self) -> Meaning | None:
        """PHONE or EMAIL when the content is clearly that."""
        if self.phones:
            return Meaning.PHONE
        return Meaning.EMAIL if self.emails else None

    def date_or_none(self) -> Meaning | None:
        """BIRTH_DATE when the content is dates."""
        return Meaning.BIRTH_DATE if self.dates else None


def look_at(values: Sequence[object]) -> Content:
    """Look at the filled cells of a column."""
    if not values:
        return Content()
    texts = [value.strip() for value in values if isinstance(value, str)]
    names = [text for text in texts if looks_like_name(text)]
    wanted = _MOST * len(values)
    words = sum(" " in name for name in names)
    return Content(
        phones=sum(map(_is_phone, values)) >= wanted,
        emails=sum("@" in text for text in texts) >= wanted,
        dates=sum(isinstance(value, date) for value in values) >= wanted,
        names=len(names) >= wanted,
        varied=len(set(values)) > _VARIED * len(values),
        short=all(len(str(value)) <= _SHORT for value in values),
        numbers=len(texts) < wanted,
        beside=sum(map(_has_name_beside, texts)) >= _VARIED * len(values),
        several_words=words >= _MOST * len(names) if names else False,
        first_names=first_name_share(names),
        last_first=order_of_names(names),
    )


def _is_phone(value: object) -> bool:
    return isinstance(value, (str, int, float)) and bool(parse_phones(value).phones)


def _has_name_beside(text: str) -> bool:
    """Whether a cell with a phone has a name beside it, and not only "portable" or "mère"."""
    words = [word for word in words_key(text).split() if not word.isdigit()]
    return (
        sum(len(word) >= _NAME_LETTERS for word in words if word not in BESIDE_PHONES) >= 1
        and len(words) >= 2
    )

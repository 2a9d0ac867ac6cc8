"""The kinds of list that are known by name: which system wrote a sheet with such headers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smsdesk.domain.class_lists import CHILD, GUARDIAN, Column, Meaning
from smsdesk.domain.folding import fold
from smsdesk.domain.sentences import Sentence, say

_M = Meaning
_Headers = frozenset[str]


def shape_of(columns: Sequence[Column]) -> Sentence | None:
    """The name of the kind of list that has these columns; None when nothing can be said of it."""
    headers = frozenset(fold(column.header) for column in columns)
    ready = next((name for known, name in _READY if known(headers)), None)
    return ready or _by_meaning(columns)


def _has(*texts: str) -> Callable[[_Headers], bool]:
    """Whether each of these stands in some header."""
    return lambda headers: all(any(text in header for header in headers) for text in texts)


_READY = (
    (_has("civilite responsable", "prenom enfant", "classes enfants"), say("ONDE list of guardians")),
    (_has("nom eleve", "prenom eleve", "niveau", "libelle classe"), say("ONDE list of pupils")),
    (_has("division", "legal"), say("SIECLE list of pupils and guardians")),
    (_has("division", "prenom 1"), say("SIECLE list of pupils")),
    (_has("phone 1 - ", "name"), say("Google contacts")),
    (_has("mobile phone", "business phone"), say("Outlook contacts")),
    (_has("tel. mobile", "telephone (bureau)"), say("Outlook contacts")),
    (_has("tel. mobile", "tel. (bureau)"), say("Outlook contacts")),
    (_has("telephone mobile", "telephone (bureau)"), say("Outlook contacts")),
)


def _by_meaning(columns: Sequence[Column]) -> Sentence | None:
    """What the columns tell where no system is known by its headers."""
    meanings = {column.meaning for column in columns}
    owners = {column.person.partition(" ")[0] for column in columns if column.meaning}
    if {_M.TEACHER, _M.CLASS} <= meanings and meanings & {_M.DAY, _M.TIME}:
        return say("Conservatoire list with teachers and hours")
    if CHILD in owners:
        return say("List of families with several children a row")
    if GUARDIAN in owners:
        return say("List of pupils with their guardians")
    return None

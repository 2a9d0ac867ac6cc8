"""Which group a person means by a name typed without case or accents, in full or in part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.names import words_key
from smsdesk.domain.people import Group
from smsdesk.domain.sentences import say

_SHOWN = 12
"""Names listed in a sentence; more would hide what it says."""
_GENERIC = frozenset(
    {"classe", "cours", "groupe", "de", "du", "d", "la", "le", "l", "des", "les", "class", "group"}
)


def match_name(name: str, groups: Sequence[Group]) -> Group:
    """The one group meant: same name, else same beginning, else part of it. InputError lists candidates."""
    wanted = fold(name)
    if not wanted:
        raise InputError(say("Give the name of a group. There are: {names}.", names=_listed(groups)))
    for fits in _ways(wanted):
        found = [group for group in groups if fits(group)]
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(
                say("{name} can mean several groups: {names}.", name=name.strip(), names=_listed(found))
            )
    if not groups:
        raise InputError(say("There is no group {name}; import a class list first.", name=name.strip()))
    raise InputError(
        say("There is no group {name}. There are: {names}.", name=name.strip(), names=_listed(groups))
    )


def _ways(wanted: str) -> list[Callable[[Group], bool]]:
    """From the strictest way of meaning a group to the loosest."""
    words = words_key(wanted)
    core = set(words.split()) - _GENERIC
    return [
        lambda group: fold(group.name) == wanted,
        lambda group: words_key(group.name) == words,
        lambda group: bool(words) and words_key(group.name).startswith(words),
        lambda group: bool(words) and words in words_key(group.name),
        lambda group: bool(core) and core <= set(words_key(f"{group.name} {group.teacher}").split()),
    ]


def _listed(groups: Sequence[Group]) -> str:
    names = [group.name for group in groups]
    return ", ".join(names[:_SHOWN]) + ("..." if len(names) > _SHOWN else "")

"""The values of merge fields as --set gives them: FIELD=VALUE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.sentences import say
from smsdesk.domain.templates import FIELDS, MergeText, canonical


def assigned(settings: Sequence[str]) -> dict[str, str]:
    """The values by the names of their fields; InputError for what is no FIELD=VALUE."""
    return dict(map(_assignment, settings))


def _assignment(setting: str) -> tuple[str, str]:
    name, separator, value = setting.partition("=")
    if not separator or not name.strip():
        raise InputError(say("--set {setting} is not understood. Write --set FIELD=VALUE.", setting=setting))
    return name.strip(), value


def check_fields(values: Mapping[str, str], text: str) -> None:
    """A value for a field that neither exists nor stands in the text is a slip of the keys: InputError."""
    in_text = set(map(fold, MergeText(text).names))
    for name in values:
        if canonical(name) not in FIELDS and fold(name) not in in_text:
            raise InputError(
                say("The field {fields} does not exist. Choose one of the list.", fields=f"{{{name}}}")
            )

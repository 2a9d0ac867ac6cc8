"""The library of templates as a file that desks give one another: written plainly, read with distrust."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.text import normalise
from smsdesk.domain.views import Template

CATEGORIES = (
    "absence", "cours", "concerts et auditions", "réunions", "examens", "inscriptions", "vie municipale",
    "travaux", "collecte", "élections", "alerte météo", "crise",
)  # fmt: skip
"""The categories of the library, in the order in which it shows them; others may be written."""

FORMAT = 1
"""The version of the file's form; a higher one is refused."""

LARGEST_FILE = 1_000_000
"""Octets: some thousand templates, more than any desk has."""

_FORMAT_KEY = "smsdesk_templates"
_MOST_TEMPLATES = 2_000
_MOST_GROUPS = 50
_LONGEST_NAME = 80
_LONGEST_CATEGORY = 40
_LONGEST_BODY = 1530
"""Ten SMS, what a text may make at most."""

Entry = Mapping[str, Any]


@dataclass(frozen=True)
class Rejected:
    """An entry of a file that is no template: its number, from 1, and why."""

    number: int
    reason: Sentence


@dataclass(frozen=True)
class SharedTemplates:
    """What a file holds."""

    templates: tuple[Template, ...]
    rejected: tuple[Rejected, ...] = ()


def category_place(category: str) -> tuple[int, str]:
    """Where a category stands in the library: the known ones in their order, then the others by name."""
    folded = fold(category)
    known = [fold(name) for name in CATEGORIES]
    return (known.index(folded) if folded in known else len(known), folded)


def write_document(templates: Sequence[Template], *, as_json: bool) -> str:
    """The file for these templates, as TOML or JSON; ids stay at home."""
    entries = [_entry(template) for template in templates]
    if as_json:
        return json.dumps({_FORMAT_KEY: FORMAT, "template": entries}, ensure_ascii=False, indent=2) + "\n"
    blocks = [f"{_FORMAT_KEY} = {FORMAT}\n"]
    for entry in entries:
        lines = [f"{key} = {_toml(value)}" for key, value in entry.items()]
        blocks.append("\n".join(("[[template]]", *lines, "")))
    return "\n".join(blocks)


def _toml(value: object) -> str:
    """A JSON string or list of strings is one of TOML as well, but for DEL, which TOML wants escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _entry(template: Template) -> dict[str, object]:
    return {
        "name": template.name,
        "category": template.category,
        "purpose": template.purpose.value,
        "body": template.body,
        "audience": list(template.audience),
    }


def read_document(octets: bytes) -> SharedTemplates:
    """The templates of a file. InputError where it is no such file; single bad entries are `rejected`."""
    document = _parsed(octets)
    version, entries = document.get(_FORMAT_KEY), document.get("template", [])
    if not isinstance(version, int) or not isinstance(entries, list):
        raise _no_library()
    if version > FORMAT:
        raise InputError(
            say("This file was made by a newer version of the program. Install that one to read it.")
        )
    if len(entries) > _MOST_TEMPLATES:
        raise InputError(
            say("This file holds more than {count} templates. Share it in parts.", count=_MOST_TEMPLATES)
        )
    return _sorted_out(entries)


def _parsed(octets: bytes) -> Entry:
    if len(octets) > LARGEST_FILE:
        raise InputError(say("This file is too large for a library of templates."))
    try:
        text = octets.decode("utf-8-sig")
        document = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (ValueError, RecursionError):  # both parsers' errors are ValueErrors, and so is a wrong encoding
        raise _no_library() from None
    if not isinstance(document, dict):
        raise _no_library()
    return document


def _no_library() -> InputError:
    return InputError(
        say("This file is no library of templates. Choose a .toml or .json file that SMS desk exported.")
    )


def _sorted_out(entries: Sequence[object]) -> SharedTemplates:
    templates: dict[str, Template] = {}
    rejected = []
    for number, entry in enumerate(entries, 1):
        found = _template(entry)
        if isinstance(found, Sentence):
            rejected.append(Rejected(number, found))
        elif fold(found.name) in templates:
            rejected.append(Rejected(number, say("The file has {name} twice.", name=found.name)))
        else:
            templates[fold(found.name)] = found
    return SharedTemplates(tuple(templates.values()), tuple(rejected))


def _template(entry: object) -> Template | Sentence:
    if not isinstance(entry, dict):
        return say("It is no template.")
    texts = {key: entry.get(key, "") for key in ("name", "category", "body", "purpose")}
    audience = entry.get("audience", [])
    if not all(isinstance(value, str) for value in texts.values()) or not _is_list_of_names(audience):
        return say("A name, category, text, purpose or audience is not written as text.")
    purpose = texts["purpose"] or Purpose.INFORMATION.value
    if purpose not in set(Purpose):
        return say("The purpose {purpose} does not exist.", purpose=_short(purpose))
    template = Template(
        None, texts["name"], texts["category"], texts["body"], Purpose(purpose), tuple(audience)
    )
    return checked(template)


def _is_list_of_names(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= _MOST_GROUPS
        and all(isinstance(name, str) for name in value)
    )


def checked(template: Template) -> Template | Sentence:
    """The template in the form in which it is kept, or why it cannot be."""
    name, category = _line(template.name), _line(template.category)
    body = normalise(template.body).strip()
    groups = tuple(dict.fromkeys(filter(None, map(_line, template.audience))))
    if not name:
        return say("The template has no name. Give it one.")
    if not body:
        return say("The template {name} has no text. Write one.", name=_short(name))
    if len(name) > _LONGEST_NAME or len(category) > _LONGEST_CATEGORY or len(body) > _LONGEST_BODY:
        return say("The template {name} is too long. Shorten its name, category or text.", name=_short(name))
    return replace(template, name=name, category=category, body=body, audience=groups)


def _line(text: str) -> str:
    return " ".join(normalise(text).split())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"

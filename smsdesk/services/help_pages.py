"""The pages of the help: read from the resources, cut into sections, and searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from smsdesk.domain.folding import fold
from smsdesk.services.resources import resource_path

FIRST = "README"
"""The page that the help begins with; the others tell more of one task each."""

WRITTEN_IN = "fr"
"""The language in which every page exists."""

_HEADING = re.compile(r"^(#{1,3}) (.+)$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`|#]|^ *[-:| ]+$", re.MULTILINE)
_COMMANDS = re.compile(r"^    (smsdesk|python3|\.)\b.*$", re.MULTILINE)
_EXCERPT = 120
"""Characters shown around what was found: two lines of the help's list."""


@dataclass(frozen=True)
class Section:
    """One heading with the plain text below it, up to the next heading; `anchor` names it within its page."""

    title: str
    anchor: str
    text: str


@dataclass(frozen=True)
class HelpPage:
    """One page: its file name without ".md", its Markdown, and the language it is written in."""

    name: str
    language: str
    markdown: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.sections[0].title


@dataclass(frozen=True)
class Found:
    """A section in which every word that was sought stands, with the words around the first of them."""

    page: HelpPage
    section: Section
    excerpt: str


def anchor_of(title: str) -> str:
    """The name of a section within its page: its folded words."""
    return "-".join(re.findall(r"\w+", fold(title)))


@cache
def pages(language: str) -> tuple[HelpPage, ...]:
    """Every page, the first one first; in `language` where there is such a text, else in French."""
    names = sorted(
        resource_path("help", WRITTEN_IN).glob("*.md"), key=lambda path: (path.stem != FIRST, path.stem)
    )
    return tuple(_read(path, language) for path in names)


def page(language: str, name: str) -> HelpPage | None:
    """One page by its name."""
    return next((each for each in pages(language) if each.name == name), None)


def search(among: Sequence[HelpPage], sought: str) -> list[Found]:
    """The sections that have every word of `sought`, whatever its case and accents; titles come first."""
    words = fold(sought).split()
    if not words:
        return []
    ranked = [
        (
            -sum(word in fold(section.title) for word in words),
            at,
            Found(each, section, _excerpt(section, words)),
        )
        for at, (each, section) in enumerate(_sections(among))
        if _has_all(f"{section.title} {section.text}", words)
    ]
    return [found for _rank, _at, found in sorted(ranked, key=lambda entry: entry[:2])]


def _sections(among: Sequence[HelpPage]) -> Iterator[tuple[HelpPage, Section]]:
    for each in among:
        for section in each.sections:
            yield each, section


def _has_all(text: str, words: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _excerpt(section: Section, words: list[str]) -> str:
    """The text from the start of the sentence, roughly, in which the first word stands."""
    text = " ".join(section.text.split())
    at = max(fold(text).find(words[0]), 0)
    start = max(text.rfind(". ", 0, at) + 2, at - _EXCERPT // 2) if at > _EXCERPT // 2 else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    cut = text[start : start + _EXCERPT].rstrip()
    return f"{'…' if start else ''}{cut}{'…' if start + _EXCERPT < len(text) else ''}"


def _read(path: Path, language: str) -> HelpPage:
    own = resource_path("help", language, path.name)
    chosen, spoken = (own, language) if own.is_file() else (path, WRITTEN_IN)
    markdown = chosen.read_text("utf-8")
    return HelpPage(path.stem, spoken, markdown, tuple(_cut(markdown)))


def _cut(markdown: str) -> Iterator[Section]:
    title, lines = "", list[str]()
    for line in markdown.splitlines():
        heading = _HEADING.match(line)
        if heading is None:
            lines.append(line)
            continue
        if title:
            yield _section(title, lines)
        title, lines = heading.group(2), []
    yield _section(title, lines)


def _section(title: str, lines: list[str]) -> Section:
    words = _COMMANDS.sub("", "\n".join(lines))
    return Section(title, anchor_of(title), _MARKS.sub("", _LINK.sub(r"\1", words)).strip())

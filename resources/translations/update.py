"""Bring the translations up to date: collect every string of the program, keep what is translated, compile.

    .venv/bin/python resources/translations/update.py          # update *.ts and *.qm, say what is missing
    .venv/bin/python resources/translations/update.py --check  # change nothing; exit 1 when something differs

Strings are `self.tr("...")` (context: the class), `translate("context", "...")`, and `say("...")` of the
services and the domain (context: sentences). A third argument with a count makes a plural. Translate in Qt
Linguist (`.venv/bin/pyside6-linguist`) or in the file, then run this again.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # our own files
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent.parent / "smsdesk"
LANGUAGES = ("fr", "en")
PLURALS = 2
"""French and English both tell one from many (they differ on zero, which Qt knows)."""


@dataclass(frozen=True, order=True)
class Source:
    """One string to translate; `plural` when it is said with a count."""

    context: str
    text: str
    comment: str = ""
    plural: bool = False


class _Collector(ast.NodeVisitor):
    """Walks one module and remembers in which class it is."""

    def __init__(self) -> None:
        self.found: set[Source] = set()
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:  # ast's name
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:  # ast's name
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
        if name == "say":
            self._add("sentences", texts[:1])
        elif name == "tr" and self._classes:
            self._add(self._classes[-1], texts)
        elif name == "translate" and texts and isinstance(texts[0], str):
            self._add(texts[0], texts[1:])
        self.generic_visit(node)

    def _add(self, context: str, texts: list[object]) -> None:
        if texts and isinstance(texts[0], str) and texts[0]:
            comment = texts[1] if len(texts) > 1 and isinstance(texts[1], str) else ""
            self.found.add(Source(context, texts[0], comment, plural=len(texts) > 2))


def collect() -> set[Source]:
    """Every string of the program."""
    collector = _Collector()
    for path in sorted(SOURCES.rglob("*.py")):
        collector.visit(ast.parse(path.read_text("utf-8"), str(path)))
    return collector.found


def wanted(sources: set[Source], language: str) -> set[Source]:
    """What a language has to translate: English only says its plurals."""
    return {source for source in sources if source.plural or language != "en"}


def read(path: Path) -> dict[Source, list[str]]:
    """The translations of a file: one text, or the two forms of a plural."""
    known: dict[Source, list[str]] = {}
    if not path.exists():
        return known
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  # our own files
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            source = Source(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                plural,
            )
            translation = message.find("translation")
            if translation is not None:
                forms = [form.text or "" for form in translation.iter("numerusform")]
                known[source] = forms if plural else [translation.text or ""]
    return known


def write(path: Path, language: str, translations: dict[Source, list[str]]) -> None:
    """Write a .ts file, sorted, so that changes read well."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for source in sorted(translations):
        if source.context not in contexts:
            contexts[source.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[source.context], "name").text = source.context
        _message(contexts[source.context], source, translations[source])
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    path.write_text(text, "utf-8", newline="\n")


def _message(context: ET.Element, source: Source, forms: list[str]) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if source.plural else {})
    ET.SubElement(message, "source").text = source.text
    if source.comment:
        ET.SubElement(message, "comment").text = source.comment
    translation = ET.SubElement(message, "translation", {} if all(forms) else {"type": "unfinished"})
    if source.plural:
        for form in forms:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0]


def printed(form: str) -> str:
    """French with its apostrophes and no-break spaces, so that one may type ordinary ones."""
    form = re.sub(r"(?<=\w)'(?=[\w{])", "\u2019", form)
    form = re.sub(" ([;!?])", "\u202f\\1", form)
    return form.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def merge(sources: set[Source], known: dict[Source, list[str]]) -> dict[Source, list[str]]:
    """What is translated stays, what is new is empty, what is gone is dropped."""
    return {source: known.get(source, [""] * (PLURALS if source.plural else 1)) for source in sources}


def compile_to(folder: Path) -> Iterator[Path]:
    """Compile every .ts file into `folder`."""
    from PySide6 import __file__ as package  # noqa: PLC0415  # not needed to collect

    lrelease = next(Path(package).parent.glob("lrelease*"))
    for language in LANGUAGES:
        target = folder / f"smsdesk_{language}.qm"
        command = [lrelease, "-silent", "-nounfinished", HERE / f"smsdesk_{language}.ts", "-qm", target]
        subprocess.run(command, check=True)
        yield target


def differences() -> list[str]:
    """What an update would change or what is not translated, in words."""
    sources = collect()
    found = []
    for language in LANGUAGES:
        known = read(HERE / f"smsdesk_{language}.ts")
        asked = wanted(sources, language)
        found += [f"{language}: not in the file: {source.text}" for source in sorted(asked - set(known))]
        found += [f"{language}: no longer used: {source.text}" for source in sorted(set(known) - asked)]
        found += [
            f"{language}: not translated: {source.text}" for source in sorted(known) if not all(known[source])
        ]
    if not found:
        with tempfile.TemporaryDirectory() as folder:
            for compiled in compile_to(Path(folder)):
                kept = HERE / compiled.name
                if not kept.exists() or kept.read_bytes() != compiled.read_bytes():
                    found.append(f"{compiled.name} is not compiled from its .ts file")
    return found


def update() -> None:
    """Bring .ts and .qm files up to date."""
    sources = collect()
    for language in LANGUAGES:
        path = HERE / f"smsdesk_{language}.ts"
        known = read(path)
        for source in filter(lambda each: each.plural, known):
            known[source] = [form.replace("%n", "%Ln") for form in known[source]]  # grouped: 12 480
        if language == "fr":
            known = {source: [printed(form) for form in forms] for source, forms in known.items()}
        write(path, language, merge(wanted(sources, language), known))
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        for compiled in compile_to(
            Path(folder)
        ):  # a running window has the old file mapped: never write into it
            compiled.replace(HERE / compiled.name)


def main() -> int:
    """Update, or check."""
    if "--check" not in sys.argv[1:]:
        update()
    found = differences()
    print("\n".join(found) or "All translations are complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""The help: what the guide says, whole, cut at its headings, and found without accents."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from smsdesk.services import help_pages, resources

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def update() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("help_update", ROOT / "resources/help/update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["help_update"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["help_update"]


def test_the_help_is_what_the_guide_says(update: ModuleType) -> None:
    assert update.differences() == [], "run .venv/bin/python resources/help/update.py"


def test_pictures_stay_in_the_guide_and_commands_stay_as_they_are_typed(update: ModuleType) -> None:
    guide = "# Titre\n\n![Une image](../images/x.png)\n\nDites : « oui » !\n\n    smsdesk send : « x »\n"
    assert update.made(guide) == (
        "# Titre\n\nDites\u00a0: «\u00a0oui\u00a0»\u202f!\n\n    smsdesk send : « x »\n"
    )


def test_every_page_of_the_guide_is_there_the_first_one_first() -> None:
    names = [page.name for page in help_pages.pages("fr")]
    assert names[0] == help_pages.FIRST
    assert sorted(names) == sorted(path.stem for path in (ROOT / "docs/guide").glob("*.md"))


def test_every_link_leads_to_a_page_and_a_section() -> None:
    for page in help_pages.pages("fr"):
        for link in re.findall(r"\]\(([^)]+)\)", page.markdown):
            name, _, anchor = link.partition("#")
            target = help_pages.page("fr", name.removesuffix(".md") or page.name)
            assert target is not None, f"{page.name}: {link}"
            anchors = {section.anchor for section in target.sections}
            assert not anchor or help_pages.anchor_of(anchor) in anchors, f"{page.name}: {link}"


def test_the_search_knows_no_accents_and_puts_titles_first() -> None:
    found = help_pages.search(help_pages.pages("fr"), "BROUILLÔNS")
    assert (found[0].page.name, found[0].section.title) == ("envoyer", "Brouillons")
    assert help_pages.search(help_pages.pages("fr"), "eleves")[0].excerpt
    assert all("brouillon" in each.section.text + each.section.title.lower() for each in found)


def test_every_word_counts_and_no_word_finds_nothing() -> None:
    pages = help_pages.pages("fr")
    both = help_pages.search(pages, "code PIN")
    assert [each.section.anchor for each in both][:1] == ["brancher-le-modem"]
    assert help_pages.search(pages, "code xyzzy") == []
    assert help_pages.search(pages, "   ") == []


def test_a_language_without_a_text_of_its_own_has_the_french_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, name, words in (
        ("fr", "README", "Le guide"),
        ("fr", "envoyer", "Envoyer"),
        ("en", "envoyer", "Send"),
    ):
        path = tmp_path / "help" / folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {words}\n", "utf-8")
    monkeypatch.setattr(help_pages, "resource_path", tmp_path.joinpath)
    help_pages.pages.cache_clear()
    try:
        assert [(page.title, page.language) for page in help_pages.pages("en")] == [
            ("Le guide", "fr"),
            ("Send", "en"),
        ]
    finally:
        help_pages.pages.cache_clear()
    assert resources.resource_path("help").is_dir()

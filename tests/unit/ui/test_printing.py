"""The printed sheet of a class."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from smsdesk.domain.class_sheet import ClassSheet, SheetGuardian, SheetPerson, SheetPhone
from smsdesk.domain.people import GroupKind
from smsdesk.services.long_work import LongWork
from smsdesk.ui import paper
from smsdesk.ui.printing import group_paper

PHONE = SheetPhone("06 39 98 00 01", "portable")


def sheet(count: int, name: str = "Martin") -> ClassSheet:
    mother = SheetGuardian(
        "Anne <b>Martin</b>", "mère", (PHONE, SheetPhone("01 99 00 01 01")), receives=False
    )
    people = tuple(
        SheetPerson(f"{name} {n}", "Léa", "04/03/2014", (PHONE,), (mother,) * (n % 4)) for n in range(count)
    )
    return ClassSheet(
        "Mairie",
        "Piano <img src=x>",
        GroupKind.COURSE,
        "Claire Roux",
        ("mercredi 14:00",),
        "",
        "11/03/2026",
        people,
    )


def sheet_pages(shown: ClassSheet) -> list[Sequence[SheetPerson]]:
    """Who stands on which page of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(paper.page())
    return group_paper(shown).pages(writer)


def test_names_are_texts_and_never_html(qapp: QApplication) -> None:
    text = group_paper(sheet(1, "<script>")).whole().toPlainText()
    assert "<script> 0 Léa" in text
    assert "Piano <img src=x>" in text
    assert "06 39 98 00 01 portable" in text


@pytest.mark.parametrize("count", [0, 1, 20, 300])
def test_everybody_stands_on_exactly_one_page(qapp: QApplication, count: int) -> None:
    pages = sheet_pages(sheet(count))
    assert [person for page in pages for person in page] == list(sheet(count).people)
    assert all(pages[:-1])
    pdf = paper.as_pdf(group_paper(sheet(count)).sheet(), LongWork())
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(pages)
    assert (len(pages) > 5) == (count == 300)


def test_an_overlong_name_does_not_hang_the_printer(qapp: QApplication) -> None:
    assert len(sheet_pages(sheet(3, "Zoé " * 3_000))) >= 3

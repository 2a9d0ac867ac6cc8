"""An import that is stopped while it is written: the plan is there as before, and can be applied after all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_desk import PageDesk, child
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from smsdesk.domain.import_plan import ImportPlan, ImportResult
from smsdesk.services.importing import Importing
from smsdesk.services.long_work import LongWork
from smsdesk.ui.pages.importing import ImportPage

LIST = "Nom;Prénom;Classe;Portable\nMartin;Léa;Piano;06 39 98 00 01\nPetit;Tom;Piano;06 39 98 00 02\n"
DEADLINE_S = 60.0


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[PageDesk]:
    made = PageDesk(qtbot, tmp_path)
    yield made
    made.close()


def test_the_plan_stays_and_nobody_was_imported(
    opened: PageDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path := tmp_path / "piano.csv").write_text(LIST, "utf-8")
    page = opened.show(ImportPage)
    assert isinstance(page, ImportPage)
    page.load(path)
    apply = child(page, "import_apply")
    assert isinstance(apply, QAbstractButton)
    opened.until(lambda: page.plan_view.isVisible() and apply.isEnabled())
    stopped, whole = threading.Event(), Importing.apply

    def wait_and_apply(importing: Importing, plan: ImportPlan, *, work: LongWork, **how: Any) -> ImportResult:
        assert stopped.wait(DEADLINE_S)
        return whole(importing, plan, work=work, **how)

    monkeypatch.setattr(Importing, "apply", wait_and_apply)
    apply.click()
    assert not apply.isEnabled()
    (going,) = opened.tasks.going
    assert "piano.csv" in going.words
    going.work.stop()
    stopped.set()
    opened.until(page.problem.isVisible)
    assert opened.services.people.contact_ids() == ()
    assert apply.isEnabled(), "the plan that was stopped can be applied after all"
    apply.click()
    opened.until(lambda: page.result is not None)
    assert opened.services.people.count() == 2

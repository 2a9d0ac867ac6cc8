"""Files dropped anywhere on the window go where they belong; what is no list and no template is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from page_desk import PageDesk, child
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from smsdesk.services.resources import resource_path
from smsdesk.ui.dropping import sort
from smsdesk.ui.i18n import Language
from smsdesk.ui.pages.importing import ImportPage
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def dragged(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def hold(window: MainWindow, data: QMimeData, at: QPoint) -> None:
    """As the window system tells it: to the handle of the window."""
    event = QDragEnterEvent(at, COPY, data, LEFT, NONE)
    QGuiApplication.sendEvent(window.windowHandle(), event)


def drop(window: MainWindow, data: QMimeData, at: QPoint = QPoint(600, 300)) -> None:  # noqa: B008
    hold(window, data, at)
    QGuiApplication.sendEvent(window.windowHandle(), QDropEvent(QPointF(at), COPY, data, LEFT, NONE))


def test_files_are_sorted_by_what_becomes_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "classes.xlsx"
    folder.mkdir()
    files = [Path(name) for name in ("a.XLSX", "b.vcf", "c.toml", "d.json", "e.pdf")]
    dropped = sort([*files, folder])
    assert dropped.lists == (Path("a.XLSX"), Path("b.vcf"))
    assert dropped.templates == (Path("c.toml"), Path("d.json"))
    assert dropped.others == (Path("e.pdf"), folder)
    assert set(dropped.left_out) == {Path("c.toml"), Path("d.json"), Path("e.pdf"), folder}
    assert sort(files[2:]).left_out == (Path("e.pdf"), Path("d.json"))


def test_a_class_list_dropped_on_any_page_is_looked_at(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Place(Route.REPORTS))
    drop(window, dragged(resource_path("samples", "conservatoire.xlsx")))
    page = window.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(page.plan_view.isVisible)
    assert not child(window, "drop_cover").isVisible()


def test_a_field_does_not_take_the_file_as_text(window: MainWindow) -> None:
    window.go(Place(Route.NOTIFY))
    field = child(window, "notify_text")
    assert isinstance(field, QPlainTextEdit)
    at = field.mapTo(window, field.rect().center())
    drop(window, dragged(Path("notice.pdf")), at)
    assert field.toPlainText() == ""
    assert "notice" not in window.toast.text
    assert window.toast.text.startswith("SMS desk ne lit pas ce genre de fichier.")
    assert window.page.isVisible()


def test_a_library_of_templates_is_taken_in(
    qtbot: QtBot, desk: PageDesk, window: MainWindow, tmp_path: Path
) -> None:
    desk.services.templates.sharing.export(path := tmp_path / "nos.json", desk.services.templates.list()[:1])
    path.write_text(
        path.read_text("utf-8").replace(desk.services.templates.list()[0].name, "Du lycée"), "utf-8"
    )
    drop(window, dragged(path))
    qtbot.waitUntil(lambda: "Du lycée" in {each.name for each in desk.services.templates.list()})
    assert window.page is window._pages[Route.TEMPLATES]


def test_what_is_left_out_is_named(qtbot: QtBot, window: MainWindow) -> None:
    drop(window, dragged(resource_path("samples", "conservatoire.xlsx"), Path("photo\u202e.png")))
    assert "photo" in window.toast.text
    assert "\u202e" not in window.toast.text
    qtbot.waitUntil(lambda: window.tasks.idle)


def test_the_cover_says_what_dropping_does_and_goes_with_the_files(window: MainWindow) -> None:
    cover = child(window, "drop_cover")
    data = dragged(Path("a.csv"), Path("b.csv"))
    hold(window, data, QPoint(300, 300))
    assert cover.isVisible()
    assert cover._title.text() == "Déposez pour vérifier 2 listes avant de les importer"  # type: ignore[attr-defined]
    QGuiApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert not cover.isVisible()


def test_text_that_is_dragged_is_left_to_the_fields(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("Bonjour")
    data.setUrls([QUrl("https://example.org/a.csv")])
    hold(window, data, QPoint(300, 300))
    assert not child(window, "drop_cover").isVisible()
    QGuiApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())


def test_files_are_taken_after_the_language_changed(qtbot: QtBot, desk: PageDesk, window: MainWindow) -> None:
    before = child(window, "drop_cover")
    services = desk.services.preferences
    services.keep(replace(services.read(), language="en"))
    qtbot.waitUntil(lambda: window._translations.language is Language.ENGLISH)
    assert window.drop is not before
    qtbot.waitUntil(lambda: window.centralWidget().width() == window.width())
    drop(window, dragged(Path("x.pdf")))
    assert window.toast.text.startswith("SMS desk does not read such files.")

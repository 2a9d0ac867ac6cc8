"""Ctrl+K: everything one can go to or do is found by a few letters, ranked, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from made_groups import made_group
from page_desk import PageDesk, whole_window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.services.notify import SendOptions
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.palette import Entry, Kind, Palette
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.window import MainWindow

HOME = Place(Route.HOME)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(palette: Palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def entries(*words: str) -> list[Entry]:
    return [Entry(each, HOME, Icon.HOME) for each in words]


def test_what_begins_so_comes_first_then_words_that_do_then_the_rest(parent: QWidget) -> None:
    palette = Palette(parent, entries("Réception", "Nouvelle exception", "Liste à exporter", "Excès"))
    palette.search.setText("EXC")
    assert shown(palette) == ["Excès", "Nouvelle exception"]
    palette.search.setText("ept")
    assert shown(palette) == ["Réception", "Nouvelle exception"]
    palette.search.setText("exporter liste")
    assert shown(palette) == ["Liste à exporter"]


def test_other_words_find_it_last_and_a_page_goes_before_its_help(parent: QWidget) -> None:
    palette = Palette(
        parent,
        [
            Entry("Alerte", Topic("alerte"), Icon.HELP, Kind.HELP),
            Entry("Alerte", HOME, Icon.ALERT),
            Entry("Crise", HOME, Icon.ALERT, also="alerte"),
        ],
    )
    palette.search.setText("alerte")
    assert shown(palette) == ["Alerte", "Alerte · help", "Crise"]


def test_without_a_word_the_pages_and_actions_stand_there_and_no_template(parent: QWidget) -> None:
    palette = Palette(parent, [*entries("Accueil"), Entry("Absence", HOME, Icon.TEMPLATES, Kind.TEMPLATE)])
    assert shown(palette) == ["Accueil"]


class Slow:
    """Looks for people and answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Callable[[Sequence[Entry]], None]]] = []

    def __call__(self, sought: str, show: Callable[[Sequence[Entry]], None]) -> None:
        self.asked.append((sought, show))


def person(name: str) -> Entry:
    return Entry(name, Place(Route.PEOPLE, 7), Icon.PERSON, Kind.PERSON)


def test_a_late_answer_for_fewer_letters_is_dropped_and_enter_waits_for_the_right_one(
    qtbot: QtBot, parent: QWidget
) -> None:
    slow, taken = Slow(), []
    palette = Palette(parent, entries("Accueil"), slow)
    palette.chosen.connect(taken.append)
    palette.open()
    palette.search.setText("ma")
    palette.search.setText("martin")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert taken == [], "there is nothing to take as yet"
    slow.asked[0][1]([person("Max Martinet")])
    assert shown(palette) == []
    slow.asked[1][1]([person("Léa Martin")])
    assert taken == [Place(Route.PEOPLE, 7)]


def test_what_a_person_moved_to_stays_marked_when_more_is_found(qtbot: QtBot, parent: QWidget) -> None:
    slow = Slow()
    palette = Palette(parent, entries("Marge", "Marche"), slow)
    palette.search.setText("mar")
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    slow.asked[0][1]([person("Mar Martin")])
    assert palette.list.currentItem().text() == "Marche"


@pytest.fixture
def window(desk: PageDesk) -> Iterator[MainWindow]:
    desk.person("Zoé", "Éluard", "+33639980001")
    made_group(desk.services.people, "Piano")
    desk.services.notify.send_numbers(["+33639980001"], "Le concert est samedi", SendOptions())
    with whole_window(desk) as made:
        yield made


def palette_of(window: MainWindow) -> Palette:
    found = [each for each in window.findChildren(Palette) if each.isVisible()]
    return found[0]


def pick(desk: PageDesk, window: MainWindow, typed: str, expected: str) -> None:
    """By keys: open it, type, wait until what is meant is marked, Enter."""
    window.activateWindow()  # here is no window manager that would do so when a dialog closes
    desk.until(window.isActiveWindow)
    desk.qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = palette_of(window)
    desk.qtbot.keyClicks(palette.search, typed)
    desk.until(lambda: any(line.startswith(expected) for line in shown(palette)))
    while not palette.list.currentItem().text().startswith(expected):
        desk.qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    desk.qtbot.keyClick(palette.search, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "expected", "place"),
    [
        ("recep", "Réception", Route.INBOX),
        ("sauvegarde", "Données", Route.SETTINGS),
        ("doublon", "Doublons possibles", Route.DUPLICATES),
        ("zoe eluard", "Zoé Éluard", Route.PEOPLE),
        ("concert", "Le concert est samedi", Route.BROADCAST),
        ("piano", "Écrire à Piano", Route.NOTIFY),
        ("professeur remplace", "Professeur remplacé", Route.NOTIFY),
    ],
)
def test_pages_people_sends_groups_and_templates_are_reached(
    desk: PageDesk, window: MainWindow, typed: str, expected: str, place: Route
) -> None:
    gone: list[Place] = []
    window._finding.going.connect(gone.append)
    pick(desk, window, typed, expected)
    assert [each.route for each in gone] == [place]


def test_a_help_topic_opens_the_help_there(desk: PageDesk, window: MainWindow) -> None:
    pick(desk, window, "mettre donnees securite", "Mettre les données en sécurité")
    desk.until(window.help.isVisible)
    assert window.help.topic == Topic(anchor="mettre-les-donnees-en-securite")


def test_an_action_is_done_and_undo_is_offered_with_what_it_takes_back(
    desk: PageDesk, window: MainWindow
) -> None:
    back: list[str] = []
    window.notices.done("Le modèle est supprimé.", lambda: back.append("back"))
    pick(desk, window, "annuler", "Annuler\u00a0: Le modèle est supprimé")
    assert back == ["back"]
    pick(desk, window, "raccourcis", "Tous les raccourcis")
    desk.until(lambda: QApplication.activeModalWidget() is not None)
    QApplication.activeModalWidget().close()


def test_each_group_of_the_desk_is_offered_with_what_the_page_begins_with(
    desk: PageDesk, window: MainWindow
) -> None:
    gone: list[Place] = []
    window._finding.going.connect(gone.append)
    pick(desk, window, "ecrire piano", "Écrire à Piano")
    group = desk.services.people.group_named("Piano")
    assert gone[0].what == NotifyStart(group_ids=(group.id,))

"""The editor of a message: fields are one thing, the text stays plain, a brace proposes names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from smsdesk.domain.templates import FIELDS
from smsdesk.ui.pages.notify_fields import FieldBar
from smsdesk.ui.widgets.message_editor import MessageEditor

TEXT = "😀 Bonjour {prénom}, à {heure}"
START = 2 + len(" Bonjour ")  # Qt counts an emoji as two
END = START + len("{prénom}")


@pytest.fixture
def editor(qtbot: QtBot) -> MessageEditor:
    made = MessageEditor("Text")
    made.offer_fields(tuple(FIELDS))
    qtbot.addWidget(made)
    made.resize(400, 120)
    made.show()
    made.setPlainText(TEXT)
    made.setFocus()
    return made


def put(editor: MessageEditor, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)


def test_the_text_is_plain(editor: MessageEditor) -> None:
    assert editor.toPlainText() == TEXT
    assert [span.written for span in editor.spans()] == ["{prénom}", "{heure}"]
    assert (editor.spans()[0].start, editor.spans()[0].end) == (START, END)


@pytest.mark.parametrize(
    ("key", "at", "left"),
    [
        (Qt.Key.Key_Backspace, END, "😀 Bonjour , à {heure}"),
        (Qt.Key.Key_Delete, START, "😀 Bonjour , à {heure}"),
        (Qt.Key.Key_Backspace, START, "😀 Bonjour{prénom}, à {heure}"),
        (Qt.Key.Key_Delete, END, "😀 Bonjour {prénom} à {heure}"),
    ],
)
def test_a_field_is_deleted_as_a_whole(
    qtbot: QtBot, editor: MessageEditor, key: Qt.Key, at: int, left: str
) -> None:
    put(editor, at)
    qtbot.keyClick(editor, key)
    assert editor.toPlainText() == left
    editor.undo()
    assert editor.toPlainText() == TEXT


def test_the_arrows_step_over_a_field(qtbot: QtBot, editor: MessageEditor) -> None:
    put(editor, START)
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    assert editor.textCursor().position() == END
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    assert editor.textCursor().position() == START
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectedText() == "{prénom}"


def test_a_cursor_inside_a_field_takes_it_as_a_whole(editor: MessageEditor) -> None:
    put(editor, START + 3)
    assert editor.textCursor().selectedText() == "{prénom}"
    assert editor.current_field == editor.spans()[0]
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(START + 3, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    assert editor.textCursor().position() == END


def test_a_brace_proposes_names_and_enter_takes_one(qtbot: QtBot, editor: MessageEditor) -> None:
    editor.setPlainText("")
    qtbot.keyClicks(editor, "Le {")
    assert len(editor._completion.proposed) == len(FIELDS)
    qtbot.keyClicks(editor, "h")
    assert editor._completion.proposed == ("heure",)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "Le {heure}"
    assert editor._completion.proposed == ()


def test_names_are_found_without_accents_and_the_arrows_choose(qtbot: QtBot, editor: MessageEditor) -> None:
    editor.setPlainText("")
    qtbot.keyClicks(editor, "{r")
    assert editor._completion.proposed == ("remplaçant", "rattrapage")
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "{rattrapage}"
    qtbot.keyClicks(editor, " {{")
    assert editor._completion.proposed == ()
    qtbot.keyClicks(editor, " {zz")
    assert editor._completion.proposed == ()


def test_escape_closes_the_list_and_leaves_the_text(qtbot: QtBot, editor: MessageEditor) -> None:
    editor.setPlainText("")
    qtbot.keyClicks(editor, "{pr")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor._completion.proposed == ()
    assert editor.toPlainText() == "{pr"


def test_a_field_is_put_behind_a_word_with_a_space(editor: MessageEditor) -> None:
    editor.setPlainText("Bonjour")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insert_field("{prénom}")
    editor.append_words(" Répondez OUI.")
    assert editor.toPlainText() == "Bonjour {prénom} Répondez OUI."


def test_the_bar_gives_a_field_its_fall_back(qtbot: QtBot, editor: MessageEditor) -> None:
    bar = FieldBar(editor)
    qtbot.addWidget(bar)
    put(editor, START + 1)
    editor.field_changed.emit()
    bar.fallback.setText("votre {enfant|")
    bar.fallback.textEdited.emit("")
    assert editor.toPlainText() == TEXT.replace("{prénom}", "{prénom|votre enfant}")
    bar.plain.setChecked(True)
    assert "{prénom sans accent|votre enfant}" in editor.toPlainText()
    bar.fallback.clear()
    bar.plain.setChecked(False)
    assert editor.toPlainText() == TEXT

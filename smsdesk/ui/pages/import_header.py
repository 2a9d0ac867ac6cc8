"""The header over the columns of a file: for each its letter, its own header, and what it is taken for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from smsdesk.domain.class_lists import CHILD, GUARDIAN, PUPIL, TEACHER, Choice, Column, Meaning, SheetSummary
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.import_words import choice_word
from smsdesk.ui.models.import_file import LEFT_OUT
from smsdesk.ui.widgets.fields import Picker
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.text import ElidedLabel

COLUMN_WIDTH = tokens.RAIL_WIDTH + tokens.SPACE_M
"""Room for the words of a choice."""
_M = Meaning
_OWN = (
    _M.LAST_NAME, _M.FIRST_NAME, _M.FULL_NAME, _M.USUAL_NAME, _M.BIRTH_NAME, _M.PHONE, _M.EMAIL,
    _M.BIRTH_DATE, _M.CLASS, _M.LEVEL, _M.EXTERNAL_ID, _M.ADDRESS, _M.POSTCODE, _M.CITY, _M.RECEIVES,
    _M.REFUSES,    _M.NOTES,
)  # fmt: skip
_LESSON = (_M.TEACHER, _M.DAY, _M.TIME, _M.END_TIME, _M.ROOM)
_GUARDIANS = (
    _M.LAST_NAME, _M.FIRST_NAME, _M.FULL_NAME, _M.PERSON, _M.PHONE, _M.EMAIL, _M.RELATION, _M.RECEIVES,
    _M.REFUSES,    _M.ADDRESS, _M.POSTCODE, _M.CITY,
)  # fmt: skip
_CHILDS = (_M.LAST_NAME, _M.FIRST_NAME, _M.FULL_NAME, _M.CLASS, _M.BIRTH_DATE)
_TEACHERS = (_M.PHONE, _M.EMAIL)
_CHOOSING_PAUSE_MS = 300
"""Between two keys that go through the choices of a field."""
_FEWEST_GUARDIANS = 2
"""So many are offered, whether or not the list was seen to have them."""


def key_of(choice: Choice | None) -> str:
    """A choice as the key of an entry."""
    return f"{choice.meaning}/{choice.person}" if choice else ""


class MeaningPicker(Picker):
    """A choice that the wheel does not change while one scrolls past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MeaningHeader(QHeaderView):
    """Fields in place of a header; `corrected` carries (index of the column, Choice or None)."""

    corrected = Signal(int, object)

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._cells: list[QWidget] = []
        self._headers: list[tuple[str, str]] = []
        self._offered: list[Choice | None] = []
        self._words: dict[Choice | None, str] = {}
        self._chosen: tuple[int, Choice | None] | None = None
        """What was chosen just now, and is told once the keys rest."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_CHOOSING_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionResized.connect(lambda *_sizes: self._place())
        table.horizontalScrollBar().valueChanged.connect(lambda _at: self._place())

    def show_sheet(self, sheet: SheetSummary) -> None:
        """Fields for the columns of a sheet; those that stand there already stay, with the keyboard."""
        offered = list(_offered(sheet))
        headers = [(each.letter, each.header) for each in sheet.columns]
        if headers == self._headers and offered == self._offered:
            for cell, each in zip(self._cells, sheet.columns, strict=True):
                if self._chosen is None or self._chosen[0] != each.index:
                    self._fill(_picker(cell), each)
        else:
            self._headers, self._offered = headers, offered
            self._make_cells(sheet)
        self._place()

    def _make_cells(self, sheet: SheetSummary) -> None:
        focused = next((at for at, cell in enumerate(self._cells) if _picker(cell).hasFocus()), None)
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells = [self._cell(each) for each in sheet.columns]
        for before, after in zip(self._cells, self._cells[1:], strict=False):
            QWidget.setTabOrder(_picker(before), _picker(after))
        self.setFixedHeight(max((cell.sizeHint().height() for cell in self._cells), default=0))
        if focused is not None and focused < len(self._cells):
            _picker(self._cells[focused]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _cell(self, each: Column) -> QWidget:
        words = f"{each.letter} · {visible(each.header)}" if each.header else each.letter
        picker = MeaningPicker(words)
        picker.setObjectName(f"import_column_{each.letter}")
        self._fill(picker, each)
        picker.activated.connect(lambda at: self._choose(each.index, self._choice(picker, at)))
        picker.installEventFilter(self)
        cell = QWidget(self.viewport())
        title = ElidedLabel(words, Type.STRONG)
        cell.setLayout(column(title, picker, space=tokens.SPACE_XS, margin=tokens.SPACE_S))
        cell.show()
        return cell

    def _fill(self, picker: MeaningPicker, each: Column) -> None:
        """The choices, with what the column is taken for among them."""
        current = None if each.meaning in LEFT_OUT else Choice(each.meaning or _M.NOTES, each.person)
        choices = self._offered if current in self._offered else [current, *self._offered]
        if [picker.itemData(at) for at in range(picker.count())] != list(map(key_of, choices)):
            picker.clear()
            for choice in choices:
                picker.addItem(self._word(choice), key_of(choice))
        picker.setCurrentIndex(picker.findData(key_of(current)))
        picker.setToolTip(picker.currentText())

    def _word(self, choice: Choice | None) -> str:
        """The words of a choice, translated once: every column offers them all."""
        if choice not in self._words:
            self._words[choice] = choice_word(choice)
        return self._words[choice]

    def _choice(self, picker: MeaningPicker, at: int) -> Choice | None:
        key = picker.itemData(at)
        meaning, _, person = str(key).partition("/")
        return Choice(Meaning(meaning), person) if meaning else None

    def _choose(self, index: int, choice: Choice | None) -> None:
        """Wait for more: who goes through the choices by keys does not mean each of them."""
        if self._chosen is not None and self._chosen[0] != index:
            self._tell()
        self._chosen = (index, choice)
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        if self._chosen is not None:
            (index, choice), self._chosen = self._chosen, None
            self.corrected.emit(index, choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the column into sight when its field gets the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            at = next((at for at, cell in enumerate(self._cells) if _picker(cell) is watched), None)
            if at is not None:
                self._reveal(at)
        return super().eventFilter(watched, event)

    def _reveal(self, at: int) -> None:
        bar = self._table.horizontalScrollBar()
        left = self.sectionPosition(at)
        right = left + self.sectionSize(at) - self.viewport().width()
        bar.setValue(min(max(bar.value(), right), left))

    def _place(self) -> None:
        for at, cell in enumerate(self._cells):
            if at < self.count():
                cell.setGeometry(
                    self.sectionViewportPosition(at), 0, self.sectionSize(at), self.viewport().height()
                )

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent, by Qt
        self._place()

    def sizeHint(self) -> QSize:
        height = max(
            (cell.sizeHint().height() for cell in self._cells), default=theme.high(tokens.CONTROL_HEIGHT)
        )
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter, rect: object, index: int) -> None:
        """Nothing: the fields stand there."""


def _picker(cell: QWidget) -> MeaningPicker:
    found = cell.findChild(MeaningPicker)
    assert found is not None  # made with it
    return found


def _offered(sheet: SheetSummary) -> Iterator[Choice | None]:
    """What a column of this sheet can be, nothing first, then person by person."""
    yield None
    yield from (Choice(meaning, PUPIL) for meaning in _OWN)
    yield from (Choice(meaning, TEACHER if meaning is _M.TEACHER else PUPIL) for meaning in _LESSON)
    owners = list(dict.fromkeys(each.person for each in sheet.columns if each.meaning and each.person))
    guardians = [owner for owner in owners if owner.startswith(GUARDIAN)]
    spare = (f"{GUARDIAN} {number}" for number in range(1, _FEWEST_GUARDIANS + 1))
    guardians += [owner for owner in spare if owner not in guardians][: _FEWEST_GUARDIANS - len(guardians)]
    for owner in guardians:
        yield from (Choice(meaning, owner) for meaning in _GUARDIANS)
    for owner in owners:
        kinds = _CHILDS if owner.startswith(CHILD) else _TEACHERS if owner == TEACHER else ()
        yield from (Choice(meaning, owner) for meaning in kinds)

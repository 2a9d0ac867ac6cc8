"""The absence: the courses that fall in the days, to be ticked; days off and what was told say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from smsdesk.domain.course_notices import Key, Lesson, NoticeKind
from smsdesk.domain.courses import Occurrence
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats, i18n
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.text import ElidedLabel, Label

translate = QCoreApplication.translate


class CourseList(QWidget):
    """The courses as a checklist; `changed` when a person ticks."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[Key, QCheckBox] = {}
        self._shown: tuple[Occurrence, ...] | None = None
        self._lines = column(space=tokens.SPACE_XS)
        self.setLayout(self._lines)
        self.setAccessibleName(self.tr("Courses"))

    @property
    def chosen(self) -> frozenset[Key]:
        """The keys of those that are ticked."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def show_courses(self, found: tuple[Occurrence, ...], chosen: Iterable[Occurrence]) -> None:
        """Show what was found; the same courses keep their ticks and the keyboard."""
        if found == self._shown:
            return
        self._shown = found
        ticked = {each.key for each in chosen}
        clear(self._lines)
        self._boxes = {}
        several = len({each.day for each in found}) > 1
        heading: date | None = None
        for each in found:
            if several and each.day != heading:
                heading = each.day
                self._lines.addWidget(Label(formats.day(each.day), Type.STRONG))
            self._lines.addWidget(self._line(each, ticked=each.key in ticked))

    def _line(self, each: Occurrence, *, ticked: bool) -> QWidget:
        box = CourseBox(visible(course_words(each)))
        box.setObjectName(f"absence_course_{each.group_id}_{each.day}_{each.starts or ''}")
        box.setChecked(ticked)
        box.setEnabled(each.off is None)
        box.toggled.connect(lambda _checked: self.changed.emit())
        if each.off is None:
            self._boxes[each.key] = box
        about = " · ".join(filter(None, (visible(each.room), self.tr("%n pupils", "", len(each.pupils)))))
        chip = _state(each)
        box.setAccessibleDescription(", ".join(filter(None, (about, chip.text if chip else ""))))
        below = row(ElidedLabel(about, Type.CAPTION, muted=True), space=tokens.SPACE_S)
        below.setContentsMargins(theme.wide(tokens.ICON_M) + tokens.SPACE_S, 0, 0, 0)
        if chip is not None:
            below.addWidget(chip)
        line = QWidget()
        line.setLayout(column(box, below, space=0))
        return line


class CourseBox(QCheckBox):
    """A tick with words that are cut where room is short; the tool tip has all of them."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - theme.wide(tokens.ICON_M) - tokens.SPACE_S
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


def course_words(course: Occurrence | Lesson) -> str:
    """ "17:30 – 18:00 · Piano"."""
    hours = "" if course.starts is None else f"{course.starts:%H:%M}"
    if course.starts is not None and course.ends is not None:
        hours += f" – {course.ends:%H:%M}"
    return " · ".join(filter(None, (hours, course.course)))


def lesson_lines(lessons: Sequence[Lesson]) -> str:
    """What an earlier notice told, a line for each course."""
    return "\n".join(f"{formats.day(each.day)} · {visible(course_words(each))}" for each in lessons)


def _state(each: Occurrence) -> Chip | None:
    """Why a course is not as usual."""
    if each.off is not None:
        name = (
            i18n.translate(each.off.name) if isinstance(each.off.name, Sentence) else visible(each.off.name)
        )
        words = translate("absence", "{name}: no course").format(name=name or translate("absence", "Closed"))
        if each.off.extrapolated:
            words += f" ({translate('absence', 'estimated date')})"
        return Chip(Icon.CANCELLED, words, Tone.NEUTRAL)
    if each.told is not None and each.told.kind is not NoticeKind.MAINTAINED:
        words = translate("absence", "told {moment}").format(moment=formats.moment(each.told.at))
        return Chip(Icon.SENT, words, Tone.SENT)
    if each.moved_from is not None:
        words = translate("absence", "moved from {day}").format(day=formats.day(each.moved_from))
        return Chip(Icon.CLOCK, words, Tone.WAITING)
    if each.over:
        return Chip(Icon.CLOCK, translate("absence", "already over"), Tone.NEUTRAL)
    return Chip(Icon.WARNING, translate("absence", "hour not known"), Tone.UNCERTAIN) if each.loose else None

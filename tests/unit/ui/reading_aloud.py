"""What a screen reader finds in a window."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

Role = QAccessible.Role
NAMED = frozenset(
    {
        Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.List, Role.Table,
        Role.Tree, Role.SpinBox, Role.ProgressBar, Role.PageTab, Role.ButtonMenu,
    }
)  # fmt: skip


def spoken(widget: QWidget) -> list[QAccessibleInterface]:
    """What a screen reader finds below a widget and can be seen."""
    top = QAccessible.queryAccessibleInterface(widget)
    found, waiting = [], [top] if top is not None else []
    while waiting:
        each = waiting.pop()
        state = each.state()
        if not each.isValid() or state.invisible:
            continue
        found.append(each)
        if each.role() not in (Role.List, Role.Table, Role.Tree, Role.ComboBox):  # their rows are read apart
            waiting += [child for at in range(each.childCount()) if (child := each.child(at)) is not None]
    return found


def nameless(widget: QWidget) -> list[str]:
    """Controls that are read aloud as nothing more than what kind of thing they are."""
    return [
        f"{each.role().name} {each.object().objectName() if each.object() else ''}"
        for each in spoken(widget)
        if each.role() in NAMED
        and not each.text(QAccessible.Text.Name).strip()
        and not (each.object() and each.object().objectName().startswith("qt_"))
    ]


def unexplained(widget: QWidget) -> list[str]:
    """Buttons that are only an icon, which no tool tip explains to whoever sees it."""
    return [
        f"{type(each).__name__} {each.objectName() or each.accessibleName()}"
        for each in widget.findChildren(QAbstractButton)
        if each.isVisible() and not each.icon().isNull() and not each.text() and not each.toolTip()
    ]

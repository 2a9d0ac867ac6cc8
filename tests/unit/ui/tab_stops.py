"""Where Tab has to lead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def is_stop(widget: QWidget) -> bool:
    """Whether Tab has to come here: of buttons of which one is chosen, the arrows go to the others."""
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    if widget.focusProxy() is not None:
        return False
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return True
    group = widget.group()
    alone = group is None or not group.exclusive() or group.checkedButton() is None
    return widget.isChecked() or (alone and not widget.autoExclusive())

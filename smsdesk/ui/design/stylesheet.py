"""The one style sheet of the window, made from the measures and a palette.

Widgets say what they are by the dynamic property `look` (and `type`, `tone`); nobody else writes styles.
"""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.services.resources import resource_path
from smsdesk.ui.design import tokens as t
from smsdesk.ui.design.palettes import Palette


@dataclass(frozen=True)
class _Room:
    """Pixels that one line of words needs with the air around it, and an icon beside it, at their size."""

    small: int
    control: int
    large: int
    huge: int
    icon: int


def stylesheet(p: Palette, base_points: float, percent: int = t.TEXT_PERCENTS[0]) -> str:
    """The style sheet for this palette, with fonts of `base_points`, `percent` of the usual."""
    r = _Room(
        t.high(t.SPACE_L, percent),
        t.high(t.CONTROL_HEIGHT, percent),
        t.high(t.CONTROL_HEIGHT_LARGE, percent),
        t.high(t.SPACE_XXL, percent),
        t.wide(t.ICON_S, percent),
    )
    parts = (
        _text(p, base_points),
        _surfaces(p),
        _buttons(p, r),
        _calm_buttons(p, r),
        _task_buttons(p),
        _segments(p, r),
        _fields(p, r),
        _rail(p, r, base_points),
    )
    strong = _strong(p) if p.strong else ""
    return "\n".join((*parts, _lists(p, r), _tables(p, r), _tones(p), _scrollbars(p), _rest(p, r), strong))


def _check_mark(p: Palette) -> str:
    """The tick of a checked box: the one drawing that a style sheet takes only from a file."""
    return resource_path("icons", f"check-{'dark' if p.dark else 'light'}.svg").as_posix()


def _text(p: Palette, base: float) -> str:
    scale = "\n".join(
        f'QLabel[type="{kind.name.lower()}"] {{ font-size: {base * kind.factor:.2f}pt;'
        f" font-weight: {kind.weight}; padding-top: {t.ACCENT_ROOM}px; }}"
        for kind in t.Type
    )
    return f"""
    QWidget {{ color: {p.text}; }}
    QLabel {{ background: transparent; }}
    {scale}
    QLabel[muted="true"] {{ color: {p.muted}; }}
    QLabel:disabled {{ color: {p.disabled}; }}
    """


def _surfaces(p: Palette) -> str:
    return f"""
    QMainWindow, QDialog, QWidget[look="page"] {{ background: {p.window}; }}
    QScrollArea[look="reading"] {{ border: 1px solid transparent; border-radius: {t.RADIUS_M}px; }}
    QScrollArea[look="reading"]:focus {{ border-color: {p.accent}; }}
    QScrollArea, QWidget[look="clear"] {{ background: transparent; border: none; }}
    QFrame[look="card"] {{ background: {p.surface}; border: 1px solid {p.border};
        border-radius: {t.RADIUS_L}px; }}
    QFrame[look="pane"] {{ background: {p.surface}; border: none; border-left: 1px solid {p.border}; }}
    QFrame[look="well"] {{ background: {p.sunken}; border: none; border-radius: {t.RADIUS_M}px; }}
    QFrame[look="bubble"] {{ border: none; border-radius: {t.RADIUS_L}px; background: {p.hover}; }}
    QFrame[look="bubble"][side="out"] {{ background: {p.selection}; }}
    QFrame[look="bubble"][side="out"] QLabel {{ color: {p.on_selection}; }}
    QFrame[look="bubble"][sought="true"] {{ border: 2px solid {p.accent}; }}
    QFrame[look="line"] {{ background: {p.border}; border: none; max-height: 1px; min-height: 1px; }}
    QFrame[look="header"] {{ background: {p.window}; border: none; }}
    QFrame[look="status"] {{ background: {p.surface}; border: none; border-top: 1px solid {p.border}; }}
    QFrame[look="toast"] {{ background: {p.text}; border: none; border-radius: {t.RADIUS_M}px; }}
    QFrame[look="toast"] QLabel {{ color: {p.surface}; }}
    QFrame[look="toast"] QPushButton {{ color: {p.surface}; background: transparent; border: none;
        text-decoration: underline; padding: 0 {t.SPACE_S}px; font-weight: 600; }}
    QFrame[look="toast"] QPushButton:focus {{ border: 1px solid {p.surface}; }}
    """


def _buttons(p: Palette, r: _Room) -> str:
    return f"""
    QPushButton {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.border_strong};
        border-radius: {t.RADIUS_M}px; padding: 0 {t.SPACE_M}px; min-height: {r.control - 2}px; }}
    QPushButton:hover {{ background: {p.hover}; }}
    QPushButton:pressed {{ background: {p.pressed}; }}
    QPushButton:focus {{ border: 2px solid {p.accent}; padding: 0 {t.SPACE_M - 1}px;
        min-height: {r.control - 4}px; }}
    QPushButton:disabled {{ color: {p.disabled}; border-color: {p.border}; background: {p.surface}; }}
    QPushButton[look="primary"] {{ background: {p.accent}; color: {p.on_accent}; font-weight: 600;
        border: 1px solid {p.accent}; min-height: {r.large - 2}px;
        padding: 0 {t.SPACE_L}px; }}
    QPushButton[look="primary"]:hover {{ background: {p.accent_hover}; }}
    QPushButton[look="primary"]:pressed {{ background: {p.accent_pressed}; }}
    QPushButton[look="primary"]:focus {{ border: 2px solid {p.text}; padding: 0 {t.SPACE_L - 1}px;
        min-height: {r.large - 4}px; }}
    QPushButton[look="primary"]:disabled {{ background: {p.sunken}; color: {p.disabled};
        border-color: {p.border}; }}
    QPushButton[beside="primary"] {{ min-height: {r.large - 2}px; }}
    QPushButton[beside="primary"]:focus {{ min-height: {r.large - 4}px; }}
    QPushButton[look="danger"] {{ color: {p.danger}; border-color: {p.danger}; }}
    QPushButton[look="danger"]:disabled {{ color: {p.disabled}; border-color: {p.border}; }}
    QPushButton[look="alarm"] {{ background: {p.alarm}; color: {p.on_alarm}; font-weight: 600;
        border: 1px solid {p.alarm}; min-height: {r.huge - 2}px; padding: 0 {t.SPACE_L}px; }}
    QPushButton[look="alarm"]:hover {{ background: {p.alarm_hover}; }}
    QPushButton[look="alarm"]:focus {{ border: 2px solid {p.text}; padding: 0 {t.SPACE_L - 1}px;
        min-height: {r.huge - 4}px; }}
    QPushButton[look="alarm"]:disabled {{ background: {p.sunken}; color: {p.disabled};
        border-color: {p.border}; }}
    """


def _calm_buttons(p: Palette, r: _Room) -> str:
    """Those without a frame of their own: tools, links, the status line."""
    return f"""
    QPushButton[look="quiet"], QToolButton {{ background: transparent; border: 1px solid transparent;
        border-radius: {t.RADIUS_M}px; padding: 0 {t.SPACE_S}px; min-height: {r.control - 2}px; }}
    QPushButton[look="quiet"]:hover, QToolButton:hover {{ background: {p.hover}; }}
    QPushButton[look="quiet"]:pressed, QToolButton:pressed {{ background: {p.pressed}; }}
    QPushButton[look="quiet"]:focus, QToolButton:focus {{ border: 1px solid {p.accent}; }}
    QPushButton[look="quiet"]:disabled {{ color: {p.disabled}; }}
    QPushButton[look="small"] {{ background: transparent; border: 1px solid transparent;
        border-radius: {t.RADIUS_S}px; padding: 0; min-height: {r.small - 2}px; }}
    QPushButton[look="small"]:hover {{ background: {p.hover}; }}
    QPushButton[look="small"]:focus {{ border: 1px solid {p.accent}; }}
    QPushButton[look="small"]::menu-indicator {{ image: none; width: 0; }}
    QPushButton[look="quiet"]:checked {{ background: {p.selection}; }}
    QPushButton[look="quiet"]::menu-indicator, QPushButton[look="link"]::menu-indicator {{
        image: none; width: 0; }}
    QPushButton[look="link"] {{ background: transparent; border: 1px solid transparent; color: {p.accent};
        border-radius: {t.RADIUS_S}px; padding: 0 {t.SPACE_XS}px; min-height: {r.small}px;
        text-align: left; }}
    QPushButton[look="link"]:hover {{ text-decoration: underline; }}
    QPushButton[look="link"]:focus {{ border: 1px solid {p.accent}; }}
    QPushButton[look="link"]:disabled {{ color: {p.disabled}; }}
    QPushButton[look="status"] {{ background: transparent; border: 1px solid transparent; color: {p.text};
        border-radius: {t.RADIUS_S}px; padding: 0 {t.SPACE_S}px; min-height: {r.small}px; }}
    QPushButton[look="status"]:hover {{ background: {p.hover}; }}
    QPushButton[look="status"]:focus {{ border: 1px solid {p.accent}; }}
    """


def _task_buttons(p: Palette) -> str:
    """The large ones of the home page and of the alert."""
    return f"""
    QPushButton[look="task"] {{ background: {p.surface}; border: 1px solid {p.border}; text-align: left;
        border-radius: {t.RADIUS_L}px; padding: {t.SPACE_M}px; }}
    QPushButton[look="task"]:hover {{ border-color: {p.accent}; background: {p.surface}; }}
    QPushButton[look="card"], QPushButton[look="well"] {{ background: {p.surface}; padding: 0;
        border: 1px solid {p.border}; border-radius: {t.RADIUS_L}px; text-align: left; min-height: 0; }}
    QPushButton[look="well"] {{ background: {p.sunken}; border-color: transparent;
        border-radius: {t.RADIUS_M}px; }}
    QPushButton[look="card"]:hover, QPushButton[look="well"]:hover {{ border-color: {p.accent}; }}
    QPushButton[look="card"]:focus, QPushButton[look="well"]:focus {{ border: 2px solid {p.accent};
        padding: 0; min-height: 0; }}
    QPushButton[look="task"]:pressed {{ background: {p.hover}; }}
    QPushButton[look="task"]:focus {{ border: 2px solid {p.accent}; padding: {t.SPACE_M - 1}px; }}
    QPushButton[look="task"][alarm="true"] {{ background: {p.alarm}; border-color: {p.alarm}; }}
    QPushButton[look="task"][alarm="true"]:hover {{ background: {p.alarm_hover}; }}
    QPushButton[look="task"][alarm="true"]:focus {{ border: 2px solid {p.text}; }}
    QPushButton[look="task"][alarm="true"] QLabel {{ color: {p.on_alarm}; }}
    QPushButton[look="task"][alarm="true"]:disabled {{ background: {p.sunken}; border-color: {p.border}; }}
    QPushButton[look="task"][alarm="true"] QLabel:disabled {{ color: {p.disabled}; }}
    """


def _segments(p: Palette, r: _Room) -> str:
    return f"""
    QPushButton[look="segment"], QPushButton[look="dense"] {{ background: {p.surface};
        border: 1px solid {p.border}; border-radius: {r.control // 2}px; padding: 0 {t.SPACE_M}px;
        color: {p.muted}; }}
    QPushButton[look="segment"]:hover, QPushButton[look="dense"]:hover {{ background: {p.hover};
        color: {p.text}; }}
    QPushButton[look="segment"]:checked, QPushButton[look="dense"]:checked {{ background: {p.selection};
        color: {p.on_selection}; border-color: {p.accent}; }}
    QPushButton[look="segment"]:focus {{ border: 2px solid {p.accent}; padding: 0 {t.SPACE_M - 1}px; }}
    QPushButton[look="dense"] {{ padding: 0 {t.SPACE_S}px; }}
    QPushButton[look="dense"]:focus {{ border: 2px solid {p.accent}; padding: 0 {t.SPACE_S - 1}px; }}
    QPushButton[look="chip"] {{ background: {p.selection}; color: {p.on_selection};
        border: 1px solid transparent; border-radius: {t.SPACE_M - 4}px; padding: 0 {t.SPACE_S}px;
        min-height: {r.small - 2}px; }}
    QPushButton[look="chip"]:hover {{ border-color: {p.accent}; }}
    QPushButton[look="chip"]:focus {{ border: 1px solid {p.accent}; padding: 0 {t.SPACE_S}px;
        min-height: {r.small - 2}px; }}
    QPushButton[look="tab"] {{ background: transparent; border: none; border-radius: 0;
        border-bottom: 2px solid transparent; padding: 0 {t.SPACE_S}px; color: {p.muted}; }}
    QPushButton[look="tab"]:hover {{ color: {p.text}; border-bottom-color: {p.border_strong}; }}
    QPushButton[look="tab"]:checked {{ color: {p.accent}; border-bottom-color: {p.accent}; }}
    QPushButton[look="segment"]:disabled, QPushButton[look="dense"]:disabled,
    QPushButton[look="chip"]:disabled, QPushButton[look="tab"]:disabled {{ color: {p.disabled}; }}
    QTabBar {{ background: transparent; border: none; }}
    QTabBar::tab {{ background: transparent; color: {p.muted}; border: none;
        border-bottom: 2px solid transparent; padding: {t.SPACE_XS}px {t.SPACE_M}px; }}
    QTabBar::tab:hover {{ color: {p.text}; border-bottom-color: {p.border_strong}; }}
    QTabBar::tab:selected {{ color: {p.accent}; border-bottom-color: {p.accent}; }}
    QTabBar:focus {{ background: {p.hover}; }}
    QPushButton[look="tab"]:focus {{ background: {p.hover}; border: 1px solid {p.accent};
        border-bottom-width: 2px; padding: 0 {t.SPACE_S - 1}px; }}
    """


_WITHIN = 3
"""Pixels that Qt adds around the line in which one types a number or a date, above what the sheet asks."""


def _fields(p: Palette, r: _Room) -> str:
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateTimeEdit {{ background: {p.surface};
        border: 1px solid {p.border_strong}; border-radius: {t.RADIUS_M}px;
        padding: 0 {t.SPACE_S}px; selection-background-color: {p.accent};
        selection-color: {p.on_accent}; }}
    QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {p.muted}; }}
    QLineEdit, QComboBox {{ min-height: {r.control - 2}px; }}
    QSpinBox, QDateTimeEdit {{ min-height: {r.control - 2 - _WITHIN}px; }}
    QPlainTextEdit, QTextEdit {{ padding: {t.SPACE_XS}px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
    QDateTimeEdit:focus {{ border: 2px solid {p.accent}; padding: 0 {t.SPACE_S - 1}px; }}
    QPlainTextEdit:focus, QTextEdit:focus {{ padding: {t.SPACE_XS - 1}px; }}
    QLineEdit:focus, QComboBox:focus {{ min-height: {r.control - 4}px; }}
    QSpinBox:focus, QDateTimeEdit:focus {{ min-height: {r.control - 4 - _WITHIN}px; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {p.window};
        color: {p.disabled}; placeholder-text-color: {p.disabled}; border-color: {p.border}; }}
    QLineEdit QToolButton {{ border: none; background: transparent; padding: 0; margin: 0; min-height: 0; }}
    QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0; min-height: 0;
        background: transparent; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; height: 0; border: none; }}
    QSpinBox:disabled, QDateTimeEdit:disabled {{ background: {p.window}; color: {p.disabled};
        border-color: {p.border}; }}
    QComboBox::drop-down, QDateTimeEdit::drop-down {{ border: none; width: {t.SPACE_L}px;
        background: transparent; }}
    QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {p.surface}; border: 1px solid {p.border_strong};
        outline: none; selection-background-color: {p.selection}; selection-color: {p.on_selection}; }}
    QComboBox QAbstractItemView::item {{ min-height: {r.control}px; padding: 0 {t.SPACE_S}px; }}
    QCheckBox, QRadioButton {{ spacing: {t.SPACE_S}px; background: transparent;
        min-height: {r.control - 4}px; border: 2px solid transparent; border-radius: {t.RADIUS_S}px; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {p.disabled}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {p.window};
        border-color: {p.border}; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {p.accent}; }}
    QCheckBox::indicator, QListView::indicator, QTreeView::indicator, QTableView::indicator,
    QRadioButton::indicator {{ width: {r.icon}px; height: {r.icon}px; background: {p.surface};
        border: 1px solid {p.border_strong}; border-radius: {t.RADIUS_S}px; }}
    QRadioButton::indicator {{ border-radius: {r.icon // 2 + 1}px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover, QListView::indicator:hover,
    QTreeView::indicator:hover {{ border-color: {p.accent}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked,
    QTableView::indicator:checked {{ background: {p.accent};
        border-color: {p.accent}; image: url("{_check_mark(p)}"); }}
    QRadioButton::indicator:checked {{ width: {r.icon // 2}px; height: {r.icon // 2}px;
        border: {r.icon // 4 + 1}px solid {p.accent}; background: {p.surface};
        border-radius: {r.icon // 2 + 1}px; }}
    """


def _rail(p: Palette, r: _Room, base: float) -> str:
    return f"""
    QFrame[look="rail"] {{ background: {p.sunken}; border: none; border-right: 1px solid {p.border}; }}
    QLabel[look="badge"] {{ background: {p.accent}; color: {p.on_accent}; font-weight: 600;
        font-size: {base * t.Type.CAPTION.factor:.2f}pt;
        border-radius: {r.icon // 2}px; min-height: {r.icon}px; padding: 0 {t.SPACE_XS}px; }}
    QPushButton[look="nav"] {{ background: transparent; border: 1px solid transparent;
        border-radius: {t.RADIUS_M}px; padding: 0 {t.SPACE_S + 1}px; text-align: left; color: {p.text};
        min-height: {r.large - 2}px; }}
    QPushButton[look="nav"]:hover {{ background: {p.hover}; }}
    QPushButton[look="nav"]:checked {{ background: {p.selection}; color: {p.on_selection}; }}
    QPushButton[look="nav"]:focus {{ border: 1px solid {p.accent}; padding: 0 {t.SPACE_S + 1}px;
        min-height: {r.large - 2}px; }}
    """


def _lists(p: Palette, r: _Room) -> str:
    return f"""
    QListView, QTreeView, QListWidget {{ background: {p.surface}; border: 1px solid {p.border};
        border-radius: {t.RADIUS_M}px; outline: none; padding: {t.SPACE_XS}px; }}
    QListView::item, QTreeView::item {{ min-height: {r.control}px; border-radius: {t.RADIUS_S}px;
        padding: 0 {t.SPACE_S}px; color: {p.text}; }}
    QListView::item:hover, QTreeView::item:hover {{ background: {p.hover}; }}
    QListView::item:selected, QTreeView::item:selected {{ background: {p.selection};
        color: {p.on_selection}; }}
    QListView:focus, QTreeView:focus {{ border: 1px solid {p.accent}; }}
    QTreeView[look="plain"] {{ show-decoration-selected: 0; }}
    QTreeView[look="plain"]::branch {{ background: transparent; }}
    QListView[look="plain"], QTreeView[look="plain"], QListView[look="cards"] {{ border: none;
        background: transparent; padding: 0; }}
    """


def _tables(p: Palette, r: _Room) -> str:
    return f"""
    QTableView {{ background: {p.surface}; border: 1px solid {p.border}; border-radius: {t.RADIUS_M}px;
        gridline-color: transparent; outline: none; selection-background-color: {p.selection};
        selection-color: {p.on_selection}; }}
    QTableView::item {{ border-bottom: 1px solid {p.border}; padding: 0 {t.SPACE_S}px; }}
    QTableView::item:selected {{ background: {p.selection}; color: {p.on_selection}; }}
    QTableView:focus {{ border: 1px solid {p.accent}; }}
    QTableView[look="calendar"], QTableView[look="calendar"]:focus {{ border: none; background: {p.surface};
        border-radius: 0; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: {p.surface}; color: {p.muted}; border: none;
        border-bottom: 1px solid {p.border_strong}; padding: 0 {t.SPACE_S + 3}px; font-weight: 600;
        min-height: {r.control}px; }}
    QHeaderView::section:first {{ border-top-left-radius: {t.RADIUS_M - 1}px; }}
    QHeaderView::section:last {{ border-top-right-radius: {t.RADIUS_M - 1}px; }}
    QHeaderView::section:only-one {{ border-top-left-radius: {t.RADIUS_M - 1}px;
        border-top-right-radius: {t.RADIUS_M - 1}px; }}
    QTableCornerButton::section {{ background: {p.surface}; border: none; }}
    """


def _tones(p: Palette) -> str:
    return "\n".join(
        f'QFrame[look="banner"][tone="{tone}"] {{ background: {colors.soft};'
        f" border: 1px solid {colors.solid}; border-radius: {t.RADIUS_M}px; }}"
        f'QLabel[tone="{tone}"] {{ color: {colors.text}; }}'
        for tone, colors in p.tones.items()
    )


def _scrollbars(p: Palette) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {t.SPACE_S + t.SPACE_XS}px;
        margin: 1px 1px 1px {t.SPACE_XS + 1}px; }}
    QScrollBar:horizontal {{ background: transparent; height: {t.SPACE_S + t.SPACE_XS}px;
        margin: {t.SPACE_XS + 1}px 1px 1px 1px; }}
    QScrollBar::handle {{ background: {p.border_strong}; border-radius: {t.RADIUS_S - 1}px; }}
    QScrollBar::handle:vertical {{ min-height: {t.SPACE_XL}px; }}
    QScrollBar::handle:horizontal {{ min-width: {t.SPACE_XL}px; }}
    QScrollBar::handle:hover {{ background: {p.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: transparent; border: none; height: 0; width: 0; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    """


def _rest(p: Palette, r: _Room) -> str:
    return f"""
    QProgressBar {{ background: transparent; border: none; max-height: 2px; min-height: 2px; }}
    QProgressBar::chunk {{ background: {p.accent}; }}
    QProgressBar[look="wide"] {{ background: {p.sunken}; border-radius: {t.RADIUS_S}px;
        max-height: {t.BAR_HEIGHT}px; min-height: {t.BAR_HEIGHT}px; }}
    QProgressBar[look="wide"]::chunk {{ border-radius: {t.RADIUS_S}px; }}
    QFrame[look="card"][drop="true"] {{ border: 2px dashed {p.border_strong}; }}
    QFrame[look="card"][drop="true"][hovered="true"] {{ background: {p.selection};
        border-color: {p.accent}; }}
    QToolTip {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.border_strong};
        padding: {t.SPACE_XS}px; }}
    QMenu {{ background: {p.surface}; border: 1px solid {p.border_strong}; padding: {t.SPACE_XS}px; }}
    QMenu::item {{ padding: {t.SPACE_XS}px {t.SPACE_L}px; border-radius: {t.RADIUS_S}px; }}
    QMenu::item:selected {{ background: {p.selection}; color: {p.on_selection}; }}
    QSlider::groove:horizontal {{ background: {p.border}; height: {t.SPACE_XS}px;
        border-radius: {t.SPACE_XS // 2}px; }}
    QSlider::sub-page:horizontal {{ background: {p.accent}; border-radius: {t.SPACE_XS // 2}px; }}
    QSlider::handle:horizontal {{ background: {p.surface}; border: 2px solid {p.accent};
        width: {r.icon - 4}px; height: {r.icon - 4}px; margin: -{(r.icon - t.SPACE_XS) // 2}px 0;
        border-radius: {r.icon // 2}px; }}
    QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ background: {p.accent}; }}
    QSplitter::handle {{ background: {p.border}; }}
    """


_FRAMED = ("primary", "secondary", "danger", "alarm")
_WITHOUT_FRAME = ("quiet", "small", "link", "status", "nav", "chip")


def _strong(p: Palette) -> str:
    """High contrast: a line around what has a soft ground elsewhere, two pixels where the keyboard is."""
    calm = ", ".join(f'QPushButton[look="{look}"]{{state}}' for look in _WITHOUT_FRAME)
    return f"""
    {calm.format(state="")} {{ border: 1px solid transparent; margin: 2px; }}
    {calm.format(state=":hover")} {{ border-color: {p.border}; }}
    {calm.format(state=":checked")}, QPushButton[look="chip"] {{ border-color: {p.text}; }}
    {calm.format(state=":focus")} {{ border: 3px solid {p.accent}; margin: 0; }}
    QPushButton[look="segment"]:checked, QPushButton[look="dense"]:checked {{ border-color: {p.text}; }}
    QPushButton[look="card"], QPushButton[look="well"] {{ margin: 2px; }}
    QPushButton[look="well"] {{ border-color: {p.border}; }}
    QPushButton[look="card"]:focus, QPushButton[look="well"]:focus {{ border: 3px solid {p.accent};
        margin: 0; }}
    QFrame[look="well"], QFrame[look="bubble"], QFrame[look="toast"] {{ border: 1px solid {p.border}; }}
    {", ".join(f'QPushButton[look="{look}"]:disabled' for look in _FRAMED)} {{ border-color: {p.disabled}; }}
    QListView, QTreeView, QTableView {{ margin: 1px; }}
    QListView[look="plain"], QTreeView[look="plain"], QListView[look="cards"] {{
        border: 2px solid transparent; margin: 0; }}
    QListView:focus, QTreeView:focus, QTableView:focus {{ border: 2px solid {p.accent}; margin: 0; }}
    QListView::item:selected, QTreeView::item:selected, QMenu::item:selected {{
        border: 1px solid {p.accent}; }}
    QScrollBar::handle {{ background: {p.text}; }}
    QProgressBar[look="wide"] {{ border: 1px solid {p.text}; max-height: {t.BAR_HEIGHT - 2}px;
        min-height: {t.BAR_HEIGHT - 2}px; }}
    QSlider::groove:horizontal {{ background: {p.text}; }}
    QFrame[look="toast"] QPushButton:focus {{ border: 2px solid {p.surface}; }}
    """

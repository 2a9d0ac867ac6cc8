"""F1: the help beside the page, opened at what the page is about, with a search over all of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStackedWidget

from smsdesk.services import help_pages
from smsdesk.services.help_pages import Found
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.i18n import Language
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.guide_text import GuideText
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import Label, announce

_TOPIC = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_MOST_FOUND = 30


class HelpPanel(QFrame):
    """Hidden until `open`; `closed`: the person is done; `keys_wanted`: the list of keys is asked for."""

    closed = Signal()
    keys_wanted = Signal()

    def __init__(self, language: Language, *, with_keys: bool = True) -> None:
        """`with_keys`: whether it leads to the list of keys."""
        super().__init__()
        self.setObjectName("help_panel")
        self.setProperty("look", "pane")
        self.setAccessibleName(self.tr("Help"))
        self._language = language
        self._with_keys = with_keys
        self._been: list[Topic] = []
        self._topic = Topic()
        self._make()
        self.hide()

    def _make(self) -> None:
        self._back = IconButton(Icon.BACK, self.tr("Back in the help"))
        self._back.setObjectName("help_back")
        self._back.clicked.connect(self._go_back)
        close = IconButton(Icon.CLOSE, self.tr("Close the help"))
        close.setObjectName("help_close")
        close.clicked.connect(self.closed)
        self.search = SearchField(self.tr("Search in the help"), pause_ms=0)
        self.search.setObjectName("help_search")
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self._french = Label(self.tr("The guide is written in French."), Type.CAPTION, muted=True, wrap=True)
        self._french.setObjectName("help_in_french")
        self.text = GuideText()
        self.text.setObjectName("help_text")
        self.text.followed.connect(self._follow)
        self.found = QListWidget()
        self.found.setObjectName("help_found")
        self.found.setProperty("look", "plain")
        self.found.setWordWrap(True)
        self.found.setSpacing(tokens.SPACE_XS)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.itemActivated.connect(self._open_found)
        self.found.itemClicked.connect(self._open_found)
        self._none = Label(self.tr("Nothing is found. Try another word, or fewer."), muted=True, wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.found)
        contents = Button(self.tr("All topics"), Icon.FREE_LIST, Look.QUIET)
        contents.setObjectName("help_contents")
        contents.clicked.connect(self._show_contents)
        keys = Button(self.tr("Keyboard shortcuts"), None, Look.LINK)
        keys.setObjectName("help_keys")
        keys.clicked.connect(self.keys_wanted)
        head = row(self._back, Label(self.tr("Help"), Type.SUBTITLE), None, close)
        stack = column(
            head, self.search, self._french, self._none, space=tokens.SPACE_S, margin=tokens.SPACE_M
        )
        stack.addWidget(self._stack, 1)
        stack.addLayout(row(contents, None, keys))
        self.setLayout(stack)
        keys.setVisible(self._with_keys)  # in its place by now: before, it would flash up as a window
        self._none.hide()

    def event(self, event: QEvent) -> bool:
        """Before any shortcut of the page beside, which may listen in the whole window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_of(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Find):
            return self._to_search
        acts = {Qt.Key.Key_Escape: self._escape, Qt.Key.Key_Backspace: self._go_back}
        return acts.get(Qt.Key(event.key())) if not event.modifiers() else None

    def open(self, topic: Topic) -> None:
        """Show this part of the help and take the keyboard."""
        self.show_topic(topic)
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_topic(self, topic: Topic) -> None:
        """Turn to this part of the help."""
        self._been.clear()
        self.search.clear()
        self._show_topic(topic)

    @property
    def holds_keyboard(self) -> bool:
        """Whether the person is reading or searching here."""
        focused = self.window().focusWidget()
        return self.isVisible() and focused is not None and self.isAncestorOf(focused)

    @property
    def topic(self) -> Topic:
        """What is shown."""
        return self._topic

    def _show_topic(self, topic: Topic) -> None:
        page = help_pages.page(str(self._language), topic.page)
        if page is None:
            topic, page = Topic(), help_pages.pages(str(self._language))[0]
        self._topic = topic
        self._stack.setCurrentWidget(self.text)
        self.text.show_text(page.markdown, topic.anchor)
        self.text.setAccessibleName(self.tr("Help: {title}").format(title=page.title))
        self._french.setVisible(page.language != self._language)
        self._none.hide()
        self._back.setVisible(bool(self._been))

    def _go_to(self, topic: Topic) -> None:
        self._been.append(self._topic)
        self._show_topic(topic)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.text.accessibleName())

    def _go_back(self) -> None:
        if self._been:
            self._show_topic(self._been.pop())
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, link: str) -> None:
        """Pages name one another as files: `suivre-un-envoi.md#pendant-l-envoi`."""
        name, _, anchor = link.partition("#")
        self._go_to(Topic(name.removesuffix(".md") or self._topic.page, help_pages.anchor_of(anchor)))

    def _show_contents(self) -> None:
        self.search.clear()
        self.found.clear()
        for page in help_pages.pages(str(self._language)):
            self._add(page.title, "", Topic(page.name))
        self._show_list()
        self.found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seek(self, sought: str) -> None:
        if not sought.strip():
            self._none.hide()
            self._stack.setCurrentWidget(self.text)
            return
        self.found.clear()
        hits = help_pages.search(help_pages.pages(str(self._language)), sought)[:_MOST_FOUND]
        for hit in hits:
            self._add(self._heading(hit), hit.excerpt, Topic(hit.page.name, hit.section.anchor))
        self._none.setVisible(not hits)
        self._show_list()
        announce(self.found, self.tr("%n parts of the help found", "", len(hits)))

    def _heading(self, hit: Found) -> str:
        own = hit.section.title
        return own if own == hit.page.title else f"{hit.page.title} › {own}"

    def _add(self, title: str, excerpt: str, topic: Topic) -> None:
        item = QListWidgetItem(f"{title}\n{excerpt}" if excerpt else title)
        item.setData(_TOPIC, topic)
        if not excerpt:
            item.setSizeHint(QSize(0, theme.high(tokens.ROW_HEIGHT)))
        self.found.addItem(item)

    def _show_list(self) -> None:
        self.found.setAccessibleName(self.tr("Topics of the help"))
        self.found.setCurrentRow(0)
        self._stack.setCurrentWidget(self.found)

    def _take(self) -> None:
        item = self.found.currentItem()
        if item is not None and self._stack.currentWidget() is self.found:
            self._open_found(item)

    def _open_found(self, item: QListWidgetItem) -> None:
        topic = item.data(_TOPIC)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._go_to(topic)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _escape(self) -> None:
        """First out of the list, then out of the help."""
        if self._stack.currentWidget() is self.found:
            self.search.clear()
            self._none.hide()
            self._stack.setCurrentWidget(self.text)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.found.event(event)
            return True
        return super().eventFilter(watched, event)

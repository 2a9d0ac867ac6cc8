"""The page Modèles: texts kept for use again, by category, with their cost, a preview and their versions."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from smsdesk.domain.people import Group
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.views import Template, TemplateVersion
from smsdesk.services.events import Topic
from smsdesk.services.templates import DeletedTemplate
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.pages.template_editor import NEW, TemplateEditor
from smsdesk.ui.pages.template_list import TemplateList
from smsdesk.ui.pages.template_sharing import TemplateSharingActs
from smsdesk.ui.places import NotifyStart, Place, Route, TemplatesStart
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import SearchField

_SIDE_BY_SIDE_FROM = 880
"""Pixels: below that the list stands over the editor."""

_LIST_ROWS = 7
_EDITOR_ROWS = 14
"""What list and editor take where they stand one under the other, and the page scrolls."""

_Read = tuple[tuple[Template, ...], tuple[Group, ...]]


class TemplatesPage(Page):
    """Categories and cards on the left, the editor on the right."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.TEMPLATES, Topic.GROUPS})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Templates"))
        self._templates: tuple[Template, ...] = ()
        self._sharing = TemplateSharingActs(context, self)
        self.cards = TemplateList()
        self.cards.picked.connect(self.edit)
        self.editor = self._make_editor()
        self._search = SearchField(self.tr("Search a template"))
        self._search.setObjectName("templates_search")
        self._search.searched.connect(lambda text: self.cards.search(text, self.editor.template.id))
        self.cards.body.insertWidget(0, self._search)
        self._make_actions()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(tokens.SPACE_M)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self.cards, 1)
        self._columns.addWidget(self.editor, 1)
        content = QWidget()
        content.setLayout(self._columns)
        self.body.addWidget(scrolled(content), 1)
        self.first = self._search
        self.edit(NEW)

    def _make_editor(self) -> TemplateEditor:
        editor = TemplateEditor()
        editor.saved.connect(self._keep)
        editor.used.connect(self._write)
        editor.deleted.connect(self._remove)
        editor.versions_wanted.connect(self._show_versions)
        editor.versions.wanted.connect(self._restore)
        return editor

    def _make_actions(self) -> None:
        share = Button(self.tr("Share"), Icon.EXPORT, Look.QUIET)
        share.setObjectName("template_share")
        menu = QMenu(share)
        menu.addAction(self.tr("Export all templates…"), lambda: self._sharing.export(self._templates))
        menu.addAction(self.tr("Export this template…"), lambda: self._sharing.export([self.editor.template]))
        menu.addAction(self.tr("Import templates…"), self._sharing.import_)
        share.setMenu(menu)
        new = Button(self.tr("New template"), Icon.ADD)
        new.setObjectName("template_new")
        new.setShortcut("Ctrl+N")
        new.clicked.connect(self._begin)
        for button in (share, new):
            self.add_action(button)

    def open(self, what: object) -> None:
        """Take in a library that was dropped; nobody's template is written over unasked."""
        if isinstance(what, TemplatesStart):
            self._sharing.read(what.path)

    def _begin(self) -> None:
        """A new template, in the category that is shown."""
        self.cards.mark(None)
        self.edit(Template(None, "", self.cards.category, ""))

    def refresh(self) -> None:
        def read() -> _Read:
            return self.services.templates.list(), self.services.people.groups()

        self.tasks.read(self, "templates", read, self._show)

    def _show(self, found: _Read) -> None:
        self._templates, groups = found
        current = self.editor.template
        self.cards.show_templates(self._templates, current.id)
        self.editor.offer_groups([group.name for group in groups])
        if current == NEW and not self.editor.changed:
            self.cards.pick_first()

    def edit(self, template: Template) -> None:
        """Show one in the editor; what was written and not saved can be brought back."""
        unsaved, changed = self.editor.edited, self.editor.changed
        if changed and unsaved.body.strip() and template.id != unsaved.id:
            self.notices.toast(
                self.tr("Your changes of “{name}” were not saved.").format(name=unsaved.name),
                self.tr("Go back"),
                partial(self._resume, self.editor.template, unsaved),
            )
        self.editor.show_template(template)

    def _resume(self, saved: Template, unsaved: Template) -> None:
        self.editor.show_template(unsaved)
        self.editor.template = saved
        self.cards.mark(saved.id)

    def _keep(self) -> None:
        template, before = self.editor.edited, self.editor.template
        self.tasks.change(
            self, lambda: self.services.templates.save(template), partial(self._kept, before), self._refused
        )

    def _kept(self, before: Template, template: Template) -> None:
        self.editor.show_template(template)
        words, number = self.tr("“{name}” is saved.").format(name=template.name), template.id
        if before.id is None or number is None:
            self.notices.toast(words)
            return
        self.notices.done(words, partial(self._put, before), partial(self._put, template))

    def _put(self, template: Template) -> None:
        """Bring one text of a template back; the other becomes a version."""
        self.tasks.change(
            self, lambda: self.services.templates.save(template), self.editor.show_template, self._refused
        )

    def _refused(self, sentence: Sentence) -> None:
        self.editor.problem.say(translate(sentence), Tone.FAILED)

    def _show_versions(self) -> None:
        number = self.editor.template.id
        if self.editor.versions.isVisible() or number is None:
            self.editor.versions.hide()
            return
        self.tasks.read(
            self,
            "versions",
            lambda: self.services.templates.versions(number),
            self.editor.show_versions,
        )

    def _restore(self, version: TemplateVersion) -> None:
        before = self.editor.template
        self.tasks.change(
            self, lambda: self.services.templates.restore(version), partial(self._kept, before), self._refused
        )

    def _remove(self) -> None:
        number = self.editor.template.id
        if number is not None:
            self.tasks.change(self, lambda: self.services.templates.delete(number), self._removed)

    def _removed(self, deleted: DeletedTemplate) -> None:
        self.editor.show_template(NEW)
        words = self.tr("“{name}” was deleted.").format(name=deleted.template.name)
        self.notices.done(words, partial(self._bring_back, deleted))

    def _bring_back(self, deleted: DeletedTemplate) -> None:
        self.tasks.change(
            self, lambda: self.services.templates.bring_back(deleted), self.editor.show_template
        )

    def _write(self) -> None:
        start = NotifyStart(template=self.editor.template.name)
        self.navigate.emit(Place(Route.NOTIFY, start))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both have no room side by side, they stand one under the other."""
        super().resizeEvent(event)
        narrow = theme.usual(self.width()) < _SIDE_BY_SIDE_FROM
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        row = theme.high(tokens.ROW_HEIGHT)
        self.cards.setMinimumHeight(_LIST_ROWS * row if narrow else 0)
        self.editor.setMinimumHeight(_EDITOR_ROWS * row if narrow else 0)

"""The page Envoyer: to whom, what, and the summary with the one button that spends something."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer

from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import Template
from smsdesk.domain.wall_time import wall_of
from smsdesk.services.events import Changed, Topic
from smsdesk.ui import formats
from smsdesk.ui.bridge import topics
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate as say
from smsdesk.ui.pages.notify_audience import AudiencePanel
from smsdesk.ui.pages.notify_begin import Beginning, Offered, read_offered
from smsdesk.ui.pages.notify_columns import Columns
from smsdesk.ui.pages.notify_drafts import Autosave, DraftsPanel
from smsdesk.ui.pages.notify_guide import Guide
from smsdesk.ui.pages.notify_question import QuestionChoice
from smsdesk.ui.pages.notify_sending import Outlook, Sending, look_at
from smsdesk.ui.pages.notify_summary import SummaryPanel
from smsdesk.ui.pages.notify_text import TextPanel
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.surfaces import Banner

_REPLAN_MS = 120
"""A plan is made when choosing or typing pauses, not at every key."""

_PEOPLE_FOUND = 20
"""More people than this are found better with another letter."""


class NotifyPage(Page):
    """Plans a send as it is put together, keeps it as a draft, and sends it once it is confirmed."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.GROUPS, Topic.PEOPLE, Topic.TEMPLATES, Topic.DRAFTS, Topic.BUDGET, Topic.SETTINGS}
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Send"))
        self.audience = AudiencePanel()
        self.text = TextPanel()
        self.question = QuestionChoice(self.clock)
        self.summary = SummaryPanel(self.clock)
        self.drafts = DraftsPanel()
        self.guide = Guide()
        self.begun = Banner("", Tone.ACCENT)
        self.begun.setObjectName("notify_begun")
        self.first = self.audience.search
        self._start: NotifyStart | None = None
        self._content = DraftContent()
        self._replaces: int | None = None
        self._untouched = True
        self._under_way = False
        self._sending = Sending(self, context)
        self._autosave = Autosave(self, self.tasks, self.services.drafts, self._composed)
        self._lay_out()
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.setInterval(_REPLAN_MS)
        self._replan.timeout.connect(self._plan)
        self._connect()
        self._make_actions()

    def _lay_out(self) -> None:
        self.text.body.addWidget(self.question)
        self._columns = Columns((self.audience, 3), (self.text, 4), (self.summary, 4))
        self.body.addWidget(self.drafts)
        self.body.addWidget(self.begun)
        self.body.addWidget(self.guide)
        self.body.addWidget(self._columns, 1)

    def _connect(self) -> None:
        self.audience.changed.connect(self._on_change)
        self.audience.searched.connect(self._search)
        self.audience.import_wanted.connect(lambda: self.navigate.emit(Place(Route.IMPORT)))
        self.text.changed.connect(self._on_change)
        self.text.opened.connect(self._columns.reveal)
        self.question.changed.connect(self._on_question)
        self.question.worded.connect(self._say_how_to_answer)
        self.text.template_used.connect(lambda template: self.audience.suggest(template.audience))
        self.summary.when.changed.connect(self._on_change)
        self.summary.taken_out.connect(self.audience.exclude)
        self.summary.opened.connect(lambda number: self.navigate.emit(Place(Route.PEOPLE, number)))
        self.summary.asked.connect(lambda: self._columns.reveal(self.summary.confirmation))
        self.summary.confirmed.connect(self._send)
        self.summary.test_wanted.connect(lambda: self._sending.test(self._composed()))
        self._sending.sent.connect(self._sent)
        self._sending.refused.connect(self._refused)
        self.guide.left.connect(self._leave_guide)
        self.guide.next.clicked.connect(lambda: self._columns.reveal(self.summary))
        self.drafts.taken.connect(lambda number: self.open(NotifyStart(draft_id=number)))
        self.drafts.deleted.connect(self._delete_draft)

    def _make_actions(self) -> None:
        self._drafts_button = Button("", Icon.EDIT, Look.QUIET)
        self._drafts_button.setObjectName("notify_show_drafts")
        self._drafts_button.clicked.connect(lambda: self.drafts.setVisible(self.drafts.isHidden()))
        again = Button(self.tr("Start over"), Icon.REFRESH, Look.QUIET)
        again.setObjectName("notify_anew")
        again.clicked.connect(lambda: self.open(NotifyStart()))
        self.add_action(self._drafts_button)
        self.add_action(again)
        self._drafts_button.hide()

    def open(self, what: object) -> None:
        if isinstance(what, NotifyStart):
            self._autosave.flush()  # what was being composed stays as a draft
            self._start = what
            self.guide.setVisible(False)
            if what.guided:
                self.guide.begin()
            self.refresh()

    def leave(self) -> None:
        self._autosave.flush()

    def shown(self) -> object:
        """What was chosen and written so far."""
        content = replace(self._composed(), id=self._autosave.draft_id)
        return None if content.empty else NotifyStart(content=content, replaces=self._replaces)

    def on_changed(self, events: frozenset[Changed]) -> None:
        if topics(events) & self.topics == {Topic.DRAFTS}:
            self.tasks.read(self, "drafts", self.services.drafts.list, self._show_drafts)
        else:
            super().on_changed(events)

    def refresh(self) -> None:
        start, untouched = self._start, self._untouched
        self.tasks.read(
            self,
            "offered",
            lambda: read_offered(self.services, start, self.clock(), untouched=untouched),
            self._show,
            self._not_begun,
        )

    def _not_begun(self, sentence: object) -> None:
        """What the page was asked to begin with is gone."""
        self._start, self._untouched = None, False
        self.tasks.failed.emit(sentence)
        self.refresh()

    def _show(self, offered: Offered) -> None:
        self.audience.show_known(offered.known)
        self.audience.second.show_doubt(say(offered.doubt) if offered.doubt is not None else "")
        self.text.show_templates(offered.templates)
        self.text.show_signatures(offered.signatures)
        self._start, self._untouched = None, False
        if offered.beginning is not None:
            self._begin(offered.beginning)
        else:
            self._on_change()  # people may have changed: the numbers are looked up anew
        self._show_drafts(offered.drafts)

    def _begin(self, beginning: Beginning) -> None:
        """Begin a new composition."""
        self._content = content = beginning.content
        self._under_way = False
        self.summary.begin()
        self.text.purpose.setCurrentIndex(self.text.purpose.findData(content.purpose))
        self.text.use("" if content.text else content.template, content.text)
        if content.text and content.template:
            self.text.template.setCurrentIndex(max(0, self.text.template.findText(content.template)))
        self.text.set_values(content.fields)
        self.question.begin(content.question)
        self.question.setVisible(beginning.replaces is None)  # what is planned again and again asks nothing
        self.summary.when.show_purpose(content.purpose)
        if content.not_before is not None:
            self.summary.when.send_at(wall_of(content.not_before))
        changed = beginning.replaces
        self._replaces = changed.id if changed is not None else None
        if changed is not None:
            self.summary.when.change(changed.choice)
        self.audience.choose(content.request, beginning.people, beginning.earlier)
        self.begun.say(self._begun_words(beginning), Tone.ACCENT)
        self._autosave.begin(content)
        self._on_change()

    def _begun_words(self, beginning: Beginning) -> str:
        """Where a composition comes from that does not begin empty."""
        content, title = beginning.content, visible(beginning.earlier)
        if beginning.replaces is not None:
            return self.tr("You are changing what is planned: what you plan now takes its place.")
        if beginning.restored and content.updated_at is not None:
            when = formats.moment(content.updated_at, self.clock())
            return self.tr("This is your draft of {moment}, as you left it.").format(moment=when)
        if content.relation is Relation.REPEAT:
            return self.tr("“{title}” once more: change what is different this time.").format(title=title)
        if content.relation is not None:
            return self.tr("This follows “{title}”. Who objected since gets nothing.").format(title=title)
        return ""

    def _show_drafts(self, drafts: tuple[DraftContent, ...]) -> None:
        here = self._autosave.draft_id
        others = [draft for draft in drafts if draft.id != here]
        self.drafts.show_drafts(others, self.clock())
        self._drafts_button.setText(self.tr("Drafts %n", "", len(others)))
        self._drafts_button.setVisible(bool(others))
        if not others:
            self.drafts.hide()

    def _delete_draft(self, number: int) -> None:
        drafts = self.services.drafts
        self.tasks.change(self, lambda: drafts.delete(number), self._deleted)

    def _deleted(self, gone: DraftContent | None) -> None:
        if gone is not None:
            drafts = self.services.drafts
            self.notices.done(
                self.tr("The draft was deleted."),
                lambda: self.tasks.change(self, lambda: drafts.save(gone)),
            )

    def _search(self, text: str) -> None:
        if len(text) < 2:
            return
        self.tasks.read(
            self,
            "people",
            lambda: self.services.people.contacts(search=text, limit=_PEOPLE_FOUND),
            self.audience.show_people,
        )

    def _composed(self) -> DraftContent:
        """What is put together on the page."""
        template = self.text.template.currentData()
        return replace(
            self._content,
            request=self.audience.request,
            text=self.text.text.toPlainText(),
            template=template.name if isinstance(template, Template) else "",
            fields=dict(self.text.values),
            purpose=self.text.purpose_chosen,
            not_before=self.summary.moment,
            title=", ".join(self.audience.names),
            question=self.question.question,
            id=None,
            updated_at=None,
        )

    def _on_question(self) -> None:
        self._columns.reveal(self.question)
        self._on_change()

    def _say_how_to_answer(self) -> None:
        """What was written stays; how to answer stands behind it, where that can still be changed."""
        written = self.text.written
        told = self.question.told(written)
        if told != written:
            self.text.text.replace_all(told)

    def _on_change(self) -> None:
        self.summary.outdated()
        self.guide.follow(chosen=bool(self.audience.names), written=bool(self.text.written.strip()))
        self.summary.when.show_purpose(self.text.purpose_chosen)
        self._replan.start()
        if not self._under_way and self._replaces is None:  # the plan keeps what is being changed
            self._autosave.touch()

    def _plan(self) -> None:
        content, choice = self._composed(), self.summary.when.choice
        if content.empty:
            self.text.show_plan(None)
            self.summary.show_outlook(None)
            self.guide.show_plan(None)
            return
        services, now = self.services, self.clock()
        self.tasks.read(self, "plan", lambda: look_at(services, content, choice, now), self._show_outlook)

    def _show_outlook(self, outlook: Outlook) -> None:
        if self._replan.isActive():  # something changed meanwhile: the next plan is on its way
            return
        self.text.show_plan(outlook.plan)
        self.summary.show_outlook(outlook)
        self.guide.show_plan(outlook.plan)

    def _send(self) -> None:
        content = self._composed()
        self._autosave.flush()
        self._under_way = True
        self.summary.outdated()
        self._sending.send(
            content,
            self.summary.when.choice,
            self.summary.budget.split,
            self._autosave.of(content),
            self._replaces,
        )

    def _sent(self, place: Place) -> None:
        if place.route in {Route.BROADCAST, Route.PLANNING}:
            self._begin(Beginning(DraftContent()))
            if not self.guide.isHidden():
                self._leave_guide()
                self.notices.toast(self.tr("Your first send. Here you see what becomes of each SMS."))
        self.navigate.emit(place)

    def _leave_guide(self) -> None:
        """It is not offered again."""
        self.guide.hide()
        self.tasks.change(self, self.services.first_steps.end_guide)

    def _refused(self, sentence: object) -> None:
        self._under_way = False
        self.tasks.failed.emit(sentence)
        self._on_change()

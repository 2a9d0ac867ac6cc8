"""Accueil: offers to guide the first send, once there is somebody to get it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from smsdesk.services.first_steps import FirstSteps
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Card, IconLabel
from smsdesk.ui.widgets.text import Label


class GuideOffer(Card):
    """One card with the way in, and the way to be rid of it; `navigate` carries a Place."""

    navigate = Signal(object)

    def __init__(self, tasks: Tasks, steps: FirstSteps) -> None:
        super().__init__()
        self.setObjectName("home_guide")
        begin = Button(self.tr("Begin"), Icon.NOTIFY, Look.PRIMARY)
        begin.setObjectName("home_guide_begin")
        begin.setAccessibleName(self.tr("Begin the guided first send"))
        begin.clicked.connect(lambda: self.navigate.emit(Place(Route.NOTIFY, NotifyStart(guided=True))))
        dismiss = Button(self.tr("No, thank you"), None, Look.LINK)
        dismiss.setObjectName("home_guide_dismiss")
        dismiss.clicked.connect(lambda: tasks.change(self, steps.end_guide))
        words = column(
            Label(self.tr("Your first SMS in five steps"), Type.SUBTITLE, wrap=True),
            Label(
                self.tr("A guide stays beside you until it has left. You see every number before you send."),
                muted=True,
                wrap=True,
            ),
            space=tokens.SPACE_XS,
        )
        line = row(IconLabel(Icon.INFORMATION), space=tokens.SPACE_M)
        line.addLayout(words, 1)
        line.addWidget(dismiss)
        line.addWidget(begin)
        self.body.addLayout(line)

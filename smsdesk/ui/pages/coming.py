"""Pages that are still to come: they say so calmly, and where to go meanwhile."""

from __future__ import annotations

from smsdesk.ui.design.icons import Icon
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.surfaces import EmptyState


class ReportsPage(Page):
    """The place of the figures."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("Figures"))
        button = Button(self.tr("See what was sent"), Icon.BROADCASTS)
        button.clicked.connect(lambda: self.navigate.emit(Place(Route.BROADCASTS)))
        self.body.addWidget(
            EmptyState(
                Icon.REPORTS,
                self.tr("The figures come with a later version"),
                self.tr("Here you will see how many SMS left by month and year. Until then, each send"
                        " shows its own numbers under “Broadcasts”."),
                button,
            )
        )  # fmt: skip

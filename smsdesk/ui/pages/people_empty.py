"""What stands in place of an empty table of people, and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.people import Group
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.group_tree import Scope
from smsdesk.ui.pages.people_listing import Listing
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.surfaces import EmptyState

translate = QCoreApplication.translate


def nobody(listing: Listing, scope: Scope, load: Callable[[], object]) -> EmptyState:
    """The words for this listing; `load` goes to the import."""
    if listing.search:
        return EmptyState(
            Icon.SEARCH,
            translate("people", "Nobody found"),
            translate("people", "Try another spelling, or a part of the name or of the phone."),
        )
    if scope is not Scope.ARCHIVED and not listing.filters.empty:
        return EmptyState(
            Icon.FILTER,
            translate("people", "Nobody matches these filters"),
            translate("people", "Take one of them away: press its chip above."),
        )
    if listing.group is not None:
        return _empty_group(listing.group)
    button = Button(translate("people", "Choose an Excel list"), Icon.IMPORT)
    button.clicked.connect(lambda _checked: load())
    return EmptyState(
        Icon.PEOPLE,
        translate("people", "Import an Excel list"),
        translate(
            "people",
            "The class list that you have is enough: names, classes, phones. Drop it here, or copy its lines"
            " in Excel and paste them. Nothing is changed before you have seen what will be.",
        ),
        button,
    )


def _empty_group(group: Group) -> EmptyState:
    if group.smart:
        return EmptyState(
            Icon.SMART,
            translate("people", "Nobody fits yet"),
            translate("people", "This group fills itself: whoever fits its filter belongs to it."),
        )
    return EmptyState(
        Icon.CLASS,
        translate("people", "Nobody in this group yet"),
        translate(
            "people", "Choose people under “Everybody”, then drag them onto the group or press “Add to…”."
        ),
    )

"""Which page stands at which route; a page is imported and made when it is first gone to."""

from __future__ import annotations

from importlib import import_module

from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.places import Route

_PAGES = {
    Route.HOME: ("home", "HomePage"),
    Route.NOTIFY: ("notify", "NotifyPage"),
    Route.ABSENCE: ("absence", "AbsencePage"),
    Route.CRISIS: ("crisis", "CrisisPage"),
    Route.INBOX: ("inbox", "InboxPage"),
    Route.PEOPLE: ("people", "PeoplePage"),
    Route.IMPORT: ("importing", "ImportPage"),
    Route.DUPLICATES: ("duplicates", "DuplicatesPage"),
    Route.SEASON: ("season", "SeasonPage"),
    Route.CONSENTS: ("consents", "ConsentsPage"),
    Route.BROADCASTS: ("broadcasts", "BroadcastsPage"),
    Route.BROADCAST: ("broadcast", "BroadcastPage"),
    Route.TEMPLATES: ("templates", "TemplatesPage"),
    Route.PLANNING: ("planning", "PlanningPage"),
    Route.REPORTS: ("coming", "ReportsPage"),
    Route.SETTINGS: ("settings", "SettingsPage"),
}


def make_page(route: Route, context: PageContext) -> Page:
    """The page of a route."""
    module, name = _PAGES[route]
    page = getattr(import_module(f"smsdesk.ui.pages.{module}"), name)(context)
    if not isinstance(page, Page):
        raise TypeError(f"{name} is no page")
    return page


def load_pages() -> None:
    """Load the modules of all pages, on whichever thread: what is left to do then is to make them."""
    for module, _name in _PAGES.values():
        import_module(f"smsdesk.ui.pages.{module}")

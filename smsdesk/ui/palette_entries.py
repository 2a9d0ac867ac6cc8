"""What the palette offers: pages and actions, what is known by name, and what is looked for as one types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.untrusted import visible_line
from smsdesk.services import help_pages
from smsdesk.services.bundle import Services
from smsdesk.ui import window_keys
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.frame import NavButton
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.palette import Act, Entry, Kind
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.undoing import REDO_KEYS, UNDO_KEYS

translate = QCoreApplication.translate

_PEOPLE = 8
_SENDS = 5
"""So many of what is found by a name: they are there for who knows whom he looks for."""


@dataclass(frozen=True)
class Acts:
    """What the window itself does; an undo or a redo with its words, None without one."""

    refresh: Act
    help: Act
    keys: Act
    quit: Act
    undo: tuple[str, Act] | None = None
    redo: tuple[str, Act] | None = None
    try_out: Act | None = None


def known(rail: Mapping[Route, NavButton], acts: Acts) -> Iterator[Entry]:
    """Pages and actions: there at once."""
    keys_of = {route: keys for keys, route in window_keys.RAIL_KEYS.items()}
    for route, button in rail.items():
        yield Entry(button.word, Place(route), button.meaning, keys=_keys(keys_of[route]))
    yield from _pages_below()
    yield from _sections()
    yield from _actions(acts)


def _pages_below() -> Iterator[Entry]:
    absent = translate("palette", "A teacher is absent")
    yield Entry(absent, Place(Route.ABSENCE), Icon.ABSENCE, also=translate("palette", "cancel a course"))
    alert = translate("palette", "Urgent alert")
    yield Entry(alert, Place(Route.CRISIS), Icon.ALERT, also=translate("palette", "crisis evacuation storm"))
    lists = translate("palette", "Import a list")
    yield Entry(lists, Place(Route.IMPORT), Icon.IMPORT, also=translate("palette", "Excel CSV class"))
    yield Entry(translate("palette", "Possible duplicates"), Place(Route.DUPLICATES), Icon.DUPLICATES)
    yield Entry(
        translate("palette", "Consent register"),
        Place(Route.CONSENTS),
        Icon.CONSENT,
        also=translate("palette", "STOP objection"),
    )
    yield Entry(translate("palette", "New school year"), Place(Route.SEASON), Icon.SEASON)
    uncertain = translate("palette", "Uncertain sends")
    yield Entry(uncertain, Place(Route.BROADCASTS, "uncertain"), Icon.UNCERTAIN)


def _sections() -> Iterator[Entry]:
    """What one looks for in the settings without knowing its section."""
    for section, icon, words, also in (
        ("modem", Icon.MODEM, translate("palette", "Modem, SIM card and its plan"),
         translate("palette", "PIN doctor examine budget hold all sending")),
        ("institution", Icon.CLASS, translate("palette", "Institution, signature and phone for tests"),
         translate("palette", "name services")),
        ("hours", Icon.CLOCK, translate("palette", "Quiet hours and holidays"),
         translate("palette", "calendar zone night")),
        ("answers", Icon.INBOX, translate("palette", "Answers, keywords and absence of the office"),
         translate("palette", "STOP automatic reply")),
        ("data", Icon.SAVE, translate("palette", "Data: check, copy, go back"),
         translate("palette", "backup restore save folder USB")),
        ("window", Icon.SETTINGS, translate("palette", "Language and appearance"),
         translate("palette", "dark light contrast size English French start sending station")),
    ):  # fmt: skip
        yield Entry(words, Place(Route.SETTINGS, section), icon, Kind.ACTION, also=also)


def _actions(acts: Acts) -> Iterator[Entry]:
    for words, icon, done, keys in (
        (translate("palette", "Undo “{what}”"), Icon.UNDO, acts.undo, UNDO_KEYS[0]),
        (translate("palette", "Redo “{what}”"), Icon.REDO, acts.redo, REDO_KEYS[0]),
    ):
        if done is not None:
            yield Entry(words.format(what=done[0]), done[1], icon, Kind.ACTION, _keys(keys))
    for words, icon, act, keys in (
        (translate("palette", "Help on this page"), Icon.HELP, acts.help, window_keys.HELP),
        (translate("palette", "Every key"), Icon.INFORMATION, acts.keys, window_keys.OVERVIEW),
        (translate("palette", "Reload this page"), Icon.REFRESH, acts.refresh, window_keys.REFRESH),
        (translate("palette", "Quit SMS desk"), Icon.CLOSE, acts.quit, window_keys.QUIT),
    ):
        yield Entry(words, act, icon, Kind.ACTION, _keys(keys))
    if acts.try_out is not None:
        yield Entry(translate("palette", "Try without a modem"), acts.try_out, Icon.PLAY, Kind.ACTION)


def _keys(keys: str) -> str:
    """A shortcut as it stands on a French or an English keyboard."""
    return keys.replace("Shift", translate("palette", "Shift"))


def by_name(services: Services, language: str) -> list[Entry]:
    """Groups, templates and sections of the help; on the database thread."""
    write = translate("palette", "Write to {group}")
    groups = [
        Entry(
            write.format(group=visible_line(group.name)),
            Place(Route.NOTIFY, NotifyStart(group_ids=(group.id,))),
            Icon.PEOPLE,
            Kind.GROUP,
        )
        for group in services.people.groups()
    ]
    templates = [
        Entry(
            visible_line(each.name), Place(Route.NOTIFY, NotifyStart(template=each.name)),
            Icon.TEMPLATES, Kind.TEMPLATE, also=each.category,
        )
        for each in services.templates.list()
    ]  # fmt: skip
    return [*groups, *templates, *_help(language)]


def _help(language: str) -> Iterator[Entry]:
    for page in help_pages.pages(language):
        for section in page.sections:
            yield Entry(
                section.title,
                Topic(page.name, section.anchor),
                Icon.HELP,
                Kind.HELP,
                also=page.sections[0].title,
            )


def found(services: Services, sought: str) -> Sequence[Entry]:
    """People and sends that have what is typed; on the database thread."""
    people = [
        Entry(visible_line(each.name), Place(Route.PEOPLE, each.id), Icon.PERSON, Kind.PERSON, also=sought)
        for each in services.people.contacts(search=sought, limit=_PEOPLE)
    ]
    sends = [
        Entry(
            visible_line(each.title), Place(Route.BROADCAST, each.id),
            Icon.BROADCASTS, Kind.SEND, also=sought,
        )
        for each in services.broadcasts.list(limit=_SENDS, search=sought)
    ]  # fmt: skip
    return [*people, *sends]

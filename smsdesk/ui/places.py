"""Where the window can go: a page and what it is asked to show there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.course_notices import AbsenceRequest, FollowUp, NoticeKind
from smsdesk.domain.follow_ups import Relation


class Route(StrEnum):
    """Every page; those of the rail have a button `nav_` + this name."""

    HOME = "home"
    NOTIFY = "notify"
    INBOX = "inbox"
    PEOPLE = "people"
    BROADCASTS = "broadcasts"
    TEMPLATES = "templates"
    PLANNING = "planning"
    REPORTS = "reports"
    SETTINGS = "settings"
    BROADCAST = "broadcast"
    ABSENCE = "absence"
    CRISIS = "crisis"
    IMPORT = "import"
    DUPLICATES = "duplicates"
    SEASON = "season"
    CONSENTS = "consents"


@dataclass(frozen=True)
class NotifyStart:
    """What the page Envoyer starts with."""

    group_ids: tuple[int, ...] = ()
    contact_ids: tuple[int, ...] = ()
    template: str = ""
    """The name of a template."""
    text: str = ""
    urgent: bool = False
    draft_id: int | None = None
    """A draft to go on with; nothing else counts then."""
    request: AudienceRequest | None = None
    """To whom, in the place of `group_ids` and `contact_ids`."""
    about: int | None = None
    """The earlier broadcast (its id) that this one follows; without a text, that one's text is taken."""
    relation: Relation | None = None
    content: DraftContent | None = None
    """A whole composition; nothing else counts then."""
    at: datetime | None = None
    """When to send it, as a person picked it in the calendar (aware); None is now."""
    guided: bool = False
    """Whether the guide of the first send goes along."""
    replaces: int | None = None
    """The planned series (its id) that is being changed: what is planned takes its place."""


@dataclass(frozen=True)
class AbsenceStart:
    """What the page of absences starts with; `about` is the notice (its broadcast) that is followed.

    `asked` is what a person had chosen and written before it was called back, `without` whom (id and name)
    she had taken out.
    """

    teacher_id: int | None = None
    kind: NoticeKind = NoticeKind.CANCELLED
    about: int | None = None
    asked: AbsenceRequest | FollowUp | None = None
    without: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class ImportStart:
    """What the import starts with: files that were dropped, or text that was pasted; one of them."""

    paths: tuple[Path, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class TemplatesStart:
    """The library of templates (its file) that is to be taken in."""

    path: Path


@dataclass(frozen=True)
class MergeStart:
    """The two people (contact ids) who may be one."""

    one: int
    other: int


@dataclass(frozen=True)
class Place:
    """A page and what it shows: BROADCAST, CRISIS an id, INBOX, CONSENTS a phone (E.164), others a start."""

    route: Route
    what: int | str | NotifyStart | AbsenceStart | ImportStart | TemplatesStart | MergeStart | None = None

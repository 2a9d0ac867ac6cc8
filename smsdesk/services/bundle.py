"""The services of one open profile in one value: what the window's pages and the commands are given."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.services.absences import Absences
from smsdesk.services.answers import Answers
from smsdesk.services.auto_replies import AutoReplies
from smsdesk.services.autostart import Autostart
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.budget import Budget
from smsdesk.services.calendar import Calendars
from smsdesk.services.consents import Consents
from smsdesk.services.crisis import Crises
from smsdesk.services.drafts import Drafts
from smsdesk.services.duplicates import Duplicates
from smsdesk.services.escalation import Escalation
from smsdesk.services.events import Events
from smsdesk.services.exporting import Exporting
from smsdesk.services.first_steps import FirstSteps
from smsdesk.services.following import Following
from smsdesk.services.history import History
from smsdesk.services.importing import Importing
from smsdesk.services.inbox import Inbox
from smsdesk.services.incoming_rules import IncomingRules
from smsdesk.services.keywords import Keywords
from smsdesk.services.notify import Notify
from smsdesk.services.opt_outs import OptOuts
from smsdesk.services.people import People
from smsdesk.services.polls import Polls
from smsdesk.services.preferences import Preferences
from smsdesk.services.safekeeping import Safekeeping
from smsdesk.services.samples import Samples
from smsdesk.services.schedule import Schedule
from smsdesk.services.seasons import Seasons
from smsdesk.services.seed_list import SeedList
from smsdesk.services.sending_hours import Hours
from smsdesk.services.sign_ups import SignUps
from smsdesk.services.station import Station
from smsdesk.services.templates import Templates
from smsdesk.services.wording import Wording


@dataclass(frozen=True)
class Services:
    """Everything that a person can do with a profile, by family."""

    events: Events
    people: People
    importing: Importing
    exporting: Exporting
    templates: Templates
    wording: Wording
    notify: Notify
    drafts: Drafts
    seed_list: SeedList
    broadcasts: Broadcasts
    inbox: Inbox
    incoming_rules: IncomingRules
    answers: Answers
    polls: Polls
    opt_outs: OptOuts
    sign_ups: SignUps
    keywords: Keywords
    auto_replies: AutoReplies
    station: Station
    preferences: Preferences
    consents: Consents
    history: History
    seasons: Seasons
    duplicates: Duplicates
    calendars: Calendars
    absences: Absences
    budget: Budget
    schedule: Schedule
    escalation: Escalation
    following: Following
    hours: Hours
    crises: Crises
    autostart: Autostart
    samples: Samples
    safekeeping: Safekeeping
    first_steps: FirstSteps

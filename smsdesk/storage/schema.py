"""Every migration, in the order in which they are applied."""

from __future__ import annotations

from smsdesk.storage.migrations import migrations
from smsdesk.storage.migrations_answers import m0015_answers
from smsdesk.storage.migrations_archive import m0014_archive
from smsdesk.storage.migrations_budget import m0009_budget
from smsdesk.storage.migrations_calendar import m0010_calendar
from smsdesk.storage.migrations_changes import m0005_changes
from smsdesk.storage.migrations_crisis import m0013_crisis
from smsdesk.storage.migrations_escalation import m0012_escalation
from smsdesk.storage.migrations_exercises import m0020_exercise_lines
from smsdesk.storage.migrations_imports import m0006_imports
from smsdesk.storage.migrations_joining import m0022_joining
from smsdesk.storage.migrations_notices import m0019_notice_rules
from smsdesk.storage.migrations_parts import m0023_part_stamps
from smsdesk.storage.migrations_people import m0004_towns
from smsdesk.storage.migrations_planning import m0018_taken_back
from smsdesk.storage.migrations_replies import m0016_replies
from smsdesk.storage.migrations_schedule import m0011_schedule
from smsdesk.storage.migrations_sending import m0008_sending
from smsdesk.storage.migrations_templates import m0007_templates

for step in (
    m0004_towns,
    m0005_changes,
    m0006_imports,
    m0007_templates,
    m0008_sending,
    m0009_budget,
    m0010_calendar,
    m0011_schedule,
    m0012_escalation,
    m0013_crisis,
    m0014_archive,
    m0015_answers,
    m0016_replies,
    m0018_taken_back,
    m0019_notice_rules,
    m0020_exercise_lines,
    m0022_joining,
    m0023_part_stamps,
):
    migrations()(step)

__all__ = ["migrations"]

"""Every migration, in the order in which they are applied."""

from __future__ import annotations

from smsdesk.storage.migrations import migrations
from smsdesk.storage.migrations_changes import m0005_changes
from smsdesk.storage.migrations_imports import m0006_imports
from smsdesk.storage.migrations_people import m0004_towns

for step in (m0004_towns, m0005_changes, m0006_imports):
    migrations()(step)

__all__ = ["migrations"]

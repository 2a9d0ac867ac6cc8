"""People and groups: look them up, change them, and find out whom a send reaches."""

from __future__ import annotations

from smsdesk.domain.people_drafts import ContactDraft, GroupDraft, GuardianDraft
from smsdesk.services.contacts import ContactChanges
from smsdesk.services.groups import GroupChanges
from smsdesk.storage.people_lists import COUNTED

__all__ = ["COUNTED", "ContactDraft", "GroupDraft", "GuardianDraft", "People"]


class People(ContactChanges, GroupChanges):
    """The people of one profile. Each change is one step of undo; readers see it as a whole."""

"""How one broadcast follows another, in words: from the side of each of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.untrusted import visible

translate = QCoreApplication.translate


def follows_words(relation: Relation, title: str) -> str:
    """What a broadcast is to the earlier one of this title: "Correction of “Piano”"."""
    words = {
        Relation.POSTPONED: translate("relations", "Another day for “{title}”"),
        Relation.ROOM_CHANGED: translate("relations", "Another room for “{title}”"),
        Relation.MAINTAINED: translate("relations", "“{title}” takes place after all"),
        Relation.CORRECTION: translate("relations", "Correction of “{title}”"),
        Relation.NOT_REACHED: translate("relations", "To those whom “{title}” did not reach"),
        Relation.NOT_ANSWERED: translate("relations", "To those who did not answer “{title}”"),
        Relation.REPEAT: translate("relations", "“{title}” once more"),
        Relation.UPDATE: translate("relations", "Update of “{title}”"),
        Relation.ALL_CLEAR: translate("relations", "All-clear after “{title}”"),
        Relation.SECOND_GUARDIAN: translate("relations", "To the second guardians: “{title}”"),
        Relation.TEST: translate("relations", "Test"),
    }
    return words[relation].format(title=visible(title))


def followed_words(relation: Relation) -> str:
    """What came after a broadcast, as a link to it says: "Correction"."""
    return {
        Relation.POSTPONED: translate("relations", "Moved to another day"),
        Relation.ROOM_CHANGED: translate("relations", "Another room"),
        Relation.MAINTAINED: translate("relations", "Takes place after all"),
        Relation.CORRECTION: translate("relations", "Correction"),
        Relation.NOT_REACHED: translate("relations", "Sent to those not reached"),
        Relation.NOT_ANSWERED: translate("relations", "Sent to those who did not answer"),
        Relation.REPEAT: translate("relations", "Sent once more"),
        Relation.UPDATE: translate("relations", "Update"),
        Relation.ALL_CLEAR: translate("relations", "All-clear"),
        Relation.SECOND_GUARDIAN: translate("relations", "Second guardians told"),
        Relation.TEST: translate("relations", "Test"),
    }[relation]

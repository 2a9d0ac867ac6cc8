"""By which phones a person is told things, as SQL: the same rules as `smsdesk.domain.audience` has.

The fragments stand in a query that has a row of `contacts`, and take `:adult`, the last birth date of those
who are of age.
"""

from __future__ import annotations


def _preferred(phones: str) -> str:
    """Whether the mobile of this alias is its owner's first one."""
    return (
        f"NOT EXISTS (SELECT 1 FROM phones AS other WHERE other.contact_id = {phones}.contact_id "  # noqa: S608
        f"AND other.mobile = 1 AND (other.position, other.id) < ({phones}.position, {phones}.id))"
    )


_TELLING = (
    "guardianships JOIN contacts AS guardian ON guardian.id = guardian_id AND guardian.archived_at IS NULL "
    "JOIN phones AS theirs ON theirs.contact_id = guardian_id AND theirs.mobile = 1 WHERE receives = 1"
)
"""The mobiles of guardians who are told things, by pupil."""

_GUARDIANS = f"{_TELLING} AND pupil_id = contacts.id"

PHONES = (
    "SELECT own.e164 FROM phones AS own WHERE own.contact_id = contacts.id AND own.mobile = 1 AND CASE "  # noqa: S608
    f"WHEN contacts.kind <> 'pupil' OR contacts.birth_date <= :adult THEN {_preferred('own')} "
    f"ELSE NOT EXISTS (SELECT 1 FROM {_GUARDIANS}) END "
    f"UNION ALL SELECT theirs.e164 FROM {_GUARDIANS} AND contacts.kind = 'pupil' AND {_preferred('theirs')}"
)
"""The phones (E.164) by which this person is told things, consent apart; one may stand there twice."""

ANY = f"EXISTS ({PHONES})"
"""Whether there is one, for few people: looked for at each."""

ANY_OF_MANY = (
    "(contacts.id IN (SELECT contact_id FROM phones WHERE mobile = 1) "  # noqa: S608
    f"OR contacts.kind = 'pupil' AND contacts.id IN (SELECT pupil_id FROM {_TELLING}))"
)
"""The same for many people: all who have one are gathered first, four times faster for a whole town."""

OWNERS = (
    "SELECT contact_id FROM phones WHERE e164 IN {phones} UNION "
    "SELECT pupil_id FROM guardianships JOIN phones ON contact_id = guardian_id WHERE e164 IN {phones}"
)
"""Everybody whom one of a table of phones could reach: quick to find, to be looked at one by one then."""

"""Looking people and groups up, and finding out whom a send reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from smsdesk.domain.audience import Audience, AudienceRequest
from smsdesk.domain.audience_again import Wishes
from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import NO_FILTER, PeopleFilter
from smsdesk.domain.folding import fold
from smsdesk.domain.group_names import match_name
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import Contact, ContactKind, Group, LessonHours
from smsdesk.domain.people_search import sought
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.changing import Changing
from smsdesk.services.choosing import Choosing
from smsdesk.services.events import Events
from smsdesk.storage import groups, lesson_hours, people
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.people_lists import ContactQuery, PeopleLists
from smsdesk.storage.people_search import revision

_CANDIDATES = 6
"""Namesakes that one sentence lists."""

_TEACHING = PeopleFilter(kinds=frozenset({ContactKind.TEACHER, ContactKind.STAFF}))


class PeopleReading(Changing):
    """The people of one profile as they are. A smart group serves wherever a group does."""

    def __init__(
        self, database: Database, events: Events, clock: Clock = system_clock, person: str = ""
    ) -> None:
        super().__init__(database, events, clock, person)
        self._lists = PeopleLists()
        self._groups: tuple[tuple[int, date], tuple[Group, ...]] | None = None

    def groups(self) -> tuple[Group, ...]:
        """Every group that is not archived, by name."""
        connection, today = self._database.read(), self._today()
        now = revision(connection), today
        kept = self._groups
        if kept is None or kept[0] != now or connection.in_transaction:
            kept = now, tuple(groups.load_groups(connection, today))
            self._groups = None if connection.in_transaction else kept
        return kept[1]

    def group(self, group_id: int) -> Group:
        """One group; InputError when there is none, or it is archived."""
        found = groups.load_groups(self._database.read(), self._today(), group_id)
        if not found:
            raise InputError(say("This group is no longer there."))
        return found[0]

    def group_named(self, name: str) -> Group:
        """The group meant by a name without case or accents; InputError lists the candidates."""
        return match_name(name, self.groups())

    def contacts(
        self,
        group_id: int | None = None,
        search: str = "",
        limit: int | None = 200,
        after: int | None = None,
        filters: PeopleFilter = NO_FILTER,
    ) -> tuple[Contact, ...]:
        """People by last name; `after` is the id of the last contact of the page before; no `limit`: all.

        `search` is read by `domain.people_search.sought`: beginnings of words of the name in any order,
        without case and accents, and digits of a phone of theirs or of their guardians.
        """
        connection = self._database.read()
        most = None if limit is None or limit < 0 else limit
        ids = self._lists.ids(connection, self._query(group_id, search, filters), most, after)
        return tuple(people.load_contacts(connection, ids))

    def contact_ids(
        self, group_id: int | None = None, search: str = "", filters: PeopleFilter = NO_FILTER
    ) -> tuple[int, ...]:
        """Everybody whom `contacts` would give without a limit, by id alone."""
        return tuple(self._lists.ids(self._database.read(), self._query(group_id, search, filters)))

    def matching_ids(self, search: str, limit: int) -> tuple[int, ...]:
        """The first people by name whom a search finds, by id alone."""
        return tuple(self._lists.ids(self._database.read(), self._query(None, search, NO_FILTER), limit))

    def prepare_search(self) -> None:
        """Get ready for the first key: with a hundred thousand people it would wait half a second."""
        self.contacts(search="00", limit=1)

    def count(
        self,
        group_id: int | None = None,
        search: str = "",
        filters: PeopleFilter = NO_FILTER,
        at_most: int | None = None,
    ) -> int:
        """How many people `contacts` would give without a limit; it stops counting `at_most` there."""
        return self._lists.count(self._database.read(), self._query(group_id, search, filters), at_most)

    def contact(self, contact_id: int) -> Contact:
        """One person, archived ones too; InputError when there is none."""
        found = people.load_contacts(self._database.read(), [contact_id])
        if not found:
            raise InputError(say("This person is no longer there."))
        return found[0]

    def person_named(self, name: str) -> Contact:
        """The one person meant by a name, or its beginning; InputError lists the candidates."""
        found = self.contacts(search=name, limit=_CANDIDATES) if name.strip() else ()
        exact = [person for person in found if fold(person.name) == fold(name)]
        if len(exact or found) == 1:
            return (exact or found)[0]
        if not found:
            raise InputError(say("There is nobody named {name}.", name=visible_line(name)))
        names = ", ".join(f"{person.name} ({', '.join(person.groups) or '-'})" for person in found)
        raise InputError(
            say("{name} can mean several people: {names}.", name=visible_line(name), names=names)
        )

    def cities(self) -> tuple[str, ...]:
        """The towns where people live, by name."""
        return tuple(people.cities(self._database.read()))

    def lesson_hours_of(self, contact_id: int) -> tuple[LessonHours, ...]:
        """The courses of a person that have several weekly hours, each with those at which he comes."""
        names = set(self.contact(contact_id).groups)
        several = [group for group in self.groups() if group.name in names and len(group.slots) > 1]
        held = lesson_hours.load_hours(self._database.read(), [group.id for group in several])
        return tuple(
            LessonHours(group, held.get(group.id, {}).get(contact_id, frozenset())) for group in several
        )

    def teachers(self, search: str = "") -> tuple[Contact, ...]:
        """Teachers and staff by last name, those who are found by a search."""
        return self.contacts(search=search, filters=_TEACHING)

    def audience(self, request: AudienceRequest, purpose: Purpose = Purpose.INFORMATION) -> Audience:
        """Whom a send reaches, once for each phone, and who is left out.

        An objection to the purpose leaves a phone out, advertising needs an agreement. An alert for
        people's safety reaches everybody: who sends it writes the objections down. InputError for an
        earlier broadcast that is not there.
        """
        connection = self._database.read()
        return Choosing(connection, self._lists, request, purpose, self._today()).audience()

    def wishes(self, request: AudienceRequest, purpose: Purpose) -> Wishes:
        """Who may not be written to for this purpose, and who was taken out of this request."""
        connection = self._database.read()
        return Choosing(connection, self._lists, request, purpose, self._today()).wishes

    def names_for(self, e164: str) -> tuple[str, ...]:
        """Whose phone this is: "Anne Martin (Léa, Tom)" for a guardian, the name for others."""
        return self.names_for_many((e164,)).get(e164, ())

    def names_for_many(self, e164s: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """`names_for` of many phones at once; phones nobody has are missing."""
        return names_of_phones(self._database.read(), e164s)

    def contact_ids_for(self, e164: str) -> tuple[int, ...]:
        """Everybody who has this phone."""
        owners = people.owners_of(self._database.read(), (e164,))
        return tuple(dict.fromkeys(contact_id for _, contact_id, _, _ in owners))

    def pupils_of(self, contact_id: int) -> tuple[Contact, ...]:
        """The pupils whose guardian this person is, by name."""
        connection = self._database.read()
        return tuple(people.load_contacts(connection, people.pupil_ids_of(connection, contact_id)))

    def _query(self, group_id: int | None, search: str, filters: PeopleFilter) -> ContactQuery:
        return ContactQuery(self._today(), group_id, filters, sought(search))


def names_of_phones(connection: Connection, e164s: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Whose each phone is: "Anne Martin (Léa, Tom)" for a guardian; phones nobody has are missing."""
    pupils: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for e164, contact_id, name, pupil in people.owners_of(connection, e164s):
        pupils[e164, contact_id, name] += [pupil] if pupil else []
    names: dict[str, list[str]] = defaultdict(list)
    for (e164, _, name), of in pupils.items():
        unsaid = [pupil for pupil in of if pupil not in name.split()]
        names[e164].append(f"{name} ({', '.join(unsaid)})" if unsaid else name)
    return {e164: tuple(found) for e164, found in names.items()}

"""What the table of people asks the services for; everything here runs on the database thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from smsdesk.domain.filters import NO_FILTER, PeopleFilter
from smsdesk.domain.names import name_key, words_key
from smsdesk.domain.people import Contact, Group
from smsdesk.services.bundle import Services
from smsdesk.services.people import COUNTED
from smsdesk.ui.family_consent import family_consent
from smsdesk.ui.models.people import PAGE, ConsentStates

_NOBODY = ("zzzz", "0000000000")
"""A name and a phone that hardly anybody has."""

MANY = 1_000
"""From this many on, only what is in sight is read again after a change; the rest keeps its place."""


@dataclass(frozen=True)
class Listing:
    """Whom the table shows: a group (None: everybody), words to search, filters."""

    group: Group | None = None
    search: str = ""
    filters: PeopleFilter = field(default_factory=lambda: NO_FILTER)

    @property
    def group_id(self) -> int | None:
        """The id of the group."""
        return self.group.id if self.group else None

    def ids(self, services: Services) -> tuple[int, ...]:
        """Everybody who is found."""
        return services.people.contact_ids(self.group_id, self.search, self.filters)


@dataclass(frozen=True)
class Chosen:
    """People to act upon: these ids, or `everything` the listing finds."""

    ids: tuple[int, ...]
    listing: Listing
    everything: bool = False
    count: int = 0
    """How many the listing finds; at least so many unless they are `counted` to the end."""
    counted: bool = True

    def resolve(self, services: Services) -> tuple[int, ...]:
        """The ids of all of them."""
        return self.listing.ids(services) if self.everything else self.ids


@dataclass(frozen=True)
class Found:
    """Some people in the order of the table, what they consent to, and how many there are in all."""

    people: tuple[Contact, ...]
    consents: ConsentStates
    count: int


def read(services: Services, listing: Listing, limit: int = PAGE, after: int | None = None) -> Found:
    """The people after one (None: the first ones), with the count of all up to COUNTED."""
    if listing.group is not None and listing.group.archived:
        return _read_past(services, listing, listing.group)
    asked = (listing.group_id, listing.search)
    people = services.people.contacts(*asked, limit, after, listing.filters)
    return Found(people, consents(services, people), services.people.count(*asked, listing.filters, COUNTED))


def _read_past(services: Services, listing: Listing, group: Group) -> Found:
    """Everybody who was in a group of a past year, those who have left too."""
    words = words_key(listing.search).split()
    people = tuple(
        person
        for person in services.seasons.members_of(group.id)
        if all(word in name_key(person.first_name, person.last_name) for word in words)
    )
    return Found(people, consents(services, people), len(people))


def count(services: Services, listing: Listing) -> int:
    """How many there are, however many."""
    return services.people.count(listing.group_id, listing.search, listing.filters)


def read_more(services: Services, listing: Listing, after: int) -> Found:
    """The next page; nobody counts again."""
    people = services.people.contacts(listing.group_id, listing.search, PAGE, after, listing.filters)
    return Found(people, consents(services, people), 0)


def prepare_search(services: Services) -> None:
    """Have the search read names and phones before the first key: of very many people that takes a moment."""
    for search in _NOBODY:
        services.people.count(search=search, at_most=1)


def consents(services: Services, people: tuple[Contact, ...]) -> ConsentStates:
    """What is known of the consent of each of these people, their guardians' phones included."""
    phones = {e164 for person in people for e164 in family_phones(person)}
    states = services.consents.states(tuple(phones))
    return {person.id: family_consent(family_phones(person), states) for person in people}


def family_phones(person: Contact) -> tuple[str, ...]:
    """The phones of a person and of the guardians."""
    own = [phone.e164 for phone in person.phones]
    others = [phone.e164 for guardian in person.guardians for phone in guardian.phones]
    return tuple(dict.fromkeys(own + others))

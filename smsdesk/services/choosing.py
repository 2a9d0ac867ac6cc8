"""From what a person chose to those who are written to: groups, towns, everyone, an earlier broadcast."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from smsdesk.domain.audience import Audience, AudienceRequest, Recipient, audience
from smsdesk.domain.audience_again import Wishes, audience_again
from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import NO_FILTER, PeopleFilter
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import Contact
from smsdesk.domain.people_search import sought
from smsdesk.domain.sentences import say
from smsdesk.storage import broadcasts, consents, outcomes, people
from smsdesk.storage.database import Connection
from smsdesk.storage.people_lists import ContactQuery, PeopleLists


class Choosing:
    """One request looked up in one profile, on one day."""

    def __init__(
        self,
        connection: Connection,
        lists: PeopleLists,
        request: AudienceRequest,
        purpose: Purpose,
        today: date,
    ) -> None:
        self._connection = connection
        self._lists = lists
        self._request = request
        self._today = today
        self._wishes = Wishes(
            today,
            refused=() if purpose is Purpose.ALERT else consents.refused_phones(connection, purpose),
            agreed=consents.agreed_phones(connection, purpose) if purpose is Purpose.PROMOTION else None,
            excluded=self._excluded(),
        )

    @property
    def wishes(self) -> Wishes:
        """Who may not be written to."""
        return self._wishes

    def audience(self) -> Audience:
        """Whom it reaches, each phone once, and who is left out."""
        again = self._again()
        chosen = people.load_contacts(self._connection, self._chosen())
        now = audience(
            [member for member in chosen if not member.archived],
            today=self._today,
            refused=self._wishes.refused,
            agreed=self._wishes.agreed,
            and_pupils=self._request.and_pupils,
            excluded=self._wishes.excluded,
            first_guardian=self._request.second_guardian_after is not None,
        )
        return _joined(again, now) if again is not None else now

    def _excluded(self) -> frozenset[int]:
        request = self._request
        return frozenset(request.excluded_contact_ids).union(
            *(self._members(group_id) for group_id in request.excluded_group_ids)
        )

    def _chosen(self) -> list[int]:
        """Everybody chosen, in the order of choosing."""
        ids: dict[int, None] = {}
        for group_id in self._request.group_ids:
            ids |= dict.fromkeys(self._members(group_id))
        ids |= dict.fromkeys(self._request.contact_ids)
        ids |= dict.fromkeys(self._of_a_place())
        return [each for each in ids if each not in self._wishes.excluded]

    def _of_a_place(self) -> Iterable[int]:
        """All, or all of some towns; guardians of pupils among them are told as guardians."""
        request = self._request
        if not request.everyone and not request.areas:
            return ()
        found = self._list(PeopleFilter(cities=() if request.everyone else request.areas))
        told = people.guardian_ids_of(self._connection, found)
        return [each for each in found if each not in told]

    def _members(self, group_id: int) -> list[int]:
        return self._list(NO_FILTER, group_id)

    def _list(self, filters: PeopleFilter, group_id: int | None = None) -> list[int]:
        query = ContactQuery(self._today, group_id, filters, sought(""))
        return self._lists.ids(self._connection, query)

    def _again(self) -> Audience | None:
        """Those of the earlier broadcast that was named, None when none was."""
        number = self._request.of_broadcast
        if number is None:
            return None
        if not broadcasts.exists(self._connection, number):
            raise InputError(
                say("There is no broadcast {id}. Look it up in the list of broadcasts.", id=number)
            )
        earlier = outcomes.load_earlier(self._connection, number)
        known = people.load_contacts(self._connection, sorted(earlier.contact_ids()))
        return audience_again(
            earlier, self._request.outcome, {person.id: person for person in known}, self._wishes
        )


def _joined(first: Audience, second: Audience) -> Audience:
    """Both, each phone once with the people of both."""
    people_of: dict[str, dict[int, Contact]] = {}
    for recipient in (*first.recipients, *second.recipients):
        people_of.setdefault(recipient.e164, {}).update({each.id: each for each in recipient.people})
    recipients = tuple(Recipient(e164, tuple(found.values())) for e164, found in people_of.items())
    told: Collection[int] = {number for found in people_of.values() for number in found}
    left_out = {(each.contact_id, each.name): each for each in (*second.left_out, *first.left_out)}
    return Audience(recipients, tuple(each for each in left_out.values() if each.contact_id not in told))

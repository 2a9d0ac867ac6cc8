"""Which guardians of a list are known already: of this pupil, or of a brother or sister."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import islice

from smsdesk.domain.class_lists import Draft, Link
from smsdesk.domain.folding import fold
from smsdesk.domain.known_people import MOST_COMPARED, KnownLink, KnownPerson, is_made_up, is_somebody
from smsdesk.domain.near_names import Likeness, likeness
from smsdesk.domain.people import ContactKind


class GuardianMatcher:
    """Finds known guardians for links; each known one is found for one guardian of the list at most."""

    def __init__(
        self, known: Mapping[int, KnownPerson], by_number: Mapping[tuple[ContactKind, str], int]
    ) -> None:
        self._known = known
        self._by_number = by_number
        self._ids: dict[int, int | None] = {}
        """The known guardian of a draft, by the identity of the draft."""
        self._settled: dict[int, int | None] = {}
        self._claims: dict[int, int] = {}
        """Which draft, by identity, a known guardian is: never two of one list."""
        self._of_phone: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in known.values():
            if person.kind is ContactKind.GUARDIAN and not person.archived:
                for phone in person.phones:
                    self._of_phone[phone.e164].append(person)

    def settle(self, draft: Draft, contact_id: int | None) -> None:
        """Take over who a person of the list is: as a guardian he is nobody else."""
        self._settled[id(draft)] = contact_id

    def claim(self, link: Link, pupil_id: int | None) -> None:
        """Keep a known guardian for the draft that still has his phone, before others can take his name."""
        referred = self._referred(link.guardian)
        if referred is not None:
            self._claims.setdefault(referred, id(link.guardian))
            return
        found = self._own_guardian(link, self._free(link, pupil_id))
        if found is not None and _shares(self._known[found], link.guardian):
            key = id(link.guardian)
            if self._claims.setdefault(found, key) == key:
                self._ids.setdefault(key, found)

    def guardian(self, link: Link, pupil_id: int | None) -> int | None:
        """The known guardian of a link: of this pupil, or of a brother or sister."""
        key = id(link.guardian)
        if key in self._settled:
            return self._settled[key]
        if self._ids.get(key) is None:
            found = self._referred(link.guardian)
            found = self._own_guardian(link, self._free(link, pupil_id)) if found is None else found
            found = self._any_guardian(link.guardian) if found is None else found
            free = found is not None and self._claims.setdefault(found, key) == key
            self._ids[key] = found if free else None
        return self._ids[key]

    def replaced(self, link: Link, pupil_id: int | None) -> int | None:
        """The guardian of a known pupil whose place a new one takes: the same name or unnamed relation."""
        return self._own_guardian(link, self._own(pupil_id))

    def _referred(self, draft: Draft) -> int | None:
        """Who he is as a list of ours says, unless neither name nor phone is his."""
        person = self._known.get(draft.contact_id) if draft.contact_id is not None else None
        if person is None or person.archived:
            return None
        return person.id if is_somebody(person, draft) or _shares(person, draft) else None

    def _free(self, link: Link, pupil_id: int | None) -> list[tuple[KnownPerson, KnownLink]]:
        """The guardians of a pupil whom no other draft has claimed."""
        key = id(link.guardian)
        own = self._own(pupil_id)
        return [(person, known) for person, known in own if self._claims.get(person.id, key) == key]

    def _own(self, pupil_id: int | None) -> list[tuple[KnownPerson, KnownLink]]:
        """The guardians of a known pupil; archived ones count for a pupil who comes back himself."""
        if pupil_id is None:
            return []
        pupil = self._known[pupil_id]
        found = [
            (self._known[link.guardian_id], link)
            for link in pupil.guardians
            if link.guardian_id in self._known
        ]
        return [(person, link) for person, link in found if pupil.archived or not person.archived]

    def _own_guardian(self, link: Link, own: list[tuple[KnownPerson, KnownLink]]) -> int | None:
        """Among those this pupil has: the same name, nearly so with the same phone, or one without a name."""
        if not own:
            return None
        draft = link.guardian
        key = draft.key
        same = sorted((person for person, _ in own if person.key == key), key=lambda p: not _shares(p, draft))
        if draft.made_up_name:  # only his phones tell him from another one without a name
            exact = [person for person in (*same, *(person for person, _ in own)) if _has_all(person, draft)]
            same = [*exact, *same]
        near = same or [person for person, _ in own if _shares(person, draft) and _is_near(person, draft)]
        if near:
            return near[0].id
        unnamed = [(person, known) for person, known in own if draft.made_up_name or is_made_up(person)]
        by_phone = next((person.id for person, _ in unnamed if _shares(person, draft)), None)
        relation = fold(link.relation)
        by_relation = (
            person.id for person, known in unnamed if relation and fold(known.relation) == relation
        )
        return next(by_relation, None) if by_phone is None else by_phone

    def _any_guardian(self, draft: Draft) -> int | None:
        if draft.external_id and (ContactKind.GUARDIAN, draft.external_id) in self._by_number:
            return self._by_number[ContactKind.GUARDIAN, draft.external_id]
        key = draft.key
        for phone in draft.phones:
            for person in islice(self._of_phone.get(phone.e164, ()), MOST_COMPARED):
                if person.key == key or draft.made_up_name:
                    return person.id
        return None


def _has_all(person: KnownPerson, draft: Draft) -> bool:
    """Whether he has the phones of the list and no others."""
    return bool(draft.phones) and {phone.e164 for phone in person.phones} == {
        phone.e164 for phone in draft.phones
    }


def _is_near(person: KnownPerson, draft: Draft) -> bool:
    """Whether a slip of the pen parts the names, or the name of birth and the one in use."""
    names = (person.first_name, person.last_name), (draft.first_name, draft.last_name)
    return not draft.made_up_name and likeness(*names) is not Likeness.OTHER


def _shares(person: KnownPerson, draft: Draft) -> bool:
    return not {phone.e164 for phone in person.phones}.isdisjoint(phone.e164 for phone in draft.phones)

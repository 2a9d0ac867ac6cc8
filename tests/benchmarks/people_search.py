"""The search of people among a whole town: what each key costs, with and without a group or a filter.

.venv/bin/python -m tests.benchmarks.people_search [PEOPLE]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from smsdesk.domain.filters import NO_FILTER, ConsentState, PeopleFilter
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.services.events import Events
from smsdesk.services.people import COUNTED, ContactDraft, People
from smsdesk.storage.database import Database
from tests.benchmarks import town

PAGE = 100
FRAME_MS = 16.0
TYPED = (
    "martin", "martin lea", "lea martin", "le m", "m l", "dupont", "œuvrard", "elodie be", "jean pi", "de la", "a",
    "bouricot anne", "zzz", "marie mar", "06 12 34", "0612", "34 56", "+33 6 1", "0238", "78", "martin 06", "ma le jo",
)  # fmt: skip


def keys(text: str) -> Iterator[str]:
    """What the field holds after each key."""
    return (text[:end] for end in range(1, len(text) + 1))


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def told(title: str, costs: list[float]) -> None:
    """One line: the median, 99 of a hundred, the slowest."""
    costs = sorted(costs)
    p99 = costs[min(len(costs) - 1, int(len(costs) * 0.99))]
    mark = "" if p99 < FRAME_MS else "   over a frame"
    print(f"{title:46} {costs[len(costs) // 2]:7.2f} {p99:7.2f} {costs[-1]:7.2f}  ({len(costs)}){mark}")


def main() -> None:
    """Fill a town, then type."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "desk.sqlite3")
        print(f"{count} people written in {timed(lambda: groups.append(town.fill(database, count))):.0f} ms")
        people = People(database, Events())
        measure(people, groups[0])
        database.close()


groups: list[town.Town] = []


def measure(people: People, where: town.Town) -> None:
    """Print what everything costs."""
    print(f"{'ms':46} {'median':>7} {'p99':>7} {'slowest':>7}")
    told("first page", [timed(partial(people.contacts, limit=PAGE)) for _ in range(50)])
    told("count", [timed(people.count) for _ in range(50)])
    told("scroll, page after page", scrolled(people))
    told("the index made, names", [timed(lambda: people.contacts(search="ma"))])
    told("the index made, phones too", [timed(lambda: people.contacts(search="06"))])
    adults = PeopleFilter(min_age=18, cities=("olivet",))
    for title, group_id, filters in (
        ("a key", None, NO_FILTER),
        ("a key in a group of half the town", where.large, NO_FILTER),
        ("a key in a class of 30", where.small, NO_FILTER),
        ("a key among the adults of a town", None, adults),
    ):
        told(
            title,
            [timed(partial(key, people, text, group_id, filters)) for word in TYPED for text in keys(word)],
        )
    for title, filters in (
        ("page and count of adults of a town", adults),
        ("of pupils", PeopleFilter(kinds=frozenset({ContactKind.PUPIL}))),
        ("of members of a class", PeopleFilter(group_ids=(where.small,))),
        ("of those who refused", PeopleFilter(consent=(Purpose.INFORMATION, ConsentState.REFUSED))),
        (
            "of those of whom nothing is known",
            PeopleFilter(consent=(Purpose.INFORMATION, ConsentState.UNKNOWN)),
        ),
    ):
        told(title, [timed(partial(key, people, "", None, filters)) for _ in range(20)])
    smart = people.save_group(GroupDraft(None, "Adultes", filters=adults)).id
    told(
        "page and count of a smart group",
        [timed(lambda: key(people, "", smart, NO_FILTER)) for _ in range(20)],
    )
    told("groups with their sizes", [timed(people.groups) for _ in range(10)])
    person = people.contacts(search="martin")[0]
    draft = ContactDraft(
        person.first_name, person.last_name, person.kind, person.phones, id=person.id, notes="x"
    )
    told("one person changed", [timed(lambda: people.save_contact(draft))])
    told("the key after it", [timed(lambda: key(people, "mart", None, NO_FILTER))])


def key(people: People, text: str, group_id: int | None, filters: PeopleFilter) -> None:
    """What the table asks for at each key."""
    people.contacts(group_id, text, PAGE, None, filters)
    people.count(group_id, text, filters, COUNTED)


def scrolled(people: People) -> list[float]:
    """The cost of each page from the first to the last."""
    costs, last = [], None
    while True:
        start = time.perf_counter()
        page = people.contacts(limit=PAGE, after=last)
        costs.append((time.perf_counter() - start) * 1000)
        if not page:
            return costs
        last = page[-1].id


if __name__ == "__main__":
    main()

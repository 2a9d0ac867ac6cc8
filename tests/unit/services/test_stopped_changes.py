"""Whatever long change a person stops, before its last row is written: nothing of it is there afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from smsdesk.domain.people import GroupKind
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.domain.seasons import Carry, Carrying, WithoutGroup
from smsdesk.services import contacts, long_work
from smsdesk.services.events import Changed, Events
from smsdesk.services.history import History
from smsdesk.services.importing import Importing
from smsdesk.services.long_work import LongWork, StoppedError
from smsdesk.services.people import People
from smsdesk.services.seasons import Seasons
from smsdesk.storage import undoing
from smsdesk.storage.database import Database

COUNT = 60
"""More than one look at whether it was stopped, where each piece has ten."""


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked at between a thousand rows of a town is looked at here between ten."""
    monkeypatch.setattr(long_work, "_PIECE", 10)
    monkeypatch.setattr(long_work, "_STEPS", 100)
    monkeypatch.setattr(undoing, "_PIECE", 10)
    monkeypatch.setattr(contacts, "_AT_ONCE", 10)


class StoppedAt(LongWork):
    """A person stops it once it has come so far."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share

    def reach(self, done: float) -> None:
        if done >= self._share:
            self.stop()
        super().reach(done)


def named(number: int) -> str:
    """A last name: those of people have no figures."""
    return f"Mar{str(number).translate(str.maketrans('0123456789', 'abcdefghij'))}"


@dataclass
class Town:
    database: Database
    people: People
    importing: Importing
    history: History
    seasons: Seasons
    folder: Path

    def list_of(self, people: int, name: str = "liste.csv") -> Path:
        path = self.folder / name
        rows = (
            f"{named(n)};Léa;01/02/2015;{n};Lyon;CE1;06 39 98 {n // 100:02} {n % 100:02}"
            for n in range(people)
        )
        path.write_text("\n".join(["Nom;Prénom;Né le;Numéro;Ville;Classe;Tél mère", *rows]), encoding="utf-8")
        return path

    def everything(self) -> list[str]:
        """All that is kept, but for the search, which is made of it."""
        kept = []
        tables = self.database.read().execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%' AND name NOT LIKE 'sqlite%'"
        )
        for (table,) in tables.fetchall():
            rows = self.database.read().execute(f"SELECT * FROM {table}").fetchall()
            kept += sorted(f"{table} {tuple(row)!r}" for row in rows)
        return kept


@pytest.fixture
def town(database: Database, events: Events, tmp_path: Path) -> Town:
    return Town(
        database,
        People(database, events),
        Importing(database, events),
        History(database, events),
        Seasons(database, events),
        tmp_path,
    )


def imported(town: Town) -> list[int]:
    town.importing.apply(town.importing.plan(town.list_of(COUNT)), accept_warnings=True)
    return list(town.people.contact_ids())


def applying(town: Town) -> Callable[[LongWork], object]:
    plan = town.importing.plan(town.list_of(COUNT))
    return lambda work: town.importing.apply(plan, accept_warnings=True, work=work)


def applying_again(town: Town) -> Callable[[LongWork], object]:
    """The whole list with another town."""
    imported(town)
    path = town.list_of(COUNT)
    path.write_text(path.read_text("utf-8").replace("Lyon", "Bron"), encoding="utf-8")
    plan = town.importing.plan(path)
    assert len(plan.changed) == COUNT
    return lambda work: town.importing.apply(plan, accept_warnings=True, work=work)


def undoing_last(town: Town) -> Callable[[LongWork], object]:
    imported(town)
    return town.history.undo


def undoing_one(town: Town) -> Callable[[LongWork], object]:
    ids = imported(town)
    town.people.archive_contacts(ids)
    (entry, *_others) = town.history.entries()
    return lambda work: town.history.undo_set(entry.id, work)


def making_again(town: Town) -> Callable[[LongWork], object]:
    imported(town)
    town.history.undo()
    return town.history.redo


def restoring(town: Town) -> Callable[[LongWork], object]:
    ids = imported(town)
    town.people.archive_contacts(ids)
    return lambda work: town.people.restore_contacts(ids, work)


def adding(town: Town) -> Callable[[LongWork], object]:
    ids, choir = imported(town), town.people.save_group(GroupDraft(None, "Chorale", GroupKind.ENSEMBLE))
    return lambda work: town.people.add_to_group(choir.id, ids, work)


def moving(town: Town) -> Callable[[LongWork], object]:
    ids, choir = imported(town), town.people.save_group(GroupDraft(None, "Chorale", GroupKind.ENSEMBLE))
    (of_class,) = (group.id for group in town.people.groups() if group.name == "CE1")
    return lambda work: town.people.move_to_group(of_class, choir.id, ids, work)


def beginning_a_season(town: Town) -> Callable[[LongWork], object]:
    imported(town)
    (of_class,) = (group.id for group in town.people.groups())
    plan = {of_class: Carry(Carrying.MEMBERS, "CE2")}
    season = town.seasons.next()
    return lambda work: town.seasons.roll_over(season, plan, WithoutGroup.ARCHIVE, work)


LONG = (
    applying, applying_again, undoing_last, undoing_one, making_again, restoring, adding, moving, beginning_a_season,
)  # fmt: skip


@pytest.mark.parametrize("begin", LONG)
def test_what_is_stopped_on_the_way_leaves_everything_as_it_was(
    town: Town, heard: list[Changed], begin: Callable[[Town], Callable[[LongWork], object]]
) -> None:
    act = begin(town)
    before = town.everything()
    heard.clear()
    with pytest.raises(StoppedError):
        act(StoppedAt(0.3))
    assert town.everything() == before
    assert heard == [], "nobody is told of a change that is none"
    whole = LongWork()
    act(whole)
    assert whole.done > 0.3
    assert town.everything() != before, "what was stopped can be done after all"


def archiving(town: Town) -> Callable[[LongWork], object]:
    ids = imported(town)
    return lambda work: town.people.archive_contacts(ids, work)


def taking_out(town: Town) -> Callable[[LongWork], object]:
    ids = imported(town)
    (of_class,) = (group.id for group in town.people.groups())
    return lambda work: town.people.remove_from_group(of_class, ids, work)


@pytest.mark.parametrize("begin", [archiving, taking_out])
def test_one_statement_is_stopped_while_it_runs(
    town: Town, begin: Callable[[Town], Callable[[LongWork], object]]
) -> None:
    act = begin(town)
    before, work = town.everything(), LongWork()
    connection, rows = town.database.read(), count(1)

    def stop_on_the_way(statement: str) -> None:
        """Hears each trigger too, that is each row."""
        if next(rows) > COUNT // 2:
            work.stop()

    connection.set_trace_callback(stop_on_the_way)
    try:
        with pytest.raises(StoppedError):
            act(work)
    finally:
        connection.set_trace_callback(None)
    assert next(rows) > COUNT // 2
    assert town.everything() == before

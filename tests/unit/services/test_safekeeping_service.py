"""Data kept safe from the window: checked, copied, looked into, and given up when a person says stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from still_clock import StillClock

from smsdesk.desk import Desk
from smsdesk.domain.errors import DamageError, InputError
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.services import safekeeping
from smsdesk.services.long_work import Stop
from smsdesk.services.people import ContactDraft
from smsdesk.services.safekeeping import Safekeeping
from smsdesk.storage import copies
from smsdesk.storage.profile import DATABASE


@pytest.fixture
def desk(profile: Path) -> Iterator[Desk]:
    with Desk.open(profile) as opened:
        add_somebody(opened, "Léa")
        yield opened


def add_somebody(desk: Desk, name: str) -> None:
    desk.services.people.save_contact(
        ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone("+33639980001"),))
    )


def spoil(database: Path) -> None:
    """Write over pages in the middle, as a dying disk does."""
    size = database.stat().st_size
    with database.open("r+b") as file:
        file.seek(size // 8)
        file.write(b"\xa5" * (size // 2))


def test_it_tells_where_the_data_lie_and_which_copies_there_are(desk: Desk, profile: Path) -> None:
    kept = desk.services.safekeeping.read()
    assert (kept.folder, kept.copies) == (profile, ())
    assert kept.size > 0
    with copies.watching(profile / DATABASE) as connection:
        made = copies.keep_copy(connection, profile / DATABASE, StillClock()())
    (copy,) = desk.services.safekeeping.read().copies
    assert (copy.path, copy.day) == (made, copies.day_of(copy.path))
    assert copy.size == copy.path.stat().st_size


def test_whole_data_are_called_whole_and_damaged_ones_are_not(desk: Desk, profile: Path) -> None:
    assert desk.services.safekeeping.check(Stop()) == ()
    desk.close()
    spoil(profile / DATABASE)
    found = Safekeeping(profile / DATABASE).check(Stop())
    assert found


def test_a_copy_is_whole_and_says_what_it_holds(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite3"
    service = desk.services.safekeeping
    assert service.back_up(target, Stop()) == target
    assert service.progress(target) == 0.0, "nothing is being written any more"
    inside = service.look_into(target)
    assert (inside.people, inside.sends, inside.last) == (1, 0, None)
    assert service.back_up(target, Stop()) == target, "an earlier copy may be written over"


def test_what_is_stopped_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    stop = Stop()
    stop.stop()
    assert desk.services.safekeeping.back_up(tmp_path / "copy.sqlite3", stop) is None
    assert list(tmp_path.glob("copy*")) == []
    assert desk.services.safekeeping.check(stop) is None


def test_other_files_and_the_data_themselves_are_never_written_over(desk: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "letter.sqlite3"
    letter.write_text("Chers parents")
    for target in (letter, desk.services.safekeeping.read().folder / DATABASE):
        with pytest.raises(InputError):
            desk.services.safekeeping.back_up(target, Stop())
    assert letter.read_text() == "Chers parents"


def test_a_folder_that_is_not_there_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        desk.services.safekeeping.back_up(tmp_path / "gone" / "copy.sqlite3", Stop())


def test_back_to_a_copy_and_what_was_there_is_kept(desk: Desk, profile: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite3"
    desk.services.safekeeping.back_up(target, Stop())
    add_somebody(desk, "Tom")
    desk.close()
    old = safekeeping.go_back(profile, target)
    assert old is not None
    assert Safekeeping.look_into(old).people == 2
    with Desk.open(profile) as again:
        assert again.services.people.count() == 1


def test_what_is_no_copy_changes_nothing(desk: Desk, profile: Path, tmp_path: Path) -> None:
    desk.close()
    before = (profile / DATABASE).read_bytes()
    with pytest.raises(InputError):
        safekeeping.go_back(profile, tmp_path / "none.sqlite3")
    assert (profile / DATABASE).read_bytes() == before


def test_damaged_data_are_told_as_such_and_the_newest_copy_is_offered(desk: Desk, profile: Path) -> None:
    assert safekeeping.newest_copy(profile) is None
    with copies.watching(profile / DATABASE) as connection:
        copies.keep_copy(connection, profile / DATABASE, StillClock()())
    desk.close()
    spoil(profile / DATABASE)
    with pytest.raises(DamageError):
        Desk.open(profile)
    copy = safekeeping.newest_copy(profile)
    assert copy is not None
    safekeeping.go_back(profile, copy.path)
    with Desk.open(profile) as again:
        assert again.services.people.count() == 1

"""A second start rings, and the window of the first comes forward; whatever else lies there rings in vain."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from smsdesk.storage.doorbell import Bell, came_forward, ring
from smsdesk.storage.profile import Profile

DEADLINE_S = 60.0


@pytest.fixture
def taken(profile: Path) -> Iterator[Path]:
    """A profile from which another process sends."""
    first = Profile(profile)
    first.take()
    yield profile
    first.release()


def answer(bell: Bell, words: list[str], enough: threading.Event) -> None:
    while not enough.is_set():
        word = bell.answer()
        if word is not None:
            words.append(word)
            return


def rung(profile: Path, bell: Bell) -> list[str]:
    """The words that a ring brings to a window."""
    words: list[str] = []
    enough = threading.Event()
    window = threading.Thread(target=answer, args=(bell, words, enough))
    window.start()
    assert ring(profile, answered_within_s=DEADLINE_S)
    enough.set()
    window.join(DEADLINE_S)
    return words


def test_the_window_hears_a_ring_and_the_word_of_the_desktop(
    taken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "gnome-shell_1234-5")
    bell = Bell(taken)
    assert bell.answer() is None
    assert rung(taken, bell) == ["gnome-shell_1234-5"]
    assert bell.answer() is None
    assert not list(bell.folder.iterdir())


@pytest.mark.parametrize("said", ["", "two words", "é", "x" * 257, "a\nb"])
def test_what_no_desktop_gives_is_not_handed_on(
    taken: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", said)
    monkeypatch.delenv("DESKTOP_STARTUP_ID", raising=False)
    assert rung(taken, Bell(taken)) == [""]


def test_nobody_rings_where_no_window_is(profile: Path, taken: Path) -> None:
    assert not ring(taken), "a command sends from it"


def test_nobody_rings_where_the_window_is_dead(profile: Path) -> None:
    Profile(profile)
    Bell(profile)
    assert not ring(profile)
    assert not list((profile / "bell").iterdir())


def test_a_window_that_does_not_look_is_said_to_be_none(taken: Path) -> None:
    bell = Bell(taken)
    assert not ring(taken, answered_within_s=0.05)
    assert not list(bell.folder.iterdir()), "the ring is taken back: nobody comes forward long after"


def test_a_ring_into_a_window_that_closes_is_not_answered(taken: Path) -> None:
    bell = Bell(taken)
    closing = threading.Thread(target=lambda: waits_for_ring(bell) or bell.take_down())
    closing.start()
    assert not ring(taken, answered_within_s=DEADLINE_S)
    closing.join(DEADLINE_S)
    assert not list(taken.glob("bell*"))


def waits_for_ring(bell: Bell) -> None:
    while not list(bell.folder.glob("*.ring")):
        pass


def test_a_window_that_is_opening_is_waited_for(taken: Path) -> None:
    bells: list[Bell] = []

    def opens() -> None:
        bells.append(Bell(taken))
        answer(bells[0], [], threading.Event())

    window = threading.Thread(target=opens)
    window.start()
    assert ring(taken, hung_within_s=DEADLINE_S, answered_within_s=DEADLINE_S)
    window.join(DEADLINE_S)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are files of POSIX systems")
def test_what_else_lies_there_is_cleared_away_unread(taken: Path, tmp_path: Path) -> None:
    bell = Bell(taken)
    secret = tmp_path / "secret"
    secret.write_text("word")
    (bell.folder / "1.ring").symlink_to(secret)
    os.mkfifo(bell.folder / "2.ring")
    (bell.folder / "3.ring").mkdir()
    (bell.folder / "note.txt").write_text("no ring")
    assert bell.answer() is None
    assert secret.read_text() == "word"
    assert not (bell.folder / "1.ring").is_symlink()
    assert not (bell.folder / "2.ring").exists()


def test_it_tells_which_window_came(profile: Path) -> None:
    told = came_forward(profile)
    assert str(profile) in str(told)
    assert "come forward" in str(told)
    assert told.exit_code == 4

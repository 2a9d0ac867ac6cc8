"""What is large is freed a piece at a time, and not by whoever happens to let it go."""

from __future__ import annotations

import gc
import threading

import pytest

from smsdesk.services.bulk_work import LetGoApart, bulk_work, let_go

DEADLINE_S = 60


class Value:
    """Counts where it is freed."""

    def __init__(self, freed: list[int], last: threading.Event, count: int) -> None:
        self._told = freed, last, count

    def __del__(self) -> None:
        freed, last, count = self._told
        freed.append(threading.get_ident())
        if len(freed) == count:
            last.set()


def values(count: int) -> tuple[list[Value], list[int], threading.Event]:
    freed: list[int] = []
    last = threading.Event()
    return [Value(freed, last, count) for _ in range(count)], freed, last


def test_many_values_are_freed_on_another_thread() -> None:
    many, freed, last = values(20_000)
    held = LetGoApart(many)
    del many
    assert not freed
    del held
    assert last.wait(DEADLINE_S)
    assert threading.get_ident() not in freed


def test_few_values_are_freed_at_once() -> None:
    few, freed, _last = values(10)
    held = LetGoApart(few)
    del few, held
    assert freed == [threading.get_ident()] * 10


def test_a_list_that_is_let_go_is_empty() -> None:
    many = list(range(2_500))
    let_go(many)
    assert not many


@pytest.mark.parametrize("enabled", [True, False])
def test_what_was_made_meanwhile_is_not_looked_through(enabled: bool) -> None:
    was_enabled = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with bulk_work():
            assert not gc.isenabled()
            made = [[number] for number in range(1_000)]
        assert gc.isenabled() is enabled
        watched = set(map(id, gc.get_objects(generation=0)))
        assert watched.isdisjoint(map(id, made))
    finally:
        gc.unfreeze()
        (gc.enable if was_enabled else gc.disable)()

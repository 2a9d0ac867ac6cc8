"""References decide whose an answer is, and where they do not, nobody gets it."""

from __future__ import annotations

import pytest

from smsdesk.modem.unanswered import Unanswered, before


def after_silence(last: int = 6, *silent: int) -> Unanswered:
    answers = Unanswered()
    answers.accepted(last)
    for part in silent or (1,):
        answers.silent(part)
    return answers


def test_without_silence_every_answer_is_the_newest_attempts() -> None:
    answers = Unanswered()
    assert answers.surely_newest(9)
    assert answers.surely_newest(None)
    answers.accepted(9)
    assert answers.surely_newest(77)


def test_a_reference_that_counts_the_silent_one_proves_it_and_is_the_newest() -> None:
    answers = after_silence(6)
    assert not answers.surely_newest(7)
    assert not answers.surely_newest(None)
    assert answers.surely_newest(8)
    answers.accepted(8)
    assert answers.take_proved(7) == 1
    assert answers.take_proved(7) is None


def test_several_silent_ones_are_proved_in_their_order_round_the_corner() -> None:
    answers = after_silence(254, 1, 2, 3)
    assert answers.surely_newest(2)
    answers.accepted(2)
    assert [answers.take_proved(ref) for ref in (255, 0, 1)] == [1, 2, 3]


def test_the_next_reference_in_line_is_never_an_old_ones() -> None:
    answers = after_silence(6)
    answers.accepted(8)
    for ref in range(9, 256):
        answers.accepted(ref)
    for ref in range(7):
        answers.accepted(ref)
    assert answers.take_proved(7) is None


def test_outside_of_a_dialogue_one_silent_part_gets_its_answer_and_two_do_not() -> None:
    assert after_silence(6).stray(7) == [(1, 7)]
    assert after_silence(6, 1, 2).stray(7) == []
    assert Unanswered().stray(7) == []


@pytest.mark.parametrize(("first", "second"), [(7, 8), (8, 7), (255, 0), (0, 255)])
def test_an_undecided_pair_is_settled_by_the_other_answer(first: int, second: int) -> None:
    answers = Unanswered()
    answers.silent(1)
    answers.undecided(2, [first])
    assert not answers.in_doubt
    assert answers.owed == 1
    older, newer = (first, second) if before(first, second) else (second, first)
    assert answers.stray(second) == [(1, older), (2, newer)]
    assert answers.owed == 0
    answers.silent(3)
    assert answers.surely_newest(newer + 2)
    assert answers.stray(9) == [(3, 9)]


def test_an_older_reference_in_a_later_dialogue_is_the_pairs_other_one() -> None:
    answers = after_silence(254, 1)
    answers.undecided(2, [255])
    for ref in (1, 2):
        assert answers.take_older(ref) == []
        answers.accepted(ref)
    assert answers.take_older(0) == [(1, 255), (2, 0)]
    assert answers.take_older(0) == []
    assert answers.take_older(3) == []


@pytest.mark.parametrize(
    ("came", "owed"), [([], 3), ([7], 2), ([None], 2), ([7, 8], 1), ([None, 7], 1), ([None, 8, 7], 0)]
)
def test_each_answer_that_did_not_come_is_owed(came: list[int | None], owed: int) -> None:
    answers = after_silence(6, 1, 2)
    answers.undecided(3, came)
    assert answers.owed == owed
    for left in range(owed):
        assert answers.stray(9 + left) == []
    assert answers.owed == 0


def test_what_an_earlier_run_left_open_counts_from_the_reference_before_it() -> None:
    answers = Unanswered()
    answers.left_open([1, 2], 255)
    assert not answers.surely_newest(1)
    assert answers.surely_newest(2)
    unknown = Unanswered()
    unknown.left_open([1], None)
    assert not unknown.surely_newest(7)


def test_without_an_undecided_pair_an_older_reference_is_a_counter_that_began_anew() -> None:
    answers = Unanswered()
    answers.accepted(40)
    assert answers.take_older(1) == []


def test_before_goes_round_the_corner() -> None:
    assert before(255, 0)
    assert not before(0, 255)
    assert not before(5, 5)
    assert before(5, 100)

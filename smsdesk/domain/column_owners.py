"""Whose each column is and what it holds, read from left to right as a person does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from smsdesk.domain.class_lists import CHILD, GUARDIAN, PUPIL, TEACHER, Column, Meaning
from smsdesk.domain.column_content import Content
from smsdesk.domain.headers import LONGEST_HEADER, Reading, names_a_number, names_ensemble, without_question
from smsdesk.domain.people import GroupKind
from smsdesk.domain.sheets import letter
from smsdesk.domain.titles import is_class_name

_M = Meaning

NAME_MEANINGS = frozenset(
    {_M.LAST_NAME, _M.BIRTH_NAME, _M.USUAL_NAME, _M.FIRST_NAME, _M.FULL_NAME, _M.PERSON}
)
_PERSONAL = NAME_MEANINGS | {
    _M.PHONE, _M.EMAIL, _M.CIVILITY, _M.RELATION, _M.ADDRESS, _M.POSTCODE, _M.CITY, _M.RECEIVES,
    _M.REFUSES, _M.CONTACT,
    _M.NUMBER,
}  # fmt: skip
_ONCE = frozenset({_M.LAST_NAME, _M.BIRTH_NAME, _M.USUAL_NAME, _M.FIRST_NAME, _M.FULL_NAME, _M.PERSON})
"""A second column of these tells of a second person."""
_HOURS = frozenset({_M.DAY, _M.TIME, _M.END_TIME})
"""Of a lesson; a day of the calendar is none."""
_MOST_COLUMNS = 1_000
"""What stands further to the right is no list of people; looking for its owner would take ever longer."""

_NEVER_PHONES = frozenset(
    {
        _M.LAST_NAME,
        _M.FIRST_NAME,
        _M.FULL_NAME,
        _M.CLASS,
        _M.LEVEL,
        _M.BIRTH_DATE,
        _M.EMAIL,
        _M.CITY,
        _M.CIVILITY,
    }
)
"""Under such a header phones stand by mistake only."""


class Assignment:
    """Gives each column its meaning and its person, going from left to right as one reads."""

    def __init__(
        self, headers: Sequence[str], readings: Sequence[Reading | None], contents: Sequence[Content]
    ) -> None:
        self._headers = headers
        self._readings = readings
        self._contents = contents
        self._taken: set[tuple[str, Meaning]] = set()
        self._context = ""
        """The guardian or teacher whose name columns were just read."""
        self._owners: dict[int, str] = {}
        self._child = PUPIL
        self._teacher = TEACHER

    def columns(self) -> list[Column]:
        """One column for each header."""
        columns = [self._column(index) for index in range(len(self._headers))]
        guardians = {column.person for column in columns if column.person.startswith(GUARDIAN)}
        if len(guardians) > 1 or not any(column.person.startswith(CHILD) for column in columns):
            return columns
        return [self._of_the_family(column, *guardians or {GUARDIAN}) for column in columns]

    def _of_the_family(self, column: Column, guardian: str) -> Column:
        """In a row of several children a phone of nobody in particular is the parent's."""
        reading = self._readings[column.index]
        told = reading is not None and (reading.child or reading.owner is not None)
        if told or column.person != PUPIL or column.meaning not in {_M.PHONE, _M.EMAIL}:
            return column
        return replace(column, person=guardian)

    def _column(self, index: int) -> Column:
        header, reading = self._headers[index], self._readings[index]
        meaning = self._settled(index)
        if meaning is None or meaning is _M.IGNORED or index >= _MOST_COLUMNS:
            return Column(index, letter(index), header, _M.IGNORED if meaning is _M.IGNORED else None)
        reading = reading or Reading(meaning, group_kind=GroupKind.COURSE)
        person = self._beside(index, meaning) or self._person(reading, meaning, index)
        self._taken.add((person, meaning))
        self._owners[index] = person
        last_first = self._contents[index].last_first if meaning in {_M.FULL_NAME, _M.PERSON} else None
        return Column(
            index,
            letter(index),
            header,
            meaning,
            person,
            reading.label,
            reading.group_kind,
            reading.last_first if last_first is None else last_first,
            meaning is _M.BIRTH_DATE and self._contents[index].month_first,
            self._contents[index].abroad if meaning is _M.PHONE else "",
        )

    def _beside(self, index: int, meaning: Meaning) -> str | None:
        """The owner of a second column of phones below one header: nothing stands above it."""
        bare = meaning is _M.PHONE and not self._headers[index] and self._readings[index] is None
        left = self._readings[index - 1] if bare and index else None
        return self._owners.get(index - 1) if left and left.meaning is _M.PHONE else None

    def _settled(self, index: int) -> Meaning | None:
        """The meaning of the header, corrected by the content where the header leaves it open."""
        reading, content = self._readings[index], self._contents[index]
        if reading is None:
            ticked = content.ticks and is_class_name(without_question(self._headers[index]))
            return _M.CLASS if ticked else self._by_content(index)
        meaning = reading.meaning
        if meaning is _M.CLASS and (self._is_of_a_stranger(index) or self._is_a_question(index)):
            return _M.IGNORED
        if meaning is _M.NUMBER:
            return _M.ADDRESS if self._is_of_a_house(index) else _M.PHONE if content.phones else _M.IGNORED
        if meaning is _M.CONTACT:
            found = content.phone_or_email() or (_M.PHONE if content.any_phone else None)
            named = _M.PERSON if (reading.owner or "").startswith(GUARDIAN) else None
            return found or (_M.NOTES if not content.names else named)
        if meaning is _M.PERSON and content.phone_or_email() and not content.beside:
            return content.phone_or_email()
        return _against_its_header(meaning, content)

    def _by_content(self, index: int) -> Meaning | None:
        """What a column holds whose header says nothing known; whose phones they are is not guessed.

        Where others are said to be the family's, these may be numbers of anything else: they are named. The
        question of a form is too long to be understood, and asks for what is answered.
        """
        found = self._contents[index].phone_or_email()
        others = (reading is not None and reading.meaning is _M.PHONE for reading in self._readings)
        header = self._headers[index]
        unknown = len(header) <= LONGEST_HEADER and not names_a_number(header)
        return None if found is _M.PHONE and unknown and any(others) else found

    def _is_of_a_stranger(self, index: int) -> bool:
        """Whether a further "Classe" stands behind names of somebody unknown: a brother or sister."""
        again = self._headers[index] in self._headers[:index]
        unknown = index > 0 and self._readings[index - 1] is None and bool(self._headers[index - 1])
        return again and unknown and self._contents[index - 1].names

    def _is_a_question(self, index: int) -> bool:
        """Whether a header asks for a yes or no, and not about a class: "Instrument personnel (O/N)"."""
        header = self._headers[index]
        bare = without_question(header)
        return bare != header and not (is_class_name(bare) or names_ensemble(bare))

    def _is_of_a_house(self, index: int) -> bool:
        """Whether a number stands before a street that has none of its own; lines are counted 1, 2, 3."""
        beside = self._readings[index + 1] if index + 1 < len(self._readings) else None
        if beside is None or beside.meaning is not _M.ADDRESS:
            return False
        return self._contents[index + 1].without_digits and not self._contents[index].counts_lines

    def _person(self, reading: Reading, meaning: Meaning, index: int) -> str:
        if reading.owner is not None:
            return self._explicit(reading.owner, meaning)
        if reading.child or meaning not in _PERSONAL:
            self._context = "" if meaning not in {_M.IGNORED, _M.NOTES} else self._context
            return self._child_of(meaning) if reading.child else self._further_child(meaning)
        if self._context.startswith(TEACHER) and not self._is_teachers(index):
            self._context = ""
        if self._context and (meaning not in _ONCE or self._pupil_named()):
            return self._next_one(meaning)
        self._context = "" if meaning in _ONCE else self._context
        if meaning is _M.RELATION and (owner := self._next_guardian(index)):
            return owner
        if meaning is _M.RELATION or (meaning in _ONCE and (PUPIL, meaning) in self._taken):
            return self._unnamed_guardian(meaning)
        return PUPIL

    def _next_one(self, meaning: Meaning) -> str:
        """Whose a column behind a guardian's names is: his, or another's where he has such a name already."""
        further = meaning in _ONCE and (self._context, meaning) in self._taken
        return self._unnamed_guardian(meaning) if further else self._context

    def _is_teachers(self, index: int) -> bool:
        """Whether a column behind a teacher's name is his: it varies no more, and others have phones."""
        reading = self._readings[index]
        if reading is None or reading.meaning is not _M.PHONE:
            return reading is not None and reading.meaning is not _M.EMAIL
        teachers = [at for at, owner in self._owners.items() if owner == self._context]
        varied = self._contents[index].distinct > min(
            (self._contents[at].distinct for at in teachers), default=0
        )
        others = (one for at, one in enumerate(self._readings) if at != index)
        return not varied and any(one and one.meaning is _M.PHONE for one in others)

    def _next_guardian(self, index: int) -> str:
        """The guardian who is named behind "Lien de parenté"."""
        coming = (reading for reading in self._readings[index + 1 :] if reading and reading.owner)
        return next((one.owner or "" for one in coming if (one.owner or "").startswith(GUARDIAN)), "")

    def _pupil_named(self) -> bool:
        """Whether both halves of the pupil's name are known: a further name is another's."""
        names = {meaning for owner, meaning in self._taken if owner == PUPIL} & NAME_MEANINGS
        return _M.FULL_NAME in names or (_M.FIRST_NAME in names and len(names) > 1)

    def _explicit(self, owner: str, meaning: Meaning) -> str:
        if owner == TEACHER:
            return self._teacher_of(meaning)
        number = 2
        base = owner
        while meaning in _ONCE and (owner, meaning) in self._taken:
            owner, number = f"{base} {number}", number + 1
        self._leave_family_phones(owner, meaning)
        if meaning in NAME_MEANINGS or owner == self._context:
            self._context = owner if self._context != "family" else ""
        else:
            self._context = ""
        return owner

    def _teacher_of(self, meaning: Meaning) -> str:
        """A further column of teachers is that of a further course: "teacher 2"."""
        if meaning is _M.TEACHER:
            number = sum(taken is _M.TEACHER for _, taken in self._taken) + 1
            self._context = self._teacher = TEACHER if number == 1 else f"{TEACHER} {number}"
        return self._teacher

    def _leave_family_phones(self, owner: str, meaning: Meaning) -> None:
        """After "Mère | Père", what follows belongs to both, so to nobody of them alone."""
        previous = self._context
        if meaning is _M.PERSON and previous.startswith(GUARDIAN) and previous != owner:
            has_own = any((previous, kind) in self._taken for kind in (_M.PHONE, _M.EMAIL))
            self._context = "" if has_own else "family"

    def _child_of(self, meaning: Meaning) -> str:
        if meaning in _ONCE and (self._child, meaning) in self._taken:
            number = int(self._child.rpartition(" ")[2]) if self._child else 1
            self._child = f"{CHILD} {number + 1}"
        return self._child

    def _further_child(self, meaning: Meaning) -> str:
        """ "Enfant 1, Classe 1, Enfant 2, Classe 2": a second class is the second child's."""
        return self._child if self._child and (PUPIL, meaning) in self._taken else PUPIL

    def _unnamed_guardian(self, meaning: Meaning) -> str:
        guardians = (f"{GUARDIAN} {number}" for number in count(1))
        self._context = next(owner for owner in guardians if (owner, meaning) not in self._taken)
        return self._context


def _against_its_header(meaning: Meaning, content: Content) -> Meaning | None:
    """The meaning of a header, unless what stands below it is clearly something else."""
    if (meaning in NAME_MEANINGS and content.mere_numbers) or (meaning in _HOURS and content.dates):
        return _M.IGNORED
    if meaning in _NEVER_PHONES and content.begins_with_phones and content.phones:
        if not content.beside:
            return _M.PHONE
        return _M.PERSON if meaning is _M.FULL_NAME else meaning
    if meaning in {_M.PHONE, *_NEVER_PHONES} and meaning is not _M.EMAIL and content.emails:
        return _M.EMAIL
    if meaning is _M.PHONE and content.answers:
        return _M.RECEIVES
    return None if meaning is _M.PHONE and content.names and not content.any_phone else meaning

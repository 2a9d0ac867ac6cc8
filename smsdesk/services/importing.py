"""Import of class lists: a plan first, then everything in one transaction."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from smsdesk.domain.class_lists import Answers, ClassList, ColumnChoices
from smsdesk.domain.errors import InputError
from smsdesk.domain.group_changes import group_changes
from smsdesk.domain.import_changes import plan_import
from smsdesk.domain.import_plan import (
    ImportPlan,
    ImportResult,
    LeaverChoices,
    Leavers,
    PastImport,
    Progress,
    Stage,
)
from smsdesk.domain.list_reading import read_class_lists, understood_sheets
from smsdesk.domain.own_columns import FRENCH
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.sheets import SheetFile, told_apart
from smsdesk.domain.watching import Watch
from smsdesk.services import import_again, import_columns, import_leavers
from smsdesk.services.bulk_work import LetGoApart, bulk_work, let_go
from smsdesk.services.changing import Changing
from smsdesk.services.events import QUEUE_CHANGED, Changed, Topic
from smsdesk.services.import_writing import write_plan
from smsdesk.services.long_work import LongWork
from smsdesk.spreadsheets.pasted import read_pasted
from smsdesk.spreadsheets.reading import read_sheets
from smsdesk.spreadsheets.writing import Table, TableColumn, write_table
from smsdesk.storage import imports, past_imports, people
from smsdesk.storage.changes import change_set, recording
from smsdesk.storage.database import Connection
from smsdesk.storage.exports import profile_mark
from smsdesk.storage.imports import load_known
from smsdesk.storage.objections import phones_of_change, stop_objected
from smsdesk.storage.room import with_room

log = logging.getLogger(__name__)


class _TakenBack(Exception):  # noqa: N818  # no error: it ends a transaction that was only tried
    """What was written is taken back."""


class Importing(Changing):
    """Reads class lists into the people of one profile."""

    def plan(  # noqa: PLR0913  # what one can say of a list
        self,
        paths: Path | Sequence[Path],
        group: str | None = None,
        mapping: ColumnChoices | None = None,
        *,
        answers: Answers | None = None,
        recall: bool = True,
        hidden: bool = False,
        progress: Callable[[Progress], None] = lambda _progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportPlan:
        """Read files as one list and say what an import would do; nothing is written.

        `group` takes everybody of the list in. `mapping` corrects columns: (sheet name, index from 0) to a
        meaning, None to leave the column out; with `recall`, what was said of such lists before counts where
        it says nothing. `hidden` reads sheets that a file hides. InputError when a file is no list.
        """
        watch = Watch(progress, cancelled)
        wanted = [paths] if isinstance(paths, Path) else list(dict.fromkeys(paths))
        with bulk_work():
            files = told_apart(list(_read(wanted, watch, hidden=hidden)))
            try:
                return self._plan(
                    files,
                    group,
                    mapping or {},
                    answers or {},
                    recall=recall,
                    watch=watch,
                    again=lambda: told_apart(list(_read(wanted, Watch(), hidden=hidden))),
                )
            finally:
                for file in files:
                    for sheet in file.sheets:
                        let_go(sheet.rows if isinstance(sheet.rows, list) else [])

    def plan_text(
        self,
        text: str,
        name: str,
        group: str | None = None,
        mapping: ColumnChoices | None = None,
        *,
        answers: Answers | None = None,
        recall: bool = True,
    ) -> ImportPlan:
        """Like `plan`, for cells that were copied in a spreadsheet program; `name` stands for the file."""
        files = (read_pasted(text, name),)
        return self._plan(files, group, mapping or {}, answers or {}, recall=recall, watch=Watch())

    def _plan(
        self,
        files: Sequence[SheetFile],
        group: str | None,
        mapping: ColumnChoices,
        answers: Answers,
        *,
        recall: bool,
        watch: Watch,
        again: Callable[[], Sequence[SheetFile]] = tuple,
    ) -> ImportPlan:
        """`again` reads the files once more, for whoever looks at people who were not compared."""
        if group is not None and not group.strip():
            raise InputError(say("A group needs a name."))
        watch.reach(Stage.UNDERSTANDING)
        connection = self._database.read()
        recalled = import_columns.recall(connection, files) if recall else {}
        choices = {**recalled, **mapping}
        mark = profile_mark(connection)
        digest = import_again.digest_of(files, group, choices, answers, mark)

        def planned(files: Sequence[SheetFile]) -> ImportPlan:
            listed = read_class_lists(files, group, choices, mark=mark)
            watch.reach(Stage.COMPARING)
            return self._compared(", ".join(file.name for file in files), listed, answers)

        plan = import_again.recall(
            connection,
            ", ".join(file.name for file in files),
            digest,
            lambda: understood_sheets(files, choices, mark),
            lambda: planned(again()).unchanged,
        )
        plan = plan or planned(files)
        log.info(
            "plan: %d new, %d changed, %d rejected", len(plan.new), len(plan.changed), len(plan.rejected)
        )
        watch.reach(Stage.COMPARING, 1.0)
        sheets = tuple(dict.fromkeys(sheet for sheet, _index in recalled))
        hidden = tuple(name for file in files for name in file.hidden)
        return replace(
            plan, recalled=sheets, hidden=hidden, corrections=choices, answers=answers, digest=digest
        )

    def _compared(self, name: str, listed: ClassList, answers: Answers) -> ImportPlan:
        """A list held against the people as they are now."""
        connection = self._database.read()
        revision = imports.revision(connection)
        known = load_known(connection)
        plan = plan_import(name, listed, known, answers)
        people = list(known.values())
        known.clear()
        let_go(people)
        held = LetGoApart([*plan.new, *plan.changed, *plan.unchanged, *listed.people])
        beyond = not (plan.new or plan.changed) and self._changes_more(plan)
        taught = group_changes(plan.group_drafts, imports.load_taught(connection))
        return replace(plan, revision=revision, held=held, beyond_people=beyond, group_changes=taught)

    def _changes_more(self, plan: ImportPlan) -> bool:
        """Whether a list that changes nobody changes something else: it is written and taken back."""
        changed = False
        with contextlib.suppress(_TakenBack), self._database.write() as connection:
            changed = self._recorded(connection, plan, lambda _connection: 0, LongWork())[0] is not None
            raise _TakenBack
        return changed

    def answer(self, plan: ImportPlan, answers: Answers) -> ImportPlan:
        """The plan with other answers to its doubts; the files are not read again."""
        fresh = self._compared(plan.file, plan.as_read, answers)
        return replace(
            fresh,
            recalled=plan.recalled,
            hidden=plan.hidden,
            corrections=plan.corrections,
            answers=answers,
        )

    def apply(
        self,
        plan: ImportPlan,
        accept_warnings: bool = False,
        *,
        leavers: LeaverChoices = Leavers.KEEP,
        work: LongWork | None = None,
    ) -> ImportResult:
        """Do what the plan says, in one transaction; InputError when doubtful and not accepted.

        Whoever is no longer in the list stays in his groups, unless a person decided otherwise, for all of
        them or for each. What a person said of the columns is remembered for lists with the same headers.
        """
        if plan.warnings and not accept_warnings:
            raise InputError(
                say(
                    "{count} things are doubtful, so nothing was imported. The first: {first} "
                    "Look at them and accept them, or correct the list.",
                    count=len(plan.warnings),
                    first=plan.warnings[0].sentence,
                )
            )
        work = work or LongWork()
        database = self._database
        with bulk_work(), with_room(database.read()), database.write() as write, work.over(write):
            result = self._write(write, plan, leavers, work)
        queue = QUEUE_CHANGED if result.stopped else ()
        self._events.publish(Changed(Topic.PEOPLE), Changed(Topic.GROUPS), *queue)
        log.info("import: %d new, %d changed", len(plan.new), len(plan.changed))
        return result

    def _write(
        self, connection: Connection, plan: ImportPlan, leavers: LeaverChoices, work: LongWork
    ) -> ImportResult:
        if plan.revision != imports.revision(connection):
            fresh = plan_import(plan.file, plan.as_read, load_known(connection), plan.answers)
            if fresh != plan:
                raise InputError(
                    say("The people were changed since this plan was made; read the list again.")
                )
        now = self._now()
        import_columns.remember(connection, plan, now)
        change_set_id, left = self._recorded(
            connection,
            plan,
            lambda connection: import_leavers.settle(connection, plan.left, leavers, now),
            work,
        )
        stopped = 0
        if change_set_id is not None:
            stopped = stop_objected(connection, phones_of_change(connection, change_set_id))
        result = ImportResult(
            new=len(plan.new),
            changed=len(plan.changed),
            unchanged=len(plan.unchanged),
            groups=tuple(plan.groups),
            change_set_id=change_set_id,
            left=left,
            stopped=stopped,
        )
        import_id = past_imports.add_import(connection, plan.file, result, now)
        import_again.keep(connection, import_id, plan, leavers)
        return result

    def _recorded(
        self, connection: Connection, plan: ImportPlan, settle: Callable[[Connection], int], work: LongWork
    ) -> tuple[int | None, int]:
        """Write a plan as one change; its id, None when nothing changed, and how many `settle` settled."""
        title, now = say("Import of {file}", file=plan.file), self._now()
        first_new = people.next_contact_id(connection)
        with recording(
            connection, title, made_by=self._person, now=now, new_contacts_from=first_new
        ) as change_set_id:
            write_plan(connection, plan, now, work)
            settled = settle(connection)
        recorded = change_set(connection, change_set_id) is not None
        return (change_set_id if recorded else None), settled

    def save_rejected(
        self, plan: ImportPlan, path: Path, *, language: str = FRENCH, words: Callable[[Sentence], str] = str
    ) -> int:
        """Write the cells that could not be used into a file (.xlsx or .csv), for whoever corrects the list.

        `words` translates a sentence. Gives how many there are. InputError when it cannot be written.
        """
        columns = [
            TableColumn(words(say("File")), 28),
            TableColumn(words(say("Sheet")), 20),
            TableColumn(words(say("Cell")), 8),
            TableColumn(words(say("Value")), 32),
            TableColumn(words(say("Reason")), 70),
        ]
        rows = ((plan.file, one.sheet, one.cell, one.value, words(one.reason)) for one in plan.rejected)
        return write_table(path, Table(words(say("Rejected cells")), columns, rows, language))

    def forget_columns(self, plan: ImportPlan) -> None:
        """Forget what was said of the columns of lists like this one."""
        with self._database.write() as connection:
            import_columns.forget(connection, plan)

    def imports(self, limit: int = 20) -> tuple[PastImport, ...]:
        """The last imports, newest first."""
        return tuple(past_imports.load_imports(self._database.read(), limit))


def _read(paths: Sequence[Path], watch: Watch, *, hidden: bool) -> Iterator[SheetFile]:
    for at, path in enumerate(paths):
        watch.reach(Stage.READING, at / len(paths))
        yield read_sheets(path, partial(_reached, watch, at, len(paths)), hidden=hidden)


def _reached(watch: Watch, at: int, count: int, share: float) -> None:
    watch.reach(Stage.READING, (at + share) / count)

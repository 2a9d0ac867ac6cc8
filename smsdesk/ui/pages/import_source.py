"""What is imported and what a person said of it so far; and the progress of its reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from smsdesk.domain.class_lists import Answers, Choice
from smsdesk.domain.import_plan import ImportPlan, Progress
from smsdesk.services.importing import Importing

_LEAST_STEP = 0.01
"""Of progress; finer steps are not seen and would only keep the window busy."""


@dataclass(frozen=True)
class Source:
    """What is imported, files or pasted text, and what a person said of it so far."""

    paths: tuple[Path, ...] = ()
    text: str = ""
    name: str = ""
    """How one says what it is: the names of the files."""
    group: str | None = None
    choices: dict[tuple[str, int], Choice | None] = field(default_factory=dict)
    recall: bool = True
    hidden: bool = False
    """Whether the sheets that a file hides are read too."""

    @property
    def stem(self) -> str:
        """The name without its ending, for a file beside it."""
        return self.paths[0].stem if self.paths else self.name

    def __bool__(self) -> bool:
        return bool(self.paths or self.text)

    def plan(
        self,
        importing: Importing,
        answers: Answers,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> ImportPlan:
        """Read it and say what an import would do."""
        if self.text:
            return importing.plan_text(
                self.text, self.name, self.group, self.choices, answers=answers, recall=self.recall
            )
        return importing.plan(
            self.paths,
            self.group,
            self.choices,
            answers=answers,
            recall=self.recall,
            hidden=self.hidden,
            progress=progress,
            cancelled=cancelled,
        )


class Report:
    """Passes progress on, when there is some to be seen; called on the thread that reads."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._last: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        last = self._last
        if last is None or progress.stage is not last.stage or progress.done - last.done >= _LEAST_STEP:
            self._last = progress
            self._tell(progress)

"""Sentences for people: an English template that names its values, translated by whoever shows it.

The template is also the key of the translation (context "sentences" of the Qt Linguist files), so it is
written as a literal at every call of `say`: the extraction of translations reads the calls.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sentence:
    """One sentence: `template` with `{names}`, and the values to put there.

    A value may be a Sentence itself; the window translates it in its turn.
    """

    template: str
    values: dict[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.template.format(**self.values)


def say(template: str, /, **values: object) -> Sentence:
    """Make a sentence from an English literal and its values."""
    return Sentence(template, values)

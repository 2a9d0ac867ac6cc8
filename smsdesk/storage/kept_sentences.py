"""Sentences kept in the database: the key and its values, shown later in the language of the day."""

from __future__ import annotations

import json
import re

from smsdesk.domain.sentences import Sentence, say

_NAME = re.compile(r"\{\w+\}")
_BRACE = re.compile(r"[{}]")


def sentence_text(sentence: Sentence) -> str:
    """The sentence as JSON; values are texts, whole numbers, or sentences in their turn."""
    return json.dumps(_document(sentence), ensure_ascii=False)


def _document(sentence: Sentence) -> dict[str, object]:
    return {
        "say": sentence.template,
        "with": {name: _value(value) for name, value in sentence.values.items()},
    }


def _value(value: object) -> object:
    if isinstance(value, Sentence):
        return _document(value)
    return value if isinstance(value, int) else str(value)


def sentence_from(text: str) -> Sentence:
    """Read back what `sentence_text` wrote; anything else gives a sentence that says only "a change"."""
    try:
        sentence = _sentence(json.loads(text))
        str(sentence)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return say("A change")
    return sentence


def _sentence(document: dict[str, object]) -> Sentence:
    template, values = document["say"], document["with"]
    if not isinstance(template, str) or not isinstance(values, dict):
        raise TypeError
    # Names alone: a format such as {name:9999999999} would be an order to the program.
    if _BRACE.search(_NAME.sub("", template)):
        raise ValueError
    return Sentence(
        template,
        {name: _sentence(value) if isinstance(value, dict) else value for name, value in values.items()},
    )

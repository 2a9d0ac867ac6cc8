from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.untrusted import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Merci, à jeudi !", "Merci, à jeudi !"),
        ("deux\nlignes\tet une tabulation", "deux\nlignes\tet une tabulation"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("\x1b[2J", "⟨U+001B⟩[2J"),
        ("\u202eexe.fdp", "⟨U+202E⟩exe.fdp"),
        ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
        ("zéro\u200blargeur", "zéro⟨U+200B⟩largeur"),
        ("\ud83d seul", "⟨U+D83D⟩ seul"),
        ("famille 👨‍👩‍👧", "famille 👨‍👩‍👧"),
        ("espace\u00a0fine\u202f!", "espace\u00a0fine\u202f!"),
        ("", ""),
    ],
)
def test_nothing_hides_in_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_no_control_or_direction_mark_is_left(text: str) -> None:
    left = set(visible(text)) - set("\n\t\u200c\u200d")
    assert not [c for c in left if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}]

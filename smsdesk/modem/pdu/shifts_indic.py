"""National language tables of the Indian subcontinent (3GPP TS 23.038, A.2.4-A.2.13 and A.3.4-A.3.13).

The Unicode blocks of these scripts run parallel, and so do the tables: one layout in offsets from the
block, with the gaps, the vowel sign beside "a" and the five last characters of each script, makes nine of
them. Urdu is written out.
"""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.domain.gsm0338 import EXTENSION

UNASSIGNED = "\ufffd"
"""What stands where a locking table has no character."""

_PUNCTUATION = {0x0A: "\n", 0x0D: "\r", 0x1B: "\x1b", 0x20: " ", 0x21: "!", 0x28: ")", 0x29: "("} | {
    0x2C: ",", 0x2E: ".", 0x3A: ":", 0x3B: ";", 0x3F: "?",
}  # fmt: skip
"""Signs at fixed septets of every locking table (the brackets are swapped in the specification)."""

_DIGITS = {septet: chr(septet) for septet in range(0x30, 0x3A)}
_SMALL_LETTERS = {septet: chr(septet) for septet in range(0x61, 0x7B)}
_FIXED = _PUNCTUATION | _DIGITS | _SMALL_LETTERS
_LETTER_SEPTETS = [septet for septet in range(0x60) if septet not in _FIXED]

_LETTER_OFFSETS = [
    *range(0x01, 0x04), *range(0x05, 0x0C), *range(0x0C, 0x3A), *range(0x3C, 0x4E),
]  # fmt: skip
"""Offsets within a script's block of the characters at `_LETTER_SEPTETS`, in order."""

_LATIN_SIGNS = "@£$¥¿\"¤%&'\f*+\r-/<=>¡^¡_#*"
"""Septets 0x00 to 0x18 of every single shift table."""
_OWN_SEPTETS = [*range(0x19, 0x1B), *range(0x1C, 0x28), *range(0x2A, 0x2F), *range(0x30, 0x3C), 0x3F]
"""Septets of a single shift table that hold the script's own characters."""
_SHIFT_FRAME = (
    EXTENSION | dict(enumerate(_LATIN_SIGNS)) | {septet: chr(septet) for septet in range(0x41, 0x5B)}
)
_DANDAS = "\u0964\u0965"
"""Full stops that most of the scripts share, at septets 0x19 and 0x1A."""


@dataclass(frozen=True)
class _Script:
    """What one script has of its own, as offsets from its Unicode block."""

    block: int
    missing: bytes
    """Offsets of the layout that the locking table leaves empty."""
    last: bytes
    """Offsets of the characters at septets 0x60 and 0x7B to 0x7F."""
    rare: bytes
    """Offsets of the characters of the single shift table after the ten digits."""
    stops: str = _DANDAS

    def locking(self) -> str:
        table = dict(_FIXED)
        for septet, offset in zip(_LETTER_SEPTETS, _LETTER_OFFSETS, strict=True):
            table[septet] = UNASSIGNED if offset in self.missing else chr(self.block + offset)
        for septet, offset in zip((0x60, *range(0x7B, 0x80)), self.last, strict=True):
            table[septet] = chr(self.block + offset)
        return "".join(table[septet] for septet in range(0x80))

    def single(self) -> dict[int, str]:
        digits = range(0x66, 0x70)
        own = self.stops + "".join(chr(self.block + offset) for offset in (*digits, *self.rare))
        return _shift_table(own)


def _shift_table(own: str) -> dict[int, str]:
    shown = {septet: sign for septet, sign in zip(_OWN_SEPTETS, own, strict=False) if sign != UNASSIGNED}
    return _SHIFT_FRAME | shown


def _hex(offsets: str) -> bytes:
    return bytes.fromhex(offsets)


BENGALI, GUJARATI, HINDI, KANNADA, MALAYALAM, ORIYA, PUNJABI, TAMIL, TELUGU, URDU = range(4, 14)
"""National language identifiers (6.2.1.2.4)."""

_SCRIPTS = {
    BENGALI: _Script(
        0x0980,
        missing=_hex("0d 0e 11 12 29 31 33 34 35 45 46 49 4a"),
        last=_hex("4e 57 5c 5d 70 71"),
        rare=_hex("5f 60 61 62 63 72 73 74 75 76 77 78 79 7a"),
        stops="",
    ),
    GUJARATI: _Script(
        0x0A80,
        missing=_hex("0e 12 29 31 34 46 4a"),
        last=_hex("50 60 61 62 63 71"),
        rare=b"",
    ),
    HINDI: _Script(
        0x0900,
        missing=b"",
        last=_hex("50 72 7b 7c 7e 7f"),
        rare=_hex("51 52 53 54 58 59 5a 5b 5c 5d 5e 5f 60 61 62 63 70 71"),
    ),
    KANNADA: _Script(
        0x0C80,
        missing=_hex("01 0d 11 29 34 45 49"),
        last=_hex("55 56 60 61 62 63"),
        rare=_hex("5e 71 72"),
    ),
    MALAYALAM: _Script(
        0x0D00,
        missing=_hex("01 0d 11 29 3c 45 49"),
        last=_hex("57 60 61 62 63 79"),
        rare=_hex("70 71 72 73 74 75 7a 7b 7c 7d 7e 7f"),
    ),
    ORIYA: _Script(
        0x0B00,
        missing=_hex("0d 0e 11 12 29 31 34 45 46 49 4a"),
        last=_hex("56 57 60 61 62 63"),
        rare=_hex("5c 5d 5f 70 71"),
    ),
    PUNJABI: _Script(
        0x0A00,
        missing=_hex("0b 0c 0d 0e 11 12 29 31 34 37 3d 43 44 45 46 49 4a"),
        last=_hex("51 70 71 72 73 74"),
        rare=_hex("59 5a 5b 5c 5e 75"),
    ),
    TAMIL: _Script(
        0x0B80,
        missing=_hex("01 0b 0c 0d 11 16 17 18 1b 1d 20 21 22 25 26 27 2b 2c 2d 3c 3d 43 44 45 49"),
        last=_hex("50 57 70 71 72 79"),
        rare=_hex("73 74 75 76 77 78 7a"),
    ),
    TELUGU: _Script(
        0x0C00,
        missing=_hex("0d 11 29 34 3c 45 49"),
        last=_hex("55 56 60 61 62 63"),
        rare=_hex("58 59 78 79 7a 7b 7c 7d 7e 7f"),
        stops=UNASSIGNED * 2,
    ),
}

_URDU_LETTERS = (
    "\u0627\u0622\u0628\u067b\u0680\u067e\u06a6\u062a\u06c2\u067f\u0679\u067d\u067a\u067c\u062b\u062c\u0681"
    "\u0684\u0683\u0685\u0686\u0687\u062d\u062e\u062f\u068c\u0688\u0689\u068a\u068f\u068d\u0630\u0631\u0691"
    "\u0693\u0699\u0632\u0696\u0698\u069a\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u0641\u0642\u06a9\u06aa"
    "\u06ab\u06af\u06b3\u06b1\u0644\u0645\u0646\u06ba\u06bb\u06bc\u0648\u06c4\u06d5\u06c1\u06be\u0621\u06cc"
    "\u06d0\u06d2\u064d\u0650\u064f\u0657\u0654\u0655\u0651\u0653\u0656\u0670"
)
_URDU_OWN = (
    "\u0600\u0601\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9\u060c\u060d\u060e\u060f\u0610"
    "\u0611\u0612\u0613\u0614\u061b\u061f\u0640\u0652\u0658\u066b\u066c\u0672\u0673\u06cd\u06d4"
)


def _urdu_locking() -> str:
    septets = (septet for septet in range(0x80) if septet not in _FIXED)
    table = _FIXED | dict(zip(septets, _URDU_LETTERS, strict=True))
    return "".join(table[septet] for septet in range(0x80))


LOCKING = {language: script.locking() for language, script in _SCRIPTS.items()} | {URDU: _urdu_locking()}
"""The main table by language: 128 characters, the escape at septet 27."""

SINGLE = {language: script.single() for language, script in _SCRIPTS.items()} | {
    URDU: _shift_table(_URDU_OWN)
}
"""The character of each septet after an escape, by language."""

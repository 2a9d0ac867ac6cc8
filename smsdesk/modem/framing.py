"""From bytes of a serial line to frames: lines and the prompt, whatever the line does to them."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_LINE = 4096
"""Longer lines are cut: the longest real one, a PDU of 176 octets in hex, has 352 characters."""

_OTHER_ENDS = ("\r", "\x1a", "\x1b")
"""Line ends beside the line feed, and the echoes of Ctrl-Z and ESC, which modems write without a line end."""

_WORDS = ("OK", "ERROR", ">")
"""What nothing has to follow but the line's end."""

_EDGES = "".join(map(chr, range(33))) + "\x7f"
"""Stripped from both ends of a line: blanks and control characters."""

_PLAIN = bytes((10, 13, *range(32, 127)))
"""Printable ASCII and line ends."""

_AT_AN_EDGE = ("\n ", " \n", "\n>")
"""Blanks and a prompt at an end of a line."""

_PLAIN_OK = b"\r\nOK\r\n"
"""What nearly every command is answered with."""


Line = str
"""One line in latin-1, not empty, without its end and without control characters around it."""


@dataclass(frozen=True)
class Prompt:
    """The `>` that asks for a PDU (3GPP TS 27.005, 3.5.1), with or without its blank."""


Frame = Line | Prompt
_PROMPT = Prompt()


class Framer:
    """Cuts a stream into frames; any byte is allowed, nothing is ever raised, memory is bounded."""

    def __init__(self) -> None:
        self._rest = ""
        self._cut = False

    @property
    def partial(self) -> bool:
        """Whether the beginning of a line is waiting for its end."""
        return bool(self._rest) and not self._cut

    @property
    def whole_word(self) -> bool:
        """Whether the waiting beginning is surely all of its line, though the end is missing."""
        return self._rest.strip(_EDGES).endswith(_WORDS)

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes and give the frames that they complete."""
        if data == _PLAIN_OK and not self._rest and not self._cut:
            return ["OK"]
        if not self._cut and len(data) <= LONGEST_LINE and not data.translate(None, _PLAIN):
            text = self._rest + data.decode("ascii").replace("\r", "\n")
            *lines, rest = text.split("\n")
            first = lines[0] if lines else ""  # only this one and the rest may be longer than `data`
            if max(len(first), len(rest)) <= LONGEST_LINE and _is_plain(text, self._rest):
                self._rest = rest
                return [*filter(None, lines)]
        return self._take_all(data)

    def _take_all(self, data: bytes) -> list[Frame]:
        """Line by line, whatever bytes there are."""
        text = self._rest + data.decode("latin-1").replace("\0", "")
        for end in _OTHER_ENDS:
            text = text.replace(end, "\n")
        *lines, rest = text.split("\n")
        frames: list[Frame] = []
        for line in lines:
            if line:
                self._take(line, frames)
            self._cut = False
        self._rest = self._keep(rest, frames) if rest else ""
        return frames

    def flush(self) -> list[Frame]:
        """Take the line that has no end as it stands; a prompt behind noise is found here."""
        frames: list[Frame] = []
        text = self._rest.strip(_EDGES)
        self._rest = ""
        if text.endswith(">"):
            if len(text) > 1:
                self._take(text[:-1], frames)
            frames.append(_PROMPT)
        elif text:
            self._take(text, frames)
        return frames

    def _take(self, line: str, frames: list[Frame]) -> None:
        """A whole line; the prompt may stand before other text on it (an echo, a message of the modem)."""
        if self._cut:
            return
        text = line if " " < line[0] < "\x7f" and " " < line[-1] < "\x7f" else line.strip(_EDGES)
        if text.startswith(">"):
            frames.append(_PROMPT)
            text = text[1:].strip(_EDGES)
        if text:
            frames.append(text[:LONGEST_LINE])

    def _keep(self, rest: str, frames: list[Frame]) -> str:
        """The beginning of a line: a prompt comes without an end, and a line must not grow for ever."""
        text = rest.lstrip(_EDGES)
        if text.startswith(">") and not self._cut:
            frames.append(_PROMPT)
            text = text[1:].lstrip(_EDGES)
        if len(text) > LONGEST_LINE:
            self._take(text, frames)
            self._cut = True
        return "" if self._cut else text


def _is_plain(text: str, rest: str) -> bool:
    """Whether there is only cutting at line ends to do: no control characters, prompts, blanks at ends.

    `rest` is what `text` began with before plain bytes came.
    """
    if not (rest.isascii() and rest.isprintable()) or text[:1] in " >" or text[-1:] == " ":
        return False
    return not any(edge in text for edge in _AT_AN_EDGE)

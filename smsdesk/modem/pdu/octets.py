"""Reading a PDU octet by octet, and the ways in which one can be wrong."""

from __future__ import annotations


class MalformedError(Exception):
    """The octets are no PDU of the kind that was read; the text says why, in the protocol's terms."""


class Octets:
    """A cursor over octets that refuses to read past the end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int, what: str) -> bytes:
        """Read `count` octets, or raise MalformedError naming `what` is cut short."""
        if self.left < count:
            raise MalformedError(f"truncated in {what}")
        taken = self._data[self._at : self._at + count]
        self._at += count
        return taken

    def one(self, what: str) -> int:
        """Read one octet."""
        return self.take(1, what)[0]

    @property
    def left(self) -> int:
        """How many octets are still unread."""
        return len(self._data) - self._at


def unpack_septets(octets: bytes, count: int, fill_bits: int = 0) -> bytes:
    """Unpack `count` septets, one an octet, after `fill_bits` (3GPP TS 23.038, 6.1.2.1).

    `octets` must hold them all.
    """
    bits = int.from_bytes(octets, "little") >> fill_bits
    return bytes(bits >> 7 * position & 0x7F for position in range(count))

"""Digests of words and files: what is the same gives the same, and nobody reads back what it was."""

from __future__ import annotations


def digest(said: str | bytes) -> str:
    """SHA-256 in hex (FIPS 180-4); a text counts as its UTF-8, half characters of a damaged list included."""
    from hashlib import sha256  # noqa: PLC0415  # OpenSSL's library comes with it: 3 MB that few sessions need

    octets = said.encode("utf-8", "surrogatepass") if isinstance(said, str) else said
    return sha256(octets).hexdigest()

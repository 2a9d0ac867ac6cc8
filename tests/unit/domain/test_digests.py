"""Digests are those of FIPS 180-4, whatever a damaged list holds."""

from __future__ import annotations

from smsdesk.domain.digests import digest


def test_the_digest_is_sha_256() -> None:
    # NIST's example of one block.
    assert digest(b"abc") == digest("abc")
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_half_a_character_is_no_defect() -> None:
    assert digest("\ud83d") != digest("\ud83c")

"""The meaning of error codes and report statuses, against the tables of the specifications."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.codes import RETRY_DELAYS, ErrorClass, classify, explain, explain_status, report_state
from smsdesk.domain.outgoing import PartState

TABLE = {
    ErrorClass.TRANSIENT: "27 38 41 42 47 98 192 194 212 301 314 331 332",
    ErrorClass.PERMANENT: "1 21 81 95 96 97 99 111 128 129 130 143 144 145 159 160 161 175 176 195 196 198 199 304 305",
    ErrorClass.ACCOUNT: "8 10 28 29 30 50 69 193 302 303 310 311 312 313 315 316 317 318 330",
    ErrorClass.STORAGE_FULL: "22 208 209 211 320 321 322",
}
EXPECTED_CMS = {int(number): kind for kind, numbers in TABLE.items() for number in numbers.split()}
EXPECTED_CME = {
    **dict.fromkeys((14, 30, 31, 32), ErrorClass.TRANSIENT),
    **dict.fromkeys((10, 11, 12, 13, 15, 16, 17, 18), ErrorClass.ACCOUNT),
}
JARGON = re.compile(r"\b(CMS|CME|PDU|TP-\w+|RP-\w+|AT|SMSC|cause|code|\d+)\b")


def test_every_number_has_the_class_of_the_table():
    for number in range(1000):
        assert classify(f"cms:{number}") is EXPECTED_CMS.get(number, ErrorClass.UNKNOWN), number
        assert classify(f"cme:{number}") is EXPECTED_CME.get(number, ErrorClass.UNKNOWN), number


@pytest.mark.parametrize(
    "code", ["", "silence", "error", "ERROR", "cms:", "cms:x", "cms:-1", "cms:99999", "38", "no"]
)
def test_what_is_no_number_is_unknown(code: str):
    assert classify(code) is ErrorClass.UNKNOWN


def test_spelling_does_not_matter():
    assert classify(" CMS:038 ") is ErrorClass.TRANSIENT


@given(st.text())
def test_no_code_is_too_strange(code: str):
    assert classify(code) in ErrorClass
    assert str(explain(code))


def test_delays_grow():
    assert [delay.total_seconds() for delay in RETRY_DELAYS] == [30, 120, 600, 3600]


def test_sentences_are_for_people():
    codes = [f"{family}:{number}" for family in ("cms", "cme") for number in range(600)]
    sentences = [explain(code) for code in (*codes, "error", "silence", "")]
    sentences += [explain_status(status) for status in range(256)]
    for sentence in sentences:
        text = str(sentence)
        assert text.endswith(".")
        assert not JARGON.search(text), text


@pytest.mark.parametrize(
    ("code", "word"), [("cms:38", "again by itself"), ("cms:310", "no SIM"), ("cme:16", "PIN")]
)
def test_known_codes_have_their_own_words(code: str, word: str):
    assert word in str(explain(code))


def test_an_uncertain_end_asks_a_person():
    for code in ("silence", "error", "cms:500", "cms:513", "cme:0", "cms:77", ""):
        assert "not known whether the message went" in str(explain(code))


def test_only_transient_codes_promise_another_try():
    for number in range(600):
        for family in ("cms", "cme"):
            code = f"{family}:{number}"
            promised = "again by itself" in str(explain(code))
            assert promised == (classify(code) is ErrorClass.TRANSIENT), code


def test_the_state_that_a_report_announces():
    states = [report_state(status) for status in range(256)]
    assert set(states[0x00:0x20]) == {PartState.DELIVERED}
    assert set(states[0x20:0x40]) == {None}
    assert states[0x46] is PartState.EXPIRED
    assert set(states[0x40:0x46] + states[0x47:0x80]) == {PartState.FAILED}
    assert set(states[0x80:]) == {None}


def test_the_words_of_a_report_agree_with_its_state():
    for status in range(256):
        words = str(explain_status(status))
        assert ("keeps trying" in words) == (report_state(status) is None), status
        assert "again by itself" not in words

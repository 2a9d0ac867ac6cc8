"""What a line means: final codes in every spelling, URCs by their name, the rest information."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.modem.answers import OK, Final, fields, final, numeric_final, urc_name
from smsdesk.modem.error_texts import CME_TEXTS, CMS_TEXTS


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("OK", ""),
        ("ok", ""),
        ("ERROR", "error"),
        ("+CMS ERROR: 38", "cms:38"),
        ("+CMS ERROR:38", "cms:38"),
        ("+CMS ERROR 38", "cms:38"),
        ("+CMS ERROR: 038", "cms:38"),
        ("CMS ERROR: 38", "cms:38"),
        ("+cms error: 38", "cms:38"),
        ("+CMS ERROR: 512", "cms:512"),
        ("+CMS ERROR: Network out of order", "cms:38"),
        ("+CMS ERROR: (U)SIM not inserted", "cms:310"),
        ("+CMS ERROR: no network service", "cms:331"),
        ("+CMS ERROR: something new", "error"),
        ("+CMS ERROR: ³8", "error"),
        ("+CMS ERROR: 123456789", "error"),
        ("+CMS ERROR", "error"),
        ("+CME ERROR: 10", "cme:10"),
        ("+CME ERROR:SIM PIN required", "cme:11"),
        ("+CME ERROR: incorrect password", "cme:16"),
        ("COMMAND NOT SUPPORT", "unsupported"),
        ("Command Not Support", "unsupported"),
        ("NO CARRIER", "no_carrier"),
        ("BUSY", "busy"),
        ("NO ANSWER", "no_answer"),
        ("NO DIALTONE", "no_dialtone"),
    ],
)
def test_final_codes(line: str, code: str) -> None:
    assert final(line) == Final(code)


@pytest.mark.parametrize(
    "line",
    [
        "OK pour jeudi",
        "ERROR 5",
        "0",
        "4",
        "+CMGS: 12",
        "0791",
        "BUSYBODY",
        "+CMSERRORS: 1",
        "RING",
        "OKOK",
        "K",
    ],
)
def test_what_is_no_final_code(line: str) -> None:
    assert final(line) is None


def test_numbers_end_a_command_only_where_asked_for() -> None:
    assert numeric_final("0") is OK
    assert numeric_final("4") == Final("error")
    assert numeric_final("07") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('+CMTI: "SM",3', "+CMTI"),
        ("+CMT: ,24", "+CMT"),
        ("+CDS: 25", "+CDS"),
        ("^RSSI:18", "^RSSI"),
        ("^BOOT:12345,0,0,0,6", "^BOOT"),
        ("RING", "RING"),
        ("Call Ready", "CALL READY"),
        ("^SYSSTART", "^SYSSTART"),
        ("*PSUTTZ: 26,1,1", "*PSUTTZ"),
        ('+CUSD: 0,"text",15', "+CUSD"),
        ("0791", None),
        ("Huawei", None),
        ("+33612345678", None),
        ("SMS desk", None),
    ],
)
def test_urcs_by_name(line: str, name: str | None) -> None:
    assert urc_name(line) == name


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("+CMGL: 1,1,,23", ["1", "1", "", "23"]),
        ('+CMGL: 1,"REC UNREAD","A, B",23', ["1", "REC UNREAD", "A, B", "23"]),
        ('+CMTI: "SM",3', ["SM", "3"]),
        ("+CSQ:17,99", ["17", "99"]),
        ("+CPIN: READY", ["READY"]),
        ("+CREG:", []),
        ("no colon", []),
        ('+X: "unfinished', ["unfinished"]),
    ],
)
def test_fields(line: str, parts: list[str]) -> None:
    assert fields(line) == parts


@given(st.text(st.characters(max_codepoint=255), min_size=1).map(str.strip).filter(bool))
def test_any_line_is_at_most_one_of_them_and_its_fields_are_its_own(line: str) -> None:
    assert final(line) is None or urc_name(line) is None
    parts = fields(line.replace("\r", "").replace("\n", ""))
    assert all(part.strip() in line for part in parts if '"' not in line)


def test_the_texts_are_written_as_they_are_looked_up() -> None:
    for family, texts in (("CMS", CMS_TEXTS), ("CME", CME_TEXTS)):
        for text, number in texts.items():
            assert final(f"+{family} ERROR: {text.upper()}") == Final(f"{family.lower()}:{number}")

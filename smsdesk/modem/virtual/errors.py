"""Final result codes other than OK, in the spellings of 3GPP TS 27.005 (3.2.5) and 27.007 (9.2)."""

from __future__ import annotations

CME_TEXTS = {
    0: "phone failure", 3: "operation not allowed", 4: "operation not supported", 5: "PH-SIM PIN required",
    10: "SIM not inserted", 11: "SIM PIN required", 12: "SIM PUK required", 13: "SIM failure",
    14: "SIM busy", 15: "SIM wrong", 16: "incorrect password", 17: "SIM PIN2 required",
    18: "SIM PUK2 required", 20: "memory full", 21: "invalid index", 22: "not found", 23: "memory failure",
    24: "text string too long", 25: "invalid characters in text string", 26: "dial string too long",
    27: "invalid characters in dial string", 30: "no network service", 31: "network timeout",
    32: "network not allowed - emergency calls only", 50: "Incorrect parameters", 100: "unknown",
}  # fmt: skip

CMS_TEXTS = {
    1: "Unassigned (unallocated) number", 8: "Operator determined barring", 10: "Call barred",
    21: "Short message transfer rejected", 27: "Destination out of service", 28: "Unidentified subscriber",
    29: "Facility rejected", 30: "Unknown subscriber", 38: "Network out of order", 41: "Temporary failure",
    42: "Congestion", 47: "Resources unavailable, unspecified", 50: "Requested facility not subscribed",
    69: "Requested facility not implemented", 96: "Invalid mandatory information",
    111: "Protocol error, unspecified", 127: "Interworking, unspecified", 208: "SIM SMS storage full",
    300: "ME failure", 301: "SMS service of ME reserved", 302: "operation not allowed",
    303: "operation not supported", 304: "invalid PDU mode parameter", 305: "invalid text mode parameter",
    310: "SIM not inserted", 311: "SIM PIN required", 312: "PH-SIM PIN required", 313: "SIM failure",
    314: "SIM busy", 315: "SIM wrong", 316: "SIM PUK required", 317: "SIM PIN2 required",
    318: "SIM PUK2 required", 320: "memory failure", 321: "invalid memory index", 322: "memory full",
    330: "SMSC address unknown", 331: "no network service", 332: "network timeout",
    340: "no +CNMA acknowledgement expected", 500: "unknown error",
}  # fmt: skip

SIM_TO_CMS = {10: 310, 11: 311, 12: 316, 13: 313, 14: 314, 15: 315}
"""What a SIM state is called when an SMS command meets it."""


class AtError(Exception):
    """A command fails; `line(cmee)` is its final result code for that setting of +CMEE."""

    code = "error"

    def line(self, cmee: int) -> str:
        """Plain ERROR whatever +CMEE says."""
        del cmee
        return "ERROR"


class UnsupportedError(AtError):
    """A command that this modem does not know, told in the modem's own words where it has some."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.words = words

    def line(self, cmee: int) -> str:
        """The modem's words, else ERROR or "operation not supported"."""
        if self.words:
            return self.words
        return CmeError(4).line(cmee)


class CmeError(AtError):
    """An error of the equipment or SIM (27.007, 9.2)."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.code = f"cme:{number}"

    def line(self, cmee: int) -> str:
        """ERROR, the number or the words (27.007, 9.1)."""
        if cmee == 0:
            return "ERROR"
        return f"+CME ERROR: {self.number if cmee == 1 else CME_TEXTS.get(self.number, self.number)}"


class CmsError(AtError):
    """An error of the message service (27.005, 3.2.5); the number is told even where +CMEE is 0."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.code = f"cms:{number}"

    def line(self, cmee: int) -> str:
        """The number, or the words where +CMEE asks for them."""
        return f"+CMS ERROR: {CMS_TEXTS.get(self.number, self.number) if cmee == 2 else self.number}"


class NoCarrierError(AtError):
    """A call or a radio link that ended."""

    code = "no-carrier"

    def line(self, cmee: int) -> str:
        """NO CARRIER whatever +CMEE says."""
        del cmee
        return "NO CARRIER"

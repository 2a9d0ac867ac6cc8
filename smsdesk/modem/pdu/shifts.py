"""National language tables written in Latin letters: Turkish, Spanish and Portuguese (TS 23.038, annex A)."""

from __future__ import annotations

from smsdesk.domain.gsm0338 import BASIC, EXTENSION

TURKISH, SPANISH, PORTUGUESE = 1, 2, 3
"""National language identifiers (6.2.1.2.4)."""

_PORTUGUESE_LOCKING = (
    "@£$¥êéúíóç\nÔô\rÁá"
    "Δ_ªÇÀ∞^\\€Ó|\x1bÂâÊÉ"
    " !\"#º%&'()*+,-./"
    "0123456789:;<=>?"
    "ÍABCDEFGHIJKLMNO"
    "PQRSTUVWXYZÃÕÚÜ§"
    "~abcdefghijklmno"
    "pqrstuvwxyzãõ`üà"
)

LOCKING = {
    TURKISH: BASIC.translate(str.maketrans("èìØøÆæ¡¿", "€ıĞğŞşİç")),
    PORTUGUESE: _PORTUGUESE_LOCKING,
}
"""The main table by language: 128 characters, the escape at septet 27 (A.3.1, A.3.3)."""

SINGLE = {
    TURKISH: EXTENSION | {0x47: "Ğ", 0x49: "İ", 0x53: "Ş", 0x63: "ç", 0x67: "ğ", 0x69: "ı", 0x73: "ş"},
    SPANISH: EXTENSION
    | {0x09: "ç", 0x41: "Á", 0x49: "Í", 0x4F: "Ó", 0x55: "Ú", 0x61: "á", 0x69: "í", 0x6F: "ó", 0x75: "ú"},
    PORTUGUESE: EXTENSION
    | {0x05: "ê", 0x09: "ç", 0x0B: "Ô", 0x0C: "ô", 0x0E: "Á", 0x0F: "á", 0x12: "Φ", 0x13: "Γ", 0x15: "Ω"}
    | {0x16: "Π", 0x17: "Ψ", 0x18: "Σ", 0x19: "Θ", 0x1F: "Ê", 0x41: "À", 0x49: "Í", 0x4F: "Ó", 0x55: "Ú"}
    | {0x5B: "Ã", 0x5C: "Õ", 0x61: "Â", 0x69: "í", 0x6F: "ó", 0x75: "ú", 0x7B: "ã", 0x7C: "õ", 0x7F: "â"},
}
"""The character of each septet after an escape, by language (A.2.1 to A.2.3)."""

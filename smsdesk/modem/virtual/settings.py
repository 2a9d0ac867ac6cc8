"""What a computer sets with AT commands: lost when the modem loses its power, as most do."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Indications:
    """+CNMI (27.005, 3.4.1)."""

    mode: int = 0
    message: int = 0
    broadcast: int = 0
    report: int = 0
    buffer: int = 0


@dataclass
class TextParameters:
    """+CSMP (27.005, 3.3.1)."""

    first_octet: int = 17
    validity: str = "167"
    pid: int = 0
    dcs: int = 0


@dataclass
class Settings:
    """The volatile settings, with their values after power-up (V.250, 27.005, 27.007)."""

    echo: bool = True
    verbose: bool = True
    quiet: bool = False
    errors: int = 0
    text_mode: bool = False
    charset: str = "IRA"
    text: TextParameters = field(default_factory=TextParameters)
    show_header: bool = False
    indications: Indications = field(default_factory=Indications)
    memories: list[str] = field(default_factory=lambda: ["SM", "SM", "SM"])
    service: int = 0
    more_messages: int = 0
    registration_reports: dict[str, int] = field(default_factory=dict)
    """+CREG, +CGREG and +CEREG to their <n>."""
    operator_format: int = 0
    operator_mode: int = 0
    ussd_reports: int = 0
    phone_book: str = "SM"
    function: int = 1
    """+CFUN: 1 full, 0 minimum, 4 radio off."""
    registers: dict[int, int] = field(default_factory=lambda: {0: 0, 3: 13, 4: 10, 5: 8, 7: 60})
    switches: dict[str, int] = field(default_factory=dict)
    """Settings that are kept and told, but change nothing here (+CLIP, +CRC...)."""

"""How long the driver waits, and for what: every timing with its reason, injectable as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Timings:
    """Durations in seconds."""

    command: float = 5.0
    """A plain command; modems answer in milliseconds, busy ones within 2 to 5 s."""
    optional: float = 2.0
    """A command that a modem may not know: some stay silent instead of answering ERROR."""
    taciturn: float = 0.5
    """The same once the modem has shown that it ignores what it does not know."""
    hello: float = 1.0
    """AT right after opening: a modem that wakes up misses the first one, so it is asked again soon."""
    prompt: float = 10.0
    """From AT+CMGS to the prompt: the modem may first have to fetch the radio link."""
    submit: float = 180.0
    """From Ctrl-Z to the answer: TR1M of 3GPP TS 24.011 is 35-45 s, makers say 60 to 150, with retries."""
    submit_ok: float = 5.0
    """From +CMGS to its OK: they are written together."""
    settle: float = 0.2
    """Quiet time after which nothing more of an abandoned dialogue is expected."""
    doubt: float = 10.0
    """How long an answer is held back that may be an older attempt's: an SMS takes 2 to 6 s on the air, so
    a second answer within this time tells which is whose."""

    @property
    def answered_within(self) -> float:
        """After that, an attempt that nobody waits for any more is not answered."""
        return self.submit + self.doubt

    reboot: float = 2.0
    """A modem that said nothing for so long may have started anew meanwhile; none does it in less."""
    partial_line: float = 0.5
    """OK, ERROR or a prompt without its line end is taken after this silence; USB splits by milliseconds."""
    broken_line: float = 3.0
    """Any other line without its end: a number or a PDU may be cut in two by a line that hangs a moment."""
    listing_idle: float = 20.0
    """Between two lines of AT+CMGL: a full SIM is read record by record."""
    behind: float = 2.0
    """A list that comes behind its OK has no end: after this silence it is over."""
    delete: float = 25.0
    """AT+CMGD on a slow SIM (SIM800's and Quectel's manuals: up to 25 s)."""
    delete_more: float = 1.0
    """For each slot of a line that deletes several; a slow SIM that needs more is deleted from one by one."""
    stubborn: float = 60.0
    """Until a message is deleted again which the modem may only say it deletes; then twice as long."""
    pin: float = 20.0
    """AT+CPIN: the SIM starts again behind it."""
    sim_start: float = 20.0
    """How long a SIM may say "busy" after power-up or PIN before that is a failure."""
    sim_retry: float = 1.0
    """Between two questions to a SIM that is busy."""
    sim_poll: float = 10.0
    """Between two looks at a missing, locked or refused SIM: it may have been changed."""
    reset: float = 30.0
    """AT+CFUN=1,1: how long the modem may take until it speaks again."""
    write: float = 5.0
    """A write of a few hundred bytes that takes longer means a dead port."""
    sweep: float = 30.0
    """Between two sweeps of the SIM: some modems never announce what arrives."""
    store_retry: float = 10.0
    """After a received message could not be written to disk."""
    network_poll: float = 5.0
    """While there is no network: coming back should be noticed soon."""
    network_refresh: float = 60.0
    """Signal and operator while all is well and idle: only for show."""
    starting: float = 20.0
    """How long a silent port may be that of a modem that starts: USB ones take 10 to 20 s."""
    reconnect_first: float = 0.5
    """A replugged modem is back in 1 to 3 s; then the delay doubles."""
    reconnect_most: float = 30.0
    """The longest delay between two attempts to open the port."""
    close_grace: float = 3.0
    """What a command in flight still gets when the program ends."""

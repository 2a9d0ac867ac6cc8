"""A modem that is none of ours: the least that 27.005 asks for, nothing announced, everything echoed.

It serves one client after another over TCP, keeps what it was given, and reads it with a decoder of its own."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from dataclasses import dataclass

import gsm0338

ESC, CTRL_Z = b"\x1b", b"\x1a"


@dataclass(frozen=True)
class Sent:
    """One accepted SMS-SUBMIT: the number with "+", the text of this part, (reference, total, seq) or None."""

    to: str
    text: str
    concat: tuple[int, int, int] | None


class PlainModem:
    """Listens on a loopback port; `sent` grows, `stored` is what the SIM holds: {slot: PDU}."""

    def __init__(self, stored: dict[int, str] | None = None) -> None:
        self.sent: list[Sent] = []
        self.stored = dict(stored or {})
        self.commands: list[str] = []
        self._reference = 41
        self._closing = False
        self._client: socket.socket | None = None
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"socket://127.0.0.1:{self._server.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, name="plain modem")
        self._thread.start()

    def close(self) -> None:
        self._closing = True
        # A blocked accept is woken by a caller; closing the socket would leave it waiting.
        with contextlib.suppress(OSError):
            socket.create_connection(self._server.getsockname()).close()
        if self._client is not None:
            with contextlib.suppress(OSError):
                self._client.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._server.close()

    def __enter__(self) -> PlainModem:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _serve(self) -> None:
        while not self._closing:
            self._client, _ = self._server.accept()
            with self._client, contextlib.suppress(OSError):
                self._talk(self._client)

    def _talk(self, client: socket.socket) -> None:
        waiting = b""
        while data := client.recv(4096):
            client.sendall(data)  # the echo cannot be switched off
            waiting += data.replace(ESC, b"")
            while (end := waiting.find(b"\r")) >= 0:
                line, waiting = waiting[:end].decode("latin-1").strip(), waiting[end + 1 :]
                if line:
                    waiting = self._answer(client, line, waiting)

    def _answer(self, client: socket.socket, line: str, waiting: bytes) -> bytes:
        self.commands.append(line)
        if line.upper().startswith("AT+CMGS="):
            return self._take_sms(client, int(line[8:]), waiting)
        client.sendall(self._simple(line.upper()).encode())
        return waiting

    def _simple(self, line: str) -> str:
        if line in ("AT", "AT+CMGF=0"):
            return "\r\nOK\r\n"
        if line == "AT+CPIN?":
            return "\r\n+CPIN: READY\r\n\r\nOK\r\n"
        if line == "AT+CREG?":
            return "\r\n+CREG: 0,1\r\n\r\nOK\r\n"
        if line == "AT+CMGL=4":
            slots = [
                f"+CMGL: {slot},1,,{len(pdu) // 2 - 8}\r\n{pdu}\r\n" for slot, pdu in self.stored.items()
            ]
            return "\r\n" + "".join(slots) + "\r\nOK\r\n"
        if found := re.fullmatch(r"AT\+CMGD=(\d+)", line):
            return "\r\nOK\r\n" if self.stored.pop(int(found[1]), None) else "\r\nERROR\r\n"
        return "\r\nERROR\r\n"

    def _take_sms(self, client: socket.socket, length: int, waiting: bytes) -> bytes:
        client.sendall(b"\r\n> ")
        body = waiting
        while CTRL_Z not in body and ESC not in body:
            data = client.recv(4096)
            if not data:
                return b""
            client.sendall(data)
            body += data
        if ESC in body:
            client.sendall(b"\r\nOK\r\n")
            return body.partition(ESC)[2]
        pdu, _, rest = body.partition(CTRL_Z)
        self._reference = (self._reference + 1) % 256
        self.sent.append(read_submit(pdu.decode("ascii").strip(), length))
        client.sendall(b"\r\n+CMGS: %d" % self._reference)
        client.sendall(b"\r\n\r\nOK\r\n")
        return rest


def read_submit(pdu: str, length: int) -> Sent:
    """Read an SMS-SUBMIT in hex with its service centre (23.040, 9.2.2.2)."""
    octets = bytes.fromhex(pdu)
    octets = octets[octets[0] + 1 :]
    assert len(octets) == length, "AT+CMGS counts the octets behind the service centre"
    first, digits = octets[0], octets[2]
    number_end = 4 + (digits + 1) // 2
    number = "".join(f"{octet & 15:X}{octet >> 4:X}" for octet in octets[4:number_end])[:digits]
    coding = octets[number_end + 1]
    validity = {0: 0, 2: 1, 1: 7, 3: 7}[first >> 3 & 3]
    data = octets[number_end + 2 + validity :]
    text, concat = read_user_data(data[0], data[1:], coding, has_header=bool(first & 0x40))
    return Sent(("+" if octets[3] == 0x91 else "") + number, text, concat)


def read_user_data(
    length: int, data: bytes, coding: int, *, has_header: bool
) -> tuple[str, tuple[int, int, int] | None]:
    header = data[: data[0] + 1] if has_header else b""
    if coding & 0x0C == 0x08:
        text = data[len(header) :].decode("utf-16-be")
    else:
        bits = int.from_bytes(data, "little")
        skipped = -(-len(header) * 8 // 7)
        text = gsm0338.Codec().decode(bytes(bits >> 7 * n & 127 for n in range(skipped, length)))[0]
    return text, ((header[3], header[4], header[5]) if header[1:3] == b"\x00\x03" else None)
